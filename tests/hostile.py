"""Texts that would be run if they were taken for anything but text, and a diary full of them."""

from __future__ import annotations

import re

from inside import Inside

STEERS = (
    "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202eabc\u202c \u2066x\u2069 \x7f \u2028 "
    "one\ntwo\r\nthree\ttab"
)
"""Escapes of both kinds, a title, colours, directions turned, lines that begin anew."""
RUNS = (
    '=HYPERLINK("http://127.0.0.1/") <script>alert(1)</script><img src=x onerror=alert(2)> '
    '\'); DROP TABLE episode; -- #panic() #read("/etc/passwd") $x$ *b* [l](javascript:3) '
    '{{7*7}} ]]> --> </style> & " % _'
)
"""For spreadsheets, browsers, databases, Typst, Markdown and templates."""
HOSTILE = f"{RUNS} {STEERS}"
ON_A_LINE = " ".join(HOSTILE.split())
STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)


def fill(run: Inside) -> None:
    """Hostile text wherever a command takes text of one's own."""
    name = "=Eve <b>"
    for words in (
        ("person", "add", name),
        ("person", "use", name),
        ("log", "left", "calf", "15m", "9", "woke", "@cold", "--note", HOSTILE),
        ("log", "2026-11-20 02:30", "foot", "--note", f"={HOSTILE}"),
        ("condition", "add", ON_A_LINE[:100]),
        ("medicine", "start", ON_A_LINE[:60], "--on", "2026-05", "--dose", ON_A_LINE[:40]),
        ("visit", "set", "2026-12-04", ON_A_LINE[:80]),
        ("flags", "--snooze", "ART-REGULAR", "30", "--because", ON_A_LINE),
        ("start", "calf", "--note", HOSTILE),
    ):
        told = run(*words)
        assert told.code == 0, told
        assert not STEERING.search(told.stdout + told.stderr), told
