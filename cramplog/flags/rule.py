"""A rule: its table of metadata, and the function that looks.

    @rule(
        "ART-REGULAR",
        title=…, statement=…, condition="… {nights} nights …", urgencies=(ROUTINE,),
        thresholds=(…,), passages=(55, 17),
    )
    def regular(record: Record, limits: Limits) -> Outcome: …

Adding one is that function, and `tests/flags/vignettes/<id>.toml`.
"""

from __future__ import annotations

from cramplog.flags.source import ARTICLE
from cramplog.flags.sources import SOURCES
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record

    Limits = Mapping[str, int]
    Judge = Callable[[Record, Limits], Outcome]

SOURCE, OURS = "source", "ours"


class Threshold(Value):
    """A number in a rule's condition. Ours is a setting, within bounds; a source's is fixed.

    `key` is `rule.<rule>.<name>`; two rules that name one key share the number.
    """

    key: str
    value: int
    says: str  # what is counted: "cramp nights"
    whose: str = OURS
    lowest: int = 1
    highest: int = 1000

    @property
    def name(self) -> str:
        """The last part of the key; what the condition's text and the rule's function use."""
        return self.key.rpartition(".")[2]

    def takes(self, text: str) -> bool:
        """Return whether a text is a whole number within the bounds."""
        whole = text.isascii() and text.isdigit() and len(text) <= len(str(self.highest))
        return whole and self.lowest <= int(text) <= self.highest


class Note(Value):
    """A caution that goes with a rule's text, and the sources that it rests on."""

    text: str
    sources: tuple[str, ...]


class Path(Value):
    """Whom to see and which tests, as the source names them; empty where it names none."""

    specialists: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    remark: str = ""
    actions: Mapping[str, str] = {}  # by urgency, where it is not what `ACTIONS` says


class Rule(Value):
    """One rule. All texts are in our own words."""

    id: str
    title: str
    statement: str  # what the source says
    condition: str  # in data terms, with {names} of thresholds
    urgencies: tuple[str, ...]  # all that it can give, most urgent first
    thresholds: tuple[Threshold, ...]
    passages: tuple[int, ...]  # paragraphs of the article
    sources: tuple[str, ...]  # keys of `sources.SOURCES`
    path: Path
    notes: tuple[Note, ...]
    judge: Judge

    @property
    def from_article(self) -> bool:
        """Whether the rule is the article's; the two kinds are never shown in one list."""
        return self.sources == (ARTICLE,)

    @property
    def origin(self) -> str:
        """`article`, or publisher and year of each source."""
        if self.from_article:
            return "article"
        return "; ".join(dict.fromkeys(SOURCES[key].origin for key in self.sources))

    @property
    def whom(self) -> str:
        """Whom to see, in sentences; the GP comes first, whomever the article names."""
        named = ", then ".join(self.path.specialists)
        if not self.from_article:
            return f"{named or 'the source names none'}."
        named = f"The article names {named}." if named else "The article names none."
        return f"Guidelines: start with your GP. {named}"

    @property
    def tests(self) -> str:
        """The tests that the source names, as a sentence."""
        source = "the article" if self.from_article else "the source"
        return f"{source} names {', '.join(self.path.tests) or 'none'}."

    def limits(self, chosen: Mapping[str, int]) -> dict[str, int]:
        """The rule's numbers by name: the person's settings over ours; a source's is fixed."""
        return {
            threshold.name: threshold.value
            if threshold.whose == SOURCE
            else chosen.get(threshold.key, threshold.value)
            for threshold in self.thresholds
        }

    def condition_with(self, limits: Limits) -> str:
        """The condition, with the numbers that were used."""
        return self.condition.format_map(limits)


ENTERED: dict[str, Rule] = {}
"""Rules of the modules imported so far; `catalogue` imports them all."""


def rule(  # noqa: PLR0913 - the columns of the table
    id: str,  # noqa: A002 - it is what everybody calls it
    /,
    *,
    title: str,
    statement: str,
    condition: str,
    urgencies: tuple[str, ...],
    thresholds: tuple[Threshold, ...] = (),
    passages: tuple[int, ...] = (),
    sources: tuple[str, ...] = (ARTICLE,),
    path: Path | None = None,
    notes: tuple[Note, ...] = (),
) -> Callable[[Judge], Rule]:
    """Make a rule of the function below it, and enter it in `ENTERED`."""

    def enter(judge: Judge) -> Rule:
        if id in ENTERED:
            raise ValueError(f"{id} is there twice")
        ENTERED[id] = Rule(
            id=id,
            title=title,
            statement=statement,
            condition=condition,
            urgencies=urgencies,
            thresholds=thresholds,
            passages=passages,
            sources=sources,
            path=path or Path(),
            notes=notes,
            judge=judge,
        )
        return ENTERED[id]

    return enter
