"""The topics of the guide by name, and each made whole."""

from __future__ import annotations

from cramplog.domain.firstaid import NOT_IF
from cramplog.guide import doctor, exercises, families, first_aid, kinds, places, triggers
from cramplog.guide.content import Item, Section, Topic
from cramplog.guide.sources import ALL, short
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cramplog.flags.source import Source

_SEEN = {
    "page": "Read on the publisher's page",
    "mirror": "Read on a page that reproduces it",
    "abstract": "Read as an abstract or excerpt",
}


def _sources() -> tuple[Section, ...]:
    cited = sorted((s for s in ALL.values() if s.key != "article"), key=lambda s: short(s.key))
    return (
        Section(title="The article", items=(_ARTICLE,)),
        Section(title="Guidelines, reviews and studies", items=tuple(map(_source, cited))),
    )


_ARTICLE = Item(
    text=f"{ALL['article'].title}. Undated, in translation; cited by its 65 paragraphs, ¶1 to "
    "¶65. What it says stands here as its claim, with today's caution.",
    label=short("article"),
    sources=("article",),
)


def _source(source: Source) -> Item:
    text = (
        f"{source.title}. {source.origin}: {source.address}. {_SEEN[source.seen]} ({source.read})."
    )
    return Item(label=short(source.key), text=text, sources=(source.key,))


class _Entry(Value):
    about: str
    sections: Callable[[], tuple[Section, ...]] | None  # None: the triggers, which need their own
    more: str = ""


_DOCTOR = "When to see a doctor: cramplog guide doctor"
_ENTRIES: dict[str, _Entry] = {
    "now": _Entry(
        about="A cramp now: what to do, step by step.",
        sections=first_aid.now,
        more="More: cramplog guide self-help",
    ),
    "self-help": _Entry(
        about="What can be done alone, and what not to do.",
        sections=first_aid.self_help,
        more=_DOCTOR,
    ),
    "exercises": _Entry(
        about="Stretches before bed, and what trials found.", sections=exercises.sections
    ),
    "types": _Entry(
        about="Tonic, clonic, localized, generalized.", sections=kinds.sections, more=_DOCTOR
    ),
    "triggers": _Entry(about="All that may bring cramps on, and the words to type.", sections=None),
    "muscles": _Entry(
        about="Where cramps are, and what may be behind each.", sections=places.sections
    ),
    "pregnancy": _Entry(
        about="Cramps in pregnancy, and when to call.", sections=families.pregnancy, more=_DOCTOR
    ),
    "children": _Entry(
        about="Cramps in children, and when to ask.", sections=families.children, more=_DOCTOR
    ),
    "doctor": _Entry(
        about="When to see a doctor, by urgency.",
        sections=doctor.sections,
        more="One rule with its numbers: cramplog flags --show ID. Your own: cramplog flags",
    ),
    "sources": _Entry(about="What all this rests on, and how it was read.", sections=_sources),
}

TOPICS: dict[str, str] = {name: entry.about for name, entry in _ENTRIES.items()}
"""Every topic with its one line, in the order in which they are listed."""


def topic(name: str, own_triggers: Mapping[str, str], harmful: Sequence[str] = ()) -> Topic:
    """Return one topic of TOPICS; `own_triggers` are the person's, label by name.

    A topic with steps begins with when they are not for the leg. Where that is `harmful` they are
    left out, and what the flags say to do comes first.
    """
    entry = _ENTRIES[name]
    made = entry.sections() if entry.sections else triggers.sections(own_triggers)
    if not any(section.steps for section in made):
        return Topic(name=name, about=entry.about, sections=made, more=entry.more)
    kept = tuple(section for section in made if not (harmful and section.steps))
    return Topic(
        name=name,
        about=entry.about,
        sections=kept,
        more=entry.more,
        first=(NOT_IF, *harmful),
    )
