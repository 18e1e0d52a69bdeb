"""`start`, `stop`, `cancel`, `status`: the live timer."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.actions.log import asking, logged
from cramplog.actions.result import Result
from cramplog.actions.said import draft
from cramplog.render import timer as render
from cramplog.services import timer as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.actions.result import Context
    from cramplog.actions.said import Said
    from cramplog.domain.draft import Draft
    from cramplog.services.timer import Timer
    from cramplog.storage.repository import Diary


def start(context: Context, said: Said) -> Result:
    """Start the timer; at a terminal, watch it with the first-aid steps."""
    diary = context.diary()
    timer = service.start(
        diary, draft(said, diary), context.now, fold=said.fold, ask=asking(context)
    )
    if context.interactive():
        from cramplog.actions.live import watch

        return watch(context, diary, timer)
    return Result(
        text=lambda screen: render.started(timer, context.now, screen.width),
        data=lambda: {"timer": render.data(timer)},
    )


def stop(context: Context, said: Said) -> Result:
    """Stop the timer and record its episode."""
    diary = context.changed()
    words = draft(said.replace(at=None), diary, editing=True)
    if said.at is None:
        words = length_if_forgotten(context, diary, words)
    else:
        end = timeparse.parse(said.at, context.now, said.fold, asking(context))
        words = service.ended(diary, words, end, context.now)
    return logged(context, diary, service.stop(diary, words, context.now), "timer")


def length_if_forgotten(context: Context, diary: Diary, said: Draft) -> Draft:
    """What was said, with the real length of a forgotten timer's cramp where one can ask."""
    timer = service.running(diary, context.now)
    if timer is None or not timer.forgotten or said.duration or not context.interactive():
        return said
    from cramplog.actions.questions import real_length

    return said.replace(duration=real_length().duration)


def cancel(context: Context) -> Result:
    """Drop the timer; nothing is recorded."""
    timer = service.cancel(context.changed(), context.now)
    return Result(
        text=lambda screen: render.cancelled(timer, screen.width),
        data=lambda: {"timer": None, "cancelled": render.data(timer)},
    )


def status(context: Context) -> Result:
    """Whether a timer is running, and for how long."""
    timer = service.running(context.look(), context.now)
    return Result(
        text=lambda screen: render.status(timer, context.now, screen.width),
        data=lambda: {"timer": _data(timer)},
    )


def _data(timer: Timer | None) -> dict[str, object] | None:
    return render.data(timer) if timer else None
