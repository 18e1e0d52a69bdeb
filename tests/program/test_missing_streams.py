"""Standard streams that are closed, full or gone: an entry is stored, a lost answer is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from running import PATIENCE, Program, Result, episodes

MISSING = (
    "<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full",
    "2>/dev/full", ">/dev/full 2>/dev/full", "<&- >/dev/full 2>&-", "| true", "2>&1 | true",
)  # fmt: skip
"""How a service, a launcher or a cron line may start a program."""
STORES = (
    "log left calf 5m 7", "log --muscle calf --json", "start", "night 2026-11-01 quiet", "undo",
    "edit last sore", "symptom swelling left", "person set born=1958",
    "config set week.starts_on monday", "import rows.csv",
)  # fmt: skip
MAKES = ("export json -o made", "report -o page", "backup --to folder", "config set db made.db")
SHOWS = (
    "list", "list --json", "", "status", "show last", "report week", "report --format pdf -o -",
    "export csv -o -", "export json -o -", "flags", "guide now", "check", "config list", "--help",
    "log --help", "--version",
)  # fmt: skip
REFUSED = (("log 99:99", 2), ("log 99:99 --json", 2), ("stop", 3), ("show 99", 4), ("lsit", 2))


def behind(program: Program, line: str, streams: str) -> Result:
    """What a shell gets of the program with such streams, started where it has input to read."""
    script = f"set -o pipefail; cramplog {line} {streams}; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", script],
        env={**program.environment, "PATH": f"{Path(program.command[0]).parent}:/usr/bin:/bin"},
        cwd=program.folder,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    told = Result(ran.returncode, ran.stdout.decode("latin-1"), ran.stderr.decode())
    assert "Traceback" not in told.stderr, told
    assert "bug" not in told.stderr, told
    return told


def hides_answers(streams: str) -> bool:
    return ">&-" in streams.replace("2>&-", "") or ">/dev/full" in streams.replace(
        "2>/dev/full", ""
    )


def hides_errors(streams: str) -> bool:
    return "2>" in streams


@pytest.fixture(name="cramplog")
def _cramplog_with_a_week(cramplog: Program, week: Path) -> Program:
    (week / "rows.csv").write_text(
        "started_at,muscles,sides\n2026-11-01T02:00:00+00:00,calf,left\n"
    )
    (week / "folder").mkdir()
    return cramplog


@pytest.mark.parametrize("streams", MISSING)
def test_what_is_stored_is_no_failure(cramplog: Program, home: Path, streams: str) -> None:
    before = len(episodes(cramplog))
    for line in (*STORES, *MAKES):
        told = behind(cramplog, line, streams)
        assert told.code == 0, (line, told)
        if hides_answers(streams) and not hides_errors(streams):
            assert "warning: the answer could not be written" in told.stderr, (line, told)
    cramplog = cramplog.with_environment(CRAMPLOG_DB=str(home / ".local/share/cramplog/diary.db"))
    assert len(episodes(cramplog, "--nights", "99")) == before + 3
    assert cramplog("check").code == 0
    assert cramplog("cancel").code == 0
    assert not list(home.rglob("rescue.txt"))
    assert not list(home.rglob("crash-*"))


@pytest.mark.parametrize("streams", MISSING)
def test_an_answer_that_nobody_gets_is_told_in_one_line(
    cramplog: Program, home: Path, streams: str
) -> None:
    for line in SHOWS:
        told = behind(cramplog, line, streams)
        if not hides_answers(streams):
            assert told.code == 0, (line, told)
            continue
        assert told.code == 5, (line, told)
        if not hides_errors(streams):
            assert told.stderr.startswith("error: the answer could not be written ("), (line, told)
            assert told.stderr.count("\n") == 1, (line, told)
    assert not list(home.rglob("crash-*"))


@pytest.mark.parametrize("streams", MISSING)
def test_what_is_refused_is_refused_all_the_same(cramplog: Program, streams: str) -> None:
    for line, code in REFUSED:
        told = behind(cramplog, line, streams)
        assert told.code == code, (line, told)
        if not hides_errors(streams) and "--json" not in line:
            assert told.stderr.startswith("error: "), (line, told)


@pytest.mark.parametrize("streams", MISSING)
def test_rescued_words_are_stored_once(cramplog: Program, home: Path, streams: str) -> None:
    diary = home / ".local/share/cramplog/diary.db"
    before, whole = len(episodes(cramplog)), diary.read_bytes()
    diary.write_bytes(b"torn")
    assert cramplog("log", "right", "foot").code == 5
    diary.write_bytes(whole)
    assert behind(cramplog, "check --replay", streams).code in (0, 5)
    assert cramplog("check", "--replay", "--json").data["replayed"] == []
    assert len(episodes(cramplog)) == before + 1


def test_nothing_that_is_printed_lands_in_the_diary(cramplog: Program, home: Path) -> None:
    fresh = cramplog.with_environment(CRAMPLOG_DB=str(home / "fresh.db"))
    for streams in MISSING:
        assert behind(fresh, "log left calf", streams).code == 0
    assert len(episodes(fresh)) == len(MISSING)
    assert fresh("check").code == 0
