"""Recording an episode: when it began, its night, and what is odd about it."""

from __future__ import annotations

import pytest
from filled_diary import NOW, SUNDAY, log
from moments import moment
from spoken import said

from cramplog.diary.repository import Diary
from cramplog.domain.night import iso
from cramplog.errors import BadTime
from cramplog.services import nights, record
from cramplog.services.record import Recorded


def recorded(diary: Diary, line: str) -> Recorded:
    return record.log(diary, said(line), NOW)


def test_with_a_duration_and_no_time_it_has_just_ended(diary: Diary) -> None:
    told = recorded(diary, "left calf 5m")
    assert told.episode.started_at == NOW.instant - 300
    assert told.how == "now"


def test_with_neither_it_began_now(diary: Diary) -> None:
    assert recorded(diary, "").episode.started_at == NOW.instant


def test_a_time_said_is_its_start_whatever_the_duration(diary: Diary) -> None:
    episode = recorded(diary, "02:30 5m").episode
    assert NOW.instant - episode.started_at == 59 * 60
    assert recorded(diary, "10m ago 5m").how == "ago"


def test_it_may_end_now_but_not_in_the_future(diary: Diary) -> None:
    assert recorded(diary, "10m ago 10m").episode.duration_seconds == 600
    with pytest.raises(BadTime, match="end in the future") as refused:
        recorded(diary, "02:30 2h")
    assert "59m" in refused.value.hint
    assert diary.last_number() == 1


def test_the_offset_is_that_of_its_start_and_not_of_now(diary: Diary) -> None:
    changed = moment("2026-10-25T01:10:00", fold=1)  # clocks went back at 02:00
    episode = record.log(diary, said("calf 1h"), changed).episode
    assert (episode.utc_offset, episode.zone) == (3600, "Europe/London")
    assert episode.recorded_offset == 0


def test_what_is_stored_is_what_is_read_back(diary: Diary) -> None:
    line = "02:30~ left calf+toes and right foot ~5m tonic generalized 7 not-woke sore numb hard"
    told = record.log(
        diary, said(f"{line} twitching @stress,cold +walk +stretch!2m", note="x\ny"), NOW
    )
    assert diary.episode(1) == told.episode
    assert list(diary.episodes()) == [told.episode]


@pytest.mark.parametrize(
    ("typed", "night", "daytime"),
    [
        ("02:30", "2026-11-22", False),
        ("yesterday 23:50", "2026-11-22", False),
        ("yesterday 11:59", "2026-11-21", False),
        ("yesterday 12:00", "2026-11-22", True),
        ("yesterday 17:59", "2026-11-22", True),
        ("yesterday 18:00", "2026-11-22", False),
    ],
)
def test_its_night_runs_from_noon_and_its_day_until_six(
    diary: Diary, typed: str, night: str, daytime: bool
) -> None:
    episode = recorded(diary, f"calf {typed}").episode
    assert (iso(episode.night), episode.daytime) == (night, daytime)


def quiet(diary: Diary, night: int) -> bool:
    return any(one.quiet for one in diary.nights(night, night))


def test_a_cramp_on_a_quiet_night_makes_it_a_cramp_night_and_keeps_its_factors(
    diary: Diary,
) -> None:
    nights.record_night(diary, SUNDAY, NOW, quiet=True, factors={"stress": "6"})
    told = recorded(diary, "calf 02:30")
    assert told.was_quiet
    (kept,) = diary.nights(SUNDAY, SUNDAY)
    assert (kept.quiet, kept.factors) == (False, (("stress", "6"),))
    assert not recorded(diary, "foot 02:40").was_quiet


def test_a_daytime_cramp_leaves_the_night_quiet(diary: Diary) -> None:
    nights.record_night(diary, SUNDAY, NOW, quiet=True, factors={})
    assert not recorded(diary, "calf yesterday 15:00").was_quiet
    assert quiet(diary, SUNDAY)


@pytest.mark.parametrize(
    ("first", "second", "warned"),
    [
        ("02:30 left calf", "02:30 left calf", True),
        ("02:30 left calf", "02:32 left calf", True),
        ("02:30 left calf", "02:28 left calf", True),
        ("02:30 left calf", "02:33 left calf", False),
        ("02:30 left calf", "02:30 right calf", False),
        ("02:30 left calf", "02:30 calf", False),
        ("02:30", "02:31", True),
        ("02:30 left calf and right foot", "02:31 left calf and right foot", True),
        ("yesterday 11:59 calf", "yesterday 12:01 calf", True),
    ],
)
def test_a_twin_is_the_same_site_within_two_minutes(
    diary: Diary, first: str, second: str, warned: bool
) -> None:
    assert recorded(diary, first).warnings == ()
    told = recorded(diary, second)
    assert bool(told.warnings) is warned
    assert told.episode.number == 2


def test_a_deleted_twin_is_none(diary: Diary) -> None:
    from cramplog.services import history

    log(diary, "02:30 calf")
    history.delete(diary, [1], NOW)
    assert recorded(diary, "02:30 calf").warnings == ()


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("calf tonic 20s", "only from 4 minutes on"),
        ("calf clonic 4m", "from 4 minutes on"),
        ("calf tonic 4m", ""),
        ("calf clonic 3m59s", ""),
        ("calf tonic", ""),
    ],
)
def test_a_type_that_its_duration_contradicts_is_stored_with_a_warning(
    diary: Diary, line: str, part: str
) -> None:
    told = recorded(diary, line)
    assert part in " ".join(told.warnings)
    assert bool(told.warnings) is bool(part)
    assert told.episode.type == diary.episode(1).type
