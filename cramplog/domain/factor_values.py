"""Values of a night's factors: how each is typed, and the one text in which it is stored.

A reader takes lower-case text and the largest number allowed, and returns the text to store, or
None if it does not understand. A stored text reads as itself.
"""

from __future__ import annotations

from cramplog.domain.quantity import measured, number, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = ("", "unknown", "?")
YES = ("yes", "y", "true", "on")
NO = ("no", "n", "none", "false", "off")

LEVELS = ("none", "light", "moderate", "hard")
_LEVEL_WORDS = {
    **{level: level for level in LEVELS},
    "no": "none",
    "easy": "light",
    "gentle": "light",
    "medium": "moderate",
    "heavy": "hard",
    "intense": "hard",
}
_LITRES = {"": 1.0, "l": 1.0, "litre": 1.0, "litres": 1.0, "liter": 1.0, "liters": 1.0}
_LITRES |= {"dl": 0.1, "cl": 0.01, "ml": 0.001}
_HOURS = {"": 1.0, "h": 1.0, "hour": 1.0, "hours": 1.0, "m": 1 / 60, "min": 1 / 60}
_COUNTS = {"": 1.0, "k": 1000.0, "x": 1.0}
_CELSIUS = {"": 1.0, "c": 1.0, "°": 1.0, "°c": 1.0}


def yes_or_no(text: str, _most: float) -> str | None:
    if text in YES or text == "1":
        return "yes"
    return "no" if text in NO or text == "0" else None


def level(text: str, _most: float) -> str | None:
    return _LEVEL_WORDS.get(text)


def scale(text: str, most: float) -> str | None:
    """Read a whole number, alone or of ten (`6/10`), or yes or no."""
    found = number(text.removesuffix(f"/{most:g}"))
    whole = found is not None and found.is_integer()
    return _limited(found if whole else None, most, 0) or _said(text)


def volume(text: str, most: float) -> str | None:
    return _limited(measured(text, _LITRES), most, 3)


def hours(text: str, most: float) -> str | None:
    return _limited(measured(text, _HOURS), most, 2)


def count(text: str, most: float) -> str | None:
    return _limited(measured(text, _COUNTS), most, 1) or _said(text)


def whole(text: str, most: float) -> str | None:
    found = measured(text, _COUNTS)
    return _limited(found if found is None or found.is_integer() else None, most, 0) or _said(text)


def extent(text: str, most: float) -> str | None:
    """Read two temperatures, in either order: `4..19`, `4 to 19`, `-5-2`."""
    plain = text.replace("−", "-").replace("...", "..")
    mark = next((mark for mark in ("..", "…", "–", "to") if mark in plain), None)
    if mark is not None:
        first, _, second = plain.partition(mark)
    else:  # a hyphen, but not the sign of the first number
        first, second = plain[:1], ""
        before, _, second = plain[1:].partition("-")
        first += before
    ends = (measured(first, _CELSIUS), measured(second, _CELSIUS))
    if ends[0] is None or ends[1] is None or max(abs(ends[0]), abs(ends[1])) > most:
        return None
    low, high = sorted((ends[0], ends[1]))
    return f"{shown(low, 1)}..{shown(high, 1)}"


def _limited(value: float | None, most: float, digits: int) -> str | None:
    return None if value is None or not 0 <= value <= most else shown(value, digits)


def _said(text: str) -> str | None:
    return "yes" if text in YES else "no" if text in NO else None


KINDS: dict[str, Callable[[str, float], str | None]] = {
    "yesno": yes_or_no,
    "level": level,
    "scale": scale,
    "volume": volume,
    "hours": hours,
    "count": count,
    "whole": whole,
    "range": extent,
}
"""The reader of each kind of factor."""
DECIMALS = {"volume": 3, "hours": 2, "count": 1, "whole": 1}
"""Most decimals of a stored number, by its kind; old diaries may hold half steps."""


def is_stored(kind: str, text: str, most: float) -> bool:
    """Return whether a text is a number as this program stores it, with a decimal point."""
    digits = DECIMALS.get(kind)
    plain = text.isascii() and text.replace(".", "", 1).isdecimal() and text[-1] != "."
    return digits is not None and plain and text == _limited(float(text), most, digits)


EXPECTS: dict[str, tuple[str, str]] = {
    "yesno": ("yes or no", "yes"),
    "level": ("none, light, moderate or hard", "hard"),
    "scale": ("0 to {most}, yes or no", "6"),
    "volume": ("0 to {most} litres", "1.2l"),
    "hours": ("0 to {most} hours", "6h"),
    "count": ("a number up to {most}, yes or no", "2"),
    "whole": ("a whole number up to {most}, yes or no", "8000"),
    "range": ("two temperatures in °C, no further than {most} from zero", "4..19"),
}
"""What each kind accepts, in words with a place for the largest number, and an example."""
