"""Whom the article sends one to, and what guidelines say to that."""

from __future__ import annotations

from cramplog.flags.rule import Note, Path

PHLEBOLOGIST = "phlebologist (a doctor for veins)"
NEUROLOGIST = "neurologist (for the lumbar spine)"
ENDOCRINOLOGIST = "endocrinologist (a doctor for hormones)"
VEIN_SCAN = "an ultrasound scan of the veins"
BLOOD = "blood magnesium, potassium and calcium"

GENERAL = Path(
    specialists=(f"a {PHLEBOLOGIST}", f"a {NEUROLOGIST}", f"perhaps an {ENDOCRINOLOGIST}"),
    tests=(VEIN_SCAN, BLOOD),
)
"""The article's path for cramps that come regularly (¶55-56), in its order."""

NOT_NAMED = Path(
    remark="This passage names no specialist and no test. Elsewhere (¶55-56), for cramps that "
    "come regularly, the article names a phlebologist with a vein scan and blood tests, a "
    "neurologist and perhaps an endocrinologist."
)
VEINS = Path(specialists=(f"a {PHLEBOLOGIST}",), tests=(VEIN_SCAN,))

GP_FIRST = Note(
    text="Guidelines start with your GP: tests only if your history or an examination points to "
    "a cause.",
    sources=("aafp", "cks"),
)
"""Section ¶55's scan and blood tests for everybody go further than today's guidance."""

HALF_ARE_LONGER = Note(
    text="About half of ordinary night cramps last longer than four minutes; in a survey the mean "
    "was nine. This alone is no sign of illness.",
    sources=("bmj-best-practice",),
)
SALTS = Note(
    text="The evidence that a lack of salts causes night cramps is weak. Ask your doctor or "
    "pharmacist before taking potassium.",
    sources=("aafp",),
)
WIDESPREAD = Note(
    text="Cramps in many muscles can have a cause worth finding; that they mostly mean serious "
    "illness is the article's claim, and is not shown.",
    sources=("bmj-best-practice",),
)
