"""The TAB key: `cramplog _complete "REST OF THE LINE"` prints what can follow, a word a line.

The shell scripts of `completion install` call it. It reads the declarations, without Typer.
"""

from __future__ import annotations

import os
import shlex
from contextlib import suppress

from cramplog.cli import complete, everyday
from cramplog.cli.declare import GLOBAL, Argument, Declared, Option
from cramplog.dispatch import COMMANDS, first_word

VERSION = Option(flags=("--version",), help="")

Offer = tuple[str, str]
"""A word, and what it is for; empty where it speaks for itself."""


def run(line: str, *, short: bool) -> int:
    """Answer a shell: `line` is what stands between the program's name and the cursor."""
    for word, use in offers(*_split(line), short=short):
        print(f"{word}\t{use}" if use else word)
    return 0


def _split(line: str) -> tuple[list[str], str]:
    """Part the words before the cursor's from what is typed of that one."""
    for mark in ("", '"', "'"):  # a quotation may be open
        with suppress(ValueError):
            words = shlex.split(line + mark)
            ended = not words or (not mark and line[-1:].isspace())
            return (words, "") if ended else (words[:-1], words[-1])
    return [], line


def offers(given: list[str], incomplete: str, *, short: bool) -> list[Offer]:
    """Return what can stand where `incomplete` does."""
    name = first_word(given)
    option = given[-1] if given and given[-1].startswith("-") else ""
    if name is None and not option and not incomplete.startswith("-"):
        commands = [(name, entry.help) for name, entry in COMMANDS.items()]
        found = [offer for offer in commands if offer[0].startswith(incomplete)]
        words = [(word, "") for word in complete.words(incomplete)] if short else []
        return [*found, *words] if incomplete else [*words, *found]
    if name is None and not short:  # options before any command
        return _options((VERSION, *GLOBAL), rest=given, incomplete=incomplete)
    command = name if name in COMMANDS else "log"
    rest = given[given.index(name) + 1 :] if name in COMMANDS else given
    return _of_command(command, rest, incomplete)


def _of_command(name: str, rest: list[str], incomplete: str) -> list[Offer]:
    """Return what can follow a command's name and the words after it."""
    commands = everyday.load(COMMANDS[name])
    sub = first_word(rest) or ""
    if f"{name} {sub}" in commands:
        command = commands[f"{name} {sub}"]
        rest = rest[rest.index(sub) + 1 :]
        return _of_parameters(command, rest, incomplete)
    command = commands.get(name, Declared(name=name, parameters=(), function=None))
    begins = f"{name} "
    inner = [each.removeprefix(begins) for each in commands if each.startswith(begins)]
    is_option = any(word.startswith("-") for word in (*rest[-1:], incomplete))
    if inner and not is_option:
        return [] if sub else [(each, "") for each in inner if each.startswith(incomplete)]
    return _of_parameters(command, rest, incomplete)


def _of_parameters(command: Declared, rest: list[str], incomplete: str) -> list[Offer]:
    """Return what a command's options and arguments can be."""
    options = (*command.options, *GLOBAL)
    valued = _valued(options)
    if incomplete.startswith("-") or (rest and rest[-1] in valued):
        return _options(options, rest, incomplete)
    last = ["", *rest]
    before = [
        word
        for word, option in zip(rest, last, strict=False)
        if not word.startswith("-") and option not in valued
    ]
    arguments = command.arguments
    if not arguments or (len(before) >= len(arguments) and not arguments[-1].many):
        return []
    return _values(arguments[min(len(before), len(arguments) - 1)], before, incomplete)


def _options(options: tuple[Option, ...], rest: list[str], incomplete: str) -> list[Offer]:
    """Return the options that go on so, or the values of one that waits for its value."""
    valued = _valued(options)
    option, equals, value = incomplete.partition("=")
    if rest and rest[-1] in valued:
        return _values(valued[rest[-1]], [], incomplete)
    if equals and option in valued:
        return [(f"{option}={word}", use) for word, use in _values(valued[option], [], value)]
    flags = (flag for one in options for each in one.flags for flag in each.split("/"))
    return [(flag, "") for flag in flags if flag.startswith(incomplete)]


def _valued(options: tuple[Option, ...]) -> dict[str, Option]:
    """Return the options that take a value, by each of their names."""
    return {flag: one for one in options if one.metavar for flag in one.flags}


def _values(parameter: Argument | Option, given: list[str], incomplete: str) -> list[Offer]:
    return [(word, "") for word in complete.offered(parameter.complete, given, incomplete)]


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
