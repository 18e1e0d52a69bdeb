"""`flags --check` at a terminal: the open questions one after another, answered by commands."""

from __future__ import annotations

import re
import shlex
import sys

from cramplog.cli.session import Session
from cramplog.domain.spelling import quoted
from cramplog.errors import BadOption, CramplogError
from cramplog.render.text import flow, visible
from cramplog.services.judge import judged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.flags.to_ask import Question

BLANK = re.compile(r"\b(DATE|YEAR|NAME)\b")
EXAMPLE = "for example "
UNKNOWN = " (Enter: not known)"
YES, NO = ("y", "yes", "j", "ja"), ("n", "no", "nein", "none", "neither")
NEGATIVE = ("no", "none", "neither")  # how an answer begins that stands for a no
MAY_LACK = " --on DATE"  # that a medicine is taken can be said without since when


def ask_all(session: Session) -> int:
    """Ask until nothing is open or the person leaves; return how many were answered."""
    if not session.interactive():
        raise BadOption(
            "--check asks questions, and this is no terminal.",
            "`cramplog flags --full` lists each with the command that answers it.",
        )
    passed: set[str] = set()
    answered = 0
    while True:
        found = judged(session.look(), session.now).open
        waiting = [one for one in found if one.ask.question not in passed]
        if not waiting:
            return answered
        ask = waiting[0].ask
        command = _choice(session, waiting)
        if command is None:
            return answered
        if not command:
            passed.add(ask.question)
        elif _run(session, command):
            answered += 1
            if "NAME" not in ask.answers[0][1]:  # there may be another one to name
                passed.add(ask.question)


def _choice(session: Session, waiting: Sequence[Question]) -> str | None:
    """The command of the answer to the first; empty to skip, None to leave."""
    ask = waiting[0].ask
    today = sum(one.today for one in waiting)
    left = f"({len(waiting)} open, {today} for today)" if today else f"({len(waiting)} open)"
    lines = flow(f"{visible(ask.question)}  {left}", session.screen().width, "  ")
    lines += [
        f"  {number}  {words}{' (or n)' if _is_no(words) else ''}"
        for number, (words, _) in enumerate(ask.answers, 1)
    ]
    print("\n".join(map(visible, lines)))
    while True:
        said = _line("Number, or the word; Enter: I do not know; q: enough. ")
        if said in ("q", "Q", None):
            return None
        if not said:
            return ""
        chosen = _meant(said.lower(), [words for words, _ in ask.answers])
        if chosen is not None:
            return _filled(*ask.answers[chosen])
        sys.stderr.write(f"{quoted(said)} is not understood.\n")


def _is_no(words: str) -> bool:
    return words.split(maxsplit=1)[0].rstrip(",") in NEGATIVE


def _meant(said: str, answers: list[str]) -> int | None:
    """Which answer was meant: by its number or its word, or by y and n; None if by neither."""
    if said.isascii() and said.isdigit():
        return int(said) - 1 if 1 <= int(said) <= len(answers) else None
    if said in answers:
        return answers.index(said)
    fitting = [
        at
        for at, words in enumerate(answers)
        if (said in NO and _is_no(words)) or (said in YES and words.startswith("yes"))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _filled(words: str, command: str) -> str:
    """The command of an answer, with what it leaves open asked for; empty where nothing was."""
    if words.startswith(EXAMPLE):  # the last word stands for what is to be said
        before, _, example = command.rpartition(" ")
        value = _line(f"such as {example}? ")
        return f"{before} {shlex.join(value.split())}" if value else ""
    while blank := BLANK.search(command):
        may_lack = blank[1] == "DATE" and words != "date" and command.endswith(MAY_LACK)
        value = _line(f"{blank[1].lower()}{UNKNOWN if may_lack else ''}? ")
        if may_lack and not value:
            return command.removesuffix(MAY_LACK)
        if not value:
            return ""
        command = command[: blank.start()] + shlex.quote(value) + command[blank.end() :]
    return command


def _line(prompt: str) -> str | None:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    said = sys.stdin.readline()
    return said.strip() if said else None


def _run(session: Session, command: str) -> int:
    """Run an answer's command line as if it had been typed; 1 where it was stored."""
    from cramplog.cli.app import run_typer
    from cramplog.cli.output import fail

    arguments = shlex.split(command)[1:]
    for option in ("db", "person"):
        value = getattr(session, option)
        if value:
            arguments += [f"--{option}", value]
    with Session() as answering:
        try:
            return 0 if run_typer(arguments, "cramplog", answering) else 1
        except CramplogError as error:
            fail(error, arguments, answering)
            return 0
