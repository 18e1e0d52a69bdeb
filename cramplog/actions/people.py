"""`person add|list|use|rename|remove`: several people in one diary."""

from __future__ import annotations

from shlex import quote

from cramplog.cli.session import Result
from cramplog.letters import alike
from cramplog.render.text import flow, visible
from cramplog.services import people as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session


def add(session: Session, name: str) -> Result:
    """Add a person; raises Conflict for one who is there."""
    new = service.add(session.diary(), name, session.now)
    plain = service.tidy(name)
    verb = "Added" if new else "Brought back"
    return _said(
        f"{verb}: {visible(plain)}. Open that record: cramplog person use {quote(plain)}",
        {"person": plain, "new": new},
    )


def use(session: Session, name: str) -> Result:
    """Open another person's record from now on; raises NoSuchPerson."""
    import os

    plain = service.use(session.diary(), name)
    named = os.environ.get("CRAMPLOG_PERSON", plain)
    result = _said(f"The record of {visible(plain)} is open from now on.", {"person": plain})
    if alike(named) == alike(plain):
        return result
    return result.replace(warnings=(f"CRAMPLOG_PERSON names {named}, and that comes first here.",))


def rename(session: Session, names: list[str]) -> Result:
    """Call the open record, or the one named first, by another name.

    Raises NoSuchPerson, BadFact, Conflict.
    """
    diary = session.diary()
    old = service.known(diary, names[0]) if names[1:] else diary.person
    new = service.rename(diary, old, names[-1])
    return _said(
        f"The record of {visible(old)} is called {visible(new)} now. "
        f"Back: cramplog person rename {quote(new)} {quote(old)}",
        {"person": new, "before": old},
    )


def remove(session: Session, name: str) -> Result:
    """Put a record away; adding the name again brings it back."""
    plain = service.remove(session.diary(), name, session.now)
    return _said(
        f"The record of {visible(plain)} is put away. Back: cramplog person add {quote(plain)}",
        {"removed": plain},
    )


def list_(session: Session) -> Result:
    """The people of the diary."""
    diary = session.look()
    names = diary.people_names()
    return Result(
        text=lambda screen: [
            line
            for name in names
            for line in flow(f"{visible(name)}{' (open)' * (name == diary.person)}", screen.width)
        ],
        data=lambda: {"people": [{"name": name, "open": name == diary.person} for name in names]},
    )


def _said(text: str, data: dict[str, object]) -> Result:
    return Result(text=lambda screen: flow(text, screen.width, "  "), data=lambda: data)
