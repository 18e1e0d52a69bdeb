"""What the article lets one read from an episode."""

from __future__ import annotations

import pytest

from cramplog.domain.episode import Episode, Site
from cramplog.domain.reading import contradiction, readings


def an_episode(**said: object) -> Episode:
    base = Episode(id="0", number=1, person="p", started_at=0, utc_offset=0, night=0, recorded_at=0)
    return base.replace(**said)


def sites(*words: str) -> tuple[Site, ...]:
    """`left calf`, or `calf` for a side that was not said."""
    split = [word.split() for word in words]
    return tuple(
        Site(muscle=parts[-1], side=parts[0] if len(parts) == 2 else None) for parts in split
    )


@pytest.mark.parametrize("seconds", [240, 241, 600, 86400])
def test_from_four_minutes_on_a_cramp_reads_as_tonic(seconds: int) -> None:
    assert readings(an_episode(duration_seconds=seconds)) == ("tonic", None, ("type",))


@pytest.mark.parametrize("seconds", [None, 1, 20, 239])
def test_a_short_or_unmeasured_cramp_reads_as_nothing(seconds: int | None) -> None:
    assert readings(an_episode(duration_seconds=seconds, twitching=True)) == (None, None, ())


@pytest.mark.parametrize(
    ("places", "spread"),
    [
        (("left calf",), "localized"),
        (("right toes",), "localized"),
        (("left hand",), "localized"),
        (("left calf", "left calf"), "localized"),
        (("both leg",), "generalized"),
        (("left leg", "right leg"), "generalized"),
        (("left foot", "left calf", "left thigh"), "generalized"),
        (("right toes", "right shin", "right hamstring"), "generalized"),
        (("left sole", "both calf", "left quadriceps"), "generalized"),
        (("both foot", "both calf", "both thigh"), "generalized"),
        (("left foot", "left calf", "left thigh", "right hand"), "generalized"),
        ((), None),
        (("calf",), None),
        (("left leg",), None),
        (("leg",), None),
        (("left other",), None),
        (("both calf",), None),
        (("left calf", "right calf"), None),
        (("left calf", "left foot"), None),
        (("left calf", "calf"), None),
        (("foot", "calf", "thigh"), None),
        (("left foot", "right calf", "left thigh"), None),
        (("left foot", "left toes", "left calf"), None),
        (("left leg", "left calf"), None),
    ],
)
def test_the_sites_show_the_spread_or_leave_it_open(
    places: tuple[str, ...], spread: str | None
) -> None:
    derived = ("spread",) if spread else ()
    assert readings(an_episode(sites=sites(*places))) == (None, spread, derived)


def test_what_was_said_stands_and_is_not_marked_as_derived() -> None:
    said = an_episode(
        type="clonic", spread="generalized", duration_seconds=600, sites=sites("left calf")
    )
    assert readings(said) == ("clonic", "generalized", ())


def test_each_axis_is_read_on_its_own() -> None:
    one_said = an_episode(type="tonic", duration_seconds=300, sites=sites("left calf"))
    assert readings(one_said) == ("tonic", "localized", ("spread",))
    none_said = one_said.replace(type=None)
    assert readings(none_said) == ("tonic", "localized", ("type", "spread"))


@pytest.mark.parametrize(
    ("kind", "seconds", "word"),
    [("tonic", 20, "tonic"), ("tonic", 239, "tonic"), ("clonic", 240, "clonic")],
)
def test_a_type_that_its_own_duration_contradicts_is_told(
    kind: str, seconds: int, word: str
) -> None:
    told = contradiction(an_episode(type=kind, duration_seconds=seconds))
    assert told is not None
    assert f"as {word}" in told
    assert "¶38" in told


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [("tonic", 240), ("clonic", 239), ("tonic", None), (None, 20), (None, 900)],
)
def test_a_type_that_fits_or_cannot_be_compared_is_not_questioned(
    kind: str | None, seconds: int | None
) -> None:
    assert contradiction(an_episode(type=kind, duration_seconds=seconds)) is None
