"""The page about the next visit, and its days in words."""

from __future__ import annotations

import pytest

from cramplog.domain.facts import Visit
from cramplog.render import visit as render

TODAY = 739943  # Monday 23 November 2026


def on(days: int, who: str | None = None, *, done: bool = False) -> Visit:
    return Visit(day=TODAY + days, who=who, done=done, recorded_at=0)


def plan(coming: Visit | None = None, before: Visit | None = None) -> render.Plan:
    gaps = ("7 of the last 28 nights are unknown",)
    asks = tuple(f"Question {number}?" for number in range(8))
    return render.Plan(coming=coming, before=before, today=TODAY, flags=(), gaps=gaps, asks=asks)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-2, "Sat 21 Nov 2026, 2 days ago"),
        (-1, "Sun 22 Nov 2026, yesterday"),
        (0, "Mon 23 Nov 2026, today"),
        (1, "Tue 24 Nov 2026, tomorrow"),
        (2, "Wed 25 Nov 2026, in 2 days"),
    ],
)
def test_a_visit_is_told_by_its_day_and_how_far_that_is(days: int, said: str) -> None:
    assert render.visit(on(days), TODAY) == said
    assert render.visit(on(days, "GP"), TODAY) == f"{said}, GP"


def test_whom_to_see_cannot_steer_the_terminal() -> None:
    assert r"\x1b[31mDr" in render.visit(on(1, "\x1b[31mDr"), TODAY)


def test_every_line_fits_the_terminal() -> None:
    page = plan(on(9, "Dr Weber of the health centre at the corner"), on(-30, "GP", done=True))
    for width in (40, 80):
        assert max(map(len, render.plan(page, width))) <= width


def test_five_questions_are_shown_and_the_others_counted() -> None:
    told = render.plan(plan(on(9)), 80)
    assert [line for line in told if line.startswith("- Question")] == [
        f"- Question {number}?" for number in range(5)
    ]
    assert told[-1] == "and 3 more: cramplog flags --check"


def test_what_has_nothing_to_say_has_no_title() -> None:
    bare = plan(on(9)).replace(gaps=(), asks=())
    told = render.plan(bare, 80)
    assert {"Bring", "Ask"} <= set(told)
    assert not {"Do not wait for the visit", "You may be asked"} & set(told)


def test_only_after_a_visit_there_is_a_range_since_it() -> None:
    assert not any("visit" in line for line in plan(on(9)).bring())
    after = plan(on(9), on(-30, done=True)).bring()
    assert "the report: cramplog report visit" in after
    assert "the file for the record: cramplog export csv --since visit" in after
