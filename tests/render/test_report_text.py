"""What the report says in words, and that it fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_diary import MemoryDiary, cramp, moment, night
from sample_diaries import NOW, SAMPLES

from cramplog.config import Hours
from cramplog.domain.episode import Episode, Tried
from cramplog.domain.facts import Condition, Facts, Medicine
from cramplog.render.report import text
from cramplog.report import period
from cramplog.report.build import Report, build

THIS_WEEK = period.week(NOW)
MONDAY = THIS_WEEK.first_night


def _told(report: Report) -> str:
    return " ".join(text(report, 80).split())


def _of(cramps: list[Episode], quiet: list[int] | range = range(0)) -> str:
    return _told(build(MemoryDiary(cramps, quiet), THIS_WEEK, NOW))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_fits_and_is_plain_ascii(name: str) -> None:
    report = SAMPLES[name]()
    for width in range(40, 121):
        told = text(report, width)
        assert told.isascii()
        assert all(len(line) <= width and line == line.rstrip() for line in told.split("\n"))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_report_says_which_nights_and_that_it_is_no_diagnosis(name: str) -> None:
    report = SAMPLES[name]()
    assert report.period.label in _told(report)
    assert "self-reported, not a diagnosis" in _told(report)


@pytest.mark.parametrize("name", SAMPLES)
def test_wide_and_narrow_say_the_same(name: str) -> None:
    report = SAMPLES[name]()
    wide, narrow = (
        text(report, width).partition("Recorded")[2].replace(":", "").split() for width in (80, 40)
    )
    assert wide == narrow


def test_an_empty_week_says_so_and_what_to_type() -> None:
    told = _told(SAMPLES["empty_week"]())
    assert "nothing, 0 of 7 nights; 7 unknown" in told
    assert "none recorded, which is not the same as none" in told
    assert "cramplog night 2026-11-22 quiet" in told
    assert "%" not in told


def test_an_empty_diary_shows_how_to_begin() -> None:
    assert "cramplog log 02:30 left calf 5m 7/10" in _told(SAMPLES["empty_diary"]())


def test_a_wholly_recorded_week_asks_for_nothing() -> None:
    assert "Was it quiet" not in _told(SAMPLES["quiet_week"]())


def test_without_a_quiet_night_the_missing_percentage_is_explained() -> None:
    told = _of([cramp("2026-11-17 02:30")])
    assert "1 of 1 recorded night No percentage: no night is recorded as quiet" in told


def test_a_low_record_carries_its_warning() -> None:
    warning = "Cramp-free nights are missed more often"
    assert warning in _of([cramp("2026-11-17 02:30")], [MONDAY + 1])
    assert warning not in _of([cramp("2026-11-17 02:30")], range(MONDAY + 1, MONDAY + 5))


def test_a_caution_stands_wherever_its_remedy_does() -> None:
    told = _of([cramp("2026-11-17 02:30", tried=(Tried(remedy="quinine"),))])
    assert "quinine: 1 time, not said whether it helped. Not for routine use" in told


def test_a_share_of_unknown_durations_is_not_invented() -> None:
    told = _of([cramp("2026-11-17 02:30", "left calf")])
    assert "Duration not known" in told
    assert "Pain not known" in told
    assert "Woken not known" in told


def test_rarer_features_are_told_once_somebody_said_yes() -> None:
    assert "Numb" not in _of([cramp("2026-11-17 02:30", numb=False)])
    assert "Numb 1 of 1 answered" in _of([cramp("2026-11-17 02:30", numb=True)])


def test_a_daytime_cramp_alone_is_told_and_makes_no_night() -> None:
    told = _of([cramp("2026-11-17 14:00", "left calf", pain=4)])
    assert "By day 1 cramp, highest pain 4/10, left calf 1; in no other number here" in told
    assert "nothing, 0 of 7" not in told
    assert "Duration" not in told


def test_no_flag_on_is_said_only_where_flags_were_looked_at() -> None:
    diary = MemoryDiary()
    assert "Flags today Mon 23 Nov 2026: none on" in _told(build(diary, THIS_WEEK, NOW, flags=[]))
    assert "Flags" not in _told(build(diary, THIS_WEEK, NOW))


def test_flags_stand_in_the_order_given() -> None:
    flags = [
        {"urgency": word, "title": "Title", "id": f"GL-{word}", "origin": "NHS 2025"}
        for word in ("URGENT", "SOON")
    ]
    told = _told(build(MemoryDiary(), THIS_WEEK, NOW, flags=flags))
    assert "URGENT: Title. (GL-URGENT, NHS 2025) SOON: Title. (GL-SOON, NHS 2025)" in told


def test_hostile_names_steer_no_terminal() -> None:
    report = build(
        MemoryDiary([cramp("2026-11-17 02:30", triggers=("\u202eevil",))]),
        THIS_WEEK,
        NOW,
        person="\x1b]0;title\x07",
    )
    assert not {"\x1b", "\x07", "\u202e"} & set(text(report, 80))


def test_a_year_by_sunday_weeks_begins_its_rows_on_sunday() -> None:
    hours = Hours(first_weekday=6)
    report = build(MemoryDiary([], [MONDAY, MONDAY + 6]), period.month(NOW, hours), NOW, hours)
    rows = [line.split() for line in text(report, 80).splitlines()]
    assert next(row for row in rows if row[:2] == ["Week", "of"])[2:4] == ["Sun", "Mon"]
    assert next(row for row in rows if row[:2] == ["15", "Nov"])[2:4] == ["_", "."]


CRAMPS = st.builds(
    lambda day, hour, where, **said: cramp(f"2026-{day} {hour:02}:30", where, **said),
    st.sampled_from(["08-30", "09-28", "10-02", "11-01", "11-16", "11-17", "11-18", "11-20"]),
    st.integers(0, 23),
    st.sampled_from(["", "calf", "left calf, right toes", "both quadriceps", "other"]),
    duration_seconds=st.none() | st.integers(1, 86400),
    pain=st.none() | st.integers(0, 10),
    woke=st.sampled_from([True, False, None]),
    triggers=st.sampled_from([(), ("stress", "footwear"), ("x" * 60,)]),
    tried=st.sampled_from([(), (Tried(remedy="potassium", helped=True, relief_seconds=3700),)]),
)
NIGHTS = st.sets(st.integers(night("2026-08-25"), night("2026-11-22")))
PERIODS = st.sampled_from(
    [
        THIS_WEEK,
        period.month(NOW),
        period.year(NOW),
        period.between(night("2024-02-28"), None, NOW),
        period.between(night("2026-11-17"), night("2026-11-17"), NOW),
    ]
)


@given(st.lists(CRAMPS, max_size=30), NIGHTS, PERIODS, st.integers(40, 100))
def test_any_diary_gives_a_report_that_fits(
    cramps: list[Episode], quiet: set[int], told_of: period.Period, width: int
) -> None:
    report = build(MemoryDiary(cramps, quiet), told_of, moment("2026-11-20 09:00"))
    assert all(len(line) <= width for line in text(report, width).split("\n"))


def test_medicines_and_conditions_are_told_with_their_dates() -> None:
    facts = Facts(
        person="me",
        medicines=(Medicine(name="ramipril", known=False, started="2026-05", recorded_at=0),),
        conditions=(
            Condition(name="varicose_veins", since="2019", recorded_at=0),
            Condition(name="diabetes", absent=True, recorded_at=0),
        ),
    )
    told = text(SAMPLES["one_episode"]().replace(facts=facts), 80)
    assert 'Medicines       "ramipril" from 2026-05' in told
    assert "Conditions      varicose veins since 2019\n                no diabetes" in told
