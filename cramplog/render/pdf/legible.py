"""Characters that the package's fonts can show, and names for the others."""

from __future__ import annotations

from unicodedata import category, name

COVERED = (
    # Latin with all its accents, Greek, Cyrillic: Noto Sans
    *((0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x377), (0x37A, 0x37F), (0x384, 0x38A)),
    *((0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3E1), (0x3F0, 0x52F), (0x1E00, 0x1F15)),
    *((0x1F18, 0x1F1D), (0x1F20, 0x1F45), (0x1F48, 0x1F4D), (0x1F50, 0x1F57), (0x1F5F, 0x1F7D)),
    *((0x1F80, 0x1FB4), (0x1FB6, 0x1FC4), (0x1FC6, 0x1FD3), (0x1FD6, 0x1FDB), (0x1FDD, 0x1FEF)),
    *((0x1FF2, 0x1FF4), (0x1FF6, 0x1FFE), (0x2000, 0x2064), (0x2070, 0x2071), (0x2074, 0x208E)),
    *((0x20A0, 0x20BF), (0x2100, 0x215F), (0x2212, 0x2212), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)),
    # Devanagari: Noto Sans; Armenian and Georgian: DejaVu Sans Mono, which Typst carries
    *((0x900, 0x97F), (0x531, 0x556), (0x559, 0x55F), (0x561, 0x587), (0x589, 0x58A)),
    (0x10D0, 0x10FF),
    # Hebrew letters: Libertinus Serif, which Typst carries
    (0x5D0, 0x5EA),
    # Arabic with Persian and Urdu letters; arrows and signs: IBM Plex Sans Arabic
    *((0x600, 0x604), (0x606, 0x61B), (0x61E, 0x6A1), (0x6A3, 0x6FF), (0x750, 0x77F)),
    *((0x2190, 0x2199), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x2713, 0x2713)),
    (0xFE76, 0xFEFC),
)
"""Code points from and to, both included; a test sets every one of them."""

_CHARACTERS = frozenset(chr(code) for first, last in COVERED for code in range(first, last + 1))


def unusual(text: str) -> set[str]:
    """Return the characters for which the package's own fonts have no glyph."""
    return set(text) - _CHARACTERS


def shown_by_name(text: str, lacking: str) -> str:
    """Replace some characters in the text by `[grinning face]` or `[U+65E5]`."""
    return text.translate({ord(each): _named(each) for each in lacking})


def _named(character: str) -> str:
    if category(character) == "So":  # emoji and other pictures have names that speak
        return f"[{name(character, 'sign').lower()}]"
    if category(character) in {"Cf", "Mn"}:  # joiners and variation signs between them
        return ""
    return f"[U+{ord(character):04X}]"
