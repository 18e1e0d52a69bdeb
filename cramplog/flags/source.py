"""A published text on which a rule or a page of the guide rests."""

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
