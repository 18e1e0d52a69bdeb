"""`report`: a period of the diary in words and numbers, on a screen or in a file."""

from __future__ import annotations

import os

from cramplog.cli.dates import VISIT, nights_given
from cramplog.cli.declare import Argument, Option, command
from cramplog.cli.listing import SINCE, UNTIL
from cramplog.cli.output_file import (
    FORCE,
    INITIALS,
    NO_NAME,
    NO_NOTES,
    OUTPUT,
    STDOUT,
    Wanted,
    write_result,
)
from cramplog.cli.session import Result, Session
from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import BadOption, BadWord
from cramplog.render import report as render
from cramplog.render.flags_data import judged_data
from cramplog.render.flags_short import quieted
from cramplog.render.screen import Screen
from cramplog.report.build import Report
from cramplog.services import judge, summary
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cramplog.domain.episode import Episode
    from cramplog.flags.evaluate import Flag
    from cramplog.report.period import Period

KINDS = ("week", "month", "year")
PAGES = ("md", "html", "pdf")
FORMATS = ("text", "json", *PAGES)
NARROWEST = 40


class Asked(Value):
    """The command line of `report`."""

    words: tuple[str, ...]
    since: str | None
    until: str | None
    format: str | None
    output: str | None
    paper: str | None
    no_notes: bool
    no_name: bool
    initials: bool
    force: bool


@command(
    "report",
    Argument(
        name="words",
        metavar="[week [last]|month|year|visit]",
        complete="periods",
        least=0,
        many=True,
    ),
    SINCE,
    UNTIL,
    Option(flags=("--format",), metavar="FORMAT", help="text, json, md, html or pdf."),
    OUTPUT,
    Option(flags=("--paper",), metavar="PAPER", help="Of the PDF: a4 or letter."),
    NO_NOTES,
    NO_NAME,
    INITIALS,
    FORCE,
    into=Asked,
)
def report(session: Session, asked: Asked) -> Result:
    """Report a week, a month, a year or a range of nights.

    Unless a range is said, it is that of the last finished night. PDF and HTML are the page for
    the physician, in a file.

    Examples:
    cramplog report week
    cramplog report year --format pdf
    cramplog report --since 2026-11-01 --until 2026-11-20 --format html -o november.html
    """
    format_ = _format(asked)
    value, result = _made(session, asked)
    if format_ in PAGES:
        from cramplog.cli.report_page import write

        wanted = Wanted(
            output=asked.output,
            no_notes=asked.no_notes,
            no_name=asked.no_name,
            force=asked.force,
            initials=asked.initials,
        )
        return write(session, value, format_, wanted, paper=asked.paper)
    if format_ == "json":
        session.json = True
    if asked.output in (None, "", STDOUT):
        return result
    return write_result(session, result, asked.output, force=asked.force)


def _format(asked: Asked) -> str:
    """Return the format that was typed, else the one that the file's name ends in.

    Raises BadOption.
    """
    ending = os.path.splitext(asked.output or "")[1].removeprefix(".").lower()
    format_ = asked.format or (ending if ending in FORMATS else "text")
    if format_ not in FORMATS:
        raise BadOption(f'"{format_}" is not a format I know.', f"Try {', '.join(FORMATS)}.")
    return format_


def _made(session: Session, asked: Asked) -> tuple[Report, Result]:
    """Make the report as a value and as a result; raises BadWord, BadTime, BadOption."""
    words, since = asked.words, asked.since
    if words and (since or asked.until):
        period = " ".join(words)
        raise BadOption(
            f"{quoted(period)} is a period, and so are --since and --until: two at once.",
            f"Give one: `cramplog report {period}`, or the options alone.",
        )
    if " ".join(words).strip().lower() == VISIT:
        words, since = (), VISIT
    kind, back = _kind(words)
    diary = session.look()
    first, last = nights_given(since, asked.until, session, diary)
    which = summary.period(diary, session.now, kind, back=back, since=first, until=last)
    judged = judge.judged(diary, session.now)
    found = judged_data(judged)
    value = summary.report(diary, which, session.now, found["flags"], len(found["not_evaluable"]))
    value = value.replace(
        snoozed=tuple(found["snoozed"]), evidence=_elsewhere(judged.evaluation.flags, which)
    )
    person = None if asked.no_name else diary.person
    if asked.no_name:
        value = value.replace(person=None)

    def text(screen: Screen) -> list[str]:
        width = max(screen.width, NARROWEST)
        lines = render.text(value, width, labelled=screen.labelled).split("\n")
        return [*lines, *quieted(judged.quiet, screen.width)]

    result = Result(
        leisurely=True,
        text=text,
        data=lambda: {
            "report": {**render.data(value), "person": person, "snoozed": found["snoozed"]}
        },
    )
    return value, result


def _kind(words: tuple[str, ...]) -> tuple[str, int]:
    """Read week, month or year, and how many of it back; raises BadWord."""
    plain = " ".join(words).lower().split() or ["week"]
    if plain[0] == "last" and len(plain) == 2:
        plain.reverse()
    if plain[0] not in KINDS or plain[1:] not in ([], ["last"]):
        hint = did_you_mean(plain[0], KINDS, "Try week, week last, month or year.")
        raise BadWord(f"{quoted(' '.join(plain))} is not a period I know.", hint)
    return plain[0], len(plain) - 1


def _elsewhere(flags: Iterable[Flag], which: Period) -> tuple[Episode, ...]:
    """Return the episodes on which flags rest and that the period does not have."""
    found = {
        episode.id: episode
        for flag in flags
        for episode in flag.fired.episodes
        if not which.first_night <= episode.night <= which.last_night
    }
    return tuple(sorted(found.values(), key=lambda episode: episode.started_at))
