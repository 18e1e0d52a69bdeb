"""`morning`: catching up at a terminal, a key a night (section 4)."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Sequence

import pexpect
import pytest
from running import Program, assert_refused, episodes

MORNING = "2026-11-23T08:29:00+00:00"
WEEK = [f"2026-11-{day}" for day in (22, 21, 20, 19, 18, 17, 16)]
ASKED = "Was it quiet"


@pytest.fixture
def away(cramplog: Program) -> Program:
    """A diary whose last seven nights are not written down."""
    program = cramplog.with_environment(CRAMPLOG_NOW=MORNING)
    assert program("night", "2026-11-15", "quiet").code == 0
    return program


def at_terminal(program: Program, *words: str, columns: int = 80) -> pexpect.spawn[str]:
    return pexpect.spawn(
        program.command[0],
        [*program.command[1:], "morning", *words],
        env={**program.environment, "TERM": "xterm-256color"},
        cwd=str(program.folder),
        encoding="utf-8",
        dimensions=(24, columns),
        timeout=30,
        use_poll=True,
    )


def press(screen: pexpect.spawn[str], keys: str, question: str = ASKED) -> None:
    for key in keys:
        screen.expect(question)
        screen.send(key)


def end(screen: pexpect.spawn[str]) -> str:
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 0
    return str(screen.before)


def states(program: Program) -> str:
    """The last seven nights, the newest first, by the first letter of their states."""
    told = program("night", "last", "7", "--json").data["nights"]
    return "".join(each["state"][0] for each in reversed(told))


def test_seven_nights_are_seven_keys_and_one_undo(away: Program) -> None:
    screen = at_terminal(away)
    press(screen, "qqqqqqq")
    assert "cramplog undo" in end(screen)
    assert states(away) == "qqqqqqq"
    assert away("undo").code == 0
    assert states(away) == "uuuuuuu"
    assert away("redo").code == 0
    assert states(away) == "qqqqqqq"


def test_keys_typed_ahead_are_kept(away: Program) -> None:
    screen = at_terminal(away)
    screen.expect(ASKED)
    screen.send("qqqqqqq")
    end(screen)
    assert states(away) == "qqqqqqq"


def test_two_sittings_at_one_moment_are_two_undos(away: Program) -> None:
    for keys in ("qq\x04", "qq\x04"):
        screen = at_terminal(away)
        press(screen, keys)
        end(screen)
    assert states(away) == "qqqquuu"
    assert away("undo").code == 0
    assert states(away) == "qquuuuu"


def test_a_cramp_is_asked_three_things_at_most(away: Program) -> None:
    screen = at_terminal(away)
    press(screen, "c")
    for question, answer in (
        ("Where", "left calf hurts"),
        ("minutes", "4"),
        ("bad", "8 out of 10"),
    ):
        screen.expect(question)
        screen.sendline(answer)
    press(screen, "qqqqqq")
    end(screen)
    (stored,) = episodes(away)
    assert stored["sites"] == [{"muscle": "calf", "side": "left"}]
    assert (stored["duration_seconds"], stored["pain"]) == (240, 8)
    assert (stored["night"], stored["time_is_approximate"]) == ("2026-11-22", True)
    assert stored["note"] == "left calf hurts"
    assert states(away) == "cqqqqqq"


def test_words_said_early_are_not_asked_again(away: Program) -> None:
    screen = at_terminal(away, "2026-11-22")
    press(screen, "c")
    screen.expect("Where")
    screen.sendline("02:30 left calf 5m 7")
    end(screen)
    (stored,) = episodes(away)
    assert stored["started_at"] == "2026-11-23T02:30:00+00:00"


def test_back_answers_a_night_anew(away: Program) -> None:
    screen = at_terminal(away)
    press(screen, "c")
    for question in ("Where", "minutes", "bad"):
        screen.expect(question)
        screen.sendline("")
    press(screen, "bq\x1b")
    end(screen)
    assert episodes(away) == []
    assert states(away) == "quuuuuu"


def test_later_is_asked_again_and_not_sure_is_not(away: Program) -> None:
    screen = at_terminal(away)
    press(screen, "?\rqqqqq")
    end(screen)
    assert states(away) == "uuqqqqq"
    assert away("morning", "--json").data["nights"] == [WEEK[1]]
    assert away("morning", WEEK[0], "--json").data["nights"] == [WEEK[0]]


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGHUP, signal.SIGINT])
def test_what_was_answered_stays_when_it_is_ended(away: Program, by: signal.Signals) -> None:
    screen = at_terminal(away)
    press(screen, "qqq")
    screen.expect(ASKED)
    assert screen.pid
    os.kill(screen.pid, by)
    screen.expect(pexpect.EOF)
    screen.close()
    assert states(away) == "qqquuuu"
    again = at_terminal(away)
    press(again, "qqqq")
    end(again)
    assert states(away) == "qqqqqqq"


@pytest.mark.parametrize("words", [("--plain",), ()])
def test_plain_output_asks_line_by_line(away: Program, words: Sequence[str]) -> None:
    program = away if words else away.with_environment(TERM="dumb")
    screen = pexpect.spawn(
        program.command[0],
        [*program.command[1:], "morning", *words],
        env={"TERM": "xterm", **program.environment},
        encoding="utf-8",
        dimensions=(24, 40),
        timeout=30,
    )
    for answer in ("quiet", "no", "?", "", "q", "back", "q", "q", "q", "q"):
        screen.expect("(b back.|Type one of.*b back.)")
        screen.sendline(answer)
    assert "\x1b" not in end(screen)
    assert states(away) == "quuqqqq"


def test_last_nights_cramp_is_asked_for_what_it_lacks(away: Program) -> None:
    assert away("night", "2026-11-16..2026-11-21", "quiet").code == 0
    assert away("log", "03:10", "left", "calf", "7").code == 0
    screen = at_terminal(away)
    screen.expect("03:10")
    screen.expect("minutes")
    screen.sendline("5")
    end(screen)
    (stored,) = episodes(away)
    assert (stored["duration_seconds"], stored["pain"]) == (300, 7)
    assert away("morning", "--if-missing").stdout == ""


def test_without_a_terminal_it_names_the_command(away: Program) -> None:
    assert_refused(away("morning"), 2, "cramplog night 2026-11-16..2026-11-22 quiet")
    assert away("morning", "--json").data["nights"] == WEEK


def test_a_complete_diary_has_nothing_to_ask(away: Program) -> None:
    assert away("night", "last", "7", "quiet").code == 0
    assert away("morning", "--if-missing") == (0, "", "")
    assert away("morning").code == 0


def test_bare_cramplog_leads_to_it(away: Program) -> None:
    told = away("--json").data["hint"]
    assert "cramplog morning" in told
    assert "cramplog log" not in told


@pytest.mark.parametrize("columns", [80, 40])
def test_it_fits_the_screen(away: Program, columns: int) -> None:
    seen = io.StringIO()
    screen = at_terminal(away, columns=columns)
    screen.logfile_read = seen
    press(screen, "qqqqqqq")
    end(screen)
    lines = seen.getvalue().replace("\r", "").split("\n")
    assert [line for line in lines if len(line) > columns] == []
    assert len(lines) < 24


@pytest.mark.parametrize("words", [(), ("--if-missing",)])
def test_no_rich_is_loaded_before_the_first_question(away: Program, words: Sequence[str]) -> None:
    program = away.with_environment(PYTHONPROFILEIMPORTTIME="1")
    screen = at_terminal(program, *words)
    screen.expect(ASKED)
    assert "import time" in str(screen.before)
    assert "rich" not in str(screen.before)
    screen.send("\x04")
    screen.expect(pexpect.EOF)
