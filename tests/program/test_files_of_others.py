"""Files of other programs: those that the real jrnl and Watson write, and any CSV by a map."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from running import Program, assert_refused, episodes


def jrnl(home: Path, environment: dict[str, str], *words: str) -> str:
    """The real jrnl, with a journal in the home."""
    config = home / "jrnl.yaml"
    if not config.exists():
        config.write_text(f"journals:\n  default: {home}/journal.txt\nversion: '4.0'\n")
    return peer(home, environment, "jrnl", "--config-file", str(config), *words)


def peer(home: Path, environment: dict[str, str], name: str, *words: str) -> str:
    told = subprocess.run(
        [Path(sys.executable).with_name(name), *words],
        env={**environment, "WATSON_DIR": str(home / "watson")},
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told
    return told.stdout


def without_warnings(cramplog: Program) -> dict[str, str]:
    return {k: v for k, v in cramplog.environment.items() if k != "PYTHONWARNINGS"}


def test_what_jrnl_writes_is_read_as_it_is(cramplog: Program, home: Path) -> None:
    environment = without_warnings(cramplog)
    jrnl(
        home,
        environment,
        "2026-11-20 02:30: Left calf, it woke me. @calf @left @stress @kitchen I stood up.",
    )
    jrnl(home, environment, "2026-11-21 03:10: =HYPERLINK <script>x</script> ]]>. More.")
    (home / "j.json").write_text(jrnl(home, environment, "--format", "json"))
    told = cramplog("import", "j.json", "--json").data
    assert (told["format"], told["new"]) == ("jrnl", 2)
    second, first = episodes(cramplog)
    assert first["started_at"] == "2026-11-20T02:30:00+00:00"
    assert first["sites"] == [{"muscle": "calf", "side": "left"}]
    assert (first["triggers"], first["source"]) == (["stress"], "jrnl")
    assert first["note"].startswith("Left calf, it woke me.")
    assert first["note"].endswith("tags: @kitchen")
    assert "<script>x</script> ]]>" in second["note"]
    (home / "j.json").write_text(jrnl(home, environment, "--format", "json"))
    assert cramplog("import", "j.json", "--json").data["already_here"] == 2


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_watson_writes_is_read_as_it_is(cramplog: Program, home: Path, form: str) -> None:
    environment = without_warnings(cramplog)
    span = ("--from", "2026-11-20 02:30", "--to", "2026-11-20 02:35")
    peer(home, environment, "watson", "add", *span, "cramp", "+calf", "+right", "+stress")
    written = peer(home, environment, "watson", "log", f"--{form}", "--all")
    (home / "w").write_text(written)
    told = cramplog("import", "w", "--json").data
    assert (told["format"], told["new"]) == ("watson", 1)
    (found,) = episodes(cramplog)
    assert found["started_at"] == "2026-11-20T02:30:00+00:00"
    assert (found["duration_seconds"], found["note"]) == (300, "tags: cramp")
    assert found["sites"] == [{"muscle": "calf", "side": "right"}]
    assert (found["triggers"], found["source"]) == (["stress"], "watson")
    assert cramplog("import", "w", "--json").data["already_here"] == 1


FOREIGN = (
    "Start;Where;Duration (min);Severity;Weather;Notes\n"
    "01/11/2026 02:30;left calf;5;7/10;rain;=cmd()\n"
    "20/11/2026 3am;foot;1,5;;;\n"
)
MAP = (
    "--map",
    "Start=started_at",
    "--map",
    "where=site",
    "--map",
    "Duration (min)=duration_minutes",
)


def test_a_guess_is_shown_and_stores_nothing_until_it_is_agreed_to(
    cramplog: Program, home: Path
) -> None:
    (home / "f.csv").write_text(FOREIGN)
    told = cramplog("import", "f.csv")
    assert_refused(told, 2, "--map start=started_at", "'duration (min)=duration_minutes'")
    tried = " ".join(cramplog("import", "f.csv", "--dry-run").stdout.split())
    assert "2 new" in tried
    assert "severity = pain" in tried
    assert episodes(cramplog, "--since", "2026-10-01") == []
    read = cramplog("import", "f.csv", *MAP, "--json")
    assert read.data["new"] == 2
    assert read.json()["warnings"] == [
        "Columns that cramplog does not know were left out: weather."
    ]
    second, first = episodes(cramplog, "--since", "2026-10-01")
    assert (first["started_at"], first["duration_seconds"]) == ("2026-11-01T02:30:00+00:00", 300)
    assert (second["started_at"], second["duration_seconds"]) == ("2026-11-20T03:00:00+00:00", 90)


@pytest.mark.parametrize(("answer", "new"), [("y", 2), ("", 0)])
def test_a_guess_is_asked_about_at_a_terminal(
    cramplog: Program, home: Path, answer: str, new: int
) -> None:
    (home / "f.csv").write_text(FOREIGN)
    program = pexpect.spawn(
        cramplog.command[0],
        ["import", "f.csv"],
        env=cramplog.environment,
        cwd=str(home),
        encoding="utf-8",
        timeout=60,
    )
    program.expect("start: started_at")
    program.expect("Left out: weather")
    program.expect("Read them so")
    program.sendline(answer)
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == (0 if new else 2)
    assert len(episodes(cramplog, "--since", "2026-10-01")) == new


def test_an_ambiguous_date_is_refused_with_both_readings_until_its_order_is_said(
    cramplog: Program, home: Path
) -> None:
    (home / "f.csv").write_text("When,Notes\n01/11/2026 02:30,a\n")
    maps = ("--map", "When=started_at", "--map", "Notes=note")
    told = cramplog("import", "f.csv", *maps)
    assert_refused(told, 2, "Line 2:", "1 November or 11 January", "--dates day-first")
    assert_refused(cramplog("import", "f.csv", *maps, "--dates", "both"), 2, "--dates")
    assert cramplog("import", "f.csv", *maps, "--dates", "month-first").code == 0
    (found,) = episodes(cramplog, "--since", "2026-01-01")
    assert found["started_at"] == "2026-01-11T02:30:00+00:00"


def test_a_bar_is_drawn_for_a_large_file_at_a_terminal_only(cramplog: Program, home: Path) -> None:
    note = "x" * 2000
    rows = (
        f"2026-11-{1 + n % 20:02}T02:30:{n // 60 % 60:02}+00:00,{n} {note}" for n in range(1500)
    )
    (home / "large.csv").write_text("started_at,note\n" + "\n".join(rows) + "\n")
    assert cramplog("import", "large.csv", "--dry-run").stderr == ""
    for extra, drawn in ((), True), (("--plain",), False):
        program = pexpect.spawn(
            cramplog.command[0],
            ["import", "large.csv", "--dry-run", *extra],
            env={**cramplog.environment, "TERM": "xterm"},
            cwd=str(home),
            encoding="utf-8",
            timeout=60,
        )
        program.expect(pexpect.EOF)
        assert ("Reading [" in str(program.before)) is drawn


def test_an_urgent_flag_that_comes_by_import_is_told_at_once(cramplog: Program, home: Path) -> None:
    (home / "a.csv").write_text("started_at,triggers\n2026-11-22T03:00:00+00:00,poison_contact\n")
    assert "GL-TOXIN" not in cramplog("import", "a.csv", "--dry-run").stdout
    assert "GL-TOXIN" in cramplog("import", "a.csv").stdout
    assert "GL-TOXIN" not in cramplog("import", "a.csv").stdout


@pytest.mark.parametrize("columns", ["When", "When,Where,Weather"])
def test_a_map_of_one_column_is_enough(cramplog: Program, home: Path, columns: str) -> None:
    cells = ",".join(["2026-11-20 02:30"] + ["x"] * columns.count(","))
    (home / "f.csv").write_text(f"{columns}\n{cells}\n")
    assert cramplog("import", "f.csv", "--map", "When=started_at").code == 0
    (found,) = episodes(cramplog, "--since", "2026-10-01")
    assert found["started_at"] == "2026-11-20T02:30:00+00:00"
