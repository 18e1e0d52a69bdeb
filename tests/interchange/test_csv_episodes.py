"""Episodes as CSV rows: what each column holds, and what is refused of one."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from memory_diary import cramp, moment

from cramplog.domain.episode import Episode, Site, Tried
from cramplog.errors import InputError
from cramplog.interchange import csv_episodes
from cramplog.interchange.csv_table import Table

NOW = moment("2026-11-23 13:00")
UID = "01518df6-2ea0-7e96-bf84-791a2b9f984b"
FULL = cramp(
    "2026-11-21 03:00",
    id=UID,
    number=41,
    person="Anna",
    started_at=1795230000,
    utc_offset=3600,
    zone="Europe/Berlin",
    time_is_approximate=True,
    duration_seconds=720,
    duration_is_estimate=True,
    sites=(Site(muscle="calf", side="left"), Site(muscle="foot"), Site(muscle="toes", side="both")),
    pain=8,
    woke=True,
    sore=False,
    twitching=True,
    triggers=("cold", "moonlight"),
    tried=(
        Tried(remedy="stretch", helped=True, relief_seconds=150),
        Tried(remedy="walk", helped=True),
        Tried(remedy="heat"),
        Tried(remedy="massage", helped=False),
    ),
    note='said "=1",\nthen slept',
    recorded_at=1795240000,
    recorded_offset=3600,
)
GOLDEN = (
    f"41,{UID},Anna,2026-11-20,2026-11-21T04:00:00+01:00,Europe/Berlin,yes,720,yes,calf;foot;toes,"
    "left;;both,tonic,,type,8,yes,no,,,yes,cold;moonlight,stretch;walk;heat;massage,"
    'stretch:2m30s;walk,"said ""=1"",\nthen slept",2026-11-21T06:46:40+01:00,log,massage,'
    "2026-11-21 04:00:00,12"
)


def written(*episodes: Episode, **options: Any) -> str:
    told = csv_episodes.Written()
    return b"".join(csv_episodes.write(episodes, told, **options)).decode()


def one_row(episode: Episode, **options: bool) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(written(episode, **options), newline=""))
    return row


def read(text: str, own: tuple[str, ...] = ()) -> list[Episode | InputError]:
    rows = Table(io.StringIO(text, newline=""), "x").rows(csv_episodes.COLUMNS)
    return [found for _, found in csv_episodes.read(rows, NOW, own)]


def episode(**cells: str) -> Episode:
    """The episode of a row with these cells."""
    (found,) = read(row(**cells))
    assert isinstance(found, Episode), found
    return found


def row(**cells: str) -> str:
    table = io.StringIO(newline="")
    said = {"started_at": "2026-11-20T02:30:00+00:00", **cells}
    csv.writer(table).writerows([said.keys(), said.values()])
    return table.getvalue()


def test_the_header_is_that_of_the_contract() -> None:
    assert written() == (
        "number,id,person,night,started_at,zone,time_is_approximate,duration_seconds,"
        "duration_is_estimate,muscles,sides,type,spread,derived,pain,woke,sore,numb,hard,twitching,"
        "triggers,tried,helped,note,recorded_at,source,not_helped,local_time,duration_minutes\r\n"
    )


def test_everything_said_of_an_episode_stands_in_its_row() -> None:
    assert written(FULL).split("\r\n") == [csv_episodes.HEADER, GOLDEN, ""]


def test_what_is_unknown_is_an_empty_cell() -> None:
    row_ = one_row(cramp("2026-11-20 02:30", id=UID))
    empty = {name for name, value in row_.items() if not value}
    assert empty == {*csv_episodes.COLUMNS} - {
        *("number", "id", "person", "night", "started_at"),
        *("time_is_approximate", "recorded_at", "source", "local_time"),
    }


def test_derived_readings_are_marked_and_what_was_said_is_not() -> None:
    said = cramp("2026-11-20 02:30", "left calf", duration_seconds=300, type="tonic")
    row_ = one_row(said)
    assert (row_["type"], row_["spread"], row_["derived"]) == ("tonic", "localized", "spread")


def test_a_derived_reading_is_not_taken_for_a_said_one() -> None:
    found = episode(type="tonic", spread="localized", derived="type;spread")
    assert (found.type, found.spread) == (None, None)
    found = episode(type="tonic", spread="localized", derived="spread")
    assert (found.type, found.spread) == ("tonic", None)


@pytest.mark.parametrize(
    ("seconds", "separator", "minutes"),
    [
        (300, ",", "5"),
        (270, ",", "4.5"),
        (100, ",", "1.67"),
        (1, ",", "0.02"),
        (600, ";", "10"),
        (270, ";", "4,5"),
        (270, "\t", "4.5"),
        (None, ";", ""),
    ],
)
def test_minutes_and_local_time_are_what_a_spreadsheet_reckons_with(
    seconds: int | None, separator: str, minutes: str
) -> None:
    told = csv_episodes.Written()
    parts = csv_episodes.write([FULL.replace(duration_seconds=seconds)], told, separator=separator)
    file = io.StringIO(b"".join(parts).decode(), newline="")
    (row_,) = csv.DictReader(file, delimiter=separator)
    assert (row_["duration_minutes"], row_["local_time"]) == (minutes, "2026-11-21 04:00:00")


def test_notes_and_name_can_be_left_out() -> None:
    row_ = one_row(FULL, notes=False, name=False)
    assert (row_["note"], row_["person"]) == ("", "")
    assert "slept" not in written(FULL, notes=False)


def test_what_went_into_the_file_is_counted() -> None:
    told = csv_episodes.Written()
    list(csv_episodes.write([cramp("2026-11-01 02:30"), FULL], told))
    assert (told.episodes, told.notes) == (2, 1)
    assert told.last_night - told.first_night == 20
    told = csv_episodes.Written()
    list(csv_episodes.write([FULL], told, notes=False))
    assert told.notes == 0


def test_an_episode_comes_back_as_it_was() -> None:
    (found,) = read(written(FULL))
    assert found == FULL.replace(night=0, daytime=False)


def test_every_free_text_is_disarmed_and_comes_back() -> None:
    hostile = FULL.replace(note="=cmd()", person="@me", source="+x", zone=None, triggers=("-x",))
    text = written(hostile)
    for cell in (",'=cmd(),", ",'@me,", ",'+x,", ",'-x,"):
        assert cell in text
    assert read(text) == [hostile.replace(night=0, daytime=False)]


def test_a_row_needs_no_more_than_its_start() -> None:
    found = episode()
    assert found.started_at == moment("2026-11-20 02:30").instant
    assert (found.number, found.recorded_at, found.source) == (0, NOW.instant, "import")
    assert (found.sites, found.pain, found.woke) == ((), None, None)


def test_a_row_without_an_id_has_the_same_one_each_time() -> None:
    one, again, other = episode(note="a"), episode(note="a", number="7"), episode(note="b")
    assert one.id == again.id != other.id
    assert one.id.startswith(f"{one.started_at * 1000:012x}"[:8])
    assert (one.id[14], one.id[19] in "89ab") == ("7", True)
    assert episode(id=UID.upper()).id == UID


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"muscles": "calves; toe", "sides": "Left;"}, "sites", (("calf", "left"), ("toes", None))),
        ({"muscles": "calf;foot"}, "sites", (("calf", None), ("foot", None))),
        ({"muscles": "calf;foot", "sides": ";right"}, "sites", (("calf", None), ("foot", "right"))),
    ],
)
def test_muscles_and_sides_are_pairs(cells: dict[str, str], field: str, value: Any) -> None:
    assert tuple((s.muscle, s.side) for s in getattr(episode(**cells), field)) == value


def test_names_that_people_know_are_understood() -> None:
    found = episode(
        triggers="cold;hypothermia;Stress", tried="ice", helped="stretching:90s", woke="YES"
    )
    assert found.triggers == ("cold", "stress")
    assert found.tried == (
        Tried(remedy="cold"),
        Tried(remedy="stretch", helped=True, relief_seconds=90),
    )
    assert found.woke is True


def test_a_trigger_that_nobody_knows_is_only_taken_from_a_row_with_an_id() -> None:
    (found,) = read(row(triggers="moonligth"))
    assert "not a trigger I know" in str(found)
    assert "add-trigger moonligth" in str(found)
    assert episode(id=UID, triggers="moonlight").triggers == ("moonlight",)
    (found,) = read(row(triggers="moonlight"), own=("moonlight",))
    assert isinstance(found, Episode)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"started_at": ""}, "started_at"),
        ({"started_at": "2026-11-20T25:30:00+00:00"}, "started_at"),
        ({"started_at": "2026-11-20T24:00:00+00:00"}, "started_at"),
        ({"started_at": "2026-02-29T02:30:00+00:00"}, "started_at"),
        ({"started_at": "2026-11-20T02:30:00Z"}, "started_at"),
        ({"started_at": "2026-11-20T02:30:00"}, "started_at"),
        ({"started_at": "2026-11-20T02:30:00 GMT"}, "started_at"),
        ({"started_at": "2026-11-20 02:30"}, "started_at"),
        ({"started_at": "2026-11-20T02:30:00.5+00:00"}, "started_at"),
        ({"started_at": "٢٠٢٦-11-20T02:30:00+00:00"}, "started_at"),
        ({"started_at": "1969-12-31T02:30:00+00:00"}, "before 1970"),
        ({"started_at": "0001-01-01T00:00:00+23:00"}, "started_at"),
        ({"recorded_at": "yesterday"}, "recorded_at"),
        ({"number": "0"}, "number"),
        ({"number": "4.0"}, "number"),
        ({"number": "9" * 5000}, "number"),
        ({"id": "41"}, "id"),
        ({"zone": "Mars/Phobos"}, "time zone"),
        ({"zone": "../../etc/passwd"}, "time zone"),
        ({"zone": "Europe"}, "time zone"),
        ({"zone": "a\0b"}, "time zone"),
        ({"time_is_approximate": "maybe"}, "time_is_approximate"),
        ({"duration_seconds": "0"}, "duration_seconds"),
        ({"duration_seconds": "86401"}, "duration_seconds"),
        ({"duration_seconds": "-5"}, "duration_seconds"),
        ({"duration_seconds": "5m"}, "duration_seconds"),
        ({"duration_seconds": "\u0665"}, "duration_seconds"),
        ({"duration_is_estimate": "yes"}, "no duration_seconds"),
        ({"muscles": "foof"}, 'Did you mean "foot"?'),
        ({"muscles": "calf;"}, "not a muscle"),
        ({"muscles": "calf", "sides": "middle"}, "a side is left, right, both"),
        ({"muscles": "calf", "sides": "left;right"}, "not pairs"),
        ({"sides": "left"}, "not pairs"),
        ({"type": "spastic"}, "type"),
        ({"spread": "tonic"}, "spread"),
        ({"type": "tonic", "derived": "types"}, "derived"),
        ({"pain": "11"}, "pain is a whole number from 0 to 10"),
        ({"pain": "7.5"}, "pain"),
        ({"woke": "1"}, "woke"),
        ({"triggers": "stress;"}, "not a trigger"),
        ({"triggers": "a b", "id": UID}, "not a trigger"),
        ({"triggers": "x" * 41, "id": UID}, "not a trigger"),
        ({"tried": "prayer"}, "not a remedy"),
        ({"helped": "stretch:soon"}, "duration"),
        ({"helped": "stretch:"}, "duration"),
        ({"note": "x" * 10_001}, "10,001 characters"),
        ({"note": "ze\0ro"}, "not text"),
        ({"note": "caf\udce9"}, "not text"),
        ({"source": "ze\0ro"}, "source"),
        ({"source": "x" * 201}, "source"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_its_reason(
    cells: dict[str, str], reason: str
) -> None:
    (found,) = read(row(**cells))
    assert isinstance(found, InputError), found
    assert reason in str(found)
    assert str(found).isprintable()
    assert len(str(found)) < 300
