"""A full disk and a read-only one: one line, exit code 5, what is stored stays, words are kept."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Program, assert_refused, episodes

LOG = ("log", "left", "calf", "5m", "7")


CHANGES = (
    "undo",
    "night 2026-11-20 quiet",
    "edit last pain=5",
    "delete last",
    "import rows.csv",
    "backup",
    "restore rows.db",
)


def with_two_episodes(on_disk: Program, home: Path) -> None:
    """A diary on the disk, and beside the disk a file to import and one to restore."""
    (home / "disk").mkdir(exist_ok=True)
    assert on_disk(*LOG).code == 0
    rows = "started_at,muscles,sides\n2026-11-01T02:00:00+00:00,calf,left\n"
    (home / "rows.csv").write_text(rows)
    (home / "rows.db").write_bytes((home / "disk" / "diary.db").read_bytes())
    assert on_disk("log", "right", "foot").code == 0


def mounted(folder: Path, *options: str) -> bool:
    told = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    return told.returncode == 0


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path | None]:
    """A disk of 600 kB with a diary on it; None where nothing can be mounted."""
    folder = home / "disk"
    folder.mkdir()
    if not mounted(folder, "-o", "size=600k,mode=700"):
        yield None
        return
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def on_disk(cramplog: Program, home: Path) -> Program:
    return cramplog.with_environment(CRAMPLOG_DB=str(home / "disk" / "diary.db"))


def limited(program: Program, kilobytes: int) -> Program:
    """The program, none of whose files may grow beyond a size: what a quota does."""
    return program.behind("bash", "-c", f'ulimit -f {kilobytes}; exec "$@"', "bash")


def with_room(program: Program, small_disk: Path | None, kilobytes: int) -> Program:
    """The program on a disk that has no more room than that, because of the file `filler`."""
    if small_disk is None:
        return limited(program, kilobytes)
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "filler").write_bytes(b"x" * (free - kilobytes * 1024))
    return program


@pytest.mark.parametrize("room", [0, 1, 4, 8, 16, 24, 40, 64, 100])
def test_a_full_disk_takes_no_entry_and_loses_none(
    on_disk: Program, home: Path, small_disk: Path | None, room: int
) -> None:
    assert on_disk(*LOG).code == 0
    program = with_room(on_disk, small_disk, room)
    told = [program("log", "right", "foot", f"{n}m") for n in range(1, 6)]
    stored = 1 + sum(each.code == 0 for each in told)
    for each in told:
        if each.code:
            assert_refused(each, 5, "full disk", "rescue.txt")
    (home / "disk" / "filler").unlink(missing_ok=True)
    assert len(episodes(on_disk)) == stored
    assert on_disk("check").code == 0
    assert len(on_disk("check", "--replay", "--json").data["replayed"]) == 6 - stored
    assert len(episodes(on_disk)) == 6
    assert on_disk("check", "--replay", "--json").data["replayed"] == []


@pytest.mark.parametrize("line", CHANGES)
@pytest.mark.parametrize("room", [0, 8, 40])
def test_a_full_disk_takes_no_change_of_any_kind_by_half(
    on_disk: Program, home: Path, small_disk: Path | None, room: int, line: str
) -> None:
    with_two_episodes(on_disk, home)
    before = episodes(on_disk)
    program = with_room(on_disk, small_disk, room)
    told = program(*line.split())
    (home / "disk" / "filler").unlink(missing_ok=True)
    if told.code:
        assert_refused(told, 5, "disk")
        assert episodes(on_disk) == before
    assert on_disk("check").code == 0
    assert on_disk(*LOG).code == 0


def test_without_room_for_a_copy_the_entry_is_stored_and_the_copy_missed(
    on_disk: Program, home: Path
) -> None:
    (home / "disk").mkdir()
    assert on_disk(*LOG).code == 0
    for path in (home / "disk" / "backups").iterdir():
        path.unlink()
    (home / "disk" / "backups").rmdir()
    (home / "disk" / "backups").write_text("in the way")
    told = on_disk("log", "right", "foot")
    assert told.code == 0
    assert told.stderr.startswith("warning: the automatic backup of today was not made"), told
    assert told.stderr.count("\n") == 1
    assert len(episodes(on_disk)) == 2


@pytest.mark.parametrize("line", ["import rows.csv", "restore rows.db", "backup"])
def test_what_needs_a_copy_first_is_not_done_without_one(
    on_disk: Program, home: Path, line: str
) -> None:
    with_two_episodes(on_disk, home)
    for path in (home / "disk" / "backups").iterdir():
        path.unlink()
    (home / "disk" / "backups").rmdir()
    (home / "disk" / "backups").write_text("in the way")
    assert_refused(on_disk(*line.split()), 5, "no copy of the diary can be made")
    assert len(episodes(on_disk)) == 2


@pytest.fixture
def read_only(home: Path, on_disk: Program) -> Iterator[Program]:
    """The program on a diary that cannot be written, not even by root."""
    folder = home / "disk"
    folder.mkdir(mode=0o700)
    is_root = os.geteuid() == 0 and mounted(folder, "-o", "mode=700")
    with_two_episodes(on_disk, home)
    if is_root:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield on_disk
        subprocess.run(["umount", str(folder)], check=True)
        return
    (folder / "diary.db").chmod(0o400)
    folder.chmod(0o500)
    if os.geteuid() == 0:
        on_disk = on_disk.behind("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    yield on_disk
    folder.chmod(0o700)
    (folder / "diary.db").chmod(0o600)


@pytest.mark.parametrize("line", [" ".join(LOG), "start", "log --muscle calf", *CHANGES])
def test_a_read_only_disk_takes_no_change(read_only: Program, home: Path, line: str) -> None:
    before = (home / "disk" / "diary.db").read_bytes()
    told = read_only(*line.split())
    assert_refused(told, 5, "disk")
    kept = line.split(maxsplit=1)[0] in ("log", "start", "night", "edit")
    assert ("rescue.txt" in told.stderr) is kept
    assert (home / "disk" / "diary.db").read_bytes() == before


def test_a_diary_on_a_read_only_disk_can_be_checked_and_copied_back(
    read_only: Program, home: Path
) -> None:
    assert read_only("check").code == 0
    target = str(home / "elsewhere.db")
    assert read_only("restore", str(home / "disk" / "diary.db"), "--db", target).code == 0
    assert len(episodes(read_only.with_environment(CRAMPLOG_DB=target))) == 2
