"""`report --format pdf|html|md`: the physician's page as a file."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cramplog.cli.output_file import STDOUT, Contents, Output, Wanted
from cramplog.cli.session import Result, Session
from cramplog.errors import BadOption
from cramplog.report.build import Report

NAMED = 12  # characters that a warning names
PAPERS = ("a4", "letter")
LETTER_COUNTRIES = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)
"""Where Letter is the usual paper, by CLDR's supplemental data."""


def write(
    session: Session,
    report: Report,
    format_: str,
    wanted: Wanted,
    *,
    paper: str | None = None,
) -> Result:
    """Write the page; raises BadOption, FileExists, BadFile.

    Markdown goes to the standard output unless a file is named; PDF and HTML to a file that is
    named after the day, and after the person's initials if asked.
    """
    if format_ == "md" and not (wanted.output or wanted.encrypt or session.json):
        wanted = wanted.replace(output=STDOUT)
    output = Output(session, wanted, "cramplog", format_)
    on = paper_of(paper, os.environ)
    if wanted.no_notes:
        kept, others = (
            tuple(episode.replace(note=None) for episode in episodes)
            for episodes in (report.episodes, report.evidence)
        )
        report = report.replace(episodes=kept, evidence=others)
    made, lacking = _bytes(report, format_, on, encrypted=wanted.encrypt)
    file = output.put([made])
    held = Contents(
        counts={"episodes": len(report.episodes)},
        notes=sum(episode.note is not None for episode in report.episodes),
        first_night=report.period.first_night,
        last_night=report.period.last_night,
        person=report.person or "",
    )
    return output.result(file, held).replace(warnings=_unshown(lacking))


def _unshown(lacking: str) -> tuple[str, ...]:
    if not lacking:
        return ()
    named = " ".join(lacking[:NAMED]) + " …" * (len(lacking) > NAMED)
    told = f"No font here has these characters, and the PDF shows them by name: {named}"
    return (f"{told}. Noto fonts, installed on this machine, have most.",)


def _bytes(report: Report, format_: str, paper: str, *, encrypted: bool) -> tuple[bytes, str]:
    """Make the file; return it, and the characters that it could not show."""
    from cramplog.render.sheet import sheet

    page = sheet(report, encrypted=encrypted)
    if format_ == "pdf":
        from cramplog.render.pdf import compiled, prepared

        ready = prepared(page, paper)
        return compiled(ready, report.made_at.instant), ready.lacking
    if format_ == "html":
        from cramplog.render.html import html

        return html(page).encode(), ""
    from cramplog.render.markdown import markdown

    return markdown(page).encode(), ""


def paper_of(typed: str | None, environment: Mapping[str, str]) -> str:
    """Return `a4` or `letter`: as typed, else as the locale's country uses; raises BadOption."""
    if typed is not None:
        paper = typed.lower()
        if paper not in PAPERS:
            raise BadOption(
                f'"{typed}" is not a paper I know.', "Try --paper a4 or --paper letter."
            )
        return paper
    names = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    locale = next((name for name in names if name), "")
    country = locale.partition(".")[0].partition("@")[0].partition("_")[2]
    return "letter" if country in LETTER_COUNTRIES else "a4"
