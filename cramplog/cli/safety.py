"""`backup`, `restore` and `check`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cramplog import paths
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.cli.output import show
from cramplog.cli.session import Result, Session
from cramplog.cli.transfer import Encrypt, Recipient
from cramplog.errors import BadOption

app = new_app()


@app.command("backup", cls=Command)
def backup(
    ctx: typer.Context,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DIR", help="A folder, on another disk if can be.")
    ] = None,
    encrypt: Encrypt = False,
    recipient: Recipient = None,
) -> None:
    """Copy the diary, beside its automatic copies or to a folder of yours.

    With --encrypt or --recipient it is one age file.

    Examples:
    cramplog backup
    cramplog backup --to .
    cramplog backup --to . --encrypt
    """
    session = here(ctx)
    if encrypt or recipient:
        from cramplog.actions.sealed_backup import backup as sealed

        finish(ctx, session, sealed(session, to, tuple(recipient or ())))
        return
    from cramplog.actions.backup import backup as act

    finish(ctx, session, act(session, to))


@app.command("restore", cls=Command)
def restore(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    identity: Annotated[
        str | None,
        typer.Option("--identity", metavar="FILE", help="The age key that opens FILE."),
    ] = None,
) -> None:
    """Put a backup in the diary's place. It is looked at first; what it replaces is kept.

    A file that `backup --encrypt` made asks for its passphrase.

    Examples:
    cramplog restore diary.db-20261123T032900Z-by-hand.db
    cramplog restore ./diary.db-20261123T032900Z-by-hand.db
    """
    from cramplog.actions.backup import restore as act

    session = here(ctx)
    finish(ctx, session, act(session, file, identity))


@app.command("check", cls=Command)
def check(
    ctx: typer.Context,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 for a warning.")] = False,
    replay: Annotated[
        bool, typer.Option("--replay", help="Store what was typed while the diary was unusable.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Show what waits to be stored, and drop it.")
    ] = False,
) -> None:
    """Look the diary over, with its backups and what waits to be stored.

    Examples:
    cramplog check
    cramplog check --strict
    cramplog check --replay
    """
    from cramplog.actions.check import check as act

    session = here(ctx)
    if replay and forget:
        raise BadOption("--replay stores what waits, --forget drops it.", "Give one of them.")
    if forget:
        from cramplog.actions.check import forget as drop

        finish(ctx, session, drop(session))
        return
    if replay:
        _replay(ctx, session, strict=strict)
        return
    result = act(session, strict=strict)
    if session.interactive() and not result.exit_code:
        _offer(ctx, session, result)
        return
    finish(ctx, session, result)


def _replay(ctx: typer.Context, session: Session, *, strict: bool) -> None:
    from cramplog.actions.check import check as act
    from cramplog.actions.check import replayable
    from cramplog.cli.replay import replay

    place = paths.diary_file(session.db)
    done = replay(replayable(session), place, quiet=session.json)
    result = act(session, strict=strict)
    failed = [one.error.exit_code for one in done if one.error is not None]
    told = result.replace(
        data=lambda: {**result.data(), "replayed": [one.data() for one in done]},
        exit_code=result.exit_code or next(iter(failed), 0),
    )
    finish(ctx, session, told)


def _offer(ctx: typer.Context, session: Session, result: Result) -> None:
    """Ask whether to store what waits, once it is shown."""
    from cramplog.actions.check import replayable
    from cramplog.cli.replay import replay

    show(result, session)
    waiting, place = replayable(session), paths.diary_file(session.db)
    if not waiting:
        return
    sys.stderr.write("Store them now, as of when they were typed? y or n: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() in ("y", "yes"):
        failed = [one.error.exit_code for one in replay(waiting, place, quiet=False) if one.error]
        if failed:
            raise typer.Exit(failed[0])
