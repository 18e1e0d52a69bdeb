"""What the cramps of a period were like, with unknown kept apart from no."""

import pytest
from memory_diary import cramp, stretched

from cramplog.domain.episode import Tried
from cramplog.report.summary import (
    Answers,
    Duration,
    Named,
    Pain,
    Part,
    ReadingCount,
    RemedyCount,
    SiteCount,
    summarise,
)

AT = "2026-11-18 02:30"


def test_of_no_episode_everything_is_nothing_and_nothing_is_invented() -> None:
    none = summarise([])
    assert none.episodes == 0
    assert (none.duration.median, none.duration.longest, none.pain.highest) == (None, None, None)
    assert none.duration.four_minutes.share is None
    assert none.sites == none.types == none.triggers == none.remedies == none.missing == ()


def test_durations_are_those_that_are_known() -> None:
    times = (60, 120, 240, 601, None)
    found = summarise([cramp(AT, duration_seconds=time) for time in times]).duration
    assert found == Duration(
        known=4,
        of=5,
        estimated=0,
        median=180,
        middle_half=(105, 330.25),
        longest=601,
        four_minutes=Part(count=2, of=4),
        over_ten_minutes=Part(count=1, of=4),
        bins=(0, 1, 1, 1, 1),
    )


@pytest.mark.parametrize(
    ("seconds", "four_or_more", "over_ten"),
    [(239, 0, 0), (240, 1, 0), (600, 1, 0), (601, 1, 1)],
)
def test_four_minutes_are_inclusive_and_ten_are_not(
    seconds: int, four_or_more: int, over_ten: int
) -> None:
    found = summarise([cramp(AT, duration_seconds=seconds)]).duration
    assert (found.four_minutes.count, found.over_ten_minutes.count) == (four_or_more, over_ten)


@pytest.mark.parametrize(
    ("seconds", "place"),
    [(59, 0), (60, 1), (119, 1), (120, 2), (239, 2), (240, 3), (600, 3), (601, 4)],
)
def test_durations_are_sorted_at_the_limits_of_article_and_guidelines(
    seconds: int, place: int
) -> None:
    bins = summarise([cramp(AT, duration_seconds=seconds)]).duration.bins
    assert [at for at, count in enumerate(bins) if count] == [place]


def test_estimated_durations_are_told() -> None:
    cramps = [cramp(AT, duration_seconds=60, duration_is_estimate=True), cramp(AT)]
    assert summarise(cramps).duration.estimated == 1


def test_a_pain_of_zero_is_known() -> None:
    found = summarise([cramp(AT, pain=0), cramp(AT, pain=3), cramp(AT)]).pain
    assert found == Pain(
        known=2, of=3, median=1.5, highest=3, counts=(1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)
    )


def test_unknown_answers_are_neither_yes_nor_no() -> None:
    cramps = [cramp(AT, woke=True), cramp(AT, woke=False), cramp(AT), cramp(AT)]
    woke = summarise(cramps).features[0]
    assert woke == Answers(name="woke", yes=1, no=1, unknown=2)
    assert woke.answered == 2


def test_sites_are_counted_by_muscle_and_side_once_an_episode() -> None:
    cramps = [
        cramp(AT, "left calf, right foot"),
        cramp(AT, "left calf"),
        cramp(AT, "both calf"),
        cramp(AT, "calf"),
        cramp(AT),
    ]
    assert summarise(cramps).sites == (
        SiteCount(muscle="calf", side="left", episodes=2),
        SiteCount(muscle="calf", side=None, episodes=1),
        SiteCount(muscle="calf", side="both", episodes=1),
        SiteCount(muscle="foot", side="right", episodes=1),
    )


def test_said_and_derived_types_are_counted_apart() -> None:
    found = summarise(
        [
            cramp(AT, "left calf", duration_seconds=240),
            cramp(AT, "left calf", type="tonic", spread="localized"),
            cramp(AT, "calf", type="clonic"),
            cramp(AT),
        ]
    )
    assert found.types == (
        ReadingCount(id="tonic", said=1, derived=1),
        ReadingCount(id="clonic", said=1, derived=0),
    )
    assert found.types_unknown == 1
    assert found.spreads == (ReadingCount(id="localized", said=1, derived=1),)
    assert found.spreads_unknown == 2


def test_triggers_stand_by_how_often_they_were_suspected() -> None:
    cramps = [cramp(AT, triggers=("stress", "cold_floor")), cramp(AT, triggers=("stress",))]
    found = summarise([*cramps, cramp(AT)])
    assert found.triggers == (Named(id="stress", episodes=2), Named(id="cold_floor", episodes=1))
    assert found.with_triggers == 2


def test_the_time_to_relief_is_the_median_of_those_that_tell_it() -> None:
    found = summarise(
        [
            cramp(AT, tried=stretched(helped=True, after=60)),
            cramp(AT, tried=(*stretched(helped=True, after=180), Tried(remedy="walk"))),
            cramp(AT, tried=stretched(helped=True)),
            cramp(AT, tried=stretched()),
            cramp(AT, tried=(Tried(remedy="stretch", helped=False),)),
        ]
    )
    assert found.remedies == (
        RemedyCount(id="stretch", tried=5, helped=3, not_helped=1, timed=2, median_relief=120),
        RemedyCount(id="walk", tried=1, helped=0, not_helped=0, timed=0, median_relief=None),
    )


def test_what_was_not_recorded_is_counted() -> None:
    said = cramp(
        AT,
        "left calf",
        duration_seconds=60,
        pain=0,
        woke=False,
        sore=False,
        numb=False,
        hard=False,
        twitching=False,
    )
    bare, no_side = cramp(AT), said.replace(sites=cramp(AT, "calf").sites)
    assert summarise([said]).missing == ()
    assert summarise([said, no_side]).missing == (("side", 1),)
    assert dict(summarise([said, bare]).missing) == dict.fromkeys(
        ("site", "duration", "pain", "woke", "sore", "numb", "hard", "twitching"), 1
    )
