"""Notes of FHIR are Markdown: whatever was typed shows as it was typed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cramplog.interchange.fhir_markdown import markdown, plain, shown

PRESETS = ("commonmark", "gfm-like")
TYPED = (
    "# not a heading",
    "- no list\n- of two",
    "+ no list",
    "1. first\n2) second",
    "one line\nanother",
    "a paragraph\n\nanother\n\n\n\nand a third",
    "title\n===",
    "title\n---",
    "> no quotation",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a\n:--",
    "    four spaces\n\ta tab ",
    "\nspace around\n\n",
    "a <b>tag</b> &amp; &copy; ![x](http://x) [y](z) <http://x>",
    "*bold* __under__ ~~struck~~ `code` \\*",
    "```\nfence\n```\n~~~",
    "-1.5 and +3, 4.5 m, 10/10",
)
PIECES = (
    "#",
    "-",
    "+",
    "=",
    "1.",
    "12)",
    "|",
    ":--",
    ">",
    "<b>",
    "&lt;",
    "\\",
    "*",
    "_",
    "`",
    "~~~",
)
SPACES = (" ", "  ", "\n", "\n\n", "\t", "\u00a0", "word")


def rendered(text: str, preset: str) -> str:
    """What a reader of the note sees; only paragraphs and line breaks may be there."""
    page = MarkdownIt(preset, {"linkify": False}).render(text)
    page = re.sub(r"<br ?/?>\n", "\n", page.replace("</p>\n<p>", "\n\n"))
    page = page.removeprefix("<p>").removesuffix("\n").removesuffix("</p>")
    assert not re.search("<[a-z/]", page), page
    return unescape(page)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("text", TYPED)
def test_a_note_shows_as_it_was_typed(text: str, preset: str) -> None:
    assert rendered(markdown(text), preset) == text


@given(st.lists(st.sampled_from(PIECES + SPACES)).map("".join))
def test_no_text_becomes_markup(text: str) -> None:
    if text.strip():
        assert [rendered(markdown(text), preset) for preset in PRESETS] == [text, text]


@given(st.text())
def test_the_plain_text_comes_back(text: str) -> None:
    assert shown(markdown(text)) == plain(text.replace("\r\n", "\n").replace("\r", "\n"))
