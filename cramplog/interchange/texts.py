"""Checks that all formats share: notes, names, ids and zones, and ids made of content."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from re import compile as pattern
from typing import TypeVar
from zoneinfo import ZoneInfo

from cramplog.domain.draft import MAX_NOTE
from cramplog.domain.spelling import quoted
from cramplog.errors import BadNote, BadTime, BadWord, InputError

LONGEST_SOURCE = 200
_UUID = pattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

Problem = TypeVar("Problem", bound=InputError)


def not_text(cell: str) -> bool:
    """Return whether a text holds a zero character or bytes that are not UTF-8."""
    if cell.isascii():
        return "\0" in cell
    return "\0" in cell or any("\ud800" <= character <= "\udfff" for character in cell)


def note(text: str) -> str | None:
    """Return a note, None for an empty one; raises BadNote."""
    if not text:
        return None
    if len(text) > MAX_NOTE:
        raise BadNote(f"the note has {len(text):,} characters; up to {MAX_NOTE:,} can be kept.")
    if not_text(text):
        raise BadNote(
            "the note holds bytes that are not text in UTF-8.",
            "For a file in another encoding: --encoding cp1252.",
        )
    return text


def source(text: str) -> str:
    """Return what made an entry; raises BadWord."""
    if not_text(text) or len(text) > LONGEST_SOURCE:
        raise BadWord(f"source {quoted(text)} is not text that can be kept.")
    return text


def uuid(text: str) -> str:
    """Return a UUID in lower case, or an empty text; raises BadWord."""
    plain = text.strip().lower()
    if plain and not _UUID.fullmatch(plain):
        raise BadWord(f"id {quoted(text)} is not a UUID.", "Leave it empty for a new one.")
    return plain


def id_of_content(instant: int, content: bytes) -> str:
    """Make a UUIDv7 of an instant and a digest of the content in place of random bits."""
    digest = sha256(content).hexdigest()
    text = f"{instant * 1000:012x}7{digest[:3]}{8 + int(digest[3], 16) % 4:x}{digest[4:19]}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@lru_cache(maxsize=256)
def zone(text: str) -> str:
    """Return the name of a time zone; raises BadTime."""
    name = text.strip()
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        raise BadTime(
            f"{quoted(name)} is not a time zone I know.", "It looks like Europe/London, or empty."
        ) from None
    return name


def named(problem: Problem, cells: Iterable[object]) -> Problem:
    """Return the error with the first values of its entry, by which a reader finds it."""
    told = (" ".join(str(cell).split()) for cell in cells)
    problem.entry = ", ".join(filter(None, told))
    return problem
