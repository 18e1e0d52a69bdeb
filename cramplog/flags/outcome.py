"""What a rule can answer, and how the things it looked at combine.

A finding holds, does not hold, or is unknown (`True`, `False`, `None`), and findings combine by
Kleene's logic: one yes decides an OR, one no decides an AND, and whatever else holds an unknown
stays unknown. So an unknown fact makes a rule *not evaluable*, never "no"; but where the other
half of an AND is already false, or of an OR already true, no answer could change the outcome,
and the question is not asked.
"""

from __future__ import annotations

from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from typing import TypeVar

    from cramplog.domain.episode import Episode

    Item = TypeVar("Item", bound=Hashable)

EMERGENCY, URGENT, SOON, ROUTINE, INFO = URGENCIES = (
    "EMERGENCY",
    "URGENT",
    "SOON",
    "ROUTINE",
    "INFO",
)
"""Most urgent first: ambulance now; same day; an appointment within about two weeks; the next
visit; worth knowing."""


ACTIONS = {
    EMERGENCY: "Call your local emergency number (112, 999, 911) now. Do not wait.",
    URGENT: "Today: call a GP, or NHS 111 in the UK, or your out-of-hours service.",
    SOON: "Make an appointment with a GP within about two weeks.",
    ROUTINE: "Bring it up at your next visit to a doctor.",
    INFO: "Worth knowing; mention it if you like.",
}
"""What to do, in one line that comes first; a rule may say it in its own words."""
DO = {word: ACTIONS[word] for word in (EMERGENCY, URGENT)}
"""What cannot wait for an appointment."""
URGENCY_MEANS = {
    EMERGENCY: "an ambulance now",
    URGENT: "the same day",
    SOON: "within about two weeks",
    ROUTINE: "at the next visit",
    INFO: "worth knowing",
}


class Ask(Value):
    """A question whose answer would make a rule evaluable, with the command of each answer."""

    question: str
    answers: tuple[tuple[str, str], ...]  # (answer in words, command line)


class Fired(Value):
    """The rule is on. `seen` says so in the person's own numbers."""

    urgency: str
    seen: str
    episodes: tuple[Episode, ...] = ()
    facts: tuple[str, ...] = ()  # facts used, with their dates
    asks: tuple[Ask, ...] = ()  # what is still open and would make it more urgent
    action: str = ""  # what to do, where it is not what the rule says for this urgency


class Clear(Value):
    """Looked at, and not met; `why` in the person's own numbers."""

    why: str


class NotEvaluable(Value):
    """A fact that decides is unknown; `asks` says what to record."""

    asks: tuple[Ask, ...]


Outcome = Fired | Clear | NotEvaluable


class Finding(Value):
    """One thing that a rule looked at: whether it holds, what was seen, on which evidence.

    `at` is the last instant (Unix seconds) at which a sign was said to be there, None where
    nothing of it passes with time; the `asks` of one that holds ask whether it still does.
    """

    state: bool | None
    seen: tuple[str, ...] = ()
    episodes: tuple[Episode, ...] = ()
    facts: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    at: int | None = None


def every(*findings: Finding) -> Finding:
    """AND: false as soon as one is false, whatever is unknown."""
    return _combined(findings, decided_by=False)


def either(*findings: Finding) -> Finding:
    """OR: true as soon as one is true, whatever is unknown."""
    return _combined(findings, decided_by=True)


def _combined(findings: tuple[Finding, ...], *, decided_by: bool) -> Finding:
    for state in (decided_by, None, not decided_by):
        chosen = [finding for finding in findings if finding.state is state]
        if chosen:
            return Finding(
                state=state,
                seen=_once(text for finding in chosen for text in finding.seen),
                episodes=_in_order(e for finding in chosen for e in finding.episodes),
                facts=_once(text for finding in chosen for text in finding.facts),
                asks=_once(ask for finding in chosen for ask in finding.asks),
                at=max((f.at for f in chosen if f.at is not None), default=None),
            )
    raise ValueError("nothing to combine")


def within(gate: Finding, *findings: Finding) -> Finding:
    """AND, where the other questions are asked only once the gate is known to be open.

    Nobody is asked about a child's limp before it is known that there is a child.
    """
    found = every(gate, *findings)
    if found.state is None and gate.state is None:
        return found.replace(asks=gate.asks)
    return found


def conclude(finding: Finding, urgency: str, more: tuple[Ask, ...] = ()) -> Outcome:
    """The outcome of a rule whose whole condition is `finding`.

    `more` are open questions that could make a fired rule more urgent.
    """
    if finding.state is None:
        return NotEvaluable(asks=finding.asks)
    seen = sentence(finding.seen)
    if not finding.state:
        return Clear(why=seen)
    return Fired(
        urgency=urgency, seen=seen, episodes=finding.episodes, facts=finding.facts, asks=more
    )


def sentence(parts: Iterable[str]) -> str:
    """Several observations as one sentence."""
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "." if text else ""


def _once(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def _in_order(episodes: Iterable[Episode]) -> tuple[Episode, ...]:
    each = {episode.id: episode for episode in episodes}  # to hash one whole takes long
    return tuple(sorted(each.values(), key=lambda episode: episode.started_at))
