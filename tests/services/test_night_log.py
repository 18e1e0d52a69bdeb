"""The log of nights: which nights it has, and what each of them is."""

from __future__ import annotations

from pathlib import Path

from memory_diary import cramp, moment, night

from cramplog.diary.repository import Diary
from cramplog.domain.night import iso
from cramplog.services import nights, transfer
from cramplog.services.night_log import night_lines, noted

NOW = moment("2026-11-23 03:29")  # the night of the 22nd is not over


def filled(path: Path) -> Diary:
    diary = Diary(str(path / "diary.db"))
    begins = ("2026-11-17 02:30", "2026-11-17 04:00", "2026-11-19 14:00")
    cramps = [
        (line, cramp(at, id=f"01518df6-2ea0-7e96-bf84-{line:012x}"))
        for line, at in enumerate(begins, 2)
    ]
    transfer.import_episodes(diary, cramps, NOW, name="x")
    nights.record_night(diary, night("2026-11-18"), NOW, quiet=True, factors={"stress": "6"})
    return diary


def told(diary: Diary, **period: int) -> list[tuple[str, str, int, int]]:
    lines = night_lines(diary, NOW, **period)
    return [(iso(each.night), each.state, each.cramps, each.daytime) for each in lines]


def test_every_finished_night_since_the_first_record_is_there(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    assert told(diary) == [
        ("2026-11-16", "cramp", 2, 0),
        ("2026-11-17", "unknown", 0, 0),
        ("2026-11-18", "quiet", 0, 0),
        ("2026-11-19", "unknown", 0, 1),
        ("2026-11-20", "unknown", 0, 0),
        ("2026-11-21", "unknown", 0, 0),
    ]
    diary.close()


def test_a_night_that_is_not_over_is_there_once_something_is_recorded_of_it(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    nights.record_night(diary, night("2026-11-22"), NOW, quiet=False, factors={"water": "1"})
    assert told(diary)[-1] == ("2026-11-22", "unknown", 0, 0)
    assert noted(night_lines(diary, NOW)) == {"stress", "water"}
    diary.close()


def test_a_period_is_cut_out_of_it_both_ends_included(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    since, until = night("2026-11-18"), night("2026-11-19")
    assert [day for day, *_ in told(diary, since=since, until=until)] == [
        "2026-11-18",
        "2026-11-19",
    ]
    assert told(diary, since=night("2026-11-23")) == []
    assert len(told(diary, since=night("2020-01-01"), until=night("2026-11-16"))) == 1
    diary.close()


def test_an_empty_diary_has_no_nights(tmp_path: Path) -> None:
    diary = Diary(str(tmp_path / "diary.db"))
    assert told(diary) == []
    diary.close()
