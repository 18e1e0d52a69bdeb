from __future__ import annotations

import re
from pathlib import Path

import pytest

from cramplog.errors import NoSuchRule
from cramplog.flags.catalogue import RULES, THRESHOLDS, find
from cramplog.flags.document import page
from cramplog.flags.outcome import URGENCIES
from cramplog.flags.rule import OURS, SOURCE, Rule
from cramplog.flags.sources import SOURCES
from cramplog.flags.typical import CRITERIA

ROOT = Path(__file__).parents[2]
ARTICLE_RULES = {
    "ART-REGULAR",
    "ART-FREQUENT-PROTRACTED",
    "ART-GENERALIZED",
    "ART-VEINS",
    "ART-CALF-VEIN",
    "ART-TOES-JOINT",
    "ART-LUMBAR",
    "ART-ENDOCRINE",
    "ART-MINERAL",
    "ART-COLD-REGULAR",
}


def test_all_ten_rules_of_the_article_are_there() -> None:
    assert {rule.id for rule in RULES.values() if rule.from_article} == ARTICLE_RULES


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_what_a_rule_cites_is_in_the_table_of_sources(rule: Rule) -> None:
    assert rule.sources
    assert {*rule.sources, *(key for note in rule.notes for key in note.sources)} <= set(SOURCES)
    assert rule.from_article == rule.id.startswith("ART-")
    assert bool(rule.passages) == rule.from_article
    assert all(1 <= number <= 65 for number in rule.passages)


def test_every_source_is_cited_and_says_how_it_was_seen() -> None:
    cited = {key for rule in RULES.values() for key in rule.sources}
    cited |= {key for rule in RULES.values() for note in rule.notes for key in note.sources}
    cited |= {source for source, _, _ in CRITERIA}
    assert cited == set(SOURCES)
    for source in SOURCES.values():
        assert source.seen in ("page", "mirror", "abstract")
        assert source.address
        assert source.title


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_the_condition_names_each_threshold_and_no_other_number_is_hidden(rule: Rule) -> None:
    named = set(re.findall(r"{(\w+)}", rule.condition))
    names = [threshold.name for threshold in rule.thresholds]
    assert len(names) == len(set(names))
    assert named <= set(names)
    own = {threshold.name for threshold in rule.thresholds if rule.id.lower() in threshold.key}
    assert own <= named
    assert set(rule.urgencies) <= set(URGENCIES)
    assert list(rule.urgencies) == sorted(rule.urgencies, key=URGENCIES.index)


def test_four_minutes_is_the_articles_only_number_in_its_rules() -> None:
    article = [t for rule in RULES.values() if rule.from_article for t in rule.thresholds]
    assert [t.value for t in article if t.whose == SOURCE] == [4]


def test_settings_are_our_defaults_only_and_each_key_has_one_number() -> None:
    for rule in RULES.values():
        for threshold in rule.thresholds:
            assert (threshold.key in THRESHOLDS) == (threshold.whose == OURS)
            if threshold.whose == OURS:
                assert THRESHOLDS[threshold.key] == threshold
                assert threshold.lowest <= threshold.value <= threshold.highest
                assert re.fullmatch(r"rule\.[a-z0-9-]+\.[a-z_]+", threshold.key)


def test_a_rule_is_found_in_any_case_of_letters() -> None:
    assert find("art-regular").id == "ART-REGULAR"
    with pytest.raises(NoSuchRule, match="ART-NONE"):
        find("ART-NONE")


def test_the_page_of_rules_is_what_the_code_makes() -> None:
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == page()
