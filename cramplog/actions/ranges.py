"""`--since` and `--until`: nights, or `visit` for the last visit that is done."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.config import Hours
from cramplog.errors import BadTime
from cramplog.report.period import tonight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.actions.result import Context
    from cramplog.storage.repository import Diary

VISIT = "visit"


def night_said(text: str | None, context: Context, diary: Diary) -> int | None:
    """The night (ordinal) that was said, None where none was; raises BadTime."""
    if not text:
        return None
    if text.strip().lower() != VISIT:
        return timeparse.parse_day(text, context.now)
    done = [visit.day for visit in diary.visits() if visit.done]
    if not done:
        raise BadTime(
            "no visit is on record to count from.",
            "After a visit: `cramplog visit done`. Or name a night: --since 2026-10-01.",
        )
    return min(done[-1], tonight(context.now, Hours.of(diary.settings)))
