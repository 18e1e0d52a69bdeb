"""Typed values of a JSON record, each checked as it is read; null is unknown, never no."""

from __future__ import annotations

from datetime import date
from re import compile as pattern
from typing import Any

from cramplog.domain.spelling import quoted
from cramplog.errors import BadTime, BadWord
from cramplog.interchange import csv_cells, texts

LONGEST_TEXT = 10_000
_PARTIAL = pattern("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Record:
    """An object of a file. Each reader removes its key, so that unknown keys remain."""

    def __init__(self, value: Any) -> None:
        """Take the object; raises BadWord for another value."""
        if not isinstance(value, dict):
            raise BadWord(f"an object {{…}} is expected, not {quoted(str(value))}.")
        self._left = dict(value)

    def ended(self) -> None:
        """Raise BadWord for a remaining key: nothing is dropped silently."""
        for key in self._left:
            raise BadWord(f"{quoted(key)} is not a key that I know.")

    def text(self, key: str, longest: int = LONGEST_TEXT) -> str:
        """Return a text that must be there."""
        found = self.maybe_text(key, longest)
        if not found:
            raise BadWord(f"{key} is missing.")
        return found

    def maybe_text(self, key: str, longest: int = LONGEST_TEXT) -> str | None:
        found = self._left.pop(key, None)
        if found is None:
            return None
        if not isinstance(found, str) or texts.not_text(found):
            raise BadWord(f"{key} {quoted(str(found))} is not text that can be kept.")
        if len(found) > longest:
            raise BadWord(f"{key} has {len(found):,} characters; up to {longest:,} can be kept.")
        return found

    def uuid(self, key: str) -> str:
        return texts.uuid(self.text(key))

    def note(self, key: str) -> str | None:
        found = self._left.pop(key, None)
        if found is not None and not isinstance(found, str):
            raise BadWord(f"{key} is text or null; not {quoted(str(found))}.")
        return texts.note(found or "")

    def whole(self, key: str, least: int, most: int) -> int | None:
        found = self._left.pop(key, None)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            shown = quoted(str(found))
            raise BadWord(f"{key} is a whole number from {least} to {most}, or null; not {shown}.")
        return found

    def yes_no(self, key: str) -> bool | None:
        found = self._left.pop(key, None)
        if found is not None and not isinstance(found, bool):
            raise BadWord(f"{key} is true, false or null; not {quoted(str(found))}.")
        return found

    def one_of(self, key: str, names: tuple[str, ...]) -> str | None:
        found = self._left.pop(key, None)
        if found is not None and found not in names:
            raise BadWord(f"{key} is {', '.join(names)} or null; not {quoted(str(found))}.")
        return found if found is None else str(found)

    def listed(self, key: str) -> list[Any]:
        found = self._left.pop(key, None)
        if found is None:
            return []
        if not isinstance(found, list):
            raise BadWord(f"{key} is a list […]; not {quoted(str(found))}.")
        return found

    def mapped(self, key: str) -> dict[str, str]:
        """Return names with their texts."""
        found = self._left.pop(key, None)
        if found is None:
            return {}
        if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
            raise BadWord(f"{key} is an object of texts; not {quoted(str(found))}.")
        return found

    def moment(self, key: str) -> tuple[int, int]:
        """Return Unix seconds and offset in seconds of an RFC 3339 text."""
        return csv_cells.moment(key, self.text(key))

    def day(self, key: str) -> int:
        """Return the ordinal of an ISO date."""
        text = self.text(key)
        try:
            if len(text) != 10:
                raise ValueError
            return date.fromisoformat(text).toordinal()
        except ValueError:
            raise BadTime(f"{key} {quoted(text)} is not a date.", "Like 2026-11-22.") from None

    def partial(self, key: str) -> str | None:
        """Return a year, a month or a date in ISO form, as text."""
        text = self.maybe_text(key)
        if text is None:
            return None
        try:
            if not _PARTIAL.fullmatch(text):
                raise ValueError
            date.fromisoformat(text + "-01-01"[3 * text.count("-") :])
        except ValueError:
            raise BadTime(
                f"{key} {quoted(text)} is not a date.", "Like 2019, 2019-05 or 2019-05-17."
            ) from None
        return text
