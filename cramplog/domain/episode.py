"""An episode: one cramp, as it was recorded."""

from __future__ import annotations

from cramplog.value import Value

FEATURES = ("woke", "sore", "numb", "hard", "twitching")
"""Yes/no features of an episode; `None` is unknown, never no."""


class Site(Value):
    """A muscle, with its side if that is known."""

    muscle: str
    side: str | None = None  # left, right, both

    def __hash__(self) -> int:
        """Hash like any value, but quicker: exports look sites up by the million."""
        return hash((self.muscle, self.side))


class Tried(Value):
    """A remedy tried during the episode, and whether and how soon it helped."""

    remedy: str
    helped: bool | None = None  # None: not said
    relief_seconds: int | None = None

    def __hash__(self) -> int:
        """Hash like any value, but quicker, as a site does."""
        return hash((self.remedy, self.helped, self.relief_seconds))


def effect(*, helped: object, not_helped: object) -> bool | None:
    """Return whether a remedy helped, from its two columns; None if that is unknown."""
    return True if helped else False if not_helped else None


class Episode(Value):
    """A recorded cramp.

    `started_at` and `recorded_at` are Unix seconds, offsets are seconds east of UTC,
    `night` is the proleptic Gregorian ordinal of the evening's date (`date.toordinal`).
    `type` and `spread` hold only what was typed; `domain.reading` derives the article's readings
    from the other fields, and they are never stored.
    """

    id: str  # UUIDv7
    number: int  # per person, never used again
    person: str
    started_at: int
    utc_offset: int
    zone: str | None = None  # IANA name; None where only an offset was given
    time_is_approximate: bool = False
    night: int
    daytime: bool = False  # began from 12:00 to 18:00: kept, but makes no cramp night
    duration_seconds: int | None = None
    duration_is_estimate: bool = False
    sites: tuple[Site, ...] = ()
    type: str | None = None  # tonic, clonic
    spread: str | None = None  # localized, generalized
    pain: int | None = None
    woke: bool | None = None
    sore: bool | None = None
    numb: bool | None = None
    hard: bool | None = None
    twitching: bool | None = None
    triggers: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()
    note: str | None = None
    recorded_at: int
    recorded_offset: int = 0
    source: str = "log"  # the command or import that made it

    @property
    def still(self) -> bool:
        """True if the cramp had not ended when it was recorded: an estimate without a length."""
        return self.duration_is_estimate and self.duration_seconds is None
