"""Values of one cell: yes and no, numbers, moments, lists. Unknown is an empty cell."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from cramplog import letters, timeparse
from cramplog.domain.episode import Site, Tried
from cramplog.domain.muscles import MUSCLES, SIDES, muscle
from cramplog.domain.remedies import REMEDIES, remedy
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import TRIGGERS, trigger
from cramplog.errors import BadMuscle, BadRemedy, BadSide, BadTime, BadTrigger, BadWord
from cramplog.timeparse import figures

YES_NO = {True: "yes", False: "no", None: ""}
_SAID = {"yes": True, "no": False, "": None}
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}"
)
LONGEST_NAME = 40  # characters of the name of a user's own trigger
CACHED = 4096


def yes_no(column: str, cell: str) -> bool | None:
    """Parse `yes` or `no`, or None for an empty cell; raises BadWord."""
    found = _SAID.get(cell, cell)
    if isinstance(found, str):
        plain = cell.strip().lower()
        if plain not in _SAID:
            raise BadWord(f"{column} is yes, no or empty; not {quoted(cell)}.")
        return _SAID[plain]
    return found


def whole(column: str, cell: str, least: int, most: int) -> int | None:
    """Parse a whole number, or None for an empty cell; raises BadWord, BadNumber."""
    plain = cell.strip()
    if not plain:
        return None
    if plain.isascii() and plain.isdigit() and len(plain) < 15 and least <= int(plain) <= most:
        return int(plain)
    figures.refuse_unclear(plain)
    raise BadWord(f"{column} is a whole number from {least} to {most}; not {quoted(cell)}.")


def one_of(column: str, cell: str, names: tuple[str, ...]) -> str | None:
    """Parse one of some words, or None for an empty cell; raises BadWord."""
    plain = cell.strip().lower()
    if not plain:
        return None
    if plain not in names:
        raise BadWord(f"{column} is {', '.join(names)} or empty; not {quoted(cell)}.")
    return plain


def moment(column: str, cell: str) -> tuple[int, int]:
    """Parse a moment to Unix seconds and its offset in seconds; raises BadTime."""
    plain = cell.strip()
    try:
        if not _MOMENT.fullmatch(plain):
            raise ValueError
        said = datetime.fromisoformat(plain)
        offset = said.utcoffset()
        instant = int(said.timestamp())
    except (ValueError, OverflowError):
        raise BadTime(
            f"{column} {quoted(cell)} is not a time with its offset.",
            "It looks like 2026-11-23T02:30:00+00:00.",
        ) from None
    if instant < 0:
        raise BadTime(f"{column} {quoted(cell)} is before 1970.")
    return instant, int(offset.total_seconds()) if offset else 0


@lru_cache(maxsize=CACHED)
def sites(muscles: str, sides: str) -> tuple[Site, ...]:
    """Pair muscles with sides, which may all be missing. Raises BadMuscle, BadSide."""
    names = muscles.split(";") if muscles.strip() else []
    said = sides.split(";") if sides.strip() else [""] * len(names)
    if len(names) != len(said):
        raise BadSide(f"muscles {quoted(muscles)} and sides {quoted(sides)} are not pairs.")
    return tuple(_site(name.strip(), side) for name, side in zip(names, said, strict=True))


def _site(name: str, side: str) -> Site:
    found = muscle(name)
    if found is None:
        raise BadMuscle(f"{quoted(name)} is not a muscle I know.", did_you_mean(name, MUSCLES))
    return Site(muscle=found, side=one_of("a side", side, SIDES))


@lru_cache(maxsize=CACHED)
def triggers(cell: str) -> tuple[str, ...]:
    """Parse trigger ids, each once; a name outside the catalogue may be the user's own.

    Raises BadTrigger for what cannot be a trigger's name.
    """
    return tuple(dict.fromkeys(own_or_known(part) for part in cell.split(";")) if cell else ())


def own_or_known(name: str) -> str:
    """Return a trigger's id by one of its names, or a name that may be the user's own."""
    plain = name.strip().lower()
    found = trigger(plain)
    if found:
        return found
    if len(plain) > LONGEST_NAME or not letters.is_name(plain):
        raise no_trigger(name)
    return plain


def no_trigger(name: str) -> BadTrigger:
    """Return the error for an unknown trigger."""
    own = f"Your own: `cramplog config add-trigger {name}`." if name.isalnum() else ""
    hint = f"{did_you_mean(name, TRIGGERS)} {own}".strip()
    return BadTrigger(f"{quoted(name)} is not a trigger I know.", hint)


@lru_cache(maxsize=CACHED)
def remedies(tried: str, helped: str, not_helped: str = "") -> tuple[Tried, ...]:
    """Parse the tried remedies, and which helped or did not. Raises BadRemedy."""
    found = {_remedy(name): Tried(remedy=_remedy(name)) for name in _parts(tried)}
    for part in _parts(helped):
        name, colon, after = part.partition(":")
        seconds = timeparse.parse_duration(after)[0] if colon else None
        known = _remedy(name)
        found[known] = Tried(remedy=known, helped=True, relief_seconds=seconds)
    for known in map(_remedy, _parts(not_helped)):
        if known in found and found[known].helped:
            raise BadRemedy(f"{known} is in helped and in not_helped.", "Keep one of them.")
        found[known] = Tried(remedy=known, helped=False)
    return tuple(found.values())


def _parts(cell: str) -> list[str]:
    return cell.split(";") if cell.strip() else []


def _remedy(name: str) -> str:
    found = remedy(name.strip())
    if found is None:
        raise BadRemedy(f"{quoted(name)} is not a remedy I know.", did_you_mean(name, REMEDIES))
    return found


def helped(tried: tuple[Tried, ...]) -> str:
    """Format the remedies that helped, with the time until they did: `stretch:2m;walk`."""
    return ";".join(
        each.remedy
        if each.relief_seconds is None
        else f"{each.remedy}:{timeparse.duration_words(each.relief_seconds)}"
        for each in tried
        if each.helped
    )
