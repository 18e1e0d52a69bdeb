"""Start and end of another program's cramps: dates, clock times and zones in columns."""

from __future__ import annotations

import re

from cramplog import timeparse
from cramplog.domain.moments import day_of
from cramplog.domain.night import iso
from cramplog.domain.spelling import quoted
from cramplog.domain.words import Words
from cramplog.errors import BadTime, Repeated
from cramplog.interchange import foreign_dates, foreign_times, texts
from cramplog.interchange import foreign_values as values
from cramplog.interchange.foreign_fields import Map
from cramplog.interchange.foreign_times import INSTANT, Clock
from cramplog.timeparse.lexicon import offset_of
from cramplog.value import Value

DATES = ("started_at", "date", "ended_at")
"""Fields that hold dates, whose figures have an order."""

_DAY = 86_400
_IN_NAME = re.compile(r"\b(?:utc|gmt)(?: ?[+-][0-9]{1,2}(?::?[0-9]{2})?)?")
_OFFSET = re.compile(r"z|utc|gmt|(?:utc|gmt)? ?[+-][0-9]{1,2}(?::?[0-9]{2})?")


class Taking(Value):
    """Options for reading the rows of a foreign file.

    `orders` are the orders of day and month by field, `own` the user's own triggers, and `default`
    the time for rows without one: the second of the day, and whether that is approximate.
    """

    clock: Clock
    own: tuple[str, ...] = ()
    orders: dict[str, str | None] = {}
    default: tuple[int, bool] | None = None
    source: str = "import"


class Began(Value):
    """The start of a cramp, as the clock showed it."""

    instant: int
    utc_offset: int
    zone: str | None
    approximate: bool = False


class Started:
    """Reads the times of one file's rows."""

    def __init__(self, chosen: Map, taking: Taking) -> None:
        self._clock, self._own = taking.clock, taking.own
        self._orders, self._default = taking.orders, taking.default
        self._offsets = {
            field: match[0] for column, field in chosen if (match := _IN_NAME.search(column))
        }
        self.in_utc = 0  # times written +00:00 where the clock shows another offset

    def read(self, told: dict[str, str]) -> Began:
        """Return the start of a row's cramp; raises BadTime, Repeated."""
        if "date" not in told and "started_at" not in told:
            return self._of_words(told)
        field = "started_at" if "started_at" in told else "time"
        text, rough = values.roughly(told.get(field, ""))
        day, about = values.roughly(told.get("date", ""))
        whole = _is_date(text) and not (day and _is_clock(text))
        order = "started_at" if whole and field == "started_at" else "date"
        if day and not whole:
            text = f"{day} {text}"
        second, roughly = self._default or (None, False)
        began = self._at(text, field if text else "date", order, told, second)
        if day and whole:
            self._agree(began, day)
        taken = second is not None and not _has_clock(text)
        return began.replace(approximate=rough or about or (taken and roughly))

    def _of_words(self, told: dict[str, str]) -> Began:
        if "words" not in told or "time" in told:
            raise BadTime("it does not say when the cramp began.")
        draft = Words(self._own).read([told["words"]]).draft()
        if draft.time is None:
            raise BadTime("its words say no time.")
        found = timeparse.parse(draft.time, self._clock.now)
        return Began(
            instant=found.instant,
            utc_offset=found.utc_offset,
            zone=found.zone,
            approximate=found.approximate,
        )

    def _at(
        self, text: str, field: str, order: str, told: dict[str, str], default: int | None = None
    ) -> Began:
        """Return a time by the clock of its row, of its column's name, or of the file."""
        clock = self._clock
        zone = told.get("zone", "").strip() or self._offsets.get(field, "")
        shown_here = False
        if zone and _OFFSET.fullmatch(zone.lower()):
            offset = foreign_times.offset(zone.lower())
            shown_here = offset == INSTANT
            fixed = offset if isinstance(offset, int) else 0
            clock = clock.replace(now=clock.now.replace(utc_offset=fixed, zone=None))
        elif zone:
            clock = clock.replace(now=clock.now.replace(zone=texts.zone(zone)), named=True)
        found = foreign_times.started(text, clock, self._orders.get(order), default)
        instant, offset_, name = found
        here = self._clock.now
        if shown_here or (self._clock.named and not told.get("zone")):
            return Began(instant=instant, utc_offset=offset_of(instant, here), zone=here.zone)
        if not offset_ and name is None and not zone and offset_of(instant, here):
            self.in_utc += 1
        return Began(instant=instant, utc_offset=offset_, zone=name)

    def _agree(self, began: Began, day: str) -> None:
        """Raise Repeated if another column has another date."""
        found = foreign_dates.find(foreign_dates.plain_of(day), day)
        on = day_of(began.instant, began.utc_offset)
        if on not in found.readings.values():
            raise Repeated(f"it began on {iso(on)}, but its date is {quoted(day)}.")

    def until_end(self, told: dict[str, str], began: Began) -> int | None:
        """Return the seconds from start to end; None if there is no end, or the same."""
        if "ended_at" not in told:
            return None
        text, _ = values.roughly(told["ended_at"])
        if _is_date(text):
            return self._at(text, "ended_at", "ended_at", told).instant - began.instant or None
        second, offset = foreign_times.clock(text, text)
        shift = 0 if offset == INSTANT else began.utc_offset if offset is None else int(offset)
        # a clock time alone means the first one after the start
        return (second - (began.instant + shift)) % _DAY or None


def _is_date(text: str) -> bool:
    try:
        foreign_dates.find(foreign_dates.plain_of(text), text)
    except BadTime:
        return bool(re.fullmatch(r"[0-9]{10,13}(\.[0-9]+)?", text.strip()))
    return True


def _is_clock(text: str) -> bool:
    try:
        foreign_times.clock(text, text)
    except BadTime:
        return False
    return True


def _has_clock(text: str) -> bool:
    try:
        return bool(foreign_dates.find(foreign_dates.plain_of(text), text).rest.strip(" ,t"))
    except BadTime:
        return True
