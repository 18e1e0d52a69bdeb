"""Check that the settings, facts and zones of a diary are possible."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from cramplog.config import SETTINGS
from cramplog.domain.profile import FACTS, parse
from cramplog.domain.spelling import quoted
from cramplog.errors import CramplogError
from cramplog.files import contents, verify
from cramplog.files.contents import LAST_DAY
from cramplog.flags.catalogue import THRESHOLDS
from cramplog.services import settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

PEOPLE = "SELECT name FROM person WHERE removed_at IS NULL"
ZONES = "SELECT zone FROM episode UNION SELECT zone FROM timer"


def odd(connection: sqlite3.Connection) -> list[str]:
    """Return one line for each impossible value, and for each setting of an unknown person."""
    people = [name for (name,) in connection.execute(PEOPLE)]
    stored = dict(connection.execute("SELECT key, value FROM setting").fetchall())
    found = [] if people else ["nobody's record could be open"]
    if people and stored.pop("person", people[0]) not in people:
        found.append("the setting person names nobody")
    found += [
        f"the setting {key}"
        for key, value in stored.items()
        if (key in SETTINGS or key in THRESHOLDS) and not _holds(settings.parsed, key, value)
    ]
    facts = connection.execute("SELECT key, value FROM profile").fetchall()
    found += [f"the fact {key}" for key, value in facts if key in FACTS and not _fits(key, value)]
    zones = [zone for (zone,) in connection.execute(ZONES) if zone is not None]
    return [*found, *(f"the zone {quoted(zone)}" for zone in zones if not _holds(ZoneInfo, zone))]


def unusable(path: str) -> list[str]:
    """Return what a diary's file holds and no command can use, values and settings; a line each."""
    connection = verify.reading(path)
    try:
        return contents.unusable(connection) or odd(connection)
    finally:
        connection.close()


def _fits(key: str, value: str) -> bool:
    """Return whether a fact is possible; a day that was to come may have passed."""
    return _holds(parse, "delivered" if key == "due" else key, value, LAST_DAY)


def _holds(read: Callable[..., object], *told: object) -> bool:
    try:
        read(*told)
    except (CramplogError, ValueError, OSError, LookupError):
        return False
    return True
