"""Days without a time, for `--since`, `--until`, `--on` and the name of a night."""

from __future__ import annotations

from cramplog.errors import BadTime
from cramplog.timeparse import dates, days
from cramplog.timeparse.lexicon import EPOCH, full_day, shown, today
from cramplog.timeparse.phrase import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment

EXAMPLES = 'Try yesterday, sunday, "20 nov" or 2026-11-20.'


def parse_day(text: str, now: Moment) -> int:
    """Parse a calendar day of the local clock, today or earlier, to its `date.toordinal`.

    `last night` is the day of its evening; a weekday is the latest one, today included.
    Raises BadTime.
    """
    words = text.lower().split()
    said = shown(text)
    found = read(words, among=False)
    if found is not None and found.count == len(words) and (found.now or found.clock):
        raise BadTime(f"{said} is a time; a day is asked for.", EXAMPLES)
    if found is None or found.count != len(words) or not found.day:
        raise BadTime(f"{said or 'An empty text'} is not a day I understand.", EXAMPLES)
    try:
        day = days.resolve(found.day, now, "").ordinal
    except BadTime as error:
        hint = EXAMPLES if error.hint == dates.EXAMPLES else error.hint
        raise BadTime(error.message.replace(" Nothing was stored.", ""), hint) from None
    if day < EPOCH:
        raise BadTime(f"{said} is before 1970.", EXAMPLES)
    if day > today(now):
        raise BadTime(f"{said} is still to come ({full_day(day)}).", EXAMPLES)
    return day
