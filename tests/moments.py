"""Present moments for tests of time: Monday 23 November 2026, 03:29:40, and any other."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from cramplog.clock import Moment
from cramplog.timeparse.instants import Instant

LONDON = "Europe/London"


def moment(text: str, zone: str | None = LONDON, *, fold: int = 0) -> Moment:
    """The moment at which a clock of the zone shows the ISO time; an offset in it decides."""
    said = datetime.fromisoformat(text)
    if said.tzinfo is None:
        said = said.replace(tzinfo=ZoneInfo(zone or "UTC"), fold=fold)
    elif zone is not None:
        said = said.astimezone(ZoneInfo(zone))
    offset = said.utcoffset()
    assert offset is not None
    return Moment(instant=int(said.timestamp()), utc_offset=int(offset.total_seconds()), zone=zone)


def iso(read: Instant) -> str:
    """The instant as RFC 3339 with the offset that was read."""
    zone = timezone(timedelta(seconds=read.utc_offset))
    return datetime.fromtimestamp(read.instant, zone).isoformat()


NOW = moment("2026-11-23T03:29:40")
