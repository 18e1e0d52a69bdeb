"""`person add|list|use|remove`: several people in one diary."""

from __future__ import annotations

from cramplog.actions.result import Result
from cramplog.render.text import flow, visible
from cramplog.services import people as service

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.actions.result import Context


def add(context: Context, name: str) -> Result:
    """Add a person; raises Conflict for one who is there."""
    diary = context.diary()
    new = service.add(diary, name, context.now)
    verb = "Added" if new else "Brought back"
    return _said(
        f"{verb}: {visible(name)}. Open that record: cramplog person use {visible(name)}",
        {"person": name, "new": new},
    )


def use(context: Context, name: str) -> Result:
    """Open another person's record from now on; raises NoSuchPerson."""
    service.use(context.diary(), name)
    return _said(f"The record of {visible(name)} is open from now on.", {"person": name})


def remove(context: Context, name: str) -> Result:
    """Put a record away; adding the name again brings it back."""
    service.remove(context.diary(), name, context.now)
    return _said(
        f"The record of {visible(name)} is put away. Back: cramplog person add {visible(name)}",
        {"removed": name},
    )


def list_(context: Context) -> Result:
    """The people of the diary."""
    diary = context.diary()
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
