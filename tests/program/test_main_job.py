"""The main job from end to end: nights, the weekly report, flags, and the file for a physician."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from running import Program, assert_refused, episodes

HEADER = (
    "number,id,person,night,started_at,zone,time_is_approximate,duration_seconds,"
    "duration_is_estimate,muscles,sides,type,spread,derived,pain,woke,sore,numb,hard,twitching,"
    "triggers,tried,helped,note,recorded_at,source,not_helped,local_time,duration_minutes"
)


def test_a_report_week_names_its_week_and_its_denominator(week: Path, cramplog: Program) -> None:
    told = cramplog("report", "week")
    assert told.code == 0
    for words in ("16", "22", "Nov", "self-reported", "Cramp nights", "95", "left calf", "?"):
        assert words in told.stdout, words


def test_an_empty_week_says_so(week: Path, cramplog: Program) -> None:
    told = cramplog("report", "week", "last")
    assert told.code == 0
    assert told.stdout.strip()
    assert cramplog("report", "week", "last", "--json").data["report"]


def test_a_report_is_written_to_a_file_and_never_over_one(week: Path, cramplog: Program) -> None:
    assert cramplog("report", "week", "-o", "week.txt").code == 0
    assert "Cramp nights" in (week / "week.txt").read_text(encoding="utf-8")
    (week / "week.txt").write_text("mine")
    assert_refused(cramplog("report", "week", "-o", "week.txt"), 3, "week.txt", "--force")
    assert (week / "week.txt").read_text() == "mine"
    assert cramplog("report", "week", "-o", "week.txt", "--force").code == 0
    assert (week / "week.txt").read_text() != "mine"


def test_a_quiet_night_and_a_cramp_night_exclude_each_other(cramplog: Program) -> None:
    assert cramplog("night", "2026-11-20", "quiet").code == 0
    told = cramplog("log", "2026-11-20", "23:50", "calf")
    assert told.code == 0
    assert "quiet" in told.stdout + told.stderr
    assert_refused(cramplog("night", "2026-11-20", "quiet"), 3)
    assert cramplog("undo").code == 0
    assert "quiet" in cramplog("night", "2026-11-20").stdout


def test_factors_of_a_night_keep_unknown_apart_from_no(cramplog: Program) -> None:
    line = "night 2026-11-20 water=1.2l stress=6 exercise=hard cold=no temp=4..19 shoes=no"
    assert cramplog(*line.split()).code == 0
    told = cramplog("night", "2026-11-20").stdout
    for words in ("1.2", "6", "hard", "no", "4", "19"):
        assert words in told
    assert cramplog("night", "--list").stdout.count("\u00b6") > 20


def test_flags_list_the_articles_rules_with_evidence(cramplog: Program) -> None:
    for day in range(9, 23):
        line = f"log 2026-11-{day:02} 23:30 left calf 12m 8 woke numb"
        assert cramplog(*line.split()).code == 0
    told = cramplog("flags", "--json").data
    on = [flag["id"] for flag in told["flags"]]
    assert on
    assert {"ART-FREQUENT-PROTRACTED", "GL-DUR10"} <= set(on)
    shown = cramplog("flags", "--show", on[0])
    assert shown.code == 0
    assert on[0] in shown.stdout
    assert "not a diagnosis" in " ".join(cramplog("flags").stdout.split())
    assert cramplog("flags", "--exit-code").code in (0, 10)


def test_flags_of_an_empty_diary_promise_nothing(cramplog: Program) -> None:
    told = cramplog("flags", "--json").data
    assert told["flags"] == []
    assert told["not_evaluable"]
    assert cramplog("flags", "--exit-code").code == 0


def test_the_csv_has_the_columns_of_the_contract(week: Path, cramplog: Program) -> None:
    told = cramplog("export", "csv", "-o", "-")
    assert told.code == 0
    header, *_ = told.stdout.split("\r\n")
    assert header.startswith(HEADER)
    rows = list(csv.DictReader(io.StringIO(told.stdout, newline="")))
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5"]
    third = rows[2]
    assert (third["muscles"], third["sides"]) == ("calf;hamstring", "left;right")
    assert third["triggers"] == "cold;dehydration"
    assert third["numb"] == ""
    assert rows[0]["derived"] == "type;spread"
    assert rows[0]["started_at"] == "2026-11-16T23:50:00+00:00"


@pytest.mark.parametrize(
    "options", ["", "--excel", "--no-notes", "--separator ;", "--separator tab --excel"]
)
def test_export_import_export_gives_the_same_bytes(
    week: Path, cramplog: Program, options: str
) -> None:
    for note in ("=1+1", "+1", "-1", "@x", "'quoted", "\tx", 'a "b", c\nd', "\U0001f9b5", "a;=b"):
        assert cramplog("log", "calf", f"--note={note}").code == 0
    assert cramplog("delete", "2").code == 0
    first = cramplog("export", "csv", "-o", "-", *options.split())
    assert first.code == 0
    (week / "diary.csv").write_bytes(first.stdout.encode())
    other = cramplog.with_environment(CRAMPLOG_DB="other.db")
    assert other("import", "diary.csv").code == 0
    assert other("export", "csv", "-o", "-", *options.split()).stdout == first.stdout


def test_cells_that_a_spreadsheet_would_run_are_neutralised(cramplog: Program) -> None:
    assert cramplog("log", "calf", "--note", "=cmd()").code == 0
    assert ",'=cmd()," in cramplog("export", "csv", "-o", "-").stdout
    assert ";'=cmd();" in cramplog("export", "csv", "-o", "-", "--separator", ";").stdout
    assert "cmd" not in cramplog("export", "csv", "-o", "-", "--no-notes").stdout
    assert cramplog("export", "csv", "-o", "-", "--excel").stdout.startswith("\ufeffnumber,")


def test_an_export_never_overwrites_without_being_told(week: Path, cramplog: Program) -> None:
    assert cramplog("export", "csv", "-o", "diary.csv").code == 0
    before = (week / "diary.csv").read_bytes()
    assert_refused(cramplog("export", "csv", "-o", "diary.csv"), 3, "diary.csv", "--force")
    assert (week / "diary.csv").read_bytes() == before
    assert cramplog("export", "csv", "-o", "diary.csv", "--force").code == 0


def test_the_night_log_holds_every_recorded_night(week: Path, cramplog: Program) -> None:
    told = cramplog("export", "csv", "-o", "-", "--night-log")
    assert told.code == 0
    assert "2026-11-17" in told.stdout
    assert "quiet" in told.stdout


def test_importing_twice_changes_nothing_and_one_undo_takes_it_back(
    week: Path, cramplog: Program
) -> None:
    assert cramplog("export", "csv", "-o", "diary.csv").code == 0
    other = cramplog.with_environment(CRAMPLOG_DB="other.db")
    assert other("import", "diary.csv").code == 0
    stored = episodes(other)
    assert stored == episodes(cramplog)
    assert other("import", "diary.csv").code == 0
    assert episodes(other) == stored
    third = cramplog.with_environment(CRAMPLOG_DB="third.db")
    assert third("import", "diary.csv").code == 0
    assert third("undo").code == 0
    assert episodes(third) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("2026-11-19T02:30", "2026-11-19T25:30"), (",foot,", ",foof,"), (",right,", ",middle,")],
)
def test_a_bad_row_stores_nothing_of_the_file(
    week: Path, cramplog: Program, old: str, new: str
) -> None:
    rows = cramplog("export", "csv", "-o", "-").stdout
    assert old in rows
    (week / "bad.csv").write_bytes(rows.replace(old, new, 1).encode())
    other = cramplog.with_environment(CRAMPLOG_DB="other.db")
    assert other("import", "bad.csv").code == 2
    assert episodes(other) == []


def test_a_report_for_machines_names_its_person_though_there_is_only_one(
    cramplog: Program,
) -> None:
    assert cramplog("report", "week", "--json").data["report"]["person"] == "me"
