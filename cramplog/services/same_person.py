"""Match the people of another diary with those of this one."""

from __future__ import annotations

from shlex import quote

from cramplog.clock import Moment
from cramplog.diary.compiled import COLUMNS
from cramplog.diary.repository import Diary
from cramplog.domain.spelling import quoted
from cramplog.errors import Conflict, NoSuchPerson
from cramplog.letters import lookalike, match
from cramplog.services.stored_facts import is_empty


def counterpart(diary: Diary, other: Diary, said: str | None) -> str:
    """Return the person's name in the other diary, by name or id; raises NoSuchPerson."""
    there, here = _uids(other), _uids(diary)
    if said is None:
        own = here[diary.person]
        same = [name for name, uid in there.items() if uid == own]
        if same:
            return same[0]
        strangers = {name: uid for name, uid in there.items() if uid not in here.values()}
        return _named(diary.person, strangers, diary.person, there)
    return _named(said, there, diary.person, there)


def _named(name: str, possible: dict[str, str], own: str, uids: dict[str, str]) -> str:
    there = match(name, possible)
    if there is not None:
        return there
    known = ", ".join(map(quoted, uids))
    alike = lookalike(name, possible)
    note = f" {quoted(alike)} looks the same, in other letters." if alike else ""
    raise NoSuchPerson(
        f"the other diary has nobody called {quoted(name)}; it has {known}.{note}",
        f"Who of them is {quoted(own)}? Say so: --from {quote(next(iter(uids), 'NAME'))}",
    )


def strange(diary: Diary, other: Diary) -> tuple[str, ...]:
    """Return a warning if two records were begun apart and match by their names only.

    An empty record takes the other's identity.
    """
    if is_empty(diary) or _uids(diary)[diary.person] == _uids(other)[other.person]:
        return ()
    said = (
        f"The record of {quoted(other.person)} there was begun by itself: only the name says that "
    )
    said += "it is the same person's. Somebody else's? Take it back: cramplog undo"
    return (said,)


def everyone(diary: Diary, other: Diary, now: Moment) -> list[tuple[str, str]]:
    """Return each person of the other diary with the name here; missing people are added."""
    theirs = _uids(other)
    here = {uid: name for name, uid in _uids(diary).items()}
    free = {name for uid, name in here.items() if uid not in theirs.values()}
    found = []
    for name, uid in theirs.items():
        if uid in here:
            found.append((name, here[uid]))
        elif name in free:
            found.append((name, name))
        else:
            found.append((name, _added(diary, name, uid, now)))
    return found


def _added(diary: Diary, name: str, uid: str, now: Moment) -> str:
    """Add a person under their name; raises Conflict if another person has it."""
    with diary.connection:
        row = {"uid": uid, "name": name, "recorded_at": now.instant}
        diary.connection.all("add_person", **row)
    if _uids(diary).get(name) != uid:
        raise Conflict(
            f"another person here is called {quoted(name)}, or was and was put away.",
            "Merge that one by itself: cramplog merge DIARY --from NAME --person NAME",
        )
    return name


def _uids(diary: Diary) -> dict[str, str]:
    rows = [
        dict(zip(COLUMNS["person"], row, strict=True)) for row in diary.connection.all("people")
    ]
    return {str(row["name"]): str(row["uid"]) for row in rows}
