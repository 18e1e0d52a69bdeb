"""The record of a night: quiet or not, and the exposures of the day before it."""

from __future__ import annotations

import json

from cramplog.config import Hours
from cramplog.domain.night import NightRecord, iso
from cramplog.errors import BadTime, NightHasCramps
from cramplog.report.period import tonight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.change import Act
    from cramplog.diary.repository import Diary


def put_night(act: Act, record: NightRecord, *, known_unknown: bool = False) -> None:
    """Store the record of a night, new or changed; an empty record is removed.

    A typed unknown is kept (`known_unknown`), so that nobody asks again.
    """
    if not record.quiet and not record.factors and not known_unknown:
        act.remove("night", str(record.night))
        return
    owner = {"person_id": act.person_id, "night": record.night}
    told_at = _told_at(act, record.night)
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
                {
                    **owner,
                    "factor": factor,
                    "value": value,
                    "recorded_at": told_at.get((factor, value), record.recorded_at),
                }
                for factor, value in record.factors
            ]
        },
    )


def _told_at(act: Act, night: int) -> dict[tuple[str, str], int]:
    """Return when each value of a night was recorded; later additions do not change that."""
    before = act.snapshot("night", str(night))
    rows = json.loads(before)["children"]["night_factor"] if before else []
    return {(row["factor"], row["value"]): row["recorded_at"] for row in rows}


def last_night(now: Moment, hours: Hours) -> int:
    """Return the night that a person means without a name: running until noon, or just over."""
    return tonight(now, hours) - (1 if is_evening(now, hours) else 0)


def is_evening(now: Moment, hours: Hours) -> bool:
    """Return whether it is before midnight of the running night, not yet "last night"."""
    second = (now.instant + now.utc_offset) % 86400
    return second >= hours.night_starts


def record_night(
    diary: Diary, night: int, now: Moment, *, quiet: bool | None, factors: dict[str, str]
) -> NightRecord:
    """Store what was typed of one night; see `record_nights`."""
    return record_nights(diary, [night], now, quiet=quiet, factors=factors)[0]


def record_nights(
    diary: Diary,
    nights: list[int],
    now: Moment,
    *,
    quiet: bool | None,
    factors: dict[str, str],
    known_unknown: bool = False,
) -> list[NightRecord]:
    """Store what was typed of nights, beside their records: all or none, as one undo step.

    `factors` maps catalogue ids to canonical values; an empty value clears, and so does `quiet` if
    False; None changes nothing. Raises NightHasCramps for `quiet` on a cramp night, BadTime for a
    night that has not begun, or for `quiet` before midnight.
    """
    hours = Hours.of(diary.settings)
    for night in nights:
        _refuse_unborn(night, now, hours, quiet=quiet)
    with diary.act("night", now.instant) as act:
        if quiet:
            _refuse_cramps(diary, nights)
        records = [
            note(diary, act, night, now, quiet=quiet, factors=factors, known_unknown=known_unknown)
            for night in nights
        ]
        act.said = f"night of {iso(nights[-1])}"
        if len(nights) > 1:
            act.said = f"{len(nights)} nights from {iso(nights[0])} to {iso(nights[-1])}"
    return records


def _refuse_unborn(night: int, now: Moment, hours: Hours, *, quiet: bool | None) -> None:
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


def _refuse_cramps(diary: Diary, nights: list[int]) -> None:
    """Raise NightHasCramps where one of the nights has a cramp on record."""
    counted = diary.episode_nights(nights[0], nights[-1])
    with_cramps = [night for night in nights if counted.get(night, (0, 0))[0]]
    if not with_cramps:
        return
    of = ", ".join(map(iso, with_cramps))
    if len(nights) == 1:
        raise NightHasCramps(
            f"the night of {of} has a cramp on record.",
            f"Look: `cramplog list --since {of} --until {of}`.",
        )
    others = ",".join(iso(night) for night in nights if night not in with_cramps)
    raise NightHasCramps(
        f"{'these nights have' if len(with_cramps) > 1 else 'one night has'} a cramp on record: "
        f"{of}. Nothing was stored.",
        f"The others: cramplog night {others} quiet" if others else "`cramplog list` shows them.",
    )


def note(
    diary: Diary,
    act: Act,
    night: int,
    now: Moment,
    *,
    quiet: bool | None,
    factors: dict[str, str],
    known_unknown: bool,
) -> NightRecord:
    """Store what was said of a night within an act, beside what was said before."""
    before = next(iter(diary.nights(night, night)), None)
    merged = {**dict(before.factors if before else ()), **factors}
    record = NightRecord(
        person=diary.person,
        night=night,
        quiet=bool(before and before.quiet) if quiet is None else quiet,
        factors=tuple(sorted((k, v) for k, v in merged.items() if v)),
        recorded_at=now.instant,
        recorded_offset=now.utc_offset,
    )
    put_night(act, record, known_unknown=known_unknown)
    return record
