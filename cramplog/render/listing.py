"""Episodes in a list, by night, and one episode in full."""

from __future__ import annotations

from cramplog.domain.night import iso
from cramplog.render.episode import (
    MAKES_NO_CRAMP_NIGHT,
    details,
    features,
    lasted,
    remedies,
    suspected,
    twice,
    types,
    unknown_of,
    when,
    where,
)
from cramplog.render.text import clock, day, flow, length, rfc3339, visible, year_of
from cramplog.render.text import offset as utc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cramplog.clock import Moment
    from cramplog.domain.episode import Episode

NARROW = 60
DIFFERS = "two diaries differ: cramplog merge"
EMPTY = "The diary is empty. Log a cramp that is over: `cramplog log left calf 5m 7`."


def period(since: int | None, until: int) -> str:
    """Return the nights of a list in words."""
    if since is None:
        return f"up to the night of {day(until, year=True)}"
    if since == until:
        return f"the night of {day(until, year=True)}"
    begins = day(since, year=year_of(since) != year_of(until))
    return f"the nights of {begins} to {day(until, year=True)}"


def text(
    episodes: Sequence[Episode],
    quiet: dict[int, bool],
    covered: str,
    width: int,
    *,
    last: int | None = None,
    labelled: bool = False,
    empty: bool,
    differing: Collection[str] = (),
) -> list[str]:
    """List the newest night first, each episode on one line, or on two in a narrow terminal.

    `last` is the running night. `differing` are the numbers of episodes on which two diaries
    differ. With `labelled` there are no columns.
    """
    if empty and not quiet:
        return flow(EMPTY, width, "  ")
    by_night: dict[int, list[Episode]] = {night: [] for night in quiet}
    for episode in episodes:
        by_night.setdefault(episode.night, []).append(episode)
    lines: list[str] = []
    for night in sorted(by_night, reverse=True):
        held = sorted(by_night[night], key=lambda e: (e.started_at, e.number))
        lines.append(f"Night of {day(night, year=True)}{': quiet' * (night in quiet)}")
        changed = len({episode.utc_offset for episode in held}) > 1  # the clocks changed
        for episode in held:
            more = [DIFFERS] if str(episode.number) in differing else []
            row = _labelled if labelled else _row
            lines += row(episode, width, more, offset=changed or twice(episode))
    if not by_night:
        return flow(f"Nothing found in {covered}.", width, "  ")
    ahead = sum(last is not None and episode.night > last for episode in episodes)
    told = f"{_cramps(len(episodes) - ahead)} in {covered}."
    if ahead:
        told += f" {_cramps(ahead)} of nights to come: was the clock ahead? cramplog check"
    return [*lines, *flow(told, width, "  ")]


def _cramps(count: int) -> str:
    return "1 cramp" if count == 1 else f"{count} cramps"


def _labelled(episode: Episode, width: int, more: list[str], *, offset: bool) -> list[str]:
    """Return `Episode 3: 03:24, left calf, lasted 5 min, pain 7/10, woke me`."""
    told = [_start(episode, offset=offset), where(episode) or "place not said"]
    told += [f"lasted {lasted(episode)}"] if episode.duration_seconds is not None else []
    told += [f"pain {episode.pain}/10"] if episode.pain is not None else []
    said = ", ".join([*told, *_others(episode), *more])
    return flow(f"Episode {episode.number}: {said}", width, "  ")


def _start(episode: Episode, *, offset: bool) -> str:
    start = clock(episode.started_at, episode.utc_offset) + "~" * episode.time_is_approximate
    return start + utc(episode.utc_offset) * offset


def _row(episode: Episode, width: int, more: list[str], *, offset: bool) -> list[str]:
    start = _start(episode, offset=offset)
    seconds = episode.duration_seconds
    lasted = "" if seconds is None else "~" * episode.duration_is_estimate + length(seconds)
    lasted = "not over" if episode.still else lasted
    pain = "" if episode.pain is None else f"{episode.pain}/10"
    site = where(episode) or "place not said"
    number = f"episode {episode.number}"
    rest = ", ".join([*_others(episode), *more])
    if width < NARROW:
        said = ", ".join(part for part in (f"{start} {site}", lasted, pain, rest, number) if part)
        return flow(f"  {said}", width, "    ")
    head = f"  {start:<6} {site:<20} {pain:<5} {lasted:<12} {number}"
    return flow(f"{head}  {rest}".rstrip(), width, " " * 9)


def _others(episode: Episode) -> list[str]:
    """Return what the columns do not hold; derived readings are for `show`."""
    bare = episode.replace(sites=(), duration_seconds=None, duration_is_estimate=False, pain=None)
    return [*details(bare, derived=False), *["daytime"][: episode.daytime]]


def one(episode: Episode, now: Moment, width: int) -> list[str]:
    """Return a labelled line for each value of an episode, also for unknown ones."""
    begun = rfc3339(episode.started_at, episode.utc_offset)
    recorded = rfc3339(episode.recorded_at, episode.recorded_offset)
    counts = f", {MAKES_NO_CRAMP_NIGHT}" if episode.daytime else ""
    rows = {
        "Episode": f"{episode.number} of {visible(episode.person)}",
        "Began": when(episode, now, "date"),
        "Instant": f"{begun} {episode.zone or ''}",
        "Night": f"of {day(episode.night, year=True)} ({iso(episode.night)}){counts}",
        "Where": where(episode),
        "Lasted": lasted(episode),
        "Type": ", ".join(types(episode)),
        "Pain": "" if episode.pain is None else f"{episode.pain}/10",
        "Noted": ", ".join(features(episode)),
        "Suspected": suspected(episode),
        "Tried": remedies(episode),
        "Not said": ", ".join(unknown_of(episode)),
        "Note": visible((episode.note or "").expandtabs(4), lines=True),
        "Recorded": f"{recorded} by {visible(episode.source)}",
    }
    lines: list[str] = []
    for label, value in rows.items():
        for number, part in enumerate(value.split("\n") if value else ()):
            lines += flow(f"{label if not number else '':<9} {part}", width, " " * 10)
    return lines
