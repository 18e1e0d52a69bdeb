"""Record an episode: a draft becomes an episode and is stored."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.clock import came_twice, offset_at
from cramplog.config import Hours
from cramplog.diary.rows import episode_children, episode_row
from cramplog.domain.draft import STILL, Draft, amended, spoken
from cramplog.domain.episode import Episode
from cramplog.domain.moments import rfc3339
from cramplog.domain.night import night_of, second_of_day
from cramplog.domain.reading import contradiction
from cramplog.errors import BadTime
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary

ROUNDED_UP = 1  # a timer stopped within its first second counts as one second
JOINED_SECONDS = 600  # seconds in which words may follow a bare `cramp`
SAME_SECONDS = 120  # an episode of the same site this near is probably the same one


class Recorded(Value):
    """A stored episode, with its warnings."""

    episode: Episode
    how: str  # how the time was typed: now, ago, clock, date
    warnings: tuple[str, ...] = ()
    was_quiet: bool = False  # the night had been recorded as cramp-free


class When(Value):
    """The start of an episode."""

    instant: int
    utc_offset: int
    zone: str | None
    approximate: bool = False
    how: str = "now"


def log(
    diary: Diary,
    draft: Draft,
    now: Moment,
    *,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> Recorded:
    """Store an episode that is over; raises InputError, and then stores nothing."""
    when = started(draft, now, fold=fold, ask=ask)
    with diary.act("log", now.instant) as act:
        return store(diary, act, draft, when, now, source="log")


def started(
    draft: Draft,
    now: Moment,
    *,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> When:
    """Return when the episode began: as typed, or now minus its length. Raises BadTime."""
    seconds = draft.duration[0] if draft.duration else 0
    if draft.time is None:
        instant = now.instant - seconds
        offset = offset_at(instant, now.zone) if seconds else now.utc_offset
        return When(instant=instant, utc_offset=offset, zone=now.zone)
    said = timeparse.parse(draft.time, now, fold=fold, ask=ask)
    ends_in_time(said.instant, seconds, now)
    return When(
        instant=said.instant,
        utc_offset=said.utc_offset,
        zone=said.zone,
        approximate=said.approximate,
        how=said.said,
    )


def ends_in_time(instant: int, seconds: int, now: Moment) -> None:
    """Raise BadTime if an episode would end in the future."""
    if instant + seconds > now.instant + ROUNDED_UP:
        longest = timeparse.duration_words(max(1, now.instant - instant))
        raise BadTime(
            "that start and duration end in the future. Nothing was stored.",
            f"The longest it can have lasted is {longest}.",
        )


def placed(episode: Episode, hours: Hours) -> Episode:
    """Return the episode in its night, by its wall-clock start."""
    second = second_of_day(episode.started_at, episode.utc_offset)
    return episode.replace(
        night=night_of(episode.started_at, episode.utc_offset, hours.night_starts),
        daytime=hours.is_daytime(second),
    )


def store(
    diary: Diary, act: Act, draft: Draft, when: When, now: Moment, *, source: str
) -> Recorded:
    """Store a drafted episode within a change."""
    blank = Episode(
        id=act.uid(),
        number=act.number(),
        person=diary.person,
        started_at=when.instant,
        utc_offset=when.utc_offset,
        zone=when.zone,
        time_is_approximate=when.approximate,
        night=0,
        recorded_at=now.instant,
        recorded_offset=now.utc_offset,
        source=source,
    )
    episode = placed(amended(blank, draft), Hours.of(diary.settings))
    was_quiet = clear_quiet(diary, act, episode)
    close = close_to(diary, episode)
    warnings = (*warnings_for(diary, episode, close), *_joinable(diary, episode, draft, close))
    act.add(
        "episode",
        episode_row(episode, act.person_id),
        episode_children(episode, act.person_id),
    )
    act.said = f"{act.command} of episode {episode.number} ({brief(episode)})"
    return Recorded(episode=episode, how=when.how, warnings=warnings, was_quiet=was_quiet)


def brief(episode: Episode) -> str:
    """Return a short text of an episode for the change log: `2026-11-23 02:30, left calf`."""
    began = rfc3339(episode.started_at, episode.utc_offset)
    places = "+".join(f"{site.side or ''} {site.muscle}".strip() for site in episode.sites)
    twice = came_twice(episode.started_at, episode.utc_offset, episode.zone)
    offset = f" UTC{began[19:]}" if twice else ""
    return f"{began[:10]} {began[11:16]}{offset}{', ' if places else ''}{places}"


def clear_quiet(diary: Diary, act: Act, episode: Episode) -> bool:
    """Make a quiet night a cramp night for a cramp at night; returns whether it was quiet."""
    if episode.daytime:
        return False
    for record in diary.nights(episode.night, episode.night):
        if record.quiet:
            from cramplog.services.nights import put_night

            put_night(act, record.replace(quiet=False))
            return True
    return False


def close_to(diary: Diary, episode: Episode) -> list[int]:
    """Return the numbers of episodes within ten minutes of one, the newest first."""
    start = episode.started_at
    return diary.near(episode.night, start - JOINED_SECONDS, start + JOINED_SECONDS)


def warnings_for(diary: Diary, episode: Episode, close: list[int]) -> tuple[str, ...]:
    """Return what is odd about a stored episode; `close` comes from `close_to`."""
    found = []
    said = contradiction(episode)
    if said:
        found.append(said)
    twin = _twin(diary, episode, close)
    if twin:
        found.append(
            f"Episode {twin} began within two minutes of it, in the same place; both are kept. One "
            f"cramp, not two? `cramplog delete {episode.number}`."
        )
    return tuple(found)


def _joinable(diary: Diary, episode: Episode, draft: Draft, close: list[int]) -> list[str]:
    """Return how to unite a bare `cramp` with the words that followed it."""
    if not episode.sites or not close or (number := close[0]) != diary.last_number():
        return []
    bare = diary.episode(number)
    if bare.sites or not 0 <= episode.recorded_at - bare.recorded_at <= JOINED_SECONDS:
        return []
    words = [spoken(draft)]
    if draft.duration is not None:
        still = draft.duration == STILL
        words.append("still" if still else timeparse.duration_words(draft.duration[0]))
    if draft.note is not None:
        from shlex import quote

        words.append(f"--note {quote(draft.note)}")
    join = f"`cramplog delete {episode.number}`, then `cramplog edit {number} {' '.join(words)}`."
    told = f"Episode {number}, of just before, has no place yet; both are kept. One cramp, not two?"
    return [f"{told} {join}"]


def _twin(diary: Diary, episode: Episode, close: list[int]) -> int | None:
    for number in close:
        if number != episode.number:
            other = diary.episode(number)
            near = abs(other.started_at - episode.started_at) <= SAME_SECONDS
            if near and other.sites == episode.sites:
                return number
    return None
