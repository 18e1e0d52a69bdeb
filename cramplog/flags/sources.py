"""What the rules rest on: one table, cited by key.

`seen` says how the text was read when the rule was written: on the publisher's page, on a page
that reproduces it (mirror), or as an abstract. A source of which only secondary pages were seen
is not in the table, and no rule rests on one.
"""

from __future__ import annotations

from cramplog.value import Value

FIRST_READ = "2026-11-23"
"""The day on which the first sources were read. One that was read again says so; a date that is
forgotten is this old one, so that a source can only be called stale too early."""

ARTICLE = "article"


class Source(Value):
    """A published text. `year` is None where the copy bears no date."""

    key: str
    title: str
    publisher: str
    year: int | None = None
    address: str  # where it is published, or the citation of a printed one
    seen: str = "page"  # page, mirror, abstract
    read: str = FIRST_READ  # the ISO date of the last reading

    @property
    def origin(self) -> str:
        """Publisher and year."""
        return f"{self.publisher}, {self.year or 'undated'}"


_ALL = (
    Source(
        key=ARTICLE,
        title="In a dream, brings legs: causes, symptoms, ways to get rid of night cramps",
        publisher="the article that the diary is built from",
        address="cramplog guide sources",
    ),
    Source(
        key="aafp",
        title="Allen and Kirby, Nocturnal leg cramps, Am Fam Physician 86(4):350-355",
        publisher="American Academy of Family Physicians",
        year=2012,
        address="https://www.aafp.org/pubs/afp/issues/2012/0815/p350.html",
        seen="abstract",
    ),
    Source(
        key="abuhb",
        title="Venous thromboembolism in pregnancy",
        publisher="Aneurin Bevan University Health Board",
        address="https://abbhealthiertogether.cymru.nhs.uk",
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
        key="bnssg",
        title="Muscle cramps (draft), referral guidance",
        publisher="BNSSG Remedy",
        address="https://remedy.bnssg.icb.nhs.uk",
    ),
    Source(
        key="bnssg-pad",
        title="Peripheral Arterial Disease (draft), checked June 2025",
        publisher="BNSSG Remedy",
        year=2025,
        address="https://remedy.bnssg.icb.nhs.uk/bnssg-icb/development-area/"
        "peripheral-arterial-disease-draft",
        read="2026-11-28",
    ),
    Source(
        key="cauda-equina",
        title="Cauda equina syndrome: warning signs (card by Greenhalgh, Mercer, Finucane, Selfe)",
        publisher="Torbay and South Devon NHS",
        address="https://www.torbayandsouthdevon.nhs.uk/services/specialist-spinal-orthopaedic-"
        "physiotherapy-service/common-spinal-conditions/cauda-equina-syndrome/",
        read="2026-11-28",
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
        key="devon-ali",
        title="Acute limb ischaemia, referral guidance",
        publisher="NHS Devon",
        address="https://southwest.devonformularyguidance.nhs.uk/referral-guidance/"
        "south-devon-torbay/vascular/acute-limb-ischaemia",
        read="2026-11-28",
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
        key="epilepsy-society",
        title="First aid quick guide",
        publisher="Epilepsy Society",
        year=2018,
        address="https://epilepsysociety.org.uk/first-aid-quick-guide",
        read="2026-11-28",
    ),
    Source(
        key="fda",
        title="Qualaquin (quinine): boxed warning; Drug Safety Communication, July 2010",
        publisher="US Food and Drug Administration",
        year=2010,
        address="https://www.fda.gov, ucm194391",
    ),
    Source(
        key="frimley",
        title="Limp: advice for parents and carers",
        publisher="NHS Frimley Healthier Together",
        address="https://frimley-healthiertogether.nhs.uk/parentscarers/worri"
        "ed-your-child-unwell/limp",
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
        key="hse",
        title="Leg cramps during pregnancy",
        publisher="Health Service Executive (Ireland)",
        year=2018,
        address="https://www2.hse.ie/conditions/leg-cramps-pregnancy/",
    ),
    Source(
        key="humber",
        title="Pregnant? Be aware of this potentially serious condition",
        publisher="NHS Humber Health Partnership",
        year=2025,
        address="https://www.hey.nhs.uk/news/2025/04/30/pregnant-be-aware-of-"
        "this-potentially-serious-condition/",
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
        key="mayo",
        title="Night leg cramps: when to see a doctor",
        publisher="Mayo Clinic",
        year=2023,
        address="https://www.mayoclinic.org/symptoms/night-leg-cramps/basics/"
        "when-to-see-doctor/sym-20050813",
    ),
    Source(
        key="mayo-rhabdo",
        title="Rhabdomyolysis from statins: expert answer",
        publisher="Mayo Clinic",
        year=2025,
        address="https://www.mayoclinic.org/diseases-conditions/high-blood-cholesterol/"
        "expert-answers/rhabdomyolysis/faq-20057817",
        read="2026-11-28",
    ),
    Source(
        key="merck",
        title="Some causes of muscle cramps (table v6592963)",
        publisher="Merck Manual",
        address="https://www.merckmanuals.com/home/multimedia/table/v6592963",
    ),
    Source(
        key="mhra",
        title="Quinine: not to be used routinely for nocturnal leg cramps, Drug Safety Update",
        publisher="MHRA",
        year=2010,
        address="https://www.gov.uk/drug-safety-update, quinine, June 2010 and November 2017",
    ),
    Source(
        key="nhs-highland",
        title="Vascular guidelines: acute limb ischaemia",
        publisher="NHS Highland",
        address="https://rightdecisions.scot.nhs.uk/tam-treatments-and-medicines-nhs-highland/"
        "therapeutic-guidelines/vascular/vascular-guidelines/",
        read="2026-11-28",
    ),
    Source(
        key="nhs-choices",
        title="Leg cramps: symptoms",
        publisher="NHS Choices",
        year=2017,
        address="https://www.nhs.uk/Conditions/legcrampsunknowncause/Pages/Symptoms.aspx, "
        "withdrawn since; as two sites keep it that had it from the NHS",
        seen="mirror",
        read="2026-11-28",
    ),
    Source(
        key="nhs-wales-dvt",
        title="Deep vein thrombosis (DVT)",
        publisher="NHS 111 Wales",
        address="https://111.wales.nhs.uk/encyclopaedia/d/article/deepveinthrombosis(dvt)",
        read="2026-11-28",
    ),
    Source(
        key="nhs-england",
        title="Leg cramps (text of the content interface)",
        publisher="NHS (England)",
        address="https://developer.api.nhs.uk/widgets/condition/?condition=/conditions/leg-cramps/",
        read="2026-11-28",
    ),
    Source(
        key="nhs-inform",
        title="Leg cramps",
        publisher="NHS inform (Scotland)",
        address="https://www.nhsinform.scot/illnesses-and-conditions/muscle-b"
        "one-and-joints/conditions/leg-cramps",
    ),
    Source(
        key="nhs-statins",
        title="Atorvastatin, pravastatin, rosuvastatin, simvastatin: serious side effects",
        publisher="NHS",
        year=2025,
        address="the pages on atorvastatin, pravastatin, rosuvastatin and simvastatin at "
        "https://www.nhs.uk/medicines/, as the Daily Mirror quotes them on 11 December 2025",
        seen="mirror",
        read="2026-11-28",
    ),
    Source(
        key="nhs-tetanus",
        title="Tetanus",
        publisher="NHS",
        address="https://www.nhs.uk/conditions/tetanus/, as clinics and pharmacies reproduce it",
        seen="mirror",
        read="2026-11-28",
    ),
    Source(
        key="nhs-wales",
        title="Pulmonary embolism",
        publisher="NHS 111 Wales",
        address="https://111.wales.nhs.uk/Encyclopaedia/p/article/pulmonaryembolism",
    ),
    Source(
        key="nidirect",
        title="Leg cramps",
        publisher="nidirect (Northern Ireland)",
        address="https://www.nidirect.gov.uk/node/10453",
        read="2026-11-28",
    ),
    Source(
        key="rls",
        title="Restless legs: criteria of the IRLSSG, with ICSD-3-TR",
        publisher="International Restless Legs Syndrome Study Group",
        year=2014,
        address="https://gpcpd.heiw.wales; BMJ Best Practice, topic 65",
    ),
    Source(
        key="sick-day-glos",
        title="Medicine sick day guidance (GHPI1338)",
        publisher="Gloucestershire Hospitals NHS",
        year=2015,
        address="https://www.gloshospitals.nhs.uk, leaflet GHPI1338, as kept by studyres.com",
        seen="mirror",
        read="2026-11-28",
    ),
    Source(
        key="sick-day-practices",
        title="Sick day rules",
        publisher="Haden Vale and Brunston & Lydbrook (GP practices, NHS)",
        address="https://www.hadenvalemedicalpractice.org/pages/Sick-Day-Rules; "
        "https://brunstonlydbrookpractice.co.uk/practice_news/sick-day-rules-help-protect-"
        "your-kidneys/",
        read="2026-11-28",
    ),
    Source(
        key="uhb",
        title="When to call the midwife",
        publisher="University Hospitals Birmingham NHS",
        year=2022,
        address="https://www.uhb.nhs.uk/services/maternity/when-to-call-the-midwife.htm",
    ),
    Source(
        key="wells",
        title="Two-level Wells score for deep vein thrombosis",
        publisher="NICE",
        address="https://www.ncbi.nlm.nih.gov/pubmedhealth/PMH0055213/table/appk.tu1/",
    ),
)

SOURCES: dict[str, Source] = {source.key: source for source in _ALL}
