"""Cautions shown when some medicines are recorded; they give no advice on taking a medicine.

The article names four of the medicines for women with cramps (¶58); no guideline does (AAN 2010,
NICE CKS 2012, AAFP 2012), so the texts do not say whether they work. Sources in brackets have the
names that `cramplog guide sources` gives them.
"""

from __future__ import annotations

from cramplog.domain.catalogue import key

_PRESCRIBED = "Prescription only. Do not stop it suddenly on your own."
_CAUTIONS = {
    "valproate valproic depakote depakine epilim": f"{_PRESCRIBED} If you are or could become "
    "pregnant, ask your prescriber or pharmacist about valproate promptly "
    "[MHRA 2024, valproate].",
    "diazepam valium": f"{_PRESCRIBED} It can cause dependence; older or frail people are more "
    "prone to its effects [MHRA, benzodiazepines].",
    "phenytoin epanutin dilantin": _PRESCRIBED,
    "benzobarbital benzonal": _PRESCRIBED,
    "quinine qualaquin": "Quinine is not a routine treatment of leg cramps: ask your "
    "prescriber for a review [MHRA 2010]. With new bruises or bleeding, get help at once "
    "[FDA 2010].",
}
_POTASSIUM = (
    "Ask a doctor or pharmacist before taking potassium: too much is dangerous, above all with "
    "kidney disease, some blood-pressure medicines, or in older people [Food Standards Scotland; "
    "Healthify NZ]."
)
_BY_WORD = {word: text for words, text in _CAUTIONS.items() for word in words.split()}


def caution(name: str) -> str:
    """Return the caution for a medicine; empty for most.

    Any word of the name counts: `diazepam 5mg`, `sodium valproate`. Potassium counts as the first
    word only, because it also ends the names of other medicines (`losartan potassium`).
    """
    words = key(name).split("_")
    if words[0] == "potassium" and words[1:2] != ["sparing"]:
        return _POTASSIUM
    return next((_BY_WORD[word] for word in words if word in _BY_WORD), "")
