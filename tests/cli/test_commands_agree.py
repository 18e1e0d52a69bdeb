"""The commands agree with their declarations, with the table and with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cramplog.cli import complete
from cramplog.cli.app import program
from cramplog.cli.build import global_options
from cramplog.cli.everyday import load
from cramplog.cli.help import EXAMPLES
from cramplog.dispatch import COMMANDS, Entry, first_word


def tree(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    yield name, command
    for each, inner in getattr(command, "commands", {}).items():
        yield from tree(inner, f"{name} {each}")


PROGRAM: Any = program()
ALL = {
    name: command for top in COMMANDS for name, command in tree(PROGRAM.get_command(None, top), top)
}
LEAVES = {name: command for name, command in ALL.items() if not getattr(command, "commands", {})}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_the_help_says_first(name: str) -> None:
    command = ALL[name]
    assert command.name == name
    first = " ".join(command.help.split()).partition(". ")[0].rstrip(".") + "."
    assert first == COMMANDS[name].help


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_has_two_or_three_examples_of_itself(name: str) -> None:
    examples = LEAVES[name].help.partition(EXAMPLES)[2].strip().splitlines()
    assert 2 <= len(examples) <= 3, examples
    assert examples[0].strip().startswith(f"cramplog {name}"), examples


@pytest.mark.parametrize("entry", COMMANDS.values(), ids=COMMANDS)
def test_every_completer_that_is_declared_is_there(entry: Entry) -> None:
    parameters = [one for each in load(entry).values() for one in each.parameters]
    assert [one for one in parameters if one.complete and not hasattr(complete, one.complete)] == []


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_explained(name: str) -> None:
    options = [p for p in ALL[name].params if p.param_type_name == "option"]
    assert [option.opts for option in options if not option.help] == []


@pytest.mark.parametrize("name", ALL)
def test_every_command_takes_the_global_options(name: str) -> None:
    shared = {option.opts[0] for option in global_options()}
    assert shared <= {option for p in ALL[name].params for option in p.opts}


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("log left", "log"),
        ("--json list", "list"),
        ("--db x.db log", "log"),
        ("--db=x.db log", "log"),
        ("--person anna", None),
        ("--help", None),
        ("", None),
        ("-5m calf", "-5m"),
    ],
)
def test_the_command_is_the_first_word_that_is_no_option(line: str, word: str | None) -> None:
    assert first_word(line.split()) == word
