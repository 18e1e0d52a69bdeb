"""What several guideline rules share: windows, whom to see, counts of cramps."""

from __future__ import annotations

from cramplog.flags.known import DENIED, PRESENT
from cramplog.flags.outcome import EMERGENCY, SOON, URGENT, Finding, Fired, conclude, sentence
from cramplog.flags.rule import Note, Path, Threshold
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Ask, Outcome
    from cramplog.flags.record import Record

NOW = Path(specialists=("your local emergency number (112, 999, 911)",))
TODAY = Path(specialists=("a GP, or NHS 111 in the UK, or an out-of-hours service",))
GP = Path(specialists=("a GP",))
NEVER_STOP = Note(
    text="cramplog's own words: do not stop a prescribed medicine because of this flag; ask "
    "whoever prescribed it, or a pharmacist.",
    sources=(),
)
SIGNS = (PRESENT, DENIED)
"""The numbers of every rule that is about signs which may come suddenly."""
LATER = {
    EMERGENCY: "Still there? Call your local emergency number (112, 999, 911) now.",
    URGENT: "If it is still there: call a GP, NHS 111 or out-of-hours service today.",
}
IF_BACK = "Have it looked at soon. If it comes back, get help the same day."


def pressing(
    record: Record,
    found: Finding,
    urgency: str,
    *,
    at: int | None = None,
    more: tuple[Ask, ...] = (),
    later: str = "",
    hours: int | None = None,
) -> Outcome:
    """The outcome of a rule about signs: urgent while one was said to be there lately.

    `PRESENT` hours after the last word it is a question, and SOON until that is answered, with
    `later` as what to do. `at` is when what counts was last there, if not when any sign was,
    and `hours` how long it then presses.
    """
    outcome = conclude(found, urgency, more)
    last = found.at if at is None else at
    presses = record.chosen(PRESENT) if hours is None else hours
    late = last is not None and record.now - last > presses * 3600
    if not (late and isinstance(outcome, Fired)) or urgency not in LATER:
        return outcome
    noted = sentence(("you noted: " + ", and ".join(found.facts or found.seen),))
    return outcome.replace(
        urgency=SOON,
        seen=noted if later else f"{noted} If it is still there: today.",
        action=later or (LATER[urgency] if found.asks else IF_BACK),
        asks=(*found.asks, *more),
    )


def window(rule_id: str, nights: int = 28, says: str = "nights looked at") -> Threshold:
    """Our default window of a rule, `rule.<id>.window`."""
    return Threshold(key=f"rule.{rule_id}.window", value=nights, says=says, lowest=7, highest=90)


def ours(rule_id: str, name: str, value: int, says: str, highest: int = 100) -> Threshold:
    """A default of ours, `rule.<id>.<name>`."""
    return Threshold(key=f"rule.{rule_id}.{name}", value=value, says=says, highest=highest)


def cramps(record: Record, nights: int, need: int = 1) -> Finding:
    """Whether there were so many cramps, of leg or elsewhere, in the window."""
    return _counted(record.within(nights), nights, need)


def leg_cramps(record: Record, nights: int, need: int = 1) -> Finding:
    """Whether there were so many cramps of leg or foot in the window."""
    return _counted(record.legs(nights), nights, need)


def _counted(found: tuple[Episode, ...], nights: int, need: int) -> Finding:
    return Finding(
        state=len(found) >= need,
        seen=(f"{counted(len(found), 'cramp')} in the last {nights} nights",),
        episodes=found,
    )


def sure(finding: Finding) -> tuple[Finding, ...]:
    """The finding where it holds: counted in an OR, and never asked for."""
    return (finding,) if finding.state else ()
