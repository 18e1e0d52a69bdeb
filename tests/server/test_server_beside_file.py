"""Changes at random on a server and on a file: both diaries hold the same after each of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from filled_diary import NOW, SUNDAY, fill, log
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoken import refusal, said

from cramplog.diary.repository import Diary
from cramplog.domain.facts import Symptom
from cramplog.errors import NothingToUndo
from cramplog.services import facts, history, medicines, nights, timer
from cramplog.services import settings as of_diary

Change = Callable[[Diary], object]
Opened = Callable[..., Diary]

SIGN = Symptom(name="swelling", side="left", day=SUNDAY, recorded_at=NOW.instant)
CHANGES: dict[str, Change] = {
    "log": lambda d: log(d, "left calf 5m 7"),
    "log more": lambda d: log(d, "02:30 right foot @stress +stretch!2m woke", note="Ä; 'q'"),
    "log yesterday": lambda d: log(d, "yesterday 23:50 both leg"),
    "edit": lambda d: history.edit(d, 1, said("pain=3 right", editing=True), NOW),
    "edit lists": lambda d: history.edit(d, 2, said("@cold remedies=", editing=True), NOW),
    "delete": lambda d: history.delete(d, [1], NOW),
    "quiet": lambda d: nights.record_night(d, SUNDAY, NOW, quiet=True, factors={"cold": "yes"}),
    "night": lambda d: nights.record_night(d, SUNDAY, NOW, quiet=False, factors={"cold": ""}),
    "condition": lambda d: facts.add_condition(d, "bad knees", NOW, since=None, until=None),
    "since": lambda d: facts.add_condition(d, "bad knees", NOW, since="2019", until=None),
    "deny": lambda d: facts.deny_condition(d, "bad knees", NOW),
    "symptom": lambda d: facts.add_symptom(d, SIGN, NOW),
    "profile": lambda d: facts.set_profile(d, {"born": "1958"}, NOW),
    "medicine": lambda d: medicines.start(d, "statin", NOW, on="2026-05", until=None, dose="20 mg"),
    "medicine stop": lambda d: medicines.stop(d, "statin", NOW, on="2026-10"),
    "start": lambda d: timer.start(d, said("left calf"), NOW),
    "stop": lambda d: timer.stop(d, said("7"), NOW),
    "hours": lambda d: of_diary.put(d, "day.ends_at", "16:00"),
    "hours again": lambda d: of_diary.reset(d, "day.ends_at"),
    "undo": lambda d: history.take_back(d, "undo", NOW),
    "undo twice": lambda d: [history.take_back(d, "undo", NOW) for _ in range(2)],
    "redo": lambda d: history.take_back(d, "redo", NOW),
}


def state(diary: Diary) -> tuple[Any, ...]:
    """All that a diary tells of its person, but for ids, which are random."""
    episodes = [one.replace(id="") for one in diary.episodes()]
    acts = diary.connection.query("SELECT id, command, said, reverts FROM act ORDER BY id", {})
    running = diary.timer()
    started = running and running["started_at"]
    signs = [(one["name"], one["side"], one["day"], one["status"]) for one in diary.rows("symptom")]
    return (
        episodes,
        diary.nights(),
        diary.facts(),
        started,
        signs,
        diary.episode_nights(0, 4_000_000),
        diary.last_number(),
        diary.settings,
        acts,
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(sorted(CHANGES)), min_size=5, max_size=40))
def test_a_server_and_a_file_go_the_same_way(
    chosen: list[str], opened: Opened, cluster_address: Callable[[], str], tmp_path: Path
) -> None:
    address = cluster_address()
    server, file = opened(address), Diary(str(tmp_path / f"{address[-8:].replace('/', '')}.db"))
    for name in chosen:
        change = CHANGES[name]
        on_server, on_file = (refusal(partial(change, diary)) for diary in (server, file))
        assert str(on_server) == str(on_file), name
        assert state(server) == state(file), name
    server.close()
    file.close()


def test_undo_goes_back_to_the_first_change_and_redo_to_the_last(
    address: str, opened: Opened
) -> None:
    diary = opened(address)
    empty = state(diary)[:3]
    fill(diary)
    full = state(diary)[:3]
    undone = 0
    while refusal(lambda: history.take_back(diary, "undo", NOW)) is None:
        undone += 1
    assert undone > 15
    assert state(diary)[:3] == empty
    for _ in range(undone):
        history.take_back(diary, "redo", NOW)
    assert state(diary)[:3] == full
    assert isinstance(refusal(lambda: history.take_back(diary, "redo", NOW)), NothingToUndo)
