"""Quieting a flag: never an emergency, never without a reason, never for good."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from filled_diary import NOW, log
from moments import moment

from cramplog.diary.repository import Diary
from cramplog.domain.facts import Symptom
from cramplog.errors import BadFact, BadOption, Conflict, NoSuchRule
from cramplog.flags.outcome import URGENCIES
from cramplog.services import facts, history, judge, snooze
from cramplog.services.merge import merge

TODAY = judge.today(NOW)


@pytest.fixture
def long_cramp(diary: Diary) -> Diary:
    """A diary of a cramp that began an hour ago and is not over, which is URGENT."""
    log(diary, "02:30 left calf still")
    return diary


def quiet(diary: Diary, rule: str = "GL-DUR10", days: int = 3, because: str = "seen GP") -> None:
    snooze.snooze(diary, rule, days, because, NOW)


def sign(diary: Diary, name: str, side: str | None = None) -> None:
    fact = Symptom(name=name, side=side, day=TODAY, recorded_at=NOW.instant)
    facts.add_symptom(diary, fact, NOW)


def pressing(diary: Diary) -> list[str]:
    return [flag.rule.id for flag in judge.pressing(diary, NOW)]


def shown(diary: Diary, at: str = "2026-11-23T03:29:00") -> list[str]:
    return [flag.rule.id for flag in judge.judged(diary, moment(at)).evaluation.flags]


def test_a_quieted_flag_is_told_apart_with_its_reason(long_cramp: Diary) -> None:
    snooze.snooze(long_cramp, "gl-dur10", 3, "  seen\n GP ", NOW)
    found = judge.judged(long_cramp, NOW)
    assert "GL-DUR10" not in [flag.rule.id for flag in found.evaluation.flags]
    [item] = found.quiet
    assert (item.flag.rule.id, item.until, item.because) == ("GL-DUR10", TODAY + 3, "seen GP")
    assert pressing(long_cramp) == []


@pytest.mark.parametrize(
    ("at", "is_shown"),
    [("2026-11-26T23:59:00", False), ("2026-11-27T00:01:00", True)],
)
def test_the_quiet_ends_after_its_last_day(diary: Diary, at: str, is_shown: bool) -> None:
    log(diary, "02:30 left calf 11m")
    quiet(diary)
    assert ("GL-DUR10" in shown(diary, at)) is is_shown


def test_undo_brings_the_flag_back_and_redo_quiets_it_again(long_cramp: Diary) -> None:
    quiet(long_cramp)
    history.take_back(long_cramp, "undo", NOW)
    assert pressing(long_cramp) == ["GL-DUR10"]
    history.take_back(long_cramp, "redo", NOW)
    assert pressing(long_cramp) == []


def test_a_flag_quieted_anew_has_the_new_day_and_reason(long_cramp: Diary) -> None:
    quiet(long_cramp)
    quiet(long_cramp, days=1, because="visit is tomorrow")
    [item] = judge.judged(long_cramp, NOW).quiet
    assert (item.until, item.because) == (TODAY + 1, "visit is tomorrow")


def test_a_flag_that_grew_more_urgent_is_shown_again(diary: Diary) -> None:
    sign(diary, "warmth", "left")
    quiet(diary, "GL-DVT")
    assert shown(diary) == []
    sign(diary, "redness", "left")
    assert pressing(diary) == ["GL-DVT"]


def test_a_flag_quieted_while_urgent_stays_quiet_when_it_is_less_so(diary: Diary) -> None:
    sign(diary, "swelling", "left")
    quiet(diary, "GL-DVT", days=10)
    later = judge.judged(diary, moment("2026-11-29T12:00:00"))
    assert [(one.flag.rule.id, one.flag.fired.urgency) for one in later.quiet] == [
        ("GL-DVT", "SOON")
    ]


@pytest.mark.parametrize("news", [("warmth", "left"), ("warmth", "right"), ("redness", None)])
def test_another_sign_is_shown_in_spite_of_it(diary: Diary, news: tuple[str, str | None]) -> None:
    sign(diary, "swelling", "left")
    quiet(diary, "GL-DVT", days=14, because="scan")
    assert pressing(diary) == []
    sign(diary, *news)
    assert pressing(diary) == ["GL-DVT"]


def test_the_other_leg_months_after_the_first_is_shown_in_spite_of_it(diary: Diary) -> None:
    sign(diary, "swelling", "left")
    quiet(diary, "GL-DVT", days=14, because="scan")
    gone = Symptom(name="swelling", side="left", day=TODAY, status="gone", recorded_at=NOW.instant)
    facts.add_symptom(diary, gone, NOW)
    for later in (NOW, moment("2027-02-23T08:00:00")):
        day = judge.today(later)
        right = Symptom(name="swelling", side="right", day=day, recorded_at=later.instant)
        facts.add_symptom(diary, right, later)
        assert [flag.rule.id for flag in judge.pressing(diary, later)] == ["GL-DVT"]


def test_the_same_sign_noted_on_a_later_day_is_shown_in_spite_of_it(diary: Diary) -> None:
    sign(diary, "swelling", "left")
    quiet(diary, "GL-DVT", days=14, because="scan")
    later = moment("2026-11-25T08:00:00")
    again = Symptom(name="swelling", side="left", day=TODAY + 2, recorded_at=later.instant)
    facts.add_symptom(diary, again, later)
    assert [flag.rule.id for flag in judge.pressing(diary, later)] == ["GL-DVT"]


def test_a_flag_of_counted_cramps_stays_quiet_when_another_cramp_comes(diary: Diary) -> None:
    log(diary, "02:30 left calf 11m")
    quiet(diary, days=10)
    log(diary, "01:30 right calf 12m")
    assert "GL-DUR10" not in shown(diary)


def test_a_new_cramp_that_goes_on_is_shown_in_spite_of_it(long_cramp: Diary) -> None:
    quiet(long_cramp)
    log(long_cramp, "03:00 right calf still")
    assert pressing(long_cramp) == ["GL-DUR10"]


@pytest.mark.parametrize(("days", "taken"), [(14, True), (15, False), (365, False)])
def test_what_is_urgent_is_quiet_for_two_weeks_at_most(
    diary: Diary, days: int, taken: bool
) -> None:
    sign(diary, "swelling", "left")
    if taken:
        quiet(diary, "GL-DVT", days=days)
        assert pressing(diary) == []
    else:
        with pytest.raises(Conflict, match="at most 14 days"):
            quiet(diary, "GL-DVT", days=days)
        assert pressing(diary) == ["GL-DVT"]


def test_an_emergency_cannot_be_quieted(long_cramp: Diary) -> None:
    sign(long_cramp, "collapse")
    with pytest.raises(Conflict, match="EMERGENCY"):
        quiet(long_cramp, "GL-PE")
    assert "GL-PE" in pressing(long_cramp)


def test_an_emergency_that_arises_while_its_rule_is_quiet_is_shown(diary: Diary) -> None:
    quiet(diary, "GL-PE")
    log(diary, "02:30 left calf 5m")
    sign(diary, "collapse")
    assert pressing(diary) == ["GL-PE"]


def test_what_was_quieted_before_it_was_on_is_shown_when_it_is_more_than_routine(
    diary: Diary,
) -> None:
    assert snooze.snooze(diary, "GL-DVT", 30, "no", NOW) == (TODAY + 30, False)
    sign(diary, "swelling", "left")
    assert pressing(diary) == ["GL-DVT"]


@pytest.mark.parametrize("days", [0, -1, 366, 10**6])
def test_days_that_are_too_few_or_too_many_are_refused(long_cramp: Diary, days: int) -> None:
    with pytest.raises(BadOption, match="1 to 365"):
        quiet(long_cramp, days=days)
    assert long_cramp.snoozes() == {}


@pytest.mark.parametrize("because", ["", "  \n", "a" * 501])
def test_there_is_no_quiet_without_a_reason(long_cramp: Diary, because: str) -> None:
    with pytest.raises(BadOption):
        quiet(long_cramp, because=because)
    assert pressing(long_cramp) == ["GL-DUR10"]


def test_an_unknown_rule_is_refused(diary: Diary) -> None:
    with pytest.raises(NoSuchRule):
        quiet(diary, "GL-NOPE")


def stored(diary: Diary, urgency: str, until: int = TODAY + 30) -> None:
    """Quiet GL-PE as nobody can by `flags --snooze`."""
    with diary.act("flags snooze", NOW.instant) as act:
        row = {"rule_id": "GL-PE", "until_day": until, "urgency": urgency, "because": "no"}
        act.put("snooze", {"person_id": act.person_id, **row, "recorded_at": NOW.instant})


@pytest.mark.parametrize("urgency", URGENCIES)
def test_an_emergency_stays_loud_whatever_the_diary_holds(diary: Diary, urgency: str) -> None:
    log(diary, "02:30 left calf 5m")
    sign(diary, "collapse")
    stored(diary, urgency)
    assert pressing(diary) == ["GL-PE"]
    assert "GL-PE" in shown(diary)
    assert judge.judged(diary, NOW).quiet == ()


@pytest.mark.parametrize(
    ("urgency", "until", "why"),
    [
        ("EMERGENCY", TODAY + 3, "EMERGENCY"),
        ("SOON", TODAY + 367, "more than 365 days"),
        ("URGENT", TODAY + 16, "more than 14 days"),
    ],
)
def test_what_cannot_be_quieted_is_taken_from_no_other_diary(
    new: Callable[[], Diary], urgency: str, until: int, why: str
) -> None:
    ours, theirs = new(), new()
    stored(theirs, urgency, until)
    with pytest.raises(BadFact, match=why):
        merge(ours, theirs, NOW)
    assert ours.snoozes() == {}
