"""The PDF: one page and an appendix, tagged, legible, and nothing in it runs."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pages
import pypdf
import pypdfium2 as pdfium
import pytest
from pypdf.generic import DictionaryObject

from cramplog.render.pdf import PAPERS, pdf, prepared
from cramplog.render.pdf.legible import COVERED, shown_by_name, unusual
from cramplog.render.sheet import sheet
from cramplog.report.build import Report

NOON = 1_795_435_200
SIZES = {"a4": (595.28, 841.89), "letter": (612, 792)}


def _made(report: Report, paper: str = "a4") -> bytes:
    return pdf(sheet(report), paper=paper, made_at=NOON)


def _texts(made: bytes) -> list[str]:
    document = pdfium.PdfDocument(made)
    told = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(text.replace("\u200b", "").split()) for text in told]


def _unbroken(text: str) -> str:
    return re.sub(r"[\s\ufffe\u200b]", "", text)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [0, 1, 14, 400])
def test_the_page_is_one_page_and_the_appendix_begins_on_the_next(count: int, paper: str) -> None:
    texts = _texts(_made(pages.report(count, 365 if count > 14 else 28), paper))
    assert "Self-reported, not a diagnosis" in texts[0]
    assert "Questions" in texts[0]
    if count == 0:
        assert len(texts) == 1
    else:
        assert texts[1].startswith("Appendix")


def test_three_thousand_episodes_are_all_in_the_appendix() -> None:
    texts = _texts(_made(pages.report(3000)))
    assert texts[1].startswith("Appendix")
    assert "3000 episodes" in texts[0]
    numbers = set(re.findall(r"(\d+) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", " ".join(texts[1:])))
    assert {str(number) for number in range(1, 3001)} <= numbers


def test_a_crowded_diary_still_has_one_page() -> None:
    texts = _texts(_made(pages.crowded()))
    assert texts[1].startswith("Appendix")
    assert "in the appendix" in texts[0]
    assert "Questions" in texts[0]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("made", ["crowded", "plain", "quarter", "empty"])
def test_nothing_sticks_out_of_the_paper(made: str, paper: str) -> None:
    report = {
        "crowded": lambda: pages.crowded(note="w" * 5000),
        "plain": lambda: pages.report(60, 200),
        "quarter": lambda: pages.report(30, 75),
        "empty": lambda: pages.report(0, 28),
    }[made]()
    document = pdfium.PdfDocument(_made(report, paper))
    width, height = SIZES[paper]
    for page in document:
        assert page.get_size() == pytest.approx((width, height), abs=0.5)
        told = page.get_textpage()
        for at in range(told.count_rects()):
            left, bottom, right, top = told.get_rect(at)
            assert 30 <= left <= right <= width - 30
            assert 15 <= bottom <= top <= height - 25
    document.close()


def test_no_episode_is_split_over_pages() -> None:
    report = pages.report(120, 300)
    noted = tuple(
        episode.replace(
            note=f"begin{episode.number}x {'word ' * (17 * at % 110)}end{episode.number}x"
        )
        for at, episode in enumerate(report.episodes)
    )
    texts = _texts(_made(report.replace(episodes=noted)))
    assert len(texts) > 5
    for episode in noted:
        (page,) = [text for text in texts if f"begin{episode.number}x" in text]
        assert f"end{episode.number}x" in page
        assert re.search(rf"\b{episode.number} (Mon|Tue|Wed|Thu|Fri|Sat|Sun)", page)


@pytest.mark.parametrize("note", ["w" * 10_000, "a b " * 2_500, "line\n" * 2_000, "я" * 10_000])
def test_the_longest_note_is_whole_in_the_appendix(note: str) -> None:
    report = pages.report(3, 28)
    first = report.episodes[0].replace(note=f"{note}END")
    texts = _texts(_made(report.replace(episodes=(first, *report.episodes[1:]))))
    assert "the whole note stands below" in " ".join(texts)
    told = _unbroken("".join(re.sub(r"Self-reported.*?\d+ of \d+", "", text) for text in texts))
    assert _unbroken(f"{note}END") in told


def test_it_is_tagged_and_says_so_and_has_title_and_language() -> None:
    made = _made(pages.report(14, 28))
    reader = pypdf.PdfReader(io.BytesIO(made))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"] == True  # type: ignore[index]  # noqa: E712 (its own kind)
    assert str(root["/Lang"]) == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Night leg cramps, Nights of")
    kinds = _kinds(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/P", "/LI"} <= kinds


def _kinds(node: object) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, DictionaryObject):
            if "/S" in item:
                found.add(str(item["/S"]))
            if "/K" in item:
                waiting.append(item["/K"])
    return found


def test_every_picture_has_a_text_alternative() -> None:
    made = _made(pages.report(14, 28))
    alternatives = [
        item["/Alt"]
        for item in map(pypdf.PdfReader(io.BytesIO(made)).get_object, range(1, 400))
        if isinstance(item, DictionaryObject) and item.get("/S") == "/Figure"
    ]
    assert len(alternatives) == 4
    assert any("nights with cramp" in str(each) for each in alternatives)


def test_every_font_is_inside_and_nothing_can_run_or_call() -> None:
    reader = pypdf.PdfReader(io.BytesIO(_made(pages.crowded())))
    fonts = 0
    for item in (
        reader.get_object(at) for at in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1)
    ):
        if not isinstance(item, DictionaryObject):
            continue
        assert not {"/JS", "/JavaScript", "/URI", "/Launch", "/AA", "/OpenAction"} & set(item)
        if item.get("/Type") == "/FontDescriptor":
            fonts += 1
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item)
    assert fonts >= 2


@pytest.mark.parametrize("name", ["Ирина Щеглова", "Ωμέγα Παπαδόπουλος", "Łucja Dvořáková", "אבי"])
def test_names_of_other_scripts_are_in_the_text_layer(name: str) -> None:
    page = _texts(_made(pages.report(1, 28, person=name)))[0]
    assert all(word in page or word[::-1] in page for word in name.split())


def test_an_arabic_name_is_in_the_text_layer() -> None:
    made = _made(pages.report(1, 28, person="أحمد بن علي"))
    told = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert all(word in told for word in ("أحمد", "بن", "علي"))


def test_it_is_right_in_grey() -> None:
    document = pdfium.PdfDocument(_made(pages.report(60, 200)))
    picture = document[0].render(scale=1).to_numpy()
    spread = picture.max(axis=2).astype(int) - picture.min(axis=2)
    assert spread.max() <= 24  # a bluish black at most: no meaning hangs on a colour
    document.close()


def test_hostile_text_is_text() -> None:
    report = pages.report(1, 28)
    hostile = report.episodes[0].replace(note=pages.HOSTILE)
    told = _unbroken(" ".join(_texts(_made(report.replace(episodes=(hostile,))))))
    for words in (
        '=HYPERLINK("http',
        "<script>alert(1)</script>",
        "#setpage(width:1pt)",
        "#panic()",
    ):
        assert words in told
    for words in ("]]>", "{{7*7}}", "\\x1b[31mred", "\\u202eodd", "\\ud800"):
        assert words in told


def test_the_same_report_is_the_same_file() -> None:
    assert _made(pages.report(14, 28)) == _made(pages.report(14, 28))


def test_our_fonts_have_every_character_that_we_say_they_have() -> None:
    every = "".join(chr(code) for first, last in COVERED for code in range(first, last + 1))
    report = pages.report(1, 28)
    noted = report.episodes[0].replace(note=every)
    page = sheet(report.replace(episodes=(noted,)))
    shown = page.replace(episodes=page.episodes.replace(rows=((*("1",) * 7, every),)))
    assert not unusual(every)
    assert pdf(shown, paper="a4", made_at=NOON).startswith(b"%PDF")


def test_characters_that_no_font_has_are_shown_by_name() -> None:
    assert shown_by_name("a 😀 日 b", "日😀") == "a [grinning face] [U+65E5] b"
    staff = "👩⚕\ufe0f"
    assert shown_by_name(staff, staff) == "[woman][staff of aesculapius]"
    report = pages.report(1, 28)
    noted = report.episodes[0].replace(note="sad \U0001f622 and \U00013000")
    assert len(_texts(_made(report.replace(episodes=(noted,))))) == 2


def test_only_what_no_font_has_is_shown_by_name_and_told() -> None:
    report = pages.report(1, 28, person="नमिता Հայկ ქეთევან")
    assert prepared(sheet(report), "a4").lacking == ""
    assert "ქეთევან" in _texts(_made(report))[0]
    odd = report.replace(person="\U00013000 आशा \U0001f622 \U00013001 Zoë")
    told = prepared(sheet(odd), "a4")
    assert {"\U00013000", "\U00013001"} <= set(told.lacking) <= {*"\U00013000\U00013001\U0001f622"}
    assert "[U+13000] आशा" in told.data


def test_three_thousand_cramps_with_notes_take_little_memory() -> None:
    made = (
        "import pages\n"
        "from cramplog.render.pdf import pdf\n"
        "from cramplog.render.sheet import sheet\n"
        "note = 'after a long walk in the rain, with the new shoes on; woke twice ' * 4\n"
        "cramps = tuple(e.replace(note=note + '\U0001f622') for e in pages.report(3000).episodes)\n"
        "pdf(sheet(pages.report(3000).replace(episodes=cramps)), paper='a4', made_at=0)\n"
        "print(open('/proc/self/status').read())\n"  # getrusage counts the parent's memory, too
    )
    told = subprocess.run(
        [sys.executable, "-c", made],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PYTHONPATH": "."},
    )
    peak = re.search(rb"VmHWM:\s+(\d+) kB", told.stdout)
    assert peak is not None
    assert int(peak[1]) < 300_000


def test_every_pressing_flag_is_on_the_page_and_the_lists_are_apart() -> None:
    article = {**pages.FLAG, "urgency": "SOON"}
    pressing = [
        {
            **pages.FLAG,
            "id": f"GL-{at}",
            "origin": "NHS",
            "urgency": "URGENT",
            "title": f"Sign {at}",
        }
        for at in range(4)
    ]
    page = _texts(_made(pages.report(14, 28, flags=(*pressing, article))))[0]
    assert all(f"Sign {at}" in page for at in range(4))
    guidelines, articles = page.index("Guidelines' rules"), page.index("The article's rules")
    assert guidelines < page.index("GL-3") < articles < page.index("ART-REGULAR")
