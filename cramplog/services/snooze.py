"""Quieting a flag for some days, with a reason that every report prints."""

from __future__ import annotations

from cramplog.domain.moments import day_of
from cramplog.errors import BadFact, BadOption, Conflict
from cramplog.flags.catalogue import find
from cramplog.flags.outcome import EMERGENCY, ROUTINE, URGENT
from cramplog.letters import tidy
from cramplog.services import judge
from cramplog.services.quiet import URGENT_DAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary

LONGEST_DAYS = 365
LONGEST_REASON = 500


def snooze(diary: Diary, rule_id: str, days: int, because: str, now: Moment) -> tuple[int, bool]:
    """Quiet a rule; returns the last quiet day (ordinal), and whether the rule is on.

    One that is off is quieted up to ROUTINE only: who quiets it has not seen the flag.
    Raises NoSuchRule, BadOption, and Conflict for a flag that is an EMERGENCY.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise BadOption(f"days are 1 to {LONGEST_DAYS}; you typed {days}.")
    reason = tidy(because)
    if not reason or len(reason) > LONGEST_REASON:
        raise BadOption("quieting a flag needs a reason.", 'Try --because "seen GP 12 Nov".')
    found = judge.judged_one(diary, now, rule_id)
    rule = find(rule_id)
    levels = [flag.fired.urgency for flag in found.flags]
    if EMERGENCY in levels:
        raise Conflict(f"{rule.id} is an EMERGENCY now and cannot be quieted.", "Get help.")
    if URGENT in levels and days > URGENT_DAYS:
        raise Conflict(
            f"{rule.id} is URGENT now and can be quieted for at most {URGENT_DAYS} days.",
            f'Try --snooze {rule.id} {URGENT_DAYS} --because "...".',
        )
    until = judge.today(now) + days
    with diary.act("flags snooze", now.instant) as act:
        urgency = found.flags[0].fired.urgency if found.flags else ROUTINE
        row = {"rule_id": rule.id, "until_day": until, "urgency": urgency, "because": reason}
        act.restate("snooze", {"person_id": act.person_id, **row, "recorded_at": now.instant})
        act.said = f"flags snooze {rule.id}"
    return until, bool(found.flags)


def refuse_unsafe(rule_id: str, urgency: str, until: int, recorded_at: int) -> None:
    """Refuse a quieted flag of a file or of another diary that no `flags --snooze` can make.

    Raises BadFact for an EMERGENCY, and for more days than a flag can be quieted.
    """
    if urgency == EMERGENCY:
        raise BadFact(f"{rule_id} is quieted as an EMERGENCY, which cannot be.")
    if urgency == URGENT and until > day_of(recorded_at, 0) + URGENT_DAYS + 1:
        raise BadFact(
            f"{rule_id} is quieted as URGENT for more than {URGENT_DAYS} days, which cannot be."
        )
    if until > day_of(recorded_at, 0) + LONGEST_DAYS + 1:  # the day may have been another's there
        raise BadFact(f"{rule_id} is quieted for more than {LONGEST_DAYS} days.")
