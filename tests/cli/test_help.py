"""What `--help` and `help WORD` show (contract 1.8)."""

from __future__ import annotations

from typing import Any

import pytest
from inside import Inside

from cramplog.cli.app import program
from cramplog.cli.help import EXAMPLES, whole
from cramplog.dispatch import COMMANDS, GROUPS

PROGRAM: Any = program()


def commands() -> dict[str, Any]:
    found: dict[str, Any] = {}
    waiting = [(name, PROGRAM.get_command(None, name)) for name in COMMANDS]
    while waiting:
        name, command = waiting.pop()
        found[name] = command
        inner = getattr(command, "commands", {})
        waiting += [(f"{name} {each}", one) for each, one in inner.items()]
    return found


@pytest.mark.parametrize(("name", "command"), sorted(commands().items()))
def test_at_forty_columns_an_example_is_shown_whole(name: str, command: Any) -> None:
    examples = (command.help or "").partition(EXAMPLES)[2].strip().splitlines()
    shown = whole(examples, 40)
    assert shown, name
    assert [line for line in shown if len(line) > 40 or line.endswith("\\")] == []


@pytest.mark.parametrize("columns", [80, 40])
def test_the_commands_stand_in_groups_of_daily_words(
    run: Inside, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("--help").stdout.splitlines()
    titles = [f"{title}:" for title in GROUPS]
    assert [line for line in lines if line in titles] == titles
    assert len(titles) == 6
    assert max(map(len, lines)) <= columns


def test_the_help_of_log_lists_its_words(run: Inside) -> None:
    told = " ".join(run("log", "--help").stdout.split())
    words = ("hamstring", "10m ago", "~5m", "still", "7 out of 10", "slept through", "@stress")
    assert [word for word in (*words, "+stretch:no", "tonic") if word not in told] == []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("calf", "a place"),
        ("woke", "it woke you"),
        ("@stress", "you suspect"),
        ("stretch", "you tried"),
        ("cold", "you suspect"),
    ],
)
def test_a_word_is_explained(run: Inside, word: str, said: str) -> None:
    told = run("help", word)
    assert told.code == 0
    assert said in told.stdout


def test_a_command_is_explained_by_its_help(run: Inside) -> None:
    assert run("help", "night").stdout == run("night", "--help").stdout


def test_an_unknown_word_is_answered_with_the_one_meant(run: Inside) -> None:
    told = run("help", "calv")
    assert (told.code, 'Did you mean "calf"?' in told.stderr) == (2, True)
