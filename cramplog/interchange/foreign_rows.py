"""Rows of a foreign file as episodes, by a map of its columns to fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cramplog import timeparse
from cramplog.clock import Moment
from cramplog.domain.draft import amended
from cramplog.domain.episode import FEATURES, Episode, Site, Tried
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.words import Words
from cramplog.errors import BadTime, InputError, Repeated
from cramplog.interchange import csv_cells, foreign_times, texts
from cramplog.interchange import foreign_values as values
from cramplog.interchange.csv_table import Cells, Row
from cramplog.interchange.foreign_fields import SEVERAL, Map

Read = tuple[int, Episode | InputError]
"""The line on which a row begins, and its episode or what is wrong with it."""

_DATES = ("started_at", "date", "ended_at")


class Mapped:
    """Reads the rows of one foreign file."""

    def __init__(
        self,
        chosen: Map,
        now: Moment,
        *,
        own: tuple[str, ...] = (),
        orders: dict[str, str | None] | None = None,
        source: str = "import",
    ) -> None:
        """`orders`: of day and month, by field; `own`: the user's own triggers."""
        self._map = chosen
        self._now = now
        self._own = own
        self._orders = orders or {}
        self._source = source

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns to read, in the order of the cells that `read` takes."""
        return tuple(column for column, _ in self._map)

    def read(self, rows: Iterable[Row]) -> Iterator[Read]:
        """An episode of each row; rows whose mapped cells are all empty are passed over."""
        for line, cells in rows:
            if isinstance(cells, InputError):
                yield line, cells
                continue
            if not any(cells):
                continue
            try:
                episode = self._episode(cells)
            except InputError as problem:
                yield line, problem
            else:
                yield line, episode

    def _episode(self, cells: Cells) -> Episode:
        told, several = self._by_field(cells)
        instant, offset, zone = self._started(told)
        tags = values.tags(
            (tag for cell in several["tags"] for tag in values.listed(cell)), self._own
        )
        others = "tags: " + ", ".join(tags.others) if tags.others else ""
        note = "\n".join([*several["note"], *([others] if others else [])])
        episode = Episode(
            id=texts.id_of_content(
                instant, "\x1f".join((self._source, *cells)).encode("utf-8", "surrogatepass")
            ),
            number=0,
            person="",
            started_at=instant,
            utc_offset=offset,
            zone=zone,
            night=0,
            duration_seconds=self._duration(told, instant, offset),
            sites=_sites(told) or tags.sites,
            type=csv_cells.one_of("type", told.get("type", ""), TYPES),
            spread=csv_cells.one_of("spread", told.get("spread", ""), SPREADS),
            pain=values.pain(told["pain"]) if told.get("pain") else None,
            triggers=(
                *values.triggers(told.get("triggers", ""), self._own),
                *(name for name in tags.triggers),
            ),
            tried=_tried(told) or tags.tried,
            note=texts.note(note),
            recorded_at=self._now.instant,
            recorded_offset=self._now.utc_offset,
            source=self._source,
        )
        return self._worded(episode.replace(**self._features(told, tags.features)), told)

    def _by_field(self, cells: Cells) -> tuple[dict[str, str], dict[str, list[str]]]:
        told: dict[str, str] = {}
        several: dict[str, list[str]] = {field: [] for field in SEVERAL}
        for (_, field), cell in zip(self._map, cells, strict=True):
            if cell.strip():
                if field in SEVERAL:
                    several[field].append(cell)
                else:
                    told[field] = cell
        return told, several

    def _started(self, told: dict[str, str]) -> tuple[int, int, str | None]:
        if "date" in told and "time" in told:
            text, field = f"{told['date']} {told['time']}", "date"
        elif "started_at" in told:
            text, field = told["started_at"], "started_at"
        elif "words" in told and not {"date", "time"} & set(told):
            draft = Words(self._own).read([told["words"]]).draft()
            if draft.time is None:
                raise BadTime("its words say no time.")
            found = timeparse.parse(draft.time, self._now)
            return found.instant, found.utc_offset, found.zone
        else:
            raise BadTime("it does not say when the cramp began.")
        return foreign_times.started(text, self._now, self._orders.get(field))

    def _duration(self, told: dict[str, str], instant: int, offset: int) -> int | None:
        lengths = [field for field in told if field.startswith("duration")]
        if lengths:
            return values.length(lengths[0], told[lengths[0]])
        if "ended_at" not in told:
            return None
        text = told["ended_at"]
        try:
            second, _ = foreign_times.clock(text, text)
        except BadTime:
            ended, _, _ = foreign_times.started(text, self._now, self._orders.get("ended_at"))
        else:  # a clock time alone: the first such after the start
            ended = instant + (second - (instant + offset)) % 86_400
        return values.checked(ended - instant) if ended != instant else None

    def _features(self, told: dict[str, str], tagged: Sequence[str]) -> dict[str, bool]:
        said = {name: values.yes_no(name, told[name]) for name in FEATURES if name in told}
        return {**dict.fromkeys(tagged, True), **said}

    def _worded(self, episode: Episode, told: dict[str, str]) -> Episode:
        """The episode with what its words say; raises Repeated where both say when it began."""
        if "words" not in told:
            return episode
        draft = Words(self._own).read([told["words"]]).draft()
        if draft.time is not None and {"date", "started_at"} & set(told):
            raise Repeated("its words say a time, and so does another column.")
        return amended(episode, draft)


def _sites(told: dict[str, str]) -> tuple[Site, ...]:
    if "site" in told:
        return values.sites(told["site"])
    if "muscles" in told:
        return values.sites(f"{told.get('sides', '')} {told['muscles']}")
    return ()


def _tried(told: dict[str, str]) -> tuple[Tried, ...]:
    return values.remedies(*(told.get(name, "") for name in ("tried", "helped", "not_helped")))


def orders(chosen: Map, rows: Iterable[Row]) -> dict[str, str | None]:
    """The order of day and month that the dates of a file show, by field."""
    fields = [field for _, field in chosen]
    shown: dict[str, set[str]] = {field: set() for field in _DATES}
    for _, cells in rows:
        if not isinstance(cells, InputError):
            for field, cell in zip(fields, cells, strict=True):
                if field in shown and cell:
                    found = foreign_times.order_of([cell])
                    if found:
                        shown[field].add(found)
    both = set().union(*shown.values())
    return {
        field: (seen.pop() if len(seen) == 1 else None)
        if (seen := shown[field] or set(both))
        else None
        for field in _DATES
    }
