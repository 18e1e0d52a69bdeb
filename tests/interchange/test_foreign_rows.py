"""Rows of other programs' files: columns guessed or mapped, cells read, mistakes refused."""

from __future__ import annotations

import pytest

from cramplog.clock import Moment
from cramplog.domain.episode import Episode, Site, Tried
from cramplog.errors import BadOption, InputError
from cramplog.interchange.foreign_fields import FIELDS, Map, is_enough, options, said
from cramplog.interchange.foreign_guess import guess
from cramplog.interchange.foreign_rows import Mapped, orders
from cramplog.interchange.foreign_started import Taking
from cramplog.interchange.foreign_times import Clock

NOW = Moment(instant=1795404540, utc_offset=0, zone="Europe/London")  # 2026-11-23 03:29
WHEN = "2026-11-20 02:30"


def one(chosen: Map, *cells: str, own: tuple[str, ...] = ()) -> Episode:
    (_, found) = next(Mapped(chosen, Taking(clock=Clock(now=NOW), own=own)).read([(2, cells)]))
    if isinstance(found, InputError):
        raise found
    return found


def of(field: str, cell: str, own: tuple[str, ...] = ()) -> Episode:
    """An episode whose one other column holds a cell."""
    return one((("when", "started_at"), ("x", field)), WHEN, cell, own=own)


def test_names_of_columns_suggest_what_they_are() -> None:
    columns = ["start", "where", "duration (min)", "severity", "weather", "notes", "comments"]
    assert guess(columns) == (
        ("start", "started_at"),
        ("where", "site"),
        ("duration (min)", "duration_minutes"),
        ("severity", "pain"),
        ("notes", "note"),
        ("comments", "note"),
    )
    assert guess(["date", "time", "start time"])[0] == ("start time", "started_at")
    assert guess(["mood"]) == ()


@pytest.mark.parametrize(
    ("chosen", "enough"),
    [
        ((("a", "started_at"),), True),
        ((("a", "date"), ("b", "time")), True),
        ((("a", "words"),), True),
        ((("a", "date"),), False),
        ((("a", "note"),), False),
        ((), False),
    ],
)
def test_a_map_has_to_tell_when_the_cramp_began(chosen: Map, enough: bool) -> None:
    assert is_enough(chosen) is enough


def test_a_map_is_said_in_any_case_and_typed_as_it_is_shown() -> None:
    chosen = said(["Start Time=started_at", "a=b=note"], ["start time", "a=b"], "x.csv")
    assert chosen == (("start time", "started_at"), ("a=b", "note"))
    assert options(chosen) == "--map 'start time=started_at' --map a=b=note"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("start", "COLUMN=FIELD"),
        ("start=when", "not a field"),
        ("begin=note", "no column"),
        ("=note", "COLUMN=FIELD"),
    ],
)
def test_a_map_that_cannot_be_is_refused(typed: str, told: str) -> None:
    with pytest.raises(BadOption, match=told):
        said([typed], ["start", "end"], "x.csv")


def test_one_field_takes_one_column_but_a_note_takes_several() -> None:
    with pytest.raises(BadOption, match="two columns are pain"):
        said(["a=pain", "b=pain"], ["a", "b"], "x.csv")
    assert said(["a=note", "b=note"], ["a", "b"], "x.csv")


@pytest.mark.parametrize(
    ("field", "cell", "name", "value"),
    [
        ("site", "Left calf", "sites", (Site(muscle="calf", side="left"),)),
        (
            "site",
            "right foot and left toes",
            "sites",
            (Site(muscle="foot", side="right"), Site(muscle="toes", side="left")),
        ),
        ("muscles", "calf", "sites", (Site(muscle="calf"),)),
        ("duration", "5m", "duration_seconds", 300),
        ("duration", "0:05:30", "duration_seconds", 330),
        ("duration_minutes", "1,5", "duration_seconds", 90),
        ("duration_minutes", "2.25", "duration_seconds", 135),
        ("duration_seconds", "45", "duration_seconds", 45),
        ("ended_at", "2026-11-20 02:35", "duration_seconds", 300),
        ("ended_at", "02:29", "duration_seconds", 86_340),
        ("ended_at", WHEN, "duration_seconds", None),
        ("pain", "7/10", "pain", 7),
        ("pain", "7.0", "pain", 7),
        ("pain", "0", "pain", 0),
        ("woke", "Y", "woke", True),
        ("numb", "0", "numb", False),
        ("type", "Tonic", "type", "tonic"),
        ("triggers", "@stress, cold", "triggers", ("stress", "cold")),
        ("tried", "walk; stretch", "tried", (Tried(remedy="walk"), Tried(remedy="stretch"))),
        ("helped", "stretch", "tried", (Tried(remedy="stretch", helped=True),)),
        ("note", "=HYPERLINK() <script>\x1b\u202e", "note", "=HYPERLINK() <script>\x1b\u202e"),
        ("tags", "@calf, @left", "sites", (Site(muscle="calf", side="left"),)),
        ("tags", "stress, woke, work", "note", "tags: work"),
        ("tags", "stress, woke, work", "woke", True),
        ("tags", "left, work", "note", "tags: work, left"),
        ("words", "left calf 5m 7", "pain", 7),
        ("words", "left calf 5m 7", "duration_seconds", 300),
    ],
)
def test_a_cell_is_read_as_its_field(field: str, cell: str, name: str, value: object) -> None:
    assert getattr(of(field, cell), name) == value


@pytest.mark.parametrize(
    ("field", "cell", "told"),
    [
        ("site", "knee", "not a muscle"),
        ("site", "left", "without a muscle"),
        ("site", "calf left foot", "more than one way"),
        ("duration", "5", "5"),
        ("duration_minutes", "long", "not a number"),
        ("duration_minutes", "0", "0 s"),
        ("duration_seconds", "99999", "24 h"),
        ("ended_at", "2026-11-20 02:00", "would last"),
        ("pain", "11", "not 0 to 10"),
        ("pain", "7.5", "not 0 to 10"),
        ("woke", "maybe", "yes or no"),
        ("type", "odd", "tonic, clonic"),
        ("triggers", "moonlight", "not a trigger"),
        ("tried", "magic", "not a remedy"),
        ("note", "x\ud800", "not text"),
        ("note", "x" * 10_001, "can be kept"),
        ("tags", "left, calf, foot", "several muscles"),
        ("words", "frobnicate", "frobnicate"),
        ("words", "left calf 03:00", "another column"),
    ],
)
def test_a_cell_that_is_not_understood_is_refused(field: str, cell: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        of(field, cell)


def test_triggers_of_the_users_own_are_known() -> None:
    assert of("triggers", "moonlight", own=("moonlight",)).triggers == ("moonlight",)
    assert of("tags", "moonlight", own=("moonlight",)).triggers == ("moonlight",)


def test_the_same_row_has_the_same_id_and_another_row_another() -> None:
    assert of("note", "a").id == of("note", "a").id
    assert of("note", "a").id != of("note", "b").id


def test_an_empty_row_is_passed_over_and_a_bad_one_keeps_its_line() -> None:
    chosen: Map = (("when", "started_at"), ("pain", "pain"))
    rows = [(2, ("", "")), (3, (WHEN, "11")), (4, (WHEN, ""))]
    found = list(Mapped(chosen, Taking(clock=Clock(now=NOW))).read(rows))
    assert [line for line, _ in found] == [3, 4]
    assert isinstance(found[0][1], InputError)
    assert isinstance(found[1][1], Episode)


def test_one_clear_date_settles_the_order_for_the_whole_file() -> None:
    chosen: Map = (("day", "date"), ("from", "time"), ("to", "ended_at"))
    rows = [(2, ("01/02/2026", "03:00", "")), (3, ("20/02/2026", "03:00", ""))]
    assert orders(chosen, rows) == {
        "started_at": "day-first",
        "date": "day-first",
        "ended_at": "day-first",
    }
    assert orders(chosen, rows[:1])["date"] is None


def test_every_field_is_explained() -> None:
    assert all(FIELDS.values())
