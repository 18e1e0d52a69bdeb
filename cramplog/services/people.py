"""Several people in one diary: a carer's, or a family's."""

from __future__ import annotations

from cramplog.errors import BadFact, Conflict, NoSuchPerson
from cramplog.storage.uid import new_uid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.storage.repository import Diary

LONGEST_NAME = 200


def add(diary: Diary, name: str, now: Moment) -> bool:
    """Add a person; False where one who had been removed came back. Raises BadFact, Conflict."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise BadFact("a person needs a name of up to 200 letters.", "Try: person add anna")
    if plain in diary.people_names():
        raise Conflict(f"{plain} is in this diary already.", f"cramplog person use {plain}")
    with diary.connection:
        uid = new_uid(now.instant)
        diary.connection.all("restore_person", name=plain)
        back = diary.connection.one("person", name=plain) is not None
        if not back:
            diary.connection.all("add_person", uid=uid, name=plain, recorded_at=now.instant)
    return not back


def use(diary: Diary, name: str) -> None:
    """Make a person the one whose record is open; raises NoSuchPerson."""
    _needed(diary, name)
    with diary.connection:
        diary.connection.all("set_setting", key="person", value=name)


def remove(diary: Diary, name: str, now: Moment) -> None:
    """Put a person's record away; adding the same name brings it back."""
    person_id = _needed(diary, name)
    if name == diary.settings.get("person", diary.people_names()[0]):
        raise Conflict(f"{name} is the person in use.", "First: cramplog person use ANOTHER")
    with diary.connection:
        diary.connection.all("remove_person", person_id=person_id, removed_at=now.instant)


def _needed(diary: Diary, name: str) -> int:
    row = diary.connection.one("person", name=name)
    if row is None:
        raise NoSuchPerson(
            f"there is no person called {name!r} in this diary.",
            f"It has {', '.join(diary.people_names())}.",
        )
    return int(row[0])
