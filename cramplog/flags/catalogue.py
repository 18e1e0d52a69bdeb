"""All rules: importing a module of rules enters them, in this order."""

from __future__ import annotations

from cramplog.errors import BadSetting, NoSuchRule
from cramplog.flags.article import body, frequency
from cramplog.flags.guideline import (
    arteries,
    burden,
    children,
    clots,
    diseases,
    duration,
    medicines,
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


def parse_threshold(key: str, text: str) -> int:
    """The number that a person sets a threshold to, as typed.

    Raises:
        BadSetting: the key is none of `THRESHOLDS`, or the number is not a whole one in bounds.
    """
    threshold = THRESHOLDS.get(key.lower())
    if threshold is None:
        raise BadSetting(f"{key} is not a setting.", "cramplog config list shows them.")
    plain = text.strip()
    bounds = f"a whole number from {threshold.lowest} to {threshold.highest}"
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(threshold.highest)):
        raise BadSetting(f"{threshold.key} is {bounds}; you typed {text!r}.")
    if not threshold.lowest <= int(plain) <= threshold.highest:
        raise BadSetting(f"{threshold.key} is {bounds}; you typed {text!r}.")
    return int(plain)
