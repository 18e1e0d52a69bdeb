"""Any episode in words: it fits, and what is unknown is never said to be no."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_diary import cramp
from moments import NOW
from spoken import said as draft_of

from cramplog.domain.episode import FEATURES, Episode, Site, Tried
from cramplog.domain.muscles import MUSCLES, SIDES
from cramplog.domain.remedies import REMEDIES
from cramplog.domain.triggers import TRIGGERS
from cramplog.render import episode as render
from cramplog.render import listing
from cramplog.render.text import columns, visible

MAYBE = st.none() | st.booleans()
SITES = st.lists(
    st.builds(
        Site, muscle=st.sampled_from(sorted(MUSCLES)), side=st.none() | st.sampled_from(SIDES)
    ),
    max_size=4,
)
TRIED = st.lists(
    st.builds(
        Tried,
        remedy=st.sampled_from(sorted(REMEDIES)),
        helped=st.booleans(),
        relief_seconds=st.none() | st.integers(1, 86400),
    ),
    max_size=3,
)


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    fields: dict[str, Any] = {name: draw(MAYBE) for name in FEATURES}
    return cramp(
        "2026-11-23 02:30",
        sites=tuple(draw(SITES)),
        tried=tuple(draw(TRIED)),
        triggers=tuple(draw(st.lists(st.sampled_from([*sorted(TRIGGERS), "own_one"]), max_size=3))),
        duration_seconds=draw(st.none() | st.integers(1, 86400)),
        duration_is_estimate=draw(st.booleans()),
        pain=draw(st.none() | st.integers(0, 10)),
        type=draw(st.none() | st.sampled_from(["tonic", "clonic"])),
        note=draw(st.none() | st.text(min_size=1, max_size=300)),
        daytime=draw(st.booleans()),
        time_is_approximate=draw(st.booleans()),
        zone=draw(st.none() | st.just("America/Argentina/ComodRivadavia")),
        **fields,
    )


@given(episodes(), st.sampled_from([40, 59, 60, 80]))
def test_every_line_about_an_episode_fits(episode: Episode, width: int) -> None:
    told = [
        *render.echo("Logged", episode, NOW, "date", "Undo: cramplog undo", width),
        *listing.one(episode, NOW, width),
        *listing.text([episode], {episode.night: True}, "the nights", width, empty=False),
    ]
    wide = [line.split() for line in told if columns(line) > width]
    assert [words for words in wide if words != [episode.zone]] == []  # no name is broken
    assert all(visible(line) == line for line in told), told


@given(episodes())
def test_what_is_unknown_is_never_said_to_be_no(episode: Episode) -> None:
    told = " ".join(render.echo("Logged", episode, NOW, "now", "", 10_000))
    for name in FEATURES:
        value = getattr(episode, name)
        assert (f"not {name}" in render.features(episode)) is (value is False)
        assert (name in render.features(episode)) is (value is True)
    assert (f"pain {episode.pain}/10" in told) is (episode.pain is not None)
    whole = "\n".join(listing.one(episode, NOW, 10_000))
    for name in render.unknown_of(episode):
        assert name in whole.partition("Not said")[2].partition("\n")[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("left calf", "left calf"),
        ("both calf", "both calves"),
        ("both foot and left toes", "both feet and left toes"),
        ("both leg", "both legs"),
        ("both quadriceps", "both quadriceps"),
        ("left other", "elsewhere on the left"),
        ("other", "elsewhere"),
    ],
)
def test_a_place_reads_aloud(line: str, told: str) -> None:
    assert render.said(draft_of(line)) == [told]


def test_a_derived_reading_says_so_and_a_draft_has_none() -> None:
    episode = cramp("2026-11-23 02:30", "left calf", duration_seconds=240)
    assert render.types(episode) == ["tonic (derived)", "localized (derived)"]
    assert render.types(episode.replace(type="tonic")) == ["tonic", "localized (derived)"]
    assert render.types(episode, derived=False) == []


def test_a_trigger_is_called_by_its_label_and_ones_own_by_its_name() -> None:
    episode = cramp("2026-11-23 02:30", triggers=("cold", "red_wine"))
    assert render.suspected(episode) == "getting chilled and red wine"


def test_a_quiet_night_with_a_daytime_cramp_stays_quiet_in_the_list() -> None:
    episode = cramp("2026-11-22 15:00", "left calf")
    told = listing.text([episode], {episode.night: True}, "the nights", 80, empty=False)
    assert told[0].endswith(": quiet")
    assert "daytime" in told[1]
