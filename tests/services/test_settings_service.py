"""Settings that change what is stored, and those that only change what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_diary import NOW, fill, log
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from cramplog import paths
from cramplog.config import SETTINGS, Hours
from cramplog.diary.repository import Diary
from cramplog.domain.night import iso
from cramplog.errors import BadSetting, NoSuchPerson
from cramplog.services import people, settings
from cramplog.services.record import placed


@pytest.fixture(autouse=True)
def _config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CRAMPLOG_CONFIG", str(tmp_path / "config" / "config.toml"))


def backups(diary: Diary) -> list[Path]:
    return sorted((Path(diary.path).parent / "backups").glob("*"))


def test_a_new_boundary_recomputes_every_night_after_a_backup(diary: Diary) -> None:
    log(diary, "yesterday 15:00 calf")
    settings.put(diary, "night.starts_at", "18:00")
    assert iso(diary.episode(1).night) == "2026-11-21"
    (backup,) = backups(diary)
    old = Diary(str(backup))
    assert iso(old.episode(1).night) == "2026-11-22"
    old.close()


def test_the_same_boundary_again_makes_no_backup(diary: Diary) -> None:
    settings.put(diary, "night.starts_at", "12:00")
    settings.put(diary, "week.starts_on", "sunday")
    assert backups(diary) == []


def test_new_daytime_hours_recompute_what_is_a_daytime_cramp(diary: Diary) -> None:
    log(diary, "yesterday 15:00 calf")
    settings.put(diary, "day.ends_at", "14:00")
    assert not diary.episode(1).daytime
    settings.reset(diary, "day.ends_at")
    assert diary.episode(1).daytime
    assert len(backups(diary)) == 2


def test_a_new_boundary_holds_for_every_person_and_for_what_comes_after(diary: Diary) -> None:
    people.add(diary, "anna", NOW)
    anna = Diary(diary.path, "anna")
    log(anna, "yesterday 15:00 calf")
    settings.put(diary, "night.starts_at", "18:00")
    assert iso(anna.episode(1).night) == "2026-11-21"
    anna.close()
    assert iso(log(diary, "yesterday 15:00 foot").night) == "2026-11-21"


@how(max_examples=30)
@given(
    boundary=st.integers(0, 1439),
    day=st.tuples(st.integers(0, 1439), st.integers(0, 1439)).map(sorted),
)
def test_the_database_places_nights_as_the_program_does(
    tmp_path_factory: pytest.TempPathFactory, boundary: int, day: list[int]
) -> None:
    diary = Diary(str(tmp_path_factory.mktemp("nights") / "diary.db"))
    fill(diary)
    clocks = [f"{minute // 60:02}:{minute % 60:02}" for minute in (boundary, *day)]
    keys = ("night.starts_at", "day.starts_at", "day.ends_at")
    diary.settings.update(zip(keys, clocks, strict=True))
    with diary.connection:
        settings.renight(diary)
    episodes = list(diary.episodes())
    assert episodes == [placed(episode, Hours.of(diary.settings)) for episode in episodes]
    diary.close()


def test_a_day_that_ends_before_it_starts_is_refused(diary: Diary) -> None:
    with pytest.raises(BadSetting, match="end before it starts"):
        settings.put(diary, "day.starts_at", "20:00")
    assert settings.get(diary, "day.starts_at").value == "12:00"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("night.starts_at", "25:00"),
        ("night.starts_at", "noon"),
        ("night.starts_at", "12"),
        ("week.starts_on", "someday"),
        ("week.starts_on", "m"),
        ("nights.start", "12:00"),
    ],
)
def test_what_is_no_setting_or_no_value_of_one_is_refused(
    diary: Diary, key: str, value: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        settings.put(diary, key, value)
    assert refused.value.hint


def test_an_unknown_setting_is_answered_with_the_nearest(diary: Diary) -> None:
    with pytest.raises(BadSetting) as refused:
        settings.get(diary, "week.start_on")
    assert refused.value.hint == 'Did you mean "week.starts_on"?'


def test_a_person_who_is_not_there_cannot_become_the_default(diary: Diary) -> None:
    with pytest.raises(NoSuchPerson, match='"bob"'):
        settings.put(diary, "person", "bob")
    again = Diary(diary.path)
    assert again.person == "me"
    again.close()


def test_the_diarys_place_stands_in_a_file_of_its_owner_alone(diary: Diary, tmp_path: Path) -> None:
    settings.place(str(tmp_path / 'a "quoted" name.db'), diary.path)
    file = Path(paths.config_file())
    assert file.stat().st_mode & 0o777 == 0o600
    assert paths.diary_file() == str(tmp_path / 'a "quoted" name.db')
    settings.place("", diary.path)
    assert paths.diary_file() == str(Path(paths.data_folder()) / "diary.db")


def test_a_trigger_of_ones_own_is_taken_listed_and_reset(diary: Diary) -> None:
    settings.add_trigger(diary, "@Moonlight", "full moon")
    again = Diary(diary.path)
    assert settings.get(again, "trigger.moonlight").value == "full moon"
    again.settings.clear()
    again.close()
    with pytest.raises(BadSetting, match="a trigger already"):
        settings.add_trigger(diary, "cold", "")


@pytest.mark.parametrize("name", ["", "two words", "a,b", "x;y", "x" * 41, "@", "a\nb"])
def test_a_triggers_name_is_one_word_of_letters_and_digits(diary: Diary, name: str) -> None:
    with pytest.raises(BadSetting, match="cannot be a trigger's name"):
        settings.add_trigger(diary, name, "")


def test_every_setting_is_listed_with_its_default(diary: Diary) -> None:
    listed = {shown.key: shown for shown in settings.listed(diary)}
    assert set(SETTINGS) <= set(listed)
    assert [shown.key for shown in listed.values() if not shown.help] == []
    assert listed["night.starts_at"].default == SETTINGS["night.starts_at"].default


def test_a_threshold_is_a_whole_number_within_its_bounds(diary: Diary) -> None:
    assert settings.parsed("rule.art-regular.nights", " 6 ") == "6"
    for text in ("0", "29", "-1", "4.5", "four", "", "٤", "9" * 5000):
        with pytest.raises(BadSetting, match="whole number from 1 to 28"):
            settings.parsed("rule.art-regular.nights", text)
    with pytest.raises(BadSetting):
        settings.put(diary, "rule.art-frequent-protracted.minutes", "3")
