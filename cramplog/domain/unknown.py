"""Errors for words that are no quick-entry words.

This module needs every catalogue, so it is loaded only after a word was not understood.
"""

from __future__ import annotations

from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES, muscle
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.remedies import REMEDIES, remedy
from cramplog.domain.spelling import did_you_mean, quoted, suggest
from cramplog.domain.triggers import TRIGGERS, trigger
from cramplog.errors import (
    BadDuration,
    BadMuscle,
    BadOption,
    BadPain,
    BadRemedy,
    BadTime,
    BadTrigger,
    BadWord,
)
from cramplog.timeparse import figures
from cramplog.timeparse.lexicon import WEEKDAY_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.errors import InputError

DAYS = ("yesterday", "today", *(name.lower() for name in WEEKDAY_NAMES))
MEAN_THEMSELVES = frozenset(("tight", "outer", "inner"))
"""Words of a cramp that are near to another, and no slip for it."""
PLAIN = ("left", "right", "both", "still", *TYPES, *SPREADS, *FEATURES)


def explained(word: str, own_triggers: Iterable[str] = ()) -> InputError:
    """Return the error for an unknown word: its possible roles, or the nearest known word."""
    plain = word.lower()
    roles = []
    if trigger(plain) or plain in own_triggers:
        roles.append(f"@{plain} (a suspected trigger)")
    if remedy(plain):
        roles.append(f"+{plain} (a remedy tried)")
    if roles:
        return BadWord(f"{quoted(word)} needs a sign before it.", f"Type {' or '.join(roles)}.")
    special = _other_than_words(plain, quoted(word))
    if special is not None:
        return special
    if plain.startswith("-"):
        if plain[1:2].isdigit():
            return BadDuration(f"{quoted(word)} is less than nothing.", "Try 5m, 90s or 1h.")
        return BadOption(f"{quoted(word)} is not an option of this command.", "See --help.")
    return _nearest(word, suggest(plain, (*MUSCLES, *PLAIN, *DAYS)))


def _other_than_words(plain: str, said: str) -> InputError | None:
    """Return the error for a word that belongs elsewhere, or is nearly a number."""
    if plain == "quiet":
        return BadWord('"quiet" is said of a night.', "A night without: cramplog night quiet.")
    if plain.startswith("not") and plain[3:] in FEATURES:
        return BadWord(f"{said} is not a word I know.", f'Did you mean "not-{plain[3:]}"?')
    if plain.isascii() and any(map(str.isdigit, plain)) and not plain.startswith("-"):
        return BadWord(
            f"{said} is no time, duration or pain that I understand.",
            "A time is 02:30, a duration 5m, pain 7.",
        )
    return None


def _nearest(word: str, meant: str | None) -> InputError:
    hint = f'Did you mean "{meant}"?'
    if meant in MUSCLES:
        return BadMuscle(f"{quoted(word)} is not a muscle I know.", hint)
    if meant in DAYS:
        return BadTime(f"{quoted(word)} is not a day I know.", hint)
    if meant is None:
        marked = suggest(word.lower(), (*TRIGGERS, *REMEDIES))
        sign = "@" if marked in TRIGGERS else "+"
        free = 'Free text goes into --note "..."; `cramplog log --help` shows the words.'
        hint = f'Did you mean "{sign}{marked}"?' if marked else free
    return BadWord(f"{quoted(word)} is not a word I know.", hint)


def unclear(filler: str, after: str) -> InputError:
    """Return the error for `at`, `for` and `on` before a bare number, or at the end."""
    if not after:
        return BadWord(f'"{filler}" stands last, with nothing after it.', "Finish it, or drop it.")
    readings = {
        "at": (f"{after} o'clock", f"{after}:00, {after}am"),
        "for": (f"{after} minutes", f"{after}m"),
        "on": (f"the {after}. of a month", "2026-11-20 02:10"),
    }
    meant, typed = readings[filler]
    return BadWord(
        f'"{filler} {after}" can be read as {meant} or as pain {after}.',
        f"Try {typed} or {after}/10.",
    )


def no_start(word: str, said: str) -> InputError:
    """Return the error for `until 03:00` and `every 5m`: neither a start nor a duration."""
    return BadTime(
        f'"{word} {said}" does not say when it began, nor how long it was. Nothing was stored.',
        "Try 02:30 5m: when it began, and how long it lasted.",
    )


def perhaps_a_clock(figure: str, said: str) -> InputError:
    """Return the error for `3 in the morning`."""
    return BadTime(
        f'"{said}" can be read as {figure} o\'clock, or as pain {figure}. Nothing was stored.',
        f"Try {figure}:00, or {figure}/10.",
    )


def a_count(figure: str, what: str) -> InputError:
    """Return the error for `3 times`."""
    return BadWord(f'"{figure} {what}" is not a word I know.', f"Pain {figure} is {figure}/10.")


def denied(word: str, follows: str) -> InputError:
    """Return the error for `not left`."""
    return BadWord(
        f'"{word} {follows}" does not say what was so instead. Nothing was stored.',
        f"Say what was so, or leave {quoted(follows)} out.",
    )


def meanings(words: Iterable[str], own: Iterable[str], side: str) -> tuple[str, ...]:
    """Return the probable meanings of unknown words, as typed; `side` waits for a muscle."""
    found = [meaning for word in words if (meaning := _meaning(word, own))]
    if side:
        found = [f"{side} {one}" if one in MUSCLES else one for one in found]
    return tuple(dict.fromkeys(found))


def _meaning(word: str, own: Iterable[str]) -> str | None:
    plain = word.lower()
    if plain in MEAN_THEMSELVES:
        return None
    if plain.startswith("@"):
        near = suggest(plain[1:], (*TRIGGERS, *own))
        return f"@{near}" if near else None
    if plain.startswith("+"):
        near = muscle(plain[1:]) or suggest(plain[1:], REMEDIES)
        return near if near in MUSCLES else f"+{near}" if near else None
    if trigger(plain) or plain in own:
        return f"@{plain}"
    if remedy(plain):
        return f"+{plain}"
    near = suggest(plain, (*MUSCLES, *PLAIN, *TRIGGERS, *REMEDIES))
    sign = "" if near in MUSCLES or near in PLAIN else "@" if near in TRIGGERS else "+"
    return f"{sign}{near}" if near else None


def two_lengths(words: list[str]) -> InputError:
    """Return the error for `1h 10m ago`: one length of time, or a duration before a time."""
    first, rest = words[0], " ".join(words[1:])
    return BadTime(
        f'"{first} {rest}" can be read as one time, or as {first} long and begun {rest}.',
        f"Try {''.join(words[:-1])} {words[-1]}, or {rest} {first}.",
    )


def without_decimals(text: str) -> str:
    """Return `7,0` as `7`, and another text as it is. Raises BadNumber for `7.000`."""
    found = figures.decimal(text)
    return f"{found:.0f}" if found is not None and found.is_integer() else text


def no_pain(text: str) -> InputError:
    return BadPain(f"{quoted(text)} is not a pain score.", "Pain is 0 to 10: try 7 or 7/10.")


def no_muscle(word: str) -> InputError:
    """Return the error for a part of `calf+toes` or a value of `--muscle`."""
    listed = f"Try {', '.join(MUSCLES)}."
    if not word:
        return BadMuscle("a muscle is missing.", listed)
    return BadMuscle(f"{quoted(word)} is not a muscle I know.", did_you_mean(word, MUSCLES, listed))


def no_trigger(name: str, own: Iterable[str]) -> InputError:
    lists = "`cramplog night --list` lists them; your own: `cramplog config add-trigger NAME`."
    if not name:
        return BadTrigger("a trigger has no name.", f"Try @stress. {lists}")
    hint = did_you_mean(name, (*TRIGGERS, *own))
    return BadTrigger(f"{quoted(name)} is not a trigger I know.", f"{hint} {lists}".strip())


def no_remedy(name: str) -> InputError:
    if muscle(name):
        return BadRemedy(f'"+{name}" would be a remedy.', f'Try "calf+{name}" or "and".')
    listed = "Try stretch, walk, massage, heat or other."
    if not name:
        return BadRemedy("a remedy has no name.", listed)
    return BadRemedy(
        f"{quoted(name)} is not a remedy I know.", did_you_mean(name, REMEDIES, listed)
    )
