"""All that a rule may see: the last nights, their episodes, and the facts of one person."""

from __future__ import annotations

from cramplog.domain.factors import exposure
from cramplog.domain.night import DAY, EPOCH_ORDINAL, week_of
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cramplog.domain.episode import Episode
    from cramplog.domain.facts import Facts
    from cramplog.domain.night import NightRecord
    from cramplog.flags.rule import Threshold

LONGEST_WINDOW = 120
"""Nights that a record must reach back; what lies before it is asked for by no rule."""


class Record(Value):
    """One person's diary as rules see it.

    `today` is the night and `day` the calendar date of the report, as ordinals; `now` is Unix
    seconds. Episodes are live ones, oldest first. A window of n nights ends with `today`.
    `running_since` is the start of a cramp that a running timer says is not over.
    """

    today: int
    day: int
    now: int
    facts: Facts
    episodes: tuple[Episode, ...] = ()
    nights: tuple[NightRecord, ...] = ()
    thresholds: Mapping[str, int] = {}  # settings by `Threshold.key`
    first_weekday: int = 0
    running_since: int | None = None
    running_leg: bool = True  # that cramp is, or may be, of leg or foot
    running_pain: int | None = None
    utc_offset: int = 0  # of the local clock, at `now`
    windows: dict[tuple[str, int], tuple[Episode, ...]] | None = None  # of one evaluation

    def chosen(self, threshold: Threshold) -> int:
        """A number that several rules share: the person's, or else ours."""
        return self.thresholds.get(threshold.key, threshold.value)

    def within(self, nights: int) -> tuple[Episode, ...]:
        """The person's episodes of the last `nights` nights, daytime ones too."""
        return self._window(("all", nights), self._within)

    def legs(self, nights: int) -> tuple[Episode, ...]:
        """Those of `within` that may be of the leg: all but cramps of the hand alone."""
        return self._window(("legs", nights), self._legs)

    def _window(
        self, key: tuple[str, int], find: Callable[[int], tuple[Episode, ...]]
    ) -> tuple[Episode, ...]:
        """A window, found once where the rules of one evaluation share `windows`."""
        if self.windows is None:
            return find(key[1])
        if key not in self.windows:
            self.windows[key] = find(key[1])
        return self.windows[key]

    def _within(self, nights: int) -> tuple[Episode, ...]:
        first = self.today - nights + 1
        person = self.facts.person
        return tuple(
            episode
            for episode in self.episodes
            if first <= episode.night <= self.today and episode.person == person
        )

    def _legs(self, nights: int) -> tuple[Episode, ...]:
        return tuple(episode for episode in self.within(nights) if not of_hand(episode))

    def cramp_nights(self, nights: int) -> dict[int, list[Episode]]:
        """Nights of the window with a cramp of the leg that did not begin in daytime."""
        found: dict[int, list[Episode]] = {}
        for episode in self.legs(nights):
            if not episode.daytime:
                found.setdefault(episode.night, []).append(episode)
        return found

    def quiet_nights(self, nights: int) -> set[int]:
        """Nights of the window that were recorded as free of cramps."""
        first = self.today - nights + 1
        person = self.facts.person
        return {
            said.night
            for said in self.nights
            if said.quiet and first <= said.night <= self.today and said.person == person
        }

    def recorded_nights(self, nights: int) -> int:
        """How many nights of the window say whether there was a cramp."""
        return len(self.quiet_nights(nights) | set(self.cramp_nights(nights)))

    def weeks_of(self, nights: Mapping[int, object]) -> int:
        """Over how many calendar weeks these nights are spread."""
        return len({week_of(night, self.first_weekday) for night in nights})

    def told(self, trigger: str) -> dict[int, bool]:
        """Nights of which anything says whether a trigger was there on the day before.

        It was where an episode of the night suspects it, or the night's record shows it.
        """
        person, weight = self.facts.person, self.weight
        found = {}
        for said in self.nights:
            if said.person == person:
                answer = exposure(trigger, said.factors, weight)
                if answer is not None:
                    found[said.night] = answer
        for episode in self.episodes:
            if trigger in episode.triggers and episode.person == person:
                found[episode.night] = True
        return found

    @property
    def weight(self) -> float | None:
        """Kilograms, where known."""
        said = self.facts.profile.get("weight")
        return float(said) if said else None


def of_hand(episode: Episode) -> bool:
    """Whether it was a cramp of the hand and nothing else."""
    return bool(episode.sites) and all(site.muscle == "hand" for site in episode.sites)


def date_of(episode: Episode) -> int:
    """The calendar day on which it began."""
    return (episode.started_at + episode.utc_offset) // DAY + EPOCH_ORDINAL
