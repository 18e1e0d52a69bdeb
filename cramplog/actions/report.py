"""`report`: a period of the diary in words and numbers."""

from __future__ import annotations

import os

from cramplog.actions.flags import data as flag_data
from cramplog.actions.flags import quieted
from cramplog.cli.dates import nights_given
from cramplog.cli.session import Result
from cramplog.domain.spelling import quoted
from cramplog.errors import BadOption, BadWord
from cramplog.render import report as render
from cramplog.services import judge, summary
from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session
    from cramplog.report.build import Report

KINDS = ("week", "month", "year")
PAGES = ("md", "html", "pdf")
FORMATS = ("text", "json", *PAGES)
NARROWEST = 40


class Made(Value):
    """The report value, and what the command says of it on a screen."""

    report: Report
    result: Result


def report(session: Session, words: list[str], since: str | None, until: str | None) -> Result:
    """The report of the week, month or year of the last finished night, or of a range."""
    return made(session, words, since, until).result


def made(
    session: Session,
    words: list[str],
    since: str | None,
    until: str | None,
    *,
    no_name: bool = False,
) -> Made:
    """The report as value and as result; raises BadWord, BadTime, BadOption."""
    if words and (since or until):
        said = " ".join(words)
        raise BadOption(
            f"{quoted(said)} is a period, and so are --since and --until: two at once.",
            f"Give one: `cramplog report {said}`, or the options alone.",
        )
    if " ".join(words).strip().lower() == "visit":
        words, since = [], "visit"
    kind, back = _kind(words)
    diary = session.look()
    first, last = nights_given(since, until, session, diary)
    which = summary.period(diary, session.now, kind, back=back, since=first, until=last)
    judged = judge.judged(diary, session.now)
    found = flag_data(judged)
    value = summary.report(diary, which, session.now, found["flags"], len(found["not_evaluable"]))
    value = value.replace(snoozed=tuple(found["snoozed"]))
    if no_name:
        value = value.replace(person=None)
    result = Result(
        leisurely=True,
        text=lambda screen: [
            *text(value, screen.width, labelled=screen.labelled),
            *quieted(judged.quiet, screen.width),
        ],
        data=lambda: {
            "report": {
                **render.data(value),
                "person": None if no_name else diary.person,
                "snoozed": found["snoozed"],
            }
        },
    )
    return Made(report=value, result=result)


def format_of(said: str | None, output: str | None) -> str:
    """The format that was said, else the one that the file's name ends in; raises BadOption."""
    ending = os.path.splitext(output or "")[1].removeprefix(".").lower()
    format_ = said or (ending if ending in FORMATS else "text")
    if format_ not in FORMATS:
        raise BadOption(f'"{format_}" is not a format I know.', f"Try {', '.join(FORMATS)}.")
    return format_


def written(
    session: Session, result: Result, format_: str, output: str | None, *, force: bool
) -> tuple[Session, Result]:
    """The result as text or JSON in the place that was asked for; raises FileExists, BadFile."""
    if format_ == "json":
        session.json = True
    if output is None or output == "-":
        return session, result
    from cramplog.actions.files import write_result

    return session, write_result(session, result, output, force=force)


def text(made: Report, width: int, *, labelled: bool = False) -> list[str]:
    return render.text(made, max(width, NARROWEST), labelled=labelled).split("\n")


def _kind(words: list[str]) -> tuple[str, int]:
    """(week, month or year, how many weeks back); raises BadWord."""
    plain = " ".join(words).lower().split() or ["week"]
    if plain[0] == "last" and len(plain) == 2:
        plain.reverse()
    if plain[0] not in KINDS or plain[1:] not in ([], ["last"]):
        from cramplog.domain.spelling import did_you_mean

        hint = did_you_mean(plain[0], KINDS, "Try week, week last, month or year.")
        raise BadWord(f"{quoted(' '.join(plain))} is not a period I know.", hint)
    return plain[0], len(plain) - 1
