"""Appointments with a doctor."""

from __future__ import annotations

from cramplog.diary.repository import ALWAYS
from cramplog.domain.facts import Visit
from cramplog.errors import BadFact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary


def listed(diary: Diary) -> list[tuple[str, Visit]]:
    """Return all appointments with their uids, the earliest first."""
    return list(zip(diary.uids("visit"), diary.visits(), strict=True))


def upcoming(diary: Diary) -> Visit | None:
    """Return the next appointment that is not done."""
    return next((visit for visit in diary.visits() if not visit.done), None)


def last_done(diary: Diary, before: int = ALWAYS) -> Visit | None:
    """Return the last appointment that is done."""
    done = [visit for visit in diary.visits() if visit.done and visit.day <= before]
    return done[-1] if done else None


def put(diary: Diary, day: int, who: str | None, now: Moment) -> tuple[Visit, Visit | None]:
    """Record the next appointment; returns it, and the open one that it replaces."""
    fact = Visit(day=day, who=who, recorded_at=now.instant)
    with diary.act("visit set", now.instant) as act:
        open_ = [(uid, visit) for uid, visit in listed(diary) if not visit.done]
        uid, old = open_[0] if open_ else (act.uid(), None)
        _store(act, uid, fact)
        act.said = "visit set"
    return fact, old


def done(
    diary: Diary, today: int, now: Moment, on: int | None = None
) -> tuple[Visit, Visit | None]:
    """Record that an appointment took place, with the one that was set; raises BadFact.

    Without a day it took place on the day that was set, or today if that is still to come; one that
    was not set took place today.
    """
    with diary.act("visit done", now.instant) as act:
        act.said = "visit done"
        for uid, visit in listed(diary):
            if not visit.done:
                day = min(visit.day, today) if on is None else on
                fact = visit.replace(done=True, day=day)
                _store(act, uid, fact)
                return fact, visit
        fact = Visit(day=today if on is None else on, done=True, recorded_at=now.instant)
        if any(visit.day == fact.day for visit in diary.visits()):
            which = "today's visit" if fact.day == today else "a visit on that day"
            raise BadFact(f"{which} is on record already.", "`cramplog visit` shows it.")
        _store(act, act.uid(), fact)
    return fact, None


def _store(act: Act, uid: str, fact: Visit) -> None:
    act.restate("visit", {"person_id": act.person_id, "uid": uid, **fact.fields()})
