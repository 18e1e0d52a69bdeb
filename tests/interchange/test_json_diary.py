"""A whole record as JSON: lossless, readable in its frozen form, and strict with what it reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cramplog.clock import Moment
from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode
from cramplog.errors import BadFile, InputError
from cramplog.interchange import json_diary
from cramplog.interchange.json_diary import Reading
from cramplog.services import import_record as whole
from cramplog.services import stored_facts
from cramplog.services.history import take_back
from cramplog.services.importing import Imported

NOW = Moment(instant=1795447800, utc_offset=0, zone="Europe/London")  # 2026-11-23 15:30
SAMPLES = sorted((Path(__file__).parent / "samples").glob("diary-*.json"))
NEWEST = SAMPLES[-1]


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    opened = Diary(str(tmp_path / "diary.db"))
    yield opened
    opened.close()


def written(diary: Diary) -> str:
    """The diary as an export has it."""
    uid = stored_facts.person_uid(diary)
    head = whole.Head(person=diary.person, uid=uid, settings=stored_facts.settings(diary))
    facts = {entity: list(stored_facts.held(diary, entity)) for entity in stored_facts.KEYS}
    parts = json_diary.write(head, facts, diary.nights(), diary.episodes("oldest"))
    return b"".join(parts).decode()


def taken(diary: Diary, text: str, **options: bool) -> Imported:
    reading = Reading(StringIO(text), "x.json")
    return whole.import_whole(diary, reading.head, reading.entries(), NOW, name="x.json", **options)


def sample() -> Any:
    return json.loads(NEWEST.read_text("utf-8"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_frozen_sample_of_a_version_stays_readable(path: Path, diary: Diary) -> None:
    done = taken(diary, path.read_text("utf-8"))
    told = json.loads(path.read_text("utf-8"))
    assert (done.bad, done.here, done.new) == (0, 0, done.read)
    assert done.read == sum(len(part) for part in told.values() if isinstance(part, list)) > 15
    assert [each.note for each in diary.episodes()] == [each["note"] for each in told["episodes"]]


def test_the_newest_sample_comes_back_to_the_byte(diary: Diary) -> None:
    text = NEWEST.read_text("utf-8")
    taken(diary, text)
    assert written(diary) == text


def test_the_same_record_again_changes_nothing(diary: Diary) -> None:
    text = NEWEST.read_text("utf-8")
    read = taken(diary, text).read
    again = taken(diary, text)
    assert (again.new, again.here) == (0, read)
    assert written(diary) == text


def test_one_undo_takes_all_entries_back(diary: Diary) -> None:
    done = taken(diary, NEWEST.read_text("utf-8"))
    assert take_back(diary, "undo", NOW) == f"import of {done.new} entries"
    assert stored_facts.is_empty(diary)
    take_back(diary, "redo", NOW)
    assert written(diary) == NEWEST.read_text("utf-8")


def test_an_empty_diary_takes_name_and_settings_and_another_keeps_its_own(
    diary: Diary, tmp_path: Path
) -> None:
    told = sample()
    taken(diary, json.dumps(told))
    again = Diary(diary.path)
    assert (again.person, again.settings["night.starts_at"]) == ("Zoë", "13:00")
    again.close()
    told["person"]["name"] = "bob"
    told["settings"]["night.starts_at"] = "14:00"
    told["settings"]["trigger.aurora"] = "northern lights"
    done = taken(diary, json.dumps(told))
    assert diary.settings["night.starts_at"] == "13:00"
    assert diary.settings["trigger.aurora"] == "northern lights"
    assert [w for w in done.warnings if "night.starts_at" in w and "kept" in w]
    assert [w for w in done.warnings if "bob" in w]


def test_a_dry_run_and_a_refused_file_leave_nothing_behind(diary: Diary) -> None:
    told = sample()
    taken(diary, json.dumps(told), dry_run=True)
    told["episodes"][0]["pain"] = 11
    with pytest.raises(BadFile, match="pain is a whole number from 0 to 10"):
        taken(diary, json.dumps(told))
    assert stored_facts.is_empty(diary)
    assert (diary.person, diary.settings) == ("me", {})
    again = Diary(diary.path)
    assert (again.person, again.settings) == ("me", {})
    again.close()


def test_what_contradicts_the_diary_is_told_and_not_stored(diary: Diary) -> None:
    told = sample()
    taken(diary, json.dumps(told))
    weight = next(fact for fact in told["profile"] if fact["key"] == "weight")
    weight["value"] = "99"
    done = taken(diary, json.dumps(told))
    assert any("profile weight" in warning for warning in done.warnings)
    assert diary.facts().profile["weight"] == "70"


def test_without_notes_and_name_neither_is_in_the_file(diary: Diary) -> None:
    taken(diary, NEWEST.read_text("utf-8"))
    head = whole.Head(person=diary.person)
    snoozes = {"snooze": list(stored_facts.held(diary, "snooze"))}
    parts = json_diary.write(head, snoozes, [], diary.episodes(), notes=False, name=False)
    text = b"".join(parts).decode()
    assert "Zoë" not in text
    assert [each["note"] for each in json.loads(text)["episodes"]] == [None] * 3
    assert [each["because"] for each in json.loads(text)["snoozes"]] == [""]


SURROGATE = "\ud800"


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        ("episodes", {"pain": "7"}, "pain is a whole number"),
        ("episodes", {"pain": True}, "pain is a whole number"),
        ("episodes", {"woke": "yes"}, "woke is true, false or null"),
        ("episodes", {"note": SURROGATE}, "not text in UTF-8"),
        ("episodes", {"note": "x" * 10_001}, "up to 10,000 can be kept"),
        ("episodes", {"sites": [{"muscle": "knee", "side": None}]}, "not a muscle"),
        ("episodes", {"sites": [{"muscle": "calf", "side": "up"}]}, "side is"),
        ("episodes", {"started_at": "2026-11-16 23:50"}, "not a time with its offset"),
        ("episodes", {"started_at": "2099-11-16T23:50:00+00:00"}, "in the future"),
        ("episodes", {"zone": "Mars/Olympus"}, "not a time zone"),
        ("episodes", {"id": "1"}, "not a UUID"),
        ("episodes", {"duration_seconds": 0}, "1 to 86400"),
        ("episodes", {"tried": [{"remedy": "magic"}]}, "not a remedy"),
        ("episodes", {"triggers": ["<script>"]}, "not a trigger"),
        ("episodes", {"mood": "low"}, '"mood" is not a key'),
        ("nights", {"factors": {"stress": "11"}}, "stress"),
        ("nights", {"factors": {"nonsense!": "yes"}}, "nonsense"),
        ("nights", {"night": "2026-13-01"}, "not a date"),
        ("profile", {"key": "weight", "value": "heavy"}, "weight"),
        ("profile", {"key": "shoe size"}, "nothing I keep"),
        ("conditions", {"since": "soon"}, "not a date"),
        ("conditions", {"name": SURROGATE}, "not text"),
        ("symptoms", {"name": "glow"}, "not a sign"),
        ("medicines", {"started": "2026-10", "stopped": "2026-09"}, "before it starts"),
        ("visits", {"on": "2026"}, "not a date"),
        ("snoozes", {"urgency": "LOUD"}, "urgency is"),
        ("snoozes", {"urgency": "EMERGENCY"}, "EMERGENCY, which cannot be"),
        ("snoozes", {"until": "2099-01-01"}, "more than 365 days"),
    ],
)
def test_a_bad_record_is_named_by_its_line_and_the_rest_can_be_taken(
    diary: Diary, part: str, change: dict[str, Any], told: str
) -> None:
    record = sample()
    record[part][0] |= change
    text = json.dumps(record, indent=1)
    line = text[: text.index(f'"{part}"')].count("\n") + 2
    with pytest.raises(BadFile) as refused:
        taken(diary, text)
    assert f"Line {line}: " in refused.value.message
    assert told in refused.value.message
    done = taken(diary, text, skip_bad=True)
    assert (done.bad, done.new) == (1, done.read - 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format": "other"}', "does not begin with"),
        ('{"episodes": [], "format": "cramplog-diary", "version": 1}', "does not begin with"),
        ('{"format": "cramplog-diary", "version": 2}', "is of version"),
        ('{"format": "cramplog-diary", "version": 1, "settings": {"trigger.": ""}}', "a trigger"),
        ('{"format": "cramplog-diary", "version": 1, "settings": 5}', "settings is an object"),
        ('{"format": "cramplog-diary", "version": 1, "person": {"name": "a\\u202eb"}}', "no name"),
        ('{"format": "cramplog-diary", "version": 1, "dreams": [1]}', "do not know"),
        ('{"format": "cramplog-diary", "version": 1, "nights": [', "not JSON"),
        ('{"format": "cramplog-diary", "version": 1, "episodes": [5]}', "an object"),
    ],
)
def test_a_file_that_is_no_record_is_refused(diary: Diary, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        taken(diary, text)
    assert stored_facts.is_empty(diary)


def test_an_episode_reads_as_it_was_written(diary: Diary) -> None:
    taken(diary, NEWEST.read_text("utf-8"))
    before: list[Episode] = list(diary.episodes())
    reading = Reading(StringIO(written(diary)), "x.json")
    read = [entry for _, entry in reading.entries() if isinstance(entry, Episode)]
    same = [each.replace(night=0, daytime=False) for each in before]
    assert [each.replace(night=0, daytime=False) for each in read] == same
