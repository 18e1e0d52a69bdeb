"""What the rules rest on: one table, cited by key.

`seen` says how the text was read when the rule was written: on the publisher's page, on a page
that reproduces it (mirror), or as an abstract. A source of which only secondary pages were seen
is not in the table, and no rule rests on one.
"""

from __future__ import annotations

from cramplog.value import Value

CHECKED = "2026-11-23"
"""The day on which the sources were read."""

ARTICLE = "article"


class Source(Value):
    """A published text. `year` is None where the copy bears no date."""

    key: str
    title: str
    publisher: str
    year: int | None = None
    address: str = ""
    seen: str = "page"  # page, mirror, abstract

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
        key="cks",
        title="Leg cramps (summary revised September 2012; a newer revision was not seen)",
        publisher="NICE Clinical Knowledge Summaries",
        year=2012,
        address="https://cks.nice.org.uk/leg-cramps",
    ),
    Source(
        key="bmj-best-practice",
        title="Muscle cramps, topic 569, epidemiology",
        publisher="BMJ Best Practice",
        address="https://bestpractice.bmj.com/topics/en-gb/569",
        seen="abstract",
    ),
)

SOURCES: dict[str, Source] = {source.key: source for source in _ALL}
