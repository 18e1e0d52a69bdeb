"""Several shells at once on one diary."""

from __future__ import annotations

from running import PATIENCE, Program, episodes

TWO_HUNDRED = 200


def test_two_hundred_at_once_are_all_stored(cramplog: Program) -> None:
    started = [
        cramplog.popen("log", "left", "calf", f"{n}m ago") for n in range(1, TWO_HUNDRED + 1)
    ]
    failed = []
    for process in started:
        with process:
            _, stderr = process.communicate(timeout=PATIENCE)
            if process.returncode:
                failed.append(stderr.decode())
    assert failed == []
    stored = episodes(cramplog)
    assert sorted(each["number"] for each in stored) == list(range(1, TWO_HUNDRED + 1))
    assert len({each["started_at"] for each in stored}) == TWO_HUNDRED


def test_readers_beside_a_writer_see_whole_episodes(cramplog: Program) -> None:
    assert cramplog("log", "calf").code == 0
    writers = [cramplog.popen("log", "left", "calf", "5m", f"{n}h ago") for n in range(1, 9)]
    readers = [cramplog.popen("report", "week") for _ in range(4)]
    codes = []
    for process in writers + readers:
        with process:
            process.communicate(timeout=PATIENCE)
            codes.append(process.returncode)
    assert codes == [0] * len(codes)


def test_only_one_of_many_starts_the_timer(cramplog: Program) -> None:
    started = [cramplog.popen("start", "calf") for _ in range(8)]
    codes = []
    for process in started:
        with process:
            process.communicate(timeout=PATIENCE)
            codes.append(process.returncode)
    assert sorted(codes) == [0] + [3] * 7
