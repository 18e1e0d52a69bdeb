"""`merge`: another diary of the same person; what two diaries say differently."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cramplog import paths
from cramplog.actions import unlock
from cramplog.cli.log import UNDO, alarmed
from cramplog.cli.session import Result
from cramplog.diary.repository import Diary
from cramplog.errors import BadOption
from cramplog.files.other_diary import visited
from cramplog.render import differences as render
from cramplog.render.text import flow, joined, visible
from cramplog.services import differences, same_person
from cramplog.services.contradictions import contradictions, twins
from cramplog.services.merge import Merged, merge
from cramplog.value import Value

if TYPE_CHECKING:
    from cramplog.cli.session import Session

NAMES = {
    "profile": "fact",
    "symptom": "sign",
    "snooze": "quieted flag",
    "episode": "episode",
    "night": "night",
}


class _Done(Value):
    """What became of one person's record, and how many differences are open in it."""

    person: str
    merged: Merged
    open: int


def take_in(session: Session, place: str, *, of: str | None, everyone: bool) -> Result:
    """Merge the diary at `place` into the one that is open; of `everyone`, one after another.

    Raises BadFile, BadOption, Conflict, NoSuchPerson, DiaryError; then nothing was stored of the
    person whose turn it was, nor of those after.
    """
    if of and everyone:
        raise BadOption("--from names one person; --everyone takes all.", "Give one of them.")
    if not paths.is_server(place):
        place = os.path.expanduser(place)
        unlock.named(session, place)
    name = visible(paths.shown(place))

    def act() -> Result:
        with visited(place, paths.diary_file(session.db)) as path:
            found = _every(session, path) if everyone else [_one(session, path, of)]
        return _told(found, name)

    return alarmed(session, act)


def _one(session: Session, path: str, of: str | None) -> _Done:
    diary = session.diary()
    other = Diary(path)
    try:
        theirs = Diary(path, same_person.counterpart(diary, other, of))
        try:
            strange = same_person.strange(diary, theirs) if of is None else ()
            merged = merge(diary, theirs, session.now)
        finally:
            theirs.close()
    finally:
        other.close()
    warnings = merged.warnings if merged.nothing else (*strange, *merged.warnings)
    warnings = (*warnings, *twins(diary, list(merged.numbers)), *contradictions(diary))
    return _Done(
        person=diary.person,
        merged=merged.replace(warnings=warnings),
        open=len(differences.differences(diary)),
    )


def _every(session: Session, path: str) -> list[_Done]:
    other = Diary(path)
    try:
        pairs = same_person.everyone(session.diary(), other, session.now)
    finally:
        other.close()
    merged = []
    for theirs, ours in pairs:
        with session.of(ours) as turn:
            merged.append(_one(turn, path, theirs))
    return merged


def _told(found: list[_Done], name: str) -> Result:
    lines = []
    for one in found:
        of = f" for {visible(one.person)}" if found[1:] else ""
        lines.append(f"{_counts(one.merged, name)}{of}. {UNDO if not one.merged.nothing else ''}")
        if one.open:
            what = "1 difference is" if one.open == 1 else f"{one.open} differences are"
            lines.append(f"{what} open{of}; nothing was dropped. Look: cramplog merge")
    return Result(
        text=lambda screen: [
            part for line in lines for part in flow(line.rstrip(), screen.width, "  ")
        ],
        data=lambda: {
            "from": name,
            "people": [
                {
                    "person": one.person,
                    "new": one.merged.new,
                    "changed": one.merged.changed,
                    "removed": one.merged.removed,
                    "differences": one.open,
                }
                for one in found
            ],
        },
        warnings=tuple(warning for one in found for warning in one.merged.warnings),
    )


def _counts(merged: Merged, name: str) -> str:
    if merged.nothing:
        return f"Nothing new in {name}"
    parts = [
        f"{_listed(counts)} {verb}"
        for verb, counts in (
            ("new", merged.new),
            ("changed", merged.changed),
            ("removed", merged.removed),
        )
        if counts
    ]
    return f"Merged {name}: {'; '.join(parts)}"


def _listed(counts: dict[str, int]) -> str:
    return joined(
        f"{count} {NAMES.get(entity, entity)}{'s' * (count != 1)}"
        for entity, count in sorted(counts.items())
    )


def open_ones(session: Session) -> Result:
    """What two diaries say differently and nobody has decided."""
    diary = session.look()
    found, both = differences.differences(diary), contradictions(diary)
    offset = session.now.utc_offset
    return Result(
        text=lambda screen: [
            *(render.text(found, offset, screen.width) if found or not both else ()),
            *(line for one in both for line in flow(one, screen.width, "  ")),
        ],
        data=lambda: {"differences": render.data(found), "contradictions": both},
    )


def settle(session: Session) -> Result:
    """Keep everything as it is shown."""
    count = differences.settle(session.changed(), session.now)
    said = f"{count} difference{'s' * (count != 1)} settled: what was shown is kept. {UNDO}"
    data: dict[str, Any] = {"settled": count}
    return Result(
        text=lambda screen: flow(said if count else render.NONE_OPEN, screen.width, "  "),
        data=lambda: data,
    )
