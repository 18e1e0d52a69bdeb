"""Trends of a diary: its nights over time, and its factors beside them."""

from __future__ import annotations

from cramplog.config import Hours
from cramplog.domain.factors import exposed
from cramplog.domain.medicines import label
from cramplog.domain.night import EPOCH_ORDINAL, second_of_day
from cramplog.report import noted
from cramplog.report import trends as report
from cramplog.report.noted import Entries, Noted
from cramplog.report.period import last_finished
from cramplog.report.relief import by_remedy
from cramplog.report.trends import Change
from cramplog.services.watch import watched
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.domain.episode import Episode
    from cramplog.report.trends import Trends

DAY = 86400
DAWN = 6 * 3600
"""Before the end of a quiet night: from then on it is known how the night went."""


class Nights(Value):
    """The recorded nights, and when each was known and entered (Unix seconds)."""

    cramps: Mapping[int, bool]
    known_from: Mapping[int, int]  # the first cramp's beginning; of a quiet night, its dawn
    after_end: Mapping[int, int]  # how long after its end a night was entered, in seconds
    begins: tuple[int, ...]  # the seconds of the day at which cramps at night began


def trends(diary: Diary, now: Moment) -> tuple[Trends, list[Noted]]:
    """Look at a whole diary: its nights over time, and all factors, the watched ones first."""
    hours = Hours.of(diary.settings)
    episodes = list(diary.episodes("oldest"))
    nights = _nights(diary, hours, episodes)
    value = report.build(
        diary, last_finished(now, hours), hours.first_weekday, nights.begins, nights.after_end
    )
    value = value.replace(remedies=tuple(by_remedy(episodes)), medicines=_changes(diary))
    entries = _entries(diary)
    return value, noted.all_noted(nights.cramps, entries, nights.known_from, watched(diary))


def of_factor(diary: Diary, factor: str) -> Noted:
    """Look at one factor; its verdict is there where it is watched."""
    hours, chosen = Hours.of(diary.settings), watched(diary)
    nights = _nights(diary, hours, diary.episodes("oldest"))
    entries = _entries(diary)
    if factor in chosen:
        found = noted.all_noted(
            nights.cramps,
            {name: entries[name] for name in chosen if name in entries},
            nights.known_from,
            chosen,
        )
        return next(one for one in found if one.factor == factor)
    nothing = Entries(factor=factor, there={}, entered={})
    return noted.one(nights.cramps, entries.get(factor, nothing), nights.known_from, chosen)


def _changes(diary: Diary) -> tuple[Change, ...]:
    """Return what was begun, changed and stopped of medicines, as far as a date is known."""
    told = []
    for course in diary.facts(0, 0).medicines:
        name = label(course.name)
        told += [(course.started, f"{name} started"), (course.stopped, f"{name} stopped")]
        told += [(dose.since, f"{name} {dose.text}") for dose in course.doses]
    changes = [Change(on=on, what=what) for on, what in told if on]
    return tuple(sorted(changes, key=lambda change: change.day))


def _nights(diary: Diary, hours: Hours, episodes: Iterable[Episode]) -> Nights:
    first: dict[int, Episode] = {}
    entered: dict[int, int] = {}
    begins = []
    for episode in episodes:
        if not episode.daytime:
            begins.append(second_of_day(episode.started_at, episode.utc_offset))
            first.setdefault(episode.night, episode)
            told = entered.get(episode.night, episode.recorded_at)
            entered[episode.night] = min(told, episode.recorded_at)

    def ends(night: int, offset: int) -> int:
        return (night + 1 - EPOCH_ORDINAL) * DAY + hours.night_starts - offset

    known_from = {night: episode.started_at for night, episode in first.items()}
    after = {night: entered[night] - ends(night, first[night].utc_offset) for night in first}
    for row in diary.rows("night"):
        night = row["night"]
        if row["quiet"] and night not in first:
            end = ends(night, row["recorded_offset"])
            known_from[night], after[night] = end - DAWN, row["recorded_at"] - end
    return Nights(
        cramps={night: night in first for night in known_from},
        known_from=known_from,
        after_end=after,
        begins=tuple(begins),
    )


def _entries(diary: Diary) -> dict[str, Entries]:
    weight = diary.facts(0, 0).profile.get("weight")
    kilograms = float(weight) if weight else None
    there: dict[str, dict[int, bool]] = {}
    entered: dict[str, dict[int, int]] = {}
    for row in diary.rows("night_factor"):
        name, night = row["factor"], row["night"]
        told = exposed(name, row["value"], kilograms)
        if told is not None:
            there.setdefault(name, {})[night] = told
            entered.setdefault(name, {})[night] = row["recorded_at"]
    return {
        name: Entries(factor=name, there=nights, entered=entered[name])
        for name, nights in there.items()
    }
