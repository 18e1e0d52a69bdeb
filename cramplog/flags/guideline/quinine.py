"""Quinine, which is never suggested and is watched where it is taken."""

from __future__ import annotations

from cramplog.flags.guideline.common import NOW, TODAY, sure, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import EMERGENCY, SOON, URGENT, Finding, conclude, either, every, within
from cramplog.flags.person import OVERDUE, pregnant, takes
from cramplog.flags.rule import Path, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

PRESCRIBER = Path(specialists=("whoever prescribed it, or a pharmacist",))


def _quinine(record: Record, nights: int) -> Finding:
    """Whether quinine is taken, as a medicine or tried against a cramp (tonic water too)."""
    tried = tuple(
        episode
        for episode in record.within(nights)
        if any(tried.remedy == "quinine" for tried in episode.tried)
    )
    seen = f"quinine tried in {counted(len(tried), 'cramp')}"
    logged = Finding(state=bool(tried), seen=(seen,), episodes=tried)
    return either(takes(record, "quinine"), *sure(logged))


@rule(
    "GL-QUININE",
    title="Quinine against cramps",
    statement="Quinine is not to be used routinely against leg cramps: it can cause serious "
    "bleeding, heart trouble and allergic reactions. Ask for a review.",
    condition="quinine, or drinks with it, taken in the last {window} days",
    urgencies=(SOON,),
    thresholds=(window("gl-quinine", says="days looked at"),),
    sources=("mhra", "fda"),
    path=PRESCRIBER,
)
def quinine(record: Record, limits: Limits) -> Outcome:
    """A caution; the program never lists quinine as a remedy to try."""
    return conclude(_quinine(record, limits["window"]), SOON)


@rule(
    "GL-QUININE-BLEED",
    title="Bruises or bleeding with quinine",
    statement="New bruises, small red spots, or bleeding of nose, gums, urine or stool while "
    "taking quinine need help at once, and no more quinine until a doctor has been asked.",
    condition="quinine taken, and unusual bruises or bleeding, in the last {window} days",
    urgencies=(EMERGENCY,),
    thresholds=(window("gl-quinine-bleed", says="days looked at"),),
    sources=("fda", "mhra"),
    path=NOW,
)
def bleeding(record: Record, limits: Limits) -> Outcome:
    """Quinine can take away the platelets."""
    found = sign(record, "bruising", limits["window"])
    return conclude(every(_quinine(record, limits["window"]), found), EMERGENCY)


@rule(
    "GL-QUININE-HEAR",
    title="Ringing ears, poor sight or confusion with quinine",
    statement="Ringing in the ears, a change of hearing or sight, or confusion while taking "
    "quinine can mean too much of it, and is to be seen the same day.",
    condition="quinine taken, and ringing ears, a change of hearing or sight, or confusion, in "
    "the last {window} days",
    urgencies=(URGENT,),
    thresholds=(window("gl-quinine-hear", says="days looked at"),),
    sources=("mhra",),
    path=TODAY,
)
def hearing(record: Record, limits: Limits) -> Outcome:
    """Signs of too much quinine."""
    days = limits["window"]
    found = either(sign(record, "hearing_vision", days), sign(record, "confusion", days))
    return conclude(every(_quinine(record, days), found), URGENT)


@rule(
    "GL-PREG-QUININE",
    title="Quinine in pregnancy",
    statement="Quinine can harm the unborn child; reviews of treatment in pregnancy leave it out "
    "for that reason. Speak to the prescriber today.",
    condition="pregnant, and quinine or drinks with it taken in the last {window} days",
    urgencies=(URGENT,),
    thresholds=(window("gl-preg-quinine", says="days looked at"), OVERDUE),
    sources=("cochrane",),
    path=Path(
        specialists=("whoever prescribed it, or your maternity unit, today",),
        today="Call whoever prescribed it, or your maternity unit, today.",
    ),
)
def in_pregnancy(record: Record, limits: Limits) -> Outcome:
    """Tonic water counts."""
    return conclude(within(_quinine(record, limits["window"]), pregnant(record)), URGENT)
