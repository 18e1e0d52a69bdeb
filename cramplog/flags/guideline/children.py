"""Children."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.guideline.common import GP, SIGNS, TODAY, cramps, ours, pressing, sure, window
from cramplog.flags.known import sign, spell
from cramplog.flags.outcome import ROUTINE, SOON, URGENT, Finding, conclude, either, every, within
from cramplog.flags.person import ages
from cramplog.flags.rule import SOURCE, Path, Threshold, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


def _younger_than(record: Record, years: int) -> Finding:
    reached = ages(record)
    if reached is None:
        return Finding(state=None, asks=(asks.ABOUT_AGE,))
    least, most = reached
    if least < years <= most:
        return Finding(state=None, asks=(asks.ABOUT_MONTH,))
    old = f"{least} years old" if least == most else f"{least} or {most} years old"
    born = record.facts.profile["born"]
    return Finding(state=most < years, seen=(old,), facts=(f"born in {born}",))


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
    """A year of birth alone leaves the age open by a year, and the month is asked for."""
    child = _younger_than(record, limits["years"])
    return conclude(every(cramps(record, limits["window"]), child), ROUTINE)


@rule(
    "GL-CHILD-RED",
    title="A limping child, or one with a hot joint",
    statement="NHS Frimley says: have a limping child looked at. Some need a doctor or nurse "
    "today. Such a child cannot stand on the leg, or has a fever. Or a joint is swollen, red or "
    "hot. Or the limp is no better after 48 hours.",
    condition="younger than {years} years, and in the last {window} days a limp, a leg that "
    "cannot bear weight, or a swollen, red or hot joint; the same day with the joint, without "
    "weight on the leg, with fever beside the limp, or a limp for more than {hours} hours",
    urgencies=(URGENT, SOON),
    thresholds=(
        ours("gl-child-red", "years", 16, "years of age", 18),
        Threshold(
            key="rule.gl-child-red.hours",
            value=48,
            says="hours of limping, to be exceeded",
            whose=SOURCE,
        ),
        window("gl-child-red", says="days looked at"),
        *SIGNS,
    ),
    sources=("frimley",),
    path=Path(
        specialists=TODAY.specialists,
        actions={URGENT: "Today: the child's GP, or NHS 111 in the UK."},
    ),
)
def limping(record: Record, limits: Limits) -> Outcome:
    """What secondary pages add (weight loss, bruises, tiredness, one leg only) is left out."""
    days = limits["window"]
    names = ("limp", "hot_joint", "fever", "no_weight")
    limp, joint, fever, weight = (sign(record, name, days) for name in names)
    first, last = spell(record, "limp", days)
    lasts = limp.replace(
        state=bool(limp.state) and last - first > limits["hours"] * 3600,
        seen=(f"{limp.seen[0]} for more than {limits['hours']} hours",) if limp.seen else (),
    )
    beside = sure(weight)  # a limp that is denied answers it
    worse = either(joint, *beside, every(limp, fever), lasts)
    child = _younger_than(record, limits["years"])
    if worse.state:
        return pressing(record, within(child, worse), URGENT, at=worse.at)
    more = worse.asks if worse.state is None else ()
    return conclude(within(child, either(limp, joint)), SOON, more)
