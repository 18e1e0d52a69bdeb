"""Words and texts that a program may trip over."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    "\x1b[2J\x1b]0;x\x07", "\x9b31m", "\u202eabc", "a\nb", "a\r\nb", "\t", "\x00", "\x7f", "\u2028",
    "\ud800", "\udcff", "\ufeff", "\u200b", "e\u0301" * 40, "🦵", "٣", "²", "１２", "Ⅷ", "ß", "İ",
    "=1+1", "+1", "-1", "@SUM(1)", "'", "''", '"', "%s", "{0}", "{{7*7}}", "$x$", "#panic()", "\\",
    "<script>alert(1)</script>", "' OR 1=1 --", "%", "_", "*", "?", "[", "]]>", "&amp;", "`x`",
    "", " ", "  ", "0", "-0", "1e9", "nan", "inf", "1_0", "0x10", "9" * 30, "9" * 5000, "x" * 300,
    "a b", "null", "true", "None", "-", "--", "---", "=", ":", ";", ",", ".", "..", "!", "@", "+",
)  # fmt: skip
hostile = st.sampled_from(HOSTILE)
texts = st.text(max_size=12) | hostile


def _typed(text: str) -> str:
    """As a shell can hand it over: no zero, and of lone surrogates those of stray bytes."""
    return text.replace("\0", "").replace("\ud800", "\udc80")


NO_PATHS = st.characters(codec="utf-8", exclude_characters="/~\0\\")
words = st.text(NO_PATHS, max_size=10) | hostile.map(_typed)
"""Words of a command line: none names a place outside its folder, none holds a zero."""

_TIMES = (
    "now just ago about ~ at on last this night morning tonight today yesterday tomorrow sun"
    " monday mon 20 nov 29 feb may 7 7/10 1/2 23/11 01/02 2026 2026-11-20 2026-13-45 23.11."
    " 20nov 02:30 23:50 99:99 2:7 3am 3 am pm noon midnight 2.30 0230 24:00 +01:00 02:10z"
    " 2026-11-20t02:10 5m 10 min 1h 30m 1h30m an half hour a week days 3 4:30m -5m 30h 0m left calf"
    " 0001-01-01 9999-12-31 1969-12-31 2026-11-23T03:29:00+00:00 2026-10-25 01:30 2026-03-29 00:00"
)
TIMES = tuple(_TIMES.split())
phrases = st.lists(st.sampled_from(TIMES) | texts, max_size=7).map(" ".join)

numerals = st.text("0123456789-+.:/eE_ ²٣", max_size=12)
