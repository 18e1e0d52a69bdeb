"""The night log as CSV rows."""

from __future__ import annotations

import csv
import io

import pytest
from memory_diary import moment, night

from cramplog.domain.night import CRAMP, QUIET, UNKNOWN, NightRecord
from cramplog.errors import InputError
from cramplog.interchange import csv_nights
from cramplog.interchange.csv_table import Table
from cramplog.services.night_log import NightLine

NOW = moment("2026-11-23 13:00")
RECORD = NightRecord(
    person="Anna",
    night=night("2026-11-21"),
    quiet=True,
    factors=(("moonlight", "no"), ("stress", "6"), ("temp", "-5..19"), ("water", "1.2")),
    recorded_at=moment("2026-11-22 08:00").instant,
    recorded_offset=3600,
)
LINES = [
    NightLine(night=night("2026-11-20"), state=CRAMP, cramps=2, daytime=1, record=None),
    NightLine(night=night("2026-11-21"), state=QUIET, cramps=0, daytime=0, record=RECORD),
    NightLine(night=night("2026-11-22"), state=UNKNOWN, cramps=0, daytime=0, record=None),
]
GOLDEN = """\
person,night,state,cramps,daytime_cramps,recorded_at,factor_water,factor_temp,factor_stress,factor_moonlight
Anna,2026-11-20,cramp,2,1,,,,,
Anna,2026-11-21,quiet,0,,2026-11-22T09:00:00+01:00,1.2,'-5..19,6,no
Anna,2026-11-22,unknown,,,,,,,
"""


def written() -> str:
    factors = [name for name, _ in RECORD.factors]
    return b"".join(csv_nights.write(LINES, factors, person="Anna")).decode()


def read(text: str, own: tuple[str, ...] = ()) -> list[NightRecord | InputError | None]:
    table = Table(io.StringIO(text, newline=""), "x")
    columns = csv_nights.columns_of(table.columns)
    return [found for _, found in csv_nights.read(table.rows(columns), columns, NOW, own)]


def row(**cells: str) -> str:
    table = io.StringIO(newline="")
    said = {"night": "2026-11-20", "state": "quiet", **cells}
    csv.writer(table).writerows([said.keys(), said.values()])
    return table.getvalue()


def test_a_night_has_its_state_and_what_was_noted_and_unknown_is_empty() -> None:
    assert written() == GOLDEN.replace("\n", "\r\n")


def test_records_come_back_as_they_were_and_other_nights_say_nothing() -> None:
    assert read(written()) == [None, RECORD, None]


def test_a_quiet_night_needs_no_more_than_its_date() -> None:
    (found,) = read(row())
    assert isinstance(found, NightRecord)
    assert (found.quiet, found.factors, found.recorded_at) == (True, (), NOW.instant)


def test_factors_are_understood_as_they_are_typed() -> None:
    (found,) = read(
        row(state="", factor_cold="yes", factor_water="1200ml", factor_stress="unknown")
    )
    assert isinstance(found, NightRecord)
    assert found.factors == (("cold", "yes"), ("water", "1.2"))
    assert not found.quiet


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"night": ""}, "not a date"),
        ({"night": "2026-02-30"}, "not a date"),
        ({"night": "20261120"}, "not a date"),
        ({"state": "calm"}, "state is cramp, quiet, unknown or empty"),
        ({"factor_water": "a lot"}, "water is"),
        ({"factor_moonlight": "6"}, "factor_moonlight is yes, no or empty"),
        ({"factor_full moon": "yes"}, "not a trigger"),
        ({"recorded_at": "today"}, "recorded_at"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_its_reason(
    cells: dict[str, str], reason: str
) -> None:
    (found,) = read(row(**cells))
    assert isinstance(found, InputError), found
    assert reason in str(found)
