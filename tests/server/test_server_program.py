"""The everyday commands on a server: the same words give the same answers as on a file."""

from __future__ import annotations

import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from clusters import ADMIN, Cluster
from inside import Inside
from running import Program, Result, assert_refused

from cramplog.diary.repository import Diary
from cramplog.dispatch import COMMANDS

LINES = (
    "status",
    "list",
    "report week",
    "log 2026-11-16 23:50 left calf 5m 7 woke @stress +stretch!2m",
    "log 2026-11-19 02:30 right foot 90s 4 sore",
    "log 2026-11-21 03:00 left calf and right hamstring tonic ~12m 8 woke @cold @dehydration",
    "log 02:30 right calf 3m 6 hard numb --note 'זה כאב; \"quoted\", 100 % sure'",
    "log 02:30 right calf 3m 6",
    "log calf 11",
    "undo",
    "redo",
    "undo",
    "start left calf",
    "start",
    "status",
    "stop 1s 4",
    "start",
    "cancel",
    "stop",
    "night 2026-11-17 quiet water=1.2l stress=6",
    "night 2026-11-22 quiet",
    "night 2026-11-17",
    "edit 1 pain=5 right",
    "edit last @cold",
    "delete 2",
    "show 2",
    "undo",
    "show 2",
    "list --muscle calf --side right --since 2026-11-01 --min-pain 3",
    "list --search sure",
    "list --type tonic --trigger cold",
    "symptom swelling left",
    "symptom warmth --absent",
    "person set born=1958 sex=f weight=70kg",
    "condition add varicose veins --since 2019",
    "condition add arthritis",
    "condition deny diabetes",
    "condition end arthritis",
    "condition list",
    "medicine start simvastatin --on 2026-05 --dose '20 mg'",
    "medicine start atorvastatin",
    "medicine dose simvastatin '40 mg' --on 2026-10",
    "medicine list",
    "visit set 2026-12-04 GP",
    "visit",
    "flags",
    "flags --show ART-REGULAR",
    "report week",
    "report month",
    "report --since 2026-11-16 --until 2026-11-22 --json",
    "export csv -o -",
    "export csv --night-log -o -",
    "export json -o record.json --force",
    "export fhir -o bundle.json --force",
    "config set night.starts_at 18:00",
    "list",
    "config add-trigger moonlight",
    "log 2026-11-20 02:00 toes @moonlight",
    "config reset night.starts_at",
    "config list",
    "guide triggers",
    "person add carol",
    "--person carol log foot 2m",
    "--person carol list",
    "person use carol",
    "list",
    "undo",
    "person use me",
    "person list",
    "person remove carol",
    "import episodes.csv --dry-run",
    "import episodes.csv",
    "import episodes.csv",
    "undo",
    "list --nights 400",
    "merge",
    "merge nowhere.db",
    "backup --to kept --json",
    "show 99",
    "--person nobody list",
    "morning --json",
    "trends",
    "",
)
OTHERWISE = {"restore", "check", "encrypt", "decrypt"}  # they tell of the place; tried below
NO_DIARY = {"completion"}
CSV = """started_at,muscles,sides,duration_seconds,pain,note
2026-10-02T03:00:00+01:00,calf,left,120,5,"one, from elsewhere"
2026-10-03T04:00:00+01:00,foot;toes,right;right,,,
"""
COPY = re.compile(r'"file": ".*-by-hand\.db"|"bytes": \d+')
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def plain(told: Result, place: str) -> tuple[int, str, str]:
    """An answer without what differs between any two diaries: ids, the place, a copy's name."""
    code, *texts = told
    out, err = (COPY.sub("COPY", UUID.sub("ID", text)).replace(place, "PLACE") for text in texts)
    return code, out, err


def test_every_command_answers_as_on_a_file(
    address: str, run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    (home / "episodes.csv").write_text(CSV)
    (home / "kept").mkdir()
    Diary(str(home / "diary.db")).close()
    for line in LINES:
        words = shlex.split(line)
        monkeypatch.setenv("CRAMPLOG_DB", str(home / "diary.db"))
        on_file = plain(run(*words), str(home / "diary.db"))
        monkeypatch.setenv("CRAMPLOG_DB", address)
        assert plain(run(*words), address) == on_file, line
        assert on_file[0] in (0, 1, 2, 3, 4), on_file


def test_every_command_is_tried() -> None:
    tried = {word for line in LINES for word in shlex.split(line)}
    assert set(COMMANDS) - tried == OTHERWISE | NO_DIARY


@pytest.mark.parametrize("line", ["encrypt", "decrypt", "backup --encrypt"])
def test_encryption_is_of_files_and_of_a_servers_administrator(
    address: str, run: Inside, line: str
) -> None:
    assert_refused(run("--db", address, *line.split()), 3, "diary on a server; this is for files.")


def test_a_backup_is_restored_and_that_undone(run: Inside, address: str, home: Path) -> None:
    def cramplog(*words: str) -> Result:
        return run("--db", address, *words)

    assert cramplog("log", "left", "calf", "5m").code == 0
    kept = cramplog("backup", "--json").data
    assert (kept["episodes"], kept["encrypted"]) == (1, False)
    assert cramplog("log", "foot").code == 0
    assert cramplog("person", "add", "dora").code == 0
    told = cramplog("restore", Path(kept["file"]).name)
    assert (told.code, told.stderr) == (0, "")
    said = " ".join(told.stdout.split())
    assert "Restored 1 episode from" in said
    assert "One change each of me, which `cramplog undo` takes back." in said
    assert "Not in that file, and left as before: dora." in said
    assert [one["number"] for one in cramplog("list", "--json").data["episodes"]] == [1]
    assert cramplog("undo").stdout.startswith("Undone: restore of")
    assert len(cramplog("list", "--json").data["episodes"]) == 2
    back = said.rpartition("Put it back: cramplog ")[2].replace(" ", "")
    name, _, place = back.removeprefix("restore").partition("--db")
    assert place in address.replace(":s3cret%2Fp%40ss%3Aw%25rd%3F", "")
    data = cramplog("restore", name, "--json").data
    assert (data["changed"], data["left"], data["was_damaged"]) == ([], [], False)
    files = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert not [text for text in files if b"s3cret" in text]


def test_letters_are_kept_whatever_encoding_the_environment_names(
    cramplog: Program, address: str
) -> None:
    note = "nachts geträumt, דב 🦵"
    told = cramplog("log", "calf", "--note", note, "--db", address, PGCLIENTENCODING="LATIN1")
    assert told.code == 0, told
    for encoding in ("LATIN1", "UTF8"):
        found = cramplog("list", "--json", "--db", address, PGCLIENTENCODING=encoding).data
        assert found["episodes"][0]["note"] == note


def test_a_name_in_a_file_that_is_restored_does_not_steer_the_terminal(
    run: Inside, address: str, home: Path
) -> None:
    assert run("--db", address, "log", "calf").code == 0
    file = Path(run("--db", address, "backup", "--json").data["file"])
    database = sqlite3.connect(file)
    database.execute("UPDATE person SET name = 'x\x1b[2J'")
    database.execute("UPDATE episode SET pain = 9")
    database.commit()
    database.close()
    told = run("--db", address, "restore", str(file))
    assert told.code == 0
    assert "\x1b" not in told.stdout
    assert "x\\x1b[2J" in told.stdout


def test_an_import_is_preceded_by_a_copy(run: Inside, address: str, home: Path) -> None:
    (home / "episodes.csv").write_text(CSV)
    assert run("--db", address, "log", "calf").code == 0
    assert run("--db", address, "import", str(home / "episodes.csv")).code == 0
    (copy,) = home.rglob("*before-import.db")
    assert len(run("--db", str(copy), "list", "--nights", "400", "--json").data["episodes"]) == 1


def test_check_looks_a_server_over(cramplog: Program, address: str) -> None:
    assert cramplog("--db", address, "log", "calf").code == 0
    told = cramplog("--db", address, "check", "--json")
    found = {one["name"]: one["state"] for one in told.data["checks"]}
    durability = found.pop("durability")  # this server's fsync is off, for speed
    assert durability == "warn"
    assert set(found.values()) == {"ok"}, told
    assert told.data["diary"] in address.replace(":s3cret%2Fp%40ss%3Aw%25rd%3F", "")
    assert cramplog("--db", address, "check", "--strict").code == 1
    assert "ok     rows: kept from other logins" in cramplog("--db", address, "check").stdout


def test_words_kept_while_a_server_was_down_are_stored_by_check(
    cramp: Program, cramplog: Program, cluster: Cluster, address: str
) -> None:
    assert cramplog("list", "--db", address).code == 0
    cluster.stop()
    try:
        assert cramp("left", "calf", "5m", "--db", address).code == 5
        assert cramplog("check", "--db", address).code == 5
    finally:
        cluster.start()
    assert "Store them: cramplog check --replay" in cramplog("check", "--db", address).stdout
    told = cramplog("check", "--replay", "--json", "--db", address)
    assert [one["stored"] for one in told.data["replayed"]] == [True]
    assert {one["name"]: one["state"] for one in told.data["checks"]}["rescue file"] == "ok"
    assert cramplog("list", "--json", "--db", address).data["episodes"][0]["number"] == 1


def test_the_tab_key_knows_a_servers_episodes_and_people(
    run: Inside,
    address: str,
    cluster: Cluster,
    empty_database: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def offered(line: str, place: str) -> list[str]:
        with monkeypatch.context() as patch:
            patch.setenv("CRAMPLOG_DB", place)
            patch.setenv("_CRAMPLOG_COMPLETE", "complete_bash")
            patch.setenv("COMP_WORDS", line)
            patch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
            told = run()
        assert (told.code, told.stderr) == (0, "")
        return told.stdout.split()

    for words in ("log calf", "log foot", "person add carol", "config add-trigger moonlight"):
        assert run("--db", address, *words.split()).code == 0
    assert offered("cramplog show ", address) == ["2", "1", "last"]
    assert offered("cramplog person use ca", address) == ["carol"]
    assert offered("cramplog person use ca", f"{address}?connect_timeout=9") == ["carol"]
    assert "@moonlight" in offered("cramplog log @moon", address)
    empty = cluster.address(empty_database, ADMIN)
    assert offered("cramplog show ", empty) == ["last"]
    assert offered("cramplog show ", address.replace("/diary_", "/nothing_")) == ["last"]
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert cluster.sql(tables, database=empty_database) == [(0,)], "TAB made a diary"
    assert run("--db", empty, "guide", "triggers").code == 0
    assert cluster.sql(tables, database=empty_database) == [(0,)], "a guide made a diary"


def test_cramp_itself_logs_on_a_server(cramp: Program, address: str, home: Path) -> None:
    told = cramp("left", "calf", "5m", "7", CRAMPLOG_DB=address)
    assert (told.code, told.stderr) == (0, "")
    assert "episode 1. Add" in told.stdout.replace("\n  ", " ")
    (made,) = home.rglob("*.db*")
    assert made.name.endswith("-20261123T032900Z-daily.db"), "more than the day's copy was made"
    told = cramp("--db", address, "list", "--json")
    assert [episode["number"] for episode in told.data["episodes"]] == [1]


def test_the_settings_file_may_name_a_server(
    cramplog: Program, cluster: Cluster, address: str
) -> None:
    told = cramplog("config", "set", "db", address)
    assert told.code == 0
    assert cramplog("log", "calf").code == 0
    shown = cramplog("config", "path").stdout + cramplog("config", "get", "db").stdout + told.stdout
    assert "s3cret" not in shown
    assert shown.count(f"postgresql+psycopg://anna@127.0.0.1:{cluster.port}/diary_") == 3
