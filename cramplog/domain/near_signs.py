"""The known signs nearest to a word that names none, and words that may mean more than one."""

from __future__ import annotations

import re

from cramplog.domain.spelling import suggest
from cramplog.domain.symptoms import SYMPTOMS

SHOWN = 4
ASKED = frozenset(("bladder", "bowel", "bowels", "gangrene"))
"""Words that are asked about, whatever sign has them among its names: too much hangs on it."""
MILDER = {"headache": "severe_headache"}
"""Signs with a worse one, which is asked for when the milder one is noted."""
_MEANT = {
    "paraly palsy cannot_move cant_move drop_foot lame": "weakness worse_weakness numbness",
    "stroke speech droop": "weakness numbness confusion vision_trouble",
    "gangren black rotting dead_toe": "black_toe cold_pale wound",
    "bladder bowel urin pee wee stool incontinen catheter": "bladder_bowel little_urine dark_urine",
    "saddle groin seat bottom": "saddle_numbness bladder_bowel",
    "clot dvt thrombo lump": "swelling warmth redness persistent_pain",
    "dark_skin skin rash bruise discolour discolor brown": "redness colour_change black_toe "
    "bruising",
    "blue purple white cold ice": "cold_pale colour_change black_toe",
    "hot burn infect sepsis": "warmth redness hot_joint fever",
    "dead asleep pins prickl feeling": "numbness tingling saddle_numbness",
    "head migraine": "severe_headache headache",
    "heart palpitat angina chest": "chest_pain breathless collapse",
    "breath lung wheez pant": "breathless severe_breathless chest_pain",
    "dizz giddy faint black_out fell": "collapse lost_awareness confusion",
    "fit convuls seiz": "lost_awareness bitten_tongue",
    "blood bleed": "bruising heavy_bleeding cough_blood",
    "tetanus jaw": "jaw_stiffness swallowing dirty_wound",
    "sick nausea throw": "vomiting diarrhoea",
    "eye sight blind blur": "vision_trouble hearing_vision",
    "ear deaf": "hearing_vision",
    "cut injur bite sting": "dirty_wound wound",
    "walk limp stand": "walking_pain limp no_weight",
    "calf leg thigh shin foot ache sore hurt": "persistent_pain muscle_pain rest_pain walking_pain",
}
"""Beginnings of words of everyday, and the signs that may be meant."""
_ALARMING = ("swelling", "numbness", "cold_pale", "breathless")


def near(words: str) -> tuple[str, ...]:
    """Return the signs that a word may stand for, the likeliest first; never none.

    >>> near("paralysis")
    ('weakness', 'worse_weakness', 'numbness')
    """
    plain = re.sub(r"[\W_]+", " ", words.lower().replace("'", "")).strip()
    spelled = suggest(plain.replace(" ", "_"), SYMPTOMS)
    found = [spelled] if spelled else []
    for beginnings, meant in _MEANT.items():
        if any(f" {one.replace('_', ' ')}" in f" {plain}" for one in beginnings.split()):
            found += meant.split()
    found += [id_ for id_, sign in SYMPTOMS.items() if _shares(plain, sign.label)]
    known = [id_ for id_ in dict.fromkeys(found) if id_ in SYMPTOMS]
    return tuple(known or _ALARMING)[:SHOWN]


def _shares(words: str, label: str) -> bool:
    """Whether a word of some length stands in both."""
    return any(len(word) > 3 and word in label.lower().split() for word in words.split())
