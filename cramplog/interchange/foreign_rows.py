"""Rows of a foreign file as episodes, by a map of its columns to fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cramplog.domain.draft import amended
from cramplog.domain.episode import FEATURES, Episode, Tried
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.words import Words
from cramplog.errors import BadDuration, InputError, Repeated
from cramplog.interchange import csv_cells, foreign_dates, foreign_places, texts
from cramplog.interchange import foreign_values as values
from cramplog.interchange.csv_table import Cells, Row
from cramplog.interchange.foreign_fields import SEVERAL, Map
from cramplog.interchange.foreign_started import DATES, Began, Started, Taking

Read = tuple[int, Episode | InputError]
"""The line on which a row begins, and its episode or its error."""

SAME_LENGTH = 60
"""Seconds by which a length and an end may differ: clocks show minutes."""

_IN_WORDS = {"duration": "duration_seconds"} | {
    name: name for name in ("sites", "type", "spread", "pain", "triggers", "tried", "note")
}
"""A draft's fields, with the episode's field that a column may hold, too."""


class Mapped:
    """Reads the rows of one foreign file."""

    def __init__(
        self,
        chosen: Map,
        taking: Taking,
        others: tuple[str, ...] = (),
        guessed: frozenset[str] = frozenset(),
    ) -> None:
        """Prepare to read; `others` are unmapped columns, which may show that a row is a cramp.

        A cell of a `guessed` field that is not understood goes into the note: its column's name was
        only a guess.
        """
        self._guessed = guessed.difference(("date", "started_at", "time", "zone", "words", "note"))
        self._map = chosen
        self._others = others
        self._taking = taking
        self._started = Started(chosen, taking)
        self.nameless = foreign_places.Nameless(self.columns)
        self.noted: dict[str, int] = {}  # number of cells that went into the note, by column

    @property
    def in_utc(self) -> int:
        """The number of times written +00:00 where the clock shows another offset."""
        return self._started.in_utc

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns to read, in the order of the cells of `read`."""
        return (*(column for column, _ in self._map), *self._others)

    def read(self, rows: Iterable[Row]) -> Iterator[Read]:
        """Yield an episode for each row; rows whose mapped cells are all empty are skipped."""
        for line, cells in rows:
            if isinstance(cells, InputError):
                yield line, cells
                continue
            if not any(cells[: len(self._map)]):
                continue
            try:
                episode = self._episode(cells[: len(self._map)])
            except InputError as problem:
                yield line, texts.named(problem, cells)
            else:
                if not episode.sites:
                    self.nameless.look(cells)
                yield line, episode

    def _episode(self, cells: Cells) -> Episode:
        told, several = self._by_field(cells)
        try:
            return self._of(cells, told, several)
        except InputError as problem:
            return self._without_guess(cells, told, several, problem)

    def _without_guess(
        self,
        cells: Cells,
        told: dict[str, str],
        several: dict[str, list[str]],
        problem: InputError,
    ) -> Episode:
        """Return the episode with the guessed cell in its note, or raise the problem."""
        for column, field in self._map:
            if field in self._guessed and field in told:
                rest = {name: cell for name, cell in told.items() if name != field}
                note = [*several["note"], f"{column}: {told[field]}"]
                try:
                    found = self._of(cells, rest, several | {"note": note})
                except InputError:
                    continue
                self.noted[column] = self.noted.get(column, 0) + 1
                return found
        raise problem

    def _of(self, cells: Cells, told: dict[str, str], several: dict[str, list[str]]) -> Episode:
        began = self._started.read(told)
        tags = values.tags(
            (tag for cell in several["tags"] for tag in values.listed(cell)), self._taking.own
        )
        sites = foreign_places.sites(told, tags.sites)
        others = [*tags.others, *foreign_places.unsaid(tags.sites, sites)]
        note = "\n".join([*several["note"], *(["tags: " + ", ".join(others)] if others else [])])
        content = "\x1f".join((self._taking.source, *cells)).encode("utf-8", "surrogatepass")
        seconds, estimate = self._duration(told, began)
        episode = Episode(
            id=texts.id_of_content(began.instant, content),
            number=0,
            person="",
            started_at=began.instant,
            utc_offset=began.utc_offset,
            zone=began.zone,
            time_is_approximate=began.approximate,
            night=0,
            duration_seconds=seconds,
            duration_is_estimate=estimate,
            sites=sites,
            type=csv_cells.one_of("type", told.get("type", ""), TYPES),
            spread=csv_cells.one_of("spread", told.get("spread", ""), SPREADS),
            pain=values.pain(told["pain"]) if told.get("pain") else None,
            triggers=tuple(
                dict.fromkeys(
                    (*values.triggers(told.get("triggers", ""), self._taking.own), *tags.triggers)
                )
            ),
            tried=_together(_tried(told), tags.tried),
            note=texts.note(note),
            recorded_at=self._taking.clock.now.instant,
            recorded_offset=self._taking.clock.now.utc_offset,
            source=self._taking.source,
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

    def _duration(self, told: dict[str, str], began: Began) -> tuple[int | None, bool]:
        """Return seconds, and whether they are an estimate; raises BadDuration."""
        ended = self._started.until_end(told, began)
        field = next((field for field in told if field.startswith("duration")), "")
        if not field:
            return (values.checked(ended) if ended else None), False
        text, estimate = values.roughly(told[field])
        seconds = values.length(field, text)
        if ended is not None and abs(ended - seconds) > SAME_LENGTH:
            raise BadDuration(f"it lasted {seconds} s, but ended {ended} s after its start.")
        return seconds, estimate

    def _features(self, told: dict[str, str], tagged: Sequence[str]) -> dict[str, bool]:
        said = {name: values.yes_no(name, told[name]) for name in FEATURES if name in told}
        return {**dict.fromkeys(tagged, True), **said}

    def _worded(self, episode: Episode, told: dict[str, str]) -> Episode:
        """Return the episode with its words' values; raises Repeated if a column has them."""
        if "words" not in told:
            return episode
        draft = Words(self._taking.own).read([told["words"]]).draft()
        if draft.time is not None and {"date", "started_at"} & set(told):
            raise Repeated("its words say a time, and so does another column.")
        for name, field in _IN_WORDS.items():
            said = getattr(draft, name)
            if said and getattr(episode, field) not in (None, (), said):
                raise Repeated(f"its words say {field}, and so does another column.")
        return amended(episode, draft)


def _together(one: tuple[Tried, ...], other: tuple[Tried, ...]) -> tuple[Tried, ...]:
    known = {each.remedy for each in one}
    return (*one, *(each for each in other if each.remedy not in known))


def _tried(told: dict[str, str]) -> tuple[Tried, ...]:
    return values.remedies(*(told.get(name, "") for name in ("tried", "helped", "not_helped")))


def orders(chosen: Map, rows: Iterable[Row]) -> dict[str, str | None]:
    """Find the order of day, month and year in the dates of a file, by field."""
    fields = [field for _, field in chosen]
    left: dict[str, set[str] | None] = dict.fromkeys(DATES)
    for _, cells in rows:
        if not isinstance(cells, InputError):
            for field, cell in zip(fields, cells, strict=False):
                found = foreign_dates.orders_of(cell) if field in left and cell else set()
                if found:
                    before = left[field]
                    left[field] = found if before is None else before & found
    told = [found for found in left.values() if found is not None]
    all_of_them = set.intersection(*told) if told else set()
    return {
        field: next(iter(found)) if len(found) == 1 else None
        for field, found in (
            (f, all_of_them if left[f] is None else left[f] or set()) for f in left
        )
    }
