"""Letters of every script: found however they are composed, shown as typed, steering nothing."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside
from running import assert_refused

from cramplog.domain.catalogue import key
from cramplog.letters import alike
from cramplog.render.report_words import lines
from cramplog.render.text import columns, flow, visible


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_composed_and_decomposed_are_alike(text: str) -> None:
    assert alike(text) == alike(nfd(text)) == alike(unicodedata.normalize("NFC", text))
    assert alike(alike(text)) == alike(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", nfd("CAFÉ")),
        ("Straße", "STRASSE"),
        ("İzmir", "izmir"),
        ("ISPARTA", "ısparta"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Ёлка", nfd("ёлка")),
        ("5\u00a0km", "5 km"),
        ("می\u200cخواهم", "میخواهم"),
        ("soft\u00adhyphen", "softhyphen"),
        ("한국어", nfd("한국어")),
    ],
)
def test_texts_that_are_one_to_a_reader_are_alike(run: Inside, one: str, other: str) -> None:
    assert alike(one) == alike(other)
    run("log", "calf", "--note", f"so: {one}.")
    assert run("list", "--search", other).code == 0
    assert run("show", "--json").data["episode"]["note"] == f"so: {one}."


@pytest.mark.parametrize(("one", "other"), [("café", "cafe"), ("schön", "schon"), ("о", "o")])
def test_other_letters_are_not_alike(one: str, other: str) -> None:
    assert alike(one) != alike(other)


def test_a_person_is_known_in_any_case_and_composition(run: Inside) -> None:
    name = "Zoë Groß"
    assert run("person", "add", name).code == 0
    assert_refused(run("person", "add", nfd("zoë gross")), 3, name)
    assert run("--person", nfd("ZOË GROSS"), "log", "calf").stdout.startswith(f"Logged of {name}")
    assert run("person", "use", "zoë groß").code == 0
    assert run("show", "--json").data["episode"]["person"] == name
    assert run("config", "set", "person", "ME").code == 0
    assert run("person", "rename", "ZOË GROß", nfd("Zoë")).code == 0
    assert run("person", "list", "--json").data["people"][1]["name"] == nfd("Zoë")
    assert_refused(run("person", "rename", "me", "ZOË"), 3, "in this diary already")
    assert run("person", "rename", "me", "Me").code == 0
    assert run("person", "remove", "zoë").code == 0


@pytest.mark.parametrize("name", ["علی\u200cرضا", "Jean\u00a0Luc", "क्\u200dष", "山田\u3000太郎"])
def test_a_name_keeps_its_joiners_and_spaces(run: Inside, name: str) -> None:
    assert run("person", "add", name).code == 0
    assert name in run("person", "list").stdout


@pytest.mark.parametrize("name", ["kälte", "गर्मी", "яма", "寒さ", "sıcak"])
def test_an_own_trigger_is_known_however_it_is_typed(run: Inside, name: str) -> None:
    assert run("config", "add-trigger", nfd(name)).code == 0
    assert run("log", "calf", f"@{name.upper()}").code == 0
    assert run("list", "--trigger", name, "--json").data["episodes"][0]["triggers"] == [nfd(name)]
    assert run("night", "yesterday", f"{name.title()}=yes").code == 0
    assert run("config", "add-trigger", name).code == 0
    settings = run("config", "list", "--json").data["settings"]
    assert len([each for each in settings if each.startswith("trigger.")]) == 1


def test_a_condition_and_a_medicine_are_known_however_they_are_typed(run: Inside) -> None:
    run("condition", "add", nfd("Müdigkeit"))
    assert run("condition", "end", "MÜDIGKEIT").code == 0
    run("medicine", "start", "Weißdorn")
    assert run("medicine", "stop", "WEISSDORN").code == 0
    assert key("Sjögren’s") == key(nfd("SJÖGRENS"))


SHOWN = [
    "5\u00a0km, 10\u202f%",
    "می\u200cخواهم",
    "क्\u200dष",
    "👨\u200d👩\u200d👧 ❤\ufe0f",
    "soft\u00adhyphen",
    "山田\u3000太郎",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
]
HIDDEN = ["\u202e", "\u2066", "\u200f", "\x1b[31m", "\x07", "\x9b", "\u2028", "\U000e0041"]


@pytest.mark.parametrize("text", SHOWN)
def test_what_languages_need_is_shown_as_it_is(run: Inside, home: Path, text: str) -> None:
    run("log", "calf", "--note", text)
    assert text in run("show").stdout
    assert text in run("list").stdout
    for form in ("md", "html"):
        page = home / f"page.{form}"
        assert run("report", "week", "-o", str(page)).code == 0
        assert text in page.read_text(encoding="utf-8")
    assert run("report", "week", "-o", str(home / "page.pdf")).code == 0


@pytest.mark.parametrize("text", HIDDEN)
def test_what_steers_or_hides_is_escaped(run: Inside, home: Path, text: str) -> None:
    run("log", "calf", "--note", f"a{text}b")
    page, message = home / "page.html", home / "page.md"
    for file in (page, message):
        assert run("report", "week", "-o", str(file)).code == 0
    for told in (
        run("show").stdout,
        run("list").stdout,
        page.read_text(encoding="utf-8"),
        message.read_text(encoding="utf-8"),
    ):
        assert text[0] not in told
    assert run("show", "--json").data["episode"]["note"] == f"a{text}b"


@given(TEXT)
def test_nothing_shown_steers(text: str) -> None:
    assert not [c for c in visible(text) if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not {unicodedata.bidirectional(c) for c in visible(text)} & {"RLO", "LRO", "RLE", "PDF"}


WIDE = st.text(st.sampled_from("a é日本한👩👍🏽\u200dि\u0301ก ั"), max_size=120)


@given(WIDE, st.integers(20, 90))
def test_no_line_is_wider_than_the_screen_and_no_letter_is_lost(text: str, width: int) -> None:
    told = flow(text, width, "  ")
    assert max(map(columns, told)) <= width
    assert "".join("".join(told).split()) == "".join(text.split())
    assert not [line for line in told if unicodedata.combining((line.strip() or "a")[0])] or (
        unicodedata.combining((text.strip() or "a")[0])
    )


@given(WIDE, st.integers(40, 90))
def test_a_line_of_the_report_is_no_wider_than_the_screen(text: str, width: int) -> None:
    assert max(map(columns, lines("Suspected", [text or "x"], width))) <= width


@pytest.mark.parametrize("columns_", ["40", "80"])
def test_every_screen_wraps_by_display_width(
    run: Inside, monkeypatch: pytest.MonkeyPatch, columns_: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns_)
    word = "山田太郎とても長い名前の人" * 3
    run("person", "add", word)
    run("config", "add-trigger", "寒さ" * 15)
    monkeypatch.setenv("CRAMPLOG_PERSON", word)
    run("log", "calf", f"@{'寒さ' * 15}", "--note", "夜中に足がつった " * 9)
    run("condition", "add", word)
    run("medicine", "start", word)
    run("visit", "set", "tomorrow", word)
    for line in ("list", "show", "report week", "person", "visit", "flags", "medicine", "", "undo"):
        told = run(*line.split())
        assert max(map(columns, told.stdout.splitlines())) <= int(columns_), (line, told.stdout)
