"""Appointments with a doctor, and what to bring to the next one."""

from __future__ import annotations

from cramplog.domain.facts import Visit
from cramplog.errors import BadFact
from cramplog.storage.repository import ALWAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.storage.act import Act
    from cramplog.storage.repository import Diary


def listed(diary: Diary) -> list[tuple[str, Visit]]:
    """All appointments with the uid of each, the earliest first."""
    return list(zip(diary.uids("visit"), diary.visits(), strict=True))


def upcoming(diary: Diary) -> Visit | None:
    """The next appointment that is not done."""
    return next((visit for visit in diary.visits() if not visit.done), None)


def last_done(diary: Diary, before: int = ALWAYS) -> Visit | None:
    """The last appointment that is done."""
    done = [visit for visit in diary.visits() if visit.done and visit.day <= before]
    return done[-1] if done else None


def put(diary: Diary, day: int, who: str | None, now: Moment) -> tuple[Visit, Visit | None]:
    """Record the next appointment; returns it, and the open one whose place it takes."""
    fact = Visit(day=day, who=who, recorded_at=now.instant)
    with diary.act("visit set", now.instant) as act:
        open_ = [(uid, visit) for uid, visit in listed(diary) if not visit.done]
        uid, old = open_[0] if open_ else (act.uid(), None)
        _store(act, uid, fact)
        act.said = "visit set"
    return fact, old


def done(diary: Diary, today: int, now: Moment) -> Visit:
    """Record that the appointment took place; one that was not set took place today."""
    with diary.act("visit done", now.instant) as act:
        for uid, visit in listed(diary):
            if not visit.done:
                fact = visit.replace(done=True, day=min(visit.day, today))
                _store(act, uid, fact)
                break
        else:
            fact = Visit(day=today, done=True, recorded_at=now.instant)
            if any(visit.day == today for visit in diary.visits()):
                raise BadFact("today's visit is on record already.", "`cramplog visit` shows it.")
            _store(act, act.uid(), fact)
        act.said = "visit done"
    return fact


def _store(act: Act, uid: str, fact: Visit) -> None:
    act.put("visit", {"person_id": act.person_id, "uid": uid, **fact.fields()})
