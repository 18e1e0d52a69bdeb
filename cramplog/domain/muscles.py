"""The sites of a cramp.

The article names calf, toes, foot and the whole leg; shin, sole, the thigh's muscles and the hand
come from NHS and AAFP pages.
"""

from __future__ import annotations

from cramplog.domain.catalogue import Entry

SIDES = ("left", "right", "both")
SHORTEST_PREFIX = 3


class Muscle(Entry):
    """A site; `region` is its part of the leg: foot, lower, upper, or None for no single part.

    `paragraphs` are the article's; empty means that the article does not name the site.
    """

    region: str | None = None
    paragraphs: tuple[int, ...] = ()


_ALL = (
    Muscle(
        id="calf",
        label="calf",
        aliases=("calves", "gastrocnemius", "soleus"),
        region="lower",
        paragraphs=(26, 33),
    ),
    Muscle(id="toes", label="toes", aliases=("toe",), region="foot", paragraphs=(27, 28, 64)),
    Muscle(
        id="foot", label="foot", aliases=("feet", "instep"), region="foot", paragraphs=(14, 28, 63)
    ),
    Muscle(id="sole", label="sole", aliases=("soles", "arch", "arches"), region="foot"),
    Muscle(id="shin", label="shin", aliases=("shins", "tibialis"), region="lower"),
    Muscle(id="thigh", label="thigh", aliases=("thighs",), region="upper"),
    Muscle(id="hamstring", label="hamstring", aliases=("hamstrings",), region="upper"),
    Muscle(id="quadriceps", label="quadriceps", aliases=("quad", "quads"), region="upper"),
    Muscle(id="leg", label="leg", aliases=("legs",), paragraphs=(6, 17, 22, 25, 53)),
    Muscle(id="hand", label="hand", aliases=("hands", "finger", "fingers")),
    Muscle(id="other", label="another place", aliases=("elsewhere",)),
)

MUSCLES: dict[str, Muscle] = {entry.id: entry for entry in _ALL}
"""All sites by id, in the order in which they are listed."""

REGIONS = ("foot", "lower", "upper")
_NAMES = {name: entry.id for entry in _ALL for name in (entry.id, *entry.aliases)}


def muscle(word: str) -> str | None:
    """Return the id of a site named by its id, a synonym, a plural or a prefix of one id only.

    A prefix has three letters or more: `cal` is calf, `calv` is nothing.
    """
    plain = word.lower()
    if plain in _NAMES:
        return _NAMES[plain]
    if len(plain) < SHORTEST_PREFIX:
        return None
    begun = [name for name in MUSCLES if name.startswith(plain)]
    return begun[0] if len(begun) == 1 else None
