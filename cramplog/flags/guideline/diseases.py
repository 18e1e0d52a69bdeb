"""Cramps beside a disease that is known."""

from __future__ import annotations

from cramplog.flags.article.frequency import REGULAR, regular_cramps
from cramplog.flags.guideline.common import cramps, ours, window
from cramplog.flags.known import condition
from cramplog.flags.outcome import ROUTINE, SOON, Finding, conclude, either, every
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule

TESTS = (
    "if indicated: kidney, liver and thyroid function, calcium, magnesium, blood sugar and "
    "creatine kinase"
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


@rule(
    "GL-DIALYSIS",
    title="Cramps on dialysis",
    statement="Between a third and more than four fifths of people on dialysis have cramps; the "
    "dialysis team can do something about them.",
    condition="dialysis, and at least {episodes} cramp in the last {window} nights",
    urgencies=(ROUTINE,),
    thresholds=(ours("gl-dialysis", "episodes", 1, "cramps"), window("gl-dialysis")),
    sources=("dialysis",),
    path=Path(specialists=("the dialysis team",)),
)
def dialysis(record: Record, limits: Limits) -> Outcome:
    """Tell the team; whether during a session is for the note."""
    found = cramps(record, limits["window"], limits["episodes"])
    return conclude(every(found, condition(record, "dialysis")), ROUTINE)


@rule(
    "GL-CIRRHOSIS",
    title="Weekly cramps with cirrhosis",
    statement="Many people with cirrhosis have cramps; from one a week on they weigh on life and "
    "are worth bringing up with the liver team.",
    condition="cirrhosis, and at least {episodes} cramps in the last {window} nights",
    urgencies=(SOON,),
    thresholds=(
        Threshold(
            key="rule.gl-cirrhosis.episodes",
            value=4,
            says="cramps: one a week, from which on the source calls them relevant",
            whose=SOURCE,
        ),
        window("gl-cirrhosis"),
    ),
    sources=("bmj-best-practice",),
    path=Path(specialists=("the liver team",)),
    notes=(
        Note(
            text="22 to 88 % of people with cirrhosis have cramps, 12 to 42 % at least weekly.",
            sources=("bmj-best-practice",),
        ),
    ),
)
def cirrhosis(record: Record, limits: Limits) -> Outcome:
    """One a week over four weeks, by our default."""
    found = cramps(record, limits["window"], limits["episodes"])
    return conclude(every(found, condition(record, "cirrhosis")), SOON)


@rule(
    "GL-CKD-DM-THY",
    title="Regular cramps with kidney disease, diabetes or thyroid disease",
    statement="Where cramps come regularly beside a disease of kidneys or thyroid or diabetes, a "
    "GP can see whether blood tests are called for.",
    condition="kidney disease, diabetes or thyroid disease, and cramps on at least {nights} "
    "nights of the last {window}, in at least {weeks} calendar weeks",
    urgencies=(ROUTINE,),
    thresholds=REGULAR,
    sources=("cks", "bnssg"),
    path=Path(
        specialists=("a GP",),
        tests=(TESTS,),
    ),
)
def known_disease(record: Record, limits: Limits) -> Outcome:
    """What counts as regular is ART-REGULAR's default."""
    disease = condition(record, "ckd", "diabetes", "thyroid")
    return conclude(every(regular_cramps(record, limits), disease), ROUTINE)


KNOWN = (
    "pvd",
    "parkinsons",
    "mnd",
    "neuropathy",
    "potassium_deficiency",
    "calcium_deficiency",
    "magnesium_deficiency",
    "heart_failure",
    "metabolic_disorder",
    "cad",
)


@rule(
    "GL-KNOWN",
    title="Cramps beside a disease that is known to go with them",
    statement="Cramps are known to go with narrowed leg arteries, Parkinson's disease, motor "
    "neurone disease, neuropathy, a lack of potassium, calcium or magnesium, heart disease and "
    "disorders of metabolism.",
    condition="one of these conditions, and at least {episodes} cramp in the last {window} nights",
    urgencies=(ROUTINE,),
    thresholds=(ours("gl-known", "episodes", 1, "cramps"), window("gl-known")),
    sources=("aafp", "bmj-best-practice", "bnssg"),
    path=Path(
        specialists=("the team that treats it",),
        actions={ROUTINE: "Tell the team that treats it about your cramps."},
    ),
)
def known_to_go_with(record: Record, limits: Limits) -> Outcome:
    """What was said counts; nobody is asked for all of these."""
    found = cramps(record, limits["window"], limits["episodes"])
    said = {fact.name for fact in record.facts.conditions}
    each = [condition(record, name) for name in KNOWN if name in said]
    there = [one for one in each if one.state]
    none = Finding(state=False, seen=("no such condition is on record",))
    return conclude(every(found, either(*there) if there else none), ROUTINE)
