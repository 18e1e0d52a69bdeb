"""What the physician's page owes: negatives, medicines that matter, few questions, one count."""

from __future__ import annotations

import re

import pages
import pytest

from cramplog.domain.facts import Facts, Medicine, Symptom
from cramplog.flags.catalogue import RULES
from cramplog.render.html import html
from cramplog.render.markdown import markdown
from cramplog.render.questions_for_doctor import AT_MOST, questions
from cramplog.render.sheet import ARTICLES_RULES, Sheet, sheet
from cramplog.render.sheet_flags import full
from cramplog.report.build import Report

TODAY = pages.LAST + 1
DATED = r"\(\w{3} \d+ \w{3} 2026\)"
FULL = {
    **pages.FLAG,
    "id": "GL-DVT",
    "origin": "HSE Ireland, 2018",
    "urgency": "URGENT",
    "title": "Signs that can mean a clot",
    "do": "Today: a GP, or 111 in the UK.",
    "statement": "Ask for an urgent GP appointment.",
    "condition": "swelling of one leg",
    "thresholds": [],
    "facts": ["swelling of the leg (left), 22 Nov 2026"],
    "evidence": [{"number": 3, "night": "2026-11-20"}, {"number": 1, "night": "2026-10-30"}],
    "specialists": ["a GP, or NHS 111 in the UK, or an out-of-hours service"],
    "tests": [],
    "path_remark": "Do not rub the leg.",
    "notes": [{"text": "See your GP today.", "sources": ["nhs-wales-dvt"]}],
    "source": {"passages": [], "references": []},
}


def said(name: str, side: str | None, back: int, status: str = "present") -> Symptom:
    return Symptom(name=name, side=side, day=TODAY - back, status=status, recorded_at=100 - back)


def page_of(*symptoms: Symptom, count: int = 14, **fields: object) -> Sheet:
    facts = pages.facts().replace(symptoms=symptoms)
    return sheet(pages.report(count, 28, facts=facts, **fields))


@pytest.mark.parametrize(
    ("symptoms", "told"),
    [
        ([said("swelling", "left", 3)], rf"Present: swelling of the leg, left {DATED}"),
        (
            [said("swelling", "left", 9), said("swelling", "left", 3)],
            r"Present: .*left \(Sat 14 Nov 2026 to Fri 20 Nov 2026\)",
        ),
        ([said("chest_pain", None, 1, "absent")], rf"Looked for and absent: chest pain {DATED}"),
        (
            [said("swelling", "left", 5), said("swelling", None, 2, "gone")],
            rf"Gone: swelling of the leg, left {DATED}",
        ),
        (
            [said("warmth", "left", 2, "absent"), said("warmth", "right", 2, "absent")],
            "absent: warm skin, both legs",
        ),
        (
            [said("warmth", None, 4), said("warmth", "right", 2)],
            rf"Present: warm skin, right {DATED}$",
        ),
        ([said("swelling", "left", -2)], r"^\d+ signs never looked for: unknown, not absent"),
    ],
)
def test_a_sign_is_present_absent_or_not_looked_for(symptoms: list[Symptom], told: str) -> None:
    assert re.search(told, page_of(*symptoms).signs[0])
    assert "unknown, not absent" in page_of(*symptoms).signs[-1]


def test_medicines_that_go_with_cramps_come_first_with_start_and_stop() -> None:
    courses = (
        Medicine(name="paracetamol", started="2025", recorded_at=0),
        Medicine(name="furosemide", started="2026-03", stopped="2026-09-01", recorded_at=0),
    )
    told = sheet(pages.report(5, facts=Facts(person="me", medicines=courses))).medicines
    assert told[0] == "furosemide from 2026-03 to 2026-09-01: goes with cramps (Garrison 2012)"
    assert told[1] == "paracetamol from 2025"


def test_guidelines_come_first_and_the_articles_flags_last_and_short() -> None:
    article = {**pages.FLAG, "urgency": "SOON"}
    page = page_of(flags=(article, {**FULL, "urgency": "ROUTINE"}))
    assert [title for title, _ in page.flags] == ["Guidelines' rules", ARTICLES_RULES]
    told = markdown(page).replace("\\", "")
    assert "- **SOON: Cramps come regularly.** (ART-REGULAR)" in told
    assert told.index("GL-DVT") < told.index("ART-REGULAR")


def test_a_physician_is_told_what_is_on_and_since_when_not_whom_to_call() -> None:
    page = page_of(flags=(FULL,))
    flag = full(FULL)
    assert flag.seen == (
        "12 cramp nights in 28. On record: swelling of the leg (left), 22 Nov 2026. "
        "Nights of Fri 30 Oct 2026 to Fri 20 Nov 2026."
    )
    for text in (markdown(page), html(page), *(words for _, words in flag.more)):
        assert not re.search(r"\bGP\b|\b111\b|\b[Tt]oday\b|your|appointment", text), text


def test_what_is_counted_in_other_nights_than_the_period_says_so() -> None:
    page = page_of(flags=(FULL,))
    assert "Flags count the nights that each of them names" in page.flags_about
    assert "all other figures are of the nights of" in page.flags_about
    for text in (markdown(page), html(page)):
        assert page.flags_about in text.replace("\\", "")


def test_every_episode_that_a_flag_rests_on_stands_in_a_table() -> None:
    earlier = tuple(pages.cramps(3, 300, seed=9))
    page = page_of(flags=(FULL,), evidence=earlier)
    assert len(page.evidence.rows) == len(earlier)
    for text in (markdown(page), html(page)):
        assert "Other episodes that flags rest on" in text


@pytest.mark.parametrize("count", [1, 2, 4])
def test_no_interval_is_printed_from_fewer_than_five(count: int) -> None:
    for text in texts(pages.report(count, 4)):
        assert "95% CI" not in text.replace("95% CI |", "").replace(">95% CI<", "")
        assert "middle half" not in text


def test_an_interval_is_printed_from_five_on() -> None:
    for text in texts(pages.report(9, 28)):
        assert re.search(r"95% CI \d", text)


def texts(report: Report) -> tuple[str, str]:
    page = sheet(report)
    return markdown(page), html(page)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_at_most_five_real_questions_and_none_repeats_a_flag(rule: object) -> None:
    assert not isinstance(rule, str)
    everything = [*RULES]
    for rules in (everything, [rule.id], []):  # type: ignore[attr-defined]
        asked = questions(rules, pages.facts())
        assert 2 <= len(asked) <= AT_MOST
        assert len(set(asked)) == len(asked)
        assert all(question.endswith("?") for question in asked)
        titles = [each.title.lower() for each in RULES.values()]
        assert not [q for q in asked if any(title in q.lower() for title in titles)]


def test_the_medicine_that_could_matter_is_asked_about_by_name() -> None:
    assert questions([], pages.facts())[0] == "Could atorvastatin have to do with my cramps?"
    assert "medicines" not in " ".join(questions([], Facts(person="me")))
