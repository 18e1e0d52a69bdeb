"""`merge`: another diary of the same person; what two diaries say differently."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager

from cramplog import paths
from cramplog.cli import passphrase
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.log import UNDO, alarmed
from cramplog.cli.session import Result, Session, answer
from cramplog.diary.repository import Diary
from cramplog.errors import BadOption
from cramplog.files.other_diary import visited
from cramplog.render import differences as render
from cramplog.render.text import flow, joined, visible
from cramplog.services import differences, people, same_person
from cramplog.services.contradictions import contradictions, twins
from cramplog.services.merge import Merged
from cramplog.services.merge import merge as take_in
from cramplog.value import Value

NAMES = {
    "profile": "fact",
    "symptom": "sign",
    "snooze": "quieted flag",
    "episode": "episode",
    "night": "night",
}


class Record(Value):
    """A person's record after a merge, and how many differences are open in it."""

    person: str
    merged: Merged
    open: int


@command(
    "merge",
    Argument(name="place", metavar="[DIARY]", least=0),
    Option(flags=("--from",), metavar="NAME", help="What the person is called there.", name="of"),
    Option(flags=("--everyone",), help="All people of it; who is missing is added."),
    Option(flags=("--settle",), help="Keep what is shown where diaries differ."),
)
def merge(
    session: Session, place: str | None, of: str | None, *, everyone: bool, settle: bool
) -> Result:
    """Take in another diary of the same person.

    It is left as it is. What both have is recognised, so merging again changes nothing. Where the
    two say different things both are kept: one is shown, and without a DIARY the others are listed.

    Examples:
    cramplog merge laptop.db
    cramplog merge
    cramplog merge --settle
    """
    if place is None:
        if of or everyone:
            raise BadOption("which diary? None was named.", "cramplog merge FILE")
        return _settled(session) if settle else _open_differences(session)
    if settle:
        raise BadOption("--settle takes no diary.", "Merge first, look, then settle.")
    if of and everyone:
        raise BadOption("--from names one person; --everyone takes all.", "Give one of them.")
    other_place = place if paths.is_server(place) else os.path.expanduser(place)
    if not paths.is_server(place):
        passphrase.have_key(session, other_place)

    def store() -> Result:
        with _other(session, other_place) as other:
            diary = session.diary()
            if everyone:
                pairs = same_person.everyone(diary, other, session.now)
                records = [_one(session, diary.of(ours), other.of(name)) for name, ours in pairs]
            else:
                theirs = other.of(same_person.counterpart(diary, other, of))
                strange = same_person.strange(diary, theirs) if of is None else ()
                records = [_one(session, diary, theirs, strange)]
        return _result(records, visible(paths.shown(other_place)))

    return alarmed(session, store)


@contextmanager
def _other(session: Session, place: str) -> Iterator[Diary]:
    """Open the other diary, or a copy of its file, to be read from; raises as `visited` does."""
    with visited(place, paths.diary_file(session.db)) as path, closing(Diary(path)) as other:
        yield other


def _one(session: Session, diary: Diary, theirs: Diary, strange: tuple[str, ...] = ()) -> Record:
    """Merge one person's record, all or nothing."""
    merged = take_in(diary, theirs, session.now)
    strange = (*strange, *people.lookalikes(diary, theirs.person))
    warnings = merged.warnings if merged.nothing else (*strange, *merged.warnings)
    warnings = (*warnings, *twins(diary, list(merged.numbers)), *contradictions(diary))
    return Record(
        person=diary.person,
        merged=merged.replace(warnings=warnings),
        open=len(differences.differences(diary)),
    )


def _result(records: list[Record], name: str) -> Result:
    lines = []
    for one in records:
        of = f" for {visible(one.person)}" if records[1:] else ""
        undo = "" if one.merged.nothing else UNDO
        lines.append(f"{_counts(one.merged, name)}{of}. {undo}".rstrip())
        if one.open:
            what = "1 difference is" if one.open == 1 else f"{one.open} differences are"
            lines.append(f"{what} open{of}; nothing was dropped. Look: cramplog merge")
    return answer(
        lambda: {"from": name, "people": list(map(_data, records))},
        *lines,
        warnings=tuple(warning for one in records for warning in one.merged.warnings),
    )


def _data(one: Record) -> dict[str, object]:
    return {
        "person": one.person,
        "new": one.merged.new,
        "changed": one.merged.changed,
        "removed": one.merged.removed,
        "differences": one.open,
    }


def _counts(merged: Merged, name: str) -> str:
    if merged.nothing:
        return f"Nothing new in {name}"
    kinds = {"new": merged.new, "changed": merged.changed, "removed": merged.removed}
    parts = [f"{_listed(counts)} {verb}" for verb, counts in kinds.items() if counts]
    return f"Merged {name}: {'; '.join(parts)}"


def _listed(counts: dict[str, int]) -> str:
    return joined(
        f"{count} {NAMES.get(entity, entity)}{'s' * (count != 1)}"
        for entity, count in sorted(counts.items())
    )


def _open_differences(session: Session) -> Result:
    """List what two diaries say differently and nobody has decided."""
    diary = session.look()
    open_ones, both = differences.differences(diary), contradictions(diary)
    offset = session.now.utc_offset
    return Result(
        text=lambda screen: [
            *(render.text(open_ones, offset, screen.width) if open_ones or not both else ()),
            *(line for one in both for line in flow(one, screen.width, "  ")),
        ],
        data=lambda: {"differences": render.data(open_ones), "contradictions": both},
    )


def _settled(session: Session) -> Result:
    """Keep everything as it is shown."""
    count = differences.settle(session.changed(), session.now)
    settled = f"{count} difference{'s' * (count != 1)} settled: what was shown is kept. {UNDO}"
    return answer(lambda: {"settled": count}, settled if count else render.NONE_OPEN)
