"""Plain text as the Markdown that a note of FHIR is, and back: what shows is what was typed."""

from __future__ import annotations

import re

_CONTROL = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"}
_ANYWHERE = re.compile(r"([\\<>&\[\]`*_~|])")
_AT_THE_START = re.compile(r"^([-+=#:]|\d+(?=[.)]))")
_BREAKS = re.compile(r"\n+")
_WRITTEN = re.compile(r"\\([^\n])|&#(\d+);|(?:\\|  )\n")


def plain(text: str) -> str:
    """Text without the control characters that FHIR forbids: their pictures stand for them."""
    return text.translate(_CONTROL) if not text.isprintable() else text


def markdown(text: str) -> str:
    """Plain text as Markdown: no heading, list, table, tag or image comes of it."""
    start, inner, end = _around(plain(text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = "\n".join(map(_line, inner.split("\n")))
    return start + _BREAKS.sub(_break, lines) + end


def shown(marked: str) -> str:
    """The plain text that `markdown` wrote."""
    return _WRITTEN.sub(
        lambda found: found[1] or (chr(int(found[2])) if found[2] else "\n"), marked
    )


def _line(text: str) -> str:
    start, inner, end = _around(text)
    return start + _AT_THE_START.sub(_escaped, _ANYWHERE.sub(r"\\\1", inner)) + end


def _around(text: str) -> tuple[str, str, str]:
    """The text without the spaces around it, and these by number, which keeps them."""
    inner = text.strip()
    start, _, end = text.partition(inner) if inner else (text, "", "")
    return _numbered(start), inner, _numbered(end)


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _numbered(spaces: str) -> str:
    return "".join(f"&#{ord(space)};" for space in spaces)


def _break(found: re.Match[str]) -> str:
    """A line's end stays one; an empty line parts two paragraphs, as it is typed."""
    count = len(found.group())
    return ("  \n", "\n\n")[count - 1] if count < 3 else "\\\n" * count
