"""The copy of the day, made after the day's first change, when the answer is on the screen."""

from __future__ import annotations

from cramplog import clock
from cramplog.errors import CramplogError
from cramplog.files import rotation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.diary.repository import Diary


def after(diary: Diary) -> str:
    """Copy a changed diary once a day; returns one line if that failed, else an empty text."""
    if not diary.connection.wrote or not rotation.due(diary.path, clock.now().instant):
        return ""
    from cramplog.files import backup

    try:
        backup.daily(diary.path)
    except CramplogError as problem:
        return f"the automatic backup of today was not made: {problem}"
    except KeyboardInterrupt:
        return "the automatic backup of today was not finished; the next change makes it."
    return ""
