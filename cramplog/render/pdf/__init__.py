"""The physician's page as PDF/UA-1: tagged, with a text layer and its fonts inside."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from cramplog.render.pdf.legible import legible, shown_by_name
from cramplog.render.pdf.pages import pages
from cramplog.render.sheet import Sheet

if TYPE_CHECKING:
    import typst

HERE = os.path.dirname(__file__)
PAPERS = {"a4": "a4", "letter": "us-letter"}


def pdf(sheet: Sheet, *, paper: str, made_at: int) -> bytes:
    """One page and an appendix on `paper` (a key of PAPERS), dated `made_at` in Unix seconds.

    Texts reach Typst as data, never as markup. Characters that our fonts lack are looked for in
    the fonts of the system, and where those lack them too, are shown by name.
    """
    data = json.dumps({"paper": PAPERS[paper], **pages(sheet)}, ensure_ascii=False)
    if legible(data):
        return _compiled(data, made_at, system_fonts=False)
    try:
        return _compiled(data, made_at, system_fonts=True)
    except RuntimeError:  # PDF/UA-1 forbids a character without a glyph
        return _compiled(shown_by_name(data), made_at, system_fonts=False)


def _compiled(data: str, made_at: int, *, system_fonts: bool) -> bytes:
    import typst

    made: bytes | list[bytes] | None = typst.compile(
        os.path.join(HERE, "sheet.typ"),
        format="pdf",
        font_paths=_fonts(system_fonts),
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        timestamp=made_at,
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no PDF")
    return made


def _fonts(system_fonts: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system_fonts, font_paths=[os.path.join(HERE, "fonts")])
