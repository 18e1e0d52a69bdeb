"""The everyday commands on a server: the same words give the same answers as on a file."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from clusters import Cluster
from inside import Inside
from running import Program, Result, assert_refused

from cramplog.commands import COMMANDS

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
    "show 99",
    "--person nobody list",
    "",
)
FILES_ONLY = {"backup", "restore", "check", "encrypt", "decrypt"}
NO_DIARY = {"completion"}
CSV = """started_at,muscles,sides,duration_seconds,pain,note
2026-10-02T03:00:00+01:00,calf,left,120,5,"one, from elsewhere"
2026-10-03T04:00:00+01:00,foot;toes,right;right,,,
"""
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def plain(told: Result, place: str) -> tuple[int, str, str]:
    """An answer without what differs between any two diaries: ids and the place."""
    code, out, err = told
    return code, *(UUID.sub("ID", text).replace(place, "PLACE") for text in (out, err))  # type: ignore[return-value]


def test_every_command_answers_as_on_a_file(
    address: str, run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    (home / "episodes.csv").write_text(CSV)
    for line in LINES:
        words = shlex.split(line)
        monkeypatch.setenv("CRAMPLOG_DB", str(home / "diary.db"))
        on_file = plain(run(*words), str(home / "diary.db"))
        monkeypatch.setenv("CRAMPLOG_DB", address)
        assert plain(run(*words), address) == on_file, line
        assert on_file[0] in (0, 1, 2, 3, 4), on_file


def test_every_command_is_tried() -> None:
    tried = {word for line in LINES for word in shlex.split(line)}
    assert set(COMMANDS) - tried == FILES_ONLY | NO_DIARY


@pytest.mark.parametrize("line", ["backup", "restore x.db", "check", "encrypt", "decrypt"])
def test_what_is_for_files_is_refused_in_words(address: str, run: Inside, line: str) -> None:
    told = run("--db", address, *line.split())
    assert_refused(told, 3, "is a diary on a server; this is for files. Its administrator")


def test_cramp_itself_logs_on_a_server(cramp: Program, address: str, home: Path) -> None:
    told = cramp("left", "calf", "5m", "7", CRAMPLOG_DB=address)
    assert (told.code, told.stderr) == (0, "")
    assert "episode 1. Undo" in told.stdout.replace("\n  ", " ")
    assert not list(home.rglob("*.db*")), "a file was made beside the diary on the server"
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
