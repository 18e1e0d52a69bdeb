"""Remedies as they are typed: which were tried, whether each helped, and how soon."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.domain.episode import Tried
from cramplog.domain.remedies import remedy
from cramplog.errors import BadDuration, Repeated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

YES_NO = ("yes", "no")


def tried(text: str) -> Iterator[Tried]:
    """Read `stretch`, `stretch!` or `stretch:yes` (it helped), `stretch:no`, `stretch:2m`.

    `!2m` means the same as `:2m`, but shells treat `!` in ways of their own.
    """
    for part in text.split(","):
        name = part.strip().removeprefix("+").replace(":", "!", 1)
        name, sign, after = name.partition("!")
        after = after.strip("!").lower()
        helped = after != "no" if sign else None
        yield _said(name, helped=helped, after="" if after in YES_NO else after)


def helped(text: str) -> Iterator[Tried]:
    """Read `stretch` or `stretch:2m` from the option for remedies that helped."""
    for part in text.split(","):
        name, _, after = part.strip().partition(":")
        yield _said(name, helped=True, after=after)


def not_helped(text: str) -> Iterator[Tried]:
    """Read the option for remedies that did not help."""
    for part in text.split(","):
        yield _said(part.strip(), helped=False, after="")


def _said(name: str, *, helped: bool | None, after: str) -> Tried:
    found = remedy(name)
    if found is None:
        from cramplog.domain import unknown

        raise unknown.no_remedy(name)
    try:
        seconds = timeparse.parse_duration(after)[0] if after else None
    except BadDuration as problem:
        hint = "Try 5m for how long that took, yes or no."
        raise BadDuration(f'"{after}" does not say whether {found} helped.', hint) from problem
    return Tried(remedy=found, helped=helped, relief_seconds=seconds)


def together(before: Tried | None, now: Tried) -> Tried:
    """Unite what was typed of one remedy in two places; raises Repeated for a contradiction."""
    if before is None:
        return now
    if None not in (before.helped, now.helped) and before.helped != now.helped:
        raise Repeated(f"{now.remedy} both helped and did not help.", "Say one of them.")
    return Tried(
        remedy=now.remedy,
        helped=before.helped if now.helped is None else now.helped,
        relief_seconds=before.relief_seconds if now.relief_seconds is None else now.relief_seconds,
    )
