"""The report of a period, read from the diary by aggregates."""

from __future__ import annotations

from cramplog.config import Hours, own_triggers
from cramplog.domain.night import BEFORE, NOT_OVER, UNKNOWN
from cramplog.errors import BadOption
from cramplog.report import period as periods
from cramplog.report.build import Report, build
from cramplog.report.nights import NightState, records, states
from cramplog.services.visits import upcoming

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.report.period import Period


def period(
    diary: Diary, now: Moment, kind: str, *, back: int, since: int | None, until: int | None
) -> Period:
    """Return the requested period; raises BadOption."""
    hours = Hours.of(diary.settings)
    if since is not None or until is not None:
        return periods.between(since, until, now, hours, diary.first_night())
    if kind == periods.WEEK:
        return periods.week(now, hours, back=back)
    if back:
        raise BadOption('"last" goes with week only.', "Try --since and --until.")
    return {periods.MONTH: periods.month, periods.YEAR: periods.year}[kind](now, hours)


def report(
    diary: Diary,
    which: Period,
    now: Moment,
    flags: Sequence[Mapping[str, object]] | None,
    not_evaluable: int = 0,
) -> Report:
    """Return the report of one period; a person without a name gets the record's name."""
    from cramplog.services.people import name_on_papers

    several = len(diary.people_names()) > 1
    found = build(
        diary,
        which,
        now,
        Hours.of(diary.settings),
        person=name_on_papers(diary) or (diary.person if several else None),
        flags=flags,
        not_evaluable=not_evaluable,
        own_triggers=own_triggers(diary.settings),
    )
    return found.replace(facts=diary.facts(), visit=upcoming(diary))


def last_nights(diary: Diary, now: Moment, count: int = 7) -> tuple[NightState, ...]:
    """Return the state of the last nights, the running one included."""
    hours = Hours.of(diary.settings)
    last = periods.tonight(now, hours)
    first = last - count + 1
    return states(
        records(diary, first, last),
        first,
        last,
        diary.first_night(),
        periods.last_finished(now, hours),
    )


def gaps(diary: Diary, now: Moment, nights: int = 28) -> tuple[str, ...]:
    """Return in sentences what is missing in the record of the last nights."""
    states_ = last_nights(diary, now, nights)
    kept = [night.state for night in states_ if night.state not in {BEFORE, NOT_OVER}]
    unknown = kept.count(UNKNOWN)
    found = [_unknown(unknown, len(kept), nights)] if unknown else []
    episodes = list(diary.episodes(since=states_[0].night))
    for name, missing in (
        ("duration", sum(e.duration_seconds is None for e in episodes)),
        ("pain", sum(e.pain is None for e in episodes)),
        ("place", sum(not e.sites for e in episodes)),
    ):
        if missing:
            cramps = (
                "the one cramp" if len(episodes) == 1 else f"{missing} of {len(episodes)} cramps"
            )
            found.append(f"the {name} of {cramps} is not said")
    return tuple(found)


def _unknown(unknown: int, kept: int, nights: int) -> str:
    """Return in words how many nights are unknown, counted from the diary's first."""
    of = f"the last {kept} nights" if kept >= nights - 1 else f"the {kept} nights of the diary"
    return f"{unknown} of {of} {'is' if unknown == 1 else 'are'} unknown"
