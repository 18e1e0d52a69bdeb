"""Episodes as CSV rows and back (docs/data-dictionary.md)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date
from functools import lru_cache

from cramplog.clock import Moment
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.domain.moments import rfc3339
from cramplog.domain.reading import SPREADS, TONIC_SECONDS, TYPES
from cramplog.domain.reading import read as read_types
from cramplog.domain.spelling import quoted
from cramplog.domain.triggers import TRIGGERS
from cramplog.errors import BadType, BadWord, InputError
from cramplog.interchange import csv_cells as cell
from cramplog.interchange import texts
from cramplog.interchange.csv_dialect import COMMA
from cramplog.interchange.csv_formulas import disarmed
from cramplog.interchange.csv_table import Cells, Row, escaped, joined

HEADER = (
    "number,id,person,night,started_at,zone,time_is_approximate,duration_seconds,"
    "duration_is_estimate,muscles,sides,type,spread,derived,pain,woke,sore,numb,hard,twitching,"
    "triggers,tried,helped,note,recorded_at,source,not_helped,local_time,duration_minutes"
)
COLUMNS = tuple(HEADER.split(","))
NEEDED = "started_at"
SOURCE = "import"  # for rows without a source
HIGHEST_NUMBER = 999_999_999
LONGEST_DURATION = 86_400
_TELLING = [COLUMNS.index(name) for name in ("started_at", "sides", "muscles", "note")]
_LATER = slice(COLUMNS.index("not_helped"), COLUMNS.index("not_helped") + 1)
NONE_TRIED = (",", "")
NOT_OVER = "still"  # of `duration_is_estimate`: not over when it was recorded
_CONTENT = slice(COLUMNS.index("started_at"), COLUMNS.index("note") + 1)

Read = tuple[int, Episode | InputError]
"""The line on which a row begins, and its episode or its error."""


class Written:
    """Counts of an export, complete once it is written."""

    def __init__(self) -> None:
        self.episodes = 0
        self.notes = 0
        self.first_night = self.last_night = 0


def write(
    episodes: Iterable[Episode],
    told: Written,
    *,
    notes: bool = True,
    name: bool = True,
    excel: bool = False,
    separator: str = COMMA,
) -> Iterator[bytes]:
    """Yield the file in parts; `told` counts its content. With `;` numbers have a decimal comma."""
    lines = _lines(episodes, told, notes=notes, name=name, comma=separator == ";")
    return joined(HEADER, lines, excel=excel, separator=separator)


def _lines(
    episodes: Iterable[Episode], told: Written, *, notes: bool, name: bool, comma: bool
) -> Iterator[str]:
    count = noted = last = 0
    for episode in episodes:
        count += 1
        if count == 1:
            told.first_night = episode.night
        last = episode.night
        if notes and episode.note is not None:
            noted += 1
        yield _line(episode, notes, name, comma)
    told.episodes, told.notes, told.last_night = count, noted, last


def _line(e: Episode, notes: bool, name: bool, comma: bool) -> str:
    """Return a row, made in one piece: rows take most of an export's time."""
    lasted, minutes, long = _length(e.duration_seconds, e.duration_is_estimate, comma)
    started = rfc3339(e.started_at, e.utc_offset)
    remedies, not_helped = _remedies(e.tried) if e.tried else NONE_TRIED
    return (
        f"{e.number},{e.id},{_text(e.person) if name else ''},{_iso(e.night)},"
        f"{started},{_text(e.zone) if e.zone else ''},"
        f"{cell.YES_NO[e.time_is_approximate]},{lasted},"
        f"{_place_and_type(e.type, e.spread, long, e.sites)},"
        f"{'' if e.pain is None else e.pain},"
        f"{_features((e.woke, e.sore, e.numb, e.hard, e.twitching))},"
        f"{_text(';'.join(e.triggers)) if e.triggers else ''},"
        f"{remedies},"
        f"{escaped(disarmed(e.note)) if notes and e.note is not None else ''},"
        f"{rfc3339(e.recorded_at, e.recorded_offset)},{_text(e.source)},"
        f"{not_helped},{started[:19].replace('T', ' ')},"
        f"{minutes}"
    )


@lru_cache(maxsize=4096)
def _length(seconds: int | None, estimate: bool, comma: bool) -> tuple[str, str, int | None]:
    """Return the duration's cells, its minutes (`4.5`), and the seconds for the types."""
    if seconds is None:
        return f",{NOT_OVER if estimate else ''}", "", None
    minutes = f"{seconds / 60:.2f}".rstrip("0").rstrip(".")
    minutes = escaped(minutes.replace(".", ",")) if comma else minutes
    long = TONIC_SECONDS if seconds >= TONIC_SECONDS else None
    return f"{seconds},{cell.YES_NO[estimate]}", minutes, long


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    return escaped(disarmed(text))


@lru_cache(maxsize=3**5)
def _features(said: tuple[bool | None, ...]) -> str:
    return ",".join([cell.YES_NO[each] for each in said])


@lru_cache(maxsize=4096)
def _remedies(tried: tuple[Tried, ...]) -> tuple[str, str]:
    """Return the adjacent cells `tried` and `helped`, and the cell `not_helped`."""
    not_helped = ";".join([each.remedy for each in tried if each.helped is False])
    return f"{';'.join([each.remedy for each in tried])},{cell.helped(tried)}", not_helped


@lru_cache(maxsize=4096)
def _place_and_type(
    kind: str | None, spread: str | None, seconds: int | None, sites: tuple[Site, ...]
) -> str:
    """Return the cells from `muscles` to `derived`, which most cramps of a diary share."""
    muscles, sides = ";".join([s.muscle for s in sites]), ";".join([s.side or "" for s in sites])
    kind, spread, derived = read_types(kind, spread, seconds, sites)
    return f"{muscles},{sides},{kind or ''},{spread or ''},{';'.join(derived)}"


@lru_cache(maxsize=64)
def _iso(night: int) -> str:
    return date.fromordinal(night).isoformat()


def read(rows: Iterable[Row], now: Moment, own: Container[str] = ()) -> Iterator[Read]:
    """Yield the file's episodes or errors; `own` are the user's own triggers.

    The diary fills what a row leaves out: number 0, night 0. A row without an id gets one made of
    its content, so that the same row is recognised another time. An unknown trigger is accepted
    from a row with an id: another diary wrote that.
    """
    for line, cells in rows:
        if isinstance(cells, InputError):
            yield line, cells
            continue
        try:
            episode = _episode(cells, now, own)
        except InputError as problem:
            yield line, texts.named(problem, map(cells.__getitem__, _TELLING))
        else:
            yield line, episode


def _episode(cells: Cells, now: Moment, own: Container[str]) -> Episode:
    (
        number, id_, person, _night, started_at, zone, approximate, duration, estimate, muscles,
        sides, kind, spread, derived, pain, woke, sore, numb, hard, twitching, triggers, tried,
        helped, note, recorded_at, source, not_helped, _local_time, _duration_minutes,
    ) = cells  # fmt: skip
    instant, offset = cell.moment("started_at", started_at)
    recorded = cell.moment("recorded_at", recorded_at) if recorded_at else None
    seconds = cell.whole("duration_seconds", duration, 1, LONGEST_DURATION)
    still = estimate == NOT_OVER and seconds is None
    estimated = still or cell.yes_no("duration_is_estimate", estimate) or False
    if estimated and seconds is None and not still:
        raise BadWord("duration_is_estimate is yes, but there is no duration_seconds.")
    suspected = cell.triggers(triggers)
    known = texts.uuid(id_)
    for name in suspected:
        if name not in TRIGGERS and name not in own and not known:
            raise cell.no_trigger(name)
    said = derived.split(";") if derived else []
    if not {"type", "spread"}.issuperset(said):
        raise BadType(f"derived is type, spread, both or empty; not {quoted(derived)}.")
    return Episode(
        id=known or texts.id_of_content(instant, _content(cells)),
        number=cell.whole("number", number, 1, HIGHEST_NUMBER) or 0,
        person=person,
        started_at=instant,
        utc_offset=offset,
        zone=texts.zone(zone) if zone else None,
        time_is_approximate=cell.yes_no("time_is_approximate", approximate) or False,
        night=0,
        duration_seconds=seconds,
        duration_is_estimate=estimated,
        sites=cell.sites(muscles, sides),
        type=_said("type", kind, TYPES, said),
        spread=_said("spread", spread, SPREADS, said),
        pain=cell.whole("pain", pain, 0, 10),
        woke=cell.yes_no("woke", woke),
        sore=cell.yes_no("sore", sore),
        numb=cell.yes_no("numb", numb),
        hard=cell.yes_no("hard", hard),
        twitching=cell.yes_no("twitching", twitching),
        triggers=suspected,
        tried=cell.remedies(tried, helped, not_helped),
        note=texts.note(note),
        recorded_at=recorded[0] if recorded else now.instant,
        recorded_offset=recorded[1] if recorded else now.utc_offset,
        source=texts.source(source) or SOURCE,
    )


def _content(cells: Cells) -> bytes:
    """Return a row's content for its id; a column that older files lack counts if not empty."""
    said = [*cells[_CONTENT], *filter(None, cells[_LATER])]
    return "\x1f".join(said).encode("utf-8", "surrogatepass")


def _said(column: str, text: str, names: tuple[str, ...], derived: list[str]) -> str | None:
    """Return a typed type; a derived one is derived again from the episode."""
    found = cell.one_of(column, text, names)
    return None if column in derived else found
