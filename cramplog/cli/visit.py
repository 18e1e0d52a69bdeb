"""`visit`: the next appointment, what to bring and what to ask."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.cli.dates import today
from cramplog.cli.declare import Argument, command
from cramplog.cli.session import Result, Session, answer
from cramplog.domain.facts import Visit
from cramplog.domain.night import iso
from cramplog.errors import BadFact, BadTime
from cramplog.letters import tidy
from cramplog.render import visit as render
from cramplog.render.text import day as day_text
from cramplog.services import judge, summary
from cramplog.services import visits as service
from cramplog.timeparse.coming_days import leading

LONGEST_NAME = 200
FARTHEST_DAYS = 3660


@command("visit")
def show(session: Session) -> Result:
    """Show the next appointment: what to bring, what to ask.

    Examples:
    cramplog visit
    cramplog visit set 2026-12-04 GP
    cramplog visit done
    """
    diary = session.look()
    found = judge.judged(diary, session.now)
    plan = render.Plan(
        coming=service.upcoming(diary),
        before=service.last_done(diary),
        today=today(session.now),
        flags=found.evaluation.flags,
        gaps=summary.gaps(diary, session.now),
        asks=tuple(one.ask.question for one in found.open),
        facts=diary.facts(),
    )
    return Result(
        leisurely=True,
        text=lambda screen: render.plan(plan, screen.width),
        data=lambda: render.plan_data(plan),
    )


@command(
    "visit set",
    Argument(name="day", metavar="DATE"),
    Argument(name="who", metavar="[WHO]", least=0, many=True),
)
def set_(session: Session, day: str, who: tuple[str, ...]) -> Result:
    """Record the next appointment.

    Examples:
    cramplog visit set 2026-12-04 GP
    cramplog visit set "in 9 days" Dr Weber
    cramplog visit set friday
    """
    present, words = today(session.now), [day, *who]
    count = leading(words)
    when = timeparse.parse_coming_day(" ".join(words[:count]), session.now)
    if when > present + FARTHEST_DAYS:
        raise BadTime(f"{iso(when)} is more than ten years ahead.", "Check the year.")
    name = tidy(" ".join(words[count:]))
    if len(name) > LONGEST_NAME:
        raise BadFact(f"whom to see is a text of up to {LONGEST_NAME} characters.")
    fact, old = service.put(session.diary(), when, name or None, session.now)
    other = old and (old.day, old.who) != (fact.day, fact.who)
    instead = f" In place of {render.visit(old, present)}." if old and other else ""
    return _result(session, fact, f"Noted: visit on {render.visit(fact, present)}.{instead}")


@command("visit done", Argument(name="day", metavar="[DATE]", least=0))
def done(session: Session, day: str | None) -> Result:
    """Record that the visit took place; `--since visit` counts from it.

    Examples:
    cramplog visit done
    cramplog visit done yesterday
    cramplog report --since visit
    """
    present = today(session.now)
    on = timeparse.parse_day(day, session.now) if day else None
    if on is not None and on > present:
        raise BadTime(f"{iso(on)} is still to come.", f"Today is {iso(present)}.")
    fact, was = service.done(session.diary(), present, session.now, on)
    moved = (
        f" It was set for {day_text(was.day, year=True)}." if was and was.day != fact.day else ""
    )
    return _result(
        session, fact, f"Noted as done: the visit of {render.visit(fact, present)}.{moved}"
    )


def _result(session: Session, fact: Visit, text: str) -> Result:
    return answer(lambda: {"visit": render.data(fact)}, f"{text} {session.undo_hint()}")
