"""Files of any encoding, pipes and encrypted files; repeats and bad entries are told by name."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from running import Program, assert_refused, episodes

WHEN = ("--map", "When=started_at")


def stored(cramplog: Program) -> list[dict[str, Any]]:
    """All cramps, newest first."""
    return episodes(cramplog, "--since", "2020-01-01")


NOTED = "When,Notes\r\n2026-11-20 02:10,café cramp\r\n"


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (NOTED.encode("latin-1"), ("--encoding", "latin-1")),
        (NOTED.encode("cp1252"), ("--encoding", "windows-1252")),
        (NOTED.encode("utf-16"), ("--encoding", "utf-16")),
        (NOTED.encode("utf-8-sig"), ()),
        (NOTED.encode("utf-8-sig"), ("--encoding", "utf-8")),
        (b"\r\n\r\n" + NOTED.encode(), ()),
        (b"\xef\xbb\xbfsep=;\r\n" + NOTED.replace(",", ";").encode(), ()),
    ],
)
@pytest.mark.parametrize("place", ["f.csv", "-", "/dev/stdin"])
def test_any_encoding_is_read_from_a_file_or_a_pipe(
    cramplog: Program, home: Path, content: bytes, options: tuple[str, ...], place: str
) -> None:
    (home / "f.csv").write_bytes(content)
    command = [*cramplog.command, "import", place, *WHEN, *options]
    told = subprocess.run(
        command, input=content, env=cramplog.environment, cwd=home, capture_output=True, check=False
    )
    assert told.returncode == 0, told
    (found,) = stored(cramplog)
    assert found["note"] == "café cramp"


def test_a_file_of_another_encoding_is_refused_with_the_option(
    cramplog: Program, home: Path
) -> None:
    for coding, hint in (("latin-1", "--encoding cp1252"), ("utf-16", "--encoding utf-16")):
        (home / "f.csv").write_bytes(NOTED.encode(coding))
        assert_refused(cramplog("import", "f.csv", *WHEN), 2, "not text in UTF-8", hint)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_was_encrypted_by_export_is_opened(cramplog: Program, home: Path, form: str) -> None:
    assert cramplog("log", "left calf 5m 7").code == 0
    (home / "pass").write_text("correct horse battery\n")
    (home / "pass").chmod(0o600)
    (home / "wrong").write_text("another horse battery\n")
    (home / "wrong").chmod(0o600)
    knowing = cramplog.with_environment(CRAMPLOG_PASSPHRASE_FILE="pass")
    assert knowing("export", form, "--encrypt", "-o", "x.age").code == 0
    other = {"CRAMPLOG_DB": "other.db"}
    assert_refused(cramplog.with_environment(**other)("import", "x.age"), 2, "encrypted")
    wrong = cramplog.with_environment(**other, CRAMPLOG_PASSPHRASE_FILE="wrong")
    assert wrong("import", "x.age").code == 5
    assert knowing.with_environment(**other)("import", "x.age").code == 0
    assert stored(cramplog.with_environment(**other)) == stored(cramplog)


def test_a_diary_or_a_workbook_is_named_as_what_it_is(cramplog: Program, home: Path) -> None:
    assert cramplog("log", "left calf 5m 7").code == 0
    diary = next(home.rglob("diary.db"))
    assert_refused(cramplog("import", str(diary)), 2, "cramplog merge")
    (home / "x.xlsx").write_bytes(b"PK\x03\x04 and so on, as a workbook begins")
    assert_refused(cramplog("import", "x.xlsx"), 2, "CSV")


def test_a_repeat_within_the_file_is_told_apart_from_what_was_here(
    cramplog: Program, home: Path
) -> None:
    row = "2026-11-20 02:10,left calf\n"
    (home / "f.csv").write_text(f"When,Where\n{row}{row}")
    first = cramplog("import", "f.csv", *WHEN, "--json").data
    assert (first["new"], first["already_here"], first["repeated_in_file"]) == (1, 0, 1)
    again = cramplog("import", "f.csv", *WHEN, "--json").data
    assert (again["new"], again["already_here"], again["repeated_in_file"]) == (0, 2, 0)


@pytest.mark.parametrize(
    ("name", "text", "entry"),
    [
        ("f.csv", "When,Pain,Notes\n2026-11-20 02:10,11,woke\n", "2026-11-20 02:10, 11, woke"),
        ("f.csv", "When,Pain\n2099-11-20 02:10,3\n", "2099-11-20 02:10"),
        ("w.json", '[{"start": "yesterday", "stop": "", "project": "cramp", "tags": []}]',
         "yesterday, , cramp"),
    ],
)  # fmt: skip
def test_an_entry_that_is_not_understood_is_named(
    cramplog: Program, home: Path, name: str, text: str, entry: str
) -> None:
    (home / name).write_text(text)
    maps = (*WHEN, "--map", "Pain=pain") if name == "f.csv" else ()
    told = cramplog("import", name, *maps, "--skip-bad", "--json")
    (problem,) = told.data["errors"]
    assert problem["entry"] == entry.replace(", ,", ",")


def test_a_night_log_with_columns_of_somebody_else_is_read_without_them(
    cramplog: Program, home: Path
) -> None:
    (home / "nights.csv").write_text("night,state,moonlight\n2026-11-20,quiet,full\n,,\n")
    told = cramplog("import", "nights.csv", "--skip-bad")
    assert told.code == 0, told
    assert "2026-11-20" in cramplog("export", "csv", "--night-log", "-o", "-").stdout
