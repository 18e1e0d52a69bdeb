"""All rules: importing a module of rules enters them, in this order."""

from __future__ import annotations

from cramplog.errors import NoSuchRule
from cramplog.flags.article import body, frequency
from cramplog.flags.guideline import (
    arteries,
    burden,
    children,
    clots,
    diseases,
    duration,
    medicines,
    muscles,
    nerves,
    poisons,
    pregnancy,
    quinine,
    restless,
)
from cramplog.flags.rule import ENTERED, OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.rule import Rule, Threshold

MODULES = (
    frequency,
    body,
    clots,
    arteries,
    duration,
    poisons,
    medicines,
    muscles,
    quinine,
    pregnancy,
    children,
    nerves,
    diseases,
    burden,
    restless,
)

RULES: dict[str, Rule] = ENTERED
"""Every rule by id."""

THRESHOLDS: dict[str, Threshold] = {
    threshold.key: threshold
    for rule in RULES.values()
    for threshold in rule.thresholds
    if threshold.whose == OURS
}
"""The numbers that a person may set, by setting; the sources' own numbers are fixed."""


def find(rule_id: str) -> Rule:
    """The rule of an id, in any case of letters.

    Raises:
        NoSuchRule: there is none.
    """
    found = RULES.get(rule_id.upper())
    if found is None:
        raise NoSuchRule(f"There is no rule {rule_id!r}.", "cramplog flags lists them.")
    return found
