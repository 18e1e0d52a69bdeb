"""Facts about the person: what is unknown, what is so, and what is said not to be."""

from __future__ import annotations

import pytest
from filled_diary import NOW, SUNDAY

from cramplog.diary.repository import Diary
from cramplog.domain.facts import Condition, Symptom
from cramplog.errors import BadFact
from cramplog.services import facts, history


def add(diary: Diary, name: str, since: str | None = None, until: str | None = None) -> Condition:
    return facts.add_condition(diary, name, NOW, since=since, until=until)


def known(diary: Diary) -> list[tuple[str, bool, str | None]]:
    return [(one.name, one.absent, one.until) for one in diary.facts().conditions]


def test_a_condition_is_known_by_its_other_names_and_else_kept_in_the_users_words(
    diary: Diary,
) -> None:
    assert add(diary, "Varicose  Veins").name == "varicose_veins"
    own = add(diary, "  bad   knees ")
    assert (own.name, own.known) == ("bad knees", False)


def test_a_denied_condition_that_is_there_after_all_is_no_longer_denied(diary: Diary) -> None:
    facts.deny_condition(diary, "diabetes", NOW)
    assert known(diary) == [("diabetes", True, None)]
    add(diary, "diabetes", since="2019")
    assert known(diary) == [("diabetes", False, None)]
    facts.deny_condition(diary, "diabetes", NOW)
    assert known(diary) == [("diabetes", True, None)]


def test_a_condition_that_ended_stays_on_record_beside_a_new_one(diary: Diary) -> None:
    add(diary, "thrombophlebitis", since="2019")
    facts.end_condition(diary, "thrombophlebitis", NOW, until="2020-03")
    add(diary, "thrombophlebitis", since="2026-10")
    assert known(diary) == [
        ("thrombophlebitis", False, "2020-03"),
        ("thrombophlebitis", False, None),
    ]


@pytest.mark.parametrize(
    ("since", "until"),
    [("2019-05", "2019"), ("2019", "2019-05"), ("2019-05-02", "2019-05"), ("2019", "2019")],
)
def test_dates_of_unlike_precision_may_touch(diary: Diary, since: str, until: str) -> None:
    add(diary, "diabetes", since=since, until=until)
    add(diary, "gout", since=since)
    assert facts.end_condition(diary, "gout", NOW, until=until).until == until


@pytest.mark.parametrize(("since", "until"), [("2019-05", "2018"), ("2019-05-02", "2019-05-01")])
def test_an_end_before_the_beginning_is_refused(diary: Diary, since: str, until: str) -> None:
    with pytest.raises(BadFact, match="before it begins"):
        add(diary, "diabetes", since=since, until=until)
    add(diary, "diabetes", since=since)
    with pytest.raises(BadFact, match="before it begins"):
        facts.end_condition(diary, "diabetes", NOW, until=until)
    assert known(diary) == [("diabetes", False, None)]


def test_what_is_not_on_record_cannot_end(diary: Diary) -> None:
    facts.deny_condition(diary, "gout", NOW)
    for name in ("diabetes", "gout"):
        with pytest.raises(BadFact, match="not on record"):
            facts.end_condition(diary, name, NOW, until="2026")


def test_an_empty_value_makes_a_fact_of_the_person_unknown_again(diary: Diary) -> None:
    facts.set_profile(diary, {"born": "1958", "sex": "f"}, NOW)
    facts.set_profile(diary, {"born": "", "sex": "m"}, NOW)
    assert diary.facts().profile == {"sex": "m"}
    history.take_back(diary, "undo", NOW)
    assert diary.facts().profile == {"born": "1958", "sex": "f"}


def test_signs_are_kept_day_by_day_and_looked_for_is_not_unknown(diary: Diary) -> None:
    for day, status in ((SUNDAY, "absent"), (SUNDAY - 1, "present")):
        sign = Symptom(name="swelling", day=day, status=status, recorded_at=NOW.instant)
        facts.add_symptom(diary, sign, NOW)
    assert [(one.day, one.status) for one in diary.facts().symptoms] == [
        (SUNDAY - 1, "present"),
        (SUNDAY, "absent"),
    ]
    assert len(diary.facts(since=SUNDAY).symptoms) == 1


def test_of_what_was_said_within_one_second_the_last_word_counts(diary: Diary) -> None:
    statuses = ["present", "absent", "present", "gone", "absent"] * 4
    for status in statuses:
        sign = Symptom(
            name="swelling", side="left", day=SUNDAY, status=status, recorded_at=NOW.instant
        )
        facts.add_symptom(diary, sign, NOW)
    assert [one.status for one in diary.facts().symptoms] == statuses
