"""Children."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.guideline.common import GP, cramps, ours, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import ROUTINE, SOON, URGENT, Finding, conclude, either, every, within
from cramplog.flags.person import age
from cramplog.flags.rule import SOURCE, Path, Threshold, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


def _younger_than(record: Record, years: int) -> Finding:
    reached = age(record)
    if reached is None:
        return Finding(state=None, asks=(asks.ABOUT_AGE,))
    born = record.facts.profile["born"]
    return Finding(
        state=reached < years,
        seen=(f"{reached} years old this year",),
        facts=(f"born in {born}",),
    )


@rule(
    "GL-CHILD-YOUNG",
    title="Cramps in a child under eight",
    statement="Of 2527 children none under eight had night leg cramps, so they are not typical at "
    "that age and worth asking a doctor about.",
    condition="younger than {years} years, and a cramp in the last {window} nights",
    urgencies=(ROUTINE,),
    thresholds=(
        Threshold(key="rule.gl-child-young.years", value=8, says="years of age", whose=SOURCE),
        window("gl-child-young"),
    ),
    sources=("leung",),
    path=GP,
)
def young(record: Record, limits: Limits) -> Outcome:
    """Age is this year less the year of birth: no more is asked for."""
    child = _younger_than(record, limits["years"])
    return conclude(every(cramps(record, limits["window"]), child), ROUTINE)


@rule(
    "GL-CHILD-RED",
    title="A limping child, or one with a hot joint",
    statement="A child that limps without an injury should be looked at; with fever, or a "
    "swollen, red or hot joint, the same day.",
    condition="younger than {years} years, and in the last {window} days a limp, or a swollen, "
    "red or hot joint; the same day with fever beside it, or with the joint",
    urgencies=(URGENT, SOON),
    thresholds=(
        ours("gl-child-red", "years", 16, "years of age", 18),
        window("gl-child-red", says="days looked at"),
    ),
    sources=("frimley",),
    path=Path(specialists=("a GP, or NHS 111 the same day",)),
)
def limping(record: Record, limits: Limits) -> Outcome:
    """What secondary pages add (weight loss, bruises, tiredness, one leg only) is left out."""
    days = limits["window"]
    limp, joint, fever = (sign(record, name, days) for name in ("limp", "hot_joint", "fever"))
    pressing = either(joint, every(limp, fever))
    found = within(_younger_than(record, limits["years"]), either(limp, joint))
    beside = (pressing,) if pressing.state else ()
    more = pressing.asks if pressing.state is None else ()
    return conclude(every(found, *beside), URGENT if pressing.state else SOON, more)
