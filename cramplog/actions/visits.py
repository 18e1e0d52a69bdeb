"""`visit`: the next appointment, what to bring and what to ask."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.actions.flags import open_questions
from cramplog.cli.session import Result
from cramplog.domain.night import iso
from cramplog.errors import BadFact, BadTime
from cramplog.letters import tidy
from cramplog.render import visit as render
from cramplog.render.text import day as day_text
from cramplog.services import judge, summary
from cramplog.services import visits as service
from cramplog.timeparse.coming_days import leading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.domain.facts import Visit


LONGEST_NAME = 200
FARTHEST_DAYS = 3660


def set_(session: Session, words: list[str]) -> Result:
    """Record the next appointment, its day first; raises BadTime for one that is over, BadFact."""
    today = judge.today(session.now)
    count = leading(words)
    when = _within(timeparse.parse_coming_day(" ".join(words[:count]), session.now), today)
    name = tidy(" ".join(words[count:]))
    if len(name) > LONGEST_NAME:
        raise BadFact(f"whom to see is a text of up to {LONGEST_NAME} characters.")
    fact, old = service.put(session.diary(), when, name or None, session.now)
    other = old and (old.day, old.who) != (fact.day, fact.who)
    instead = f" In place of {render.visit(old, today)}." if old and other else ""
    return _said(session, fact, f"Noted: visit on {render.visit(fact, today)}.{instead}")


def _within(day: int, today: int) -> int:
    if day > today + FARTHEST_DAYS:
        raise BadTime(f"{iso(day)} is more than ten years ahead.", "Check the year.")
    return day


def done(session: Session, day: str | None = None) -> Result:
    """Record that the visit took place, on the day that was set unless another is said."""
    today = judge.today(session.now)
    on = timeparse.parse_day(day, session.now) if day else None
    if on is not None and on > today:
        raise BadTime(f"{iso(on)} is still to come.", f"Today is {iso(today)}.")
    fact, was = service.done(session.diary(), today, session.now, on)
    moved = (
        f" It was set for {day_text(was.day, year=True)}." if was and was.day != fact.day else ""
    )
    return _said(session, fact, f"Noted as done: the visit of {render.visit(fact, today)}.{moved}")


def _said(session: Session, fact: Visit, text: str) -> Result:
    from cramplog.render.text import flow

    return Result(
        text=lambda screen: flow(f"{text} {session.undo_hint()}", screen.width, "  "),
        data=lambda: {"visit": render.data(fact)},
    )


def show(session: Session) -> Result:
    """The next appointment, what to bring, and questions from flags and gaps."""
    diary = session.look()
    today = judge.today(session.now)
    coming, before = service.upcoming(diary), service.last_done(diary)
    flags = judge.judged(diary, session.now).evaluation.flags
    gaps = summary.gaps(diary, session.now)
    asks = [ask.question for ask, _ in open_questions(session)]
    plan = render.Plan(
        coming=coming, before=before, today=today, flags=flags, gaps=gaps, asks=tuple(asks)
    )
    return Result(
        leisurely=True,
        text=lambda screen: render.plan(plan, screen.width),
        data=lambda: render.plan_data(plan),
    )
