"""Studies, reviews, textbooks and criteria on which rules rest."""

from __future__ import annotations

from cramplog.flags.source import Source

PAPERS = (
    Source(
        key="aafp",
        title="Allen and Kirby, Nocturnal leg cramps, Am Fam Physician 86(4):350-355",
        publisher="American Academy of Family Physicians",
        year=2012,
        address="https://www.aafp.org/pubs/afp/issues/2012/0815/p350.html",
        seen="abstract",
    ),
    Source(
        key="bmj-best-practice",
        title="Muscle cramps, topic 569, epidemiology",
        publisher="BMJ Best Practice",
        address="https://bestpractice.bmj.com, topic 569",
        seen="abstract",
    ),
    Source(
        key="bmj-pad",
        title="Peripheral arterial disease, visual summary",
        publisher="BMJ",
        year=2018,
        address="https://www.bmj.com, 2018, visual summary of peripheral arterial disease",
    ),
    Source(
        key="cks",
        title="Leg cramps (summary revised September 2012; a newer revision was not seen)",
        publisher="NICE Clinical Knowledge Summaries",
        year=2012,
        address="https://cks.nice.org.uk/leg-cramps",
    ),
    Source(
        key="cochrane",
        title="Luo and others, Interventions for leg cramps in pregnancy, CD010655.pub3",
        publisher="Cochrane",
        year=2020,
        address="Cochrane Database of Systematic Reviews 2020, CD010655.pub3",
        seen="abstract",
    ),
    Source(
        key="dialysis",
        title="Muscle cramps in patients on dialysis",
        publisher="UpToDate",
        year=2017,
        address="https://www.uptodate.com, muscle cramps in dialysis patients",
        seen="abstract",
    ),
    Source(
        key="garrison",
        title="Garrison and others, Nocturnal leg cramps and prescription use that precedes them",
        publisher="Archives of Internal Medicine",
        year=2012,
        address="Arch Intern Med 2012;172:120-126",
        seen="abstract",
    ),
    Source(
        key="hallegraeff",
        title="Hallegraeff and others, Criteria in diagnosing nocturnal leg cramps",
        publisher="BMC Family Practice",
        year=2017,
        address="https://doi.org/10.1186/s12875-017-0600-x",
        seen="abstract",
    ),
    Source(
        key="icsd-3",
        title="International Classification of Sleep Disorders, third edition: sleep related leg "
        "cramps",
        publisher="American Academy of Sleep Medicine",
        year=2014,
        address="criteria as reported by Age and Ageing 2016, the NSF and MedLink",
        seen="mirror",
    ),
    Source(
        key="leung",
        title="Leung and others, Leg cramps in children, J Natl Med Assoc 91:329-332",
        publisher="Journal of the National Medical Association",
        year=1999,
        address="J Natl Med Assoc 1999;91:329-332",
        seen="abstract",
    ),
    Source(
        key="merck",
        title="Some causes of muscle cramps (table v6592963)",
        publisher="Merck Manual",
        address="https://www.merckmanuals.com/home/multimedia/table/v6592963",
    ),
    Source(
        key="rls",
        title="Restless legs: criteria of the IRLSSG, with ICSD-3-TR",
        publisher="International Restless Legs Syndrome Study Group",
        year=2014,
        address="https://gpcpd.heiw.wales; BMJ Best Practice, topic 65",
    ),
    Source(
        key="wells",
        title="Two-level Wells score for deep vein thrombosis",
        publisher="NICE",
        address="https://www.ncbi.nlm.nih.gov/pubmedhealth/PMH0055213/table/appk.tu1/",
    ),
)
