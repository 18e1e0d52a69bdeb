"""What import promises of any file: refused whole, or stored so that all can be shown again."""

from __future__ import annotations

from cramplog.value import Value
from fuzzing.promises import keeps
from fuzzing.room import Room

SCREENS = (
    "list --nights 9999", "report year", "report --format md", "report --format html -o page",
    "export csv -o -", "export json -o -", "export fhir -o -", "check", "visit", "flags",
    "show last", "undo",
)  # fmt: skip


class File(Value):
    """A file to import, with the words that go with it and what is looked at afterwards."""

    content: bytes
    options: tuple[str, ...] = ()
    after: str = "list"


def try_file(case: File, room: Room) -> None:
    """Import it; what was stored is shown, and another import finds nothing new."""
    room.lay()
    (room.home / "a file").write_bytes(case.content)
    outcome = room.run("import", "a file", *case.options)
    keeps(outcome, {0, 2, 3})
    if outcome.wrote:
        again = room.run("import", "a file", *case.options)
        keeps(again, {0})
        assert not again.wrote, again
        shown = room.run(*case.after.split())
        assert shown.code in {0, 1}, shown
        assert shown.stderr == b"", shown
