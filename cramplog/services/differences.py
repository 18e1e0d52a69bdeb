"""List and resolve the open differences between two diaries."""

from __future__ import annotations

import json

from cramplog.clock import Moment
from cramplog.diary.fields import DIFFERENCE, fields_of
from cramplog.diary.repository import Diary
from cramplog.diary.rows import snapshot
from cramplog.domain.versions import Fields, Other
from cramplog.value import Value


class Difference(Value):
    """A field of an entity, the value that is shown (None: unknown), and the others."""

    entity: str
    key: str
    field: str
    shown: object
    others: tuple[Other, ...]
    said: Fields  # all that is known of the entity


def differences(diary: Diary, entity: str = "", key: str = "") -> list[Difference]:
    """Return the person's open differences, or those of one entity."""
    found = []
    for of, name, field, others in diary.differences():
        if entity and (of, name) != (entity, key):
            continue
        text = snapshot(diary.connection, diary.person_id, of, name)
        said = fields_of(of, json.loads(text)) if text else {}
        told = tuple(Other(**other) for other in json.loads(others))
        found.append(
            Difference(
                entity=of, key=name, field=field, shown=said.get(field), others=told, said=said
            )
        )
    return sorted(found, key=lambda one: (one.entity, one.key.zfill(20), one.field))


def settle(diary: Diary, now: Moment) -> int:
    """Keep every value as it is shown, as one undo step; returns the number of differences."""
    open_ones = differences(diary)
    if not open_ones:
        return 0
    with diary.act("merge settle", now.instant) as act:
        for entity, key in dict.fromkeys((one.entity, one.key) for one in open_ones):
            text = act.snapshot(entity, key)
            if text is None:
                continue
            was = json.loads(text)
            children = {t: rows for t, rows in was["children"].items() if t != DIFFERENCE}
            act.put(entity, was["row"], children)
        act.said = f"merge settle of {len(open_ones)}"
    return len(open_ones)
