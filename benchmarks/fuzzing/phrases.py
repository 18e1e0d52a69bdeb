"""Time phrases, lengths, words: each text is understood, or refused in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from hypothesis import strategies as st

from cramplog.clock import Moment
from cramplog.domain.words import Words
from cramplog.errors import CramplogError
from cramplog.interchange import foreign_times, foreign_values
from cramplog.timeparse import parse, parse_day, parse_duration
from fuzzing.room import Room, alarm
from fuzzing.texts import TIMES, hostile, numerals, phrases, texts
from fuzzing.vocabulary import OF_LOG

T = TypeVar("T")
ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", None)


def _present(instant: int, zone: str | None) -> Moment:
    if zone is None:
        return Moment(instant=instant, utc_offset=0)
    from zoneinfo import ZoneInfo

    offset = datetime.fromtimestamp(instant, UTC).astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return Moment(instant=instant, utc_offset=int(offset.total_seconds()), zone=zone)


presents = st.builds(_present, st.integers(500_000_000, 2_500_000_000), st.sampled_from(ZONES))
times = st.tuples(phrases | texts | numerals, presents, st.sampled_from([None, "first", "second"]))


def read_time(case: tuple[str, Moment, str | None], _room: Room) -> None:
    """By every reader of times, days and lengths."""
    text, now, fold = case
    with alarm():
        found = _refused(lambda: parse(text, now, fold=fold))
        assert found is None or 0 <= found.instant <= now.instant, case
        for read in (
            lambda: parse_day(text, now),
            lambda: parse_duration(text),
            lambda: foreign_times.started(text, now, "day-first"),
            lambda: foreign_times.started(text, now, None),
            lambda: foreign_times.clock(text, text),
        ):
            _refused(read)


lines = st.tuples(
    st.lists(st.sampled_from((*OF_LOG, *TIMES)) | texts | hostile, max_size=10), st.booleans()
)


def read_words(case: tuple[list[str], bool], _room: Room) -> None:
    """As words of log and of edit, and as the cells of a foreign file."""
    typed, editing = case
    text = " ".join(typed)
    with alarm():
        _refused(lambda: Words((), editing=editing).read(typed).draft())
        for read in (
            lambda: foreign_values.sites(text),
            lambda: foreign_values.remedies(text, text, text),
            lambda: foreign_values.tags([text], ()),
            lambda: foreign_values.yes_no("woke", text),
            lambda: foreign_values.length("duration_minutes", text),
        ):
            _refused(read)


def _refused(read: Callable[[], T]) -> T | None:
    try:
        return read()
    except CramplogError as problem:
        refusal = problem
    assert refusal.exit_code == 2, refusal
    assert "\n" not in str(refusal), refusal
    return None
