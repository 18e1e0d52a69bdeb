"""Whether a new episode can have turned an urgent flag on; looking at the rules costs time.

Without facts about the person only that it has not ended, or a poisoning or quinine that it
names, can have (GL-DUR10, GL-SEVERE-PERSIST, GL-TOXIN, GL-PREG-QUININE). A test holds this gate to
every vignette of an urgent flag.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary
    from cramplog.domain.episode import Episode
    from cramplog.flags.evaluate import Flag

LONG_SECONDS = 600  # contract and sources: more than ten minutes
IF_AGAIN = (
    "Over ten minutes: if one does not ease although you stretch and walk, call a GP or 111 then "
    "[nidirect]."
)
POISONING = "poison_contact"
QUININE = "quinine"


def pressing(
    diary: Diary, now: Moment, episode: Episode
) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """EMERGENCY and URGENT flags after an episode was stored; none where it can raise none.

    First those that it raised, then those that are on without it.
    """
    settings = any(key.startswith("rule.") for key in diary.settings)
    by_itself = can_press(episode)
    if not (settings or by_itself or diary.has_facts()):
        return (), ()
    from cramplog.services import judge

    return judge.pressing_after(diary, now, episode, again=by_itself)


def if_again(episode: Episode) -> str:
    """What to do if a cramp as long as this one holds again; empty for one of usual length."""
    hand = bool(episode.sites) and all(site.muscle == "hand" for site in episode.sites)
    return "" if hand or (episode.duration_seconds or 0) <= LONG_SECONDS else IF_AGAIN


def can_press(episode: Episode) -> bool:
    """Whether an episode by itself can turn an urgent flag on, by the rules' defaults."""
    return (
        episode.still
        or POISONING in episode.triggers
        or any(tried.remedy == QUININE for tried in episode.tried)
    )
