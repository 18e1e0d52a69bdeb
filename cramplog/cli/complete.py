"""What TAB offers. Nothing here may fail or write: a diary that cannot be read offers nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cramplog import paths
from cramplog.config import own_triggers
from cramplog.domain.catalogue import Entry
from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.errors import CramplogError
from cramplog.storage import verify
from cramplog.storage.repository import Diary, is_there

PATIENCE = 2  # seconds that the TAB key waits for a server
SIDES = ("left", "right", "both")
PLAIN = "_-.:=@+,"


def _starting(candidates: list[str] | tuple[str, ...], incomplete: str) -> list[str]:
    """Those that go on so; the shell takes what is offered as if it had been typed."""
    return [name for name in candidates if name.startswith(incomplete) and _means_itself(name)]


def _means_itself(name: str) -> bool:
    """Whether a shell finds nothing in it to run, expand or split."""
    return all(character.isalnum() or character in PLAIN for character in name)


def words(incomplete: str) -> list[str]:
    """The quick-entry words; `@` and `+` open triggers and remedies."""
    if incomplete.startswith("@"):
        head, comma, last = incomplete.rpartition(",")
        prefix = head + comma if comma else "@"
        return [prefix + name for name in triggers(last if comma else last[1:])]
    if incomplete.startswith("+"):
        return [f"+{name}" for name in remedies(incomplete[1:])]
    return _starting((*SIDES, *MUSCLES, *TYPES, *SPREADS, *FEATURES), incomplete)


def triggers(incomplete: str) -> list[str]:
    from cramplog.domain.triggers import TRIGGERS

    return _starting([*_named(TRIGGERS, incomplete), *own_triggers(_settings())], incomplete)


def remedies(incomplete: str) -> list[str]:
    from cramplog.domain.remedies import REMEDIES

    return _starting(_named(REMEDIES, incomplete), incomplete)


def _named(entries: Mapping[str, Entry], incomplete: str) -> list[str]:
    """Ids, and once a letter was typed the other names as well: `@co` offers `@cold`."""
    others = [name for entry in entries.values() for name in entry.aliases] if incomplete else []
    return [*entries, *others]


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
    from cramplog.domain.factors import FACTORS

    return _starting(["quiet", *(f"{name}=" for name in FACTORS)], incomplete)


def facts(incomplete: str) -> list[str]:
    from cramplog.domain.profile import FACTS

    return _starting([f"{name}=" for name in FACTS], incomplete)


def rules(incomplete: str) -> list[str]:
    from cramplog.flags.catalogue import RULES

    return _starting(list(RULES), incomplete.upper())


def topics(incomplete: str) -> list[str]:
    from cramplog.guide.catalogue import TOPICS

    return _starting(list(TOPICS), incomplete)


def numbers(incomplete: str) -> list[str]:
    """Recent episodes, and `last`."""
    diary = _diary()
    recent = [] if diary is None else [str(number) for number in diary.recent_numbers()]
    return _starting([*recent, "last"], incomplete)


def edited(incomplete: str) -> list[str]:
    """An episode, or what is to change of the last one."""
    return [*numbers(incomplete), *words(incomplete)]


def people(incomplete: str) -> list[str]:
    diary = _diary()
    return [] if diary is None else _starting(diary.people_names(), incomplete)


def settings(incomplete: str) -> list[str]:
    from cramplog.config import SETTINGS
    from cramplog.flags.catalogue import THRESHOLDS

    return _starting([*SETTINGS, *THRESHOLDS], incomplete)


def _settings() -> dict[str, str]:
    diary = _diary()
    return {} if diary is None else diary.settings


def _diary() -> Diary | None:
    try:
        path = paths.diary_file()
        if paths.is_server(path) and "connect_timeout" not in path:
            path += ("&" if "?" in path else "?") + f"connect_timeout={PATIENCE}"
        if not is_there(path) or not (paths.is_server(path) or verify.is_current(path)):
            return None
        return Diary(path, os.environ.get("CRAMPLOG_PERSON") or None)
    except CramplogError:
        return None
