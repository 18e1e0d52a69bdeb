"""Sides and muscles among the words: which side belongs to which muscle.

One side and one muscle pair wherever they stand; otherwise a side belongs to the muscle, or to
the list joined by `and` or `+`, that follows it. Words with two readings are refused.
"""

from __future__ import annotations

from cramplog.domain.episode import Site
from cramplog.errors import BadSide, Repeated


class Token:
    """A side, a muscle or an `and`, in typed order."""

    __slots__ = ("kind", "name")

    def __init__(self, kind: str, name: str) -> None:
        self.kind = kind  # "side", "muscle", "and", "of"
        self.name = name


def pair(tokens: list[Token]) -> tuple[tuple[Site, ...], str | None]:
    """Return the sites, and a side without a muscle.

    Raises BadSide if a side could belong to more than one muscle, Repeated for two sides.
    """
    tokens = _without_wholes(tokens)
    sides = [token.name for token in tokens if token.kind == "side"]
    muscles = [token.name for token in tokens if token.kind == "muscle"]
    if [t.kind for t in tokens[:3]] == ["side", "and", "side"] and set(sides) == {"left", "right"}:
        return pair([Token("side", "both"), *tokens[3:]])  # "left and right calf"
    if not muscles:
        if len(set(sides)) > 1:
            raise Repeated(f"two sides: {' and '.join(sides)}.", 'Say one, or "both calf".')
        return (), sides[0] if sides else None
    if len(set(muscles)) == 1 and len(muscles) == 1 and len(sides) == 1:
        return (Site(muscle=muscles[0], side=sides[0]),), None
    return _in_order(tokens), None


def _without_wholes(tokens: list[Token]) -> list[Token]:
    """`arch of left foot` is the arch, on that side."""
    kept: list[Token] = []
    rest = list(tokens)
    while rest:
        token = rest.pop(0)
        if token.kind != "of":
            kept.append(token)
            continue
        if rest and rest[0].kind == "side":
            kept.insert(-1, rest.pop(0))
        if rest and rest[0].kind == "muscle":
            rest.pop(0)
    return kept


def _in_order(tokens: list[Token]) -> tuple[Site, ...]:
    sites: list[Site] = []
    side: str | None = None  # waits for its muscle
    said: str | None = None  # the side of the list that is being read
    joined = False  # the word before was "and"
    sided = unsided = False  # single muscles with a side, and without one
    for token in tokens:
        if token.kind == "and":
            joined = True
            continue
        if token.kind == "side":
            if side is not None:
                raise Repeated(
                    f"two sides: {side} and {token.name}.",
                    'Say one for each muscle, or "both calf".',
                )
            side, said = token.name, None
        elif side is not None:
            said, side = side, None
            sites.append(Site(muscle=token.name, side=said))
            sided = True
        elif joined and sites:
            sites.append(Site(muscle=token.name, side=said))
        else:
            said = None
            unsided = True
            sites.append(Site(muscle=token.name))
        joined = False
    if side is not None or (sided and unsided):
        raise _unclear(tokens, sites)
    return _once(sites)


def _unclear(tokens: list[Token], sites: list[Site]) -> BadSide:
    side = next(token.name for token in tokens if token.kind == "side")
    names = [site.muscle for site in sites]
    typed = " ".join(token.name for token in tokens)
    return BadSide(
        f'"{typed}" can be read in more than one way: which of them is {side}?',
        f'Try "{side} {"+".join(names)}" for all, or "{side} {names[0]} and '
        f'{"right" if side == "left" else "left"} {names[-1]}".',
    )


def _once(sites: list[Site]) -> tuple[Site, ...]:
    kept: list[Site] = []
    for site in sites:
        if site not in kept:
            kept.append(site)
    return tuple(kept)
