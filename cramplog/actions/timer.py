"""`start`, `stop`, `cancel`, `status`: the live timer."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.actions.log import asking, logged
from cramplog.actions.said import draft
from cramplog.cli.session import Result
from cramplog.render import timer as render
from cramplog.services import timer as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.actions.said import Said
    from cramplog.cli.session import Session
    from cramplog.domain.draft import Draft
    from cramplog.services.timer import Timer
    from cramplog.storage.repository import Diary


def start(session: Session, said: Said) -> Result:
    """Start the timer; at a terminal, watch it with the first-aid steps."""
    diary = session.diary()
    timer = service.start(
        diary, draft(said, diary), session.now, fold=said.fold, ask=asking(session)
    )
    if session.interactive():
        from cramplog.actions.live import watch

        return watch(session, diary, timer)
    return Result(
        text=lambda screen: render.started(timer, session.now, screen.width),
        data=lambda: {"timer": render.data(timer)},
    )


def stop(session: Session, said: Said) -> Result:
    """Stop the timer and record its episode."""
    diary = session.changed()
    words = draft(said.replace(at=None), diary, editing=True)
    if said.at is None:
        words = length_if_forgotten(session, diary, words)
    else:
        end = timeparse.parse(said.at, session.now, said.fold, asking(session))
        words = service.ended(diary, words, end, session.now)
    return logged(session, diary, service.stop(diary, words, session.now), "timer")


def length_if_forgotten(session: Session, diary: Diary, said: Draft) -> Draft:
    """What was said, with the real length of a forgotten timer's cramp where one can ask."""
    timer = service.running(diary, session.now)
    if timer is None or not timer.forgotten or said.duration or not session.interactive():
        return said
    from cramplog.actions.questions import real_length

    return said.replace(duration=real_length().duration)


def cancel(session: Session) -> Result:
    """Drop the timer; nothing is recorded."""
    timer = service.cancel(session.changed(), session.now)
    return Result(
        text=lambda screen: render.cancelled(timer, screen.width),
        data=lambda: {"timer": None, "cancelled": render.data(timer)},
    )


def status(session: Session) -> Result:
    """Whether a timer is running, and for how long."""
    timer = service.running(session.look(), session.now)
    return Result(
        text=lambda screen: render.status(timer, session.now, screen.width),
        data=lambda: {"timer": _data(timer)},
    )


def _data(timer: Timer | None) -> dict[str, object] | None:
    return render.data(timer) if timer else None
