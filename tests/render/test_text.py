"""Small pieces of text: lines that fit, lengths of time, text that cannot steer a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cramplog.letters import FLAG, JOINERS, SPACES, TAGS, shows
from cramplog.render.text import ago, columns, flow, joined, length, offset, rfc3339, visible

WIDE = st.text(st.sampled_from("ab ¶é日本🦵\u0301"), max_size=200)


@given(WIDE, st.integers(20, 100), st.sampled_from(["", "  ", "    "]))
def test_every_line_fits_its_columns_and_no_word_is_lost(
    text: str, width: int, indent: str
) -> None:
    lines = flow(text, width, indent)
    assert [line for line in lines if columns(line) > width] == []
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_line_that_fits_is_left_alone() -> None:
    assert flow("  14:00  both legs", 40, "  ") == ["  14:00  both legs"]
    assert flow("", 40) == [""]


def test_a_word_wider_than_the_screen_is_cut() -> None:
    assert flow("x" * 50, 20, "  ") == ["x" * 20, "  " + "x" * 18, "  " + "x" * 12]


@pytest.mark.parametrize(("text", "wide"), [("calf", 4), ("日本", 4), ("🦵", 2), ("e\u0301", 1)])
def test_a_character_takes_the_columns_that_it_takes(text: str, wide: int) -> None:
    assert columns(text) == wide


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 🦵", "plain é 🦵"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\r\nb\0", "a\\r\\nb\\x00"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_would_steer_a_terminal_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_any_text_is_made_printable(text: str) -> None:
    told = visible(text.replace(FLAG, ""))  # behind a flag tags may stand
    assert all(map(shows, told))
    assert "".join(c for c in told if c not in SPACES + JOINERS).isprintable()
    assert all(
        c in {"\n", "\t", FLAG} or shows(c) or ord(c) in TAGS for c in visible(text, lines=True)
    )


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1, "1 s"),
        (59, "59 s"),
        (60, "1 min"),
        (270, "4 min 30 s"),
        (3600, "1 h"),
        (13140, "3 h 39 min"),
        (86400, "24 h"),
        (3 * 86400, "3 days"),
    ],
)
def test_a_length_of_time_has_two_units_at_most(seconds: int, told: str) -> None:
    assert length(seconds) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(-5, "now"), (0, "now"), (30, "30 s ago"), (3599, "59 min ago"), (13140, "3 h 39 min ago")],
)
def test_how_long_ago_it_was(seconds: int, told: str) -> None:
    assert ago(seconds) == told


def test_a_list_reads_aloud() -> None:
    assert [joined("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("east", "told"), [(0, "+00:00"), (-12600, "-03:30"), (20700, "+05:45"), (36000, "+10:00")]
)
def test_an_instant_is_rfc_3339_with_its_offset(east: int, told: str) -> None:
    assert offset(east) == told
    assert rfc3339(1795404540 - east, east) == f"2026-11-23T03:29:00{told}"


LONG = "/home/anna/a/very/long/way/to/the/folder/of/the/diary.db"


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        (f"Wrote {LONG}: 3 episodes.", f"{LONG}:"),
        (f"Put it back: cramplog restore x.db --db {LONG}", f"cramplog restore x.db --db {LONG}"),
        (
            f"Nothing was done. `cramplog --db {LONG} check` says why.",
            f"cramplog --db {LONG} check",
        ),
        ("It is over, or so it seems. Stop it: cramplog stop 6. More.", "cramplog stop 6."),
    ],
)
def test_a_path_and_a_command_to_copy_stay_on_one_line(
    monkeypatch: pytest.MonkeyPatch, said: str, whole: str
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for width in (20, 40, 60, 80):
        assert any(whole in line for line in flow(said, width, "  ")), width
        assert " ".join(line.strip() for line in flow(said, width, "  ")) == said
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, flow(said, 40, "  "))) <= 40
