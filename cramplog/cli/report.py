"""`report`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.listing import DAY

app = new_app()


@app.command("report", cls=Command)
def report(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[week [last]|month|year|visit]", show_default=False),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="NIGHT", help=DAY)] = None,
    until: Annotated[str | None, typer.Option(metavar="NIGHT", help=DAY)] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="text, json, md, html or pdf."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="A file, or - for stdout.")
    ] = None,
    paper: Annotated[
        str | None, typer.Option(metavar="PAPER", help="Of the PDF: a4 or letter.")
    ] = None,
    no_notes: Annotated[bool, typer.Option("--no-notes", help="Leave the notes out.")] = False,
    no_name: Annotated[
        bool, typer.Option("--no-name", help="Leave the person's name out.")
    ] = False,
    initials: Annotated[
        bool, typer.Option("--initials", help="Put the person's initials in the file's name.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Report a week, a month, a year or a range of nights.

    Unless a range is said, it is that of the last finished night. PDF and HTML are the page for
    the physician, in a file.

    Examples:
    cramplog report week
    cramplog report year --format pdf
    cramplog report --since 2026-11-01 --until 2026-11-20 --format html -o november.html
    """
    from cramplog.actions import report as action

    session = here(ctx)
    chosen = action.format_of(format_, output)
    made = action.made(session, words or [], since, until, no_name=no_name)
    if chosen in action.PAGES:
        from cramplog.actions.outputs import Wanted
        from cramplog.actions.report_files import write

        wanted = Wanted(
            output=output, no_notes=no_notes, no_name=no_name, force=force, initials=initials
        )
        told = write(session, made.report, chosen, wanted, paper=paper)
        finish(ctx, session, told)
        return
    finish(ctx, *action.written(session, made.result, chosen, output, force=force))
