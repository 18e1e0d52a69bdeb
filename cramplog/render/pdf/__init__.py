"""The physician's page as PDF/UA-1: tagged, with a text layer and embedded fonts."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from cramplog.render.pdf.legible import shown_by_name, unusual
from cramplog.render.pdf.pages import pages
from cramplog.render.sheet import Sheet
from cramplog.value import Value

if TYPE_CHECKING:
    import typst

HERE = os.path.dirname(__file__)
PAPERS = {"a4": "a4", "letter": "us-letter"}
TRIED = 1000
"""Unusual characters that are tried one by one; of more, all or none are shown."""
PROBE = b'#set document(title: "probe")\n#sys.inputs.data'


class Prepared(Value):
    """The input of `sheet.typ`; `lacking` are the characters that no font here can show."""

    data: str
    system_fonts: bool = False
    lacking: str = ""


def pdf(sheet: Sheet, *, paper: str, made_at: int) -> bytes:
    """Return the PDF on `paper` (a key of PAPERS), dated `made_at` in Unix seconds."""
    return compiled(prepared(sheet, paper), made_at)


def prepared(sheet: Sheet, paper: str) -> Prepared:
    """Return the sheet as data for Typst, which never reads it as markup.

    Characters that our fonts lack are searched in the system's fonts; if those lack them too, they
    are shown by name: PDF/UA-1 forbids a character without a glyph.
    """
    data = json.dumps({"paper": PAPERS[paper], **pages(sheet)}, ensure_ascii=False)
    odd = unusual(data)
    if not odd:
        return Prepared(data=data)
    lacking = _lacking("".join(sorted(odd)), _fonts(system=True))
    shown = shown_by_name(data, lacking)
    return Prepared(data=shown, system_fonts=odd != set(lacking), lacking=lacking)


def compiled(page: Prepared, made_at: int) -> bytes:
    """Return the PDF, dated `made_at` in Unix seconds."""
    fonts = _fonts(system=page.system_fonts)
    return _typeset(os.path.join(HERE, "sheet.typ"), page.data, fonts, made_at)


def _lacking(characters: str, fonts: typst.Fonts) -> str:
    """Return the characters that no font has, by halves: a half that can be set is done."""
    try:
        _typeset(PROBE, characters, fonts, 0)
    except RuntimeError:
        if len(characters) == 1 or len(characters) > TRIED:
            return characters
        middle = len(characters) // 2
        return _lacking(characters[:middle], fonts) + _lacking(characters[middle:], fonts)
    return ""


def _typeset(source: str | bytes, data: str, fonts: typst.Fonts, made_at: int) -> bytes:
    import typst

    made: bytes | list[bytes] | None = typst.compile(
        source,
        format="pdf",
        font_paths=fonts,
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        timestamp=made_at,
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


def _fonts(*, system: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[os.path.join(HERE, "fonts")])
