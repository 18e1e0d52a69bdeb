"""Decide whether a snoozed flag stays quiet: for the evidence of that time only."""

from __future__ import annotations

from cramplog.domain.moments import day_of
from cramplog.flags.evaluate import evaluate
from cramplog.flags.outcome import EMERGENCY, SOON, URGENCIES, URGENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.flags.evaluate import Flag
    from cramplog.flags.record import Record

URGENT_DAYS = 14  # the longest quiet of a flag that is URGENT
ORDERS = 4096  # a uid orders so many changes within one second


def last_quiet_day(diary: Diary, flag: Flag, until: int, now: Moment) -> int:
    """Return the last quiet day: what is URGENT now is quiet for at most `URGENT_DAYS`."""
    if flag.fired.urgency != URGENT:
        return until
    began = day_of(diary.snoozed_at(flag.rule.id), now.utc_offset)
    return min(until, began + URGENT_DAYS)


def holds(diary: Diary, flag: Flag, quieted_as: str, seen: Record) -> bool:
    """Return whether a quiet still covers a flag: no worse level, and no evidence that is new."""
    urgency = flag.fired.urgency
    if urgency == EMERGENCY or URGENCIES.index(urgency) < URGENCIES.index(quieted_as):
        return False
    then = evaluate(_known_then(diary, flag.rule.id, seen), [flag.rule]).flags
    known = {text for one in then for text in one.evidence}
    if urgency not in (URGENT, SOON) and not known:
        return True  # it was snoozed before it was on
    return known.issuperset(flag.evidence)


def _known_then(diary: Diary, rule_id: str, seen: Record) -> Record:
    """Return the record without what was recorded after the rule was snoozed."""
    at, change = diary.snoozed_at(rule_id), diary.last_change_on("snooze", rule_id)

    def before(recorded_at: int, uid: str) -> bool:
        if recorded_at != at:
            return recorded_at < at
        later = (int(uid[15:18], 16) - change) % ORDERS
        return later == 0 or later > ORDERS // 2

    def kept(facts: tuple[Any, ...], uids: list[str]) -> tuple[Any, ...]:
        pairs = zip(facts, uids, strict=True)
        return tuple(fact for fact, uid in pairs if before(fact.recorded_at, uid))

    facts = seen.facts
    return seen.replace(
        episodes=tuple(e for e in seen.episodes if before(e.recorded_at, e.id)),
        facts=facts.replace(
            symptoms=kept(facts.symptoms, diary.uids("symptom")),
            conditions=kept(facts.conditions, diary.uids("condition")),
            medicines=kept(facts.medicines, diary.uids("medicine")),
        ),
    )
