"""The record of a night: cramp-free or not, and the exposures of the day before it."""

from __future__ import annotations

import pytest
from filled_diary import NOW, SUNDAY, log
from moments import moment

from cramplog.config import Hours
from cramplog.diary.repository import Diary
from cramplog.domain.night import NightRecord, iso
from cramplog.errors import BadTime, NightHasCramps
from cramplog.services import history, nights


def note(
    diary: Diary, night: int = SUNDAY, *, quiet: bool | None = None, **factors: str
) -> NightRecord:
    return nights.record_night(diary, night, NOW, quiet=quiet, factors=factors)


def test_quiet_on_a_cramp_night_is_refused_and_nothing_is_stored(diary: Diary) -> None:
    log(diary, "02:30 calf")
    with pytest.raises(NightHasCramps) as refused:
        note(diary, quiet=True, stress="6")
    assert refused.value.exit_code == 3
    assert "2026-11-22" in refused.value.message
    assert diary.nights() == []


def test_a_daytime_cramp_makes_no_cramp_night(diary: Diary) -> None:
    log(diary, "yesterday 15:00 calf")
    assert note(diary, quiet=True).quiet


def test_factors_are_noted_of_a_cramp_night_too(diary: Diary) -> None:
    log(diary, "02:30 calf")
    assert note(diary, stress="6").factors == (("stress", "6"),)


def test_what_is_said_later_joins_what_was_said_before(diary: Diary) -> None:
    note(diary, quiet=True, stress="6", water="1.2")
    later = note(diary, stress="3", cold="no")
    assert later.quiet
    assert dict(later.factors) == {"stress": "3", "water": "1.2", "cold": "no"}
    assert diary.nights() == [later]


def test_an_empty_value_makes_a_factor_unknown_again_and_no_is_kept_apart(diary: Diary) -> None:
    note(diary, stress="6", cold="no")
    assert dict(note(diary, stress="").factors) == {"cold": "no"}


def test_a_night_of_which_nothing_is_known_is_no_record(diary: Diary) -> None:
    note(diary, stress="")
    assert diary.nights() == []
    note(diary, SUNDAY - 30, stress="6")
    note(diary, SUNDAY - 30, stress="")
    assert diary.first_night() is None
    history.take_back(diary, "undo", NOW)
    assert diary.first_night() == SUNDAY - 30


def test_the_night_that_runs_can_be_noted_and_the_next_cannot(diary: Diary) -> None:
    assert note(diary, SUNDAY, quiet=True).night == SUNDAY
    with pytest.raises(BadTime, match="has not begun"):
        note(diary, SUNDAY + 1, quiet=True)


@pytest.mark.parametrize(
    ("now", "meant"),
    [
        ("2026-11-23T03:29:00", "2026-11-22"),
        ("2026-11-23T09:00:00", "2026-11-22"),
        ("2026-11-23T11:59:59", "2026-11-22"),
        ("2026-11-23T12:00:00", "2026-11-22"),
        ("2026-11-23T21:00:00", "2026-11-22"),
        ("2026-11-24T00:00:00", "2026-11-23"),
    ],
)
def test_last_night_is_the_one_running_from_midnight_on_and_else_the_one_just_over(
    now: str, meant: str
) -> None:
    assert iso(nights.last_night(moment(now), Hours())) == meant


def test_last_night_follows_the_boundary() -> None:
    hours = Hours(night_starts=18 * 3600)
    assert iso(nights.last_night(moment("2026-11-23T13:00:00"), hours)) == "2026-11-22"
    assert iso(nights.last_night(moment("2026-11-23T19:00:00"), hours)) == "2026-11-22"
