"""The guide on narrow and wide screens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from golden import assert_golden
from hypothesis import given
from hypothesis import strategies as st

from cramplog.guide.catalogue import TOPICS, topic
from cramplog.guide.content import Item, Section, Topic, article, do_not, fact
from cramplog.render import guide

GOLDEN = Path(__file__).with_name("golden")
OWN = {"chocolate": "an evening of chocolate"}


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", TOPICS)
def test_the_topic_is_the_golden_one(name: str, width: int) -> None:
    told = "\n".join(guide.text(topic(name, OWN), width, picture=width == 40)) + "\n"
    assert_golden(GOLDEN / f"guide_{name}_{width}.txt", told)


@given(
    name=st.sampled_from(list(TOPICS)),
    width=st.integers(40, 100),
    picture=st.booleans(),
    plain_letters=st.booleans(),
)
def test_every_topic_fits_every_width(
    name: str, width: int, picture: bool, plain_letters: bool
) -> None:
    lines = guide.text(topic(name, OWN), width, picture=picture, plain_letters=plain_letters)
    wide = [line.split() for line in lines if len(line) > width]
    assert [words for words in wide if len(words) > 1 or "://" not in words[0]] == []
    assert [line for line in guide.contents(TOPICS, width) if len(line) > width] == []
    if plain_letters:
        assert "\\" not in "".join(lines) or picture
        assert all(line.isascii() for line in lines)


def test_now_fits_a_small_terminal_whole() -> None:
    assert len(guide.text(topic("now", {}), 80)) <= 24


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_is_dated_and_is_no_diagnosis(name: str) -> None:
    head = " ".join(guide.text(topic(name, {}), 80)[:4])
    assert "sources read 2026-11; not a diagnosis" in head


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        (article("Sit down.", 49), "- The article, ¶49: Sit down."),
        (
            article("Lie flat.", 44, 46, 47, caution="Walk.", sources=("mayo",)),
            "- The article, ¶44, ¶46-47: Lie flat.\n  Caution: Walk. [Mayo 2023]",
        ),
        (fact("Stretch.", "hse", "mayo"), "- Stretch. [HSE Ireland 2018; Mayo 2023]"),
        (
            fact("Stretch.", "hse", paragraphs=(45,)),
            "- Stretch. [HSE Ireland 2018; ¶45]",
        ),
        (
            do_not("Do not use a pin.", 53, why="it wounds.", sources=("nhs-tetanus",)),
            "- Do not use a pin. (The article advises it, ¶53.)\n  Why: it wounds. [NHS, tetanus]",
        ),
        (
            do_not("Do not hurry.", why="you may fall.", sources=("mayo",)),
            "- Do not hurry.\n  Why: you may fall. [Mayo 2023]",
        ),
        (article("@stress", 15).replace(label="Stress"), "- Stress: @stress [the article, ¶15]"),
        (Item(label="mine", text="@me\x1b[2J"), "- mine: @me\\x1b[2J"),
        (
            article("Shoes.", 26, caution="Weak (Hawke 2013).", sources=("hawke",)),
            "- The article, ¶26: Shoes.\n  Caution: Weak (Hawke 2013).",
        ),
    ],
)
def test_a_statement_says_whose_it_is_and_what_speaks_against_it(item: Item, shown: str) -> None:
    one = Topic(name="x", about="X.", sections=(Section(title="T", items=(item,)),))
    assert "\n".join(guide.text(one, 80)[3:]) == shown


def test_a_picture_is_drawn_only_where_it_is_wanted_and_is_narrow() -> None:
    (drawn,) = (s.picture for s in topic("exercises", {}).sections if s.picture)
    assert max(map(len, drawn)) <= 36
    assert all(line.isascii() for line in drawn)
    with_it = guide.text(topic("exercises", {}), 40, picture=True)
    without = guide.text(topic("exercises", {}), 40)
    assert len(with_it) == len(without) + len(drawn)
    assert {f"  {line}" for line in drawn} <= set(with_it)


@pytest.mark.parametrize("name", TOPICS)
def test_the_data_say_the_same_as_the_screen(name: str) -> None:
    made = topic(name, OWN)
    data = json.loads(json.dumps(guide.data(made)))
    assert set(data) == {"topic", "first", "sections", "checked"}
    assert (data["topic"], data["checked"]) == (name, "2026-11")
    screen = " ".join(" ".join(guide.text(made, 100)).split())
    for section in data["sections"]:
        assert set(section) == {"title", "remark", "items"}
        for item in section["items"]:
            assert set(item) == {"text", "article", "caution", "sources", "do_not"}
            assert " ".join(item["text"].split())[:40] in screen
            assert item["do_not"] == item["text"].startswith("Do not ")
            for source in item["sources"]:
                assert {"key", "title", "publisher", "year", "address", "seen"} <= set(source)
            if item["article"] is not None:
                assert item["article"]["paragraphs"]


def test_the_list_of_topics_as_data_names_each() -> None:
    data = guide.contents_data(TOPICS)
    assert {entry["topic"]: entry["about"] for entry in data["topics"]} == TOPICS
