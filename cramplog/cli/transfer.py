"""`export` and `import`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, Group, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.listing import DAY
from cramplog.cli.session import Result

Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="A file, or - for stdout.")
]
Since = Annotated[str | None, typer.Option(metavar="NIGHT", help=DAY)]
NoNotes = Annotated[bool, typer.Option("--no-notes", help="Leave the notes out.")]
NoName = Annotated[bool, typer.Option("--no-name", help="Leave the person's name out.")]
Force = Annotated[bool, typer.Option("--force", help="Replace an existing file.")]
Initials = Annotated[
    bool, typer.Option("--initials", help="Put the person's initials in the file's name.")
]
Encrypt = Annotated[
    bool,
    typer.Option(
        "--encrypt", help="By a passphrase, asked for or in the file CRAMPLOG_PASSPHRASE_FILE."
    ),
]
Recipient = Annotated[
    list[str] | None,
    typer.Option("--recipient", metavar="AGE1...", help="Encrypt to an age key; repeatable."),
]

app = new_app()
export = new_app(
    cls=Group,
    help="""Write the diary to a file for others: CSV, JSON or FHIR.

    Examples:
    cramplog export csv
    cramplog export json -o diary.json
    cramplog export fhir --since 2026-01-01
    """,
)
GROUPS = {"export": export}


@export.callback()
def _only_a_group() -> None:
    """Keep Typer from merging the group with its commands."""


@export.command("csv", cls=Command)
def csv(
    ctx: typer.Context,
    output: Output = None,
    since: Since = None,
    until: Since = None,
    night_log: Annotated[
        bool, typer.Option("--night-log", help="Nights and their factors, not episodes.")
    ] = False,
    no_notes: NoNotes = False,
    no_name: NoName = False,
    excel: Annotated[bool, typer.Option("--excel", help="Mark the file for Excel (BOM).")] = False,
    separator: Annotated[
        str, typer.Option(metavar="C", help="Between cells: ',', ';' (European Excel) or tab.")
    ] = ",",
    encrypt: Encrypt = False,
    recipient: Recipient = None,
    initials: Initials = False,
    force: Force = False,
) -> None:
    """Write a CSV file: one row a cramp, oldest first.

    Examples:
    cramplog export csv
    cramplog export csv -o cramps.csv --since 2026-01-01 --separator ';'
    cramplog export csv --night-log
    """
    from cramplog.actions.exports import export_csv

    session = here(ctx)
    result = export_csv(
        session,
        output=output,
        since=since,
        until=until,
        night_log=night_log,
        no_notes=no_notes,
        no_name=no_name,
        excel=excel,
        separator=separator,
        encrypt=encrypt,
        recipients=tuple(recipient or ()),
        initials=initials,
        force=force,
    )
    finish(ctx, session, result)


@export.command("json", cls=Command)
def json(
    ctx: typer.Context,
    output: Output = None,
    since: Since = None,
    until: Since = None,
    no_notes: NoNotes = False,
    no_name: NoName = False,
    encrypt: Encrypt = False,
    recipient: Recipient = None,
    initials: Initials = False,
    force: Force = False,
) -> None:
    """Write everything that is recorded to one JSON file; `import` takes it back whole.

    Examples:
    cramplog export json
    cramplog export json -o diary.json --no-notes
    """
    from cramplog.actions.exports import export_json

    session = here(ctx)
    result = export_json(
        session,
        output=output,
        since=since,
        until=until,
        no_notes=no_notes,
        no_name=no_name,
        encrypt=encrypt,
        recipients=tuple(recipient or ()),
        initials=initials,
        force=force,
    )
    finish(ctx, session, result)


@export.command("fhir", cls=Command)
def fhir(
    ctx: typer.Context,
    output: Output = None,
    document: Annotated[
        bool, typer.Option("--document", help="A document, with a Composition in front.")
    ] = False,
    transaction: Annotated[
        bool, typer.Option("--transaction", help="For a server: each resource is put by its id.")
    ] = False,
    since: Since = None,
    until: Since = None,
    no_notes: NoNotes = False,
    no_name: NoName = False,
    encrypt: Encrypt = False,
    recipient: Recipient = None,
    initials: Initials = False,
    force: Force = False,
) -> None:
    """Write a FHIR R4 Bundle, which a clinic's record can take in.

    Examples:
    cramplog export fhir
    cramplog export fhir --since 2026-01-01 --document
    cramplog export fhir --transaction -o upload.json
    """
    from cramplog.actions.exports import export_fhir

    session = here(ctx)
    result = export_fhir(
        session,
        output=output,
        document=document,
        transaction=transaction,
        since=since,
        until=until,
        no_notes=no_notes,
        no_name=no_name,
        encrypt=encrypt,
        recipients=tuple(recipient or ()),
        initials=initials,
        force=force,
    )
    finish(ctx, session, result)


@app.command("import", cls=Command)
def import_(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file, or - for the standard input.")
    ],
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help="What a column is, beside those that are guessed (COLUMN= leaves one out).",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN=VALUE", help="Take rows that have it; repeatable."),
    ] = None,
    time: Annotated[
        str | None,
        typer.Option(metavar="HH:MM", help="For rows without a clock time; 03:00~ is about three."),
    ] = None,
    zone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="The clock to read and show times by.")
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option(metavar="ORDER", help="01/02/03 is day-first, month-first or year-first."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="E", help="utf-16, cp1252, latin-1; else UTF-8.")
    ] = None,
    identity: Annotated[
        str | None, typer.Option(metavar="FILE", help="The age key of an encrypted file.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would happen.")
    ] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Leave bad rows out.")] = False,
) -> None:
    """Read a file into the diary; one undo step.

    CSV or JSON of cramplog, encrypted or not, `jrnl --format json`, `watson log --json`, or any
    CSV by the names of its columns and --map. Repeats are recognised. Every row is read as a
    cramp, but for those that --only leaves out, and the nights of a habit tracker.

    Examples:
    cramplog import cramps.csv --dry-run
    cramplog import old.csv --map When=started_at --only Symptom=cramp
    cramplog import Checkmarks.csv --map "No cramps=quiet"
    """
    from cramplog.actions.imports import import_ as act
    from cramplog.cli.log import alarmed

    session = here(ctx)

    def run() -> Result:
        return act(
            session,
            file,
            maps=tuple(map_ or ()),
            only=tuple(only or ()),
            time=time,
            zone=zone,
            dates=dates,
            encoding=encoding,
            identity=identity,
            dry_run=dry_run,
            skip_bad=skip_bad,
        )

    finish(ctx, session, run() if dry_run else alarmed(session, run))
