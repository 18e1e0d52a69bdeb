"""Flags as JSON, with all that the contract names of each."""

from __future__ import annotations

from cramplog.domain.moments import rfc3339
from cramplog.domain.night import iso
from cramplog.flags.rule import SOURCE
from cramplog.flags.sources import SOURCES
from cramplog.render import typical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cramplog.flags.evaluate import Evaluation, Flag
    from cramplog.flags.outcome import Ask
    from cramplog.flags.rule import Limits, Rule
    from cramplog.services.judge import Judged

NOT_A_DIAGNOSIS = (
    "A flag is a reason to talk to a doctor about what you wrote down; it is not a diagnosis."
)


def data(evaluation: Evaluation) -> dict[str, Any]:
    """The `data` of `flags --json`; the number of each flag is that of the list on a screen."""
    number = {flag.rule.id: at for at, flag in enumerate(evaluation.listed, 1)}
    return {
        "flags": [{"number": number[flag.rule.id], **flag_data(flag)} for flag in evaluation.flags],
        "not_evaluable": [
            {
                **_rule_data(item.rule, item.limits),
                "urgency": item.rule.urgencies[0],
                "record": _asks_data(item.open.asks),
            }
            for item in evaluation.not_evaluable
        ],
    }


def judged_data(found: Judged) -> dict[str, Any]:
    """All flags; those that were quieted stand apart, with the reason and without a number."""
    return {
        **data(found.evaluation),
        "snoozed": [
            {
                "number": None,
                **flag_data(item.flag),
                "until": iso(item.until),
                "because": item.because,
            }
            for item in found.quiet
        ],
        "typical": typical.data(found.typical),
    }


def flag_data(flag: Flag) -> dict[str, Any]:
    """One flag, without its number in a list."""
    return {
        **_rule_data(flag.rule, flag.limits),
        "urgency": flag.fired.urgency,
        "do": flag.do or None,
        "action": flag.action,
        "seen": flag.fired.seen,
        "facts": list(flag.fired.facts),
        "open": _asks_data(flag.fired.asks),
        "evidence": [
            {
                "number": episode.number,
                "night": iso(episode.night),
                "started_at": rfc3339(episode.started_at, episode.utc_offset),
            }
            for episode in flag.fired.episodes
        ],
        "not_a_diagnosis": NOT_A_DIAGNOSIS,
    }


def _asks_data(asks: tuple[Ask, ...]) -> list[dict[str, Any]]:
    return [
        {
            "question": ask.question,
            "answers": [{"answer": says, "command": command} for says, command in ask.answers],
        }
        for ask in asks
    ]


def _rule_data(rule: Rule, limits: Limits) -> dict[str, Any]:
    return {
        "id": rule.id,
        "origin": rule.origin,
        "title": rule.title,
        "statement": rule.statement,
        "condition": rule.condition_with(limits),
        "thresholds": [
            {
                "name": threshold.name,
                "setting": None if threshold.whose == SOURCE else threshold.key,
                "value": limits[threshold.name],
                "default": threshold.value,
                "counts": threshold.says,
                "whose": threshold.whose,
            }
            for threshold in rule.thresholds
        ],
        "specialists": list(rule.path.specialists),
        "tests": list(rule.path.tests),
        "path_remark": rule.path.remark or None,
        "notes": [{"text": note.text, "sources": list(note.sources)} for note in rule.notes],
        "source": {
            "passages": list(rule.passages),
            "references": [
                SOURCES[key].fields()
                for key in dict.fromkeys(
                    (*rule.sources, *(key for note in rule.notes for key in note.sources))
                )
            ],
        },
    }
