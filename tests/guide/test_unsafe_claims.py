"""The article's unsafe statements stand beside their caution, or as what not to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from unsafe import ANOTHER_ILLNESS, CLAIMS, FORBIDDEN

from cramplog.guide.catalogue import TOPICS, topic
from cramplog.guide.content import Item
from cramplog.guide.sources import short

SECTION_B = (
    # paragraph, topics, the statement, what is said against it
    (58, "self-help doctor pregnancy", r"diazepam, phenytoin, valproate", r"recommend none"),
    (53, "now self-help", r"prick .* pin", r"wound and infect"),
    (57, "self-help", r"alternative medicine", r"no support"),
    (52, "now self-help exercises", r"toes hard", r"strain the calf"),
    (59, "self-help", r"take potassium", r"dangerous"),
    (4, "triggers", r"lactic acid", r"not the current view"),
    (22, "self-help", r"Too little drinking", r"probably not"),
    (22, "self-help", r"20 ml", r"less than .* heart, kidney or liver"),
    (59, "self-help", r"vitamins and minerals", r"no useful difference"),
    (46, "self-help", r"painkiller", r"Not during"),
    (44, "self-help", r"flat surface", r"stretching, standing and walking first"),
    (47, "self-help", r"Rest completely", r"stretching, standing and walking first"),
    (47, "self-help", r"next day", r"No page"),
    (52, "self-help", r"Draw them", r"Gently"),
    (64, "exercises", r"toes sharply", r"Gently"),
    (65, "exercises", r"before bed", r"another .* does not"),
    (26, "muscles triggers", r"shoes", r"did not stand out"),
    (28, "muscles triggers", r"protein", r"No good evidence"),
    (26, "muscles triggers", r"Flat feet|@flat_feet", r"nothing supports"),
    (17, "doctor", r"osteochondrosis, flat feet", r"Not supported"),
    (55, "doctor", r"phlebologist", r"start with your GP"),
    (56, "doctor", r"neurologist", r"start with your GP"),
    (41, "types", r"serious illness", r"not shown"),
    (41, "doctor", r"whole limb", r"not shown"),
    (20, "triggers", r"@potassium", r"Evidence weak.*Ask before"),
    (34, "children", r"nervous system", r"none under 8"),
    (35, "children", r"first birthday", r"ask a doctor"),
)


@pytest.mark.parametrize(("paragraph", "topics", "statement", "against"), SECTION_B)
def test_an_unsafe_statement_is_told_with_what_speaks_against_it(
    paragraph: int, topics: str, statement: str, against: str
) -> None:
    for name in topics.split():
        told = [i for i in items(name) if paragraph in i.paragraphs]
        told = [item for item in told if re.search(statement, item.words)]
        assert told
        for item in told:
            assert re.search(against, item.caution), item


@pytest.mark.parametrize("paragraph", [53, 57, 58])
def test_what_can_only_harm_is_told_as_a_warning_alone(paragraph: int) -> None:
    of_it = [i for name in TOPICS for i in items(name) if paragraph in i.paragraphs]
    warned = [item for item in of_it if item.do_not]
    assert warned
    if paragraph != 53:  # ¶53 also tells to stand up and walk
        assert warned == of_it


@pytest.mark.parametrize(("pattern", "bad"), FORBIDDEN.items())
def test_nothing_forbidden_stands_outside_a_warning_or_a_cautioned_claim(
    pattern: str, bad: str
) -> None:
    assert re.search(pattern, bad, re.IGNORECASE)
    for item in (item for name in TOPICS for item in items(name)):
        if item.label in map(short, item.sources) and pattern != ANOTHER_ILLNESS:
            continue  # the title of a published page is no advice
        warned = item.do_not and pattern != ANOTHER_ILLNESS
        claimed = item.articles_own and item.caution and pattern.startswith(CLAIMS)
        if not (warned or claimed):
            assert not re.search(pattern, item.words, re.IGNORECASE), item
        if not warned:
            assert not re.search(pattern, item.caution, re.IGNORECASE), item
    for words in other_words():
        assert not re.search(pattern, words, re.IGNORECASE), words


def test_no_claim_about_children_stands_without_what_the_study_of_children_found() -> None:
    claims = [item for item in items("children") if item.articles_own]
    assert len(claims) > 5
    for item in claims:
        assert re.search(r"none under (8|eight)", item.caution), item
        assert item.sources == ("leung",)


def test_nobody_is_told_that_all_is_well() -> None:
    calming = re.compile(
        r"harmless|nothing to worry|all clear|you are fine|normal\b", re.IGNORECASE
    )
    for name in TOPICS:
        for item in items(name):
            assert not calming.search(f"{item.words} {item.caution}"), item


def items(name: str) -> list[Item]:
    return [item for section in topic(name, {}).sections for item in section.items]


def other_words() -> Iterator[str]:
    for name, about in TOPICS.items():
        made = topic(name, {})
        yield from (about, made.more)
        for section in made.sections:
            yield from (section.title, section.remark)
