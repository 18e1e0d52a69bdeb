"""Check a diary and its surroundings; nothing is changed."""

from __future__ import annotations

import os
import stat

from cramplog import paths
from cramplog.diary import compiled, structure
from cramplog.errors import DiaryError, DiaryForeign, NoDiary, NoKey, WrongKey
from cramplog.files import ahead, backup, contents, creation, driver, rotation, verify
from cramplog.files.opening import explained
from cramplog.files.problems import closed_folder
from cramplog.paths import data_folder
from cramplog.services import usable
from cramplog.services.synced import conflicting, synced_by
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

OK, WARN, ERROR = "ok", "warn", "error"
SHOWN = 6  # episodes named
LATE_SECONDS = 2 * rotation.DAY  # seconds that a change may be without a backup
LAST_CHANGE = (
    "SELECT max(act.at) FROM person JOIN act "
    "ON act.person_id = person.id AND act.id = person.next_act - 1"
)


class Finding(Value):
    """The result of one check."""

    name: str
    state: str  # ok, warn, error
    said: str
    hint: str = ""


YOURS = Finding(name="permissions", state=OK, said="yours alone.")
LEFT_TO_WINDOWS = Finding(name="permissions", state=OK, said="left to Windows.")


def examine(path: str, now: int) -> list[Finding]:
    """Check everything that can be wrong with the diary at `path`."""
    if paths.is_server(path):
        from cramplog.services import server_checkup

        return server_checkup.examine(path, now)
    found = [*_diary(path, now), *_permissions(path)]
    return [*found, backups(path, now, _last_change(path)), _folder(path), *_conflicts(path)]


def worst(findings: list[Finding]) -> str:
    """Return the worst state among the findings."""
    states = {one.state for one in findings}
    return next((state for state in (ERROR, WARN) if state in states), OK)


def _diary(path: str, now: int) -> Iterator[Finding]:
    try:
        if creation.is_absent(path):
            yield _nothing(path)
            return
        connection = verify.reading(path)
    except DiaryError as problem:
        yield failed("diary", problem)
        return
    except driver.failures() as problem:
        yield failed("diary", explained(problem, path))
        return
    try:
        revision = verify.known(connection, path)
        yield Finding(name="diary", state=OK, said=path)
        yield from _pages(connection, path)
        schema = _schema(connection, revision)
        yield schema
        if revision == compiled.REVISION:
            yield _statements(connection)
            if schema.state == OK:
                yield _contents(connection, path)
            yield from _to_come(connection, now)
    except DiaryForeign as problem:
        yield failed("schema", problem)
    except DiaryError as problem:
        yield failed("diary", problem)
    except driver.failures() as problem:
        yield failed("diary", explained(problem, path))
    finally:
        connection.close()


def _nothing(path: str) -> Finding:
    if path == paths.default_diary():
        return Finding(name="diary", state=OK, said=f"{path} has not been begun yet.")
    missing = NoDiary(path)
    return Finding(name="diary", state=WARN, said=missing.message, hint=missing.hint)


def failed(name: str, problem: DiaryError) -> Finding:
    """Return the finding for something that cannot be checked."""
    return Finding(name=name, state=ERROR, said=problem.message, hint=problem.hint)


def _pages(connection: sqlite3.Connection, path: str) -> Iterator[Finding]:
    faults = verify.faults(connection, deep=True)
    if faults:
        said = f"damaged: {'; '.join(faults)}"
        yield Finding(name="integrity", state=ERROR, said=said, hint=backup.remedy(path))
    else:
        yield Finding(name="integrity", state=OK, said="every page, index and row is whole.")
    orphans = verify.orphans(connection)
    if orphans:
        said = f"rows that belong to nothing: {'; '.join(orphans)}"
        yield Finding(name="references", state=ERROR, said=said, hint=backup.way_back(path))
    else:
        yield Finding(name="references", state=OK, said="every row belongs to one that is there.")


def _schema(connection: sqlite3.Connection, revision: str) -> Finding:
    if revision != compiled.REVISION:
        said = f"{revision}, older than this program's {compiled.REVISION}."
        hint = "The next command brings it up to date, after a backup."
        return Finding(name="schema", state=WARN, said=said, hint=hint)
    strays = structure.strays(connection)
    if strays:
        said = f"not as this program makes it: {', '.join(strays)}."
        return Finding(name="schema", state=ERROR, said=said, hint="Restore a backup.")
    return Finding(name="schema", state=OK, said=f"{revision}, as this program makes it.")


def _statements(connection: sqlite3.Connection) -> Finding:
    failing = verify.unusable(connection)
    if failing:
        said = f"that do not run: {', '.join(failing)}."
        return Finding(name="statements", state=ERROR, said=said, hint="Restore a backup.")
    return Finding(name="statements", state=OK, said="all that this program uses run.")


def _to_come(connection: sqlite3.Connection, now: int) -> Iterator[Finding]:
    episodes, others = ahead.to_come(connection, now)
    named = [f"episode {number} of {person}" for person, number in episodes[:SHOWN]]
    named += [f"{len(episodes) - SHOWN} more"] if len(episodes) > SHOWN else []
    if named or others:
        said = (
            f"of a time to come, so recorded while a clock was ahead: {', '.join(named + others)}."
        )
        first = f"cramplog edit {episodes[0][1]} TIME, or cramplog delete" if episodes else ""
        hint = f"Is the clock right now? Then mend them: {first or 'cramplog undo'}"
        yield Finding(name="times", state=WARN, said=said, hint=hint)


def _contents(connection: sqlite3.Connection, path: str) -> Finding:
    """Return whether commands can use the stored values, as a finding."""
    found = contents.unusable(connection)
    found += [] if found else usable.odd(connection)
    if found:
        said = f"that no command can use: {'; '.join(found)}."
        return Finding(name="contents", state=ERROR, said=said, hint=backup.way_back(path))
    return Finding(name="contents", state=OK, said="every text, time and setting can be used.")


def _permissions(path: str) -> list[Finding]:
    if os.name == "nt":
        return [LEFT_TO_WINDOWS]
    place = os.path.realpath(path)
    copies = rotation.folder(path)
    files = [place, f"{place}-wal", f"{place}-shm", *(one.path for one in rotation.backups(path))]
    found = open_to_others(files, [data_folder(), copies])
    around = os.path.dirname(place)
    if _mode(around) & 0o022 and not _mode(around) & stat.S_ISVTX:
        found.append(_open("changed by others", [around], "go-w"))
    if os.path.exists(place) and os.stat(place).st_uid != os.geteuid():
        said = f"{place} belongs to another user."
        found.append(Finding(name="permissions", state=WARN, said=said))
    return found or [YOURS]


def open_to_others(files: list[str], folders: list[str]) -> list[Finding]:
    """Return warnings if others can read one of the files, or enter one of the folders."""
    open_files = [one for one in files if _mode(one) & 0o077]
    open_folders = [one for one in folders if _mode(one) & 0o077]
    found = []
    if open_files:
        found.append(_open("read by others", open_files, "600"))
    if open_folders:
        found.append(_open("entered by others", open_folders, "700"))
    return found


def _open(how: str, paths: list[str], mode: str) -> Finding:
    import shlex

    more = f" and {len(paths) - 1} more" if paths[1:] else ""
    hint = f"chmod {mode} {shlex.join(paths[:20])}"
    return Finding(
        name="permissions", state=WARN, said=f"{paths[0]}{more} can be {how}.", hint=hint
    )


def _mode(path: str) -> int:
    """Return the permission bits of a path, 0 if it does not exist."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        return 0


def _closed(folder: str) -> str:
    """Return what keeps this user from looking into a folder: itself or one above; or nothing."""
    if os.path.isdir(folder) and not os.access(folder, os.R_OK):
        return folder
    return closed_folder(os.path.join(folder, "x"))


def backups(path: str, now: int, changed: int | None) -> Finding:
    """Check for an undamaged copy that is not outdated; `changed` is the last change's time."""
    closed = _closed(rotation.folder(path))
    if closed:
        said = f"they cannot be looked at: you may not enter the folder {closed}."
        return Finding(name="backups", state=WARN, said=said, hint="Check who owns it.")
    copies = [one for one in rotation.backups(path) if not one.damaged]
    if not copies:
        state = OK if changed is None else WARN
        hint = "" if changed is None else "Make one: cramplog backup"
        return Finding(name="backups", state=state, said="there is none yet.", hint=hint)
    if _is_closed(copies[0].path):
        said = f"{len(copies)}, the newest {_age(now - copies[0].at)}: {copies[0].path}. It is "
        said += "encrypted, and without its key nobody can look into it."
        return Finding(name="backups", state=OK, said=said)
    if not verify.sound(copies[0].path):
        said = f"the newest is damaged: {copies[0].path}."
        return Finding(name="backups", state=WARN, said=said, hint="Make one: cramplog backup")
    said = f"{len(copies)}, the newest {_age(now - copies[0].at)} and whole: {copies[0].path}."
    if changed is not None and changed - copies[0].at > LATE_SECONDS:
        hint = "Automatic ones fail? Make one: cramplog backup"
        return Finding(name="backups", state=WARN, said=f"{said} It is outdated.", hint=hint)
    return Finding(name="backups", state=OK, said=said)


def _is_closed(copied: str) -> bool:
    """Return whether a copy is encrypted and its key is not available."""
    try:
        driver.of(copied)
    except (NoKey, WrongKey):
        return True
    except (DiaryError, OSError):
        pass  # reading it will show the fault
    return False


def _age(seconds: int) -> str:
    days = seconds // rotation.DAY
    return "of today" if days < 1 else f"{days} day{'s' * (days != 1)} old"


def _last_change(path: str) -> int | None:
    try:
        connection = verify.reading(path)
        try:
            row = connection.execute(LAST_CHANGE).fetchone()
        finally:
            connection.close()
    except driver.failures(DiaryError):
        return None
    return None if row is None or row[0] is None else int(row[0])


def _folder(path: str) -> Finding:
    service = synced_by(path)
    if service is None:
        return Finding(name="folder", state=OK, said="no synced folder that is known.")
    return Finding(
        name="folder",
        state=WARN,
        said=f"{service} copies this folder while the diary is open, which can damage it, and "
        "others may read it there.",
        hint="Keep the diary elsewhere (cramplog config set db FILE), its copies there: "
        "cramplog backup --to DIR",
    )


def _conflicts(path: str) -> Iterator[Finding]:
    """Yield a warning if a sync service put a second version of the diary beside it."""
    import shlex

    found = conflicting(path)
    if found:
        more = f" and {len(found) - 1} more" if found[1:] else ""
        yield Finding(
            name="other versions",
            state=WARN,
            said=f"beside the diary is {found[0]}{more}, which may hold entries that it lacks.",
            hint=f"Take them in, then delete it: {shlex.join(('cramplog', 'merge', found[0]))}",
        )
