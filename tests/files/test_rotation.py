"""Which copies are kept: told by their names, by one rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from cramplog.files import rotation
from cramplog.files.rotation import Backup

NOW = datetime(2026, 11, 23, 3, 29, tzinfo=UTC)


def days_ago(days: float, reason: str = rotation.DAILY) -> Backup:
    at = NOW - timedelta(days=days)
    return Backup(path=f"{at:%Y-%m-%d %H} {reason}", at=int(at.timestamp()), reason=reason)


def kept(backups: list[Backup]) -> list[str]:
    gone = rotation.superfluous(backups, int(NOW.timestamp()))
    return [one.path for one in backups if one not in gone]


def test_all_of_the_last_seven_days_are_kept() -> None:
    week = [days_ago(n / 4) for n in range(28)]
    assert kept(week) == [one.path for one in week]


def test_after_a_year_of_days_a_week_two_months_and_a_year_are_left() -> None:
    year = [days_ago(n) for n in range(800)]
    left = [NOW.toordinal() - datetime.fromisoformat(each[:10]).toordinal() for each in kept(year)]
    assert left[:8] == list(range(8))
    weekly = [age for age in left if 7 < age <= 56]
    assert len(weekly) in (7, 8)
    assert {b - a for a, b in pairwise(weekly)} == {7}
    monthly = [age for age in left if age > 56]
    assert 10 <= len(monthly) <= 12
    assert max(monthly) <= 366


def test_rotating_day_by_day_leaves_what_the_rule_says() -> None:
    backups: list[Backup] = []
    for day in range(800, -1, -1):
        at = int((NOW - timedelta(days=day)).timestamp())
        backups.insert(0, days_ago(day))
        gone = rotation.superfluous(backups, at)
        backups = [one for one in backups if one not in gone]
    ages = [(NOW.timestamp() - one.at) / 86400 for one in backups]
    assert [age for age in ages if age <= 7] == list(range(8))
    assert len([age for age in ages if 7 < age <= 56]) in (7, 8)
    assert len([age for age in ages if age > 56]) in (10, 11, 12)


def test_days_are_counted_and_not_how_old_they_are() -> None:
    days = [days_ago(900 + n) for n in range(20)]
    sundays = [days[11].path, days[18].path]
    assert kept(days) == [*(one.path for one in days[:8]), days[8].path, *sundays]
    weekdays = [datetime.fromisoformat(path[:10]).isoweekday() for path in sundays]
    assert weekdays == [7, 7]


def test_what_was_asked_for_or_set_aside_is_never_deleted() -> None:
    asked = [days_ago(900 + n, reason) for n, reason in enumerate(("by-hand", "damaged", "other"))]
    full = [days_ago(n) for n in range(500)]
    assert [one.path for one in asked if one.path in kept([*full, *asked])] == [
        one.path for one in asked
    ]
    assert days_ago(499).path not in kept([*full, *asked])


JUMPS = {
    "a month": -31,
    "a year": -366,
    "to another century": -40_000,
    "back": 9_000,
}
"""How far the clock is off for one command, in days ago."""


@pytest.mark.parametrize("days", JUMPS.values(), ids=JUMPS)
@pytest.mark.parametrize("reasons", [["daily"], ["before-import", "daily"]])
def test_a_jump_of_the_clock_deletes_nothing(days: int, reasons: list[str]) -> None:
    before = [days_ago(n) for n in range(100)]
    jumped = days_ago(days)
    made = [jumped.replace(reason=reason, path=f"{jumped.path} {reason}") for reason in reasons]
    assert rotation.superfluous([*before, *made], jumped.at) == []


def test_after_a_jump_the_right_clock_goes_on_as_if_there_had_been_none() -> None:
    days = [days_ago(n) for n in range(100)]
    assert kept([days_ago(-4000), *days]) == [days_ago(-4000).path, *kept(days)]


def test_copies_of_a_clock_that_was_ahead_are_kept() -> None:
    ahead = [days_ago(-400), days_ago(-30), days_ago(0)]
    assert kept(ahead) == [one.path for one in ahead]


def test_names_tell_time_and_reason_and_belong_to_one_diary(tmp_path: Path) -> None:
    diary, other = str(tmp_path / "diary.db"), str(tmp_path / "diary")
    (tmp_path / "backups").mkdir()
    at = int(NOW.timestamp())
    for path, reason in ((diary, "daily"), (diary, "before-import-2"), (other, "by-hand")):
        (tmp_path / "backups" / rotation.name(path, at, reason)).touch()
    for name in ("diary.db-notes.db", "diary.db-20261399T000000Z-daily.db", "diary.db-x.part"):
        (tmp_path / "backups" / name).touch()
    found = rotation.backups(diary)
    assert {(one.at, one.reason, one.automatic) for one in found} == {
        (at, "daily", True),
        (at, "before-import-2", True),
    }
    assert [one.reason for one in rotation.backups(other)] == ["by-hand"]


@pytest.mark.parametrize(
    ("hours", "due"), [(0, False), (3, False), (-4, True), (21, True), (-10_000, True)]
)
def test_a_copy_is_due_on_each_day_that_has_none(tmp_path: Path, hours: int, due: bool) -> None:
    diary = str(tmp_path / "diary.db")
    at = int(NOW.timestamp())
    assert rotation.due(diary, at)
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / rotation.name(diary, at, "before-import")).touch()
    assert rotation.due(diary, at)
    (tmp_path / "backups" / rotation.name(diary, at, "daily")).touch()
    assert rotation.due(diary, at + hours * 3600) is due
