"""What holds for every phrase, present moment and zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st
from moments import NOW, iso, moment

from cramplog.clock import Moment
from cramplog.errors import BadDuration, BadTime, CramplogError
from cramplog.letters import shows
from cramplog.timeparse import (
    duration_words,
    parse,
    parse_day,
    parse_duration,
    take,
    take_duration,
)
from cramplog.timeparse.instants import Instant

ZONES = [
    *("Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"),
    *("Asia/Beirut", "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca", "UTC"),
]
APIA_SKIPPED = range(1325239200 - 3 * 86400, 1325239200 + 4 * 86400)
"""Around Friday 30 December 2011, which Samoa left out."""

VOCABULARY = (
    "now just ago about ~ at on last this night morning tonight today yesterday tomorrow sun"
    " monday mon 20 nov 29 feb may 7 7/10 1/2 23/11 01/02 2026 2026-11-20 2026-13-45 23.11."
    " 20nov 02:30 23:50 99:99 2:7 3am 3 am pm noon midnight 2.30 0230 24:00 +01:00 02:10z"
    " 2026-11-20t02:10 5m 10 min 1h 30m 1h30m an half hour a week days 3 4:30m -5m 30h 0m left calf"
)

presents = st.builds(
    lambda instant, zone: moment(datetime.fromtimestamp(instant, UTC).isoformat(), zone),
    st.integers(500_000_000, 2_500_000_000),
    st.sampled_from(ZONES),
)
clocks = st.builds(
    "{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59) | st.sampled_from([0, 30])
)
lines = st.lists(st.sampled_from(VOCABULARY.split()), max_size=9)
phrases = lines.map(" ".join) | st.builds(
    "{} {}".format,
    st.sampled_from(["", "yesterday", "sun", "last night", "20 nov", "1 jan"]),
    clocks,
)


def _refusal(reader: Callable[[], object]) -> CramplogError | None:
    """The refusal of an input; any other exception is a failure of the test."""
    try:
        reader()
    except CramplogError as error:
        return error
    return None


def _read(phrase: str, now: Moment) -> Instant | None:
    refusal = _refusal(lambda: parse(phrase, now, fold="second"))
    if refusal is None:
        return parse(phrase, now, fold="second")
    assert isinstance(refusal, BadTime)
    assert refusal.message.endswith("Nothing was stored.")
    assert refusal.hint
    return None


@given(phrases, presents)
def test_no_phrase_means_an_instant_to_come(phrase: str, now: Moment) -> None:
    read = _read(phrase, now)
    assert read is None or 0 <= read.instant <= now.instant


@given(st.integers(0, 2_000_000_000), presents)
def test_a_past_instant_written_with_its_offset_reads_back(age: int, now: Moment) -> None:
    instant = now.instant - age % (now.instant - 86400)  # local clocks too are past 1969
    assert now.zone is not None
    written = datetime.fromtimestamp(instant, ZoneInfo(now.zone)).isoformat()
    read = parse(written, now)
    assert (read.instant, iso(read), read.zone) == (instant, written, now.zone)


@given(clocks, presents)
@example("01:30", moment("2026-10-25T00:40"))
@example("00:30", moment("2026-10-25T23:59"))
def test_a_bare_clock_time_is_of_the_last_day(clock: str, now: Moment) -> None:
    if now.zone == "Pacific/Apia" and now.instant in APIA_SKIPPED:
        return
    read = _read(clock, now)
    if read is not None:
        assert 0 <= now.instant - read.instant <= 25 * 3600
        assert iso(read)[11:16] == clock


@given(clocks, presents)
def test_the_stored_offset_is_the_zones_at_that_instant(clock: str, now: Moment) -> None:
    read = _read(f"yesterday {clock}", now)
    if read is not None and now.zone is not None:
        local = datetime.fromtimestamp(read.instant, ZoneInfo(now.zone))
        assert local.isoformat() == iso(read)


@given(st.integers(1, 86400))
def test_a_duration_written_reads_back(seconds: int) -> None:
    assert parse_duration(duration_words(seconds)) == (seconds, False)


@given(st.text() | phrases | st.text(alphabet="0123456789:.-/+~ tzapmhsd²٣\0\n"))
@example("9" * 5000)
@example("1970-01-01 00:00")
@example("0000-00-00 00:00")
@example("\ud800 02:30")
@example("0\x85")
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    read = (lambda: parse(text, NOW), lambda: parse_day(text, NOW), lambda: parse_duration(text))
    kinds = (BadTime, BadTime, BadDuration)
    for refusal, kind in zip(map(_refusal, read), kinds, strict=True):
        assert refusal is None or (isinstance(refusal, kind) and all(map(shows, str(refusal))))


@given(lines | st.text(alphabet="0123456789:.-/~ amphs").map(str.split), st.integers(0, 10))
def test_what_is_taken_is_there_and_is_understood_or_refused_as_a_time(
    words: list[str], at: int
) -> None:
    count = take(words, at)
    assert 0 <= count <= max(0, len(words) - at)
    if count:
        refusal = _refusal(lambda: parse(" ".join(words[at : at + count]), NOW))
        assert refusal is None or isinstance(refusal, BadTime)
        assert refusal is None or "is not a time I understand" not in refusal.message


@given(lines | st.text(alphabet="0123456789:.-~ mhs").map(str.split), st.integers(0, 10))
def test_what_is_taken_for_a_duration_is_one_or_is_refused_for_its_length(
    words: list[str], at: int
) -> None:
    count = take_duration(words, at)
    assert 0 <= count <= max(0, len(words) - at)
    if count:
        refusal = _refusal(lambda: parse_duration(" ".join(words[at : at + count])))
        assert refusal is None or isinstance(refusal, BadDuration)
        assert refusal is None or "is not a duration" not in refusal.message
