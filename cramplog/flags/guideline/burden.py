"""What cramps do to sleep, to the day, to life."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.counts import ASKED_AT_ONCE
from cramplog.flags.guideline.common import GP, leg_cramps, ours, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import ROUTINE, Finding, conclude, either, every
from cramplog.flags.rule import rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

WEEK = 7


@rule(
    "GL-SLEEP",
    title="Cramps that break your sleep",
    statement="Cramps that disturb sleep are a reason to see a GP.",
    condition="woken by cramps of leg or foot on at least {nights} nights of the last {window}",
    urgencies=(ROUTINE,),
    thresholds=(
        ours("gl-sleep", "nights", 4, "nights woken", 28),
        window("gl-sleep"),
    ),
    sources=("nhs-england", "nhs-inform", "cks", "mayo"),
    path=GP,
)
def sleep(record: Record, limits: Limits) -> Outcome:
    """Nights are counted, not cramps; one of unknown waking may decide."""
    nights: dict[int, list[Episode]] = {}
    for episode in record.legs(limits["window"]):
        if not episode.daytime:
            nights.setdefault(episode.night, []).append(episode)
    woken = [each for each in nights.values() if any(e.woke for e in each)]
    unsure = [
        next(e for e in each if e.woke is None)
        for each in nights.values()
        if not any(e.woke for e in each) and any(e.woke is None for e in each)
    ]
    need = limits["nights"]
    recorded = record.recorded_nights(limits["window"])
    seen = f"woken on {counted(len(woken), 'night')} of the last {limits['window']}"
    finding = Finding(
        state=True if len(woken) >= need else None if len(woken) + len(unsure) >= need else False,
        seen=(f"{seen} ({recorded} recorded)",),
        episodes=tuple(e for each in woken for e in each if e.woke),
        asks=tuple(asks.about_waking(e) for e in reversed(unsure[-ASKED_AT_ONCE:])),
    )
    return conclude(finding, ROUTINE)


@rule(
    "GL-DAYTIRED",
    title="Tired by day because of cramps",
    statement="Cramps that leave one too tired for the day are a reason to see a doctor.",
    condition="tired by day because of cramps on at least {days} days of the last {window}",
    urgencies=(ROUTINE,),
    thresholds=(
        ours("gl-daytired", "days", 2, "tired days", 28),
        window("gl-daytired", 7, "days looked at"),
    ),
    sources=("mayo", "nhs-choices"),
    path=GP,
)
def tired(record: Record, limits: Limits) -> Outcome:
    """Fewer days than that are "no" only when the latest word on it was no."""
    first = record.day - limits["window"] + 1
    days = {
        fact.day
        for fact in record.facts.symptoms
        if fact.name == "daytime_tired"
        and fact.status == "present"
        and first <= fact.day <= record.day
    }
    latest = sign(record, "daytime_tired", limits["window"]).state
    seen = f"tired by day because of cramps on {counted(len(days), 'day')} of {limits['window']}"
    return conclude(
        Finding(
            state=True if len(days) >= limits["days"] else False if latest is False else None,
            seen=(seen,),
            asks=(asks.about_sign("daytime_tired"),),
        ),
        ROUTINE,
    )


@rule(
    "GL-FREQ-QOL",
    title="Frequent cramps, or cramps that spoil daily life",
    statement="Cramps that come often or spoil daily life are worth a visit; two in five people "
    "with cramps have three or more a week.",
    condition="at least {cramps} cramps of leg or foot in each of the last {weeks} weeks, or "
    "daily life spoilt by cramps in the last {window} days",
    urgencies=(ROUTINE,),
    thresholds=(
        ours("gl-freq-qol", "cramps", 3, "cramps a week"),
        ours("gl-freq-qol", "weeks", 2, "weeks of 7 nights", 12),
        window("gl-freq-qol", says="days looked at"),
    ),
    sources=("nhs-inform", "cks", "aafp"),
    path=GP,
)
def frequent(record: Record, limits: Limits) -> Outcome:
    """The sources want a visit where life suffers; the number a week is our default."""
    episodes = record.legs(limits["weeks"] * WEEK)
    each = [
        sum((record.today - episode.night) // WEEK == week for episode in episodes)
        for week in range(limits["weeks"])
    ]
    often = Finding(
        state=min(each) >= limits["cramps"],
        seen=(f"{', '.join(map(str, reversed(each)))} cramps in the last {len(each)} weeks",),
        episodes=episodes,
    )
    spoilt = sign(record, "life_disturbed", limits["window"])
    return conclude(every(leg_cramps(record, limits["window"]), either(often, spoilt)), ROUTINE)
