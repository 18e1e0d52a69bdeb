"""First aid during a cramp, in the safe order, and the article's own order.

The article lays the person flat first and tells them to pull hard; NHS, HSE and Mayo pages put a
gentle stretch, standing and walking first, and those are the steps of the live timer. The times
at which steps appear are ours; only the ten minutes come from the sources.
"""

from __future__ import annotations

from cramplog.value import Value

SOURCES = {
    "S1": "NHS (England), leg cramps",
    "S2": "NHS inform (Scotland)",
    "S3": "nidirect (Northern Ireland)",
    "S4": "an older NHS page (2017)",
    "S6": "Mayo Clinic 2023",
    "S8b": "HSE Ireland 2018",
    "AAOS": "AAOS, as reported by HealthDay",
}
"""Short names of the pages, by key."""


NOT_IF = (
    "Not if the leg is swollen, hot, red or blue, or numb: do not rub or stand on it; see "
    "`cramplog guide doctor`."
)
"""What comes before every step."""


class Step(Value):
    """A step of the live timer, shown once the cramp has lasted `at_seconds`.

    `legs_only` steps make no sense for a hand; `paragraphs` are the article's (empty: not there).
    """

    at_seconds: int
    text: str
    sources: tuple[str, ...]
    paragraphs: tuple[int, ...] = ()
    legs_only: bool = False
    urgent: bool = False


class ArticleStep(Value):
    """A step that the article recommends, in our words; `caution` names its fault.

    A `blocked` step is shown only as something not to do.
    """

    id: str
    text: str
    paragraph: int
    caution: str = ""
    source: str = ""
    blocked: bool = False


_STRETCH_LEG = Step(
    at_seconds=0,
    text="Stretch it: knee straight, and ease the toes gently up towards the shin.",
    sources=("S1", "S8b"),
    paragraphs=(45, 50, 51, 52),
    legs_only=True,
)
_STRETCH_ELSEWHERE = Step(
    at_seconds=0,
    text="Ease the muscle gently into a stretch, and keep it there.",
    sources=("S1", "AAOS"),
    paragraphs=(45,),
)
_AFTER_STRETCH = (
    Step(at_seconds=30, text="Rub the muscle while it stays stretched.", sources=("S1", "AAOS")),
    Step(
        at_seconds=60,
        text="Hold on to something steady, then stand and put your weight on that leg.",
        sources=("S1", "S6"),
        paragraphs=(53,),
        legs_only=True,
    ),
    Step(
        at_seconds=120,
        text="Keep hold, and walk a few steps if you can.",
        sources=("S1", "S6"),
        paragraphs=(53,),
        legs_only=True,
    ),
    Step(at_seconds=240, text="Still tight? Lay a warm cloth on the muscle.", sources=("AAOS",)),
    Step(
        at_seconds=600,
        text="Ten minutes, and it does not ease? Get medical help now, say NHS inform and "
        "nidirect. NHS England says: see a GP.",
        sources=("S2", "S3", "S1"),
        urgent=True,
    ),
)

STEPS = (_STRETCH_LEG, *_AFTER_STRETCH)
"""The steps for a leg, in the order of time."""

_NEITHER_CALF_NOR_FOOT = frozenset(("thigh", "hamstring", "quadriceps", "hand", "other"))
_NO_LEG = frozenset(("hand",))


def steps_for(muscles: tuple[str, ...] = ()) -> tuple[Step, ...]:
    """Return the steps for the muscles of a cramp; without muscles, those for a calf or foot."""
    said = frozenset(muscles)
    if not said or not said <= _NEITHER_CALF_NOR_FOOT:
        return STEPS
    steps = (_STRETCH_ELSEWHERE, *_AFTER_STRETCH)
    return tuple(step for step in steps if not (step.legs_only and said <= _NO_LEG))


_FLAT_AND_REST = "Pages for patients put stretching, standing and walking first."
_GENTLY = "Gently: pulling hard can strain the calf."

ARTICLE_STEPS = (
    ArticleStep(
        id="fa1",
        text="Lie on a flat surface.",
        paragraph=44,
        caution=_FLAT_AND_REST,
        source="S1, S6",
    ),
    ArticleStep(id="fa2", text="Stretch the cramped muscle to free it.", paragraph=45),
    ArticleStep(
        id="fa3",
        text="In severe pain, take a painkiller.",
        paragraph=46,
        caution="Not during the cramp: it works too slowly. It may ease soreness afterwards.",
        source="S1",
    ),
    ArticleStep(
        id="fa4",
        text="Rest completely afterwards.",
        paragraph=47,
        caution=_FLAT_AND_REST,
        source="S1, S6",
    ),
    ArticleStep(
        id="fa5",
        text="Spare the legs for the next day.",
        paragraph=47,
        caution="No page for patients asks for a day of rest.",
        source="S1, S6",
    ),
    ArticleStep(id="sh1", text="Sit down.", paragraph=49),
    ArticleStep(id="sh2", text="Stretch the legs out in front.", paragraph=50),
    ArticleStep(id="sh3", text="Take hold of the toes of that leg.", paragraph=51),
    ArticleStep(
        id="sh4", text="Draw them towards you.", paragraph=52, caution=_GENTLY, source="S8b"
    ),
    ArticleStep(
        id="sh5",
        text="Put the foot on the floor, get up and walk.",
        paragraph=53,
        caution="Hold on to something steady first.",
        source="cramplog",
    ),
    ArticleStep(
        id="sh6",
        text="Prick the cramped leg with a pin.",
        paragraph=53,
        caution="Do not: it can wound and infect, and nothing shows that it helps.",
        source="NHS tetanus page on wounds",
        blocked=True,
    ),
)
"""First aid (¶43-47) and self-help (¶48-53) as the article orders them."""
