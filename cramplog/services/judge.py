"""The record that rules see, read from the diary, and what they say of it."""

from __future__ import annotations

from cramplog.config import Hours
from cramplog.flags.evaluate import Evaluation, evaluate
from cramplog.flags.record import LONGEST_WINDOW, Record
from cramplog.report.period import tonight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.storage.repository import Diary

PREFIX = "rule."


def record(diary: Diary, now: Moment) -> Record:
    """The window of the diary that rules may see; only that much is read."""
    hours = Hours.of(diary.settings)
    today = tonight(now, hours)
    first = today - LONGEST_WINDOW
    return Record(
        today=today,
        day=(now.instant + now.utc_offset) // 86400 + 719163,
        now=now.instant,
        facts=diary.facts(),
        episodes=tuple(diary.episodes(since=first)),
        nights=tuple(diary.nights(first, today)),
        thresholds=thresholds(diary),
        first_weekday=hours.first_weekday,
    )


def thresholds(diary: Diary) -> dict[str, int]:
    """The person's own numbers for rules, by key."""
    return {key: int(v) for key, v in diary.settings.items() if key.startswith(PREFIX)}


def judged(diary: Diary, now: Moment) -> Evaluation:
    """Every rule over the diary as it stands."""
    return evaluate(record(diary, now))


def judged_one(diary: Diary, now: Moment, rule_id: str) -> Evaluation:
    """One rule; raises NoSuchRule."""
    from cramplog.flags.catalogue import find

    return evaluate(record(diary, now), [find(rule_id)])
