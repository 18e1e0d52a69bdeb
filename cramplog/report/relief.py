"""The time until a cramp eased after a remedy; without relief the cramp counts to its end."""

from __future__ import annotations

from cramplog.statistics.relief import Step, kaplan_meier
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cramplog.domain.episode import Episode

QUARTERS = (0.75, 0.5, 0.25)  # the shares that still wait


class Relief(Value):
    """A remedy's record: how often it was tried and helped, and how soon."""

    remedy: str
    tried: int
    helped: int
    not_helped: int
    timed: int  # of those, how many tell how soon, or how long the cramp lasted without relief
    eased: tuple[float | None, ...]  # seconds until a quarter, half and three quarters had eased
    steps: tuple[Step, ...]

    @property
    def unsaid(self) -> int:
        """The number of tries with an unknown effect."""
        return self.tried - self.helped - self.not_helped


def by_remedy(episodes: Iterable[Episode]) -> list[Relief]:
    """Look at every remedy that was tried, the most frequent first."""
    told: dict[str, list[tuple[bool | None, int | None]]] = {}
    for episode in episodes:
        for tried in episode.tried:
            lasted = tried.relief_seconds if tried.helped else episode.duration_seconds
            told.setdefault(tried.remedy, []).append((tried.helped, lasted))
    found = [_relief(remedy, tries) for remedy, tries in told.items()]
    return sorted(found, key=lambda one: (-one.tried, one.remedy))


def _relief(remedy: str, tries: Sequence[tuple[bool | None, int | None]]) -> Relief:
    observed = [
        (float(seconds), helped)
        for helped, seconds in tries
        if helped is not None and seconds is not None
    ]
    steps = tuple(kaplan_meier(observed))
    return Relief(
        remedy=remedy,
        tried=len(tries),
        helped=sum(helped is True for helped, _ in tries),
        not_helped=sum(helped is False for helped, _ in tries),
        timed=len(observed),
        eased=tuple(
            next((step.time for step in steps if step.waiting <= share + 1e-12), None)
            for share in QUARTERS
        ),
        steps=steps,
    )
