"""Remedies that people try. Being listed is no advice; `caution` says where a remedy can harm."""

from __future__ import annotations

from cramplog.domain.catalogue import Entry, key, names


class Remedy(Entry):
    """A remedy that can be logged.

    `paragraphs` are the article's (empty: not in the article); `caution` is shown whenever the
    remedy is, with its `source`; logging a remedy that `can_harm` prints its caution at once.
    """

    paragraphs: tuple[int, ...] = ()
    caution: str = ""
    source: str = ""
    can_harm: bool = False


def _remedy(id_: str, label: str, aliases: str = "", *paragraphs: int) -> Remedy:
    return Remedy(id=id_, label=label, aliases=tuple(aliases.split()), paragraphs=paragraphs)


_ALL = (
    _remedy("stretch", "stretching", "stretched stretching pull_toes", 45, 50, 51, 52),
    _remedy("stand", "standing on the leg", "stood standing weight", 53),
    _remedy("walk", "walking", "walked walking", 53),
    _remedy("massage", "massage", "massaged massaging rub rubbed rubbing"),
    _remedy("heat", "warmth", "warm warmth hot_water_bottle heat_pad heating_pad"),
    _remedy("bath", "a warm bath or shower", "warm_bath shower"),
    _remedy("cold", "cooling", "ice ice_pack cool cooling cold_floor"),
    _remedy("water", "a drink of water", "drink drank drinking"),
    _remedy("elevate", "legs up", "raise raised legs_up leg_up wall", 62),
    _remedy("exercise", "leg exercises", "exercises exercised", 60, 62, 63, 64, 65),
    _remedy("loosen", "looser bed covers", "loosened covers bed_covers blanket"),
    _remedy("shake", "shaking the leg", "shook shaking"),
    _remedy("salt", "salt", "salty"),
    _remedy("pickle_juice", "pickle juice", "pickle"),
    _remedy("other", "something else"),
    Remedy(
        id="rest",
        label="rest",
        aliases=("rested", "resting", "lie", "lie_down", "lying"),
        paragraphs=(44, 47),
        caution="The article puts rest first; stretching, standing and walking ease a cramp.",
        source="NHS leg cramps page; Mayo Clinic 2023",
    ),
    Remedy(
        id="painkiller",
        label="a painkiller",
        aliases=("painkillers", "paracetamol", "acetaminophen", "ibuprofen", "analgesic"),
        paragraphs=(46,),
        caution="Too slow to help during a cramp; it may ease soreness afterwards.",
        source="NHS leg cramps page",
    ),
    Remedy(
        id="magnesium",
        label="magnesium",
        aliases=("mg",),
        paragraphs=(59,),
        caution="Benefit is unlikely in older adults and unclear in pregnancy.",
        source="Cochrane 2020 (CD009402, CD010655)",
    ),
    Remedy(
        id="potassium",
        label="potassium",
        paragraphs=(59,),
        caution="Ask a doctor or pharmacist first: too much potassium is dangerous, above all with "
        "kidney disease, some blood-pressure medicines, or in older people. A lack is probably "
        "not the cause.",
        source="Food Standards Scotland; Healthify NZ; AAFP 2012",
        can_harm=True,
    ),
    Remedy(
        id="vitamins",
        label="vitamins",
        aliases=("vitamin", "multivitamin", "vitamin_complex"),
        paragraphs=(59,),
        caution="A lack of minerals or vitamins is probably not the cause of night cramps.",
        source="AAFP 2012",
    ),
    Remedy(
        id="quinine",
        label="quinine",
        aliases=("tonic_water",),
        caution="Not for routine use: it can cause serious bleeding and heart trouble. Ask your "
        "doctor or pharmacist; with new bruises or bleeding, get help at once.",
        source="FDA 2009, 2010; MHRA 2010, 2017",
        can_harm=True,
    ),
    Remedy(
        id="pin_prick",
        label="a pin prick",
        aliases=("pin", "pinprick", "needle"),
        paragraphs=(53,),
        caution="Do not: it can wound and infect, and nothing shows that it helps.",
        source="NHS tetanus page on wounds",
        can_harm=True,
    ),
)

REMEDIES: dict[str, Remedy] = {entry.id: entry for entry in _ALL}
"""All remedies by id, in the order in which they are listed."""

_NAMES = names(_ALL)


def remedy(word: str) -> str | None:
    """Return the id of a remedy named by its id or an alias, or None."""
    return _NAMES.get(key(word))
