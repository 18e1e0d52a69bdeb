"""What is felt in the legs at night and is not a cramp."""

from __future__ import annotations

from cramplog.flags import asks
from cramplog.flags.counts import at_least
from cramplog.flags.guideline.common import ours, window
from cramplog.flags.known import sign
from cramplog.flags.outcome import INFO, conclude, every
from cramplog.flags.rule import rule
from cramplog.flags.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.domain.episode import Episode
    from cramplog.flags.outcome import Ask, Outcome
    from cramplog.flags.record import Record
    from cramplog.flags.rule import Limits


@rule(
    "GL-RLS",
    title="A pattern more like restless legs",
    statement="An urge to move the legs, in the evening and at rest, that moving relieves and "
    "without a hard muscle, is more like restless legs than like cramps: worth mentioning.",
    condition="an urge to move the legs in the last {window} days, and at least {episodes} "
    "episode without a hard muscle",
    urgencies=(INFO,),
    thresholds=(
        ours("gl-rls", "episodes", 1, "episodes without a hard muscle"),
        window("gl-rls"),
    ),
    sources=("rls", "aafp"),
)
def restless(record: Record, limits: Limits) -> Outcome:
    """Only an episode of which it was said that the muscle was not hard counts."""

    def soft(episode: Episode) -> bool | None:
        return None if episode.hard is None else not episode.hard

    def seen(count: int) -> str:
        return f"{counted(count, 'episode')} without a hard muscle"

    episodes = record.legs(limits["window"])
    found = at_least(limits["episodes"], episodes, soft, seen, asks.about_hardness)
    return conclude(every(found, sign(record, "urge_to_move", limits["window"])), INFO)


@rule(
    "GL-PLMD",
    title="Brief jerks without pain",
    statement="Repeated brief jerks of the legs without pain are another thing than cramps: worth "
    "mentioning.",
    condition="at least {episodes} episodes of jerking without pain, shorter than {seconds} "
    "seconds, in the last {window} nights",
    urgencies=(INFO,),
    thresholds=(
        ours("gl-plmd", "episodes", 3, "painless jerks"),
        ours("gl-plmd", "seconds", 60, "seconds, to be kept below", 600),
        window("gl-plmd"),
    ),
    sources=("aafp",),
)
def jerks(record: Record, limits: Limits) -> Outcome:
    """An episode with any pain, or a longer one, is none."""

    def jerk(episode: Episode) -> bool | None:
        length, pain = episode.duration_seconds, episode.pain
        answers = (
            episode.twitching,
            None if pain is None else pain == 0,
            None if length is None else length < limits["seconds"],
        )
        return False if False in answers else None if None in answers else True

    def ask(episode: Episode) -> Ask:
        if episode.twitching is None:
            return asks.about_jerking(episode)
        return asks.about_pain(episode) if episode.pain is None else asks.about_duration(episode)

    def seen(count: int) -> str:
        return f"{counted(count, 'brief jerk')} without pain in the last {limits['window']} nights"

    episodes = record.within(limits["window"])
    return conclude(at_least(limits["episodes"], episodes, jerk, seen, ask), INFO)
