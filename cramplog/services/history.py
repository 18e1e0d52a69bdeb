"""Change what was recorded: edit, delete, undo, redo."""

from __future__ import annotations

from cramplog import timeparse
from cramplog.clock import Moment, offset_at
from cramplog.config import Hours
from cramplog.diary.change import UNDO, Act
from cramplog.diary.rows import episode_children, episode_row
from cramplog.domain.draft import Draft, amended
from cramplog.domain.night import DAY, EPOCH_ORDINAL
from cramplog.errors import BadWord
from cramplog.services.record import (
    brief,
    clear_quiet,
    close_to,
    ends_in_time,
    placed,
    warnings_for,
)
from cramplog.timeparse.phrase import read
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.diary.repository import Diary
    from cramplog.domain.episode import Episode


class Edited(Value):
    """An episode before and after an edit."""

    before: Episode
    after: Episode
    warnings: tuple[str, ...] = ()
    was_quiet: bool = False


def edit(
    diary: Diary,
    number: int,
    draft: Draft,
    now: Moment,
    *,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> Edited:
    """Change an episode by the words of `log`; raises NoSuchEpisode, InputError."""
    if draft.nothing_said():
        raise BadWord("nothing to change was said.", f"Try `cramplog edit {number} pain=6 5m`.")
    with diary.act("edit", now.instant) as act:
        return amend(diary, act, number, draft, now, fold=fold, ask=ask)


def amend(
    diary: Diary,
    act: Act,
    number: int,
    draft: Draft,
    now: Moment,
    *,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> Edited:
    """Change an episode within an act; raises NoSuchEpisode, InputError."""
    hours = Hours.of(diary.settings)
    before = diary.episode(number)
    after = amended(before, draft)
    if draft.time is not None:
        seen_from = _night_end(before, hours, now) if _is_bare_clock(draft.time) else now
        said = timeparse.parse(draft.time, seen_from, fold=fold, ask=ask)
        after = after.replace(
            started_at=said.instant,
            utc_offset=said.utc_offset,
            zone=said.zone,
            time_is_approximate=said.approximate,
        )
    if draft.time is not None or draft.duration is not None:
        ends_in_time(after.started_at, after.duration_seconds or 0, now)
    after = placed(after, hours)
    was_quiet = clear_quiet(diary, act, after)
    act.restate(
        "episode", episode_row(after, act.person_id), episode_children(after, act.person_id)
    )
    act.said = f"edit of episode {number} ({brief(before)})"
    warnings = warnings_for(diary, after, close_to(diary, after))
    return Edited(before=before, after=after, warnings=warnings, was_quiet=was_quiet)


def _is_bare_clock(phrase: str) -> bool:
    """Return whether a phrase names no day; then it means the edited episode's night."""
    found = read(phrase.lower().split(), among=False)
    return found is not None and bool(found.clock) and not found.day


def _night_end(episode: Episode, hours: Hours, now: Moment) -> Moment:
    """Return the end of the episode's night by its own clock, or now if it is not over."""
    end = (episode.night + 1 - EPOCH_ORDINAL) * DAY + hours.night_starts - episode.utc_offset - 1
    if end >= now.instant:
        return now
    offset = offset_at(end, episode.zone) if episode.zone else episode.utc_offset
    return Moment(instant=end, utc_offset=offset, zone=episode.zone)


def delete(diary: Diary, numbers: list[int], now: Moment) -> list[Episode]:
    """Delete episodes, all or none, as one undo step. Raises NoSuchEpisode."""
    with diary.act("delete", now.instant) as act:
        gone = [diary.episode(number) for number in dict.fromkeys(numbers)]
        for episode in gone:
            act.remove("episode", str(episode.number))
        act.said = "delete of " + "; ".join(
            f"episode {episode.number} ({brief(episode)})" for episode in gone
        )
    return gone


SITTING = "morning of "


def sitting(act: Act, now: Moment) -> str:
    """Return the name of a morning's sitting that begins with this change; no other has it."""
    from cramplog.domain.moments import rfc3339

    return f"{SITTING}{rfc3339(now.instant, now.utc_offset)[:10]}, change {act.id} and after"


def take_back(diary: Diary, kind: str, now: Moment) -> str:
    """Undo or redo (`kind`); returns the reverted change's summary. Raises NothingToUndo.

    All answers of one morning's sitting are reverted together.
    """
    said = _take_back(diary, kind, now)
    while said.startswith(SITTING) and _next(diary, kind) == said:
        _take_back(diary, kind, now)
    return said


def _take_back(diary: Diary, kind: str, now: Moment) -> str:
    with diary.act(kind, now.instant) as act:
        act.said = act.take_back(kind)
        return act.said


def _next(diary: Diary, kind: str) -> str:
    """Return the summary of the change that would be reverted next; empty for none."""
    row = diary.connection.one("person", name=diary.person)
    top = row[3 if kind == UNDO else 4] if row else None
    found = diary.connection.one("act", person_id=diary.person_id, id=top or 0)
    return str(found[1]) if found else ""
