"""Sites of cramps from another program: places, muscles and sides in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from cramplog.domain.episode import Site
from cramplog.domain.muscles import muscle
from cramplog.domain.spelling import quoted
from cramplog.errors import BadSide, InputError
from cramplog.interchange import foreign_states
from cramplog.interchange import foreign_values as values
from cramplog.interchange.csv_table import Row

LEG = "leg"
_WORDS = re.compile(r"[^\W\d_]+")


def sites(told: dict[str, str], tagged: tuple[Site, ...]) -> tuple[Site, ...]:
    """Return the sites by the columns, else by the tags; raises BadMuscle, BadSide."""
    place = told.get("site") or told.get("muscles")
    found = values.sites(place.replace(";", ",")) if place else tagged
    sides = _sides(told["sides"]) if "sides" in told else []
    if not sides:
        return found
    if not found:
        return tuple(Site(muscle=LEG, side=side) for side in sides)
    if len(sides) == 1:
        sides *= len(found)
    if len(sides) != len(found):
        raise BadSide(f"{quoted(told['sides'])} are not the sides of {len(found)} muscles.")
    return tuple(map(_sided, found, sides))


def _sided(site: Site, side: str | None) -> Site:
    if side and site.side and site.side != side:
        raise BadSide(f"the {site.muscle} is {site.side} in one column, and {side} in another.")
    return site.replace(side=side or site.side)


def _sides(cell: str) -> list[str | None]:
    """Parse the sides of a cell: `left`, `left leg`, `left;right` for two muscles."""
    found = []
    for part in cell.split(";"):
        said = [word for word in _WORDS.findall(part.lower()) if word not in ("and", "side", LEG)]
        names = {values.SIDES.get(word) for word in said}
        if None in names:
            raise BadSide(f"{quoted(cell)} is not left, right or both.")
        found.append("both" if len(names) > 1 else names.pop() if names else None)
    return found if any(found) else []


def unsaid(tagged: tuple[Site, ...], sites: tuple[Site, ...]) -> list[str]:
    """Return in words the tags' places that are not among the sites."""
    return [
        f"{each.side or ''} {each.muscle}".strip()
        for each in tagged
        if each not in sites and (each.side or each.muscle not in {s.muscle for s in sites})
    ]


class Nameless:
    """Counts the rows that name no place and no cramp, in any column."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self._columns = columns
        self.count = 0

    def look(self, cells: Sequence[str]) -> None:
        """Count a row unless it names one."""
        self.count += not any(map(_is_named, self._columns, cells))

    def counted(self, rows: Iterable[Row], width: int) -> Iterator[Row]:
        """Count the rows, and yield each with only its first cells."""
        for line, cells in rows:
            if isinstance(cells, InputError):
                yield line, cells
            else:
                self.look(cells)
                yield line, cells[:width]


@lru_cache(maxsize=4096)
def _is_named(column: str, cell: str) -> bool:
    """Return whether a cell, or its column's name unless it says no, names a place or cramp."""
    if foreign_states.names_cramp(column) and not foreign_states.is_no(cell):
        return True
    words = _WORDS.findall(cell.lower()) if len(cell) < 500 else ()
    return foreign_states.names_cramp(cell) or any(
        word != "other" and muscle(word) is not None for word in words
    )
