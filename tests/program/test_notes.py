"""Free text is kept exactly as typed and never obeyed."""

from __future__ import annotations

import pytest
from running import Program, assert_refused, episodes

HOSTILE = {
    "new lines": "first\nsecond\r\nthird\ttabbed",
    "an escape sequence": "red \x1b[31mleg\x1b[0m and \x1b]0;title\x07 bell",
    "other control characters": "back\x08space \x01\x7f\x9b",
    "Rich markup": "[bold red]not bold[/] [link=http://example.org]no link[/link] [/unclosed]",
    "an emoji": "\U0001f9b5 hurts \U0001f469\u200d\U0001f469\u200d\U0001f466",
    "right-to-left text": "\u05db\u05d5\u05d0\u05d1 \u202eevil\u202c \u0627\u0644\u0645",
    "combining marks": "Za\u0308hne z\u0335\u0321a",
    "a formula": "=HYPERLINK(1)",
    "quotes and commas": "a \"b\", 'c'; d",
    "a percent and a brace": "100 % {name} {} %s %(x)s",
    "SQL": "'); DROP TABLE episode; --",
    "an option": "--json",
    "ten thousand characters": "x" * 10_000,
    "outer blanks": "  kept as typed  ",
}
READERS = ("show last", "list", "report week", "export csv -o -", "", "undo")


@pytest.mark.parametrize("note", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_note_is_kept_exactly_and_shown_harmlessly(cramplog: Program, note: str) -> None:
    logged = cramplog("log", "left", "calf", "--note", note)
    assert logged.code == 0, logged
    (stored,) = episodes(cramplog)
    assert stored["note"] == note
    shown = [logged, *(cramplog(*line.split()) for line in READERS)]
    for line, told in zip(("log", *READERS), shown, strict=True):
        assert (told.code, told.stderr) == (0, ""), (line, told)
        if not line.startswith("export"):
            steering = {chr(code) for code in (*range(32), *range(0x7F, 0xA0))} - {"\n", "\t"}
            unsafe = [c for c in told.stdout if c in steering]
            assert unsafe == [], (line, told)
            assert "\u202e" not in told.stdout, line


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_note_survives_an_old_locale(cramplog: Program, locale: str) -> None:
    old = cramplog.with_environment(LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert cramplog("log", "calf", "--note", "\U0001f9b5 \u05db\u05d5").code == 0
    for line in ("show last", "list", "report week", "show last --json"):
        told = old(*line.split())
        assert (told.code, told.stderr) == (0, ""), told


@pytest.mark.parametrize("note", ["", " ", "\n\t", "x" * 10_001, "x" * 100_000])
def test_a_note_that_says_nothing_or_too_much_is_refused(cramplog: Program, note: str) -> None:
    assert_refused(cramplog("log", "calf", "--note", note), 2, "note")
    assert episodes(cramplog) == []


def test_a_note_with_the_zero_character_cannot_be_imported(cramplog: Program) -> None:
    assert cramplog("log", "calf", "--note", "zero").code == 0
    rows = cramplog("export", "csv", "-o", "-").stdout.replace("zero", "ze\x00ro")
    assert cramplog("undo").code == 0
    (cramplog.folder / "rows.csv").write_bytes(rows.encode())
    told = cramplog("import", "rows.csv")
    assert told.code == 2, told
    assert "\x00" not in told.stderr
    assert episodes(cramplog) == []


def test_error_messages_repeat_no_control_character(cramplog: Program) -> None:
    told = cramplog("edit", "last", "calf\x1b[31m\n\x07")
    assert told.code != 0
    assert told.stderr.count("\n") == 1
    assert [c for c in told.stderr.rstrip("\n") if c < " "] == []
