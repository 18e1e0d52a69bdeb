"""Importing episodes: all or none, once only, one undo step, a backup before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from memory_diary import cramp, moment, night

from cramplog.diary.repository import Diary
from cramplog.domain.episode import Episode
from cramplog.domain.night import NightRecord
from cramplog.errors import BadFile, BadPain, InputError
from cramplog.files import backup
from cramplog.services import history, nights, transfer
from cramplog.services.importing import KEPT, SHOWN, Imported

NOW = moment("2026-11-23 13:00")
UID = "01518df6-2ea0-7e96-bf84-{:012x}"
WRONG = BadPain("pain is 0 to 10; you typed 11.")


@pytest.fixture
def diary(tmp_path: Path) -> Iterable[Diary]:
    opened = Diary(str(tmp_path / "diary.db"))
    yield opened
    opened.close()


def episode(which: int, number: int = 0, **fields: Any) -> Episode:
    """One of a few cramps, as a file tells it; each has an id of its own."""
    begins = f"2026-11-{1 + which % 20:02} 02:30"
    return cramp(begins, "left calf", id=UID.format(which), number=number, **fields)


def take(diary: Diary, *found: Episode | InputError, **options: bool) -> Imported:
    rows = enumerate(found, 2)
    return transfer.import_episodes(diary, rows, NOW, name="x.csv", **options)


def stored(diary: Diary) -> list[tuple[int, str]]:
    return [(each.number, each.id) for each in diary.episodes()]


def backups(diary: Diary) -> list[str]:
    folder = backup.folder(diary.path)
    return (
        [os.path.join(folder, name) for name in os.listdir(folder)] if os.path.isdir(folder) else []
    )


def test_episodes_keep_their_numbers_where_these_are_free(diary: Diary) -> None:
    done = take(diary, episode(1, 5), episode(2, 5), episode(3), episode(4, 2))
    assert (done.read, done.new, done.here, done.bad) == (4, 4, 0, 0)
    assert stored(diary) == [(n, UID.format(i)) for n, i in ((5, 1), (6, 2), (7, 3), (2, 4))]


def test_the_number_of_a_deleted_episode_is_not_given_again(diary: Diary) -> None:
    take(diary, episode(1, 1))
    history.delete(diary, [1], NOW)
    take(diary, episode(2, 1))
    assert stored(diary) == [(2, UID.format(2))]


def test_an_episode_that_is_known_is_left_as_it_is(diary: Diary) -> None:
    take(diary, episode(1, pain=3))
    done = take(diary, episode(1, pain=9), episode(2), episode(2))
    assert (done.new, done.here, done.repeated) == (1, 1, 1)
    assert [each.pain for each in diary.episodes()] == [3, None]


def test_nights_are_worked_out_by_the_hours_of_the_diary(diary: Diary) -> None:
    with diary.connection:
        diary.connection.all("set_setting", key="night.starts_at", value="03:00")
    diary.settings["night.starts_at"] = "03:00"
    take(diary, episode(1), cramp("2026-11-10 13:00", id=UID.format(9), daytime=False))
    (first, second) = diary.episodes()
    assert (first.night, first.daytime) == (night("2026-11-01"), False)
    assert (second.night, second.daytime) == (night("2026-11-10"), True)


def test_one_undo_takes_it_back_and_redo_brings_it_again(diary: Diary) -> None:
    take(diary, *(episode(which) for which in range(3)))
    before = stored(diary)
    assert history.take_back(diary, "undo", NOW) == "import of 3 episodes"
    assert stored(diary) == []
    history.take_back(diary, "redo", NOW)
    assert stored(diary) == before


def test_what_was_undone_or_deleted_can_be_imported_again(diary: Diary) -> None:
    take(diary, episode(1, 4), episode(2, 7))
    history.take_back(diary, "undo", NOW)
    assert take(diary, episode(1, 4), episode(2, 7)).new == 2
    assert stored(diary) == [(4, UID.format(1)), (7, UID.format(2))]
    history.delete(diary, [4], NOW)
    assert take(diary, episode(1, 4, pain=9), episode(2, 7)).new == 1
    assert stored(diary) == [(4, UID.format(1)), (7, UID.format(2))]
    for left in ([(7, UID.format(2))], [(4, UID.format(1)), (7, UID.format(2))], []):
        history.take_back(diary, "undo", NOW)
        assert stored(diary) == left


def test_a_bad_row_stores_nothing_of_the_file_and_is_named(diary: Diary) -> None:
    with pytest.raises(BadFile) as refused:
        take(diary, episode(1), WRONG, episode(2))
    assert "1 of 3 rows of x.csv" in refused.value.message
    assert "Line 3: pain is 0 to 10; you typed 11." in refused.value.message
    assert (stored(diary), backups(diary)) == ([], [])


def test_many_bad_rows_are_told_by_the_first_ones_and_a_count(diary: Diary) -> None:
    with pytest.raises(BadFile) as refused:
        take(diary, *[WRONG] * 30)
    assert refused.value.message.count("Line ") == SHOWN
    assert "And 20 more." in refused.value.message
    done = take(diary, *[WRONG] * (KEPT + 50), skip_bad=True)
    assert (done.bad, len(done.problems)) == (KEPT + 50, KEPT)


def test_bad_rows_can_be_left_out(diary: Diary) -> None:
    done = take(diary, episode(1), WRONG, episode(2), skip_bad=True)
    assert (done.read, done.new, done.bad) == (3, 2, 1)
    assert [(each.line, each.reason) for each in done.problems] == [(3, str(WRONG))]
    assert len(stored(diary)) == 2


@pytest.mark.parametrize(
    ("begins", "lasts", "told"),
    [
        ("2026-11-23 13:01", None, "begins in the future"),
        ("2026-11-23 12:59", 62, "end in the future"),
    ],
)
def test_a_cramp_that_is_not_over_is_a_bad_row(
    diary: Diary, begins: str, lasts: int | None, told: str
) -> None:
    with pytest.raises(BadFile, match=told):
        take(diary, cramp(begins, id=UID.format(1), duration_seconds=lasts))


def test_a_dry_run_counts_and_stores_nothing(diary: Diary) -> None:
    done = take(diary, episode(1, triggers=("moonlight",)), episode(1), dry_run=True)
    assert (done.new, done.repeated, done.own_triggers) == (1, 1, ("moonlight",))
    assert done.here == 0
    assert (stored(diary), backups(diary)) == ([], [])
    assert "trigger.moonlight" not in diary.settings
    assert take(diary, episode(1, 1), episode(2, 2)).new == 2
    assert [number for number, _ in stored(diary)] == [1, 2]


def test_a_backup_holds_the_diary_as_it_was_before(diary: Diary) -> None:
    take(diary, episode(1))
    (first,) = backups(diary)
    take(diary, episode(2))
    (second,) = {*backups(diary)} - {first}
    copy = Diary(second)
    assert [each.id for each in copy.episodes()] == [UID.format(1)]
    copy.close()


def test_no_backup_is_made_where_nothing_is_new(diary: Diary) -> None:
    take(diary, episode(1))
    take(diary, episode(1))
    assert len(backups(diary)) == 1
    history.take_back(diary, "undo", NOW)  # of the first import: the second was no act
    assert stored(diary) == []


def test_a_failing_backup_leaves_the_diary_as_it_was(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: str, _reason: str) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "before", fail)
    with pytest.raises(OSError, match="No space"):
        take(diary, episode(1))
    assert stored(diary) == []


def test_triggers_of_the_files_own_become_the_diarys(diary: Diary, tmp_path: Path) -> None:
    done = take(
        diary, episode(1, triggers=("moonlight", "stress")), episode(2, triggers=("moonlight",))
    )
    assert done.own_triggers == ("moonlight",)
    assert ["moonlight" in warning for warning in done.warnings] == [True]
    again = Diary(diary.path)
    assert again.settings["trigger.moonlight"] == diary.settings["trigger.moonlight"] == "moonlight"
    again.close()
    assert take(diary, episode(3, triggers=("moonlight",))).own_triggers == ()


def test_rows_of_somebody_else_go_into_the_open_record_with_a_warning(diary: Diary) -> None:
    done = take(diary, episode(1, person="anna"), episode(2, person="me"), episode(3, person=""))
    assert [each.person for each in diary.episodes()] == ["me"] * 3
    assert done.warnings == ('The file is of "anna"; its rows go into the record of "me".',)


def test_a_quiet_night_with_a_cramp_in_the_file_is_quiet_no_longer(diary: Diary) -> None:
    quiet = [night("2026-11-01"), night("2026-11-02")]
    for each in quiet:
        nights.record_night(diary, each, NOW, quiet=True, factors={"stress": "6"})
    daytime = cramp("2026-11-02 14:00", id=UID.format(9))
    done = take(diary, cramp("2026-11-02 02:30", id=UID.format(1)), daytime)
    assert done.warnings == ("1 night recorded as quiet is now a cramp night.",)
    records = diary.nights()
    assert [(each.quiet, each.factors) for each in records] == [
        (False, (("stress", "6"),)),
        (True, (("stress", "6"),)),
    ]
    history.take_back(diary, "undo", NOW)
    assert [each.quiet for each in diary.nights()] == [True, True]


def test_more_rows_than_a_batch_are_all_stored_once(diary: Diary) -> None:
    count = 2 * transfer.BATCH + 1
    rows = [episode(which, which + 1) for which in range(count)]
    assert take(diary, *rows, *rows[-3:]).new == count
    assert diary.last_number() == count
    assert take(diary, *rows).here == count


def record(day: str, *, quiet: bool = False, **factors: str) -> NightRecord:
    return NightRecord(
        person="me", night=night(day), quiet=quiet, factors=tuple(factors.items()), recorded_at=7
    )


def take_nights(diary: Diary, *found: NightRecord | None, **options: bool) -> Imported:
    rows = enumerate(found, 2)
    return transfer.import_nights(diary, rows, NOW, name="x.csv", **options)


def test_nights_are_stored_as_they_were_recorded(diary: Diary) -> None:
    records = [record("2026-11-20", quiet=True), record("2026-11-21", moonlight="no", stress="6")]
    done = take_nights(diary, *records, None)
    assert (done.read, done.new, done.empty, done.own_triggers) == (3, 2, 1, ("moonlight",))
    assert diary.nights() == records
    assert take_nights(diary, *records).here == 2
    assert history.take_back(diary, "undo", NOW) == "import of 2 nights"
    assert diary.nights() == []


def test_what_is_unknown_of_a_night_is_filled_in(diary: Diary) -> None:
    take_nights(diary, record("2026-11-20", stress="6"))
    take_nights(diary, record("2026-11-20", quiet=True, water="1.2"))
    (found,) = diary.nights()
    assert (found.quiet, found.factors) == (True, (("stress", "6"), ("water", "1.2")))


def test_what_is_known_of_a_night_is_never_overwritten(diary: Diary) -> None:
    take_nights(diary, record("2026-11-20", stress="6"))
    with pytest.raises(BadFile, match="stress is 5, but the diary has 6"):
        take_nights(diary, record("2026-11-20", stress="5"))
    take(diary, cramp("2026-11-20 02:30", id=UID.format(1)))
    with pytest.raises(BadFile, match="has a cramp on record"):
        take_nights(diary, record("2026-11-19", quiet=True))
    with pytest.raises(BadFile, match="has not begun"):
        take_nights(diary, record("2026-11-24", quiet=True))
