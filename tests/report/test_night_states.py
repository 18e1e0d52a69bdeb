"""Cramp, quiet, unknown, before the diary, not over."""

from hypothesis import given
from hypothesis import strategies as st
from memory_diary import MemoryDiary, cramp, night

from cramplog.report.nights import NightState, Records, records, states

MONDAY = night("2026-11-16")


def _states(diary: MemoryDiary, last_over: int = MONDAY + 6) -> list[str]:
    known = records(diary, MONDAY, MONDAY + 6)
    return [
        night.state for night in states(known, MONDAY, MONDAY + 6, diary.first_night(), last_over)
    ]


def test_nights_before_the_first_record_are_before_the_diary() -> None:
    diary = MemoryDiary([cramp("2026-11-18 23:50")], [MONDAY + 4])
    assert _states(diary) == [
        "before",
        "before",
        "cramp",
        "unknown",
        "quiet",
        "unknown",
        "unknown",
    ]


def test_a_diary_can_begin_with_what_is_no_statement_of_cramps() -> None:
    assert _states(MemoryDiary(noted=[MONDAY + 5]))[4:] == ["before", "unknown", "unknown"]
    assert _states(MemoryDiary([cramp("2026-11-21 14:00")]))[4:] == [
        "before",
        "unknown",
        "unknown",
    ]


def test_an_empty_diary_has_no_unknown_night() -> None:
    assert set(_states(MemoryDiary())) == {"before"}


def test_a_night_that_is_not_over_is_never_unknown() -> None:
    diary = MemoryDiary([cramp("2026-11-16 23:50")])
    assert _states(diary, last_over=MONDAY + 1) == ["cramp", "unknown", *["not_over"] * 5]


def test_what_is_recorded_of_a_night_that_is_not_over_counts() -> None:
    diary = MemoryDiary([cramp("2026-11-16 23:50"), cramp("2026-11-19 00:10")], [MONDAY + 3])
    assert _states(diary, last_over=MONDAY + 1)[2:5] == ["cramp", "quiet", "not_over"]


def test_a_cramp_outweighs_quiet() -> None:
    assert _states(MemoryDiary([cramp("2026-11-16 23:50")], [MONDAY]))[0] == "cramp"


def test_a_daytime_cramp_makes_no_cramp_night() -> None:
    by_day = [cramp("2026-11-16 14:00"), cramp("2026-11-17 15:00")]
    assert _states(MemoryDiary(by_day, [MONDAY + 1]))[:2] == ["unknown", "quiet"]


def test_cramps_are_counted_by_night_across_midnight() -> None:
    diary = MemoryDiary([cramp("2026-11-16 23:50"), cramp("2026-11-17 00:10")])
    known = records(diary, MONDAY, MONDAY)
    assert states(known, MONDAY, MONDAY, MONDAY, MONDAY) == (
        NightState(night=MONDAY, state="cramp", cramps=2),
    )


ORDINALS = st.integers(MONDAY, MONDAY + 30)


@given(st.sets(ORDINALS), st.sets(ORDINALS), ORDINALS)
def test_every_night_has_one_state_and_unknown_ones_are_over_and_in_the_diary(
    cramped: set[int], quiet: set[int], last_over: int
) -> None:
    begins = min(cramped | quiet, default=None)
    known = Records(cramps=dict.fromkeys(cramped, 1), quiet=frozenset(quiet))
    found = states(known, MONDAY, MONDAY + 30, begins, last_over)
    assert [state.night for state in found] == list(range(MONDAY, MONDAY + 31))
    for state in found:
        assert (state.state == "cramp") == (state.night in cramped) == bool(state.cramps)
        if state.state == "unknown":
            assert begins is not None
            assert begins <= state.night <= last_over
            assert state.night not in quiet
