"""Entries with a time in the future: they were recorded while a clock was ahead."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

SLACK = 120  # seconds by which the clocks of two machines may differ
EPISODES = (
    "SELECT person.name, episode.number FROM episode JOIN person ON person.id = episode.person_id "
    "WHERE episode.deleted_at IS NULL AND episode.started_at > ? "
    "ORDER BY episode.started_at"
)
DAYS = {
    "night": "SELECT count(*) FROM night WHERE (night - 719163) * 86400 > ?",
    "sign": "SELECT count(*) FROM symptom WHERE (day - 719163) * 86400 > ?",
}
EASTERNMOST = 14 * 3600  # no zone's day begins earlier before UTC's


def to_come(connection: sqlite3.Connection, now: int) -> tuple[list[tuple[str, int]], list[str]]:
    """Find entries later than `now`: persons and numbers of episodes, and counts of other kinds."""
    episodes = [
        (str(name), int(number)) for name, number in connection.execute(EPISODES, (now + SLACK,))
    ]
    others = []
    for kind, sql in DAYS.items():
        count = connection.execute(sql, (now + EASTERNMOST,)).fetchone()[0]
        others += [f"{count} {kind}{'s' * (count != 1)}"] if count else []
    return episodes, others
