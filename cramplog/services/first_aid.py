"""Check whether first-aid steps could do harm: a clot is not rubbed, a cold leg not stood on."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.flags.evaluate import Flag

HARMED = ("GL-PE", "GL-LIMB-ISCH", "GL-DVT")


def harmful(diary: Diary, now: Moment) -> tuple[Flag, ...]:
    """Return the active flags that forbid to show the steps.

    All of these rules are about signs: without any fact on record none is evaluated.
    """
    if not diary.has_facts():
        return ()
    from cramplog.services import judge

    return judge.on(diary, now, HARMED)
