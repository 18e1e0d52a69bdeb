"""A connection that is lost, a server that is restarted, a change that waits or is broken off."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from clusters import Cluster
from filled_diary import NOW, log
from running import Program

from cramplog.diary.repository import Diary
from cramplog.errors import DiaryError, DiaryLocked
from cramplog.server import engine
from cramplog.services import history

Opened = Callable[..., Diary]


def test_an_open_diary_meets_a_restarted_server_again(
    cluster: Cluster, address: str, opened: Opened
) -> None:
    diary = opened(address)
    log(diary, "left calf")
    cluster.stop()
    cluster.start()
    assert [one.number for one in diary.episodes()] == [1]
    cluster.stop("immediate")
    cluster.start()
    assert log(diary, "right foot").number == 2
    cluster.stop()
    with pytest.raises(DiaryError, match="does not answer"):
        log(diary, "right foot")
    cluster.start()
    assert history.take_back(diary, "undo", NOW)
    assert diary.last_number() == 1


END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'anna'"


def test_a_connection_lost_within_a_change_stores_nothing_of_it(
    cluster: Cluster, address: str, opened: Opened
) -> None:
    diary = opened(address)

    def change() -> None:
        with diary.connection as connection:
            connection.all("set_setting", key="week.starts_on", value="sunday")
            assert len(connection.all("settings")) == 1
            cluster.sql(END)
            connection.all("settings")

    with pytest.raises(DiaryError, match="was lost; nothing was stored"):
        change()
    assert opened(address).settings == {}
    assert log(diary, "calf").number == 1


def test_a_connection_lost_before_the_change_was_told_to_the_server_stores_it_once(
    cluster: Cluster, address: str, opened: Opened
) -> None:
    diary = opened(address)
    with diary.connection as connection:
        cluster.sql(END)
        connection.all("set_setting", key="week.starts_on", value="sunday")
    cluster.sql(END)
    assert log(diary, "calf").number == 1
    assert opened(address).settings == {"week.starts_on": "sunday"}


def test_an_error_that_was_passed_over_does_not_pass_for_stored(
    address: str, opened: Opened
) -> None:
    diary = opened(address)

    def change() -> None:
        with diary.connection as connection:
            connection.all("set_setting", key="week.starts_on", value="sunday")
            with pytest.raises(DiaryError):
                connection.query("SELECT 1 / 0", {})

    with pytest.raises(DiaryError):
        change()
    assert opened(address).settings == {}
    assert log(diary, "calf").number == 1


def test_a_zero_byte_is_refused_and_cuts_nothing_off(address: str, opened: Opened) -> None:
    diary = opened(address)

    def put(value: str) -> None:
        with diary.connection as connection:
            connection.all("set_setting", key="trigger.x", value=value)

    with pytest.raises(DiaryError, match="zero byte"):
        put("before\0after")
    put("100 %s % %% $1")
    assert opened(address).settings == {"trigger.x": "100 %s % %% $1"}


def test_a_connection_lost_while_storing_asks_to_look_first(
    cluster: Cluster, address: str, opened: Opened
) -> None:
    diary = opened(address)

    def change() -> None:
        with diary.connection as connection:
            connection.all("set_setting", key="week.starts_on", value="sunday")
            assert len(connection.all("settings")) == 1
            cluster.sql(END)

    with pytest.raises(DiaryError, match="may have done") as lost:
        change()
    assert "cramplog list" in lost.value.hint


def test_a_change_that_waits_too_long_says_so(
    address: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOCK_SECONDS", 1)
    first, second = opened(address), Diary(address + "?application_name=second")
    with first.act("log", NOW.instant), pytest.raises(DiaryLocked, match="was busy"):
        log(second, "calf")
    assert log(second, "calf").number == 1
    second.close()


def test_ctrl_c_ends_the_waiting_for_another_change(
    cluster: Cluster, database: str, cramp: Program, address: str, opened: Opened
) -> None:
    diary = opened(address)
    waits = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = %s"
    with diary.act("log", NOW.instant), cramp.popen("calf", "--db", address) as waiting:
        while not cluster.sql(waits, binds=[database]):
            assert waiting.poll() is None
        waiting.send_signal(signal.SIGINT)
        assert waiting.wait(timeout=engine.LOCK_SECONDS / 2) == 130
    assert diary.last_number() is None
    assert log(diary, "calf").number == 1
