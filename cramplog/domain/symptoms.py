"""Leg checks and other signs that rules ask about; each is looked for on a day.

A sign that was not looked for is unknown, never absent.
"""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names


class Sign(Entry):
    """A sign; `sided` where it has a side: one leg or both.

    One that is `acute` may come suddenly: it is asked for as sudden or new, and neither yes nor
    no answers for long.
    """

    sided: bool = True
    acute: bool = False


def _sign(id_: str, label: str, aliases: str = "", *, sided: bool = True) -> Sign:
    others = tuple(alias.strip() for alias in aliases.split(",") if alias)
    return Sign(id=id_, label=label, aliases=others, sided=sided, acute=id_ in _ACUTE)


_ACUTE = frozenset(
    """
    swelling warmth redness hard_veins persistent_pain numbness weakness muscle_pain cold_pale
    colour_change black_toe jaw_stiffness swallowing breathless severe_breathless chest_pain
    cough_blood collapse dark_urine bruising heavy_bleeding hearing_vision dirty_wound
    worse_weakness sudden_swelling severe_headache vision_trouble rib_pain vomiting diarrhoea
    fever_sweats little_urine confusion limp no_weight hot_joint fever saddle_numbness
    bladder_bowel lost_awareness bitten_tongue
    """.split()  # noqa: SIM905 - a list of names reads best as words
)


_ALL = (
    _sign("swelling", "swelling of the leg", "swollen, swollen leg, leg swelling"),
    _sign("warmth", "warm skin", "warm, warm skin, warm leg"),
    _sign("redness", "red or darkened skin", "red, red skin, red leg, redness or darkening"),
    _sign("hard_veins", "hard or sore veins", "sore veins, hard sore veins, swollen veins"),
    _sign(
        "persistent_pain",
        "pain that stays after the cramp",
        "lasting pain, throbbing, pain after cramp",
    ),
    _sign("numbness", "numbness", "numb, numb leg"),
    _sign("tingling", "tingling", "pins and needles"),
    _sign("weakness", "weakness of the leg", "weak, weak leg, leg weakness"),
    _sign("wasting", "a muscle getting thinner", "muscle wasting, thinner, shrinking muscle"),
    _sign("twitching", "twitching at rest", "twitch, twitches, muscle twitching"),
    _sign("muscle_pain", "muscle pain between cramps", "muscle tenderness, tender muscles"),
    _sign("cold_pale", "a cold or pale leg", "cold leg, pale leg, cold foot, pale foot, pale"),
    _sign("colour_change", "mottled or changed colour", "color change, mottled"),
    _sign(
        "black_toe",
        "a toe or foot that is black or blue, or a wound that spreads",
        "black foot, blue toe, blue foot, gangrene, spreading wound",
    ),
    _sign("wound", "a wound that heals slowly", "ulcer, foot wound, slow healing wound"),
    _sign("dilated_veins", "veins that stand out", "visible dilated veins, visible veins"),
    _sign("joint_pain", "joint pain", "joints, painful joint, painful joints, sore joints"),
    _sign(
        "walking_pain",
        "pain on walking that rest relieves",
        "pain on walking, walking pain relieved by rest, claudication",
    ),
    _sign("rest_pain", "foot pain at rest", "pain at rest, foot pain at rest"),
    _sign("urge_to_move", "an urge to move the legs", "restless, restless legs", sided=False),
    _sign("back_pain", "back pain", "backache, lower back pain, lumbar pain", sided=False),
    _sign("jaw_stiffness", "a stiff jaw", "stiff jaw, lockjaw", sided=False),
    _sign("swallowing", "trouble swallowing", "swallowing trouble", sided=False),
    _sign(
        "breathless",
        "breathlessness",
        "breathlessness, short of breath, shortness of breath",
        sided=False,
    ),
    _sign(
        "severe_breathless",
        "severe trouble breathing",
        "severe breathlessness, cannot breathe, gasping, struggling to breathe",
        sided=False,
    ),
    _sign("chest_pain", "chest pain", "", sided=False),
    _sign("cough_blood", "coughing blood", "coughing blood, blood coughed", sided=False),
    _sign("collapse", "collapse or fainting", "collapsed, fainting, fainted", sided=False),
    _sign("dark_urine", "dark urine", "cola urine, brown urine", sided=False),
    _sign(
        "bruising",
        "unusual bruises or bleeding",
        "bruises, bruise, bleeding, bruising bleeding, nosebleed",
        sided=False,
    ),
    _sign(
        "heavy_bleeding",
        "heavy bleeding, or bleeding that does not stop",
        "heavy bleed, bleeding that does not stop",
        sided=False,
    ),
    _sign(
        "hearing_vision",
        "ringing ears, or a change of hearing or sight",
        "tinnitus, tinnitus hearing vision, hearing, vision, ringing ears",
        sided=False,
    ),
    _sign(
        "daytime_tired",
        "tired by day because of cramps",
        "tired, tiredness, daytime tiredness",
        sided=False,
    ),
    _sign(
        "dirty_wound",
        "a wound with soil or dirt in it",
        "soil wound, contaminated wound, dirty cut",
        sided=False,
    ),
    _sign(
        "worse_weakness",
        "weakness that gets worse from day to day",
        "progressive weakness, growing weakness",
        sided=False,
    ),
    _sign(
        "sudden_swelling",
        "sudden swelling of face, hands or feet",
        "swollen face, swollen hands, swollen feet",
        sided=False,
    ),
    _sign("severe_headache", "a severe headache", "bad headache", sided=False),
    _sign(
        "vision_trouble",
        "trouble seeing, such as blurring or flashing",
        "blurred vision, flashing lights",
        sided=False,
    ),
    _sign("headache", "headache", "head ache", sided=False),
    _sign("rib_pain", "pain just below the ribs", "pain below the ribs", sided=False),
    _sign("vomiting", "vomiting more than once", "being sick, throwing up", sided=False),
    _sign("diarrhoea", "diarrhoea more than once", "diarrhea, loose stools", sided=False),
    _sign("fever_sweats", "a fever with sweats or shaking", "sweats, shaking, chills", sided=False),
    _sign("little_urine", "passing much less urine", "less urine, no urine", sided=False),
    _sign(
        "saddle_numbness",
        "numbness between the thighs or around the seat",
        "numb seat, numb groin, numb bottom, numbness of the seat, numb between the legs",
        sided=False,
    ),
    _sign(
        "bladder_bowel",
        "trouble passing or holding urine or stool",
        "bladder, bowel, incontinence, incontinent, cannot pass urine, leaking urine",
        sided=False,
    ),
    _sign(
        "lost_awareness",
        "loss of awareness during a cramp",
        "unconscious, blackout, passed out, awareness",
        sided=False,
    ),
    _sign("bitten_tongue", "a bitten tongue", "tongue bite, bit my tongue", sided=False),
    _sign("confusion", "confusion", "confused", sided=False),
    _sign(
        "life_disturbed",
        "cramps that spoil daily life",
        "quality of life, spoils life",
        sided=False,
    ),
    _sign("limp", "a limp", "limping"),
    _sign("no_weight", "a leg that cannot bear weight", "cannot bear weight, cannot stand"),
    _sign("hot_joint", "a swollen, red or hot joint", "swollen joint, joint swelling, red joint"),
    _sign("fever", "fever", "high temperature", sided=False),
)

SYMPTOMS: dict[str, Sign] = {entry.id: entry for entry in _ALL}
"""All signs by id: those of a leg first."""

_NAMES = names(_ALL)


def symptom(words: str) -> str | None:
    """The id of a sign: `joint pain`, `joint-pain` and `joint_pain` are the same; else None."""
    return _NAMES.get(key(words))
