"""Contradictions in a merged record, which no single command would have allowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cramplog.diary.repository import Diary
from cramplog.domain.catalogue import key
from cramplog.domain.spelling import quoted
from cramplog.services.record import SAME_SECONDS

SHOWN = 5
LOOKED_AT = 1000  # new episodes to compare with their neighbours


def contradictions(diary: Diary) -> list[str]:
    """Return a sentence for each contradictory condition, and for each doubled fact."""
    facts = diary.facts()
    found = []
    running = [one for one in facts.conditions if not one.until]
    for name, same in _by_name(running):
        if len({one.absent for one in same}) > 1:
            found.append(
                f"{quoted(name)} is on record as there and as not there. Say which: cramplog "
                f"condition add, or deny, {quoted(name)}"
            )
        elif len(same) > 1:
            found.append(
                f"{quoted(name)} is on record {len(same)} times. One is enough: cramplog "
                f"condition add {quoted(name)} --since DATE says it anew"
            )
    for name, same in _by_name(one for one in facts.medicines if not one.stopped):
        if len(same) > 1:
            found.append(
                f"{quoted(name)} runs {len(same)} times, perhaps one course noted on two machines. "
                "Look: cramplog medicine list"
            )
    return found


def _by_name(facts: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    found: dict[str, list[Any]] = {}
    for one in facts:
        found.setdefault(key(one.name), []).append(one)
    return [(same[0].name, same) for same in found.values()]


def twins(diary: Diary, numbers: list[int]) -> list[str]:
    """Return sentences on new episodes within two minutes of another one in the same place."""
    pairs = []
    for number in numbers[:LOOKED_AT]:
        episode = diary.episode(number)
        start = episode.started_at
        around = diary.near(episode.night, start - SAME_SECONDS, start + SAME_SECONDS)
        same = [n for n in around if n < number and diary.episode(n).sites == episode.sites]
        pairs += [(same[0], number)] if same else []
    told = [
        f"Episodes {one} and {other} began within two minutes of each other, in the same place; "
        f"both are kept. One cramp, not two? cramplog delete {other}"
        for one, other in pairs[:SHOWN]
    ]
    return [*told, f"So did {len(pairs) - SHOWN} more pairs."] if pairs[SHOWN:] else told
