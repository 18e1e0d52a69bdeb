"""The output's width, and whether it is a terminal with colour."""

from __future__ import annotations

import os
import sys

from cramplog.render.text import visible
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

DEFAULT_WIDTH = 80
STYLES = {"bold": "1", "dim": "2", "alarm": "1;31", "note": "33"}
PLAIN_AGAIN = "\033[0m"


class Screen(Value):
    """The target of a result. Plain is labelled lines: no boxes, colour or cursor motion."""

    width: int = DEFAULT_WIDTH
    plain: bool = True
    colour: bool = False
    labelled: bool = False  # --plain was given: pictures and columns become words

    def tamed(self, line: str) -> str:
        """Return a line without terminal controls, except our own styles."""
        if self.colour and line.endswith(PLAIN_AGAIN):
            for style in STYLES.values():
                begin = f"\033[{style}m"
                if line.startswith(begin):
                    inner = line[len(begin) : -len(PLAIN_AGAIN)]
                    return f"{begin}{visible(inner)}{PLAIN_AGAIN}"
        return visible(line)

    def paint(self, text: str, style: str) -> str:
        """Return the text in a style of STYLES, if colour is on; never the only signal."""
        return f"\033[{STYLES[style]}m{text}{PLAIN_AGAIN}" if self.colour else text


def screen(*, plain: bool = False) -> Screen:
    """Return the screen of stdout; plain is automatic off a terminal and on a dumb one."""
    dumb = os.environ.get("TERM") == "dumb"
    labelled, plain = plain, plain or dumb or not sys.stdout.isatty()
    colour = not plain and not os.environ.get("NO_COLOR")
    return Screen(width=width(sys.stdout), plain=plain, colour=colour, labelled=labelled)


def width(stream: TextIO) -> int:
    """Return the number of columns: COLUMNS, else the terminal's own, else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH
    except (OSError, ValueError, AttributeError):
        return DEFAULT_WIDTH
