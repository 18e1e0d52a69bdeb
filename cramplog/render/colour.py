"""Colour for unhurried screens, by Rich; colour is never the only signal.

Rich takes longer to import than a whole `cramp`, so log, list and the timer do without it.
"""

from __future__ import annotations

import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

PATTERNS = (
    (re.compile(r"\b(EMERGENCY|URGENT)\b"), "bold red"),
    (re.compile(r"\bSOON\b"), "bold yellow"),
    (re.compile(r"\b(ROUTINE|INFO)\b"), "bold"),
    (re.compile(r"^[A-Z][\w' ]*?[\w'](?=  )"), "bold"),  # the labels of a report
    (re.compile(r"^  [A-Z][\w ]*:(?= )"), "bold"),  # Seen:, Source:
    (re.compile(r"^Do not .*"), "bold"),
    (re.compile(r"`[^`]+`|^ +cramp(log)? .*"), "cyan"),  # what to type
    (re.compile(r"(?<= )C\d*(?= |$)"), "bold"),  # cramp nights of the strip
)


def write(lines: Iterable[str]) -> None:
    """Print lines unchanged, in colour; markup in them stays text."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        shown = Text(line)
        for pattern, style in PATTERNS:
            shown.highlight_regex(pattern, style)
        console.print(shown)
