"""A diary in a file with something in every table."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from moments import moment
from spoken import said

from cramplog.clock import Moment
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode
from cramplog.domain.facts import Symptom
from cramplog.services import facts, history, medicines, nights, people, record, timer

if TYPE_CHECKING:
    from cramplog.diary.change import Executor

NOW = moment("2026-11-23T03:29:00")
SUNDAY = date(2026, 11, 22).toordinal()
"""The night of Sunday 22 November 2026."""

LINES = (
    "2026-11-16 23:50 left calf 5m 7 woke @stress +stretch!2m",
    "2026-11-19 02:30 right foot 90s 4 sore",
    "2026-11-21 03:00 left calf and right hamstring tonic ~12m 8 woke not-sore @cold,dehydration",
    "2026-11-21 16:15 both leg clonic 20s 3",
    "2026-11-22 01:10 toes @cold +walk +massage! 0",
    "02:30 right calf 3m 6 hard numb +massage:no",
    "02:40~ both calf",
    "",
)
NOTES = {3: "in the garden", 6: 'after a long walk; "quoted", דב, 🦵\nsecond line'}


def log(diary: Diary, line: str = "", now: Moment = NOW, note: str = "") -> Episode:
    """Record an episode by the words of a line."""
    return record.log(diary, said(line, note=note), now).episode


def fill(diary: Diary) -> None:
    """Eight episodes of which one is deleted and one edited, and one of everything else."""
    for number, line in enumerate(LINES, 1):
        log(diary, line, note=NOTES.get(number, ""))
    history.delete(diary, [2], NOW)
    history.edit(diary, 7, said("pain=2", editing=True), NOW)
    for night, quiet, factors in (
        (SUNDAY - 5, True, {"water": "1.2", "stress": "6"}),
        (SUNDAY - 3, True, {}),
        (SUNDAY, False, {"cold": "yes"}),
    ):
        nights.record_night(diary, night, NOW, quiet=quiet, factors=factors)
    facts.set_profile(diary, {"born": "1958", "sex": "f"}, NOW)
    facts.add_condition(diary, "varicose veins", NOW, since="2019", until=None)
    facts.deny_condition(diary, "diabetes", NOW)
    for side, status in (("left", "present"), (None, "absent")):
        sign = Symptom(
            name="swelling", side=side, day=SUNDAY, status=status, recorded_at=NOW.instant
        )
        facts.add_symptom(diary, sign, NOW)
    medicines.start(diary, "simvastatin", NOW, on="2026-05", until=None, dose="20 mg")
    with diary.act("visit set", NOW.instant) as act:
        owner = {"person_id": act.person_id, "recorded_at": NOW.instant}
        visit = {**owner, "uid": act.uid(), "day": SUNDAY + 9, "who": "Dr Who", "done": 0}
        act.put("visit", visit)
        quieted = {"rule_id": "ART-REGULAR", "until_day": SUNDAY + 30, "urgency": "ROUTINE"}
        act.put("snooze", {**owner, **quieted, "because": "seen"})
        act.said = "visit set and a flag quieted"
    timer.start(diary, said("left calf @stress", note="again"), NOW)
    with diary.connection as connection:
        connection.all("set_setting", key="trigger.moonlight", value="full moon")
        _merge(diary.person_id, connection)
    people.add(diary, "anna", NOW)
    people.add(diary, "bob", NOW)
    people.remove(diary, "bob", NOW)


def _merge(person_id: int, connection: Executor) -> None:
    """As after a merge with a diary that knew the last night otherwise."""
    of_night = {"person_id": person_id, "entity": "night"}
    told = {"uid": "other", "at": 1795400000, "command": "night", "parents": "[]", "since_act": 99}
    state = '{"said": {"factor:cold": {"value": "no", "recorded_at": 1}}, "others": {}}'
    connection.all("insert_merged", **of_night, **told, gid=str(SUNDAY), state=state)
    others = '[{"value": {"value": "no", "recorded_at": 1}, "at": 1795400000}]'
    field = "factor:cold"
    connection.all("insert_difference", **of_night, key=str(SUNDAY), field=field, others=others)


def filled(path: Path) -> Diary:
    """Such a diary, open."""
    diary = Diary(str(path))
    fill(diary)
    return diary
