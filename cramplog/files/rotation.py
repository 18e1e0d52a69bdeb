"""The copies of a diary, known by their names alone, and the rule by which they are kept.

`diary.db-20261123T032900Z-daily.db` is the copy of `diary.db` made on 23 November 2026 at
03:29 UTC. The rule counts the days that have copies instead of asking the clock: all of the newest
8 days, then the newest of each week for 7 weeks, then the newest of each month for 11 months. A
first day after a gap deletes nothing, because the clock may just have jumped. Copies made by hand,
and damaged diaries that were set aside, stay until somebody deletes them.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

from cramplog import paths
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = "backups"
DAILY, BY_HAND, DAMAGED, BEFORE = "daily", "by-hand", "damaged", "before-"
OF_SERVERS = "server-backups"
DAYS, WEEKS, MONTHS = 8, 7, 11
GAP_DAYS = 14  # a longer gap before the newest day may be a jump of the clock
DAY = 86400


class Backup(Value):
    """A copy: its path, when it was made (Unix seconds) and why."""

    path: str
    at: int
    reason: str

    @property
    def damaged(self) -> bool:
        return is_damaged(self.path)

    @property
    def automatic(self) -> bool:
        return self.reason == DAILY or self.reason.startswith(BEFORE)


def folder(path: str) -> str:
    """Return the folder of a diary's copies; a server's is in the data folder."""
    if paths.is_server(path):
        return os.path.join(os.path.realpath(paths.data_folder()), OF_SERVERS)
    return os.path.join(os.path.dirname(os.path.realpath(path)), FOLDER)


def is_copy(path: str) -> bool:
    """Return whether a path is that of a copy, in a folder as `folder` names them."""
    return os.path.basename(os.path.dirname(os.path.realpath(path))) in (FOLDER, OF_SERVERS)


def is_copys_name(path: str) -> bool:
    """Return whether a file's name is that of a copy, of any diary and in any folder."""
    import re

    return bool(re.search(r"-\d{8}T\d{6}Z-[a-z0-9-]+\.db(\.age|\.key)?$", path))


def stem(path: str) -> str:
    """Return the beginning of the names of a diary's copies."""
    if paths.is_server(path):
        from cramplog.server import place

        return f"{place.name(path)}-"
    return f"{os.path.basename(os.path.realpath(path))}-"


def day(at: int) -> str:
    """Return the day (UTC) as names have it, `20261123`."""
    year, month, date = time.gmtime(at)[:3]
    return f"{year:04}{month:02}{date:02}"


def name(path: str, at: int, reason: str) -> str:
    """Return the name of a copy."""
    hour, minute, second = time.gmtime(at)[3:6]
    return f"{stem(path)}{day(at)}T{hour:02}{minute:02}{second:02}Z-{reason}.db"


def is_damaged(path: str | None) -> bool:
    """Return whether a name is that of a damaged diary that was set aside."""
    return path is not None and f"Z-{DAMAGED}" in os.path.basename(path)


def due(path: str, at: int) -> bool:
    """Return whether the day of `at` has no daily copy yet; this lists one folder."""
    begins = f"{stem(path)}{day(at)}T"
    try:
        names = os.listdir(folder(path))
    except OSError:
        return True
    return not any(n.startswith(begins) and n.endswith(f"-{DAILY}.db") for n in names)


def backups(path: str) -> list[Backup]:
    """Return the copies of a diary, the newest first."""
    place = folder(path)
    try:
        names = os.listdir(place)
    except OSError:
        return []
    begins = stem(path)
    found = [_read(os.path.join(place, n), n[len(begins) :]) for n in names if n.startswith(begins)]
    return sorted((one for one in found if one), key=lambda one: (one.at, len(one.path), one.path))[
        ::-1
    ]


def _read(path: str, rest: str) -> Backup | None:
    stamp, dash, reason = rest.partition("-")
    if not dash or not reason.endswith(".db"):
        return None
    try:
        at = int(datetime.fromisoformat(stamp).timestamp())
    except ValueError:
        return None
    return Backup(path=path, at=at, reason=reason.removesuffix(".db"))


def superfluous(listed: list[Backup], now: int) -> list[Backup]:
    """Return the automatic copies that the rule drops.

    Copies with a time after `now` were made while the clock was ahead: they stay and are not
    counted.
    """
    automatic = sorted(
        (one for one in listed if one.automatic and one.at <= now), key=lambda one: -one.at
    )
    newest = {_day(one): one for one in reversed(automatic)}
    days = sorted(newest, reverse=True)
    if len(days) > 1 and days[0] - days[1] > GAP_DAYS:
        return []
    weekly = _newest_of_each(days[DAYS:], _week)[:WEEKS]
    older = [day for day in days[DAYS:] if _week(day) < min(map(_week, weekly))]
    monthly = _newest_of_each(older, _month)[:MONTHS]
    kept = [newest[day] for day in (*weekly, *monthly)]
    return [one for one in automatic if _day(one) not in days[:DAYS] and one not in kept]


def _day(one: Backup) -> int:
    """Return the ordinal of the day (UTC) of a copy."""
    return datetime.fromtimestamp(one.at, UTC).toordinal()


def _week(day: int) -> int:
    return (day - 1) // 7


def _month(day: int) -> int:
    made = date.fromordinal(day)
    return made.year * 12 + made.month


def _newest_of_each(days: list[int], part: Callable[[int], int]) -> list[int]:
    """Return the newest day of each week or month; `days` are the newest first."""
    first: dict[int, int] = {}
    for day in days:
        first.setdefault(part(day), day)
    return list(first.values())
