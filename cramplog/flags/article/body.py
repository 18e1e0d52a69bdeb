"""Cramps beside a condition or a sign that the article names."""

from __future__ import annotations

from cramplog.domain.medicines import DIURETICS
from cramplog.flags import asks
from cramplog.flags.article.frequency import REGULAR, regular_cramps
from cramplog.flags.article.path import (
    BLOOD,
    ENDOCRINOLOGIST,
    GP_FIRST,
    NEUROLOGIST,
    SALTS,
    VEINS,
)
from cramplog.flags.counts import at_least, cramp_nights_with
from cramplog.flags.known import condition, group, sign
from cramplog.flags.outcome import ROUTINE, SOON, Finding, conclude, either, every
from cramplog.flags.person import takes
from cramplog.flags.rule import Path, Threshold, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

MINERAL_LOSS = (
    "excessive_dieting",
    "protein_diet",
    "poor_nutrition",
    "fluid_loss_not_replaced",
    "diuretic_use",
)


def _window(rule_id: str) -> Threshold:
    return Threshold(
        key=f"rule.{rule_id}.window", value=28, says="nights looked at", lowest=7, highest=90
    )


@rule(
    "ART-VEINS",
    title="Cramps with a disease of the veins",
    statement="Leg cramps are often a sign of a disease of the legs; varicose veins are one "
    "possible cause, and a doctor for veins is the first to see.",
    condition="varicose veins, thrombophlebitis or visibly widened veins, and at least {episodes} "
    "cramps in the last {window} nights",
    urgencies=(SOON, ROUTINE),
    thresholds=(
        Threshold(key="rule.art-veins.episodes", value=2, says="cramps"),
        _window("art-veins"),
    ),
    passages=(16, 25, 55),
    path=VEINS,
    notes=(GP_FIRST,),
)
def veins(record: Record, limits: Limits) -> Outcome:
    """¶16, ¶25, ¶55: sooner where the vein is inflamed."""
    clot = condition(record, "thrombophlebitis")
    finding = every(
        _cramps(record, limits),
        either(clot, condition(record, "varicose_veins"), sign(record, "dilated_veins", 90)),
    )
    return conclude(finding, SOON if clot.state else ROUTINE)


@rule(
    "ART-CALF-VEIN",
    title="Calf cramps with thrombophlebitis",
    statement="Calf cramps occur with an inflamed vein that holds a clot (thrombophlebitis).",
    condition="thrombophlebitis, and at least {episodes} cramp of the calf in the last {window} "
    "nights",
    urgencies=(SOON,),
    thresholds=(
        Threshold(key="rule.art-calf-vein.episodes", value=1, says="cramps of the calf"),
        _window("art-calf-vein"),
    ),
    passages=(26, 55),
    path=VEINS,
    notes=(GP_FIRST,),
)
def calf_vein(record: Record, limits: Limits) -> Outcome:
    """¶26; whom to see is from ¶55."""
    calf = _cramps_in(record, limits, "calf")
    return conclude(every(calf, condition(record, "thrombophlebitis")), SOON)


@rule(
    "ART-TOES-JOINT",
    title="Toe cramps with numbness or a joint disease",
    statement="Toe cramps with pain and numbness can come with worn or inflamed joints, which the "
    "article calls serious.",
    condition="at least {episodes} cramps of the toes in the last {window} nights, and one of "
    "them with numbness, or numbness or joint pain in that time, or arthrosis or arthritis",
    urgencies=(ROUTINE,),
    thresholds=(
        Threshold(key="rule.art-toes-joint.episodes", value=2, says="cramps of the toes"),
        _window("art-toes-joint"),
    ),
    passages=(27,),
    path=Path(remark="The article names no specialist and no test here."),
    notes=(GP_FIRST,),
)
def toes_joint(record: Record, limits: Limits) -> Outcome:
    """¶27."""
    toes = _cramps_in(record, limits, "toes")
    numb = at_least(
        1,
        [episode for episode in record.legs(limits["window"]) if _in(episode, "toes")],
        lambda episode: episode.numb,
        lambda count: f"{count} of the toe cramps with numbness",
        asks.about_numbness,
    )
    beside = either(
        numb,
        sign(record, "numbness", limits["window"]),
        sign(record, "joint_pain", limits["window"]),
        condition(record, "arthrosis", "arthritis"),
    )
    return conclude(every(toes, beside), ROUTINE)


@rule(
    "ART-LUMBAR",
    title="Regular cramps and the lower back",
    statement="When cramps come regularly, a neurologist is to look at the lumbar spine.",
    condition="cramps that come regularly (ART-REGULAR), and back pain, numbness or tingling of "
    "a leg in the last {window} nights, or a known disorder of the lumbar spine",
    urgencies=(ROUTINE,),
    thresholds=REGULAR,
    passages=(55, 56),
    path=Path(specialists=(f"a {NEUROLOGIST}",), remark="The article names no test here."),
    notes=(GP_FIRST,),
)
def lumbar(record: Record, limits: Limits) -> Outcome:
    """¶56: a numb cramp counts as a numb leg; a cramp that does not say asks nothing more."""
    signs = [sign(record, name, limits["window"]) for name in ("back_pain", "numbness", "tingling")]
    numb = tuple(episode for episode in record.legs(limits["window"]) if episode.numb)
    if numb:
        seen = f"{counted(len(numb), 'cramp')} with numbness"
        signs.append(Finding(state=True, seen=(seen,), episodes=numb))
    known = condition(record, *group("lumbar"))
    return conclude(every(regular_cramps(record, limits), either(*signs, known)), ROUTINE)


@rule(
    "ART-ENDOCRINE",
    title="Regular cramps with a hormone disorder",
    statement="Disorders of the hormones can bring cramps on, and a doctor for hormones may have "
    "to be seen.",
    condition="cramps that come regularly (ART-REGULAR), and diabetes or a disorder of the "
    "thyroid, parathyroid or adrenal glands",
    urgencies=(ROUTINE,),
    thresholds=REGULAR,
    passages=(16, 55, 56),
    path=Path(specialists=(f"an {ENDOCRINOLOGIST}",), remark="The article names no test here."),
    notes=(GP_FIRST,),
)
def endocrine(record: Record, limits: Limits) -> Outcome:
    """¶16, ¶56. "Another hormone disorder" counts where it was said, and is not asked for."""
    named = [name for name in group("endocrine") if name != "endocrine_disorder"]
    other = condition(record, "endocrine_disorder")
    disorder = either(condition(record, *named), *((other,) if other.state else ()))
    return conclude(every(regular_cramps(record, limits), disorder), ROUTINE)


@rule(
    "ART-MINERAL",
    title="Cramps after dieting or loss of fluid",
    statement="A lack of potassium, magnesium, calcium or vitamin B6 is said to cause cramps, and "
    "the amounts of the first three in the blood are to be measured.",
    condition="at least {nights} cramp nights of the last {window} nights after strict dieting, "
    "a diet of mostly protein, poor food, much fluid lost and not replaced, or a water tablet",
    urgencies=(ROUTINE,),
    thresholds=(
        Threshold(key="rule.art-mineral.nights", value=2, says="cramp nights", highest=28),
        _window("art-mineral"),
    ),
    passages=(20, 26, 28, 55, 59),
    path=Path(
        tests=(BLOOD,),
        remark="The article names no specialist here, and no test for vitamin B6.",
    ),
    notes=(SALTS, GP_FIRST),
)
def mineral(record: Record, limits: Limits) -> Outcome:
    """¶20, ¶26, ¶28, ¶55, ¶59; ¶33 adds the water tablet."""
    what = "after dieting, poor food, loss of fluid or a water tablet"
    factors: tuple[str, ...] = MINERAL_LOSS
    water_tablet = takes(record, *DIURETICS, lately=limits["window"])
    if water_tablet.state is not None:  # the medicines on record answer it for every night
        factors = tuple(factor for factor in factors if factor != "diuretic_use")
    nights = cramp_nights_with(record, factors, limits["window"], limits["nights"], what)
    if water_tablet.state:
        all_nights = record.cramp_nights(limits["window"])
        seen = f"{counted(len(all_nights), 'cramp night')} with a water tablet on record"
        taken = Finding(
            state=len(all_nights) >= limits["nights"],
            seen=(seen,),
            episodes=tuple(e for each in all_nights.values() for e in each),
            facts=water_tablet.facts,
        )
        nights = either(taken, nights)
    return conclude(nights, ROUTINE)


def _cramps(record: Record, limits: Limits) -> Finding:
    cramps = record.legs(limits["window"])
    return Finding(
        state=len(cramps) >= limits["episodes"],
        seen=(f"{counted(len(cramps), 'cramp')} in the last {limits['window']} nights",),
        episodes=cramps,
    )


def _cramps_in(record: Record, limits: Limits, muscle: str) -> Finding:
    def seen(count: int) -> str:
        return f"{counted(count, 'cramp')} of the {muscle} in the last {limits['window']} nights"

    return at_least(
        limits["episodes"],
        record.legs(limits["window"]),
        lambda episode: _in(episode, muscle),
        seen,
        asks.about_site,
    )


def _in(episode: Episode, muscle: str) -> bool | None:
    """Whether it was in that muscle; unknown where only "leg" or nothing was said."""
    named = {site.muscle for site in episode.sites}
    if muscle in named:
        return True
    return None if not named or "leg" in named else False
