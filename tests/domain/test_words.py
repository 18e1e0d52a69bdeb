"""The quick-entry words that are understood: contract section 2, row by row."""

from __future__ import annotations

import pytest
from spoken import said

from cramplog.domain.draft import STILL, Draft, amended
from cramplog.domain.episode import FEATURES, Episode, Site, Tried
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.words import Words
from cramplog.errors import BadTrigger, Repeated

CALF = (Site(muscle="calf"),)
LEFT_CALF = (Site(muscle="calf", side="left"),)


@pytest.mark.parametrize(
    ("line", "sites"),
    [
        ("left calf", [("left", "calf")]),
        ("calf left", [("left", "calf")]),
        ("l calf", [("left", "calf")]),
        ("r calf", [("right", "calf")]),
        ("both calf", [("both", "calf")]),
        ("LEFT Calf", [("left", "calf")]),
        ("left calf and right foot", [("left", "calf"), ("right", "foot")]),
        ("left calf & right foot", [("left", "calf"), ("right", "foot")]),
        ("left calf right foot", [("left", "calf"), ("right", "foot")]),
        ("left calf+toes", [("left", "calf"), ("left", "toes")]),
        ("left calf and toes", [("left", "calf"), ("left", "toes")]),
        ("left calf+toes right foot", [("left", "calf"), ("left", "toes"), ("right", "foot")]),
        ("calf+toes", [(None, "calf"), (None, "toes")]),
        ("calf and foot", [(None, "calf"), (None, "foot")]),
        ("calf foot", [(None, "calf"), (None, "foot")]),
        ("left and right calf", [("both", "calf")]),
        ("left calf and right calf", [("left", "calf"), ("right", "calf")]),
        ("left calf left calf", [("left", "calf")]),
        ("both legs", [("both", "leg")]),
        ("feet", [(None, "foot")]),
        ("cal", [(None, "calf")]),
        ("quad", [(None, "quadriceps")]),
    ],
)
def test_a_side_belongs_to_its_muscle(line: str, sites: list[tuple[str | None, str]]) -> None:
    assert said(line).sites == tuple(Site(side=side, muscle=muscle) for side, muscle in sites)


@pytest.mark.parametrize("name", MUSCLES)
def test_every_muscle_is_a_word(name: str) -> None:
    assert said(name).sites == (Site(muscle=name),)


def test_a_side_alone_is_enough_where_an_episode_is_edited() -> None:
    assert said("right", editing=True).side == "right"


@pytest.mark.parametrize(
    ("line", "duration"),
    [
        ("5m", (300, False)),
        ("90s", (90, False)),
        ("4m30s", (270, False)),
        ("4:30m", (270, False)),
        ("1h", (3600, False)),
        ("5 min", (300, False)),
        ("for 5 min", (300, False)),
        ("~5m", (300, True)),
        ("1s", (1, False)),
        ("24h", (86400, False)),
        ("duration=5m", (300, False)),
    ],
)
def test_a_duration_is_a_number_with_a_unit(line: str, duration: tuple[int, bool]) -> None:
    assert said(line) == Draft(duration=duration)


@pytest.mark.parametrize(
    ("line", "pain"), [("7/10", 7), ("7", 7), ("0", 0), ("10", 10), ("10/10", 10), ("pain=3", 3)]
)
def test_pain_is_a_bare_number_or_one_of_ten(line: str, pain: int) -> None:
    assert said(line) == Draft(pain=pain)


@pytest.mark.parametrize("name", [*TYPES, *SPREADS])
def test_each_type_is_a_word_on_its_axis(name: str) -> None:
    assert said(name) == (Draft(type=name) if name in TYPES else Draft(spread=name))
    assert said(f"type={name}") == said(name)


def test_british_spelling_is_the_same_type() -> None:
    assert said("localised") == said("localized")
    assert said("Generalised") == said("generalized")


def test_one_type_of_each_axis_is_taken() -> None:
    assert said("tonic localized") == Draft(type="tonic", spread="localized")


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_can_be_said_and_denied(name: str) -> None:
    assert said(name).features == ((name, True),)
    assert said(f"not-{name}").features == ((name, False),)
    assert said(f"{name}=yes") == said(name)
    assert said(f"{name}=no") == said(f"not-{name}")
    assert Words().read([name, name]).draft() == said(name)


@pytest.mark.parametrize(
    ("line", "triggers"),
    [
        ("@stress", ("stress",)),
        ("@cold", ("cold",)),
        ("@Stress", ("stress",)),
        ("@stress @cold", ("stress", "cold")),
        ("@stress,cold", ("stress", "cold")),
        ("@stress,@cold", ("stress", "cold")),
        ("@cold @hypothermia", ("cold",)),
        ("trigger=stress,cold", ("stress", "cold")),
    ],
)
def test_triggers_are_named_by_id_or_alias_and_each_once(
    line: str, triggers: tuple[str, ...]
) -> None:
    assert said(line).triggers == triggers


def test_a_trigger_of_ones_own_needs_to_be_known() -> None:
    assert said("@Moonlight", own=("moonlight",)).triggers == ("moonlight",)
    with pytest.raises(BadTrigger, match="add-trigger"):
        said("@moonlight")


@pytest.mark.parametrize(
    ("line", "tried"),
    [
        ("+stretch", (None, None)),
        ("+stretch:yes", (True, None)),
        ("+stretch:2m", (True, 120)),
        ("+stretch:no", (False, None)),
        ("+Stretching:NO", (False, None)),
        ("+stretch!no", (False, None)),
        ("+stretch +stretch:no", (False, None)),
        ("tried=stretch:no", (False, None)),
        ("+stretch!", (True, None)),
        ("+stretch!!", (True, None)),
        ("+stretch!2m", (True, 120)),
        ("+stretch +stretch!2m", (True, 120)),
        ("+stretch!2m +stretch", (True, 120)),
        ("tried=stretch!2m", (True, 120)),
    ],
)
def test_a_remedy_helped_or_not_and_when(line: str, tried: tuple[bool | None, int | None]) -> None:
    helped, seconds = tried
    assert said(line).tried == (Tried(remedy="stretch", helped=helped, relief_seconds=seconds),)


def test_what_helped_did_not_fail() -> None:
    with pytest.raises(Repeated, match="both helped and did not help"):
        said("+stretch:2m +stretch:no")


def test_several_remedies_stand_in_a_list() -> None:
    assert said("+stretch!2m,walk") == said("+stretch!2m +walk")


@pytest.mark.parametrize(
    "line",
    [
        "02:30",
        "yesterday 23:50",
        "10m ago",
        "10 min ago",
        "~02:30",
        "02:30~",
        "about 02:30",
        "last night 2am",
        "2026-11-20 02:10",
        "20 nov 02:10",
    ],
)
def test_a_time_phrase_is_kept_as_typed_for_the_clock_to_read(line: str) -> None:
    assert said(line) == Draft(time=line)
    assert said(f"left calf {line} 7") == Draft(time=line, sites=LEFT_CALF, pain=7)


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("pain", "pain="),
        ("note", "note="),
        ("duration_seconds", "duration="),
        ("type", "type="),
        ("spread", "spread="),
        ("triggers", "trigger="),
        ("tried", "tried="),
        ("sites", "muscle="),
        ("side", "side="),
        ("woke", "woke="),
    ],
)
def test_an_empty_value_clears_where_an_episode_is_edited(field: str, line: str) -> None:
    assert said(line, editing=True) == Draft(cleared=(field,))


@pytest.mark.parametrize("text", ["a", "x" * 10_000, "line\nline", "[bold]", "🦵", "שלום", "\x1b"])
def test_a_note_is_kept_exactly(text: str) -> None:
    words = Words()
    words.note(text)
    assert words.draft() == Draft(note=text)


@pytest.mark.parametrize("line", ["still 5m", "5m still", "left calf still ~2 min"])
def test_what_has_not_ended_has_no_length(line: str) -> None:
    with pytest.raises(Repeated, match="two durations"):
        said(line)


def test_still_takes_the_place_of_a_length_until_one_is_said() -> None:
    assert said("left calf still 8").duration == STILL
    blank = Episode(id="", number=0, person="", started_at=0, utc_offset=0, night=0, recorded_at=0)
    going_on = amended(blank, said("still"))
    assert going_on.still
    assert going_on.duration_seconds is None
    over = amended(going_on, said("25m"))
    assert (over.still, over.duration_seconds) == (False, 1500)
