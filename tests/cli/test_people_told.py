"""`person add|list|use|remove|show|set`: what is said, stored and refused."""

from __future__ import annotations

import shlex

import pytest
from inside import Inside
from running import assert_refused


def test_what_to_type_next_is_quoted_where_a_name_has_two_words(run: Inside) -> None:
    told = run("person", "add", "Anna Maria").stdout
    command = told.partition("Open that record: cramplog ")[2].strip()
    assert run(*shlex.split(command)).code == 0
    assert run("person", "list").stdout == "me\nAnna Maria (open)\n"
    run("person", "use", "me")
    told = run("person", "remove", "Anna Maria").stdout
    command = told.partition("Back: cramplog ")[2].strip()
    assert run(*shlex.split(command)).stdout.startswith("Brought back: Anna Maria.")


def test_the_person_in_use_is_the_one_whose_record_commands_open(run: Inside) -> None:
    run("log", "left calf 5m")
    run("person", "add", "anna")
    run("person", "use", "anna")
    assert run("list", "--json").data["episodes"] == []
    assert len(run("list", "--json", "--person", "me").data["episodes"]) == 1


def test_the_variable_comes_before_the_person_in_use_and_the_option_before_both(
    run: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("anna", "bob"):
        run("person", "add", name)
    monkeypatch.setenv("CRAMPLOG_PERSON", "anna")
    told = run("person", "use", "bob")
    assert "CRAMPLOG_PERSON names anna" in told.stderr
    assert run("person", "show", "--json").data["person"]["name"] == "anna"
    assert run("--person", "bob", "person", "show", "--json").data["person"]["name"] == "bob"
    monkeypatch.delenv("CRAMPLOG_PERSON")
    assert run("person", "show", "--json").data["person"]["name"] == "bob"


@pytest.mark.parametrize(
    "line",
    [
        "list --person nobody",
        "--person nobody log left calf",
        "person use nobody",
        "person remove nobody",
        "person show --person nobody",
        "flags --person nobody",
    ],
)
def test_nobody_is_no_person(run: Inside, line: str) -> None:
    assert_refused(run(*line.split()), 4, "nobody", "It has me")


def test_the_variable_can_name_nobody_either(run: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRAMPLOG_PERSON", "nobody")
    assert_refused(run("log", "left", "calf"), 4, "nobody")


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("due=2026-11-22", "from today on"),
        ("due=2027-12-01", "within ten months"),
        ("born=1800", "from 1900 on"),
        ("born=2027", "not still to come"),
        ("born=58", "four digits"),
        ("weight=700kg", "2 to 400 kg"),
        ("weight=0", "2 to 400 kg"),
        ("delivered=2026-11-24", "not still to come"),
        ("pregnant=45w", "1 to 44"),
        ("tetanus=2027", "not still to come"),
        ("cramps_since=2026-12", "not still to come"),
        ("hair=brown", "nothing I keep"),
        ("born", "has no value"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_else_of_the_line_is_stored(
    run: Inside, pair: str, said: str
) -> None:
    assert_refused(run("person", "set", "sex=f", pair), 2, said)
    assert run("person", "show", "--json").data["person"]["sex"] is None


@pytest.mark.parametrize(
    ("pair", "key", "stored"),
    [
        ("born=1958", "born", "1958"),
        ("sex=woman", "sex", "f"),
        ("weight=154lb", "weight", "69.9"),
        ("pregnant=no", "pregnant", "no"),
        ("pregnant=20w", "pregnant", "20w@2026-11-23"),
        ("due=2026-11-23", "due", "2026-11-23"),
        ("cramps_since=2019-05", "cramps_since", "2019-05"),
        ("tetanus=no", "tetanus", "no"),
    ],
)
def test_a_fact_is_stored_undone_redone_and_made_unknown_again(
    run: Inside, pair: str, key: str, stored: str
) -> None:
    def known() -> object:
        return run("person", "show", "--json").data["person"][key]

    assert known() is None
    assert run("person", "set", pair).code == 0
    assert known() == stored
    run("undo")
    assert known() is None
    run("redo")
    assert known() == stored
    run("person", "set", f"{key}=")
    assert known() is None
    assert f"{key}: unknown (cramplog person set {key}=" in run("person", "show").stdout


def test_all_that_is_known_of_the_person_is_shown_medicines_too(run: Inside) -> None:
    run("person", "set", "weight=70")
    run("medicine", "start", "ramipril", "--on", "2026-05")
    told = run("person", "show").stdout
    assert "weight: 70 kg" in told
    assert "Medicine: ramipril from 2026-05" in told
    person = run("person", "show", "--json").data["person"]
    assert [course["name"] for course in person["medicines"]] == ["ramipril"]
    assert person["no_other_medicines"] is False


def test_the_person_in_use_cannot_be_reset_to_one_who_was_put_away(run: Inside) -> None:
    run("person", "add", "anna")
    run("person", "use", "anna")
    run("person", "remove", "me")
    assert_refused(run("config", "reset", "person"), 4, "me")
    assert run("list").code == 0
