"""The live timer: `start`, `stop`, `cancel`, `status` (section 4)."""

from __future__ import annotations

import time

import pexpect
import pytest
from running import Program, assert_refused, episodes


def at(program: Program, clock: str) -> Program:
    """The program at that time of 23 November 2026."""
    return program.with_environment(CRAMPLOG_NOW=f"2026-11-23T{clock}+00:00")


def spawn(program: Program, *words: str) -> pexpect.spawn[str]:
    """The program at a terminal of 80 columns."""
    return pexpect.spawn(
        program.command[0],
        [*program.command[1:], *words],
        env={**program.environment, "TERM": "xterm-256color"},
        cwd=str(program.folder),
        encoding="utf-8",
        dimensions=(30, 80),
        timeout=20,
        use_poll=True,
    )


def is_running(program: Program) -> bool:
    """Whether a timer runs: a second `start` tells, and starts none if one does."""
    if program("start").code == 3:
        return True
    assert program("cancel").code == 0
    return False


def test_start_and_stop_make_an_episode(cramplog: Program) -> None:
    assert at(cramplog, "03:29:00")("start", "left", "calf").code == 0
    told = at(cramplog, "03:33:12")("stop", "7", "+stretch", "--json").data["episode"]
    assert told["started_at"] == "2026-11-23T03:29:00+00:00"
    assert told["duration_seconds"] == 252
    assert told["pain"] == 7
    assert told["tried"] == ["stretch"]
    assert told["sites"] == [{"muscle": "calf", "side": "left"}]
    assert episodes(cramplog) == [told]
    assert not is_running(cramplog)


def test_start_returns_at_once_where_there_is_no_terminal(cramplog: Program) -> None:
    told = cramplog("start", "left", "calf")
    assert (told.code, told.stderr) == (0, "")
    assert "left calf" in told.stdout
    assert "stop" in told.stdout


def test_status_tells_of_the_timer_and_how_long_it_runs(cramplog: Program) -> None:
    assert cramplog("status").code == 0
    assert cramplog("start", "left", "calf").code == 0
    for program in (cramplog("status"), at(cramplog, "03:31:00")("status")):
        assert "left calf" in program.stdout
    assert "2 min" in at(cramplog, "03:31:00")("status").stdout
    assert "left calf" in at(cramplog, "03:31:00")().stdout


def test_a_second_start_is_refused_and_says_how_to_end_the_first(cramplog: Program) -> None:
    assert cramplog("start", "left", "calf").code == 0
    assert_refused(cramplog("start"), 3, "cramplog stop", "cramplog cancel")


@pytest.mark.parametrize("command", ["stop", "cancel"])
def test_no_timer_to_end_is_a_conflict(cramplog: Program, command: str) -> None:
    assert_refused(cramplog(command), 3)
    assert episodes(cramplog) == []


def test_cancel_stores_nothing(cramplog: Program) -> None:
    assert cramplog("start", "left", "calf").code == 0
    assert cramplog("cancel").code == 0
    assert episodes(cramplog) == []
    assert not is_running(cramplog)


def test_start_and_stop_within_one_second_make_an_episode(cramplog: Program) -> None:
    assert cramplog("start", "calf").code == 0
    assert cramplog("stop").code == 0
    (stored,) = episodes(cramplog)
    assert stored["duration_seconds"] in (None, 1)


def test_a_clock_set_back_gives_no_negative_duration(cramplog: Program) -> None:
    assert at(cramplog, "03:29:00")("start", "calf").code == 0
    assert at(cramplog, "03:05:00")("status").code == 0
    told = at(cramplog, "03:05:00")("stop")
    stored = episodes(cramplog)
    assert told.code == 0 or stored == []
    assert all((each["duration_seconds"] or 1) > 0 for each in stored)


def test_a_forgotten_timer_is_no_nine_hour_cramp(cramplog: Program) -> None:
    assert at(cramplog, "02:29:00")("start", "left", "calf").code == 0
    morning = at(cramplog, "11:29:00")
    told = morning("stop")
    assert told.code != 0
    assert told.stderr.count("\n") == 1, told
    assert episodes(cramplog) == []
    stored = morning("stop", "6m", "--json").data["episode"]
    assert stored["duration_seconds"] == 360
    assert stored["started_at"] == "2026-11-23T02:29:00+00:00"


def test_stop_can_be_undone(cramplog: Program) -> None:
    assert cramplog("start", "calf").code == 0
    assert at(cramplog, "03:33:00")("stop").code == 0
    assert cramplog("undo").code == 0
    assert episodes(cramplog) == []


def test_a_refused_stop_leaves_the_timer_running(cramplog: Program) -> None:
    assert cramplog("start", "calf").code == 0
    assert_refused(at(cramplog, "03:33:00")("stop", "11"), 2, "pain")
    assert is_running(cramplog)


def test_a_closed_terminal_leaves_the_timer_running(cramplog: Program) -> None:
    live = spawn(cramplog, "start", "left", "calf")
    live.expect("left calf")
    live.close(force=True)
    assert is_running(cramplog)
    assert at(cramplog, "03:33:00")("stop").code == 0


def test_a_killed_program_leaves_the_timer_running(cramplog: Program) -> None:
    live = spawn(cramplog, "start", "left", "calf")
    live.expect("left calf")
    live.kill(9)
    live.wait()
    assert is_running(cramplog)


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_q_and_ctrl_c_leave_the_timer_running(cramplog: Program, key: str) -> None:
    live = spawn(cramplog, "start", "left", "calf")
    live.expect("Enter")
    time.sleep(0.5)
    live.send(key)
    live.expect(pexpect.EOF)
    live.close()
    assert live.exitstatus in (0, 130)
    assert is_running(cramplog)


def test_enter_stops_and_asks_for_pain(cramplog: Program) -> None:
    live = spawn(cramplog, "start", "left", "calf")
    live.expect("Enter")
    time.sleep(0.5)
    live.send("\r")
    live.expect("0.{1,4}10")
    live.send("7\r")
    live.expect("Logged")
    live.expect(pexpect.EOF)
    live.close()
    assert live.exitstatus == 0
    (stored,) = episodes(cramplog)
    assert stored["pain"] == 7


@pytest.mark.parametrize(
    ("answer", "pain", "note"),
    [("very bad", None, "very bad"), ("8 out of 10", 8, None), ("q", None, None)],
)
def test_the_question_for_pain_takes_words(
    cramplog: Program, answer: str, pain: int | None, note: str | None
) -> None:
    live = spawn(cramplog, "start", "left", "calf")
    live.expect("Stretch it")
    time.sleep(0.5)
    live.send("\r")
    live.expect("0.{1,4}10")
    live.sendline(answer)
    live.expect("Logged")
    live.expect(pexpect.EOF)
    (stored,) = episodes(cramplog)
    assert (stored["pain"], stored["note"]) == (pain, note)


def test_the_live_view_cites_nothing(cramplog: Program) -> None:
    live = spawn(cramplog, "start", "left", "calf")
    live.expect("towards the shin")
    time.sleep(0.5)
    live.send("q")
    live.expect(pexpect.EOF)
    assert "[" not in str(live.before).replace("\x1b[", "")


def test_a_cramp_stopped_within_a_second_can_be_exported_and_taken_back(cramplog: Program) -> None:
    assert cramplog("start", "left", "calf").code == 0
    assert cramplog("stop").code == 0
    assert cramplog("export", "csv", "-o", "all.csv").code == 0
    told = cramplog("import", "all.csv", "--json", "--db", "other.db")
    assert (told.code, told.data["new"]) == (0, 1), told


def test_a_forgotten_timer_is_asked_about_at_a_terminal(cramplog: Program) -> None:
    assert at(cramplog, "00:10:00")("start", "left", "calf").code == 0
    screen = spawn(at(cramplog, "03:29:00"), "stop")
    screen.expect("over two hours")
    screen.sendline("soon")
    screen.expect("is not a duration")
    screen.sendline("6m")
    screen.expect("Logged")
    screen.expect(pexpect.EOF)
    (episode,) = episodes(cramplog)
    assert (episode["started_at"], episode["duration_seconds"]) == (
        "2026-11-23T00:10:00+00:00",
        360,
    )


def test_a_forgotten_timer_that_nobody_explains_stays_on(cramplog: Program) -> None:
    assert at(cramplog, "00:10:00")("start", "left", "calf").code == 0
    screen = spawn(at(cramplog, "03:29:00"), "stop")
    screen.expect("over two hours")
    screen.sendline("")
    screen.expect("error")
    screen.expect(pexpect.EOF)
    assert episodes(cramplog) == []
    assert is_running(cramplog)
