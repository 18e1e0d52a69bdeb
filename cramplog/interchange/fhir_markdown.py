"""Convert plain text to the Markdown of a FHIR note and back, so that it shows as typed."""

from __future__ import annotations

import re

_CONTROL = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"}
_ANYWHERE = re.compile(r"([\\<>&\[\]`*_~|])")
_AT_THE_START = re.compile(r"^([-+=#:]|\d+(?=[.)]))")
_BREAKS = re.compile(r"\n+")
_WRITTEN = re.compile(r"\\([^\n])|&#(\d+);|(?:\\|  )\n")


def plain(text: str) -> str:
    """Replace the control characters that FHIR forbids by their pictures."""
    return text.translate(_CONTROL) if not text.isprintable() else text


def markdown(text: str) -> str:
    """Convert plain text to Markdown without a heading, list, table, tag or image."""
    start, inner, end = _around(plain(text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = "\n".join(map(_line, inner.split("\n")))
    return start + _BREAKS.sub(_break, lines) + end


def shown(marked: str) -> str:
    """Return the plain text that `markdown` converted."""
    return _WRITTEN.sub(
        lambda found: found[1] or (chr(int(found[2])) if found[2] else "\n"), marked
    )


def _line(text: str) -> str:
    start, inner, end = _around(text)
    return start + _AT_THE_START.sub(_escaped, _ANYWHERE.sub(r"\\\1", inner)) + end


def _around(text: str) -> tuple[str, str, str]:
    """Return the text without outer spaces, and these as numbers, which preserve them."""
    inner = text.strip()
    start, _, end = text.partition(inner) if inner else (text, "", "")
    return _numbered(start), inner, _numbered(end)


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _numbered(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)


def _break(found: re.Match[str]) -> str:
    """Return one line end as a hard break, two as a new paragraph, more as typed."""
    count = len(found.group())
    return ("  \n", "\n\n")[count - 1] if count < 3 else "\\\n" * count
