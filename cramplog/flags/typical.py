"""How typical of night leg cramps the recorded cramps are: a tally, and no flag.

Two published descriptions: the three criteria of the ICSD-3 (2014) and the seven characteristics
of Hallegraeff and others (2017). Neither gives a cut-off, and none is made here.
"""

from __future__ import annotations

from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cramplog.domain.episode import Episode

    Look = Callable[[Episode], bool | None]

INTENSE_FROM = 7  # pain of 10; our reading of "intense"
LONGEST_SECONDS = 600
LEG_OR_FOOT = frozenset(
    ("calf", "toes", "foot", "sole", "shin", "thigh", "hamstring", "quadriceps", "leg")
)
CALF_OR_FOOT = frozenset(("calf", "foot", "toes", "sole"))
THIGH = frozenset(("thigh", "hamstring", "quadriceps"))
ICSD, HALLEGRAEFF = "icsd-3", "hallegraeff"


class Count(Value):
    """One criterion: of how many cramps it is known, and in how many it was so."""

    source: str  # ICSD or HALLEGRAEFF
    label: str
    yes: int
    known: int
    of: int  # all cramps looked at
    kept: bool = True  # False: the diary has no field for it

    @property
    def mostly(self) -> bool | None:
        """Whether it was so in at least half of the cramps of which it is known."""
        return 2 * self.yes >= self.known if self.known else None


def _pain_and_hard(episode: Episode) -> bool | None:
    """ICSD-3 A: a painful sensation in leg or foot with sudden hardness of the muscle."""
    return _every(
        _in(LEG_OR_FOOT)(episode),
        None if episode.pain is None else episode.pain > 0,
        episode.hard,
    )


def _in_bed(episode: Episode) -> bool | None:
    """ICSD-3 B: during the time in bed. A cramp that woke somebody was; of others nothing is."""
    return True if episode.woke else None


def _stretch_helped(episode: Episode) -> bool | None:
    """ICSD-3 C: relieved by a forceful stretch. One of which nothing more was said is unknown."""
    return next((t.helped for t in episode.tried if t.remedy == "stretch"), None)


def _in(muscles: frozenset[str]) -> Look:
    return lambda e: any(site.muscle in muscles for site in e.sites) if e.sites else None


def _not_thigh(episode: Episode) -> bool | None:
    return None if not episode.sites else not _in(THIGH)(episode)


def _every(*answers: bool | None) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True


CRITERIA: tuple[tuple[str, str, Look | None], ...] = (
    (ICSD, "pain in leg or foot with a hard muscle", _pain_and_hard),
    (ICSD, "during the time in bed", _in_bed),
    (ICSD, "relieved by stretching", _stretch_helped),
    (HALLEGRAEFF, "intense pain", lambda e: None if e.pain is None else e.pain >= INTENSE_FROM),
    (
        HALLEGRAEFF,
        "from seconds to ten minutes",
        lambda e: None if e.duration_seconds is None else e.duration_seconds <= LONGEST_SECONDS,
    ),
    (HALLEGRAEFF, "in calf or foot", _in(CALF_OR_FOOT)),
    (HALLEGRAEFF, "not in the thigh", _not_thigh),
    (HALLEGRAEFF, "pain that stays afterwards", lambda e: e.sore),
    (HALLEGRAEFF, "sleep disturbed", lambda e: e.woke),
    (HALLEGRAEFF, "distress", None),
)


def tally(episodes: Iterable[Episode]) -> tuple[Count, ...]:
    """Each criterion over the episodes, unknown kept apart from no."""
    looked_at = tuple(episodes)
    return tuple(_count(source, label, look, looked_at) for source, label, look in CRITERIA)


def _count(source: str, label: str, look: Look | None, episodes: tuple[Episode, ...]) -> Count:
    answers = [look(episode) for episode in episodes] if look else []
    return Count(
        source=source,
        label=label,
        yes=sum(answer is True for answer in answers),
        known=sum(answer is not None for answer in answers),
        of=len(episodes),
        kept=look is not None,
    )
