"""Pregnancy, and the weeks after birth."""

from __future__ import annotations

from cramplog.flags.guideline.clots import BESIDE_SWELLING, SWELLING
from cramplog.flags.guideline.common import SIGNS, cramps, ours, pressing, window
from cramplog.flags.known import legs, sign
from cramplog.flags.outcome import INFO, SOON, URGENT, Finding, conclude, either, every, within
from cramplog.flags.person import NOT_PREGNANT, OVERDUE, expecting, pregnant
from cramplog.flags.rule import SOURCE, Path, Threshold, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

MATERNITY = Path(
    specialists=("your maternity unit, midwife, GP or out-of-hours doctor",),
    actions={URGENT: "Today: call your midwife, a GP, or the ward that cares for you."},
)


@rule(
    "GL-PREG-DVT",
    title="A red or swollen leg in pregnancy or after birth",
    statement="A red or swollen leg can be a clot in pregnancy or after birth. The HSE in Ireland "
    "says: have it seen today.",
    condition="pregnant or up to {weeks} weeks after birth, and swelling of one leg or red or "
    "darkened skin in the last {window} days",
    urgencies=(URGENT, SOON),
    thresholds=(
        Threshold(key="rule.gl-preg-dvt.weeks", value=6, says="weeks after birth", whose=SOURCE),
        window("gl-preg-dvt", says="days looked at"),
        OVERDUE,
        NOT_PREGNANT,
        *SIGNS,
    ),
    sources=("hse", "abuhb"),
    path=MATERNITY,
)
def red_leg(record: Record, limits: Limits) -> Outcome:
    """One of the two signs is enough."""
    days = limits["window"]
    swelling = sign(record, SWELLING, days)
    if swelling.state and not legs(record, SWELLING, days).one_only:
        swelling = Finding(state=False, seen=("swelling of both legs",))
    signs = either(swelling, sign(record, "redness", days))
    return pressing(record, within(expecting(record, limits["weeks"]), signs), URGENT, at=signs.at)


@rule(
    "GL-PREG-SWELL",
    title="Sudden swelling, headache or trouble seeing in pregnancy",
    statement="Face, hands or feet swell up fast while you are pregnant. Or your head hurts "
    "badly, or you see poorly. Or it hurts below the ribs, or you vomit. It can be pre-eclampsia. "
    "NHS hospitals in Birmingham and Hull say: call the maternity unit.",
    condition="pregnant or up to {weeks} weeks after birth, and in the last {window} days: sudden "
    "swelling of face, hands or feet, or of both legs; a severe headache; trouble seeing; pain "
    "just below the ribs; or vomiting with a headache",
    urgencies=(URGENT, SOON),
    thresholds=(
        ours("gl-preg-swell", "weeks", 4, "weeks after birth", 12),
        window("gl-preg-swell", 7, "days looked at"),
        OVERDUE,
        NOT_PREGNANT,
        *SIGNS,
    ),
    sources=("uhb", "humber"),
    path=MATERNITY,
)
def swelling(record: Record, limits: Limits) -> Outcome:
    """Rests on the pages of two NHS hospitals; the second counts the time soon after birth."""
    days = limits["window"]
    names = ("sudden_swelling", "severe_headache", "vision_trouble", "rib_pain")
    both = sign(record, SWELLING, days)
    if both.state and legs(record, SWELLING, days).one_only:
        both = Finding(state=False, seen=("swelling of one leg",))
    sick = every(sign(record, "vomiting", days), sign(record, "headache", days))
    beside = tuple(found for found in (both, sick) if found.state)
    signs = either(*(sign(record, name, days) for name in names), *beside)
    return pressing(record, within(expecting(record, limits["weeks"]), signs), URGENT, at=signs.at)


@rule(
    "GL-PREG-INFO",
    title="Cramps in pregnancy",
    statement="Leg cramps are common in the second and third trimester; they can last up to ten "
    "minutes, and the muscle can stay tender for a day.",
    condition="pregnant, a cramp in the last {window} nights, and none of: swelling of the leg, "
    "red, darkened or warm skin, hard or sore veins, pain that stays",
    urgencies=(INFO,),
    thresholds=(window("gl-preg-info"), OVERDUE, NOT_PREGNANT, SIGNS[1]),
    sources=("hse",),
)
def common(record: Record, limits: Limits) -> Outcome:
    """Said only where every sign was looked for and not found."""
    days = limits["window"]
    signs = either(*(sign(record, name, days) for name in (SWELLING, *BESIDE_SWELLING)))
    no_sign = signs.replace(
        state=None if signs.state is None else not signs.state,
        seen=("no sign of a clot",) if signs.state is False else signs.seen,
    )
    return conclude(within(pregnant(record), cramps(record, days), no_sign), INFO)
