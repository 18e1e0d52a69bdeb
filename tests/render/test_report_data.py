"""The report as data for JSON."""

import json

import pytest
from memory_diary import MemoryDiary, cramp
from sample_diaries import NOW, SAMPLES

from cramplog.render.report import data
from cramplog.report import period
from cramplog.report.build import build


@pytest.mark.parametrize("name", SAMPLES)
def test_every_report_is_strict_json(name: str) -> None:
    told = data(SAMPLES[name]())
    assert json.loads(json.dumps(told, allow_nan=False)) == told


@pytest.mark.parametrize("name", SAMPLES)
def test_every_report_has_the_same_keys(name: str) -> None:
    assert list(data(SAMPLES[name]())) == list(data(SAMPLES["empty_diary"]()))


def test_cramp_nights_name_their_denominator_and_method() -> None:
    told = data(SAMPLES["full_week"]())["cramp_nights"]
    low, high = told.pop("interval")
    assert (round(low, 4), round(high, 4)) == (0.3000, 0.9032)
    assert told == {
        "count": 4,
        "of": 6,
        "share": pytest.approx(2 / 3),
        "level": 0.95,
        "method": "Wilson score",
        "why_no_share": None,
    }


def test_unknown_is_null_and_not_nought() -> None:
    told = data(SAMPLES["one_episode"]())
    assert [night["episodes"] for night in told["nights"]] == [None, None, 1, *[None] * 4]
    assert told["cramp_nights"]["share"] is None
    assert told["cramp_nights"]["why_no_share"] == "no_quiet_night"
    assert told["features"]["sore"] == {"yes": 0, "no": 0, "unknown": 1}
    assert told["flags"] is None
    assert data(SAMPLES["quiet_week"]())["nights"][0]["episodes"] == 0


def test_a_week_without_a_record_has_unknown_counts() -> None:
    cramps = [cramp("2026-11-02 02:30"), cramp("2026-11-20 02:30")]
    told = data(build(MemoryDiary(cramps), period.month(NOW), NOW))
    weeks = {week["first_night"]: week["episodes"] for week in told["stretches"]}
    assert weeks == {"2026-11-01": 1, "2026-11-02": None, "2026-11-09": None, "2026-11-16": 1}


def test_times_are_rfc_3339_and_nights_are_dates() -> None:
    east = NOW.replace(utc_offset=19800, zone="Asia/Kolkata")
    told = data(build(MemoryDiary(), period.week(east), east))
    assert (told["made_at"], told["zone"]) == ("2026-11-23T18:30:00+05:30", "Asia/Kolkata")
    assert told["period"]["first_night"] == "2026-11-16"


def test_derived_types_are_told_from_said_ones() -> None:
    cramps = [
        cramp("2026-11-18 02:30", duration_seconds=300),
        cramp("2026-11-18 03:30", type="tonic"),
    ]
    told = data(build(MemoryDiary(cramps), period.week(NOW), NOW))
    assert told["types"] == [{"id": "tonic", "episodes": 2, "said": 1, "derived": 1}]


def test_triggers_of_ones_own_have_their_labels() -> None:
    cramps = [cramp("2026-11-18 02:30", triggers=("full_moon",))]
    report = build(
        MemoryDiary(cramps), period.week(NOW), NOW, own_triggers={"full_moon": "the full moon"}
    )
    assert data(report)["triggers"] == [
        {"id": "full_moon", "label": "the full moon", "episodes": 1}
    ]
