"""What a measured time is held to, and the line of the table that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Goal(NamedTuple):
    """`name` takes at most `factor` times `against`, or `slack` milliseconds more than it."""

    name: str
    against: str
    factor: float
    slack: float = 0


def is_met(goal: Goal, times: Mapping[str, float]) -> bool:
    """Whether the medians, in milliseconds, keep the goal."""
    theirs = times[goal.against]
    return times[goal.name] <= max(goal.factor * theirs, theirs + goal.slack)


def line(goal: Goal, times: Mapping[str, float]) -> str:
    """One line: figure, ratio, goal, and whether it is met."""
    ours, theirs = times[goal.name], times[goal.against]
    wanted = f"{goal.factor:g} x" + (f" or +{goal.slack:g} ms" if goal.slack else "")
    ratio = f"{ours / theirs:5.2f} x {goal.against}"
    verdict = "ok" if is_met(goal, times) else "MISSED"
    return f"{goal.name:40} {ours:7.1f} ms {ratio:42} at most {wanted:18} {verdict}"


def report(goals: Sequence[Goal], times: Mapping[str, float]) -> bool:
    """Prints a line for each goal; whether all are met."""
    for goal in goals:
        print(line(goal, times))
    return all(is_met(goal, times) for goal in goals)
