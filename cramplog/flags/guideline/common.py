"""What several guideline rules share: windows, whom to see, counts of cramps."""

from __future__ import annotations

from cramplog.flags.outcome import Finding
from cramplog.flags.rule import Note, Path, Threshold
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.record import Record

NOW = Path(specialists=("the ambulance service (999, 112 or 911), now",))
TODAY = Path(specialists=("a GP or NHS 111, the same day",))
GP = Path(specialists=("a GP",))
NEVER_STOP = Note(
    text="Never stop a prescribed medicine because of this: ask whoever prescribed it, or a "
    "pharmacist.",
    sources=("nhs-statins",),
)


def window(rule_id: str, nights: int = 28, says: str = "nights looked at") -> Threshold:
    """Our default window of a rule, `rule.<id>.window`."""
    return Threshold(key=f"rule.{rule_id}.window", value=nights, says=says, lowest=7, highest=90)


def ours(rule_id: str, name: str, value: int, says: str, highest: int = 100) -> Threshold:
    """A default of ours, `rule.<id>.<name>`."""
    return Threshold(key=f"rule.{rule_id}.{name}", value=value, says=says, highest=highest)


def cramps(record: Record, nights: int, need: int = 1) -> Finding:
    """Whether there were so many cramps, of leg or elsewhere, in the window."""
    found = record.within(nights)
    return Finding(
        state=len(found) >= need,
        seen=(f"{counted(len(found), 'cramp')} in the last {nights} nights",),
        episodes=found,
    )


def sure(finding: Finding) -> tuple[Finding, ...]:
    """The finding where it holds: counted in an OR, and never asked for."""
    return (finding,) if finding.state else ()
