"""Every statement of the guide says whose it is, and every source exists."""

from __future__ import annotations

import re

import pytest

from cramplog.domain.firstaid import ARTICLE_STEPS, STEPS
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.triggers import TRIGGERS
from cramplog.flags.catalogue import RULES
from cramplog.flags.typical import CRITERIA
from cramplog.guide.catalogue import TOPICS, topic
from cramplog.guide.content import Item
from cramplog.guide.sources import ALL, CHECKED, of_steps, short

OWN = {"chocolate": "an evening of chocolate"}
UNSOURCED = re.compile(r"not named in the article|^Type it|^@chocolate")
ELSEWHERE = {1, 2, 3, 18, 19, 37, 43, 48, 54, 61}
"""Headings and connecting sentences of the article, which claim nothing."""
NEVER_TOLD = {8}
"""That some cramps pass: said only where every rule was checked, and so not here. ¶8's other
half, that no reason may be seen, is a trigger."""


def items(name: str) -> list[Item]:
    return [item for section in topic(name, OWN).sections for item in section.items]


@pytest.mark.parametrize("name", TOPICS)
def test_every_statement_is_the_articles_or_has_a_source(name: str) -> None:
    for item in items(name):
        assert item.paragraphs or item.sources or UNSOURCED.search(item.text), item
        assert set(item.sources) <= set(ALL), item
        assert all(1 <= number <= 65 for number in item.paragraphs), item
        assert list(item.paragraphs) == sorted(set(item.paragraphs)), item


@pytest.mark.parametrize("name", TOPICS)
def test_a_warning_says_what_not_to_do_and_why(name: str) -> None:
    for item in items(name):
        assert item.do_not == item.text.startswith("Do not "), item
        if item.do_not:
            assert item.caution, item
            assert item.sources, item


def test_every_source_of_the_guide_is_cited_and_listed() -> None:
    cited = {key for name in TOPICS if name != "sources" for i in items(name) for key in i.sources}
    of_rules = {key for rule in RULES.values() for key in rule.sources}
    of_rules |= {key for rule in RULES.values() for note in rule.notes for key in note.sources}
    of_tally = {source for source, _, _ in CRITERIA}
    assert cited | of_rules | of_tally == set(ALL)
    assert [key for item in items("sources") for key in item.sources] == [
        "article",
        *sorted(set(ALL) - {"article"}, key=short),
    ]


def test_each_source_is_told_with_publisher_address_and_how_it_was_seen() -> None:
    for item in items("sources")[1:]:
        (source,) = (ALL[key] for key in item.sources)
        assert source.publisher in item.text
        assert source.address in item.text
        assert str(source.year or "undated") in item.text
        assert re.search("Read (on|as) ", item.text)


def test_short_names_tell_the_sources_apart() -> None:
    names = [short(key) for key in ALL]
    assert sorted(names) == sorted(set(names))


def test_the_guide_tells_the_month_in_which_its_sources_were_read() -> None:
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", CHECKED)


def test_now_has_the_steps_of_the_timer_in_their_order() -> None:
    steps = items("now")[: len(STEPS)]
    assert [item.text for item in steps] == [step.text for step in STEPS]
    assert [item.label for item in steps[:3]] == ["At once", "After 30 s", "After 1 min"]
    assert all(item.sources == of_steps(s.sources) for item, s in zip(steps, STEPS, strict=True))


def test_self_help_has_every_step_of_the_article_but_the_blocked_one() -> None:
    told = {item.text for item in items("self-help")}
    assert {step.text for step in ARTICLE_STEPS if not step.blocked} <= told
    assert not {step.text for step in ARTICLE_STEPS if step.blocked} & told


def test_triggers_has_every_trigger_with_all_its_words_and_passages() -> None:
    listed = [item for item in items("triggers") if item.text[0] == "@"]
    told = {item.text.split()[0]: item for item in listed}
    assert len(listed) == len(told)
    for entry in TRIGGERS.values():
        item = told[f"@{entry.id}"]
        assert item.label.lower() == entry.label.lower()
        assert item.text.split()[1:] == [f"@{name}" for name in entry.aliases]
        assert item.paragraphs == entry.paragraphs
        assert item.caution == entry.evidence
        assert bool(item.sources) == bool(re.search(r"\(.*(\d{4}|fpnotebook)", entry.evidence))
    assert told["@chocolate"].label == OWN["chocolate"]
    assert len(told) == len(TRIGGERS) + len(OWN)


def test_muscles_has_every_site_and_every_cause_that_the_article_places() -> None:
    told = [item.words for item in items("muscles")]
    for muscle in MUSCLES.values():
        assert any(words.startswith(f"{muscle.label}: {muscle.id}") for words in told)
    causes = {words.rstrip(".").lower() for words in told}
    for entry in TRIGGERS.values():
        if {"calf", "toes", "foot"} & set(entry.where):
            assert entry.label.lower() in causes, entry.id


@pytest.mark.parametrize("name", ["pregnancy", "children"])
def test_the_articles_causes_of_a_family_are_all_there(name: str) -> None:
    told = {item.text.rstrip(".").lower() for item in items(name)}
    expected = {e.label.lower() for e in TRIGGERS.values() if name in e.where and e.id != name}
    assert expected <= told


def test_doctor_has_every_rule_once_and_keeps_the_two_lists_apart() -> None:
    sections = topic("doctor", {}).sections
    ids = [
        re.findall(r"\b(?:ART|GL)-[A-Z0-9-]+", "\n".join(i.text for i in s.items)) for s in sections
    ]
    assert sorted(rule for found in ids for rule in found) == sorted(RULES)
    for section, found in zip(sections, ids, strict=True):
        assert len({rule.partition("-")[0] for rule in found}) <= 1
        for rule in found:
            urgency = RULES[rule].urgencies[0]
            assert section.title.startswith(urgency) or RULES[rule].from_article
    assert [s.title.split(":")[0] for s in sections[:3]] == ["EMERGENCY", "URGENT", "SOON"]


def test_doctor_takes_titles_and_sources_from_the_rules_themselves() -> None:
    told = {item.text: item for item in items("doctor")}
    for rule in RULES.values():
        (text,) = (text for text in told if f"({rule.id})" in text)
        assert text.startswith(rule.title)
        if rule.from_article:
            assert told[text].paragraphs == tuple(sorted(rule.passages))
            assert told[text].label == " or ".join(rule.urgencies)
        else:
            assert told[text].sources == rule.sources


def test_every_paragraph_of_the_article_that_claims_something_is_told() -> None:
    told = {number for name in TOPICS for item in items(name) for number in item.paragraphs}
    assert set(range(1, 66)) - told <= ELSEWHERE | NEVER_TOLD
