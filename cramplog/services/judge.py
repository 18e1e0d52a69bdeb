"""The record that rules see, read from the diary, and what they say of it."""

from __future__ import annotations

from cramplog.config import Hours
from cramplog.domain.moments import day_of
from cramplog.domain.muscles import MUSCLES
from cramplog.errors import UnusableSetting
from cramplog.flags.catalogue import THRESHOLDS, find
from cramplog.flags.evaluate import Evaluation, Flag, evaluate, urgent
from cramplog.flags.record import LONGEST_WINDOW, Record
from cramplog.flags.to_ask import Question, to_ask
from cramplog.flags.typical import Count, tally
from cramplog.report.period import tonight
from cramplog.services import quiet
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.domain.episode import Episode

TYPICAL_NIGHTS = 28


class Quiet(Value):
    """A flag that is on, and that the person quieted until a day, with a reason."""

    flag: Flag
    until: int  # the last quiet day, as an ordinal
    because: str


class Judged(Value):
    """What all rules said, and which of the flags are quieted; those are in no other list."""

    evaluation: Evaluation
    quiet: tuple[Quiet, ...] = ()
    typical: tuple[Count, ...] = ()
    open: tuple[Question, ...] = ()  # those first that could matter today


def record(diary: Diary, now: Moment) -> Record:
    """The window of the diary that rules may see; only that much is read."""
    hours = Hours.of(diary.settings)
    last = tonight(now, hours)
    first = last - LONGEST_WINDOW
    timer = diary.timer()
    return Record(
        today=last,
        day=today(now),
        now=now.instant,
        facts=diary.facts(),
        episodes=tuple(diary.episodes(since=first)),
        nights=tuple(diary.nights(first, last)),
        thresholds=thresholds(diary),
        first_weekday=hours.first_weekday,
        running_since=timer["started_at"] if timer else None,
        running_leg=_of_leg(timer["words"]) if timer else True,
        running_pain=_pain(timer["words"]) if timer else None,
        utc_offset=now.utc_offset,
    )


def _of_leg(words: str) -> bool:
    """Whether what `start` was told is not of the hand alone."""
    named = [word for word in words.split() if word in MUSCLES]
    return set(named) != {"hand"}


def _pain(words: str) -> int | None:
    """The pain that `start` was told, out of 10."""
    scores = [word.removesuffix("/10") for word in words.split() if word.endswith("/10")]
    return int(scores[0]) if scores else None


def today(now: Moment) -> int:
    """The calendar day (ordinal) of the local clock."""
    return day_of(now.instant, now.utc_offset)


def thresholds(diary: Diary) -> dict[str, int]:
    """The person's own numbers for rules, by key; raises UnusableSetting."""
    chosen = {key: text for key, text in diary.settings.items() if key in THRESHOLDS}
    for key, text in chosen.items():
        if not THRESHOLDS[key].takes(text):
            raise UnusableSetting(key, text)
    return {key: int(text) for key, text in chosen.items()}


def judged(diary: Diary, now: Moment) -> Judged:
    """Every rule over the diary as it stands."""
    seen = record(diary, now)
    found = evaluate(seen)
    hushed = tuple(quieted(diary, now, found.flags))
    hidden = {item.flag.rule.id for item in hushed}
    shown = tuple(flag for flag in found.flags if flag.rule.id not in hidden)
    loud = found.replace(flags=shown)
    return Judged(
        evaluation=loud,
        quiet=hushed,
        typical=tally(seen.within(TYPICAL_NIGHTS)),
        open=to_ask(loud, seen),
    )


def judged_one(diary: Diary, now: Moment, rule_id: str) -> Evaluation:
    """One rule; raises NoSuchRule."""
    return evaluate(record(diary, now), [find(rule_id)])


def on(diary: Diary, now: Moment, rule_ids: Iterable[str]) -> tuple[Flag, ...]:
    """The flags of these rules that are on and not quieted."""
    found = evaluate(record(diary, now), map(find, rule_ids))
    return _heard(diary, now, found.flags)


def pressing(diary: Diary, now: Moment) -> tuple[Flag, ...]:
    """The flags of EMERGENCY and URGENT that are not quieted."""
    return _heard(diary, now, urgent(record(diary, now)))


def _heard(diary: Diary, now: Moment, flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    hidden = {item.flag.rule.id for item in quieted(diary, now, flags)}
    return tuple(flag for flag in flags if flag.rule.id not in hidden)


def pressing_after(
    diary: Diary, now: Moment, episode: Episode, *, again: bool
) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """Return the urgent flags: those that an episode turned on or made worse, and the others.

    Any cramp is evidence of some rules; only an episode that can turn a flag on by itself is
    reported `again`.
    """
    seen = record(diary, now)
    found = _heard(diary, now, urgent(seen))
    others = tuple(other for other in seen.episodes if other.id != episode.id)
    before = {flag.rule.id: flag.fired.urgency for flag in urgent(seen.replace(episodes=others))}

    def new(flag: Flag) -> bool:
        mine = any(each.id == episode.id for each in flag.fired.episodes)
        return before.get(flag.rule.id) != flag.fired.urgency or (again and mine)

    return tuple(filter(new, found)), tuple(flag for flag in found if not new(flag))


def quieted(diary: Diary, now: Moment, flags: Iterable[Flag]) -> list[Quiet]:
    """Flags quieted until today or later, unless they are worse now or rest on more."""
    snoozes = diary.snoozes()
    found: list[Quiet] = []
    seen: Record | None = None
    for flag in flags:
        until, urgency, because = snoozes.get(flag.rule.id, (0, "", ""))
        if until < today(now):
            continue
        last = quiet.last_quiet_day(diary, flag, until, now)
        seen = seen or record(diary, now)
        if last >= today(now) and quiet.holds(diary, flag, urgency, seen):
            found.append(Quiet(flag=flag, until=last, because=because))
    return found
