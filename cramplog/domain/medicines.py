"""Medicines that rules know, by the group in which they ask for them.

The groups are those of the guidance on cramps and medicines (Garrison 2012, AAFP 2012, Merck
Manual). Others can be recorded in the user's own words; until it is said what they are, they may
be of any group.
"""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names
from cramplog.domain.spelling import suggest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.facts import Medicine

STATIN = "statin"
QUININE = "quinine"
OESTROGEN = "oestrogen"
SHORTEST = 4  # letters of a beginning that is taken for the whole name

GROUPS: dict[str, str] = {
    "laba": "an inhaled long-acting bronchodilator",
    "potassium_sparing_diuretic": "a potassium-sparing water tablet",
    "thiazide_diuretic": "a thiazide-like water tablet",
    "loop_diuretic": "a loop water tablet",
    STATIN: "a statin, for cholesterol",
    "iron_infusion": "iron sucrose into a vein",
    OESTROGEN: "oestrogen: the combined pill, patch or ring, or hormone replacement",
    "raloxifene": "raloxifene",
    "naproxen": "naproxen",
    "teriparatide": "teriparatide",
    "reported": "a medicine with single reports of cramps",
    QUININE: "quinine, or tonic water regularly",
}
"""Every group with its label."""

_NAMED = {
    "laba": "salmeterol formoterol vilanterol indacaterol olodaterol",
    "potassium_sparing_diuretic": "spironolactone eplerenone amiloride triamterene",
    "thiazide_diuretic": "indapamide bendroflumethiazide hydrochlorothiazide chlortalidone "
    "metolazone xipamide",
    "loop_diuretic": "furosemide bumetanide torasemide",
    STATIN: "atorvastatin simvastatin rosuvastatin pravastatin fluvastatin pitavastatin lovastatin",
    "iron_infusion": "iron_sucrose",
    OESTROGEN: "oestradiol ethinylestradiol conjugated_oestrogens",
    "raloxifene": "raloxifene",
    "naproxen": "naproxen",
    "teriparatide": "teriparatide",
    "reported": "clonazepam citalopram celecoxib gabapentin zolpidem nifedipine salbutamol "
    "terbutaline donepezil cisplatin vincristine pyrazinamide tolcapone losartan candesartan "
    "valsartan irbesartan telmisartan olmesartan imatinib ferric_carboxymaltose pyridostigmine "
    "amlodipine felodipine lercanidipine verapamil diltiazem fenofibrate bezafibrate gemfibrozil "
    "prednisolone prednisone dexamethasone methylprednisolone hydrocortisone pindolol acebutolol "
    "celiprolol oxprenolol",
    QUININE: "quinine",
}
_CLASSES = {
    "laba": ("long_acting_bronchodilator", "inhaled long-acting bronchodilator"),
    "potassium_sparing_diuretic": ("potassium_sparing_diuretic", "potassium-sparing water tablet"),
    "thiazide_diuretic": ("thiazide", "thiazide-like water tablet"),
    "loop_diuretic": ("loop_diuretic", "loop water tablet"),
    STATIN: ("statin", "statin"),
    OESTROGEN: ("oestrogen", "oestrogen"),
}
_NONE = (
    "magnesium calcium vitamin_d vitamin_b6 vitamin_b12 folic_acid iron potassium zinc omega_3 "
    "paracetamol ibuprofen diclofenac aspirin clopidogrel apixaban rivaroxaban warfarin "
    "ramipril lisinopril enalapril perindopril captopril trandolapril etoricoxib bisoprolol "
    "metoprolol metformin insulin levothyroxine omeprazole pantoprazole lansoprazole "
    "allopurinol ezetimibe tamsulosin finasteride sertraline mirtazapine amitriptyline "
    "pregabalin levodopa alendronic_acid"
)
"""Known, and of none of the groups: so that they leave no rule in doubt."""

PAUSED = frozenset(
    """
    ramipril lisinopril enalapril perindopril captopril trandolapril losartan candesartan
    valsartan irbesartan telmisartan olmesartan naproxen ibuprofen diclofenac celecoxib
    etoricoxib metformin
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
DIURETICS = ("potassium_sparing_diuretic", "thiazide_diuretic", "loop_diuretic")
"""With these, what sick-day leaflets name for a pause: ACE inhibitors, ARBs, NSAIDs, metformin."""

_ALIASES = {
    "long_acting_bronchodilator": "laba, long acting beta agonist, seretide, symbicort, fostair",
    "salmeterol": "serevent",
    "formoterol": "foradil, oxis",
    "potassium_sparing_diuretic": "k sparing diuretic, potassium sparing diuretic",
    "spironolactone": "aldactone, spiro, spironolacton",
    "eplerenone": "inspra, eplerenon",
    "amiloride": "amilorid",
    "triamterene": "triamteren",
    "thiazide": "thiazide diuretic, thiazides, thiazid",
    "indapamide": "natrilix, indapamid",
    "bendroflumethiazide": "bendro",
    "hydrochlorothiazide": "hctz, hct, esidrix, hydrochlorothiazid",
    "chlortalidone": "chlorthalidone, chlortalidon, hygroton",
    "xipamide": "xipamid",
    "loop_diuretic": "loop diuretic",
    "furosemide": "frusemide, furosemid, lasix",
    "bumetanide": "bumetanid, burinex, bumex",
    "torasemide": "torsemide, torasemid, torem",
    "statin": "statins, cholesterol tablet, cholesterol tablets",
    "atorvastatin": "atorva, lipitor, sortis, atorvastatine",
    "simvastatin": "simva, zocor, simvastatine, inegy",
    "rosuvastatin": "rosuva, crestor, rosuvastatine",
    "pravastatin": "prava, pravachol, lipostat, pravastatine",
    "fluvastatin": "fluva, lescol",
    "pitavastatin": "livalo",
    "lovastatin": "mevacor",
    "oestrogen": "estrogen, hrt, hormone replacement, combined pill, contraceptive pill, the pill, "
    "birth control pill",
    "oestradiol": "estradiol, estradot, gynokadin, oestrogel",
    "ethinylestradiol": "ethinyl estradiol, ethinyloestradiol",
    "conjugated_oestrogens": "conjugated estrogens, premarin, presomen",
    "raloxifene": "evista, raloxifen",
    "naproxen": "naprosyn, aleve",
    "teriparatide": "forsteo, forteo, teriparatid",
    "iron_sucrose": "venofer",
    "clonazepam": "rivotril, klonopin",
    "citalopram": "cipramil, celexa",
    "celecoxib": "celebrex",
    "gabapentin": "neurontin",
    "zolpidem": "ambien, stilnoct, stilnox",
    "nifedipine": "adalat, nifedipin",
    "amlodipine": "norvasc, amlodipin, istin",
    "ferric_carboxymaltose": "ferinject, injectafer",
    "imatinib": "glivec, gleevec",
    "prednisolone": "prednisolon, cortisone, steroid tablets, corticosteroid",
    "ramipril": "tritace, delix",
    "metformin": "glucophage",
    "salbutamol": "albuterol, ventolin, sultanol",
    "terbutaline": "bricanyl, terbutalin",
    "donepezil": "aricept",
    "losartan": "cozaar",
    "candesartan": "atacand, amias, blopress",
    "valsartan": "diovan",
    "irbesartan": "aprovel",
    "telmisartan": "micardis",
    "quinine": "quinine sulfate, quinine sulphate, qualaquin, tonic water, tonic, chinin, "
    "chininsulfat, limptar, limptar n, quinina, chinine",
    "magnesium": "magnesium tablets, magnesium citrate, magnesium oxide, magnesia",
    "vitamin_d": "vitamin d3, vit d, colecalciferol, cholecalciferol",
    "iron": "iron tablets, ferrous sulfate, ferrous sulphate, ferrous fumarate",
    "paracetamol": "acetaminophen, tylenol, panadol",
    "ibuprofen": "nurofen, advil",
    "aspirin": "ass, acetylsalicylic acid, ass 100",
    "apixaban": "eliquis",
    "rivaroxaban": "xarelto",
    "levothyroxine": "thyroxine, l thyroxin, thyroxin, euthyrox",
}


class KnownMedicine(Entry):
    """A medicine that rules know, and the group in which they ask for it; empty for none."""

    group: str


def _all() -> tuple[KnownMedicine, ...]:
    classes = [(id_, label, group) for group, (id_, label) in _CLASSES.items()]
    named = [
        (id_, id_.replace("_", " "), group)
        for group, words in (*_NAMED.items(), ("", _NONE))
        for id_ in words.split()
    ]
    return tuple(
        KnownMedicine(
            id=id_,
            label=label,
            group=group,
            aliases=tuple(a.strip() for a in _ALIASES.get(id_, "").split(",") if a),
        )
        for id_, label, group in (*classes, *named)
    )


MEDICINES: dict[str, KnownMedicine] = {entry.id: entry for entry in _all()}
"""All known medicines by id: the classes, then those with a name of their own."""

_NAMES = names(MEDICINES.values())


def medicine(words: str) -> str | None:
    """The id of a medicine named by its id or an alias, or None."""
    return _NAMES.get(key(words))


def near(words: str) -> str | None:
    """The id of the medicine that words probably mean, or None: a slip, or a name and a dose."""
    known = medicine(words)
    if known:
        return known
    parts = key(words).split("_")
    named = next((_NAMES[part] for part in parts if part in _NAMES), None)
    begun = [name for name in _NAMES if len(parts[0]) >= SHORTEST and name.startswith(parts[0])]
    slip = suggest(key(words), _NAMES) or suggest(parts[0], _NAMES)
    return named or (_NAMES[min(begun, key=len)] if begun else slip and _NAMES[slip])


def label(name: str) -> str:
    """What a medicine is called: by its id, or in the user's own words."""
    known = medicine(name)
    return MEDICINES[known].label if known else name


def paused(course: Medicine) -> bool | None:
    """Whether leaflets name a course for a pause on sick days; None while it is in own words."""
    known = medicine(course.name)
    if known:
        return known in PAUSED or MEDICINES[known].group in DIURETICS
    return False if course.known else None


def group_of(course: Medicine) -> str | None:
    """The group of a course, empty for none; None while nobody said what its own words mean."""
    known = medicine(course.name)
    if known:
        return MEDICINES[known].group
    return "" if course.known else None
