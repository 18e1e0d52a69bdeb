"""Text of one's own stays text: in SQL, on terminals, in spreadsheets, pages, logs and names."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pexpect
import pypdf
import pytest
from hostile import HOSTILE, ON_A_LINE, RUNS, STEERING, STEERS, fill
from inside import Inside
from running import Program

SCREENS = (
    "", "status", "list --nights 30", "show 1", "report week", "report month", "flags",
    "report --format md", "flags --all", "person show", "person list", "condition list", "visit",
    "medicine list", "config list", "symptom", "night 2026-11-22", "undo", "redo", "check",
)  # fmt: skip
BEFORE = (
    "log", "log calf --at", "log --muscle", "log --trigger", "log --helped", "show", "edit",
    "delete", "night", "night --list", "symptom", "condition add", "condition end", "report",
    "medicine stop", "medicine name", "person use", "person remove", "person set", "visit set",
    "config get", "config set", "config set night.starts_at", "guide", "report --since", "import",
    "flags --show", "flags --snooze", "restore", "list --type", "list --person", "--no",
    "export csv --since", "export csv --recipient", "import x --dates", "import x --map",
)  # fmt: skip
"""Beginnings after which a word is understood, refused or looked for."""


@pytest.fixture
def hostile(run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch) -> Inside:
    """The program in a home whose diary is full of hostile texts."""
    monkeypatch.chdir(home)
    fill(run)
    return run


@pytest.mark.parametrize("more", [(), ("--plain",), ("--json",)], ids=["text", "plain", "json"])
def test_no_screen_steers_the_terminal(hostile: Inside, more: tuple[str, ...]) -> None:
    for line in SCREENS:
        told = hostile(*line.split(), *more)
        assert told.code in {0, 1}, (line, told)
        assert not STEERING.search(told.stdout + told.stderr), (line, told)


def test_json_says_the_same_text_all_the_same(hostile: Inside) -> None:
    assert hostile("show", "1", "--json").data["episode"]["note"] == HOSTILE


@pytest.mark.parametrize("text", [STEERS, RUNS], ids=["steers", "runs"])
@pytest.mark.parametrize("before", BEFORE)
def test_no_error_steers_the_terminal(run: Inside, before: str, text: str) -> None:
    for more in ((), ("--json",)):
        told = run(*before.split(), text, *more)
        assert not STEERING.search(told.stdout + told.stderr), told
        assert told.code != 70, told
        assert more or told.code == 0 or told.stderr.count("\n") == 1, told


@pytest.mark.parametrize(
    "variable", ["CRAMPLOG_NOW", "CRAMPLOG_PERSON", "CRAMPLOG_DB", "CRAMPLOG_CONFIG", "TZ"]
)
@pytest.mark.parametrize("line", ["log calf", "list", "list --json", "config path", "check"])
def test_no_value_of_the_environment_steers_the_terminal(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch, variable: str, line: str
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv(variable, f"x{STEERS.replace('/', '')}")
    told = run(*line.split())
    assert told.code != 70, told
    assert not STEERING.search(told.stdout + told.stderr), told


def test_no_name_of_a_file_steers_the_terminal(hostile: Inside, home: Path) -> None:
    name = STEERS[:60]
    (home / name).mkdir()
    hostile("export", "csv", "-o", f"{name}.csv")
    for words in (
        ("export", "csv", "-o", f"{name}.csv"),
        ("report", "month", "-o", f"{name}.html"),
        ("import", f"{name}.csv"),
        ("import", name),
        ("backup", "--to", name),
        ("restore", name),
        ("list", "--db", name),
        ("list", "--db", f"postgresql+psycopg://{name}@127.0.0.1:1/{name}"),
        ("config", "set", "db", name),
        ("config", "list"),
    ):
        told = hostile(*words)
        assert told.code != 70, told
        assert not STEERING.search(told.stdout + told.stderr), told


def test_columns_and_cells_of_a_foreign_file_do_not_steer_the_terminal(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    odd = STEERS.replace("\n", " ").replace("\r", " ")
    rows = [["When", odd, "Where"], ["2026-11-20 02:30", odd, odd]]
    with (home / "f.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    for options in ((), ("--dry-run",), ("--map", "When=started_at", "--skip-bad"), ("--json",)):
        told = run("import", "f.csv", *options)
        assert not STEERING.search(told.stdout + told.stderr), told


def test_the_question_about_a_foreign_file_does_not_steer_the_terminal(
    cramplog: Program, home: Path
) -> None:
    (home / "f.csv").write_text("When,\x1b]0;owned\x07,\x1b[31mNotes\n2026-11-20 02:30,x,y\n")
    program = pexpect.spawn(
        cramplog.command[0],
        ["import", "f.csv"],
        env=cramplog.environment,
        cwd=str(home),
        encoding="utf-8",
    )
    program.expect("Read them so")
    assert "\x1b" not in str(program.before)
    program.sendline("n")
    program.expect(pexpect.EOF)


def at_a_terminal(program: Program, line: str) -> str:
    """What a command writes where its output is a terminal."""
    told = pexpect.run(
        f"{program.command[0]} {line}", env=program.environment, cwd=str(program.folder)
    )
    assert isinstance(told, bytes)
    return told.decode()


@pytest.mark.parametrize("form", ["csv", "json", "fhir"])
def test_an_export_shown_at_a_terminal_does_not_steer_it(
    cramplog: Program, home: Path, form: str
) -> None:
    assert cramplog("log", "calf", "--note", f"{STEERS} end").code == 0
    shown = at_a_terminal(cramplog, f"export {form} -o -")
    assert "end" in shown
    assert not STEERING.search(shown.replace("\r\n", "\n"))
    piped = cramplog("export", form, "-o", "-").stdout
    assert "\x9b" in piped  # where it is read by a program it is as it was


def test_a_sealed_export_is_not_written_to_a_terminal(cramplog: Program, home: Path) -> None:
    key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    assert cramplog("log", "calf").code == 0
    sealed = f"export csv --recipient {key} -o -"
    assert at_a_terminal(cramplog, sealed).startswith("error: an encrypted file")
    with cramplog.popen(*sealed.split()) as process:
        assert process.communicate()[0].startswith(b"age-encryption.org/")


def test_no_text_reaches_sql(hostile: Inside) -> None:
    for search in ("%", "_", "'", "'); drop", RUNS[:200]):
        found = hostile("list", "--nights", "999", "--search", search, "--json").json()
        assert len(found["data"]["episodes"]) == 2, search  # each stands in both notes
    for search in ("H%K", "D_OP", "' OR 1=1 --", "\\"):
        assert hostile("list", "--search", search).code == 1, search
    assert hostile("list", "--person", "x' OR '1'='1").code == 4
    assert hostile("config", "set", "x'; DROP TABLE person; --", "1").code == 2
    assert hostile("check").code == 0


def test_no_cell_is_a_formula(hostile: Inside, home: Path) -> None:
    for extra in ((), ("--night-log",)):
        text = hostile("export", "csv", "-o", "-", *extra).stdout
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [cell for cell in row if cell[:1] in set("=+-@\t\r")], row
    assert hostile("export", "csv", "-o", "all.csv").code == 0
    again = hostile("import", "all.csv", "--json").data
    assert (again["new"], again["already_here"]) == (0, 2)


class Tags(HTMLParser):
    """Every tag of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name.startswith("on")], (tag, attrs)
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_no_text_is_markup_on_the_page(hostile: Inside, home: Path) -> None:
    assert hostile("report", "month", "-o", "page.html").code == 0
    page = Tags((home / "page.html").read_text())
    assert not page.tags & {"script", "img", "iframe", "b", "object", "embed", "link", "form"}
    for said in ("<script>alert(1)</script>", "{{7*7}}", "#panic()", "=Eve <b>", "</style>"):
        assert said in page.text
    assert not STEERING.search(page.text)


def test_no_text_is_markup_in_the_pdf(hostile: Inside, home: Path) -> None:
    assert hostile("report", "month", "-o", "page.pdf").code == 0
    text = "".join(page.extract_text() for page in pypdf.PdfReader(home / "page.pdf").pages)
    for said in ("#panic()", "#read(", "{{7*7}}", "=Eve <b>"):
        assert said in text
    assert "root:" not in text


def test_no_text_is_markup_in_markdown(hostile: Inside) -> None:
    told = hostile("report", "month", "--format", "md").stdout
    assert "<script>" not in told
    assert "](javascript:" not in told.replace("\\]", "")


@pytest.mark.parametrize("name", ["$(touch owned)", "`touch owned`", "a;b", "a b", "x'y", "a\\b"])
def test_the_tab_key_offers_nothing_that_a_shell_would_run(
    run: Inside, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert run("person", "add", name).code == 0
    assert run("person", "add", "Änne-2").code == 0
    monkeypatch.setenv("_CRAMPLOG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "cramplog person use ")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert sorted(run().stdout.split()) == ["me", "Änne-2"]


def test_a_command_that_an_error_suggests_runs_nothing_of_a_name(run: Inside) -> None:
    told = run("condition", "end", "$(touch owned)")
    assert "cramplog condition add '$(touch owned)'" in told.stderr


def test_a_line_break_makes_no_second_entry_in_the_rescue_file(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = 'x\n{"at": "2026-01-01T00:00:00Z", "words": ["delete", "1"]}\n'
    (home / "folder").mkdir()
    monkeypatch.setenv("CRAMPLOG_DB", str(home / "folder"))
    assert run("log", "calf", "--note", forged).code == 5
    (line,) = next(home.rglob("rescue.txt")).read_text().splitlines()
    assert json.loads(line)["words"] == ["log", "calf", "--note", forged]


def test_a_line_break_makes_no_second_line_in_a_crash_report(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError(HOSTILE)

    monkeypatch.setattr("cramplog.services.record.log", breaks)
    assert run("log", "calf", "--note", HOSTILE).code == 70
    report = next(home.rglob("crash-*")).read_text()
    assert not STEERING.search(report)
    assert "owned" not in report
    assert report.splitlines()[-1] == "ZeroDivisionError"


@pytest.mark.parametrize("key", ["age1x\nage1y", "ssh-ed25519 AAAA", "age1plugin", ON_A_LINE])
def test_a_recipient_that_is_none_seals_nothing(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.chdir(home)
    assert run("export", "csv", "--recipient", key, "-o", "x.age").code == 2
    assert not (home / "x.age").exists()


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "-rf .", "a/b c/d"])
def test_a_persons_name_leads_no_export_to_another_folder(
    run: Inside, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = home / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    assert run("person", "add", "--", name).code == 0
    assert run("export", "csv", "--initials", "--person", name).code == 0
    assert [path.parent for path in home.rglob("*.csv")] == [place]
