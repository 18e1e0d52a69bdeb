"""All targets by name, and how hypothesis drives one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from cramplog.value import Value
from fuzzing import command_lines, damage, files, phrases, records, tables
from fuzzing.room import Room


class Target(Value):
    """What is thrown, and the function that tries one case in a room."""

    cases: st.SearchStrategy[Any]
    attempt: Callable[[Any, Room], None]


TARGETS: dict[str, Target] = {
    "times": Target(cases=phrases.times, attempt=phrases.read_time),
    "words": Target(cases=phrases.lines, attempt=phrases.read_words),
    "command lines": Target(cases=command_lines.lines(), attempt=command_lines.try_line),
    "csv": Target(cases=tables.cases, attempt=files.try_file),
    "json": Target(cases=records.cases, attempt=records.try_record),
    "diary files": Target(cases=damage.cases, attempt=damage.try_damage),
}


def as_test(
    target: Target, attempt: Callable[[Any], None], *, cases: int, seed: int | None = None
) -> Callable[[], None]:
    """A test that tries that many cases, and makes one that fails as small as it can."""
    test: Callable[[], None] = given(target.cases)(attempt)
    if seed is not None:
        test = seeded(seed)(test)
    return settings(
        max_examples=cases,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )(test)
