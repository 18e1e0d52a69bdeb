"""Colour is at a terminal only, never the only signal, and a user's text stays text in it."""

from __future__ import annotations

import re

import pexpect
import pytest
from running import Program

from cramplog.render import colour

STYLED = re.compile(r"\x1b\[[0-9;]*m")
LINES = (
    " 1 URGENT    Signs that can mean a clot (GL-DVT)",
    "  Seen: [bold red]swelling[/bold red] :warning: and [/] of the leg",
    "`cramplog flags --check` asks:",
    r"note: \x1b[31mred",
    "Cramp nights    3 of 7",
)


def at_terminal(program: Program, *words: str, **variables: str | None) -> str:
    """What the program writes to a terminal that takes colour."""
    environment = program.with_environment(TERM="xterm-256color", **variables).environment
    command = [*program.command[1:], *words]
    with pexpect.spawn(
        program.command[0], command, env=environment, encoding="utf-8", dimensions=(60, 80)
    ) as child:
        child.expect(pexpect.EOF, timeout=60)
        return str(child.before).replace("\r\n", "\n")


@pytest.fixture
def swollen(cramplog: Program) -> Program:
    """A diary with an urgent flag, and Rich markup and an escape in a name."""
    assert cramplog("symptom", "swelling", "left").code == 0
    assert cramplog("condition", "add", "[red]knees[/red] \x1b[31m:bomb:").code == 0
    return cramplog


def test_lines_stay_what_they_are_but_for_the_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    colour.write(LINES)
    written = capsys.readouterr().out
    assert STYLED.search(written)
    assert STYLED.sub("", written).splitlines() == list(LINES)


def test_a_terminal_gets_the_words_of_a_pipe_in_colour(swollen: Program) -> None:
    for words in (("flags",), ("report", "week"), ("guide", "now"), ()):
        seen = at_terminal(swollen, *words)
        assert STYLED.search(seen), words
        assert STYLED.sub("", seen) == swollen(*words, COLUMNS="80").stdout, words


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        (("--plain",), {}),
        ((), {"NO_COLOR": "1"}),
        ((), {"TERM": "dumb"}),
    ],
)
def test_there_is_no_colour_where_it_is_not_wanted(
    swollen: Program, options: tuple[str, ...], variables: dict[str, str]
) -> None:
    program = swollen.with_environment(**{"TERM": "xterm-256color", **variables})
    for words in (("flags",), ("symptom", "swelling", "right"), ("report", "week")):
        with pexpect.spawn(
            program.command[0],
            [*words, *options],
            env=program.environment,
            encoding="utf-8",
            dimensions=(60, 80),
        ) as child:
            child.expect(pexpect.EOF, timeout=60)
            assert "\x1b" not in str(child.before)


def test_a_pipe_gets_no_colour(swollen: Program) -> None:
    assert "\x1b" not in swollen("flags", TERM="xterm-256color").stdout


def test_markup_and_escapes_in_a_users_text_stay_text_in_colour(swollen: Program) -> None:
    seen = at_terminal(swollen, "report", "week")
    assert r'"[red]knees[/red] \x1b[31m:bomb:"' in STYLED.sub("", seen)
    assert "\x1b[31m:" not in seen


def test_the_urgency_is_a_word_whether_in_colour_or_not(swollen: Program) -> None:
    assert " 1 URGENT    Signs" in STYLED.sub("", at_terminal(swollen, "flags"))
