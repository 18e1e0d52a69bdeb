"""Courses of medicines: their start, doses and stop, in an order that can be."""

from __future__ import annotations

import pytest
from filled_diary import NOW

from cramplog.diary.repository import Diary
from cramplog.domain.facts import Medicine
from cramplog.errors import BadFact
from cramplog.services import history, medicines

STATIN = "atorvastatin"


def start(
    diary: Diary,
    name: str = STATIN,
    on: str | None = None,
    until: str | None = None,
    dose: str | None = None,
) -> Medicine:
    return medicines.start(diary, name, NOW, on=on, until=until, dose=dose)


def courses(diary: Diary) -> list[tuple[str, str | None, str | None]]:
    return [(one.name, one.started, one.stopped) for one in diary.facts().medicines]


def doses(diary: Diary) -> list[tuple[str, str | None]]:
    return [(dose.text, dose.since) for dose in diary.facts().medicines[0].doses]


def test_a_medicine_is_known_by_its_other_names_and_else_kept_in_the_users_words(
    diary: Diary,
) -> None:
    assert start(diary, "Lipitor").name == STATIN
    own = start(diary, "my  green pills")
    assert (own.name, own.known) == ("my green pills", False)


def test_a_name_of_ones_own_is_found_however_it_is_written(diary: Diary) -> None:
    start(diary, "Ginkgo", on="2020")
    medicines.change_dose(diary, "ginkgo", "500 mg", NOW, on="2021")
    medicines.stop(diary, "GINKGO", NOW, on="2022")
    assert courses(diary) == [("Ginkgo", "2020", "2022")]


@pytest.mark.parametrize(
    ("on", "until"),
    [("2026-05", "2026-01"), ("2026-05-02", "2026-05-01"), ("2026", "2025-12-31")],
)
def test_a_medicine_that_ends_before_it_starts_is_refused(
    diary: Diary, on: str, until: str
) -> None:
    with pytest.raises(BadFact, match="before it starts"):
        start(diary, on=on, until=until)
    assert courses(diary) == []
    start(diary, on=on)
    with pytest.raises(BadFact, match="before it starts"):
        medicines.stop(diary, STATIN, NOW, on=until)
    assert courses(diary) == [(STATIN, on, None)]


@pytest.mark.parametrize(
    ("on", "until"), [("2026-05", "2026"), ("2026", "2026-05-01"), ("2026-05-01", "2026-05-01")]
)
def test_dates_of_unlike_precision_may_touch(diary: Diary, on: str, until: str) -> None:
    assert start(diary, on=on, until=until).stopped == until


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2025", None), ("2026", None)),
        (("2025-01", "2025-06"), ("2025-05", "2025-08")),
        (("2025-01", "2025-06"), ("2024", None)),
        (("2025-01", "2025-06"), (None, None)),
        ((None, "2025-06"), ("2025-05", None)),
    ],
)
def test_two_overlapping_courses_are_refused(
    diary: Diary, first: tuple[str | None, str | None], second: tuple[str | None, str | None]
) -> None:
    start(diary, "simvastatin", *first)
    with pytest.raises(BadFact, match="on record already"):
        start(diary, "simvastatin", *second)
    assert len(courses(diary)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2025-01", "2025-06"), ("2025-06", None)),
        (("2025-01-01", "2025-06-10"), ("2025-06-10", "2025-07")),
        ((None, "2024"), ("2025", None)),
        (("2025", None), (None, "2024")),
    ],
)
def test_courses_that_follow_each_other_are_both_kept(
    diary: Diary, first: tuple[str | None, str | None], second: tuple[str | None, str | None]
) -> None:
    start(diary, "simvastatin", *first)
    start(diary, "simvastatin", *second)
    assert len(courses(diary)) == 2


def test_when_a_running_course_began_can_be_said_later(diary: Diary) -> None:
    start(diary, dose="20 mg")
    medicines.change_dose(diary, STATIN, "40 mg", NOW, on="2026-09")
    start(diary, on="2026-05")
    assert courses(diary) == [(STATIN, "2026-05", None)]
    assert doses(diary) == [("20 mg", "2026-05"), ("40 mg", "2026-09")]
    history.take_back(diary, "undo", NOW)
    assert courses(diary) == [(STATIN, None, None)]


def test_it_cannot_have_begun_after_a_dose_of_it(diary: Diary) -> None:
    start(diary)
    medicines.change_dose(diary, STATIN, "40 mg", NOW, on="2026-04")
    with pytest.raises(BadFact, match="before the start"):
        start(diary, on="2026-05")
    assert courses(diary) == [(STATIN, None, None)]


def test_a_day_has_one_dose(diary: Diary) -> None:
    start(diary, on="2026-05", dose="10 mg")
    for text in ("20 mg", "40 mg"):
        medicines.change_dose(diary, STATIN, text, NOW, on="2026-11-23")
    assert doses(diary) == [("10 mg", "2026-05"), ("40 mg", "2026-11-23")]


def test_doses_stand_in_the_order_of_their_days(diary: Diary) -> None:
    start(diary, dose="10 mg")
    for on in ("2026-09", "2026-06"):
        medicines.change_dose(diary, STATIN, on, NOW, on=on)
    assert [since for _, since in doses(diary)] == [None, "2026-06", "2026-09"]


def test_a_dose_lies_within_its_course(diary: Diary) -> None:
    start(diary, on="2026-05")
    with pytest.raises(BadFact, match="before the start"):
        medicines.change_dose(diary, STATIN, "40 mg", NOW, on="2026-04")
    medicines.change_dose(diary, STATIN, "40 mg", NOW, on="2026-09")
    with pytest.raises(BadFact, match="before the dose"):
        medicines.stop(diary, STATIN, NOW, on="2026-08")


def test_what_is_not_taken_can_neither_stop_nor_change(diary: Diary) -> None:
    start(diary, on="2025", until="2026-01")
    with pytest.raises(BadFact, match="no running course"):
        medicines.stop(diary, STATIN, NOW, on="2026-02")
    with pytest.raises(BadFact, match="no running course"):
        medicines.change_dose(diary, STATIN, "5 mg", NOW, on="2026-02")


def test_none_says_no_of_all_others_and_undo_makes_it_unknown_again(diary: Diary) -> None:
    assert not diary.facts().no_other_medicines
    medicines.none_other(diary, NOW)
    assert diary.facts().no_other_medicines
    assert diary.facts().profile == {}
    assert history.take_back(diary, "undo", NOW) == "medicine none"
    assert not diary.facts().no_other_medicines


def test_every_change_of_a_course_can_be_undone_and_redone(diary: Diary) -> None:
    start(diary, on="2026-05", dose="20 mg")
    medicines.change_dose(diary, STATIN, "40 mg", NOW, on="2026-09")
    medicines.stop(diary, STATIN, NOW, on="2026-11")
    whole = diary.facts().medicines
    for _ in range(3):
        history.take_back(diary, "undo", NOW)
    assert courses(diary) == []
    for _ in range(3):
        history.take_back(diary, "redo", NOW)
    assert diary.facts().medicines == whole
