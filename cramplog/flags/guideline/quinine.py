"""Quinine, which is never suggested and is watched where it is taken."""

from __future__ import annotations

from cramplog.flags.guideline.common import NOW, SIGNS, TODAY, pressing, sure, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import EMERGENCY, SOON, URGENT, Finding, conclude, either, every, within
from cramplog.flags.person import NOT_PREGNANT, OVERDUE, pregnant, takes
from cramplog.flags.rule import Path, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

PRESCRIBER = Path(specialists=("whoever prescribed it, or a pharmacist",))


def _quinine(record: Record, nights: int) -> Finding:
    """Whether quinine was taken in these nights, as a medicine or tried against a cramp.

    A course that ended in them counts; one glass of tonic water is not recorded as either.
    """
    tried = tuple(
        episode
        for episode in record.within(nights)
        if any(tried.remedy == "quinine" for tried in episode.tried)
    )
    seen = f"quinine tried in {counted(len(tried), 'cramp')}"
    logged = Finding(state=bool(tried), seen=(seen,), episodes=tried)
    return either(takes(record, "quinine", lately=nights), *sure(logged))


@rule(
    "GL-QUININE",
    title="Quinine against cramps",
    statement="Quinine is not to be used routinely against leg cramps: it can cause serious "
    "bleeding, heart trouble and allergic reactions. Ask for a review.",
    condition="quinine, or tonic water regularly, taken in the last {window} days",
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
    statement="You take quinine, and you bruise, have red spots, or bleed. The nose, gums, urine "
    "or stool may bleed. The FDA and the MHRA warn of it. Stop quinine and get help at once.",
    condition="quinine taken, and unusual bruises or bleeding, in the last {window} days; an "
    "emergency with heavy bleeding",
    urgencies=(EMERGENCY, URGENT, SOON),
    thresholds=(window("gl-quinine-bleed", says="days looked at"), *SIGNS),
    sources=("fda", "mhra"),
    path=Path(
        specialists=(*NOW.specialists, *TODAY.specialists),
        actions={
            EMERGENCY: "Stop quinine. Call your local emergency number (112, 999, 911) now.",
            URGENT: "Stop quinine and get medical help today.",
        },
    ),
)
def bleeding(record: Record, limits: Limits) -> Outcome:
    """Quinine can take away the platelets."""
    days = limits["window"]
    heavy = sign(record, "heavy_bleeding", days)
    found = either(sign(record, "bruising", days), *sure(heavy))
    quinine_taken = _quinine(record, days)
    if heavy.state:
        return pressing(record, every(quinine_taken, heavy), EMERGENCY)
    more = heavy.asks if heavy.state is None else ()
    return pressing(record, every(quinine_taken, found), URGENT, more=more)


@rule(
    "GL-QUININE-HEAR",
    title="Ringing ears, poor sight or confusion with quinine",
    statement="Your ears ring, or you hear, see or think less well, and you take quinine. It may "
    "be too much, says the MHRA. How fast to act is our view.",
    condition="quinine taken, and ringing ears, a change of hearing or sight, or confusion, in "
    "the last {window} days",
    urgencies=(URGENT, SOON),
    thresholds=(window("gl-quinine-hear", says="days looked at"), *SIGNS),
    sources=("mhra",),
    path=Path(
        specialists=TODAY.specialists,
        actions={URGENT: "Take no more quinine before you have asked a doctor today."},
    ),
)
def hearing(record: Record, limits: Limits) -> Outcome:
    """Signs of too much quinine."""
    days = limits["window"]
    found = either(sign(record, "hearing_vision", days), sign(record, "confusion", days))
    return pressing(record, every(_quinine(record, days), found), URGENT)


@rule(
    "GL-PREG-QUININE",
    title="Quinine in pregnancy",
    statement="Quinine can harm the unborn child. So Cochrane leaves it out of its review. Speak "
    "to the prescriber today.",
    condition="pregnant, and quinine, or tonic water regularly, taken in the last {window} days",
    urgencies=(URGENT,),
    thresholds=(window("gl-preg-quinine", says="days looked at"), OVERDUE, NOT_PREGNANT),
    sources=("cochrane",),
    path=Path(
        specialists=("whoever prescribed it, or your maternity unit",),
        actions={URGENT: "Today: call your midwife, or the doctor who gave you quinine."},
    ),
)
def in_pregnancy(record: Record, limits: Limits) -> Outcome:
    """Tonic water counts."""
    return conclude(within(_quinine(record, limits["window"]), pregnant(record)), URGENT)
