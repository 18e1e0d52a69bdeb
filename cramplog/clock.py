"""Read the clock and the time zone; no other module reads them.

`CRAMPLOG_NOW` (an ISO instant) and `TZ` make every run repeatable.
"""

from __future__ import annotations

import os
import time

from cramplog.errors import BadTime
from cramplog.value import Value

DAY = 86400
ZONE_FOLDERS = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo")


class Moment(Value):
    """An instant as a local clock showed it: Unix seconds, offset east in seconds, and zone."""

    instant: int
    utc_offset: int
    zone: str | None = None  # IANA name; None if only the offset is known


def zone_name() -> str | None:
    """Return the IANA name of the local zone, or None if the system does not name it."""
    said = os.environ.get("TZ")
    if said is None:
        return _of_file("/etc/localtime")
    plain = said.removeprefix(":").removeprefix("posix/") or "UTC"  # POSIX: empty is UTC
    return plain if _is_zone(plain) else None


def _of_file(path: str) -> str | None:
    _, found, name = os.path.realpath(path).partition("/zoneinfo/")
    plain = name.removeprefix("posix/").removeprefix("right/")
    return plain if found and _is_zone(plain) else None


def _is_zone(name: str) -> bool:
    if ".." in name or name.startswith("/"):
        return False
    if any(_is_zone_file(f"{folder}/{name}") for folder in ZONE_FOLDERS):
        return True
    from zoneinfo import ZoneInfo  # tzdata serves a machine without zone files

    try:
        return ZoneInfo(name).key == name
    except (OSError, ValueError, KeyError):
        return False


def _is_zone_file(path: str) -> bool:
    """Return whether a file holds a zone; the zone folders hold lists and notes, too."""
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"TZif"


def unknown_zone() -> str:
    """Return a sentence about a TZ that names no known zone; empty if TZ is good."""
    said = os.environ.get("TZ") or ":"
    if zone_name() is not None or said == ":" or _is_rule(said):
        return ""
    if said.removeprefix(":").startswith("/") and _is_zone_file(said.removeprefix(":")):
        return ""
    from zoneinfo import available_timezones

    meant = [name for name in available_timezones() if name.lower() == said.strip().lower()]
    hint = f"Did you mean {meant[0]}?" if meant else "Try Europe/London."
    return f"TZ={said!r} is no time zone that is known, and none is stored: times are UTC. {hint}"


def _is_rule(said: str) -> bool:
    """Return whether TZ is a zone in POSIX notation, such as `CET-1CEST`."""
    import re

    return bool(re.match(r":?(<[-+\w]{3,}>|[A-Za-z]{3,})[-+]?\d{1,2}(:\d\d){0,2}(\D|$)", said))


def offset_at(instant: int, zone: str | None) -> int:
    """Return the seconds east of UTC at an instant in `zone`; for None the C library knows them."""
    by_the_system = zone is None or any(
        os.path.isfile(f"{folder}/{zone}") for folder in ZONE_FOLDERS
    )
    if by_the_system and zone == zone_name():
        return time.localtime(instant).tm_gmtoff
    if zone is None:
        return 0
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    offset = datetime.fromtimestamp(instant, UTC).astimezone(ZoneInfo(zone)).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def came_twice(instant: int, utc_offset: int, zone: str | None) -> bool:
    """Return whether the clocks of the zone showed this time twice, because they were put back."""
    if zone is None:
        return False
    others = {offset_at(instant + days, zone) for days in (-DAY, DAY)} - {utc_offset}
    wall = instant + utc_offset
    return any(offset_at(wall - other, zone) == other for other in others)


def now() -> Moment:
    """Return the present moment, or the one that CRAMPLOG_NOW sets."""
    zone = zone_name()
    instant = _set_instant(os.environ.get("CRAMPLOG_NOW", ""), zone)
    return Moment(instant=instant, utc_offset=offset_at(instant, zone), zone=zone)


def _set_instant(text: str, zone: str | None) -> int:
    if not text:
        return int(time.time())
    from datetime import datetime

    try:
        said = datetime.fromisoformat(text.strip())
    except ValueError:
        said = None
    if said is None or not 1970 <= said.year < 9999:  # every zone's date is one then
        raise BadTime(
            f'CRAMPLOG_NOW="{text}" is not an ISO instant.', "Try 2026-11-23T03:29:00+00:00."
        )
    if said.tzinfo is not None:
        return int(said.timestamp())
    if zone is None:
        return int(said.timestamp())  # without an offset: local time
    from zoneinfo import ZoneInfo

    return int(said.replace(tzinfo=ZoneInfo(zone)).timestamp())
