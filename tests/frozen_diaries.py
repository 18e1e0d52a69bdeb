"""Diaries as the program of each schema left them: what somebody may still have on a disk.

    python tests/frozen_diaries.py

freezes the newest schema's, once, by the program that brought it in; see `diary/schemas`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from clusters import ADMIN, Cluster, programs
from filled_diary import NOW, SUNDAY, fill, log
from spoken import said

from cramplog.diary import compiled
from cramplog.diary.repository import Diary
from cramplog.domain import triggers
from cramplog.files.opening import APPLICATION_ID
from cramplog.interchange import json_diary
from cramplog.interchange.json_facts import SECTIONS
from cramplog.server.__main__ import prepare
from cramplog.services import history, nights, stored_facts
from cramplog.services.import_record import Head

SCHEMAS = Path(__file__).with_name("diary") / "schemas"
REVISIONS = sorted(path.stem for path in SCHEMAS.glob("????.sql"))
"""The schemas that a diary is frozen of, the oldest first."""

HEAD = f"PRAGMA application_id={APPLICATION_ID};\nPRAGMA journal_mode=WAL;\n"
LOGINS = ("anna", "bob")


def thawed(revision: str, path: Path) -> Path:
    """The file of a frozen diary, with the write-ahead mode that it had."""
    database = sqlite3.connect(path)
    database.executescript((SCHEMAS / f"{revision}.sql").read_text(encoding="utf-8"))
    database.close()
    path.chmod(0o600)
    return path


def thawed_on_server(revision: str, cluster: Cluster, database: str) -> None:
    """Fill an empty database with a frozen diary of the logins anna and bob."""
    cluster.sql((SCHEMAS / f"{revision}-server.sql").read_text("utf-8"), database=database)


def frozen_records(revision: str, place: str) -> dict[str, Any]:
    """By person what the program of then exported of the diary; `place` is file or server."""
    records = json.loads((SCHEMAS / f"{revision}.json").read_text(encoding="utf-8"))
    return dict(records[place])


def record(diary: Diary) -> Any:
    """The whole record of a person, as `export json` writes it."""
    facts = {entity: list(stored_facts.held(diary, entity)) for entity in SECTIONS.values()}
    head = Head(person=diary.person, settings=stored_facts.settings(diary))
    parts = json_diary.write(head, facts, diary.nights(), diary.episodes("oldest"))
    return json.loads(b"".join(parts))


def holds(now: Any, then: Any) -> bool:
    """Whether all that a record said then is said now; a later program may say more.

    A trigger may have another id by now, and the one of then is among its other names.
    """
    if isinstance(then, dict):
        return isinstance(now, dict) and all(holds(now.get(key), then[key]) for key in then)
    if isinstance(then, list):
        return len(now) == len(then) and all(map(holds, now, then))
    return bool(now == then) or (isinstance(then, str) and triggers.trigger(then) == now)


def _live(place: str) -> dict[str, Any]:
    """Fill a diary, take acts back and do them again; the record of each of its people."""
    diary = Diary(place)
    fill(diary)
    history.edit(diary, 1, said("pain=6", editing=True), NOW)
    history.take_back(diary, "undo", NOW)
    history.take_back(diary, "redo", NOW)
    nights.record_night(diary, SUNDAY - 3, NOW, quiet=True, factors={"stress": "2"})
    log(diary, "left hand 1m")
    history.take_back(diary, "undo", NOW)
    anna = Diary(place, "anna")
    log(anna, "2026-11-20 01:00 left calf 2m 5 +walk", note="anna's own")
    history.delete(anna, [1], NOW)
    history.take_back(anna, "undo", NOW)
    records = {one.person: record(one) for one in (diary, anna)}
    for one in (diary, anna):
        one.close()
    return records


def _freeze_file(folder: Path) -> dict[str, Any]:
    path = folder / "diary.db"
    records = _live(str(path))
    database = sqlite3.connect(path)
    lines = "\n".join(database.iterdump())
    database.close()
    (SCHEMAS / f"{compiled.REVISION}.sql").write_text(f"{HEAD}{lines}\n", encoding="utf-8")
    return records


def _freeze_server() -> dict[str, Any]:
    found = programs()
    assert found is not None, "PostgreSQL is not installed"
    cluster = Cluster(found)
    try:
        for login in LOGINS:
            cluster.login(login)
        database = cluster.database()
        prepare(cluster.address(database, ADMIN), list(LOGINS))
        records = _live(cluster.address(database, "anna"))
        bob = Diary(cluster.address(database, "bob"))
        log(bob, "right foot 3m")
        bob.close()
        address = cluster.address(database, ADMIN).replace("+psycopg", "")
        told = subprocess.run(
            [found / "pg_dump", "--inserts", "--dbname", address], check=True, capture_output=True
        )
    finally:
        cluster.remove()
    text = "\n".join(filter(_is_of_the_diary, told.stdout.decode().splitlines()))
    (SCHEMAS / f"{compiled.REVISION}-server.sql").write_text(f"{text}\n", encoding="utf-8")
    return records


def _is_of_the_diary(line: str) -> bool:
    """Whether a line of pg_dump makes a table or a row, and is no word for psql or the session."""
    return bool(line) and not line.startswith(("--", "\\", "SET ", "SELECT pg_catalog.set_config"))


def main() -> int:
    """Freeze the newest schema; 1 where that was done."""
    records = SCHEMAS / f"{compiled.REVISION}.json"
    if records.exists():
        print(f"{compiled.REVISION} is frozen already: what was released does not change.")
        return 1
    os.environ["TZ"] = "Europe/London"
    SCHEMAS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        told = {"file": _freeze_file(Path(folder)), "server": _freeze_server()}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    records.write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
