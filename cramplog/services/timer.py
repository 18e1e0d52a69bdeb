"""The live timer, stored in the diary, so that it survives a closed terminal or a reboot."""

from __future__ import annotations

from cramplog.clock import came_twice
from cramplog.domain.draft import STILL, Draft, spoken
from cramplog.domain.moments import rfc3339
from cramplog.domain.words import Words
from cramplog.errors import BadSide, BadTime, BadWord, Conflict, NoTimer, Repeated, TimerRunning
from cramplog.services.record import Recorded, When, ends_in_time, started, store
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.timeparse.instants import Instant

DAY = 86400
FORGOTTEN_SECONDS = 2 * 3600  # `stop` asks for the duration of a timer this old
SET_BACK = (
    "the clock was set back while the timer ran, so the duration is left unknown. Say it: "
    "`cramplog edit last 5m`."
)


class Timer(Value):
    """A running timer at `now`."""

    when: When
    words: str  # the words of `start`, without the time and the note
    said: Draft  # the words and the note, parsed
    note: str | None
    seconds: int  # never negative, even if the clock was set back

    @property
    def forgotten(self) -> bool:
        return self.seconds > FORGOTTEN_SECONDS


def running(diary: Diary, now: Moment) -> Timer | None:
    """Return the person's running timer, if any."""
    row = diary.timer()
    if row is None:
        return None
    return Timer(
        when=When(
            instant=row["started_at"],
            utc_offset=row["utc_offset"],
            zone=row["zone"],
            approximate=bool(row["time_is_approximate"]),
            how="timer",
        ),
        words=row["words"],
        said=_read(row["words"], row["note"]),
        note=row["note"],
        seconds=max(0, now.instant - row["started_at"]),
    )


def _read(words: str, note: str | None) -> Draft:
    """Parse words that were understood before; own triggers may have been removed since."""
    parts = words.split()
    read = Words(part[1:] for part in parts if part[0] == "@").read(parts)
    if note is not None:
        read.note(note)
    return read.draft()


def start(
    diary: Diary,
    draft: Draft,
    now: Moment,
    *,
    fold: str | None = None,
    ask: Callable[[list[str]], int] | None = None,
) -> Timer:
    """Start the timer; raises TimerRunning, BadWord for a duration."""
    if draft.duration is not None and draft.duration != STILL:
        raise BadWord(
            "a timer measures the duration itself.",
            "A cramp that is over: `cramplog log` with the same words.",
        )
    when = started(draft, now, fold=fold, ask=ask)
    words = spoken(draft)
    with diary.act("start", now.instant) as act:
        already = running(diary, now)
        if already is not None:
            raise TimerRunning(
                f"a timer is already running since {_clock(already.when)}.",
                "Stop it: `cramplog stop`. Drop it: `cramplog cancel`.",
            )
        act.add(
            "timer",
            {
                "person_id": act.person_id,
                "started_at": when.instant,
                "utc_offset": when.utc_offset,
                "zone": when.zone,
                "time_is_approximate": when.approximate,
                "words": words,
                "note": draft.note,
                "recorded_at": now.instant,
            },
        )
        act.said = f"timer started at {_clock(when)}"
    return Timer(
        when=when,
        words=words,
        said=_read(words, draft.note),
        note=draft.note,
        seconds=now.instant - when.instant,
    )


def _clock(when: When) -> str:
    began = rfc3339(when.instant, when.utc_offset)
    twice = came_twice(when.instant, when.utc_offset, when.zone)
    return f"{began[11:16]} UTC{began[19:]}" if twice else began[11:16]


def cancel(diary: Diary, now: Moment) -> Timer:
    """Delete the timer; raises NoTimer."""
    with diary.act("cancel", now.instant) as act:
        timer = _needed(diary, now)
        act.remove("timer")
        act.said = f"timer cancelled, which was started at {_clock(timer.when)}"
    return timer


def stop(diary: Diary, draft: Draft, now: Moment) -> Recorded:
    """Stop the timer and store its episode; the words of `stop` outweigh those of `start`.

    Triggers and remedies of both are kept. If the clock was set back, the duration is unknown.

    Raises NoTimer, and Conflict for a forgotten timer without a duration.
    """
    with diary.act("stop", now.instant) as act:
        timer = _needed(diary, now)
        if timer.forgotten and draft.duration is None:
            raise Conflict(
                f"the timer has been on since {_clock(timer.when)}, over two hours: how long was "
                "the cramp really?",
                "Say it: `cramplog stop 5m`. Drop it: `cramplog cancel`.",
            )
        said = _merged(timer.said, draft)
        warnings: tuple[str, ...] = ()
        if said.duration is not None:
            if said.duration[0] > max(1, timer.seconds):
                ends_in_time(timer.when.instant, said.duration[0], now)
        elif now.instant < timer.when.instant:
            warnings = (SET_BACK,)
        else:
            said = said.replace(duration=(max(1, timer.seconds), timer.when.approximate))
        act.remove("timer")
        recorded = store(diary, act, said, timer.when, now, source="timer")
        return recorded.replace(warnings=(*warnings, *recorded.warnings))


def ended(diary: Diary, draft: Draft, end: Instant, now: Moment) -> Draft:
    """Return the draft of `stop`, with the timer's length until `end`.

    Raises NoTimer, Repeated for a duration beside it, BadTime for an end before the start.
    """
    timer = _needed(diary, now)
    if draft.duration is not None:
        raise Repeated("an end and a duration: each tells when it was over.", "Say one of them.")
    seconds = end.instant - timer.when.instant
    if not 0 < seconds <= DAY:
        raise BadTime(
            f"the timer began at {_clock(timer.when)}, and a cramp lasts from 1 s to 24 h. "
            "Nothing was stored.",
            "Say a time after it, or how long the cramp was: `cramplog stop 5m`.",
        )
    return draft.replace(duration=(seconds, end.approximate or timer.when.approximate))


def _needed(diary: Diary, now: Moment) -> Timer:
    timer = running(diary, now)
    if timer is None:
        raise NoTimer("no timer is running.", "Start one: `cramplog start left calf`.")
    return timer


def _merged(before: Draft, draft: Draft) -> Draft:
    if draft.time is not None:
        raise BadWord(
            f"stop takes no time: {draft.time} could be when it began or when it ended.",
            f'The end: cramplog stop --at "{draft.time}". The timer knows the start; correct it '
            "later with edit.",
        )
    if draft.cleared:
        raise BadWord("stop clears nothing.", "Say the right word, or correct it later with edit.")
    if draft.side and not before.sites:
        raise BadSide("a side needs a muscle.", f'Try "{draft.side} calf".')
    later = {name: value for name, value in draft.fields().items() if value not in (None, ())}
    if draft.side:
        later["sites"] = tuple(site.replace(side=draft.side) for site in before.sites or ())
    if before.note and draft.not_understood:
        later["note"] = f"{before.note}\n{draft.note}"
    later["features"] = tuple({**dict(before.features), **dict(draft.features)}.items())
    later["triggers"] = tuple(dict.fromkeys((*(before.triggers or ()), *(draft.triggers or ()))))
    tried = {one.remedy: one for one in before.tried or ()}
    for one in draft.tried or ():
        if one.helped is not None or one.remedy not in tried:
            tried[one.remedy] = one
    return before.replace(**{**later, "tried": tuple(tried.values()), "side": None})
