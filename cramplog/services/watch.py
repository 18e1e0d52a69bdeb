"""The factors that a person watches: chosen beforehand, five at most, each with its day."""

from __future__ import annotations

from cramplog.config import own_triggers
from cramplog.diary.repository import WATCHED
from cramplog.domain.conditions import condition
from cramplog.domain.factors import FACTORS, factor
from cramplog.domain.medicines import medicine
from cramplog.domain.moments import day_of
from cramplog.domain.night import iso
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.domain.triggers import TRIGGERS, trigger
from cramplog.errors import BadFactor, BadOption
from cramplog.letters import match
from cramplog.services.facts import set_profile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary

MOST = 5


def watched(diary: Diary) -> dict[str, str]:
    """Return the watched factors, each with the day (ISO) from which it is watched."""
    stored = {fact["key"]: fact["value"] for fact in diary.rows("profile")}.get(WATCHED, "")
    return dict(entry.split("@") for entry in stored.split() if entry.count("@") == 1)


def watch(diary: Diary, names: list[str], now: Moment) -> dict[str, str]:
    """Watch these factors and no others; one that was watched already keeps its day.

    Raises BadFactor for what is no factor of a night, BadOption for more than five.
    """
    chosen = list(dict.fromkeys(named(diary, name) for name in names))
    if len(chosen) > MOST:
        raise BadOption(
            f"{len(chosen)} factors are too many to watch: the more there are, the more go with "
            f"cramps by luck alone. Nothing was changed.",
            f"Choose {MOST} at most.",
        )
    since, today = watched(diary), iso(day_of(now.instant, now.utc_offset))
    kept = {name: since.get(name, today) for name in chosen}
    told = " ".join(f"{name}@{day}" for name, day in kept.items())
    set_profile(diary, {WATCHED: told}, now, said=f"trends --watch {','.join(chosen) or 'none'}")
    return kept


def named(diary: Diary, name: str) -> str:
    """Return the id of a factor of nights; raises BadFactor, with the reason where it is a fact."""
    own = own_triggers(diary.settings)
    found = factor(name) or match(name.lower(), own)
    if found:
        return found
    fixed = trigger(name)
    label = TRIGGERS[fixed].label if fixed else None
    if label is None and (condition(name) or medicine(name)):
        label = name
    if label is not None:
        raise BadFactor(
            f"{quoted(label)} does not change from night to night: there are no nights without it "
            "to compare with.",
            "Factors of single nights: cramplog night --list.",
        )
    raise BadFactor(
        f"{quoted(name)} is not a factor I know.",
        did_you_mean(name, (*FACTORS, *own), "cramplog night --list shows them all."),
    )
