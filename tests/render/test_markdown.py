"""The message: what stands in it, and that nothing a user wrote is markup."""

import pages
import pytest
from markdown_it import MarkdownIt
from sample_diaries import SAMPLES

from cramplog.render.markdown import EPISODES_SHOWN, markdown, plain
from cramplog.render.sheet import sheet

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def test_it_tells_what_the_page_tells() -> None:
    told = markdown(sheet(pages.report(14, 28, person="Anna")))
    for words in (
        "Self-reported, not a diagnosis",
        "Anna; born 1958; female",
        "ROUTINE: Cramps come regularly.",
        "12 rules could not be checked",
        "varicose veins since 2019",
        '"ramipril" from 2026-05 (5 mg; 10 mg from 2026-08-01)',
        "## Suspected triggers",
        "95% CI",
    ):
        assert words in told


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_a_message(name: str) -> None:
    told = markdown(sheet(SAMPLES[name]()))
    assert told.startswith("# Night leg cramps: ")
    assert told.endswith("\n")


def test_hostile_text_is_text() -> None:
    told = markdown(sheet(pages.crowded(note=pages.HOSTILE)))
    kinds = {
        inner.type for token in PARSER.parse(told) for inner in (token, *(token.children or ()))
    }
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline", "s_open"}
    assert not kinds & {"em_open", "fence", "code_block", "blockquote_open", "hr"}
    shown = PARSER.render(told)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "#set page(width: 1pt)" in shown
    assert "\x1b" not in told
    assert "\u202e" not in told
    told.encode()  # no lone surrogate


@pytest.mark.parametrize(
    "text", ["# x", "- x", "+ x", "1. x", "12) x", "> x", "===", "    x", "|x|", "7/10", "-"]
)
def test_a_line_cannot_begin_a_block(text: str) -> None:
    tokens = PARSER.parse(plain(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert PARSER.render(plain(text)).strip() == f"<p>{text.strip().replace('>', '&gt;')}</p>"


def test_a_long_diary_gives_its_last_episodes_and_says_so() -> None:
    told = markdown(sheet(pages.report(400)))
    assert f"The last {EPISODES_SHOWN} of 400; the PDF has all." in told
    assert len(told) < 10_000
