"""Check a diary on a server and its surroundings; nothing is changed or created."""

from __future__ import annotations

import os

from cramplog import paths
from cramplog.diary import compiled
from cramplog.errors import DiaryError
from cramplog.files import migrate, problems, progress, rotation
from cramplog.server import inspection
from cramplog.server.looking import Look
from cramplog.services import checkup
from cramplog.services.checkup import ERROR, OK, WARN, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

PREPARE = "Its administrator prepares it again (docs/scaling.md)."
VERIFY = "Add to the address: ?sslmode=verify-full&sslrootcert=FILE"


def examine(address: str, now: int) -> list[Finding]:
    """Check everything that can be wrong with a server's diary."""
    look = Look(address)
    found: list[Finding] = []
    changed = None
    try:
        with look:
            found += _diary(look, address)
            changed = _last_change(look)
    except DiaryError as problem:
        found.append(checkup.failed("diary", problem))
    finally:
        progress.over()
    found += _permissions(address)
    try:
        found.append(checkup.backups(address, now, changed))
    except DiaryError:  # a wrong address is reported already
        pass
    return found


def _diary(look: Look, address: str) -> Iterator[Finding]:
    place = paths.shown(address)
    if look.revision is None:
        yield Finding(name="diary", state=OK, said=f"{place} has not been begun yet.")
        return
    yield Finding(name="diary", state=OK, said=f"{place}, on PostgreSQL {look.version}.")
    yield _connection(look)
    progress.tell("Checking the tables")
    yield _schema(look, place)
    yield from _fence(look)
    if look.revision == compiled.REVISION:
        progress.tell("Checking the statements")
        failing = inspection.unusable(look.connection)
        said = f"that do not run: {', '.join(failing)}."
        yield _finding("statements", failing, said, "all that this program uses run.", PREPARE)
    lenient = inspection.lenient(look.connection)
    said = f"what is told as logged is not on the server's disk yet: {', '.join(lenient)} off."
    kept = "what is told as logged is on the server's disk."
    hint = "Its administrator turns that on."
    yield _finding("durability", lenient, said, kept, hint, state=WARN)


def _finding(
    name: str, wrong: list[str], said: str, fine: str, hint: str, state: str = ERROR
) -> Finding:
    if wrong:
        return Finding(name=name, state=state, said=said, hint=hint)
    return Finding(name=name, state=OK, said=fine)


def _connection(look: Look) -> Finding:
    if look.near:
        said = "the server is on this machine; nothing goes over a network."
        return Finding(name="connection", state=OK, said=said)
    if not look.tls:
        said = "in plain text: others on the network can read it."
        return Finding(name="connection", state=WARN, said=said, hint=VERIFY)
    if not look.verified:
        said = f"{look.tls}, but who answers is not checked: another can pose as the server."
        return Finding(name="connection", state=WARN, said=said, hint=VERIFY)
    return Finding(name="connection", state=OK, said=f"{look.tls}, with the server's certificate.")


def _schema(look: Look, place: str) -> Finding:
    revision = look.revision or "none"
    if revision != compiled.REVISION:
        if not migrate.knows(revision):
            return checkup.failed("schema", problems.newer(place, revision))
        said = f"{revision}, older than this program's {compiled.REVISION}."
        return Finding(name="schema", state=WARN, said=said, hint=PREPARE)
    strays = inspection.strays(look.connection)
    said = f"not as this program makes it: {', '.join(strays)}."
    return _finding("schema", strays, said, f"{revision}, as this program makes it.", PREPARE)


def _fence(look: Look) -> Iterator[Finding]:
    unfenced = inspection.unfenced(look.connection)
    said = f"not kept from other logins by row-level security: {', '.join(unfenced)}."
    yield _finding("rows", unfenced, said, "kept from other logins, in every table.", PREPARE)
    powers = inspection.powers(look.connection)
    said = f"it {', '.join(powers)}: more than a person's should."
    hint = "Use a login of your own; its administrator makes one (docs/scaling.md)."
    yield _finding("login", powers, said, "held by row-level security.", hint, state=WARN)


def _last_change(look: Look) -> int | None:
    if look.revision != compiled.REVISION:
        return None
    found = look.connection.exec_driver_sql(checkup.LAST_CHANGE).scalar()
    return None if found is None else int(found)


def _permissions(address: str) -> list[Finding]:
    if os.name == "nt":
        return [checkup.LEFT_TO_WINDOWS]
    try:
        files = [one.path for one in rotation.backups(address)]
    except DiaryError:
        files = []
    folders = [paths.data_folder(), rotation.folder(address)]
    return checkup.open_to_others(files, folders) or [checkup.YOURS]
