"""Cramps that come often, last long, or take the whole limb."""

from __future__ import annotations

from cramplog.domain.reading import TONIC_SECONDS, readings
from cramplog.flags import asks
from cramplog.flags.article.path import GENERAL, GP_FIRST, HALF_ARE_LONGER, NOT_NAMED, WIDESPREAD
from cramplog.flags.counts import at_least, cramp_nights_with
from cramplog.flags.outcome import ROUTINE, SOON, Finding, conclude, every
from cramplog.flags.rule import SOURCE, Threshold, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits

REGULAR = (
    Threshold(key="rule.art-regular.nights", value=4, says="cramp nights", highest=28),
    Threshold(key="rule.art-regular.weeks", value=3, says="calendar weeks", highest=13),
    Threshold(
        key="rule.art-regular.window", value=28, says="nights looked at", lowest=7, highest=90
    ),
)
"""When cramps are called regular: the article gives no number."""


def regular_cramps(record: Record, limits: Limits) -> Finding:
    """Whether cramps come regularly, by the numbers of ART-REGULAR."""
    nights = record.cramp_nights(limits["window"])
    weeks = record.weeks_of(nights)
    seen = (
        f"{counted(len(nights), 'cramp night')} in {counted(weeks, 'calendar week')} of the last "
        f"{limits['window']} nights ({record.recorded_nights(limits['window'])} recorded)"
    )
    return Finding(
        state=len(nights) >= limits["nights"] and weeks >= limits["weeks"],
        seen=(seen,),
        episodes=tuple(episode for night in nights.values() for episode in night),
    )


@rule(
    "ART-REGULAR",
    title="Cramps that come regularly",
    statement="When cramps come regularly, the cause should be found and treated, and a full "
    "examination considered.",
    condition="cramps on at least {nights} nights of the last {window}, spread over at least "
    "{weeks} calendar weeks",
    urgencies=(ROUTINE,),
    thresholds=REGULAR,
    passages=(17, 55, 56),
    path=GENERAL,
    notes=(GP_FIRST,),
)
def regular(record: Record, limits: Limits) -> Outcome:
    """¶55, with ¶17."""
    return conclude(regular_cramps(record, limits), ROUTINE)


@rule(
    "ART-FREQUENT-PROTRACTED",
    title="Frequent long cramps",
    statement="Cramps that are both frequent and long may point to a serious disorder.",
    condition="at least {episodes} cramps of {minutes} minutes or more in the last {window} nights",
    urgencies=(ROUTINE,),
    thresholds=(
        Threshold(key="rule.art-frequent-protracted.episodes", value=3, says="long cramps"),
        Threshold(
            key="rule.art-frequent-protracted.minutes",
            value=TONIC_SECONDS // 60,
            says="minutes from which on a cramp is long (tonic, ¶38)",
            whose=SOURCE,
        ),
        Threshold(
            key="rule.art-frequent-protracted.window",
            value=28,
            says="nights looked at",
            lowest=7,
            highest=90,
        ),
    ),
    passages=(38, 42),
    path=NOT_NAMED,
    notes=(HALF_ARE_LONGER, GP_FIRST),
)
def frequent_protracted(record: Record, limits: Limits) -> Outcome:
    """¶42: a cramp whose length nobody wrote down may have been a long one."""
    long = limits["minutes"] * 60

    def lasted(episode: Episode) -> bool | None:
        return None if episode.duration_seconds is None else episode.duration_seconds >= long

    def seen(count: int) -> str:
        cramps = counted(count, "cramp")
        return f"{cramps} of {limits['minutes']} min or more in the last {limits['window']} nights"

    cramps = record.legs(limits["window"])
    finding = at_least(limits["episodes"], cramps, lasted, seen, asks.about_duration)
    return conclude(finding, ROUTINE)


@rule(
    "ART-GENERALIZED",
    title="Cramps of a whole limb",
    statement="A cramp that takes all the muscles of a limb is, the article says, mostly a sign "
    "of serious illness.",
    condition="at least {episodes} cramp of a whole limb in the last {window} nights; one that was "
    "noted as of both legs and no more (our reading) is for the next visit",
    urgencies=(SOON, ROUTINE),
    thresholds=(
        Threshold(key="rule.art-generalized.episodes", value=1, says="cramps of a whole limb"),
        Threshold(
            key="rule.art-generalized.window",
            value=90,
            says="nights looked at",
            lowest=7,
            highest=90,
        ),
    ),
    passages=(41,),
    path=NOT_NAMED,
    notes=(WIDESPREAD, GP_FIRST),
)
def generalized(record: Record, limits: Limits) -> Outcome:
    """¶41: said, or read from the sites; an episode that names its muscles is no unknown."""

    def seen(count: int) -> str:
        return f"{counted(count, 'cramp')} of a whole limb in the last {limits['window']} nights"

    cramps = record.legs(limits["window"])
    finding = at_least(limits["episodes"], cramps, _whole_limb, seen, asks.about_spread)
    named = sum(not _both_legs(episode) for episode in finding.episodes)
    return conclude(finding, SOON if named >= limits["episodes"] else ROUTINE)


def _both_legs(episode: Episode) -> bool:
    """Whether only "both legs" makes it one of a whole limb."""
    return episode.spread is None and {site.muscle for site in episode.sites} == {"leg"}


def _whole_limb(episode: Episode) -> bool | None:
    _, spread, _ = readings(episode)
    if spread is not None:
        return spread == "generalized"
    named = episode.sites and all(site.muscle not in ("leg", "other") for site in episode.sites)
    return False if named else None


@rule(
    "ART-COLD-REGULAR",
    title="Regular cramps after cold",
    statement="A long stay in the cold brings cramps on; when they then come regularly, the cause "
    "should be found and treated.",
    condition="cramps that come regularly (ART-REGULAR), and on at least {percent} % of the cramp "
    "nights being chilled the day before",
    urgencies=(ROUTINE,),
    thresholds=(
        *REGULAR,
        Threshold(
            key="rule.art-cold-regular.percent",
            value=50,
            says="per cent of cramp nights",
            highest=100,
        ),
    ),
    passages=(17, 55, 56),
    path=GENERAL,
    notes=(GP_FIRST,),
)
def cold_regular(record: Record, limits: Limits) -> Outcome:
    """¶17."""
    nights = len(record.cramp_nights(limits["window"]))
    need = max(-(-nights * limits["percent"] // 100), 1)
    what = "after being chilled the day before"
    cold = cramp_nights_with(record, ("cold",), limits["window"], need, what)
    return conclude(every(regular_cramps(record, limits), cold), ROUTINE)
