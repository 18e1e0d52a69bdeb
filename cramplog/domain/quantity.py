"""Numbers as people type them: `1.2`, `1,2`, `1200ml`, `70 kg`."""

from __future__ import annotations

from cramplog.timeparse import figures


def number(text: str) -> float | None:
    """Parse a decimal number with a point or a comma, or None; raises BadNumber for `1,200`."""
    return figures.decimal(text)


def measured(text: str, units: dict[str, float]) -> float | None:
    """Parse a number with a unit, and convert it to the unit whose factor is 1; `""` is no unit."""
    plain = text.strip().lower()
    unit = plain.lstrip(f"0123456789-−{figures.MARKS}")
    figures.refuse_unclear(plain)
    found = number(plain[: len(plain) - len(unit)])
    factor = units.get(unit)
    return None if found is None or factor is None else found * factor


def shown(value: float, digits: int) -> str:
    """Return the shortest text of a number rounded to so many decimals: `1.2`, `6`, never `-0`."""
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    return text.rstrip("0").rstrip(".") if digits else text
