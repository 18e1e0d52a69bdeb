"""Command lines of every command and option that the program has, most of them a little wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from cramplog.cli.app import program
from cramplog.cli.build import global_options
from cramplog.dispatch import COMMANDS
from cramplog.value import Value
from fuzzing import vocabulary
from fuzzing.promises import keeps
from fuzzing.room import Room
from fuzzing.texts import words

LEFT_OUT = {"completion"}
"""It writes the start-up files of shells, for which it asks the system."""

ASKED = ("--help", "-h", "--version")


class Form(Value):
    """A command or subcommand, with its options: a name, and whether it takes a value."""

    path: tuple[str, ...]
    options: tuple[tuple[str, bool], ...]


def _forms() -> Iterator[Form]:
    group: Any = program()
    for name in COMMANDS:
        if name not in LEFT_OUT:
            yield from _of(group.get_command(None, name), (name,))
    yield Form(path=(), options=_options(global_options()))


def _of(command: Any, path: tuple[str, ...]) -> Iterator[Form]:
    yield Form(path=path, options=_options(command.params))
    for name, inner in getattr(command, "commands", {}).items():
        yield from _of(inner, (*path, name))


def _options(params: list[Any]) -> tuple[tuple[str, bool], ...]:
    named = [param for param in params if param.param_type_name == "option"]
    return tuple(
        (name, not param.is_flag)
        for param in named
        for name in (*param.opts, *param.secondary_opts)
        if name not in ASKED
    )


FORMS = tuple(_forms())
OFTEN = tuple(form for form in FORMS if form.path and form.path[0] in vocabulary.WORDS)


@st.composite
def lines(draw: st.DrawFn) -> tuple[list[str], bool]:
    """A command line, and whether it is `cramp`'s."""
    form = draw(st.sampled_from(OFTEN) | st.sampled_from(FORMS))
    first = form.path[0] if form.path else "log"
    known = st.sampled_from(vocabulary.WORDS.get(first, vocabulary.OF_LOG))
    keys = vocabulary.PAIRED.get(first)
    word = known | known | words
    if keys:
        value = st.sampled_from(vocabulary.VALUES) | words
        word = word | st.builds("{}={}".format, st.sampled_from(keys), value)
    typed = list(form.path)
    for _ in range(draw(st.integers(0, 7))):
        if form.options and draw(st.integers(0, 2)) == 0:
            typed += _option(draw, *draw(st.sampled_from(form.options)))
        else:
            typed.append(draw(word))
    asked = st.sampled_from([[]] * 6 + [["--json"]] * 3 + [["--plain"], ["--help"]])
    typed = [*draw(asked), *typed] if draw(st.booleans()) else [*typed, *draw(asked)]
    return typed, draw(st.booleans())


def _option(draw: st.DrawFn, name: str, valued: bool) -> list[str]:
    if not valued:
        return [name]
    long = "--output" if name == "-o" else name
    usual = vocabulary.OPTIONS.get(long)
    value = draw(st.sampled_from(usual) | words if usual else words)
    return [f"{name}={value}"] if name[:2] == "--" and draw(st.booleans()) else [name, value]


def try_line(case: tuple[list[str], bool], room: Room) -> None:
    """One command line on the same diary."""
    typed, short = case
    room.lay()
    keeps(room.run(*typed, short=short))
