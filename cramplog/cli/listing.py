"""`list` and `show`: looking at what was recorded."""

from __future__ import annotations

from cramplog.cli.dates import nights_given
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.session import Result
from cramplog.config import Hours, own_triggers
from cramplog.domain.reading import readings
from cramplog.errors import BadWord, NoSuchEpisode
from cramplog.letters import alike
from cramplog.render import episode as render
from cramplog.render import listing
from cramplog.report.period import tonight
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.cli.session import Session
    from cramplog.diary.repository import Diary
    from cramplog.domain.episode import Episode

LAST = "last"
NIGHTS = 14


class Filters(Value):
    """The options of `list`."""

    nights: int | None = None
    since: str | None = None
    until: str | None = None
    muscle: str | None = None
    side: str | None = None
    type: str | None = None
    trigger: str | None = None
    min_pain: str | None = None
    search: str | None = None


DAY = "A night, inclusive: 2026-11-20, yesterday."
SINCE = Option(flags=("--since",), metavar="NIGHT", help=DAY)
UNTIL = Option(flags=("--until",), metavar="NIGHT", help=DAY)
NUMBER = Argument(name="number", metavar="[N]", complete="numbers", least=0)


def _only(name: str, metavar: str, help_: str, complete: str = "") -> Option:
    return Option(flags=(f"--{name}",), metavar=metavar, help=help_, complete=complete)


@command(
    "list",
    Option(flags=("--nights",), metavar="N", help="The last N nights.", least=1, most=100_000),
    SINCE,
    UNTIL,
    _only("muscle", "NAME", "Only this muscle.", "muscles"),
    _only("side", "SIDE", "Only this side.", "sides"),
    _only("type", "TYPE", "Only this type, said or derived.", "types"),
    _only("trigger", "NAME", "Only with this trigger.", "triggers"),
    _only("min-pain", "0-10", "Only with this pain or more."),
    _only("search", "TEXT", "Notes that hold this text."),
    into=Filters,
)
def list_(session: Session, filters: Filters) -> Result:
    """List recorded cramps, newest night first. 14 nights unless a period is said.

    Examples:
    cramplog list
    cramplog list --nights 3 --muscle calf
    cramplog list --since 2026-11-01 --min-pain 7
    """
    diary = session.look()
    hours = Hours.of(diary.settings)
    last = tonight(session.now, hours)
    since, until = nights_given(filters.since, filters.until, session, diary)
    if filters.nights is not None:
        since = max(since or 0, (until or last) - filters.nights + 1)
    elif since is None and until is None:
        since = last - NIGHTS + 1
    elif since is None and until is not None:
        since = until - NIGHTS + 1
    conditions, wanted = _conditions(diary, filters)
    found = [
        episode
        for episode in diary.episodes("newest", since=since, until=until, **conditions)
        if _kept(episode, wanted, filters.search)
    ]
    whole = not (conditions or wanted or filters.search)
    nights = _nights(diary, since or 0, until or last) if whole else {}
    period = listing.period(since, until or last)
    empty = diary.last_number() is None
    if not found and not empty:
        diary.counted_nights()  # an index that hides episodes is found
    filtered = filters != Filters()
    return Result(
        text=lambda screen: listing.text(
            found,
            nights,
            period,
            screen.width,
            last=last,
            labelled=screen.labelled,
            empty=empty,
            differing=diary.differing(),
        ),
        data=lambda: {"episodes": [render.data(episode) for episode in found]},
        exit_code=1 if filtered and not found and not empty else 0,
    )


def _nights(diary: Diary, since: int, until: int) -> dict[int, bool]:
    return {record.night: record.quiet for record in diary.nights(since, until) if record.quiet}


def _conditions(diary: Diary, filters: Filters) -> tuple[dict[str, Any], str | None]:
    """Filters that SQL answers, and the type wanted; raises InputError for a word that is none."""
    from cramplog.domain.words import Words

    said: dict[str, Any] = {}
    words = Words(own_triggers(diary.settings), editing=True)
    for name in ("muscle", "side", "trigger", "type"):
        if getattr(filters, name):
            getattr(words, name)(getattr(filters, name))
    if filters.min_pain is not None:
        words.pain(filters.min_pain)
    draft = words.draft()
    sites = draft.sites or ()
    if len(sites) > 1 or len(draft.triggers or ()) > 1:
        raise BadWord("list takes one muscle and one trigger at a time.", "Run it once for each.")
    if sites:
        said["muscle"] = sites[0].muscle
    side = sites[0].side if sites else draft.side
    if side:
        said["side"] = side
    if draft.triggers:
        said["trigger"] = draft.triggers[0]
    if draft.pain is not None:
        said["min_pain"] = draft.pain
    return said, draft.type or draft.spread


def _kept(episode: Episode, wanted: str | None, search: str | None) -> bool:
    """Filters that only Python can answer: derived types, and case in every script."""
    if wanted and wanted not in readings(episode)[:2]:
        return False
    return not search or alike(search) in alike(episode.note or "")


@command("show", NUMBER)
def show(session: Session, number: str | None) -> Result:
    """Show everything known of one cramp.

    Unless a number is said, it is the last one.

    Examples:
    cramplog show
    cramplog show 41
    """
    diary = session.look()
    episode = diary.episode(number_of(diary, number or LAST))
    if str(episode.number) not in diary.differing():
        return Result(
            text=lambda screen: listing.one(episode, session.now, screen.width),
            data=lambda: {"episode": render.data(episode), "differences": []},
        )
    from cramplog.render import differences as words
    from cramplog.services.differences import differences

    found = differences(diary, "episode", str(episode.number))
    return Result(
        text=lambda screen: [
            *listing.one(episode, session.now, screen.width),
            *words.of_one(found, session.now.utc_offset, screen.width),
        ],
        data=lambda: {"episode": render.data(episode), "differences": words.data(found)},
    )


def number_of(diary: Diary, text: str) -> int:
    """Read an episode's number, or `last` for the one recorded last.

    Raises NoSuchEpisode, BadWord.
    """
    if text.lower() == LAST:
        number = diary.last_number()
        if number is None:
            raise NoSuchEpisode("the diary has no episode yet.", "Record one: `cramplog log`.")
        return number
    plain = text.removeprefix("#")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 12:
        from cramplog.domain.spelling import quoted

        raise BadWord(f"{quoted(text)} is not an episode's number.", 'Try 41 or "last".')
    return int(plain)
