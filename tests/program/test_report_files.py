"""`report --format pdf|html|md` from end to end."""

import os
import re
from pathlib import Path

import pytest
from running import Program, assert_refused


@pytest.fixture(name="cramplog")
def _cramplog_with_a_week(cramplog: Program, week: Path) -> Program:
    return cramplog


def test_pdf_goes_to_a_file_named_after_the_day(cramplog: Program, home: Path) -> None:
    told = cramplog("report", "--format", "pdf")
    assert told.code == 0
    assert told.stdout.startswith("Wrote cramplog-2026-11-23.pdf: 5 episodes")
    assert "It is not encrypted." in told.stdout
    assert "--no-notes" in told.stdout
    made = home / "cramplog-2026-11-23.pdf"
    assert made.read_bytes().startswith(b"%PDF-1.7")
    assert made.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["page.pdf", "page.html", "page.md", "page.json"])
def test_the_format_follows_from_the_name_of_the_file(
    cramplog: Program, home: Path, name: str
) -> None:
    assert cramplog("report", "-o", name).code == 0
    begins = {"pdf": "%PDF", "html": "<!doctype html>", "md": "# Night", "json": "{"}
    told = (home / name).read_bytes().lstrip().decode("latin-1")
    assert told.startswith(begins[name.partition(".")[2]])


def test_an_existing_file_is_refused_and_stays_as_it_was(cramplog: Program, home: Path) -> None:
    (home / "page.pdf").write_text("mine")
    assert_refused(cramplog("report", "-o", "page.pdf"), 3, "page.pdf", "--force")
    assert (home / "page.pdf").read_text() == "mine"
    assert cramplog("report", "-o", "page.pdf", "--force").code == 0
    assert (home / "page.pdf").read_bytes().startswith(b"%PDF")
    assert sorted(path.name for path in home.iterdir() if path.suffix != ".local") == [
        ".local",
        "page.pdf",
    ]


def test_nothing_is_left_where_a_file_cannot_be_written(cramplog: Program, home: Path) -> None:
    assert_refused(cramplog("report", "-o", "nowhere/page.pdf"), 2, "nowhere/page.pdf")
    assert [path.name for path in home.iterdir()] == [".local"]


def test_markdown_goes_to_the_standard_output(cramplog: Program, home: Path) -> None:
    told = cramplog("report", "--format", "md")
    assert told.stdout.startswith("# Night leg cramps: Nights of 16 to 22 Nov 2026\n")
    assert "after a long walk" in told.stdout
    assert [path.name for path in home.iterdir()] == [".local"]


def test_a_dash_writes_the_page_to_the_standard_output_and_nothing_else(cramplog: Program) -> None:
    with cramplog.popen("report", "--format", "pdf", "-o", "-") as process:
        stdout, stderr = process.communicate(timeout=60)
    assert stdout.startswith(b"%PDF")
    assert stdout.rstrip().endswith(b"%%EOF")
    assert stderr == b""
    page = cramplog("report", "--format", "html", "-o", "-").stdout
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


@pytest.mark.parametrize("format_", ["md", "html"])
def test_notes_and_names_stay_out_where_asked(cramplog: Program, format_: str) -> None:
    assert cramplog("person", "add", "Anna Berg").code == 0
    where = ("--person", "Anna Berg", "report", "--format", format_, "-o", "-")
    assert cramplog("--person", "Anna Berg", "log", "02:00", "--note", "private").code == 0
    told = cramplog(*where).stdout
    assert "Anna Berg" in told
    assert "private" in told
    assert "1 note" in told
    assert "This file is not encrypted." in told
    hidden = cramplog(*where, "--no-notes", "--no-name").stdout
    assert "Anna" not in hidden
    assert "private" not in hidden
    assert "no name" in hidden
    assert "no notes" in hidden


def test_initials_stand_in_the_name_of_the_file_only_if_asked(
    cramplog: Program, home: Path
) -> None:
    assert cramplog("person", "add", "Anna ../Berg").code == 0
    for more in ([], ["--initials"]):
        told = cramplog("--person", "Anna ../Berg", "report", "--format", "html", *more)
        assert told.code == 0, told
    names = {path.name for path in home.iterdir() if path.name != ".local"}
    assert names == {"cramplog-2026-11-23.html", "cramplog-A-2026-11-23.html"}


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("de_DE.UTF-8", "a4"), ("en_US.UTF-8", "letter"), ("C.UTF-8", "a4"), ("es_MX", "letter")],
)
def test_the_paper_is_that_of_the_country(cramplog: Program, locale: str, paper: str) -> None:
    assert _box(cramplog.with_environment(LC_ALL=locale)) == paper


def test_the_paper_can_be_said(cramplog: Program) -> None:
    assert _box(cramplog, "--paper", "letter") == "letter"
    assert _box(cramplog.with_environment(LC_ALL="en_US.UTF-8"), "--paper", "a4") == "a4"
    refused = cramplog("report", "--format", "pdf", "--paper", "a5")
    assert_refused(refused, 2, '"a5"', "--paper letter")


def _box(cramplog: Program, *words: str) -> str:
    import pypdfium2 as pdfium

    with cramplog.popen("report", "--format", "pdf", "-o", "-", *words) as process:
        made, _ = process.communicate(timeout=60)
    document = pdfium.PdfDocument(made)
    width = document[0].get_width()
    document.close()
    return "letter" if width == 612 else "a4"


def test_json_tells_what_was_written(cramplog: Program) -> None:
    data = cramplog("report", "-o", "page.html", "--json").data
    assert data["file"] == "page.html"
    assert (data["format"], data["episodes"], data["notes"]) == ("html", 5, 1)
    assert (data["first_night"], data["last_night"]) == ("2026-11-16", "2026-11-22")
    refused = cramplog("report", "--format", "html", "-o", "-", "--json")
    assert refused.error["code"] == "bad_option"


def test_an_unknown_format_is_refused(cramplog: Program) -> None:
    assert_refused(cramplog("report", "--format", "docx"), 2, '"docx"', "pdf")


def test_medicines_and_conditions_are_on_the_page(cramplog: Program) -> None:
    assert cramplog("medicine", "start", "atorvastatin", "--on", "2026-10-01").code == 0
    assert cramplog("condition", "add", "varicose", "veins", "--since", "2019").code == 0
    told = cramplog("report", "--format", "md").stdout
    assert "atorvastatin from 2026-10-01" in told
    assert "varicose veins since 2019" in told


def test_the_text_report_loads_nothing_of_the_pages(cramplog: Program) -> None:
    told = cramplog("report", "week", PYTHONPROFILEIMPORTTIME="1")
    assert told.code == 0
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "cramplog.cli.report" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in {"typst", "jinja2"}}
    assert "cramplog.render.sheet" not in loaded


def test_an_empty_diary_gives_a_page(cramplog: Program, home: Path) -> None:
    empty = cramplog.with_environment(CRAMPLOG_DB=os.fspath(home / "empty.db"))
    assert [empty(word).code for word in ("log", "undo")] == [0, 0]
    for format_ in ("pdf", "html", "md"):
        assert empty("report", "-o", f"empty.{format_}").code == 0


def test_the_page_tells_a_doctor_what_was_looked_for_and_not_whom_to_call(
    week: Path, cramplog: Program
) -> None:
    for line in (
        "medicine start furosemide --on 2026-03",
        "medicine stop furosemide --on 2026-11-01",
        "symptom swelling left",
        "symptom chest-pain --absent",
    ):
        assert cramplog(*line.split()).code == 0
    report = cramplog("report", "month", "--format", "json").data["report"]
    assert [(sign["name"], sign["side"], sign["status"]) for sign in report["signs"]] == [
        ("swelling", "left", "present"),
        ("chest_pain", None, "absent"),
    ]
    assert report["medicines"][0]["with_cramps"] == "goes with cramps (Garrison 2012)"
    assert len(report["questions"]) <= 5
    for name in ("a.md", "a.html"):
        assert cramplog("report", "month", "-o", name).code == 0
        told = (week / name).read_text("utf-8").replace("\\", "")
        for words in (
            "Signs that can mean a clot in a leg vein",
            "Present: swelling of the leg, left (Mon 23 Nov 2026)",
            "Looked for and absent: chest pain (Mon 23 Nov 2026)",
            "furosemide from 2026-03 to 2026-11-01: goes with cramps (Garrison 2012)",
        ):
            assert words in told, words
        assert not re.search(r"\b(see|call|ask|to) (a|your) GP|\bGP, or\b|[Tt]oday:", told)
