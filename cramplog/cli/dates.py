"""Dates as commands take them: the days of facts, and ranges of nights."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.config import Hours
from cramplog.domain.moments import day_of
from cramplog.domain.night import iso
from cramplog.errors import BadFact, BadOption, BadTime
from cramplog.report.period import tonight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary

VISIT = "visit"
EARLIEST_YEAR, FIRST_OF_TIMES = "1900", "1970"


def today(now: Moment) -> int:
    """Return the calendar day (ordinal) of the local clock."""
    return day_of(now.instant, now.utc_offset)


def partial_date(text: str, now: Moment) -> str:
    """Read a year, a month, or a day in any words of the time grammar; raises BadFact, BadTime."""
    from cramplog.domain.spelling import quoted

    plain = _month(text.strip())
    if _is_coarse(plain):
        if not (plain[:4] >= EARLIEST_YEAR and "01" <= (plain[5:7] or "01") <= "12"):
            raise BadFact(f"{quoted(text)} is not a year or a month.", "Try 2019 or 2019-05.")
    elif not _is_long_ago(plain):
        plain = iso(timeparse.parse_day(plain, now))
    present = iso(today(now))
    if plain > present[: len(plain)]:
        raise BadFact(f"{quoted(text)} is still to come.", f"Today is {present}.")
    return plain


def _month(text: str) -> str:
    """Return `May 2019` as `2019-05`, and other texts as they are."""
    from cramplog.timeparse.lexicon import MONTHS

    name, _, year = text.lower().partition(" ")
    of_year = name in MONTHS and _is_coarse(year)
    return f"{year}-{MONTHS[name]:02}" if of_year else text


def _is_coarse(text: str) -> bool:
    """Return whether a text has the form of 2019 or 2019-05."""
    year, dash, month = text.partition("-")
    digits = (year + month).isascii() and (year + month).isdigit()
    return digits and len(year) == 4 and len(month) == (2 if dash else 0)


def _is_long_ago(text: str) -> bool:
    """Return whether a text is a day from 1900 to 1969: facts have them, times begin later."""
    from datetime import date

    if len(text) != len("1900-01-01") or not EARLIEST_YEAR <= text < FIRST_OF_TIMES:
        return False
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def nights_given(
    since: str | None, until: str | None, session: Session, diary: Diary
) -> tuple[int | None, int | None]:
    """Read the nights of `--since` and `--until`; raises BadTime.

    Raises BadOption for a range that runs backwards, also where it would begin after the night
    that is running.
    """
    first, last = (night_given(text, session, diary) for text in (since, until))
    if first is not None and last is not None and first > last:
        raise BadOption(
            f"--since {iso(first)} is after --until {iso(last)}.",
            f"Did you mean --since {iso(last)} --until {iso(first)}?",
        )
    running = tonight(session.now, Hours.of(diary.settings))
    if first is not None and first > running:
        raise BadOption(
            f"the night of {iso(first)} has not begun.",
            f"The one that is running, or just over: --since {iso(running)}.",
        )
    return first, last


def night_given(text: str | None, session: Session, diary: Diary) -> int | None:
    """Read one night (ordinal), or `visit` for the last visit that is done; raises BadTime."""
    if not text:
        return None
    if text.strip().lower() != VISIT:
        return timeparse.parse_day(text, session.now)
    done = [visit.day for visit in diary.visits() if visit.done]
    if not done:
        raise BadTime(
            "no visit is on record to count from.",
            "After a visit: `cramplog visit done`. Or name a night: --since 2026-10-01.",
        )
    return min(done[-1], tonight(session.now, Hours.of(diary.settings)))
