"""Bytes with something wrong in them."""

from __future__ import annotations

from hypothesis import strategies as st

SCRAPS = (
    b"\0", b"\xff", b"\r", b"\n", b'"', b"'", b",", b"{", b"}", b"[", b"\\", b"\xc3",
    b"\xed\xa0\x80", b"\xef\xbb\xbf",
)  # fmt: skip


def cut(content: bytes, at: int, scrap: bytes) -> bytes:
    """The content up to somewhere, then the scrap."""
    return content[: at % (len(content) + 1)] + scrap


@st.composite
def mangled(draw: st.DrawFn, content: bytes) -> bytes:
    """The content, and once in three times with scraps put in, taken out or cut off."""
    if draw(st.integers(1, 3)) > 1:
        return content
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(content)))
        gone = draw(st.integers(0, 4))
        scrap = draw(st.sampled_from(SCRAPS) | st.binary(max_size=3))
        content = content[:at] + scrap + content[at + gone :]
    return cut(content, draw(st.integers(0, len(content))), b"") if draw(st.booleans()) else content
