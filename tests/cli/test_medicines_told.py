"""`medicine`: names of two words, cautions, and what may be left unsaid."""

from __future__ import annotations

from typing import Any

import pytest
from inside import Inside
from running import assert_refused


def courses(run: Inside) -> list[dict[str, Any]]:
    found = run("medicine", "list", "--json").data["medicines"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("iron", "sucrose", "5", "mg"),
        ("iron sucrose", "5 mg"),
        ("iron-sucrose", "5", "mg"),
        ("iron sucrose 5 mg",),
        ("Iron", "Sucrose", "5 mg"),
    ],
)
def test_the_dose_is_what_stands_after_the_name(run: Inside, words: tuple[str, ...]) -> None:
    run("medicine", "start", "iron", "sucrose", "--on", "2026-05")
    assert run("medicine", "dose", *words).code == 0
    assert courses(run)[0]["doses"] == [{"text": "5 mg", "since": "2026-11-23"}]


def test_the_longest_name_that_is_taken_counts(run: Inside) -> None:
    for name in ("green", "green pills"):
        run("medicine", "start", name)
    run("medicine", "dose", "green", "pills", "2", "a", "day")
    assert [(c["name"], c["doses"]) for c in courses(run)] == [
        ("green", []),
        ("green pills", [{"text": "2 a day", "since": "2026-11-23"}]),
    ]


@pytest.mark.parametrize("words", [("ramipril",), ("ramipril", " "), ("zinc", "5 mg")])
def test_a_dose_needs_a_medicine_that_is_taken_and_a_text(
    run: Inside, words: tuple[str, ...]
) -> None:
    run("medicine", "start", "ramipril")
    assert_refused(run("medicine", "dose", *words), 2)
    assert courses(run)[0]["doses"] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("valproate", "could become pregnant"),
        ("diazepam", "MHRA, benzodiazepines"),
        ("phenytoin", "Prescription only"),
        ("benzobarbital", "Prescription only"),
        ("quinine", "not a routine treatment"),
        ("tonic water", "not a routine treatment"),
        ("potassium", "too much is dangerous"),
    ],
)
def test_a_medicine_with_a_caution_is_stored_and_the_caution_said(
    run: Inside, name: str, said: str
) -> None:
    told = run("medicine", "start", name)
    assert told.code == 0
    assert said in told.stderr
    assert len(courses(run)) == 1


@pytest.mark.parametrize(
    ("remedy", "said"),
    [
        ("quinine", "serious bleeding"),
        ("pin_prick", "Do not: it can wound and infect"),
        ("pin_prick", "cramplog symptom dirty-wound"),
        ("potassium", "Food Standards Scotland"),
    ],
)
def test_a_remedy_that_can_harm_is_stored_and_warned_of(
    run: Inside, remedy: str, said: str
) -> None:
    told = run("log", "left", "calf", f"+{remedy}")
    assert (told.code, said in told.stderr) == (0, True), told
    assert said not in run("edit", "1", "+stretch").stderr
    assert said in run("edit", "1", f"+{remedy}").stderr
    run("start", "toes")
    assert said in run("stop", f"+{remedy}").stderr


def test_remedies_that_cannot_harm_are_logged_without_a_word(run: Inside) -> None:
    assert run("log", "left", "calf", "+stretch", "+painkiller", "+magnesium").stderr == ""


def test_none_of_all_and_none_but_those_listed_are_told_apart(run: Inside) -> None:
    assert "is unknown" in run("medicine", "list").stdout
    assert run("medicine", "none").stdout.startswith("Noted: no medicines are taken.")
    assert run("medicine", "list").stdout == "No medicines are taken.\n"
    run("undo")
    run("medicine", "start", "ramipril")
    assert run("medicine", "none").stdout.startswith("Noted: no medicines but those listed.")
    assert "No others are taken." in run("medicine", "list").stdout


def test_the_list_of_medicines_says_never_to_stop_one(run: Inside) -> None:
    run("medicine", "start", "ramipril")
    assert "Never stop a medicine" in run("medicine", "list").stdout


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("ramipril --on 2025", "ramipril --on 2026", "medicine dose ramipril"),
        ("ramipril --on 2025 --until 2026-01", "ramipril", "--on DATE"),
        ("zinc", "ramipril --on 2026-05 --until 2026-01", "Check both dates"),
    ],
)
def test_a_course_that_cannot_be_is_refused_with_what_to_type(
    run: Inside, first: str, second: str, said: str
) -> None:
    assert run("medicine", "start", *first.split()).code == 0
    assert_refused(run("medicine", "start", *second.split()), 2, said)
    assert len(courses(run)) == 1


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("simva", "simvastatin"),
        ("Sortis", "atorvastatin"),
        ("Chinin", "quinine"),
        ("Limptar N", "quinine"),
        ("HCT", "hydrochlorothiazide"),
        ("magnesium", "magnesium"),
    ],
)
def test_brands_and_names_of_everyday_are_known(run: Inside, typed: str, label: str) -> None:
    told = run("medicine", "start", typed)
    assert told.stdout.startswith(f"Noted: {label}, start not said.")
    assert "your words" not in told.stderr


def test_own_words_keep_rules_open_though_nothing_else_is_taken(run: Inside) -> None:
    run("log", "left calf 3m")
    run("medicine", "start", "white", "tablet")
    run("medicine", "none")
    told = run("flags", "--show", "GL-QUININE").stdout.replace("\n  ", " ")
    assert told.startswith("not evaluable")
    assert 'What is "white tablet"?' in told
    assert run("medicine", "name", "white tablet", "other").code == 0
    assert run("flags", "--show", "GL-QUININE").stdout.startswith("not met")
    assert courses(run)[0]["name"] == "white tablet"


def test_a_medicine_can_be_named_later_and_its_rule_sees_it_at_once(run: Inside) -> None:
    run("symptom", "muscle-pain", "both")
    run("medicine", "start", "the", "fat", "one", "--dose", "20 mg")
    told = run("medicine", "name", "the fat one", "simva").stdout
    assert told.startswith("Noted: simvastatin, start not said (20 mg).")
    assert "(GL-STATIN)" in told
    run("undo")
    assert [course["name"] for course in courses(run)] == ["the fat one"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("simvastatn", "simvastatin"), ("atorvastatin 20mg", "atorvastatin"), ("torasem", "torasem")],
)
def test_a_near_name_is_suggested(run: Inside, typed: str, meant: str) -> None:
    assert f'Did you mean "{meant}' in run("medicine", "start", typed).stderr


def test_own_words_cannot_be_named_by_other_own_words(run: Inside) -> None:
    run("medicine", "start", "ginkgo")
    assert_refused(run("medicine", "name", "ginkgo", "leaves"), 2, "ginkgo other")
    assert_refused(run("medicine", "name", "zinc tea", "other"), 2, "no running course")
