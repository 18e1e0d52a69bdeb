"""What to say of a word that is none of the quick-entry words."""

from __future__ import annotations

from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.remedies import REMEDIES, remedy
from cramplog.domain.spelling import quoted, suggest
from cramplog.domain.triggers import TRIGGERS, trigger
from cramplog.errors import BadDuration, BadMuscle, BadOption, BadTime, BadWord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.errors import InputError

DAYS = ("yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
PLAIN = ("left", "right", "both", *TYPES, *SPREADS, *FEATURES)


def explained(word: str, own_triggers: Iterable[str] = ()) -> InputError:
    """The error for an unknown word: its possible roles, or the nearest word there is."""
    plain = word.lower()
    roles = []
    if trigger(plain) or plain in own_triggers:
        roles.append(f"@{plain} (a suspected trigger)")
    if remedy(plain):
        roles.append(f"+{plain} (a remedy tried)")
    if roles:
        return BadWord(f"{quoted(word)} needs a sign before it.", f"Type {' or '.join(roles)}.")
    if plain.startswith("-"):
        if plain[1:2].isdigit():
            return BadDuration(f"{quoted(word)} is less than nothing.", "Try 5m, 90s or 1h.")
        return BadOption(f"{quoted(word)} is not an option of this command.", "See --help.")
    nearest = suggest(plain, (*MUSCLES, *PLAIN, *DAYS))
    if nearest in MUSCLES:
        return BadMuscle(f"{quoted(word)} is not a muscle I know.", f'Did you mean "{nearest}"?')
    if nearest in DAYS:
        return BadTime(f"{quoted(word)} is not a day I know.", f'Did you mean "{nearest}"?')
    if nearest:
        return BadWord(f"{quoted(word)} is not a word I know.", f'Did you mean "{nearest}"?')
    marked = suggest(plain, (*TRIGGERS, *REMEDIES))
    if marked:
        sign = "@" if marked in TRIGGERS else "+"
        return BadWord(f"{quoted(word)} is not a word I know.", f'Did you mean "{sign}{marked}"?')
    return BadWord(
        f"{quoted(word)} is not a word I know.",
        'Free text goes into --note "..."; `cramplog log --help` shows the words.',
    )
