"""What a diary says, by global ids: the same of two diaries that say the same."""

from __future__ import annotations

from typing import Any

from cramplog.diary import compiled
from cramplog.diary.fields import fields_of, others_of
from cramplog.diary.repository import Diary
from cramplog.diary.versions_from_log import Stored

BOOKKEEPING = ("recorded", "recorded_at")


def content(diary: Diary) -> dict[tuple[str, str], tuple[dict[str, Any], dict[str, Any]]]:
    """Fields and differences by entity and global id; when it was recorded is left out."""
    stored = Stored(diary)
    names = [("episode", str(e.number), e.id) for e in diary.episodes("number")]
    for entity in compiled.KEYS.keys() - {"episode", "timer"}:
        keys = [
            str(row[1]) for row in diary.connection.all(f"all_{entity}", person_id=diary.person_id)
        ]
        names += [(entity, key, key) for key in keys]
    found = {}
    for entity, key, gid in names:
        snapshot = stored(entity, key)
        assert snapshot is not None
        fields = {
            name: bare(value)
            for name, value in fields_of(entity, snapshot).items()
            if name not in BOOKKEEPING
        }
        found[entity, gid] = (fields, others_of(snapshot))
    return found


def bare(value: Any) -> Any:
    """A value without the time at which it was recorded."""
    if isinstance(value, dict):
        return {name: cell for name, cell in value.items() if name != "recorded_at"}
    return value
