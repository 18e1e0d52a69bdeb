"""Numbers with a decimal mark, `1.2` or `7,0`; what could be thousands as well is refused."""

from __future__ import annotations

from cramplog.errors import BadNumber
from cramplog.timeparse.lexicon import is_number, shown

DECIMAL_MARKS = ".,"
MARKS = f"{DECIMAL_MARKS}'’ \u00a0\u2009\u202f"
"""Marks that stand before decimals, or between thousands."""

THOUSAND_DIGITS = 3


def decimal(text: str) -> float | None:
    """Parse a number; None if the text is none, and BadNumber is raised if it could be two."""
    plain = text.strip().replace("−", "-")
    refuse_unclear(plain)
    plain = plain.replace(",", ".")
    whole, point, rest = plain.removeprefix("-").partition(".")
    return float(plain) if is_number(whole) and (is_number(rest) or not point) else None


def refuse_unclear(text: str, typed: str = "{}") -> None:
    """Raise BadNumber for `1.500`, which is 1.5 to some and 1500 to others, alone or in a text.

    A leading zero leaves one reading (`0.125`). `typed` formats the number in the message.
    """
    for at, mark in enumerate(text):
        if mark not in MARKS:
            continue
        head, tail = text[:at], text[at + 1 :]
        whole, part = _digits(head[::-1])[::-1], _digits(tail)
        before, after = head[: len(head) - len(whole)], tail[len(part) :]
        longer = (before[-1:] and before[-1] in MARKS) or (
            after[:1] and after[0] in MARKS and is_number(after[1:2])
        )
        if (
            len(part) == THOUSAND_DIGITS
            and 0 < len(whole) <= THOUSAND_DIGITS
            and whole[0] != "0"
            and not longer
        ):
            readings = (f"{whole}.{part}".rstrip("0").rstrip("."), f"{whole}{part}")
            one, other = (typed.format(f"{before}{each}{after}") for each in readings)
            raise BadNumber(
                f'"{shown(text)}" could be {one.strip()} or {other.strip()}.', "Say which."
            )


def _digits(text: str) -> str:
    return text[: next((i for i, c in enumerate(text) if not is_number(c)), len(text))]
