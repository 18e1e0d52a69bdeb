"""Offer words for the TAB key. Nothing here may fail or write; an unreadable diary adds none."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from cramplog import paths
from cramplog.config import own_triggers
from cramplog.diary.repository import Diary
from cramplog.domain.catalogue import Entry
from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.errors import CramplogError
from cramplog.files import driver, verify
from cramplog.files.creation import is_there

PATIENCE = 2  # seconds that the TAB key waits for a server
SIDES = ("left", "right", "both")
YES_NO = ("yes", "no")
SCALE = tuple(map(str, range(11)))
NIGHTS = ("quiet", "yesterday")
PERIODS = ("week", "month", "year")
COMMON = ("stress", "cold", "dehydration", "physical_overload", "footwear", "heat")
PLAIN = "_-.:=@+,"


def _starting(candidates: list[str] | tuple[str, ...], incomplete: str) -> list[str]:
    """Keep candidates that go on so; the shell takes an offer as if it had been typed."""
    return [name for name in candidates if name.startswith(incomplete) and _means_itself(name)]


def _means_itself(name: str) -> bool:
    """Return whether a shell finds nothing in a name to run, expand or split."""
    return all(character.isalnum() or character in PLAIN for character in name)


def words(incomplete: str) -> list[str]:
    """Offer the quick-entry words; `@` and `+` open triggers and remedies, `NAME=` its values."""
    name, equals, value = incomplete.partition("=")
    if incomplete[:1] in SIGNS:
        return [incomplete[0] + word for word in SIGNS[incomplete[0]](incomplete[1:])]
    if equals:
        found = VALUES[name](value) if name in VALUES else []
        return [f"{name}={word}" for word in found]
    return _starting((*SIDES, *MUSCLES, *FEATURES, *TYPES, *SPREADS, "still"), incomplete)


def triggers(incomplete: str) -> list[str]:
    """Offer triggers, those named before and common ones first, also after a comma."""
    from cramplog.domain.triggers import TRIGGERS

    diary = _diary()
    own = own_triggers(diary.settings) if diary else ()
    first = (*_used(diary, "used_triggers"), *own, *COMMON)
    return _listed(incomplete, "@", lambda last: [*first, *_named(TRIGGERS, last)])


def remedies(incomplete: str) -> list[str]:
    """Offer remedies, those tried before first; after a colon whether it helped."""
    from cramplog.domain.remedies import REMEDIES

    head, colon, said = incomplete.rpartition(":")
    if colon:
        return [f"{head}:{word}" for word in _starting(YES_NO, said)]
    first = _used(_diary(), "used_remedies")
    return _listed(incomplete, "+", lambda last: [*first, *_named(REMEDIES, last)])


def _listed(incomplete: str, sign: str, offer: Callable[[str], list[str]]) -> list[str]:
    """Offer the names that can go on a list with commas, each once."""
    head, comma, last = incomplete.rpartition(",")
    before = {each.removeprefix(sign) for each in head.split(",")} if comma else set()
    found = _starting(list(dict.fromkeys(offer(last.removeprefix(sign)))), last.removeprefix(sign))
    repeated = sign if comma and last.startswith(sign) else ""
    return [f"{head}{comma}{repeated}{name}" for name in found if name not in before]


def _named(entries: Mapping[str, Entry], incomplete: str) -> list[str]:
    """Return each entry's id or, once a letter was typed, its first name that goes on so."""
    return [
        next((name for name in (id_, *entry.aliases) if name.startswith(incomplete)), id_)
        for id_, entry in entries.items()
    ]


def muscles(incomplete: str) -> list[str]:
    return _starting(list(MUSCLES), incomplete)


def sides(incomplete: str) -> list[str]:
    return _starting(SIDES, incomplete)


def types(incomplete: str) -> list[str]:
    return _starting((*TYPES, *SPREADS), incomplete)


def conditions(incomplete: str) -> list[str]:
    from cramplog.domain.conditions import CONDITIONS

    return _starting(list(CONDITIONS), incomplete)


def medicines(incomplete: str) -> list[str]:
    from cramplog.domain.medicines import MEDICINES

    return _starting(list(MEDICINES), incomplete)


def symptoms(incomplete: str) -> list[str]:
    from cramplog.domain.symptoms import SYMPTOMS

    return _starting([*SYMPTOMS, *SIDES], incomplete)


def factors(incomplete: str) -> list[str]:
    """Offer the words of `night`: first the factors noted before, and the values of one."""
    from cramplog.domain.factor_values import LEVELS
    from cramplog.domain.factors import FACTORS, factor

    name, equals, value = incomplete.partition("=")
    diary = _diary()
    if equals:
        kinds = {"level": LEVELS, "scale": (*SCALE, *YES_NO)}
        found = factor(name)
        offered = kinds.get(FACTORS[found].kind, YES_NO) if found else YES_NO
        return [f"{name}={word}" for word in _starting(offered, value)]
    own = own_triggers(diary.settings) if diary else ()
    known = (*_used(diary, "used_factors"), *_named(FACTORS, incomplete), *own)
    names = dict.fromkeys(f"{name}=" for name in known)
    return _starting([*NIGHTS, *names, "last", "unknown"], incomplete)


def noted(incomplete: str) -> list[str]:
    """Offer the factors that `trends` can look at, those noted before first."""
    from cramplog.domain.factors import FACTORS

    known = dict.fromkeys((*_used(_diary(), "used_factors"), *_named(FACTORS, incomplete)))
    return _starting(list(known), incomplete)


def periods(given: list[str], incomplete: str) -> list[str]:
    """Offer the words of `report`."""
    if not given:
        return _starting((*PERIODS, "visit", "last"), incomplete)
    if len(given) > 1:
        return []
    after = {"last": PERIODS, **dict.fromkeys(PERIODS, ("last",))}
    return _starting(after.get(given[0], ()), incomplete)


def facts(incomplete: str) -> list[str]:
    from cramplog.domain.profile import FACTS

    return _starting([f"{name}=" for name in FACTS], incomplete)


def rules(incomplete: str) -> list[str]:
    from cramplog.flags.catalogue import RULES

    return _starting(list(RULES), incomplete.upper())


def flag_numbers(incomplete: str) -> list[str]:
    """Offer the numbers in the list of flags, which `cramplog flags` explains."""
    return _starting(tuple(map(str, range(1, 10))), incomplete)


def topics(incomplete: str) -> list[str]:
    from cramplog.guide.catalogue import TOPICS

    return _starting(list(TOPICS), incomplete)


def numbers(incomplete: str) -> list[str]:
    """Offer recent episodes, and `last`."""
    diary = _diary()
    recent = [] if diary is None else [str(number) for number in diary.recent_numbers()]
    return _starting([*recent, "last"], incomplete)


def edited(given: list[str], incomplete: str) -> list[str]:
    """Offer an episode first, then what is to change of it."""
    return words(incomplete) if given else numbers(incomplete)


def people(incomplete: str) -> list[str]:
    diary = _diary()
    return [] if diary is None else _starting(diary.people_names(), incomplete)


def settings(incomplete: str) -> list[str]:
    from cramplog.config import SETTINGS
    from cramplog.flags.catalogue import THRESHOLDS

    return _starting([*SETTINGS, *THRESHOLDS], incomplete)


def _used(diary: Diary | None, statement: str) -> list[str]:
    """Return what the person named before, the most frequent first."""
    if diary is None:
        return []
    rows = diary.connection.all(statement, person_id=diary.person_id)
    return [str(name) for (name,) in rows]


def _diary() -> Diary | None:
    usual, driver.patience = driver.patience, 0
    try:
        path = paths.diary_file()
        if paths.is_server(path) and "connect_timeout" not in path:
            path += ("&" if "?" in path else "?") + f"connect_timeout={PATIENCE}"
        if not is_there(path) or not (paths.is_server(path) or verify.is_current(path)):
            return None
        return Diary(path, os.environ.get("CRAMPLOG_PERSON") or None)
    except CramplogError:
        return None
    finally:
        driver.patience = usual


SIGNS: dict[str, Callable[[str], list[str]]] = {"@": triggers, "+": remedies}
VALUES: dict[str, Callable[[str], list[str]]] = {
    **{feature: lambda value: _starting(YES_NO, value) for feature in FEATURES},
    "pain": lambda value: _starting(SCALE, value),
    "side": sides,
    "muscle": muscles,
    "type": types,
    "spread": lambda value: _starting(SPREADS, value),
    **dict.fromkeys(("trigger", "triggers"), triggers),
    **dict.fromkeys(("tried", "remedy"), remedies),
}
"""What a word of the form `NAME=VALUE` can be."""

BY_WORDS_BEFORE = {"edited": edited, "periods": periods}


def offered(name: str, given: list[str], incomplete: str) -> list[str]:
    """Return what the completer of a parameter offers after the words given; nothing for none."""
    if name in BY_WORDS_BEFORE:
        return BY_WORDS_BEFORE[name](given, incomplete)
    completer: Callable[[str], list[str]] | None = globals().get(name)
    return completer(incomplete) if completer else []
