"""`guide` as a user meets it: offline, dated, for narrow and for ASCII terminals."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Program, assert_refused

TOPICS = [
    *("now", "self-help", "exercises", "types", "triggers"),
    *("muscles", "pregnancy", "children", "doctor", "sources"),
]
C_LOCALE = {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_the_bare_guide_lists_its_topics_one_line_each(cramplog: Program) -> None:
    told = cramplog("guide")
    assert (told.code, told.stderr) == (0, ""), told
    listed = [line.split()[0] for line in told.stdout.splitlines() if line.startswith("  ")]
    assert listed == TOPICS
    assert [entry["topic"] for entry in cramplog("guide", "--json").data["topics"]] == TOPICS


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("columns", [40, 80])
def test_a_topic_is_dated_and_fits(cramplog: Program, topic: str, columns: int) -> None:
    told = cramplog("guide", topic, COLUMNS=str(columns))
    assert (told.code, told.stderr) == (0, ""), told
    assert [line for line in told.stdout.splitlines() if len(line) > columns] == []
    assert "2026-11" in told.stdout


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_needs_no_letter_that_the_c_locale_lacks(cramplog: Program, topic: str) -> None:
    told = cramplog("guide", topic, **C_LOCALE, COLUMNS="40")
    assert (told.code, told.stderr) == (0, ""), told
    assert told.stdout.isascii()
    assert "\\x" not in told.stdout
    assert [line for line in told.stdout.splitlines() if len(line) > 40] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_reading_makes_no_diary(cramplog: Program, home: Path, topic: str) -> None:
    assert cramplog("guide", topic).code == 0
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_an_unknown_topic_is_answered_with_the_one_meant(cramplog: Program) -> None:
    assert_refused(cramplog("guide", "docter"), 2, "docter", '"doctor"')
    assert_refused(cramplog("guide", "weather"), 2, "weather", *TOPICS)
    assert cramplog("guide", "docter", "--json").error["code"] == "bad_word"


def test_a_topic_is_found_in_any_case_and_spelling(cramplog: Program) -> None:
    assert cramplog("guide", "SELF_HELP") == cramplog("guide", "self-help")


def test_triggers_of_ones_own_are_listed_from_the_diary_that_is_named(cramplog: Program) -> None:
    assert cramplog("config", "add-trigger", "chocolate", "--db", "mine.db").code == 0
    assert "@chocolate" in cramplog("guide", "triggers", "--db", "mine.db").stdout
    assert "@chocolate" not in cramplog("guide", "triggers").stdout


def test_a_diary_that_cannot_be_read_is_no_hindrance(cramplog: Program, home: Path) -> None:
    (home / "broken.db").write_text("this is no diary")
    told = cramplog("guide", "triggers", "--db", "broken.db")
    assert told.code == 0
    assert "@stress" in told.stdout
    assert told.stderr.startswith("warning: triggers of your own are not shown")
    assert cramplog("guide", "now", "--db", "broken.db").stderr == ""


def test_every_rule_of_the_doctors_list_can_be_looked_up(cramplog: Program) -> None:
    sections = cramplog("guide", "doctor", "--json").data["sections"]
    texts = [item["text"] for section in sections for item in section["items"]]
    (rule,) = (text for text in texts if "(GL-DVT)" in text)
    assert rule.startswith("Signs that can mean a clot")
    assert cramplog("flags", "--show", "GL-DVT").code == 0


def test_tab_offers_the_topics(cramplog: Program) -> None:
    told = cramplog(
        _CRAMPLOG_COMPLETE="complete_bash", COMP_WORDS="cramplog guide pr", COMP_CWORD="2"
    )
    assert told.stdout.split() == ["pregnancy"]
