"""`help WORD`: what a word of an entry means."""

from __future__ import annotations

from cramplog.cli.session import Result
from cramplog.domain.episode import FEATURES
from cramplog.domain.muscles import MUSCLES, muscle
from cramplog.domain.reading import SPREADS, TYPES
from cramplog.domain.remedies import REMEDIES, remedy
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import TRIGGERS, trigger
from cramplog.errors import BadWord
from cramplog.render.text import flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.catalogue import Entry

SAID = {
    **dict.fromkeys(("left", "right", "both", "l", "r"), "the side: left calf"),
    "still": "the cramp is not over yet: left calf still",
    "woke": "it woke you; slept through or not woke: it did not",
    "sore": "the muscle was sore afterwards; not sore: it was not",
    "numb": "it was numb; not numb: it was not",
    "hard": "the muscle was hard; not hard: it was not",
    "twitching": "it jerked during the cramp; not twitching: it did not",
    "tonic": "one long tightening",
    "clonic": "tightening and letting go, again and again",
    "localized": "one muscle, or some",
    "generalized": "the whole limb",
    "pain": "how bad it was, 0 to 10: 7, 7/10, 7 out of 10",
}
KNOWN = (*SAID, *MUSCLES, *FEATURES, *TYPES, *SPREADS, *TRIGGERS, *REMEDIES)


def explained(word: str) -> Result:
    """Say what a word of an entry means; raises BadWord for one that means nothing."""
    found = meanings(word)
    if not found:
        listed = "The words: cramplog log --help. The commands: cramplog --help."
        raise BadWord(
            f"{quoted(word)} is no command, and not a word of log.",
            did_you_mean(word, KNOWN, listed),
        )
    return Result(
        text=lambda screen: [part for line in found for part in flow(line, screen.width, "  ")],
        data=lambda: {"word": word, "meanings": found},
    )


def meanings(word: str) -> list[str]:
    """List what a word can mean, a line for each."""
    plain = word.lower()
    bare = plain.lstrip("@+")
    found = [f"{plain}: {SAID[plain]}."] if plain in SAID else []
    place = muscle(plain)
    if place:
        found.append(f"{plain}: a place{_others(MUSCLES[place], plain)}. Say: left {place}.")
    suspected = trigger(bare)
    if suspected and plain[0] != "+":
        label, others = TRIGGERS[suspected].label, _others(TRIGGERS[suspected], bare)
        found.append(f"@{bare}: you suspect {label}{others}.")
    tried = remedy(bare)
    if tried and plain[0] != "@":
        label, others = REMEDIES[tried].label, _others(REMEDIES[tried], bare)
        found.append(
            f"+{bare}: you tried {label}{others}. It helped: +{bare}:yes; "
            f"after 2 minutes: +{bare}:2m; it did not: +{bare}:no."
        )
    return found


def _others(entry: Entry, word: str) -> str:
    others = [name for name in (entry.id, *entry.aliases) if name != word]
    return f" (also {', '.join(others)})" if others else ""
