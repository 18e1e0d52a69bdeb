"""Who of another diary is the person whose record is open, and who of it is missing here."""

from __future__ import annotations

from shlex import quote

from cramplog.clock import Moment
from cramplog.domain.spelling import quoted
from cramplog.errors import NoSuchPerson
from cramplog.services.holdings import person_uid
from cramplog.storage.compiled import COLUMNS
from cramplog.storage.repository import Diary


def counterpart(diary: Diary, other: Diary, said: str | None) -> str:
    """The name in the other diary: as said, of the same id, or of the same name.

    Raises NoSuchPerson where nobody is.
    """
    uids = _uids(other)
    if said is None:
        own = person_uid(diary)
        same = [name for name, uid in uids.items() if uid == own]
        return same[0] if same else _named(diary.person, uids, diary.person)
    return _named(said, uids, diary.person)


def _named(name: str, uids: dict[str, str], own: str) -> str:
    if name in uids:
        return name
    there = ", ".join(map(quoted, uids))
    raise NoSuchPerson(
        f"the other diary has nobody called {quoted(name)}; it has {there}.",
        f"Who of them is {quoted(own)}? Say so: --from {quote(next(iter(uids), 'NAME'))}",
    )


def everyone(diary: Diary, other: Diary, now: Moment) -> list[tuple[str, str]]:
    """Each person of the other diary, and who that is here: added where nobody is."""
    here = {uid: name for name, uid in _uids(diary).items()}
    found = []
    for name, uid in _uids(other).items():
        if uid not in here and name not in here.values():
            _add(diary, name, uid, now)
        found.append((name, here.get(uid, name)))
    return found


def _add(diary: Diary, name: str, uid: str, now: Moment) -> None:
    with diary.connection:
        diary.connection.all("restore_person", name=name)
        if diary.connection.one("person", name=name) is None:
            diary.connection.all("add_person", uid=uid, name=name, recorded_at=now.instant)


def _uids(diary: Diary) -> dict[str, str]:
    rows = [
        dict(zip(COLUMNS["person"], row, strict=True)) for row in diary.connection.all("people")
    ]
    return {str(row["name"]): str(row["uid"]) for row in rows}
