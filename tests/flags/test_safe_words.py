"""Nothing that a rule can print recommends what the review of the article marks as unsafe."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from unsafe import FORBIDDEN
from vignettes import FILES, judged

from cramplog.domain.conditions import CONDITIONS
from cramplog.domain.symptoms import SYMPTOMS
from cramplog.flags import asks
from cramplog.flags.catalogue import RULES
from cramplog.flags.outcome import Clear, Fired
from cramplog.render.flags import NOT_A_DIAGNOSIS


@pytest.mark.parametrize(("pattern", "bad"), FORBIDDEN.items())
def test_no_text_of_any_rule_recommends_what_is_unsafe(pattern: str, bad: str) -> None:
    assert re.search(pattern, bad, re.IGNORECASE)
    for text in TEXTS:
        assert not re.search(pattern, text, re.IGNORECASE), text


def test_the_texts_are_all_there() -> None:
    assert len(TEXTS) > 500
    assert all(TEXTS)


def test_every_article_rule_sends_to_the_gp_first() -> None:
    for rule in RULES.values():
        if rule.from_article:
            assert any("start with your GP" in note.text for note in rule.notes), rule.id


def test_an_article_rule_names_no_specialist_or_test_that_the_article_does_not() -> None:
    named = re.compile(r"phlebologist|neurologist|endocrinologist|ultrasound|blood magnesium")
    for rule in RULES.values():
        if rule.from_article:
            for text in (*rule.path.specialists, *rule.path.tests):
                assert named.search(text), (rule.id, text)
    assert not RULES["ART-GENERALIZED"].path.specialists
    assert not RULES["ART-TOES-JOINT"].path.tests
    assert "none" in RULES["ART-LUMBAR"].path.remark or "no test" in RULES["ART-LUMBAR"].path.remark


def texts() -> Iterator[str]:
    """All that rules can print: their metadata, and what they answer to every vignette."""
    yield from of_rules()
    for rule, content in FILES.items():
        for case in content["case"]:
            outcome = judged(RULES[rule], case)
            if isinstance(outcome, Clear):
                yield outcome.why
            else:
                yield from (ask.question for ask in outcome.asks)
            if isinstance(outcome, Fired):
                yield from (outcome.seen, *outcome.facts)


def of_rules() -> Iterator[str]:
    yield NOT_A_DIAGNOSIS
    for rule in RULES.values():
        yield from (rule.title, rule.statement, rule.condition)
        if rule.path.remark:
            yield rule.path.remark
        yield from (*rule.path.specialists, *rule.path.tests)
        yield from (note.text for note in rule.notes)
        yield from (threshold.says for threshold in rule.thresholds)
    for name in CONDITIONS:
        yield asks.about_condition(name).question
    for name in SYMPTOMS:
        yield asks.about_sign(name).question


TEXTS = frozenset(texts())
