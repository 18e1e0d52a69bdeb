"""A morning's sitting: which nights and cramps lack something, and their answers, stored at once.

Each answer is a change of its own, so that a kill loses at most the last one. All of a sitting
carry its name, by which `undo` takes them back together.
"""

from __future__ import annotations

from cramplog.config import Hours
from cramplog.domain.draft import Draft
from cramplog.domain.night import CRAMP, NOT_OVER, UNKNOWN, iso
from cramplog.errors import BadTime
from cramplog.report.nights import records, states
from cramplog.report.period import last_finished
from cramplog.services import history
from cramplog.services.nights import last_night, note
from cramplog.services.record import started, store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary
    from cramplog.domain.episode import Episode
    from cramplog.report.nights import NightState

NIGHTS = 7
STRIP = 28
SOMETIME = "03:00~"  # when a cramp began of which only the night is known


def strip(diary: Diary, now: Moment, count: int = STRIP) -> tuple[NightState, ...]:
    """Return the states of the nights up to the last one, which counts as unknown till noon."""
    hours = Hours.of(diary.settings)
    last = last_night(now, hours)
    first = last - count + 1
    known = records(diary, first, last)
    found = states(known, first, last, diary.first_night(), last_finished(now, hours))
    return tuple(each.replace(state=UNKNOWN) if each.state == NOT_OVER else each for each in found)


def missing(diary: Diary, now: Moment, since: int | None = None) -> list[int]:
    """Return the nights of which nothing is known, the newest first.

    Without `since` those of the last week, but for nights before the diary, unless it is empty,
    and for those of which it was said that nobody knows.
    """
    last = last_night(now, Hours.of(diary.settings))
    count = NIGHTS if since is None else max(0, last - since + 1)
    found = strip(diary, now, count) if count else ()
    empty = diary.first_night() is None
    settled = set()
    if since is None and found:
        noted = diary.nights(found[0].night, last)
        settled = {one.night for one in noted if not one.factors}
    wanted = [
        each.night
        for each in found
        if each.state == UNKNOWN or (each.state not in ("cramp", "quiet") and (since or empty))
    ]
    return [night for night in reversed(wanted) if night not in settled]


def lacking(diary: Diary, now: Moment) -> list[Episode]:
    """Return the cramps of last night whose place, length or pain was not said."""
    last = last_night(now, Hours.of(diary.settings))
    return [each for each in diary.episodes(since=last, until=last) if lacks(each)]


def lacks(episode: Episode) -> list[str]:
    """Name what is not known of a cramp: place, duration, pain."""
    known = {
        "place": episode.sites,
        "duration": episode.duration_seconds or episode.still,
        "pain": None if episode.pain is None else True,
    }
    return [name for name, value in known.items() if not value]


class Sitting:
    """The answers of one morning."""

    def __init__(self, diary: Diary) -> None:
        self.diary = diary
        self.name = ""
        self.answers: dict[int, str] = {}
        self.episodes: dict[int, int] = {}  # the number of the cramp that a night was given

    def quiet(self, night: int, now: Moment) -> None:
        """Store that a night had no cramp."""
        self._note(night, now, "quiet", quiet=True)

    def unknown(self, night: int, now: Moment) -> None:
        """Store that nobody knows, so that it is not asked again."""
        self._note(night, now, "not sure", quiet=False)

    def _note(self, night: int, now: Moment, answer: str, *, quiet: bool) -> None:
        with self.diary.act("morning", now.instant) as act:
            self._drop(act, night)
            note(self.diary, act, night, now, quiet=quiet, factors={}, known_unknown=not quiet)
            self._named(act, now)
        self.answers[night] = answer

    def cramp(self, night: int, now: Moment) -> Episode:
        """Store a cramp of that night, at a time that is about right till one is said."""
        with self.diary.act("morning", now.instant) as act:
            self._drop(act, night)
            try:
                when = started(Draft(time=f"{iso(night + 1)} {SOMETIME}"), now, fold="first")
            except BadTime:  # before 03:00 of the night that is running
                when = started(Draft(), now)
            episode = store(self.diary, act, Draft(), when, now, source="morning").episode
            self._named(act, now)
        self.answers[night] = CRAMP
        self.episodes[night] = episode.number
        return episode

    def tell(self, episode: Episode, said: Draft, now: Moment) -> Episode:
        """Store what was said of a cramp; raises InputError."""
        if said.not_understood and episode.note:
            said = said.replace(note=f"{episode.note}\n{said.note}")
        with self.diary.act("morning", now.instant) as act:
            changed = history.amend(self.diary, act, episode.number, said, now)
            self._named(act, now)
        return changed.after

    def _drop(self, act: Act, night: int) -> None:
        """Take away the cramp that an earlier answer of this sitting gave the night."""
        if night in self.episodes:
            act.remove("episode", str(self.episodes.pop(night)))

    def _named(self, act: Act, now: Moment) -> None:
        self.name = self.name or history.sitting(act, now)
        act.said = self.name
