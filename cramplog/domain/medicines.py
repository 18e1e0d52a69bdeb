"""Medicines that rules know, by the group in which they ask for them.

The groups are those of the guidance on cramps and medicines (Garrison 2012, AAFP 2012, Merck
Manual); others can be recorded, and match no rule.
"""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names

STATIN = "statin"
QUININE = "quinine"
OESTROGEN = "oestrogen"
DIURETICS = ("potassium_sparing_diuretic", "thiazide_diuretic", "loop_diuretic")

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
    QUININE: "quinine, or drinks with it such as tonic water",
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
    "valsartan irbesartan telmisartan olmesartan",
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
_ALIASES = {
    "long_acting_bronchodilator": "laba, long acting beta agonist",
    "potassium_sparing_diuretic": "k sparing diuretic",
    "thiazide": "thiazide diuretic, thiazides",
    "statin": "statins",
    "oestrogen": "estrogen, hrt, hormone replacement, combined pill, contraceptive pill, the pill",
    "oestradiol": "estradiol",
    "ethinylestradiol": "ethinyl estradiol, ethinyloestradiol",
    "conjugated_oestrogens": "conjugated estrogens, premarin",
    "hydrochlorothiazide": "hctz",
    "chlortalidone": "chlorthalidone",
    "furosemide": "frusemide, lasix",
    "torasemide": "torsemide",
    "atorvastatin": "lipitor",
    "rosuvastatin": "crestor",
    "simvastatin": "zocor",
    "salbutamol": "albuterol, ventolin",
    "quinine": "quinine sulfate, quinine sulphate, qualaquin, tonic water",
}


class KnownMedicine(Entry):
    """A medicine that rules know, and the group in which they ask for it."""

    group: str


def _all() -> tuple[KnownMedicine, ...]:
    classes = [(id_, label, group) for group, (id_, label) in _CLASSES.items()]
    named = [
        (id_, id_.replace("_", " "), group)
        for group, words in _NAMED.items()
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
