"""What the rules rest on: one table, cited by key.

`seen` says how the text was read when the rule was written: on the publisher's page, on a page
that reproduces it (mirror), or as an abstract. A source of which only secondary pages were seen
is not in the table, and no rule rests on one.
"""

from __future__ import annotations

from cramplog.flags.papers import PAPERS
from cramplog.flags.source import ARTICLE, Source

_PAGES = (
    Source(
        key=ARTICLE,
        title="In a dream, brings legs: causes, symptoms, ways to get rid of night cramps",
        publisher="the article that the diary is built from",
        address="cramplog guide sources",
    ),
    Source(
        key="abuhb",
        title="Venous thromboembolism in pregnancy",
        publisher="Aneurin Bevan University Health Board",
        address="https://abbhealthiertogether.cymru.nhs.uk",
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
        key="devon-ali",
        title="Acute limb ischaemia, referral guidance",
        publisher="NHS Devon",
        address="https://southwest.devonformularyguidance.nhs.uk/referral-guidance/"
        "south-devon-torbay/vascular/acute-limb-ischaemia",
        read="2026-11-28",
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
        key="sick-day-glos",
        title="Medicine sick day guidance (GHPI1338)",
        publisher="Gloucestershire Hospitals NHS",
        year=2015,
        address="https://www.gloshospitals.nhs.uk, leaflet GHPI1338 of December 2015, as "
        "a site for documents keeps it",
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
)
"""Pages for patients and for doctors, by those who give care and advice."""

_ALL = sorted((*_PAGES, *PAPERS), key=lambda source: (source.key != ARTICLE, source.key))

SOURCES: dict[str, Source] = {source.key: source for source in _ALL}
