"""Several people in one diary: a carer's, or a family's."""

from __future__ import annotations

from shlex import quote

from cramplog import letters
from cramplog.diary.uid import new_uid
from cramplog.domain.spelling import quoted
from cramplog.errors import BadFact, Conflict, NoSuchPerson
from cramplog.files.opening import DEFAULT_PERSON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.clock import Moment
    from cramplog.diary.repository import Diary

LONGEST_NAME = 200


def tidy(name: str) -> str:
    """Return a name as it is stored: with single spaces, and none around."""
    return letters.tidy(name)


def add(diary: Diary, name: str, now: Moment) -> bool:
    """Add a person; False if a removed one came back. Raises BadFact, Conflict."""
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


def lookalikes(diary: Diary, name: str) -> tuple[str, ...]:
    """Return a warning where a name looks like another person's in other letters."""
    there = letters.lookalike(name, diary.people_names())
    if there is None:
        return ()
    return (f"{quoted(name)} looks like {quoted(there)} of this diary, but has other letters.",)


def name_on_papers(diary: Diary) -> str:
    """Return the name for a doctor: the recorded one, else the record's; empty if neither."""
    said = {fact["key"]: fact["value"] for fact in diary.rows("profile")}.get("name", "")
    return str(said) or ("" if diary.person == DEFAULT_PERSON else diary.person)


def rename(diary: Diary, old: str, new: str) -> str:
    """Rename a record; returns its name. Raises NoSuchPerson, BadFact, Conflict."""
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
    """Return the name as it is stored, whatever its case; an unknown one as typed."""
    plain = tidy(name)
    return letters.match(plain, diary.people_names()) or plain


def use(diary: Diary, name: str) -> str:
    """Open a person's record from now on; returns the name. Raises NoSuchPerson."""
    plain = known(diary, name)
    _needed(diary, plain)
    with diary.connection:
        diary.connection.all("set_setting", key="person", value=plain)
    return plain


def remove(diary: Diary, name: str, now: Moment) -> str:
    """Hide a person's record; returns the name. Adding the person brings it back.

    Raises NoSuchPerson, and Conflict for the open record.
    """
    plain = known(diary, name)
    person_id = _needed(diary, plain)
    if plain == diary.settings.get("person", DEFAULT_PERSON):
        raise Conflict(f"the record of {plain} is open.", "First: cramplog person use ANOTHER")
    with diary.connection:
        diary.connection.all("remove_person", person_id=person_id, removed_at=now.instant)
    return plain


def _named(name: str) -> str:
    """Return a name that a record can have; raises BadFact."""
    plain = tidy(name)
    if not plain or len(plain) > LONGEST_NAME or not all(map(letters.shows, plain)):
        raise BadFact("a person needs a name of up to 200 letters.", "Try: person add anna")
    return plain


def _needed(diary: Diary, name: str) -> int:
    row = diary.connection.one("person", name=name)
    if row is None:
        raise NoSuchPerson(
            f"there is no person called {quoted(name)} in this diary.",
            f"It has {', '.join(diary.people_names())}.",
        )
    return int(row[0])
