"""The findings of `check`, as lines and as JSON."""

from __future__ import annotations

from cramplog.render.text import flow, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from cramplog.render.screen import Screen
    from cramplog.services.checkup import Finding

STYLES = {"warn": "note", "error": "alarm"}
KILO = 1000


def size(count: int) -> str:
    """Format a number of bytes, `118 kB`."""
    if count < KILO:
        return f"{count} B"
    number, unit = count / KILO, "kB"
    if number >= KILO:
        number, unit = number / KILO, "MB"
    return f"{number:.1f} {unit}" if number < 10 else f"{number:.0f} {unit}"


def text(findings: Sequence[Finding], screen: Screen) -> list[str]:
    """Return a line for each finding, its state first, and its hint below it."""
    lines = []
    for one in findings:
        said = flow(f"{one.state:<5}  {one.name}: {visible(one.said)}", screen.width, " " * 7)
        style = STYLES.get(one.state)
        lines += [screen.paint(line, style) for line in said] if style else said
        if one.hint:
            lines += flow(" " * 7 + visible(one.hint), screen.width, " " * 7)
    return [*lines, *flow(_sum(findings), screen.width, "  ")]


def _sum(findings: Sequence[Finding]) -> str:
    warnings = sum(one.state == "warn" for one in findings)
    errors = sum(one.state == "error" for one in findings)
    if not warnings and not errors:
        return "All is in order."
    parts = [
        f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (warnings, "warning"))
    ]
    return f"{' and '.join(part for part in parts if not part.startswith('0 '))}."


def data(findings: Sequence[Finding]) -> list[dict[str, str | None]]:
    """Return the findings as JSON."""
    return [
        {"name": one.name, "state": one.state, "message": one.said, "hint": one.hint or None}
        for one in findings
    ]
