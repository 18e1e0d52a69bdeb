"""Values in the cells of a foreign file: places, lengths, scores, tags."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from cramplog import timeparse
from cramplog.domain import sites as placing
from cramplog.domain.episode import FEATURES, Site, Tried
from cramplog.domain.muscles import MUSCLES, muscle
from cramplog.domain.remedies import REMEDIES, remedy
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import TRIGGERS, trigger
from cramplog.errors import BadDuration, BadMuscle, BadPain, BadRemedy, BadSide, BadWord
from cramplog.interchange import csv_cells
from cramplog.interchange.csv_episodes import LONGEST_DURATION
from cramplog.letters import match
from cramplog.timeparse import figures
from cramplog.value import Value

SIDES = {"left": "left", "l": "left", "right": "right", "r": "right", "both": "both"}
SIDES |= {"bilateral": "both"}
_YES_NO = {
    **dict.fromkeys(("yes", "y", "true", "1", "x"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
_ROUGH = re.compile(r"[~≈]|^\s*(?:about|around|approx\.?|circa|ca\.)\s+", re.IGNORECASE)
_SECONDS = {"duration_seconds": 1, "duration_minutes": 60, "duration_hours": 3600}
_LENGTH = re.compile(r"([0-9]+):([0-5][0-9]):([0-5][0-9])")
LONGEST_NUMBER = 12


class Tags(Value):
    """The meanings of a cramp's tags, and the tags without a field in the diary."""

    sites: tuple[Site, ...] = ()
    triggers: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()
    features: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def listed(cell: str) -> list[str]:
    """Split a cell that holds several parts, at commas, semicolons or bars."""
    return [part.strip() for part in re.split("[,;|]", cell) if part.strip()]


def sites(text: str) -> tuple[Site, ...]:
    """Parse `left calf`, `right foot and left toes`; raises BadMuscle, BadSide."""
    tokens = []
    for word in re.findall(r"[^\W\d_]+|[+&,]", text.lower()):
        if word in ("and", "+", "&", ","):
            tokens.append(placing.Token("and", word))
        elif word in SIDES:
            tokens.append(placing.Token("side", SIDES[word]))
        else:
            tokens.append(placing.Token("muscle", _muscle(word)))
    found, side = placing.pair(tokens)
    if side:
        raise BadSide(f"{quoted(text)} is a side without a muscle.")
    return found


def _muscle(word: str) -> str:
    found = muscle(word)
    if found is None:
        raise BadMuscle(f"{quoted(word)} is not a muscle I know.", did_you_mean(word, MUSCLES))
    return found


def tags(cells: Iterable[str], own: Collection[str]) -> Tags:
    """Sort tags by what they name: a side, muscle, trigger, remedy, feature, or nothing."""
    places: list[placing.Token] = []
    found: dict[str, list[str]] = {"triggers": [], "tried": [], "features": [], "others": []}
    for tag in cells:
        plain = tag.lower().lstrip("@#+")
        known = trigger(plain) or match(plain, own)
        if plain in SIDES:
            places.append(placing.Token("side", SIDES[plain]))
        elif muscle(plain):
            places.append(placing.Token("muscle", _muscle(plain)))
        elif known:
            found["triggers"].append(known)
        elif remedy(plain):
            found["tried"].append(remedy(plain) or "")
        elif plain in FEATURES:
            found["features"].append(plain)
        else:
            found["others"].append(tag)
    places.sort(key=lambda token: token.kind, reverse=True)  # tags have no order: sides first
    several = len([token for token in places if token.kind == "muscle"]) > 1
    if several and any(token.kind == "side" for token in places):
        raise BadSide("it has a side and several muscles among its tags.", "Map no tags.")
    paired, side = placing.pair(places)
    if side:
        found["others"].append(side)
    return Tags(
        sites=paired,
        tried=tuple(Tried(remedy=name) for name in dict.fromkeys(found.pop("tried"))),
        **{name: tuple(dict.fromkeys(values)) for name, values in found.items()},
    )


def length(field: str, cell: str) -> int:
    """Return the seconds of `duration`, or of a number in a unit; raises InputError."""
    plain = cell.strip().lower()
    clock = _LENGTH.fullmatch(plain)
    amount = figures.decimal(plain) if len(plain) <= LONGEST_NUMBER else None
    if clock and field == "duration":
        hours, minutes, seconds = map(int, clock.groups())
        found = hours * 3600 + minutes * 60 + seconds
    elif field != "duration" and amount is not None and amount >= 0:
        found = round(amount * _SECONDS[field])
    elif field == "duration" and amount is not None:
        raise BadDuration(
            f"a duration of {quoted(cell)} has no unit.",
            "Map its column as duration_seconds, duration_minutes or duration_hours.",
        )
    else:
        try:
            found = timeparse.parse_duration(plain)[0]
        except BadDuration:
            if field == "duration":
                raise
            raise BadDuration(f"{field} {quoted(cell)} is not a number.") from None
    return checked(found)


def roughly(cell: str) -> tuple[str, bool]:
    """Return a cell without `~` or `about`, and whether it had one."""
    plain = _ROUGH.sub(" ", cell).strip()
    return (plain, True) if plain != cell.strip() else (cell, False)


def checked(seconds: int) -> int:
    """Return a length that a cramp can have; raises BadDuration."""
    if not 1 <= seconds <= LONGEST_DURATION:
        raise BadDuration(f"it would last {seconds} s; a cramp lasts from 1 s to 24 h.")
    return seconds


def pain(cell: str) -> int:
    """Parse `7`, `7/10`, `7.0`, `7,0`; raises BadPain, BadNumber."""
    plain = cell.strip().removesuffix("/10").strip()
    found = figures.decimal(plain)
    if found is not None and found.is_integer() and 0 <= found <= 10:
        return int(found)
    raise BadPain(f"pain {quoted(cell)} is not 0 to 10.")


def yes_no(field: str, cell: str) -> bool:
    """Parse yes, y, true, 1, x, or no, n, false, 0; raises BadWord."""
    found = _YES_NO.get(cell.strip().lower())
    if found is None:
        raise BadWord(f"{field} is yes or no; not {quoted(cell)}.")
    return found


def triggers(cell: str, own: Collection[str]) -> tuple[str, ...]:
    """Parse trigger ids; raises BadTrigger for one that nobody knows."""
    named = [csv_cells.own_or_known(part.lstrip("@")) for part in listed(cell)]
    found = [match(name, own) or name for name in named]
    for name in found:
        if name not in TRIGGERS and name not in own:
            raise csv_cells.no_trigger(name)
    return tuple(dict.fromkeys(found))


def remedies(tried: str, helped: str, not_helped: str) -> tuple[Tried, ...]:
    """Parse the tried remedies, those that helped and those that did not; raises BadRemedy."""
    found: dict[str, Tried] = {}
    for cell, effect in ((tried, None), (helped, True), (not_helped, False)):
        for name in map(_remedy, listed(cell)):
            if name in found and found[name].helped is (not effect):
                raise BadRemedy(f"{quoted(name)} both helped and did not help.")
            found[name] = Tried(remedy=name, helped=effect)
    return tuple(found.values())


def _remedy(name: str) -> str:
    found = remedy(name.lstrip("+"))
    if found is None:
        raise BadRemedy(f"{quoted(name)} is not a remedy I know.", did_you_mean(name, REMEDIES))
    return found
