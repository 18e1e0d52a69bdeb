"""Damage to the diary's file: bits, bytes, pages, its end, its log."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from cramplog.value import Value
from fuzzing.promises import keeps
from fuzzing.room import Room

PAGE = 4096
NAMED = re.compile(r"cramplog restore (diary\.db-\S+\.db)")
READING = (
    "list --nights 999", "report year", "check", "export csv -o -", "flags", "status", "show 3",
    "export json -o -", "person list", "medicine list", "night 2026-11-17", "condition list",
    "visit", "config list", "report --format html -o page", "list --json", "symptom", "",
)  # fmt: skip
WRITING = (
    "log left calf 5m 7", "undo", "edit 1 pain=5", "delete 1 3", "night 2026-11-19 quiet", "stop",
    "log foot --note x", "medicine stop atorvastatin", "backup", "person set weight=71kg", "redo",
    "config set night.starts_at 13:00", "condition deny gout",
)  # fmt: skip


class Damage(Value):
    """Bytes put over others; where it ends, pages exchanged; a log beside it; then a command."""

    over: tuple[tuple[int, bytes], ...]
    end: int | None
    exchanged: tuple[int, int] | None
    log: bytes
    line: str


places = (
    st.integers(0, 100) | st.integers(0, 200_000)
    | st.builds(lambda page, at: page * PAGE + at, st.integers(0, 40), st.integers(0, 120))
)  # fmt: skip
scraps = (
    st.binary(min_size=1, max_size=4) | st.binary(min_size=1, max_size=1)
    | st.sampled_from([b"\0" * 64, b"\xff" * 64, b"\0" * PAGE, b"\x7f" * 9])
)  # fmt: skip
cases = st.builds(
    Damage,
    over=st.lists(st.tuples(places, scraps), max_size=4).map(tuple),
    end=st.sampled_from([None] * 6) | places,
    exchanged=st.sampled_from([None] * 5) | st.tuples(st.integers(0, 40), st.integers(0, 40)),
    log=st.sampled_from([b""] * 6) | st.binary(max_size=64)
    | st.just(bytes.fromhex("377f0682002de218000010000000000000000000000000000000000000000000")),
    line=st.sampled_from((*READING, *WRITING)),
)  # fmt: skip


def damaged(whole: bytes, case: Damage) -> bytes:
    """The file's content with the damage done."""
    content = bytearray(whole)
    for at, scrap in case.over:
        begin = at % len(content)
        content[begin : begin + len(scrap)] = scrap
    if case.exchanged:
        pages = len(content) // PAGE
        one, other = (page % pages * PAGE for page in case.exchanged)
        first, second = content[one : one + PAGE], content[other : other + PAGE]
        content[one : one + PAGE], content[other : other + PAGE] = second, first
    return bytes(content[: case.end] if case.end is not None else content)


def try_damage(case: Damage, room: Room) -> None:
    """One command on a damaged diary: it goes, or ends with 5 and names a copy that helps."""
    room.lay()
    content = damaged(room.whole, case)
    room.db.write_bytes(content)
    if case.log:
        (room.home / "diary.db-wal").write_bytes(case.log)
    outcome = room.run(*case.line.split())
    keeps(outcome)
    if case.line in READING:
        assert not outcome.wrote, outcome
    if outcome.code == 5 and case.line != "check":
        told = outcome.stdout + outcome.stderr
        named = NAMED.search(told.decode())
        assert named, outcome
        back = room.run("restore", named[1])
        assert back.code == 0, (outcome, back)
