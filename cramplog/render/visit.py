"""The next appointment in words and JSON: what to bring, what to ask."""

from __future__ import annotations

from cramplog.domain.facts import Visit
from cramplog.domain.night import iso
from cramplog.flags.evaluate import Flag
from cramplog.render.flags_short import summary
from cramplog.render.questions_for_doctor import questions
from cramplog.render.text import day, flow, visible
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from cramplog.domain.facts import Facts

QUESTIONS_SHOWN = 5
MEDICINES = "every medicine and supplement you take, with doses: cramplog medicine list"


class Plan(Value):
    """The content of the page about the next visit."""

    coming: Visit | None
    before: Visit | None
    today: int
    flags: tuple[Flag, ...]
    gaps: tuple[str, ...]
    asks: tuple[str, ...]
    facts: Facts | None = None

    def bring(self) -> list[str]:
        """Return what to take along; the ranges start at the last visit, if there was one."""
        report, export = ("report visit", "export csv --since visit")
        if self.before is None:
            report, export = ("report month", "export csv")
        return [
            f"the report: cramplog {report}",
            f"the file for the record: cramplog {export}",
            MEDICINES,
        ]

    def pressing(self) -> list[str]:
        """Return the flags that must not wait for the visit."""
        return [summary(flag) for flag in self.flags if flag.presses]

    def questions(self) -> list[str]:
        """Return the questions for the doctor."""
        return list(questions([flag.rule.id for flag in self.flags], self.facts))


def visit(fact: Visit, today: int) -> str:
    """Return `Fri 4 Dec 2026, in 11 days, GP`."""
    left = fact.day - today
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    when = near.get(left, f"in {left} days" if left > 0 else f"{-left} days ago")
    return f"{day(fact.day, year=True)}, {when}{f', {visible(fact.who)}' if fact.who else ''}"


def plan(page: Plan, width: int) -> list[str]:
    """Return the page as lines."""
    lines = _titled("Do not wait for the visit", page.pressing(), width)
    if lines:
        lines += [""]
    if page.coming is None:
        lines += flow("No visit is set: cramplog visit set 2026-12-04 GP", width, "  ")
    elif page.coming.day < page.today:
        lines += flow(f"Visit: {visit(page.coming, page.today)}", width, "  ")
        lines += flow("Did it take place? cramplog visit done", width, "  ")
    else:
        lines += flow(f"Next visit: {visit(page.coming, page.today)}", width, "  ")
    if page.before is not None:
        lines += flow(f"Last visit: {visit(page.before, page.today)}", width, "  ")
    for title, items in (
        ("Bring", page.bring()),
        ("Ask", page.questions()),
        ("What the record does not tell yet", page.gaps),
        ("You may be asked", page.asks[:QUESTIONS_SHOWN]),
    ):
        lines += ["", *_titled(title, items, width)] if items else []
    more = len(page.asks) - QUESTIONS_SHOWN
    if more > 0:
        lines += flow(f"and {more} more: cramplog flags --check", width, "  ")
    return lines


def _titled(title: str, items: Sequence[str], width: int) -> list[str]:
    each = [line for item in items for line in flow(f"- {item}", width, "  ")]
    return [*flow(title, width), *each] if items else []


def plan_data(page: Plan) -> dict[str, Any]:
    """Return the page as JSON."""
    return {
        "visit": data(page.coming) if page.coming else None,
        "last_visit": data(page.before) if page.before else None,
        "bring": page.bring(),
        "pressing": page.pressing(),
        "questions": page.questions(),
        "gaps": list(page.gaps),
        "open_questions": list(page.asks),
    }


def data(fact: Visit) -> dict[str, Any]:
    """Return an appointment as JSON."""
    return {"day": iso(fact.day), "who": fact.who, "done": fact.done}
