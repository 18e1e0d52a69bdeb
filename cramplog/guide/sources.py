"""What the guide cites: the sources of the rules, and those that only the guide needs."""

from __future__ import annotations

from cramplog.flags.source import Source
from cramplog.flags.sources import SOURCES

_MORE = (
    Source(
        key="hawke",
        title="Hawke and others, Factors associated with night-time calf muscle cramps",
        publisher="Muscle and Nerve",
        year=2013,
        address="Muscle Nerve 2013;47:339",
        seen="abstract",
    ),
    Source(
        key="aan",
        title="Katzberg and others, Symptomatic treatment for muscle cramps, Neurology 74:691",
        publisher="American Academy of Neurology",
        year=2010,
        address="http://www.neurology.org/content/74/8/691.full.html, read in the summary of the "
        "National Guideline Clearinghouse (reaffirmed 2016)",
        seen="mirror",
        read="2026-11-28",
    ),
    Source(
        key="aaos",
        title="Muscle cramp: stretch, massage, warmth (as reported by HealthDay)",
        publisher="American Academy of Orthopaedic Surgeons",
        address="https://consumer.healthday.com, Health tip: coping with a muscle cramp",
        seen="mirror",
        read="2026-11-28",
    ),
    Source(
        key="cochrane-magnesium",
        title="Garrison and others, Magnesium for skeletal muscle cramps, CD009402.pub3",
        publisher="Cochrane",
        year=2020,
        address="Cochrane Database of Systematic Reviews 2020, CD009402.pub3",
        seen="abstract",
    ),
    Source(
        key="coppin",
        title="Coppin and others, Managing nocturnal leg cramps: calf-stretching exercises and "
        "cessation of quinine treatment",
        publisher="British Journal of General Practice",
        year=2005,
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC1463088",
        seen="abstract",
    ),
    Source(
        key="efsa",
        title="Adequate intakes of water (table)",
        publisher="European Food Safety Authority",
        year=2010,
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC4473081",
    ),
    Source(
        key="fpnotebook",
        title="Nocturnal leg cramp (after AAFP 2012)",
        publisher="Family Practice Notebook",
        address="https://fpnotebook.com",
    ),
    Source(
        key="fss",
        title="Potassium",
        publisher="Food Standards Scotland",
        address="https://www.foodstandards.gov.scot/consumers/healthy-eating/nutrition/"
        "vitamins-minerals/potassium",
    ),
    Source(
        key="hallegraeff-stretching",
        title="Hallegraeff and others, Stretching before sleep reduces the frequency and severity "
        "of nocturnal leg cramps in older adults",
        publisher="Journal of Physiotherapy",
        year=2012,
        address="J Physiother 2012;58:17-22 (trial NCT01421628)",
        seen="abstract",
    ),
    Source(
        key="healthify",
        title="Potassium",
        publisher="Healthify (New Zealand)",
        address="https://healthify.nz/potassium",
    ),
    Source(
        key="merck-stretch",
        title="Runner's stretch",
        publisher="Merck Manual",
        address="https://www.merckmanuals.com/home/multimedia/table/runners-stretch",
    ),
    Source(
        key="mhra-benzodiazepines",
        title="Benzodiazepines, learning module, key points",
        publisher="MHRA",
        address="https://cpd.mhra.gov.uk/benzodiazepines/CON234573_18",
    ),
    Source(
        key="mhra-valproate",
        title="Valproate: Drug Safety Updates of April 2018 and of 2024",
        publisher="MHRA",
        year=2024,
        address="https://medicines.necsu.nhs.uk/valproate-pregnancy-prevention-programme/",
        seen="mirror",
    ),
    Source(
        key="maughan",
        title="Maughan and Shirreffs, Muscle cramping during exercise: causes, solutions and "
        "questions remaining",
        publisher="Sports Medicine",
        year=2019,
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC6901412",
        seen="abstract",
    ),
    Source(
        key="miller",
        title="Miller, Rethinking the cause of exercise-associated muscle cramping",
        publisher="Current Sports Medicine Reports",
        year=2015,
        address="https://doi.org/10.1249/JSR.0000000000000183",
    ),
    Source(
        key="miller-2022",
        title="Miller and others, An evidence-based review of exercise-associated muscle cramps",
        publisher="Journal of Athletic Training",
        year=2022,
        address="https://pmc.ncbi.nlm.nih.gov/articles/PMC8775277",
    ),
)

ALL: dict[str, Source] = {**SOURCES, **{source.key: source for source in _MORE}}
"""Every source by key."""

CHECKED = min(source.read for source in ALL.values())[:7]
"""The month in which the source that was longest not read was read, `2026-11`."""

_SHORT = {
    "aafp": "AAFP 2012",
    "aan": "AAN 2010",
    "aaos": "AAOS",
    "abuhb": "Aneurin Bevan",
    "article": "The article",
    "bmj-best-practice": "BMJ Best Practice",
    "bmj-pad": "BMJ 2018",
    "bnssg": "BNSSG",
    "bnssg-pad": "BNSSG 2025",
    "cauda-equina": "NHS Torbay",
    "cks": "NICE CKS 2012",
    "cochrane": "Cochrane 2020, pregnancy",
    "cochrane-magnesium": "Cochrane 2020, magnesium",
    "coppin": "Coppin 2005",
    "devon-ali": "NHS Devon",
    "dialysis": "UpToDate 2017",
    "efsa": "EFSA 2010",
    "epilepsy-society": "Epilepsy Society 2018",
    "fda": "FDA 2010",
    "fpnotebook": "fpnotebook",
    "frimley": "NHS Frimley",
    "fss": "Food Standards Scotland",
    "garrison": "Garrison 2012",
    "hallegraeff": "Hallegraeff 2017",
    "hallegraeff-stretching": "Hallegraeff 2012",
    "hawke": "Hawke 2013",
    "healthify": "Healthify NZ",
    "hse": "HSE Ireland 2018",
    "humber": "NHS Humber 2025",
    "leung": "Leung 1999",
    "maughan": "Maughan 2019",
    "mayo": "Mayo 2023",
    "mayo-rhabdo": "Mayo 2025",
    "merck": "Merck Manual",
    "merck-stretch": "Merck Manual, stretch",
    "mhra": "MHRA 2010",
    "mhra-benzodiazepines": "MHRA, benzodiazepines",
    "mhra-valproate": "MHRA 2024, valproate",
    "miller": "Miller 2015",
    "miller-2022": "Miller 2022",
    "nhs-choices": "NHS 2017",
    "nhs-england": "NHS",
    "nhs-highland": "NHS Highland",
    "nhs-inform": "NHS inform",
    "nhs-statins": "NHS, statins",
    "nhs-tetanus": "NHS, tetanus",
    "nhs-wales": "NHS Wales",
    "nhs-wales-dvt": "NHS Wales, DVT",
    "nidirect": "nidirect",
    "rls": "IRLSSG 2014",
    "sick-day-glos": "NHS Gloucestershire 2015",
    "sick-day-practices": "NHS practices",
    "uhb": "NHS Birmingham 2022",
    "wells": "Wells score",
}

_REFERENCE = {
    "S1": "nhs-england",
    "S2": "nhs-inform",
    "S3": "nidirect",
    "S4": "nhs-choices",
    "S6": "mayo",
    "S8b": "hse",
    "AAOS": "aaos",
    "NHS tetanus page on wounds": "nhs-tetanus",
}
"""The keys that `domain.firstaid` uses; what is not here is cramplog's own word."""


def short(key: str) -> str:
    """The name by which statements cite a source; `cramplog guide sources` tells the rest."""
    return _SHORT.get(key) or ALL[key].origin


def of_steps(keys: str | tuple[str, ...]) -> tuple[str, ...]:
    """The sources that a first-aid step names."""
    names = keys.split(", ") if isinstance(keys, str) else keys
    return tuple(_REFERENCE[name] for name in names if name in _REFERENCE)
