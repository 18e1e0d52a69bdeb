"""`encrypt` and `decrypt`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app

app = new_app()


@app.command("encrypt", cls=Command)
def encrypt(
    ctx: typer.Context,
    key_file: Annotated[
        str | None,
        typer.Option(
            "--key-file",
            metavar="FILE",
            help="Keep the key in a file, made where it is not there, and not in the keyring.",
        ),
    ] = None,
) -> None:
    """Encrypt the diary and its copies.

    The key goes to the system's keyring, or to a file that CRAMPLOG_KEY_FILE names from then on. A
    recovery passphrase is asked for twice, or is the first line of the file that
    CRAMPLOG_PASSPHRASE_FILE names.

    Examples:
    cramplog encrypt
    cramplog encrypt --key-file /media/stick/cramplog.key
    """
    from cramplog.actions.encryption import encrypt as act

    session = here(ctx)
    finish(ctx, session, act(session, key_file))


@app.command("decrypt", cls=Command)
def decrypt(ctx: typer.Context) -> None:
    """Make an encrypted diary plain again; its encrypted copies stay encrypted.

    Examples:
    cramplog decrypt
    cramplog decrypt --json
    """
    from cramplog.actions.encryption import decrypt as act

    session = here(ctx)
    finish(ctx, session, act(session))
