"""Files that leave the program: whole, sealed, harmless; a record comes back to the byte."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pexpect
import pyrage
import pytest
from running import Program, assert_refused, episodes

from cramplog.interchange.csv_episodes import HEADER

SAMPLE = Path(__file__).parents[1] / "interchange" / "samples" / "diary-1.json"
FORMS = {"csv": "a.csv", "json": "a.json", "fhir": "a.fhir.json"}
NOW = "2026-11-23T15:30:00+00:00"  # after everything that the sample holds


@pytest.fixture(name="cramplog")
def later(cramplog: Program) -> Program:
    return cramplog.with_environment(CRAMPLOG_NOW=NOW)


@pytest.fixture
def sampled(cramplog: Program) -> Program:
    """A diary with the frozen sample in it."""
    told = cramplog("import", str(SAMPLE))
    assert told.code == 0, told
    return cramplog


def said(cramplog: Program, *words: str) -> str:
    told = cramplog(*words)
    assert told.code == 0, told
    return " ".join(told.stdout.split())


def test_a_record_goes_into_an_empty_diary_and_comes_out_to_the_byte(
    sampled: Program, home: Path
) -> None:
    said(sampled, "export", "json", "-o", "a.json")
    assert (home / "a.json").read_bytes() == SAMPLE.read_bytes()
    said(sampled, "import", "a.json", "--db", "b.db")
    said(sampled, "export", "json", "-o", "b.json", "--db", "b.db")
    assert (home / "b.json").read_bytes() == SAMPLE.read_bytes()
    again = sampled("import", "a.json", "--json").data
    assert (again["new"], again["already_here"]) == (0, again["read"])


def test_an_import_is_one_undo_step_with_a_backup_before_it(sampled: Program, home: Path) -> None:
    assert "import of" in said(sampled, "undo")
    assert episodes(sampled, "--since", "2026-01-01") == []
    assert list(home.rglob("*-import*.db"))


@pytest.mark.parametrize(("form", "file"), FORMS.items())
def test_an_export_says_what_it_holds_and_that_it_is_not_encrypted(
    sampled: Program, home: Path, form: str, file: str
) -> None:
    told = said(sampled, "export", form, "-o", file)
    assert f"Wrote {file}: 3 episodes" in told
    assert "It is not encrypted." in told
    assert "It contains your notes (1); without them: --no-notes." in told
    assert "It contains the name Zoë; without it: --no-name." in told
    assert "Zoë" in (home / file).read_text("utf-8")
    assert (home / file).stat().st_mode & 0o777 == 0o600
    assert_refused(sampled("export", form, "-o", file), 3, "exists", "--force")


@pytest.mark.parametrize(("form", "file"), FORMS.items())
def test_notes_and_name_can_be_left_out_of_every_format(
    sampled: Program, home: Path, form: str, file: str
) -> None:
    told = said(sampled, "export", form, "-o", file, "--no-notes", "--no-name")
    assert "contains" not in told
    text = (home / file).read_text("utf-8")
    assert ("Zoë" in text, "HYPERLINK" in text) == (False, False)
    data = sampled("export", form, "-o", file, "--force", "--no-notes", "--json").data
    assert (data["notes"], data["encrypted"], data["format"]) == (0, False, form)


@pytest.mark.parametrize("form", FORMS)
def test_the_default_name_is_of_the_day_and_names_nobody(sampled: Program, form: str) -> None:
    name = FORMS[form].replace("a.", "cramplog-2026-11-23.")
    assert sampled("export", form, "--json").data["file"] == name
    key = str(pyrage.x25519.Identity.generate().to_public())
    told = sampled("export", form, "--json", "--recipient", key).data
    assert (told["file"], told["encrypted"]) == (f"{name}.age", True)


@pytest.mark.parametrize("form", FORMS)
def test_age_opens_what_was_sealed_to_a_recipient(sampled: Program, home: Path, form: str) -> None:
    age, keygen = shutil.which("age"), shutil.which("age-keygen")
    if not age or not keygen:
        pytest.skip("age is not installed")
    subprocess.run([keygen, "-o", home / "key"], check=True, capture_output=True)
    public = subprocess.run(
        [keygen, "-y", home / "key"], check=True, capture_output=True, text=True
    ).stdout.strip()
    told = said(sampled, "export", form, "-o", "x.age", "--recipient", public)
    assert "It is encrypted to 1 recipient" in told
    assert b"HYPERLINK" not in (home / "x.age").read_bytes()
    said(sampled, "export", form, "-o", "plain")
    opened = subprocess.run(
        [age, "-d", "-i", home / "key", home / "x.age"], check=True, capture_output=True
    )
    assert opened.stdout == (home / "plain").read_bytes()
    piped = subprocess.run(
        [*sampled.command, "export", form, "-o", "-", "--recipient", public],
        env=sampled.environment,
        cwd=home,
        check=True,
        capture_output=True,
    )
    assert piped.stdout.startswith(b"age-encryption.org/v1\n")
    assert_refused(sampled("import", "x.age"), 2, "is encrypted", "--identity")


def test_a_passphrase_comes_from_a_file_and_never_from_an_argument(
    sampled: Program, home: Path
) -> None:
    (home / "secret").touch(mode=0o600)
    (home / "secret").write_text("correct horse battery\nsecond line\n")
    sealed = sampled.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(home / "secret"))
    assert "with your passphrase" in said(sealed, "export", "json", "-o", "x.age", "--encrypt")
    opened = pyrage.passphrase.decrypt((home / "x.age").read_bytes(), "correct horse battery")
    assert opened == SAMPLE.read_bytes()
    (home / "secret").write_text("short\n")
    assert_refused(sealed("export", "json", "-o", "y", "--encrypt"), 2, "10 characters")
    nowhere = sampled.with_environment(CRAMPLOG_PASSPHRASE_FILE=str(home / "nowhere"))
    assert_refused(nowhere("export", "json", "-o", "y", "--encrypt"), 2, "cannot be read")
    assert_refused(sampled("export", "json", "-o", "y", "--encrypt"), 2, "--recipient")
    assert_refused(sampled("export", "csv", "-o", "y", "--recipient", "me"), 2, "age recipient")
    assert not (home / "y").exists()


def test_a_passphrase_is_asked_for_twice_at_a_terminal(sampled: Program, home: Path) -> None:
    def at_terminal(file: str, first: str, second: str) -> pexpect.spawn[str]:
        program = pexpect.spawn(
            sampled.command[0],
            ["export", "csv", "-o", file, "--encrypt"],
            env=sampled.environment,
            cwd=str(home),
            encoding="utf-8",
            timeout=60,
        )
        program.expect("Passphrase: ")
        program.sendline(first)
        program.expect("The same again: ")
        program.sendline(second)
        program.expect(pexpect.EOF)
        program.close()
        return program

    wrong = at_terminal("x.age", "correct horse battery", "correct horse buttery")
    assert (wrong.exitstatus, (home / "x.age").exists()) == (2, False)
    right = at_terminal("x.age", "correct horse battery", "correct horse battery")
    assert right.exitstatus == 0
    assert "correct horse" not in str(right.before)
    opened = pyrage.passphrase.decrypt((home / "x.age").read_bytes(), "correct horse battery")
    assert opened.decode().startswith(HEADER)


def test_a_document_is_a_bundle_with_a_composition_in_front(sampled: Program, home: Path) -> None:
    said(sampled, "export", "fhir", "--document", "-o", "d.json")
    bundle = json.loads((home / "d.json").read_text("utf-8"))
    first = bundle["entry"][0]["resource"]["resourceType"]
    assert (bundle["type"], first) == ("document", "Composition")


def test_a_period_cuts_cramps_and_nights(sampled: Program, home: Path) -> None:
    period = ("--since", "2026-11-16", "--until", "2026-11-17")
    told = {form: sampled("export", form, "--json", "-o", form, *period).data for form in FORMS}
    assert [each["episodes"] for each in told.values()] == [1, 1, 1]
    found = json.loads((home / "json").read_text("utf-8"))
    assert [night["night"] for night in found["nights"]] == ["2026-11-16", "2026-11-17"]
    assert len(found["conditions"]) == 3


def test_a_lone_surrogate_in_a_record_is_refused_by_its_line(cramplog: Program, home: Path) -> None:
    text = SAMPLE.read_text("utf-8").replace("second line", "\\ud800")
    (home / "bad.json").write_text(text)
    line = text[: text.index("ud800")].count("\n") + 1
    assert_refused(cramplog("import", "bad.json"), 2, f"Line {line}: ", "not text")
    assert episodes(cramplog) == []
    told = cramplog("import", "bad.json", "--skip-bad", "--json").data
    assert (told["not_understood"], told["errors"][0]["line"]) == (1, line)


def test_flags_go_into_the_bundle_with_their_evidence(cramplog: Program, home: Path) -> None:
    for day in range(1, 9):
        said(cramplog, "log", f"2026-11-{day + 10} 02:30", "both", "calf", "12m", "8")
    told = cramplog("export", "fhir", "-o", "a.json", "--json").data
    assert told["flags"] > 0
    bundle: dict[str, Any] = json.loads((home / "a.json").read_text("utf-8"))
    derived = [e["resource"] for e in bundle["entry"] if "derivedFrom" in e["resource"]]
    assert derived


def test_a_files_own_name_carries_initials_only_if_asked(cramplog: Program) -> None:
    assert cramplog("person", "add", "Anna Berg").code == 0
    who = ("--person", "Anna Berg")
    assert cramplog("log", "left", "calf", *who).code == 0
    plain = cramplog("export", "csv", "--json", *who).data["file"]
    named = cramplog("export", "csv", "--initials", "--json", *who).data["file"]
    assert Path(plain).name == "cramplog-2026-11-23.csv"
    assert Path(named).name == "cramplog-AB-2026-11-23.csv"
