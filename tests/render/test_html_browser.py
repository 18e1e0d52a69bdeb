"""The page in real headless Chromium: nothing is asked of the network, nothing runs, axe agrees.

Needs Debian's `chromium` and `npm install --prefix .ci`; CI installs both.
CRAMPLOG_TEST_SCREENSHOTS=FOLDER keeps pictures to look at.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pages
import pytest

from cramplog.render.html import html
from cramplog.render.sheet import sheet

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = os.environ.get("CRAMPLOG_TEST_SCREENSHOTS")
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REPORTS = {
    "empty": lambda: pages.report(0, 28),
    "month": lambda: pages.report(14, 28, person="Ирина Щеглова"),
    "year": lambda: pages.report(40),
    "years": lambda: pages.report(40, 900),
    "crowded": lambda: pages.crowded(note=pages.HOSTILE + "w" * 5000, count=5),
}

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt)"),
    pytest.mark.skipif(not AXE.exists(), reason="npm install --prefix .ci"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """A page that was opened, and all that it asked for, said or asked the user."""

    def __init__(self, browser: Browser, folder: Path, name: str, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(120_000)  # a loaded machine is no fault of the page
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        file = folder / f"{name}.html"
        file.write_text(html(sheet(REPORTS[name]())), encoding="utf-8")
        self.url = file.as_uri()
        self.page.goto(self.url)

    def picture(self, name: str) -> None:
        if PICTURES:
            self.page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", REPORTS)
def test_axe_finds_nothing_to_mend(
    browser: Browser, tmp_path: Path, name: str, scheme: str
) -> None:
    visit = Visit(browser, tmp_path, name, color_scheme=scheme)
    visit.picture(f"{name}-{scheme}")
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = visit.page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", STANDARD
    )
    told = [
        (each["id"], each["help"], [node["target"] for node in each["nodes"]][:3])
        for each in found["violations"]
    ]
    assert told == []
    assert len(found["passes"]) > 15
    visit.context.close()


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_asked_for_and_nothing_runs(browser: Browser, tmp_path: Path, name: str) -> None:
    visit = Visit(browser, tmp_path, name)
    visit.page.wait_for_timeout(100)
    assert visit.asked == [visit.url]
    assert visit.said == []
    visit.context.close()


def test_the_policy_stops_what_would_be_smuggled_in(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "month")
    visit.page.evaluate(
        """() => {
            const add = (tag, fields) =>
                document.body.append(Object.assign(document.createElement(tag), fields));
            add("img", {src: "http://127.0.0.1:9/x.png"});
            add("script", {textContent: "document.title = 'ran'"});
            add("style", {textContent: "body {display: none}"});
            add("iframe", {src: "http://127.0.0.1:9/"});
        }"""
    )
    visit.page.wait_for_timeout(200)
    assert visit.page.title().startswith("Night leg cramps")
    assert visit.page.evaluate("getComputedStyle(document.body).display") == "block"
    assert sum("Content Security Policy" in each for each in visit.said) >= 4
    visit.context.close()


@pytest.mark.parametrize("width", [320, 1100])
@pytest.mark.parametrize("name", REPORTS)
def test_the_page_never_scrolls_sideways(
    browser: Browser, tmp_path: Path, name: str, width: int
) -> None:
    visit = Visit(browser, tmp_path, name, viewport={"width": width, "height": 800})
    visit.picture(f"{name}-{width}")
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    visit.context.close()


def test_everything_can_be_reached_by_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "month")
    wanted = visit.page.evaluate(
        "document.querySelectorAll('a[href], summary, [tabindex=\"0\"]').length"
    )
    reached = []
    for _ in range(wanted):
        visit.page.keyboard.press("Tab")
        reached.append(
            visit.page.evaluate(
                """() => {
                    const at = document.activeElement;
                    at.dataset.seen = "yes";
                    const line = getComputedStyle(at);
                    return [at.tagName, line.outlineStyle, parseFloat(line.outlineWidth)];
                }"""
            )
        )
    assert visit.page.evaluate("document.querySelectorAll('[data-seen]').length") == wanted
    assert reached[0][0] == "A"  # the skip link
    assert all(style == "solid" and width >= 2 for _, style, width in reached)
    visit.page.keyboard.press("Shift+Tab")
    visit.context.close()


def test_details_open_by_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path, "month")
    visit.page.locator("summary").first.focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.querySelector('details').open") is True
    visit.context.close()


def test_on_a_phone_what_goes_on_beyond_the_edge_has_a_sign(
    browser: Browser, tmp_path: Path
) -> None:
    for name in ("month", "year", "crowded"):
        visit = Visit(browser, tmp_path, name, viewport={"width": 360, "height": 740})
        assert visit.page.evaluate("document.documentElement.scrollWidth") == 360
        wider = visit.page.evaluate(
            """() => [...document.querySelectorAll("div, p, ul, table, figure")]
                .filter(each => each.scrollWidth > each.clientWidth + 1)
                .map(each => [getComputedStyle(each).overflowX,
                    getComputedStyle(each).backgroundImage.includes("gradient")])"""
        )
        assert wider
        assert all(each == ["auto", True] for each in wider)
        assert visit.page.locator(".swipe:visible").count() >= 1
        visit.context.close()


def test_printed_the_details_are_open(browser: Browser, tmp_path: Path) -> None:
    import pypdfium2 as pdfium

    visit = Visit(browser, tmp_path, "month")
    document = pdfium.PdfDocument(visit.page.pdf(format="A4", prefer_css_page_size=True))
    told = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "nights with cramp" in told
    hidden = visit.page.locator("details > :not(summary)").all_text_contents()
    words = {word for text in hidden for word in text.split() if word.isalpha()}
    assert len(words) > 10
    assert words <= {*told.replace("\ufffe", "").split()}
    document.close()
    visit.context.close()


def test_the_drawings_turn_with_the_dark_scheme(browser: Browser, tmp_path: Path) -> None:
    def fill(scheme: str) -> str:
        visit = Visit(browser, tmp_path, "month", color_scheme=scheme)
        told = visit.page.evaluate("getComputedStyle(document.querySelector('svg rect.ink')).fill")
        visit.context.close()
        return str(told)

    assert fill("light") == "rgb(27, 39, 48)"
    assert fill("dark") == "rgb(238, 241, 243)"


def test_it_prints_on_white_with_every_row(browser: Browser, tmp_path: Path) -> None:
    import pypdfium2 as pdfium

    visit = Visit(browser, tmp_path, "month", color_scheme="dark")
    printed = visit.page.pdf(format="A4", prefer_css_page_size=True)
    document = pdfium.PdfDocument(printed)
    picture = document[0].render(scale=1).to_numpy()
    assert picture[5, 5].min() == 255
    told = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "All episodes" in told
    assert "On this page" not in told
    document.close()
    visit.context.close()
