"""Letters as people type them: which texts are alike, and which characters a screen shows."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the direction of a text, so that it can be read as another text."""

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
JOINERS = "\u00ad\u200c\u200d\u2060"
"""Soft hyphen, joiners and word joiner: Persian, Hindi, German and emoji are written with them."""

FLAG, TAGS = "\U0001f3f4", range(0xE0020, 0xE0080)
"""A flag whose place (England, Wales) is spelled by invisible tags behind it."""

_LIKE_LATIN = str.maketrans(
    "аеорсухіјѕԁһԛԝкмтңӏɑɡοανρικυγχАВЕКМНОРСТУХІЈЅԚԜҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧ01|",
    "aeopcyxijsdhqwkmthlagoavpikuyxABEKMHOPCTYXIJSQWYABEZHIKMNOPTYXoll",
)
"""Letters of Cyrillic and Greek, and digits, by the Latin letter that they look like."""

_SHOWN = frozenset(SPACES + JOINERS)
_UNSEEN = {ord(c): " " for c in SPACES} | dict.fromkeys(map(ord, JOINERS))
_WHITE = dict.fromkeys(map(ord, "\t\n\r\v\f"), " ")


def alike(text: str) -> str:
    """Return the form in which texts are compared: composed, without case, with equal spaces.

    Unicode's caseless match; the Turkish dotted and dotless i count as the i of others.

    >>> alike("Straße") == alike("STRASSE")
    True
    """
    if text.isascii():
        return text.lower()
    from unicodedata import normalize  # ASCII needs no import

    folded = normalize("NFD", text.translate(_UNSEEN)).casefold()
    return normalize("NFC", folded.replace("i\u0307", "i").replace("\u0131", "i"))


def match(text: str, known: Iterable[str]) -> str | None:
    """Return the known text that is equal, or else alike; None if there is none."""
    texts = list(known)
    if text in texts:
        return text
    form = alike(text)
    return next((each for each in texts if alike(each) == form), None)


def lookalike(text: str, known: Iterable[str]) -> str | None:
    """Return the known text that looks the same in other letters; None if there is none.

    Covers the confusable letters (UTS 39) that names have: Cyrillic and Greek ones, digits and
    full-width forms that look like Latin ones.
    """
    looks, form = _looks(text), alike(text)
    others = (each for each in known if alike(each) != form)
    same = (each for each in others if any(map(str.__eq__, looks, _looks(each))))
    return next(same, None)


def _looks(text: str) -> tuple[str, str]:
    """Return how a text looks as it is written, and in small letters."""
    from unicodedata import normalize

    seen = normalize("NFKC", text.translate(_UNSEEN)).translate(_LIKE_LATIN)
    return seen.replace("I", "l"), seen.casefold()


def tidy(text: str) -> str:
    """Return the text on one line, with single spaces between words and none around them."""
    return " ".join(filter(None, text.translate(_WHITE).split(" ")))


def shows(character: str) -> bool:
    """Return whether a character is shown as it is; terminal controls and hidden ones are not."""
    return (character.isprintable() or character in _SHOWN) and character not in BIDI


def is_name(text: str) -> bool:
    """Return whether a text has only letters of any script, digits, hyphens and underscores."""
    from unicodedata import category

    parts = (c for c in text if c not in "-_\u200c\u200d")
    return bool(text.strip("-_")) and all(c.isalnum() or category(c)[0] == "M" for c in parts)
