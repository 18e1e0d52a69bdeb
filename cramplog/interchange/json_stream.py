"""Read JSON piece by piece, so that a file may be larger than memory.

parts = Stream(file, "diary.json")
for key in parts.members():         # of the object that the file is
    if key == "episodes":
        for line, value in parts.elements(): …
    else:
        value = parts.value()
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from cramplog.errors import BadFile

CHUNK = 1 << 16  # characters read at a time
LONGEST_VALUE = 1_000_000  # characters of one record
_SPACE = re.compile(r"[ \t\r\n]*")


class _NoNumber(ValueError):
    """NaN and the like, which JSON does not have."""


def _no_number(text: str) -> float:
    raise _NoNumber(f"{text} is not a number")


def _why(problem: json.JSONDecodeError) -> str:
    """Return the fault in words; the library names the characters that it expected."""
    if "control character" in problem.msg:
        return "a control character stands in a text"
    return "a value breaks off, or is none"


_DECODER = json.JSONDecoder(parse_constant=_no_number)


class Stream:
    """A JSON file for reading; every method raises BadFile for invalid JSON."""

    def __init__(self, file: TextIO, name: str) -> None:
        self.name = name
        self._file = file
        self._buffer = ""
        self._at = 0
        self._lines = 1  # the line on which the buffer begins

    @property
    def line(self) -> int:
        """The line of the next character."""
        return self._lines + self._buffer.count("\n", 0, self._at)

    def peek(self) -> str:
        """Return the next character that is no space, without reading it; empty at the end."""
        while True:
            self._at = _space_after(self._buffer, self._at)
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def members(self) -> Iterator[str]:
        """Yield the keys of an object; the caller reads each value before the next key."""
        self._take("{")
        while self.peek() != "}":
            key = self.value()
            if not isinstance(key, str):
                raise self._bad("a key is no text")
            self._take(":")
            yield key
            self._comma("}")
        self._take("}")

    def elements(self) -> Iterator[tuple[int, Any]]:
        """Yield the elements of an array, each with the line on which it begins."""
        self._take("[")
        while self.peek() != "]":
            line = self.line
            yield line, self.value()
            self._comma("]")
        self._take("]")

    def value(self) -> Any:
        """Read the next complete value."""
        self.peek()
        while True:
            try:
                found, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as problem:
                if not self._may_go_on():
                    raise self._bad(_why(problem)) from None
            except _NoNumber as problem:
                raise self._bad(str(problem)) from None
            except ValueError:
                raise self._bad("a number has too many digits") from None
            except RecursionError:
                raise self._bad("values are nested too deeply") from None
            else:
                if not self._is_cut(end) or not self._may_go_on():
                    self._at = end
                    return found

    def end(self) -> None:
        """Raise BadFile if anything follows."""
        if self.peek():
            raise self._bad("something follows its end")

    def _is_cut(self, end: int) -> bool:
        """Return whether a value may go on after its seeming end: 1 as 12 or as 1.5."""
        return end == len(self._buffer) or self._buffer[end] in "0123456789.eE+-"

    def _may_go_on(self) -> bool:
        return len(self._buffer) - self._at < LONGEST_VALUE and self._more()

    def _take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self._bad(f"{sign} is missing")
        self._at += 1

    def _comma(self, closing: str) -> None:
        """Read the comma between two values; before the closing sign there is none."""
        if self.peek() == closing:
            return
        self._take(",")
        if self.peek() == closing:
            raise self._bad(f"a comma stands before {closing}")

    def _more(self) -> bool:
        """Read the next chunk, and drop what was consumed."""
        try:
            text = self._file.read(CHUNK)
        except OSError as problem:
            raise BadFile(f"{self.name} cannot be read: {problem.strerror}.") from None
        self._lines = self.line
        self._buffer = self._buffer[self._at :] + text
        self._at = 0
        return bool(text)

    def _bad(self, why: str) -> BadFile:
        return BadFile(f"{self.name} is not JSON that can be read: line {self.line}: {why}.")


def _space_after(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
