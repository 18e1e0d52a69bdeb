"""An old diary brought up to date at a terminal: a calm bar, and Ctrl-C leaves it as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pexpect
import pytest
from frozen_diaries import REVISIONS, thawed
from later_version import with_a_migration
from running import Program, episodes

SLOW = '''
    op.execute("""
        INSERT INTO later SELECT max(x) FROM (
            WITH RECURSIVE counted(x) AS (
                SELECT 1 UNION ALL SELECT x + 1 FROM counted
                WHERE EXISTS (SELECT 1 FROM episode) LIMIT {rows}
            )
            SELECT x FROM counted
        )
    """)
'''
AT_ONCE = """
from cramplog.cli import progress as bars
from cramplog.files import estimate, progress
bars.FIRST = bars.NEXT = 0
progress.TICK, estimate.LARGE = 100, 0
"""
"""The program that takes any diary for a large one."""


@pytest.fixture
def later(cramplog: Program, home: Path) -> Program:
    """The program of a later version, on the newest frozen diary."""
    script = with_a_migration(home)
    thawed(REVISIONS[-1], home / "old.db")
    told = {**cramplog.environment, "CRAMPLOG_DB": str(home / "old.db"), "TERM": "xterm"}
    return Program([sys.executable, str(script)], told, home)


def at_terminal(program: Program, *words: str, columns: int = 40) -> pexpect.spawn[str]:
    return pexpect.spawn(
        program.command[0],
        [*program.command[1:], *words],
        env=program.environment,
        cwd=str(program.folder),
        encoding="utf-8",
        dimensions=(24, columns),
        timeout=60,
    )


def slowed(home: Path, rows: int) -> None:
    """Have the migration of a diary that has entries count so far that it takes a while."""
    with (home / "migrations/versions/9999_later.py").open("a") as migration:
        migration.write(SLOW.format(rows=rows))


def test_ctrl_c_in_the_middle_leaves_the_old_diary_whole_and_says_so(
    cramplog: Program, later: Program, home: Path
) -> None:
    slowed(home, 10**9)
    whole = (home / "old.db").read_bytes()
    with at_terminal(later, "log", "left", "calf", "5m", "7") as terminal:
        terminal.expect(r"Updating the diary, \d s")
        terminal.sendintr()
        terminal.expect(pexpect.EOF)
        said = " ".join((terminal.before or "").split())
    assert terminal.exitstatus == 130
    assert "it is whole, as it was" in said
    assert "rescue.txt" in said
    assert (home / "old.db").read_bytes() == whole
    old = {"CRAMPLOG_DB": str(home / "old.db")}
    assert len(episodes(cramplog.with_environment(**old), "--nights", "99")) == 7
    assert len(cramplog("check", "--replay", "--json", **old).data["replayed"]) == 1


@pytest.fixture
def drawn(later: Program) -> Program:
    """That program, whose bar is drawn at once."""
    script = Path(later.command[1])
    script.write_text(AT_ONCE + script.read_text())
    return later


@pytest.mark.parametrize("columns", [40, 80])
def test_a_bar_is_drawn_within_the_line_and_goes(drawn: Program, columns: int) -> None:
    with at_terminal(drawn, "list", columns=columns) as terminal:
        terminal.expect(pexpect.EOF)
        said = terminal.before or ""
    assert terminal.exitstatus == 0, said
    for what in ("Copying the diary", "Reading the copy", "Updating the diary"):
        assert f"{what} [" in said
    assert "] 100%" in said
    assert "\033" not in said
    lines = said.replace("\n", "\r").split("\r")
    assert max(map(len, lines)) <= columns
    last = max(number for number, line in enumerate(lines) if " [" in line and "%" in line)
    assert lines[last + 1].strip() == ""  # it is gone before the answer
    assert "Night of" in "".join(lines[last + 1 :])


@pytest.mark.parametrize("words", ["list --json", "list --plain"])
def test_no_bar_is_drawn_where_less_was_asked_for(drawn: Program, words: str) -> None:
    with at_terminal(drawn, *words.split()) as terminal:
        terminal.expect(pexpect.EOF)
        assert "the diary" not in (terminal.before or "")


def test_no_bar_is_drawn_on_a_dumb_terminal_or_into_a_file(drawn: Program) -> None:
    with at_terminal(drawn.with_environment(TERM="dumb"), "list") as terminal:
        terminal.expect(pexpect.EOF)
        assert "the diary" not in (terminal.before or "")


def test_nothing_is_told_off_a_terminal(drawn: Program) -> None:
    told = drawn("list")
    assert (told.code, told.stderr) == (0, "")
