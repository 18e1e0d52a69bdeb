"""The TAB key: `cramplog _complete "REST OF THE LINE"` prints what can follow, a word a line.

The shell scripts of `completion install` call it. A command's words need no Typer; its options,
and the words of commands that are seldom typed, are those that Typer knows.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from cramplog.cli import complete
from cramplog.dispatch import COMMANDS, VALUES, first_word

COMMAND = "_complete"

Offer = tuple[str, str]
"""A word, and what it is for; empty where it speaks for itself."""

WORDS: dict[str, Callable[[list[str], str], list[str]]] = {
    "log": lambda _, incomplete: complete.words(incomplete),
    "start": lambda _, incomplete: complete.words(incomplete),
    "stop": lambda _, incomplete: complete.words(incomplete),
    "edit": lambda given, incomplete: (
        complete.words(incomplete) if given else complete.numbers(incomplete)
    ),
    "night": lambda _, incomplete: complete.factors(incomplete),
    "report": complete.periods,
}
"""What the words of everyday commands can be, by those given before."""


def run(line: str, *, short: bool) -> int:
    """Answer a shell: `line` is what stands between the program's name and the cursor."""
    for word, use in offers(*_split(line), short=short):
        print(f"{word}\t{use}" if use else word)
    return 0


def _split(line: str) -> tuple[list[str], str]:
    """The words before the cursor's, and what is typed of that one."""
    for mark in ("", '"', "'"):  # a quotation may be open
        with suppress(ValueError):
            words = shlex.split(line + mark)
            ended = not words or (not mark and line[-1:].isspace())
            return (words, "") if ended else (words[:-1], words[-1])
    return [], line


def offers(given: list[str], incomplete: str, *, short: bool) -> list[Offer]:
    """What can stand where `incomplete` does."""
    name = first_word(given)
    option = given[-1] if given and given[-1].startswith("-") else ""
    if name is None and not option and not incomplete.startswith("-"):
        commands = [(name, entry.help) for name, entry in COMMANDS.items()]
        found = [offer for offer in commands if offer[0].startswith(incomplete)]
        words = [(word, "") for word in complete.words(incomplete)] if short else []
        return [*found, *words] if incomplete else [*words, *found]
    command = name if name in COMMANDS else "log"
    rest = given[given.index(name) + 1 :] if name in COMMANDS else given
    if command in WORDS and not option and not incomplete.startswith("-"):
        return [(word, "") for word in WORDS[command](rest, incomplete)]
    return _typers(command if name or short else None, rest, incomplete)


def _typers(name: str | None, rest: list[str], incomplete: str) -> list[Offer]:
    """What Typer's parameters can be."""
    from typer.core import TyperArgument, TyperGroup, TyperOption

    from cramplog.cli.app import program

    command: Any = program()
    if name is not None:
        command = command.get_command(None, name)
    sub = first_word(rest)
    if isinstance(command, TyperGroup) and sub is not None and sub in command.commands:
        command, rest = command.commands[sub], rest[rest.index(sub) + 1 :]
    params = command.params
    options = {
        said: param
        for param in params
        if isinstance(param, TyperOption) and not param.hidden
        for said in (*param.opts, *param.secondary_opts)
    }
    valued = {said for said, param in options.items() if not param.is_flag} | {
        f"--{name}" for name in VALUES
    }
    option, equals, value = incomplete.partition("=")
    if rest and rest[-1] in valued:
        return _values(command, options[rest[-1]], incomplete)
    if equals and option in valued:
        return [(f"{option}={word}", use) for word, use in _values(command, options[option], value)]
    if incomplete.startswith("-"):
        return [(said, "") for said in options if said.startswith(incomplete)]
    if isinstance(command, TyperGroup):
        return [(said, "") for said in command.commands if said.startswith(incomplete)]
    arguments = [param for param in params if isinstance(param, TyperArgument)]
    before = [
        word
        for word, last in zip(rest, ["", *rest], strict=False)
        if not word.startswith("-") and last not in valued
    ]
    if not arguments or (len(before) >= len(arguments) and arguments[-1].nargs != -1):
        return []
    return _values(command, arguments[min(len(before), len(arguments) - 1)], incomplete)


def _values(command: Any, param: Any, incomplete: str) -> list[Offer]:
    with command.make_context(command.name, [], resilient_parsing=True) as context:
        return [(item.value, "") for item in param.shell_complete(context, incomplete)]


def earlier(asked: str, *, short: bool) -> int:
    """Answer a script that an earlier version installed, which asks by the environment."""
    if asked == "complete_bash":
        words = os.environ.get("COMP_WORDS", "").split()
        at = min(int(os.environ.get("COMP_CWORD", "0") or 0), len(words))
        if "@" in words[1:at] and words[at - 1] == "@":  # bash took a trigger apart
            words[at - 1 : at + 1] = ["@" + "".join(words[at : at + 1])]
            at -= 1
        found = offers(words[1:at], "".join(words[at : at + 1]) if at else "", short=short)
        print("\n".join(word for word, _ in found))
        return 0
    line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    found = offers(*_split(line.partition(" ")[2]), short=short)
    if asked == "complete_zsh":
        listed = "\n".join(f'"{word}"' for word, _ in found)
        print(f"_arguments '*: :(({listed}))'" if found else "_files")
        return 0
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if found else 1
    print("\n".join(f"{word}\t{use}" if use else word for word, use in found))
    return 0
