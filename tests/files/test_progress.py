"""How far something long has come is told to one listener, and Ctrl-C ends it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from filled_diary import NOW, filled
from frozen_diaries import REVISIONS, thawed

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.errors import Stopped
from cramplog.files import backup, progress, restore, rotation, verify
from cramplog.files import estimate as rehearsal
from cramplog.services import checkup

Told = list[tuple[str, float | None]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What the listener hears, of a small diary as it would of a large one."""
    heard: Told = []
    monkeypatch.setattr(progress, "listener", lambda *one: heard.append(one))
    monkeypatch.setattr(progress, "TICK", 10)
    monkeypatch.setattr(rehearsal, "STEP", 10)
    monkeypatch.setattr(rehearsal, "LARGE", 0)
    monkeypatch.setattr(backup, "PAGES", 5)
    return heard


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A diary of the first schema."""
    return thawed(REVISIONS[0], tmp_path / "diary.db")


def shares(told: Told, what: str) -> list[float]:
    """The shares that were told of something, which must have been known."""
    found = [share for name, share in told if name == what]
    return [share for share in found if share is not None] if None not in found else []


def test_a_copy_and_a_migration_are_told_from_their_beginning_to_their_end(
    told: Told, old: Path
) -> None:
    Diary(str(old)).close()
    for what in (progress.COPYING, progress.READING_BACK, progress.UPDATING):
        steps = shares(told, what)
        assert len(steps) > 3, what
        assert steps == sorted(steps)
        assert steps[0] < 0.3, (what, steps)
        assert 0.7 < steps[-1] <= 1, (what, steps)
    names = [name for name, _ in told]
    assert list(dict.fromkeys(name for name in names if name)) == [
        progress.COPYING,
        progress.READING_BACK,
        progress.UPDATING,
    ]
    assert names[-1] == ""


def test_a_check_and_a_restoring_are_told(told: Told, tmp_path: Path) -> None:
    filled(tmp_path / "diary.db").close()
    copied = backup.by_hand(str(tmp_path / "diary.db"))
    told.clear()
    checkup.examine(str(tmp_path / "diary.db"), NOW.instant)
    for what in (progress.CHECKING, progress.CHECKING_LINKS):
        assert shares(told, what)[-1] > 0.5, what
    restore.restore(str(tmp_path / "diary.db"), copied)
    assert shares(told, progress.RESTORING)[-1] == 1
    assert told[-1][0] == ""


def test_a_small_diary_is_not_rehearsed(
    told: Told, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsal, "LARGE", 10**9)
    Diary(str(old)).close()
    assert {share for name, share in told if name == progress.UPDATING} == {None}


def test_a_rehearsal_foresees_the_work_of_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "LARGE", 0)
    many = sqlite3.connect(":memory:")
    many.execute("CREATE TABLE cramp (number INTEGER PRIMARY KEY, pain INTEGER)")
    many.executemany("INSERT INTO cramp VALUES (?, ?)", [(n, n % 11) for n in range(30_000)])
    foreseen = rehearsal.instructions(many, lambda one: one.execute("SELECT sum(pain) FROM cramp"))
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 10
        return 0

    many.set_progress_handler(count, 10)
    many.execute("SELECT sum(pain) FROM cramp").fetchall()
    many.close()
    assert counted / 1.5 < foreseen < counted * 1.5


def test_what_cannot_be_rehearsed_is_done_all_the_same(tmp_path: Path) -> None:
    damaged = sqlite3.connect(":memory:")
    damaged.close()
    assert rehearsal.instructions(damaged, lambda _: None) == 0


def interrupting(what: str) -> progress.Listener:
    """A listener during which somebody presses Ctrl-C."""

    def listener(name: str, _: float | None) -> None:
        if name == what:
            raise KeyboardInterrupt

    return listener


@pytest.mark.parametrize(
    "what", [progress.COPYING, progress.READING_BACK, progress.UPDATING], ids=str
)
def test_ctrl_c_leaves_an_old_diary_whole_and_says_so(
    told: Told, old: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(progress, "listener", interrupting(what))
    with pytest.raises(Stopped, match="is whole") as stopped:
        Diary(str(old))
    assert stopped.value.exit_code == 130
    assert old.read_bytes() == before
    copies = os.listdir(rotation.folder(str(old)))
    assert [name for name in copies if backup.PART in name] == []
    assert len(copies) == (what == progress.UPDATING)
    monkeypatch.setattr(progress, "listener", lambda *_: None)
    diary = Diary(str(old))
    assert diary.last_number() == 8
    diary.close()
    assert verify.sound(str(old), deep=True)
    database = sqlite3.connect(old)
    assert verify.known(database, str(old)) == compiled.REVISION
    database.close()


@pytest.mark.parametrize("what", [progress.CHECKING, progress.CHECKING_LINKS])
def test_ctrl_c_in_a_check_is_no_damage(
    told: Told, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path / "diary.db").close()
    monkeypatch.setattr(progress, "listener", interrupting(what))
    with pytest.raises(KeyboardInterrupt):
        checkup.examine(str(tmp_path / "diary.db"), NOW.instant)


def test_a_copy_is_of_one_moment_whatever_is_written_meanwhile(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(diary.path, isolation_level=None)
    monkeypatch.setattr(backup, "PAGES", 1)
    steps = 0

    def write(name: str, _: float | None) -> None:
        nonlocal steps
        if name == progress.COPYING:
            steps += 1
            other.execute("INSERT INTO setting VALUES (?, 'x')", (f"trigger.{steps}",))

    monkeypatch.setattr(progress, "listener", write)
    made = backup.by_hand(diary.path)
    (pages,) = other.execute("PRAGMA page_count").fetchone()
    other.close()
    assert 20 < steps <= pages + 1  # it is not begun again with every change
    copied = sqlite3.connect(made)
    assert copied.execute("SELECT count(*) FROM setting").fetchone() == (0,)
    copied.close()


def test_ctrl_c_in_a_rehearsal_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "LARGE", 0)
    some = sqlite3.connect(":memory:")

    def interrupted(_: sqlite3.Connection) -> None:
        problem = sqlite3.OperationalError("interrupted")
        problem.sqlite_errorcode = sqlite3.SQLITE_INTERRUPT
        raise problem

    with pytest.raises(KeyboardInterrupt):
        rehearsal.instructions(some, interrupted)
    some.close()
