"""Diaries whose reports are kept as golden files. Now is Monday 23 November 2026, 13:00."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from memory_diary import MemoryDiary, cramp, moment, night, stretched

from cramplog.domain.episode import Episode, Tried
from cramplog.report import period
from cramplog.report.build import Report, build

NOW = moment("2026-11-23 13:00")
MONDAY_NIGHT = moment("2026-11-23 03:29")
THURSDAY = moment("2026-11-19 09:00")

WEEK = [
    cramp("2026-11-16 23:50", "left calf", duration_seconds=180, pain=5, woke=True),
    cramp("2026-11-18 02:30", "left calf", duration_seconds=240, pain=7, woke=True, sore=True),
    cramp("2026-11-18 04:10", "right calf", duration_seconds=120, pain=4, woke=False),
    cramp("2026-11-21 01:05", "left calf", duration_seconds=300, pain=6, woke=True, sore=False),
    cramp("2026-11-22 23:50", "foot", pain=5, woke=False),
    cramp(
        "2026-11-23 02:30",
        "left calf",
        duration_seconds=540,
        duration_is_estimate=True,
        pain=8,
        woke=True,
        sore=True,
        triggers=("cold", "stress"),
        tried=(*stretched(helped=True, after=120), Tried(remedy="quinine")),
    ),
    cramp(
        "2026-11-23 03:29",
        "left calf",
        duration_seconds=90,
        triggers=("cold",),
        tried=stretched(),
    ),
    cramp("2026-11-20 14:00", "right calf", duration_seconds=60, pain=3),
]
WEEK_QUIET = [night("2026-11-18"), night("2026-11-19")]


def _steady(first: str, last: str) -> tuple[list[Episode], list[int]]:
    """A cramp every third night, two every ninth, quiet nights between, every tenth unknown."""
    cramps, quiet = [], []
    for ordinal in range(night(first), night(last) + 1):
        if ordinal % 10 == 0:
            continue
        if ordinal % 3:
            quiet.append(ordinal)
            continue
        morning = date.fromordinal(ordinal + 1).isoformat()
        cramps.append(
            cramp(f"{morning} 01:30", "left calf", duration_seconds=60 + ordinal % 400, pain=5)
        )
        if ordinal % 9 == 0:
            cramps.append(cramp(f"{morning} 05:30", "right toes", pain=ordinal % 11, woke=True))
    return cramps, quiet


def empty_week() -> Report:
    cramps, quiet = _steady("2026-08-03", "2026-11-15")
    return build(MemoryDiary(cramps, quiet), period.week(NOW), NOW)


def empty_diary() -> Report:
    return build(MemoryDiary(), period.week(NOW), NOW)


def one_episode() -> Report:
    only = [cramp("2026-11-19 02:30", "left calf", duration_seconds=240, pain=7, woke=True)]
    return build(MemoryDiary(only), period.week(NOW), NOW)


def quiet_week() -> Report:
    week = period.week(NOW)
    quiet = range(week.first_night, week.last_night + 1)
    return build(MemoryDiary([], quiet), week, NOW)


def full_week() -> Report:
    cramps, quiet = _steady("2026-08-03", "2026-11-15")
    flag = {
        "id": "ART-REGULAR",
        "origin": "article",
        "urgency": "ROUTINE",
        "title": "Cramps come regularly",
        "seen": "12 cramp nights in 28.",
    }
    return build(
        MemoryDiary([*cramps, *WEEK], [*quiet, *WEEK_QUIET]),
        period.week(NOW),
        NOW,
        person="Anna",
        flags=[flag],
    )


def month() -> Report:
    cramps, quiet = _steady("2026-09-01", "2026-11-15")
    return build(
        MemoryDiary([*cramps, *WEEK], [*quiet, *WEEK_QUIET]), period.month(NOW), NOW, flags=[]
    )


def year() -> Report:
    cramps, quiet = _steady("2026-03-18", "2026-11-15")
    return build(MemoryDiary([*cramps, *WEEK], [*quiet, *WEEK_QUIET]), period.year(NOW), NOW)


def two_years() -> Report:
    cramps, quiet = _steady("2025-01-20", "2026-11-22")
    diary = MemoryDiary(cramps, quiet)
    return build(diary, period.between(None, None, NOW, begins=diary.first_night()), NOW)


def begun_midweek() -> Report:
    later = [episode for episode in WEEK if episode.night >= night("2026-11-19")]
    return build(MemoryDiary(later, [night("2026-11-19")]), period.week(NOW), NOW)


def unfinished_week() -> Report:
    cramps, quiet = _steady("2026-08-03", "2026-11-15")
    so_far = [episode for episode in WEEK if episode.started_at < THURSDAY.instant]
    return build(MemoryDiary([*cramps, *so_far], quiet), period.week(THURSDAY), THURSDAY)


def week_at_three_in_the_morning() -> Report:
    so_far = [episode for episode in WEEK if episode.started_at < MONDAY_NIGHT.instant]
    return build(MemoryDiary(so_far, WEEK_QUIET), period.week(MONDAY_NIGHT), MONDAY_NIGHT)


SAMPLES: dict[str, Callable[[], Report]] = {
    sample.__name__: sample
    for sample in (
        empty_diary,
        empty_week,
        one_episode,
        quiet_week,
        full_week,
        month,
        year,
        two_years,
        begun_midweek,
        unfinished_week,
        week_at_three_in_the_morning,
    )
}
