"""`start`, `stop`, `cancel`, `status`: the live timer."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.cli.declare import Option, command
from cramplog.cli.log import asking, logged, not_understood
from cramplog.cli.session import Result
from cramplog.cli.typed import WORDS, forgiving, options, typed
from cramplog.render import timer as render
from cramplog.render.episode import drafted
from cramplog.services import timer as service
from cramplog.services.first_aid import harmful

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.cli.typed import Typed
    from cramplog.services.timer import Timer


ENDED = Option(flags=("--at",), metavar="TIME", help='When it ended: 02:35, "2m ago".')


@command("start", WORDS, *options(), into=typed, loose=True)
def start(session: Session, said: Typed) -> Result:
    """Start the timer, with first-aid steps at a terminal. Enter stops it.

    Examples:
    cramplog start left calf
    cramplog start 2m ago right foot
    """
    diary = session.diary()
    words = forgiving(said, session, diary)
    timer = service.start(diary, words, session.now, fold=said.fold, ask=asking(session))
    harm = harmful(diary, session.now)
    if session.interactive():
        from cramplog.cli.live import watch

        return watch(session, diary, timer, words, harm)
    return Result(
        text=lambda screen: [
            *render.started(timer, session.now, screen.width, harm),
            *not_understood(words, "cramplog stop", drafted(timer.said), screen.width),
        ],
        data=lambda: {
            "timer": render.data(timer),
            "not_understood": list(words.not_understood),
        },
    )


@command("stop", WORDS, *options(ENDED), into=typed, loose=True)
def stop(session: Session, said: Typed) -> Result:
    """Stop the timer and record its cramp.

    Examples:
    cramplog stop 7 +stretch!
    cramplog stop 5m
    cramplog stop --at "1m ago"
    """
    diary = session.changed()
    words = forgiving(said.replace(at=None), session, diary, editing=True)
    if said.at is not None:
        end = timeparse.parse(said.at, session.now, said.fold, asking(session))
        words = service.ended(diary, words, end, session.now)
    elif session.interactive():
        from cramplog.cli.questions import length_if_forgotten

        words = length_if_forgotten(session, diary, words)
    return logged(session, diary, service.stop(diary, words, session.now), "timer", words)


@command("cancel")
def cancel(session: Session) -> Result:
    """Drop the timer; nothing is recorded.

    Examples:
    cramplog cancel
    cramplog cancel --json
    """
    timer = service.cancel(session.changed(), session.now)
    return Result(
        text=lambda screen: render.cancelled(timer, screen.width),
        data=lambda: {"timer": None, "cancelled": render.data(timer)},
    )


@command("status")
def status(session: Session) -> Result:
    """Say whether a timer is running.

    Examples:
    cramplog status
    cramplog status --json
    """
    timer = service.running(session.look(), session.now)
    return Result(
        text=lambda screen: render.status(timer, session.now, screen.width),
        data=lambda: {"timer": _data(timer)},
    )


def _data(timer: Timer | None) -> dict[str, object] | None:
    return render.data(timer) if timer else None
