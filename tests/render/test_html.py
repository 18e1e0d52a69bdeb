"""The page as text: its policy, its content, and that words are words. A browser has its own."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pages
import pytest
from sample_diaries import SAMPLES

from cramplog.render.html import html
from cramplog.render.sheet import sheet

MAY_LOAD = {"src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href"}


class Page(HTMLParser):
    """Tags with their attributes, and all text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_policy_lets_nothing_in_but_the_one_style_sheet() -> None:
    text = html(sheet(pages.report(14, 28)))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    known = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.replace("&#39;", "'").replace("&#43;", "+") == (
        f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    )
    assert text.index("Content-Security-Policy") < text.index("<style>")


@pytest.mark.parametrize("report", [pages.crowded, SAMPLES["year"], SAMPLES["empty_diary"]])
def test_no_tag_asks_for_anything(report: object) -> None:
    page = Page(html(sheet(report())))  # type: ignore[operator]
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "iframe", "object", "embed", "img", "form", "base"}
        assert not {name for name in attributes if name in MAY_LOAD or name.startswith("on")}
        assert "style" not in attributes
        assert (attributes.get("href") or "#").startswith("#")


def test_hostile_text_is_text() -> None:
    page = Page(html(sheet(pages.crowded(note=pages.HOSTILE))))
    for words in (
        *('=HYPERLINK("http://127.0.0.1/","x")', "<script>alert(1)</script>", "{{7*7}}"),
        *("<img src=x onerror=alert(1)>", "#set page(width: 1pt)", "]]> -->", "</style>"),
        *("\\x1b[31mred", "\\u202eodd\\u202c", "\\ud800"),
    ):
        assert words in page.words
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page.words)


def test_it_tells_what_the_pdf_tells() -> None:
    words = Page(html(sheet(pages.report(14, 28, person="Anna")))).words
    for told in (
        *("Self-reported, not a diagnosis", "Anna", "born 1958", "cramps since 2019"),
        *("ROUTINE", "Cramps come regularly.", "12 rules could not be checked"),
        *("95% CI", "Suspected triggers", "Tried, and what helped", "All episodes"),
        *("atorvastatin from 2024", "no diabetes", "This file is not encrypted."),
    ):
        assert told in words


def test_every_episode_is_there_with_its_note_whole() -> None:
    report = pages.report(30, 60)
    noted = report.episodes[3].replace(note="line one\nline two " + "x" * 5000)
    told = (*report.episodes[:3], noted, *report.episodes[4:])
    page = Page(html(sheet(report.replace(episodes=told))))
    assert "line one\nline two " + "x" * 5000 in page.words
    rows = [attributes for tag, attributes in page.tags if attributes.get("scope") == "row"]
    assert len(rows) >= 30


def test_every_drawing_has_a_text_alternative_and_ids_are_said_once() -> None:
    page = Page(html(sheet(pages.report(30, 200))))
    drawings = [attributes for tag, attributes in page.tags if tag == "svg"]
    assert len(drawings) == 4
    assert all(each["role"] == "img" and each["aria-label"] for each in drawings)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {each["aria-labelledby"] for _, each in page.tags if "aria-labelledby" in each}
    assert named <= set(ids)


def test_the_same_report_is_the_same_page() -> None:
    assert html(sheet(pages.report(14, 28))) == html(sheet(pages.report(14, 28)))
