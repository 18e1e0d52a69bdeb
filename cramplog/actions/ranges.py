"""`--since` and `--until`: nights, or `visit` for the last visit that is done."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.config import Hours
from cramplog.domain.night import iso
from cramplog.errors import BadOption, BadTime
from cramplog.report.period import tonight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary

VISIT = "visit"


def nights_said(
    since: str | None, until: str | None, session: Session, diary: Diary
) -> tuple[int | None, int | None]:
    """The first and the last night that were said; raises BadTime, and BadOption for a range
    that runs backwards, also where it would begin after the night that is running.
    """
    first, last = (night_said(text, session, diary) for text in (since, until))
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


def night_said(text: str | None, session: Session, diary: Diary) -> int | None:
    """The night (ordinal) that was said, None where none was; raises BadTime."""
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
