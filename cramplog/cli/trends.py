"""`trends`: cramp nights over time, and what goes with them."""

from __future__ import annotations

from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.session import Result
from cramplog.config import own_triggers
from cramplog.errors import BadOption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session

NOBODY = "none"
NARROWEST = 40


@command(
    "trends",
    Argument(name="factor", metavar="[FACTOR]", complete="noted", least=0),
    Option(
        flags=("--watch",),
        metavar="A,B,C",
        help="Watch these factors, five at most, or none; they get a verdict.",
    ),
    Option(flags=("--full",), help="Show all weeks and all factors."),
)
def trends(session: Session, factor: str | None, watch: str | None, full: bool) -> Result:
    """Show cramp nights over time, and the factors of the days before.

    Only watched factors get a verdict: choose them before you look, for among many some always
    seem to matter.

    Examples:
    cramplog trends
    cramplog trends --watch stress,cold
    cramplog trends stress
    """
    if watch is not None:
        if factor is not None or full:
            raise BadOption("--watch stands alone.", "Run `cramplog trends` after it.")
        return _watch(session, watch)
    from cramplog.render import trends as render
    from cramplog.render import trends_data
    from cramplog.services import trends as service
    from cramplog.services.watch import named

    diary = session.look()
    if factor is not None:
        one = service.of_factor(diary, named(diary, factor))
        from cramplog.render.trends_factor import factor_text

        own = own_triggers(diary.settings)
        return Result(
            text=lambda screen: factor_text(one, own, max(screen.width, NARROWEST)),
            data=lambda: {"factor": trends_data.factor(one), "methods": trends_data.METHODS},
        )
    value, noted = service.trends(diary, session.now)
    return Result(
        leisurely=True,
        text=lambda screen: render.text(
            value, noted, max(screen.width, NARROWEST), full=full, words=screen.labelled
        ),
        data=lambda: {"trends": trends_data.data(value, noted)},
    )


def _watch(session: Session, said: str) -> Result:
    from cramplog.render.text import flow, joined
    from cramplog.render.trends_data import watched
    from cramplog.services import watch as service

    names = [name.strip() for name in said.split(",") if name.strip()]
    if not names:
        raise BadOption(
            "--watch names no factor.", "Watch nothing: `cramplog trends --watch none`."
        )
    if said.strip().lower() == NOBODY:
        names = []
    diary = session.diary()
    since = service.watch(diary, names, session.now)
    what = joined(f"{name} (since {day})" for name, day in since.items()) or "nothing"
    return Result(
        text=lambda screen: flow(f"Watched: {what}. {session.undo_hint()}", screen.width),
        data=lambda: {"watched": watched(since)},
    )
