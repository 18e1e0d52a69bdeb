"""Medical conditions that rules know. Others can be recorded, and match no rule."""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names

ENDOCRINE = "endocrine"
LUMBAR = "lumbar"
JOINT = "joint"
VEIN = "vein"
HEART = "heart"
KIDNEY = "kidney"
DEFICIENCY = "deficiency"
EVENT = "event"  # happened on a day rather than lasting


class KnownCondition(Entry):
    """A condition that rules know, and the groups in which they ask for it."""

    groups: tuple[str, ...] = ()


def _condition(id_: str, label: str, aliases: str = "", *groups: str) -> KnownCondition:
    others = tuple(alias.strip() for alias in aliases.split(",") if alias)
    return KnownCondition(id=id_, label=label, aliases=others, groups=groups)


_ALL = (
    _condition("varicose_veins", "varicose veins", "varicose, varices, varicosis", VEIN),
    _condition(
        "thrombophlebitis",
        "thrombophlebitis",
        "phlebitis, superficial thrombophlebitis, vein inflammation",
        VEIN,
    ),
    _condition(
        "prior_vte",
        "an earlier clot in a vein or lung",
        "vte, previous vte, dvt, deep vein thrombosis, thrombosis, blood clot, "
        "pulmonary embolism, lung embolism",
    ),
    _condition(
        "diabetes",
        "diabetes",
        "diabetic, diabetes mellitus, type 1 diabetes, type 2 diabetes, diabetes type 1, "
        "diabetes type 2",
        ENDOCRINE,
    ),
    _condition(
        "thyroid",
        "thyroid disease",
        "thyroid disease, hypothyroidism, hyperthyroidism, underactive thyroid, "
        "overactive thyroid, hashimoto, hashimotos, graves, graves disease",
        ENDOCRINE,
    ),
    _condition(
        "parathyroid",
        "parathyroid disease",
        "parathyroid disease, hypoparathyroidism, hyperparathyroidism",
        ENDOCRINE,
    ),
    _condition(
        "adrenal",
        "adrenal disease",
        "adrenal disease, addison, addisons, addisons disease, cushing, cushings, cushings disease",
        ENDOCRINE,
    ),
    _condition(
        "endocrine_disorder",
        "another hormone disorder",
        "endocrine, endocrine disease, hormone disorder, hormonal disorder",
        ENDOCRINE,
    ),
    _condition("metabolic_disorder", "a disorder of metabolism", "metabolic, metabolic disease"),
    _condition(
        "ckd", "kidney disease", "chronic kidney disease, kidney disease, kidney failure", KIDNEY
    ),
    _condition("dialysis", "dialysis", "haemodialysis, hemodialysis", KIDNEY),
    _condition("cirrhosis", "cirrhosis of the liver", "liver cirrhosis"),
    _condition(
        "pvd",
        "narrowed leg arteries",
        "pad, peripheral vascular disease, peripheral arterial disease, peripheral artery disease, "
        "claudication",
    ),
    _condition(
        "cad",
        "coronary heart disease",
        "coronary artery disease, coronary heart disease, angina",
        HEART,
    ),
    _condition("heart_failure", "heart failure", "chf", HEART),
    _condition(
        "lumbar_stenosis",
        "a narrowed lumbar spine",
        "spinal stenosis, lumbar spinal stenosis, lumbar canal stenosis",
        LUMBAR,
    ),
    _condition(
        "lumbar_problem",
        "another problem of the lower back",
        "lumbar, lower back problem, back problem, sciatica, slipped disc, herniated disc, "
        "lumbar osteochondrosis",
        LUMBAR,
    ),
    _condition("neuropathy", "neuropathy", "peripheral neuropathy, nerve damage"),
    _condition("parkinsons", "Parkinson's disease", "parkinson, parkinsons disease"),
    _condition(
        "mnd",
        "motor neurone disease",
        "motor neurone disease, motor neuron disease, als",
    ),
    _condition("arthritis", "arthritis", "rheumatoid arthritis, rheumatism", JOINT),
    _condition("arthrosis", "arthrosis", "osteoarthritis, osteoarthrosis", JOINT),
    _condition("flat_feet", "flat feet", "flatfeet, flat foot, pes planus, fallen arches"),
    _condition("overweight", "being overweight", "obesity, obese"),
    _condition("cancer", "cancer", "active cancer, tumour, tumor"),
    _condition(
        "toxin_exposure",
        "contact with lead, mercury or another poison",
        "toxin, poison, lead, mercury, lead exposure, mercury exposure",
        EVENT,
    ),
    _condition(
        "surgery", "an operation in the last 12 weeks", "operation, recent surgery, op", EVENT
    ),
    _condition(
        "immobility",
        "3 days or more in bed, or a leg in plaster, in the last 4 weeks",
        "bed rest, bedrest, plaster cast, leg in plaster",
        EVENT,
    ),
    _condition(
        "long_journey",
        "a journey of more than 3 hours in the last 4 weeks",
        "journey, long flight, flight, long drive, long trip",
        EVENT,
    ),
    _condition("restless_legs", "restless legs", "rls, restless legs syndrome, restless leg"),
    _condition(
        "iron_deficiency_anaemia",
        "anaemia from a lack of iron",
        "anaemia, anemia, iron deficiency, iron deficiency anemia",
        DEFICIENCY,
    ),
    _condition(
        "potassium_deficiency",
        "a lack of potassium",
        "low potassium, hypokalaemia, hypokalemia",
        DEFICIENCY,
    ),
    _condition(
        "magnesium_deficiency",
        "a lack of magnesium",
        "low magnesium, hypomagnesaemia, hypomagnesemia",
        DEFICIENCY,
    ),
    _condition(
        "calcium_deficiency",
        "a lack of calcium",
        "low calcium, hypocalcaemia, hypocalcemia",
        DEFICIENCY,
    ),
    _condition(
        "vitamin_b6_deficiency", "a lack of vitamin B6", "low b6, low vitamin b6", DEFICIENCY
    ),
)

CONDITIONS: dict[str, KnownCondition] = {entry.id: entry for entry in _ALL}
"""All known conditions by id."""

UNUSED = frozenset(
    (
        "flat_feet",
        "iron_deficiency_anaemia",
        "overweight",
        "restless_legs",
        "vitamin_b6_deficiency",
    )
)
"""Those that no rule asks for: they are kept for the person and for the doctor."""

_NAMES = names(_ALL)


def condition(text: str) -> str | None:
    """The id of a condition named by its id or in everyday words, or None."""
    return _NAMES.get(key(text))


def members(group: str) -> frozenset[str]:
    """The ids of the conditions of a group, such as `endocrine`."""
    return frozenset(entry.id for entry in _ALL if group in entry.groups)
