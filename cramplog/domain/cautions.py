"""What must be said when some medicines are recorded: no advice on taking them, only care.

The article names four of them for women with cramps (¶58); no guideline does (AAN 2010,
NICE CKS 2012, AAFP 2012), so they are recorded without a word on whether they work.
"""

from __future__ import annotations

from cramplog.domain.catalogue import key

_PRESCRIBED = "Prescription only. Do not stop it suddenly on your own."
_CAUTIONS = {
    "valproate valproic_acid sodium_valproate depakote epilim": f"{_PRESCRIBED} If you are or "
    "could become pregnant, ask your prescriber or pharmacist about valproate promptly "
    "[MHRA 2018].",
    "diazepam valium": f"{_PRESCRIBED} It can cause dependence, falls and confusion [AAN 2010].",
    "phenytoin phenytoine": _PRESCRIBED,
    "benzobarbital benzonal": _PRESCRIBED,
    "quinine tonic_water": "Quinine is not a routine treatment of leg cramps: ask your prescriber "
    "for a review [MHRA 2010; the FDA says not to use it for leg cramps, 2009].",
    "potassium potassium_chloride": "Ask a doctor or pharmacist before taking potassium: with "
    "some medicines or kidney disease it is dangerous.",
}
_BY_NAME = {name: text for names, text in _CAUTIONS.items() for name in names.split()}


def caution(name: str) -> str:
    """What to say when this medicine is recorded; empty for most."""
    return _BY_NAME.get(key(name), "")
