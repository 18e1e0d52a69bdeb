"""The record of a night: cramp-free or not, and the exposures of the day before it."""

from __future__ import annotations

from cramplog.config import Hours
from cramplog.domain.night import NightRecord, iso
from cramplog.errors import BadTime, NightHasCramps
from cramplog.report.period import tonight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary


def put_night(act: Act, record: NightRecord) -> None:
    """Store the record of a night, new or changed; one that says nothing is none."""
    if not record.quiet and not record.factors:
        act.remove("night", str(record.night))
        return
    owner = {"person_id": act.person_id, "night": record.night}
    act.restate(
        "night",
        {
            **owner,
            "quiet": record.quiet,
            "recorded_at": record.recorded_at,
            "recorded_offset": record.recorded_offset,
        },
        {
            "night_factor": [
                {**owner, "factor": factor, "value": value, "recorded_at": record.recorded_at}
                for factor, value in record.factors
            ]
        },
    )


def last_night(now: Moment, hours: Hours) -> int:
    """The night that a person means who names none: the one running until noon, or just over."""
    return tonight(now, hours) - (1 if is_evening(now, hours) else 0)


def is_evening(now: Moment, hours: Hours) -> bool:
    """Before midnight of the running night: nobody calls that "last night" yet."""
    second = (now.instant + now.utc_offset) % 86400
    return second >= hours.night_starts


def record_night(
    diary: Diary, night: int, now: Moment, *, quiet: bool | None, factors: dict[str, str]
) -> NightRecord:
    """Store what was said of a night, beside what was said before.

    `factors` maps catalogue ids to canonical values; an empty value clears, and so does `quiet`
    where it is False; None leaves it as it was. Raises NightHasCramps for `quiet` on a cramp
    night, BadTime for a night that has not begun, or is to be called quiet before midnight.
    """
    hours = Hours.of(diary.settings)
    running = tonight(now, hours)
    if night > running:
        raise BadTime(
            f"the night of {iso(night)} has not begun. Nothing was stored.",
            f"The night that is running, or just over, is {iso(last_night(now, hours))}.",
        )
    if quiet and night == running and is_evening(now, hours):
        raise BadTime(
            f"the night of {iso(night)} has only begun. Nothing was stored.",
            "Say so in the morning, or name an earlier night.",
        )
    with diary.act("night", now.instant) as act:
        known = diary.nights(night, night)
        before = known[0] if known else None
        if quiet and (diary.episode_nights(night, night).get(night) or (0, 0))[0]:
            raise NightHasCramps(
                f"the night of {iso(night)} has a cramp on record.",
                f"Look: `cramplog list --since {iso(night)} --until {iso(night)}`.",
            )
        merged = {**dict(before.factors if before else ()), **factors}
        record = NightRecord(
            person=diary.person,
            night=night,
            quiet=bool(before and before.quiet) if quiet is None else quiet,
            factors=tuple(sorted((k, v) for k, v in merged.items() if v)),
            recorded_at=now.instant,
            recorded_offset=now.utc_offset,
        )
        put_night(act, record)
        act.said = f"night of {iso(night)}"
    return record
