"""Kills the program at random moments, and looks whether anything that it acknowledged is gone.

    python benchmarks/kills.py [--kills 5000] [--seed 1]

Half of the kills fall anywhere in a run; the others are aimed at the moments after a file of the
diary has begun to change. tests/faults/test_kills.py does the same with a few hundred.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from later_version import with_a_migration
from quick_envelope import with_a_quick_envelope
from targets import NOW, Target, expect, until


def logging(target: Target, kills: int) -> int:
    """Every entry that was told as logged is stored, whatever came after."""
    acknowledged: set[int] = set()
    target.run("log", "left", "calf")
    runs = 0

    def once() -> bool:
        nonlocal runs
        runs += 1
        ended = target.kill("log", "left", "calf", "7")
        if "Undo: cramplog undo" in " ".join(ended.stdout.split()):
            acknowledged.add(int(target.now.timestamp()))
        expect(ended.killed or ended.code == 0, ended)
        if runs % 20 == 0:
            expect(acknowledged <= target.starts(), "lost:", acknowledged - target.starts())
            target.check()
        return ended.killed

    until(kills, once)
    expect(acknowledged <= target.starts(), "lost:", acknowledged - target.starts())
    target.run("log", "left", "calf")
    target.check()
    return runs


def undoing(target: Target, kills: int) -> int:
    """An undo is done whole or not at all, and once it is told it stays."""
    target.run("log", "left", "calf")

    def once() -> bool:
        target.run("log", "right", "foot")
        before = target.starts()
        ended = target.kill("undo")
        after = target.starts()
        if ended.stdout.endswith("\n"):
            expect(len(after) == len(before) - 1, "undone, and still there", ended)
        expect(after == before or len(after) == len(before) - 1, before, after)
        return ended.killed

    runs = until(kills, once)
    target.check()
    return runs


def importing(target: Target, kills: int, rows: int = 60) -> int:
    """An import stores all rows or none, and can be typed again."""
    target.run("log", "left", "calf")
    file = target.home / "rows.csv"
    first = NOW - timedelta(days=3000)

    def once() -> bool:
        nonlocal first
        first += timedelta(days=1)
        starts = [first + timedelta(minutes=10 * n) for n in range(rows)]
        lines = [f"{start.isoformat()},calf,left" for start in starts]
        file.write_text("\n".join(["started_at,muscles,sides", *lines, ""]), encoding="utf-8")
        before = target.starts()
        ended = target.kill("import", "rows.csv")
        added = len(target.starts() - before)
        expect(added in ({rows} if "new" in ended.stdout else {0, rows}), added, ended)
        if not added:
            target.run("import", "rows.csv")
            expect(len(target.starts() - before) == rows, "the second import")
        return ended.killed

    runs = until(kills, once)
    target.check()
    return runs


def merging(target: Target, kills: int) -> int:
    """A merge takes all of the other diary or nothing, and can be typed again."""
    target.run("log", "left", "calf")
    first = NOW - timedelta(days=3000)

    def once() -> bool:
        nonlocal first
        first += timedelta(days=1)
        other = target.home / f"{first:%Y%m%d}.db"
        for minutes in (10, 20, 30):
            start = (first + timedelta(minutes=minutes)).isoformat()
            target.run("--db", str(other), "log", start, "foot")
        before = target.starts()
        ended = target.kill("merge", str(other))
        added = len(target.starts() - before)
        expect(added in ({3} if "new" in ended.stdout else {0, 3}), added, ended)
        target.run("merge", str(other))
        expect(len(target.starts() - before) == 3, "the second merge")
        return ended.killed

    runs = until(kills, once)
    target.check()
    return runs


def restoring(target: Target, kills: int) -> int:
    """A restored diary is the one or the other, never a mixture; each copy stays whole."""
    target.run("log", "left", "calf")
    files: list[tuple[Path, set[int]]] = []
    for name in ("one", "two"):
        for _ in range(20):
            target.run("log", "right", "foot", "--note", "x" * 500)
        (target.home / name).mkdir()
        target.run("backup", "--to", name)
        (made,) = (target.home / name).iterdir()
        files.append((made, target.starts()))
    target.run("restore", str(files[0][0]))

    def once() -> bool:
        before = target.starts()
        file, wanted = files[before == files[0][1]]
        ended = target.kill("restore", str(file))
        after = target.starts()
        expect(after in (before, wanted), "a mixture")
        expect(after == wanted or "Restored" not in ended.stdout, "restored, and yet it is not")
        return ended.killed

    runs = until(kills, once)
    target.check()
    return runs


def migrating(target: Target, kills: int) -> int:
    """A migration is done whole or not at all; the next command does it. See `with_a_migration`."""
    older = target.home / "older.db"
    newer = target.command[:2]
    target.command = target.command[2:]
    for _ in range(20):
        target.run("log", "left", "calf")
    shutil.copy(target.diary, older)
    stored = target.starts()
    target.command = newer

    def begin() -> None:
        shutil.rmtree(target.home / "backups", ignore_errors=True)
        for suffix in ("-wal", "-shm"):
            Path(f"{target.diary}{suffix}").unlink(missing_ok=True)
        shutil.copy(older, target.diary)

    begin()
    target.run("list")

    def once() -> bool:
        begin()
        ended = target.kill("list")
        expect(target.starts() == stored, "lost by a migration")
        expect(ended.killed or ended.code == 0, ended)
        target.run("list")
        expect(target.starts() == stored, "lost by the second migration")
        return ended.killed

    runs = until(kills, once)
    target.check()
    return runs


def encrypting(target: Target, kills: int) -> int:
    """A diary is plain or encrypted, with all that was told as logged, also beside the swap.

    See `with_a_quick_envelope`: the target's command is that script.
    """
    acknowledged: set[int] = set()
    target.run("log", "left", "calf")
    for command in ("encrypt", "decrypt"):
        target.run(command)

    def once() -> bool:
        before = target.listed()
        writer = target.start("log", "right", "foot")
        at = int(target.now.timestamp())
        ended = target.kill("decrypt" if target.is_encrypted() else "encrypt")
        logged = target.end(writer)
        if logged.code == 0:
            acknowledged.add(at)
        after = target.listed()
        expect(acknowledged <= after, "lost:", acknowledged - after)
        expect(before <= after, "gone:", before - after)
        expect(logged.code in (0, 5), logged)
        expect(ended.killed or ended.code in (0, 5), ended)
        target.run("check")
        return ended.killed

    runs = until(kills, once)
    expect(len(acknowledged) > runs / 4, "hardly anything was logged beside it")
    return runs


SHARES: dict[Callable[[Target, int], int], float] = {
    logging: 0.5,
    undoing: 0.15,
    importing: 0.1,
    merging: 0.05,
    restoring: 0.1,
    migrating: 0.05,
    encrypting: 0.05,
}
"""What is killed, and how much of the whole each is."""


def main() -> int:
    """Prints what was killed; ends with an error where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    program = str(Path(sys.executable).with_name("cramplog"))
    for scenario, share in SHARES.items():
        with tempfile.TemporaryDirectory() as folder:
            command = [program]
            if scenario is migrating:
                command = [sys.executable, str(with_a_migration(Path(folder))), program]
            environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "TZ": "UTC"}
            if scenario is encrypting:
                script, told = with_a_quick_envelope(Path(folder))
                command, environment = [sys.executable, str(script)], {**environment, **told}
            target = Target(command, environment, Path(folder), asked.seed)
            kills = max(1, round(asked.kills * share))
            began = time.monotonic()
            runs = scenario(target, kills)
            took = time.monotonic() - began
            print(f"{scenario.__name__:10} {kills} kills in {runs} runs, {took:.0f} s: none lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
