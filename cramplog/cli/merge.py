"""`merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.errors import BadOption

app = new_app()


@app.command("merge", cls=Command)
def merge(
    ctx: typer.Context,
    diary: Annotated[
        str | None, typer.Argument(metavar="[DIARY]", help="Its file, or a server's address.")
    ] = None,
    of: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="What the person is called there.")
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--everyone", help="All people of it; who is missing is added.")
    ] = False,
    settle: Annotated[
        bool, typer.Option("--settle", help="Keep what is shown where diaries differ.")
    ] = False,
) -> None:
    """Take in another diary of the same person.

    It is left as it is. What both have is recognised, so merging again changes nothing. Where the
    two say different things both are kept: one is shown, and without a DIARY the others are listed.

    Examples:
    cramplog merge laptop.db
    cramplog merge
    cramplog merge --settle
    """
    from cramplog.actions import merge as act

    session = here(ctx)
    if diary is not None and settle:
        raise BadOption("--settle takes no diary.", "Merge first, look, then settle.")
    if diary is None and (of or everyone):
        raise BadOption("which diary? None was named.", "cramplog merge FILE")
    if diary is not None:
        finish(ctx, session, act.take_in(session, diary, of=of, everyone=everyone))
    else:
        finish(ctx, session, act.settle(session) if settle else act.open_ones(session))
