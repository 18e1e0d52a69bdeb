"""`edit`, `delete`, `undo`, `redo`: changing what was recorded."""

from __future__ import annotations

from cramplog.cli.declare import Argument, command
from cramplog.cli.listing import LAST, number_of
from cramplog.cli.log import WAS_QUIET, alarmed, alarms, asking, brief, cautions
from cramplog.cli.session import NOTHING, UNDO, Result
from cramplog.cli.typed import draft, options, typed
from cramplog.render import episode as render
from cramplog.render.text import flow, joined, visible
from cramplog.services import alarm, history
from cramplog.services.timer import running

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.cli.typed import Typed


NUMBERS = Argument(name="numbers", metavar="[N]...", complete="numbers", least=0, many=True)
EDITED = Argument(name="words", metavar="[N] [WORDS]...", complete="edited", least=0, many=True)


@command("edit", EDITED, *options(), into=typed, loose=True)
def edit(session: Session, typed_: Typed) -> Result:
    """Change a recorded cramp by the words of log. NAME= makes something unknown again.

    Unless a number is said, it is the last one.

    Examples:
    cramplog edit 41 right 6m
    cramplog edit last 02:25 pain=
    cramplog edit 41 --note "after the long walk"
    """
    number, words = split_number(list(typed_.words))
    said = typed_.replace(words=tuple(words))
    diary = session.changed()
    changed = history.edit(
        diary,
        number_of(diary, number),
        draft(said, diary, editing=True),
        session.now,
        fold=said.fold,
        ask=asking(session),
    )
    pressing, others = alarm.pressing(diary, session.now, changed.after)
    after = f"{WAS_QUIET} {session.undo_hint()}" if changed.was_quiet else session.undo_hint()
    before = cautions(changed.before)
    new = (caution for caution in cautions(changed.after) if caution not in before)
    return Result(
        text=lambda screen: [
            *render.echo(
                "Changed to" if after != NOTHING else "As before",
                changed.after,
                session.now,
                "clock",
                after,
                screen.width,
                before=changed.before,
            ),
            *alarms(pressing, screen, others),
        ],
        data=lambda: {
            "episode": render.data(changed.after),
            "before": render.data(changed.before),
            "was_quiet": changed.was_quiet,
            "flags": brief((*pressing, *others)),
        },
        warnings=(*changed.warnings, *new),
    )


def split_number(words: list[str]) -> tuple[str, list[str]]:
    """Part an episode's number from the words of `log`; it is `last` where none was typed."""
    first = words[0].removeprefix("#") if words else ""
    if first.lower() == LAST or (first.isascii() and first.isdigit()):
        return words[0], words[1:]
    return LAST, words


@command("delete", NUMBERS)
def delete(session: Session, numbers: tuple[str, ...]) -> Result:
    """Delete cramps; undo brings them back.

    Unless a number is said, it is the last one.

    Examples:
    cramplog delete
    cramplog delete 41 42
    """
    diary = session.changed()
    chosen = [number_of(diary, number) for number in numbers or [LAST]]
    gone = history.delete(diary, chosen, session.now)

    def lines(width: int) -> list[str]:
        listed = joined(str(episode.number) for episode in gone)
        what = f"episode{'s' if len(gone) > 1 else ''} {listed}"
        first = f", {render.when(gone[0], session.now, 'date')}" if len(gone) == 1 else ""
        return flow(f"Deleted {what}{first}. {UNDO}", width, "  ")

    return Result(
        text=lambda screen: lines(screen.width),
        data=lambda: {
            "deleted": [episode.number for episode in gone],
            "episodes": [render.data(episode) for episode in gone],
        },
    )


@command("undo")
def undo(session: Session) -> Result:
    """Take back the last change. Again and again, back to the first.

    Examples:
    cramplog undo
    cramplog undo --json
    """
    return _take_back(session, "undo", "Undone", "Redo: cramplog redo", "undone")


@command("redo")
def redo(session: Session) -> Result:
    """Do again what was undone last.

    Examples:
    cramplog redo
    cramplog redo --json
    """
    return alarmed(session, lambda: _take_back(session, "redo", "Redone", UNDO, "redone"))


def _take_back(session: Session, kind: str, verb: str, back: str, key: str) -> Result:
    diary = session.changed()
    before = running(diary, session.now)
    said = history.take_back(diary, kind, session.now)
    if before is None and running(diary, session.now) is not None:
        back = f"The timer is running again. {back}"
    return Result(
        text=lambda screen: flow(f"{verb}: {visible(said)}. {back}", screen.width, "  "),
        data=lambda: {key: said},
    )
