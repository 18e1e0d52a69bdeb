"""Cramps that last."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.counts import at_least
from cramplog.flags.guideline.common import TODAY, ours, window
from cramplog.flags.outcome import INFO, ROUTINE, URGENT, Ask, Finding, conclude, either
from cramplog.flags.rule import SOURCE, Note, Path, Threshold, rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


STILL_HOURS = 24  # the longest cramp that the diary takes: after that it is over
ASK_PAIN = Ask(
    question="How painful is the cramp that the timer counts, 0 to 10?",
    answers=(("when it is over, for example 7", "cramplog stop 7/10"),),
)
MEAN = Note(
    text="In a survey of adults the mean cramp lasted nine minutes, so longer ones are common.",
    sources=("bmj-best-practice",),
)


def _ten_minutes(rule_id: str) -> Threshold:
    return Threshold(
        key=f"rule.{rule_id}.minutes", value=10, says="minutes, to be exceeded", whose=SOURCE
    )


def _long_ones(record: Record, limits: Limits) -> Finding:
    """Whether any cramp of the window lasted longer than ten minutes."""
    limit = limits["minutes"] * 60
    episodes = record.legs(limits["window"])

    def lasted(episode: Episode) -> bool | None:
        return None if episode.duration_seconds is None else episode.duration_seconds > limit

    def seen(count: int) -> str:
        known = sum(episode.duration_seconds is not None for episode in episodes)
        share = f" ({100 * count / known:.0f} %)" if count else ""
        mean = "; in a survey the mean was 9 min" if count else ""
        return (
            f"{count} of {counted(known, 'cramp')} of known length{share} lasted longer than "
            f"{limits['minutes']} min in the last {limits['window']} nights{mean}"
        )

    return at_least(1, episodes, lasted, seen, asks.about_duration)


def going_on(record: Record, limits: Limits) -> list[tuple[Finding, int | None]]:
    """Cramps that have not ended and began longer ago than that, each with its pain.

    Those are entries with the word `still` of the last `STILL_HOURS`, and the timer's.
    """
    long_ago = record.now - limits["minutes"] * 60
    found = [
        (_lasting(record, episode.started_at, (episode,)), episode.pain)
        for episode in record.legs(2)
        if episode.still and record.now - STILL_HOURS * 3600 <= episode.started_at < long_ago
    ]
    timer = record.running_since
    if timer is not None and timer < long_ago and record.running_leg:
        found.append((_lasting(record, timer, ()), record.running_pain))
    return found


def _lasting(record: Record, began: int, episodes: tuple[Episode, ...]) -> Finding:
    minutes = (record.now - began) // 60
    seen = f"a cramp has lasted {minutes} min and is not over"
    return Finding(state=True, seen=(seen,), episodes=episodes)


@rule(
    "GL-DUR10",
    title="A cramp of more than ten minutes",
    statement="The cramp goes on for more than ten minutes. It does not ease though you stretch "
    "or walk. Get help at once, say nidirect and an NHS page of 2017.",
    condition="a cramp of leg or foot that goes on, by the timer or the word `still`, and began "
    "more than {minutes} minutes ago; for the next visit, one of that length in the last {window} "
    "nights that is over",
    urgencies=(URGENT, ROUTINE),
    thresholds=(_ten_minutes("gl-dur10"), window("gl-dur10")),
    sources=("nidirect", "nhs-choices", "nhs-england"),
    path=Path(
        specialists=TODAY.specialists,
        actions={
            URGENT: "Stretch and walk. If it does not ease, call a GP or 111 now.",
            ROUTINE: "Mention the long cramps at your next visit to a doctor.",
        },
    ),
    notes=(
        Note(
            text="Sources disagree: NHS (England) now names long cramps among the reasons to see "
            "a GP without hurry; the others want help at once while it lasts.",
            sources=("nhs-england", "nidirect", "nhs-choices"),
        ),
        MEAN,
    ),
)
def ten_minutes(record: Record, limits: Limits) -> Outcome:
    """A cramp that was logged is over; one that goes on presses."""
    now = [found for found, _ in going_on(record, limits)]
    if now:
        return conclude(either(*now), URGENT)
    return conclude(_long_ones(record, limits), ROUTINE)


@rule(
    "GL-DUR10-CRIT",
    title="Longer than a typical night cramp",
    statement="In a study that asked what marks a night leg cramp, it lasted from seconds to ten "
    "minutes at most; a longer one is not typical.",
    condition="a cramp of leg or foot longer than {minutes} minutes in the last {window} nights",
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
    statement="Severe cramping that goes on needs care at once, says the Mayo Clinic.",
    condition="a cramp of leg or foot with pain of {pain} or more of 10 that goes on, by the "
    "timer or the word `still`, and began more than {minutes} minutes ago",
    urgencies=(URGENT,),
    thresholds=(
        ours("gl-severe-persist", "pain", 8, "pain of 10", 10),
        ours("gl-severe-persist", "minutes", 10, "minutes without easing", 120),
    ),
    sources=("mayo",),
    path=Path(
        specialists=("care at once",),
        actions={URGENT: "Get medical care now: call a GP, 111 or your out-of-hours service."},
    ),
)
def severe(record: Record, limits: Limits) -> Outcome:
    """The source says severe and continuing; pain and minutes are our reading of it."""
    now = [
        found
        if pain is not None and pain >= limits["pain"]
        else Finding(state=None, asks=tuple(map(asks.about_pain, found.episodes)) or (ASK_PAIN,))
        for found, pain in going_on(record, limits)
        if pain is None or pain >= limits["pain"]
    ]
    none = Finding(state=False, seen=("no severe, long cramp is going on",))
    return conclude(either(*now, none), URGENT)
