"""Cramps that last."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.counts import at_least
from cramplog.flags.guideline.common import TODAY, ours, window
from cramplog.flags.outcome import INFO, ROUTINE, URGENT, Finding, conclude, either
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Ask, Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


def _ten_minutes(rule_id: str) -> Threshold:
    return Threshold(
        key=f"rule.{rule_id}.minutes", value=10, says="minutes, to be exceeded", whose=SOURCE
    )


def _long_ones(record: Record, limits: Limits) -> Finding:
    """Whether any cramp of the window lasted longer than ten minutes."""
    limit = limits["minutes"] * 60
    episodes = record.within(limits["window"])

    def lasted(episode: Episode) -> bool | None:
        return None if episode.duration_seconds is None else episode.duration_seconds > limit

    def seen(count: int) -> str:
        known = sum(episode.duration_seconds is not None for episode in episodes)
        share = f" ({100 * count / known:.0f} %)" if count else ""
        return (
            f"{count} of {counted(known, 'cramp')} of known length{share} longer than "
            f"{limits['minutes']} min in the last {limits['window']} nights"
        )

    return at_least(1, episodes, lasted, seen, asks.about_duration)


def _running(record: Record, limits: Limits) -> Finding:
    """Whether a timer says that a cramp has lasted longer than that and is not over."""
    if record.running_since is None:
        return Finding(state=False, seen=("no cramp is running",))
    minutes = (record.now - record.running_since) // 60
    return Finding(
        state=record.now - record.running_since > limits["minutes"] * 60,
        seen=(f"the timer has been running for {minutes} min",),
    )


@rule(
    "GL-DUR10",
    title="A cramp of more than ten minutes",
    statement="A cramp that has lasted longer than ten minutes and has not eased needs help the "
    "same day.",
    condition="a cramp longer than {minutes} minutes in the last {window} nights; pressing while "
    "it lasts and for {hours} hours after, then for the next visit",
    urgencies=(URGENT, ROUTINE),
    thresholds=(
        _ten_minutes("gl-dur10"),
        ours("gl-dur10", "hours", 48, "hours after its end", 168),
        window("gl-dur10"),
    ),
    sources=("nhs-inform", "nidirect", "nhs-choices", "nhs-england"),
    path=TODAY,
    notes=(
        Note(
            text="Sources disagree: NHS (England) now names such a cramp among the reasons to see "
            "a GP without hurry, the others want help at once. The cautious one is used here.",
            sources=("nhs-england", "nhs-inform", "nidirect", "nhs-choices"),
        ),
        Note(
            text="In a survey of adults the mean cramp lasted nine minutes, so this is often on.",
            sources=("bmj-best-practice",),
        ),
    ),
)
def ten_minutes(record: Record, limits: Limits) -> Outcome:
    """One flag for all such cramps, with their count and share."""
    long = _long_ones(record, limits)
    running = _running(record, limits)
    fresh = running.state or any(
        record.now - episode.started_at - (episode.duration_seconds or 0) <= limits["hours"] * 3600
        for episode in long.episodes
    )
    return conclude(either(running, long), URGENT if fresh else ROUTINE)


@rule(
    "GL-DUR10-CRIT",
    title="Longer than a typical night cramp",
    statement="In a study that asked what marks a night leg cramp, it lasted from seconds to ten "
    "minutes at most; a longer one is not typical.",
    condition="a cramp longer than {minutes} minutes in the last {window} nights",
    urgencies=(INFO,),
    thresholds=(_ten_minutes("gl-dur10-crit"), window("gl-dur10-crit")),
    sources=("hallegraeff",),
)
def not_typical(record: Record, limits: Limits) -> Outcome:
    """Information beside GL-DUR10."""
    return conclude(_long_ones(record, limits), INFO)


@rule(
    "GL-SEVERE-PERSIST",
    title="Severe pain that does not ease",
    statement="Severe cramping that goes on needs care at once.",
    condition="a cramp with pain of {pain} or more of 10 that lasted longer than {minutes} "
    "minutes, in the last {window} nights",
    urgencies=(URGENT,),
    thresholds=(
        ours("gl-severe-persist", "pain", 8, "pain of 10", 10),
        ours("gl-severe-persist", "minutes", 10, "minutes without easing", 120),
        window("gl-severe-persist"),
    ),
    sources=("mayo",),
    path=Path(specialists=("a GP, NHS 111 or an urgent care centre, the same day",)),
)
def severe(record: Record, limits: Limits) -> Outcome:
    """The source says severe and persistent; pain and minutes are our reading of it."""

    def bad(episode: Episode) -> bool | None:
        if any(
            tried.helped and 0 < (tried.relief_seconds or 0) <= limits["minutes"] * 60
            for tried in episode.tried
        ):
            return False  # it eased in time
        answers = (
            None if episode.pain is None else episode.pain >= limits["pain"],
            None
            if episode.duration_seconds is None
            else episode.duration_seconds > limits["minutes"] * 60,
        )
        return False if False in answers else None if None in answers else True

    def ask(episode: Episode) -> Ask:
        return asks.about_pain(episode) if episode.pain is None else asks.about_duration(episode)

    def seen(count: int) -> str:
        return (
            f"{counted(count, 'cramp')} of pain {limits['pain']} or more and longer than "
            f"{limits['minutes']} min in the last {limits['window']} nights"
        )

    return conclude(at_least(1, record.within(limits["window"]), bad, seen, ask), URGENT)
