"""Several people in one diary: a carer's, or a family's."""

from __future__ import annotations

from shlex import quote

from cramplog import letters
from cramplog.diary.uid import new_uid
from cramplog.errors import BadFact, Conflict, NoSuchPerson
from cramplog.files.opening import DEFAULT_PERSON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary

LONGEST_NAME = 200


def tidy(name: str) -> str:
    """A name as it is stored: single spaces, none around."""
    return letters.tidy(name)


def add(diary: Diary, name: str, now: Moment) -> bool:
    """Add a person; False where one who had been removed came back. Raises BadFact, Conflict."""
    plain = _named(name)
    there = letters.match(plain, diary.people_names())
    if there is not None:
        raise Conflict(f"{there} is in this diary already.", f"cramplog person use {quote(there)}")
    with diary.connection:
        uid = new_uid(now.instant)
        diary.connection.all("restore_person", name=plain)
        back = diary.connection.one("person", name=plain) is not None
        if not back:
            diary.connection.all("add_person", uid=uid, name=plain, recorded_at=now.instant)
    return not back


def name_on_papers(diary: Diary) -> str:
    """The name for a doctor's eyes: the one that was said, else what the record is called.

    Empty where neither was ever said.
    """
    said = {fact["key"]: fact["value"] for fact in diary.rows("profile")}.get("name", "")
    return str(said) or ("" if diary.person == DEFAULT_PERSON else diary.person)


def rename(diary: Diary, old: str, new: str) -> str:
    """Call a record by another name, which is returned; raises NoSuchPerson, BadFact, Conflict."""
    before, after = known(diary, old), _named(new)
    person_id = _needed(diary, before)
    others = (name for name in diary.people_names() if name != before)
    there = letters.match(after, others)
    if there is not None:
        raise Conflict(f"{there} is in this diary already.", "Choose another name.")
    with diary.connection:
        diary.connection.all("rename_person", person_id=person_id, name=after)
        found = diary.connection.one("person", name=after)
        if found is None or found[0] != person_id:
            raise Conflict(f"{after} is in this diary already.", "Choose another name.")
        if diary.settings.get("person", DEFAULT_PERSON) == before:
            diary.connection.all("set_setting", key="person", value=after)
    return after


def known(diary: Diary, name: str) -> str:
    """The name as it is stored, whatever its case; as typed where nobody has it."""
    plain = tidy(name)
    return letters.match(plain, diary.people_names()) or plain


def use(diary: Diary, name: str) -> str:
    """Make a person the one whose record is open, and return their name; raises NoSuchPerson."""
    plain = known(diary, name)
    _needed(diary, plain)
    with diary.connection:
        diary.connection.all("set_setting", key="person", value=plain)
    return plain


def remove(diary: Diary, name: str, now: Moment) -> str:
    """Put a person's record away, and return their name; adding it brings the record back.

    Raises NoSuchPerson, and Conflict for the one whose record is open.
    """
    plain = known(diary, name)
    person_id = _needed(diary, plain)
    if plain == diary.settings.get("person", DEFAULT_PERSON):
        raise Conflict(f"the record of {plain} is open.", "First: cramplog person use ANOTHER")
    with diary.connection:
        diary.connection.all("remove_person", person_id=person_id, removed_at=now.instant)
    return plain


def _named(name: str) -> str:
    """A name that a record can have; raises BadFact."""
    plain = tidy(name)
    if not plain or len(plain) > LONGEST_NAME or not all(map(letters.shows, plain)):
        raise BadFact("a person needs a name of up to 200 letters.", "Try: person add anna")
    return plain


def _needed(diary: Diary, name: str) -> int:
    row = diary.connection.one("person", name=name)
    if row is None:
        raise NoSuchPerson(
            f"there is no person called {name!r} in this diary.",
            f"It has {', '.join(diary.people_names())}.",
        )
    return int(row[0])
