"""`flags`: which patterns of the diary are reasons to see a doctor."""

from __future__ import annotations

from cramplog.cli.session import Result
from cramplog.domain.night import iso
from cramplog.errors import BadOption
from cramplog.flags.evaluate import questions
from cramplog.flags.outcome import ROUTINE, URGENCIES
from cramplog.flags.words import counted
from cramplog.letters import tidy
from cramplog.render import flags as render
from cramplog.render import flags_short, typical
from cramplog.render.text import day, flow, visible
from cramplog.services import judge
from cramplog.services import snooze as service
from cramplog.timeparse import figures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from cramplog.cli.session import Session
    from cramplog.flags.evaluate import Evaluation, Flag, Off, Open
    from cramplog.flags.outcome import Ask
    from cramplog.services.judge import Judged, Quiet

FLAGS_ON = 10


def flags(
    session: Session, rule: str | None, *, exit_code: bool, everything: bool = False
) -> Result:
    """All rules, or one by its id; raises NoSuchRule. `everything` lists every open question."""
    if rule:
        return _one(session, rule, exit_code=exit_code)
    found = judge.judged(session.look(), session.now)
    return Result(
        leisurely=True,
        text=lambda screen: [
            *render.text(
                found.evaluation, screen.width, len(found.quiet), everything=everything
            ).split("\n"),
            *_below(quieted(found.quiet, screen.width)),
            *_below(typical.text(found.typical, screen.width)),
            *_below(
                [
                    line
                    for words in flags_short.in_short(found.evaluation.flags)
                    for line in flow(words, screen.width, "  ")
                ]
            ),
        ],
        data=lambda: data(found),
        exit_code=_code(found.evaluation) if exit_code else 0,
    )


def data(found: Judged) -> dict[str, Any]:
    """Flags as JSON; those that were quieted stand apart, with the reason."""
    quiet = found.evaluation.replace(flags=tuple(item.flag for item in found.quiet))
    return {
        **render.data(found.evaluation),
        "snoozed": [
            {**shown, "until": iso(item.until), "because": item.because}
            for shown, item in zip(render.data(quiet)["flags"], found.quiet, strict=True)
        ],
        "typical": typical.data(found.typical),
    }


def quieted(items: Sequence[Quiet], width: int) -> list[str]:
    """Flags that are on and quieted, with the reason; reports print them, too."""
    return [
        line
        for item in items
        for line in flow(
            f"Quieted until {day(item.until, year=True)} because: {visible(item.because)}. "
            f"{flags_short.summary(item.flag)}",
            width,
            "  ",
        )
    ]


def _below(lines: list[str]) -> list[str]:
    return ["", *lines] if lines else []


def _one(session: Session, rule: str, *, exit_code: bool) -> Result:
    diary = session.look()
    found = judge.judged_one(diary, session.now, rule)
    quiet = judge.quieted(diary, session.now, found.flags)
    items: list[Flag | Open | Off] = [*found.flags, *found.not_evaluable, *found.clear]
    return Result(
        leisurely=True,
        text=lambda screen: [
            *render.one(items[0], screen.width).split("\n"),
            *_below(quieted(quiet, screen.width)),
        ],
        data=lambda: render.data(found),
        exit_code=_code(found) if exit_code and not quiet else 0,
    )


def _code(found: Evaluation) -> int:
    soon = URGENCIES.index(ROUTINE)
    on = any(URGENCIES.index(flag.fired.urgency) < soon for flag in found.flags)
    return FLAGS_ON if on else 0


def snooze(session: Session, rule: str, days: str, because: str | None) -> Result:
    """Quiet a flag for some days, with a reason."""
    if not (days.isascii() and days.isdigit()) or len(days) > 4:
        figures.refuse_unclear(days)
        raise BadOption(f"{days!r} is not a number of days.", "Try --snooze ART-REGULAR 30.")
    reason = tidy(because or "")
    until, on = service.snooze(session.diary(), rule, int(days), reason, session.now)
    last = day(until, year=True)
    told = (
        f"{rule.upper()} is quiet until {last}; reports print the reason."
        if on
        else f"{rule.upper()} is not on; if it comes on before {last}, it stays quiet unless it "
        "is SOON or more urgent."
    )
    return Result(
        text=lambda screen: flow(f"{told} {session.undo_hint()}", screen.width, "  "),
        data=lambda: {"snoozed": {"id": rule.upper(), "until": iso(until), "because": reason}},
    )


def open_questions(session: Session) -> list[tuple[Ask, list[str]]]:
    """The questions that wait, with the rules that each would decide."""
    return questions(judge.judged(session.look(), session.now).evaluation)


def check(session: Session) -> Result:
    """The open questions as JSON, for those who cannot be asked at a terminal."""
    waiting = open_questions(session)
    return Result(
        text=lambda _: [],
        data=lambda: {
            "questions": [
                {"question": ask.question, "answers": dict(ask.answers), "decides": rules}
                for ask, rules in waiting
            ]
        },
    )


def on(session: Session, *, exit_code: bool) -> Result:
    """The flags that are on, a line each: what `flags --check` ends with."""
    found = judge.judged(session.look(), session.now)
    left = len(questions(found.evaluation))
    told = [flags_short.summary(flag) for flag in found.evaluation.flags] or ["No flag is on."]
    still = f"{counted(left, 'question')} still open. " if left else ""
    told.append(f"{still}More: cramplog flags")
    return Result(
        leisurely=True,
        text=lambda screen: [line for words in told for line in flow(words, screen.width, "  ")],
        data=lambda: data(found),
        exit_code=_code(found.evaluation) if exit_code else 0,
    )
