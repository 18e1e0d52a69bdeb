"""`doctor`: what the article says of doctors and tests, and what guidelines call red flags."""

from __future__ import annotations

from cramplog.guide import rules, warnings
from cramplog.guide.content import Section, article

_GP_FIRST = "Guidelines start with your GP"


def sections() -> tuple[Section, ...]:
    """The article's list and the guidelines' lists, apart; most urgent first."""
    return (
        *(
            Section(title=meaning, items=rules.of_guidelines(urgency))
            for urgency, meaning in rules.MEANS.items()
        ),
        Section(
            title="What the article calls reasons to see a doctor",
            items=rules.of_article(),
            remark=f"{_GP_FIRST}, whatever the article's reason is.",
        ),
        Section(title="What the article says of doctors and tests", items=_PATH),
        Section(title="Do not", items=(warnings.DRUGS,)),
    )


_PATH = (
    article(
        "When cramps come regularly, think about a full examination, first by a phlebologist, a "
        "doctor for veins, who may order an ultrasound scan of the veins; then have magnesium, "
        "potassium and calcium in the blood measured.",
        55,
        caution=f"{_GP_FIRST}: scans and blood tests are usually unnecessary, unless your history "
        "or an examination points to a cause.",
        sources=("aafp", "cks"),
    ),
    article(
        "A neurologist is to look at the lumbar spine, and an endocrinologist may be needed.",
        56,
        caution=f"{_GP_FIRST}, who decides whether a specialist is needed.",
        sources=("aafp", "cks"),
    ),
    article(
        "Without treatment cramps lead to osteochondrosis, flat feet and degeneration of the legs.",
        17,
        caution="Not supported by anything found; the article also names flat feet as a cause "
        "(¶26).",
        sources=("cks",),
    ),
)
