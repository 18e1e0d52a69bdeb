"""`flags`."""

from __future__ import annotations

from typing import Annotated

import typer

from cramplog.cli import complete
from cramplog.cli.command import Command, finish, here
from cramplog.cli.command import app as new_app
from cramplog.domain.spelling import quoted
from cramplog.errors import BadOption

app = new_app()


@app.command("flags", cls=Command, context_settings={"allow_extra_args": True})
def flags(
    ctx: typer.Context,
    show: Annotated[
        str | None,
        typer.Option("--show", metavar="ID", autocompletion=complete.rules, help="One rule whole."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Ask what keeps rules from being checked.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="List every open question, not the urgent ones only.")
    ] = False,
    snooze: Annotated[
        tuple[str, str] | None,
        typer.Option("--snooze", metavar="ID DAYS", help="Quiet a flag; needs --because."),
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="TEXT", help="Why; reports print it.")
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 10 when a flag of SOON or above is on.")
    ] = False,
) -> None:
    """Tell which patterns are reasons to see a doctor. Not a diagnosis.

    Examples:
    cramplog flags
    cramplog flags --show ART-REGULAR
    cramplog flags --snooze ART-REGULAR 30 --because "seen GP 12 Nov"
    """
    from cramplog.actions import flags as act

    session = here(ctx)
    if snooze is not None and snooze[1].startswith("--"):  # the days were left out
        raise BadOption(
            f"--snooze needs a number of days after {snooze[0]}.",
            f'Try --snooze {snooze[0]} 30 --because "{" ".join(ctx.args) or "seen GP"}".',
        )
    if ctx.args:
        raise BadOption(f"{quoted(' '.join(ctx.args))} is too much.", "Try --show ART-REGULAR.")
    if because is not None and snooze is None:
        raise BadOption("--because goes with --snooze.", "Try --snooze ART-REGULAR 30 too.")
    if snooze is not None:
        finish(ctx, session, act.snooze(session, *snooze, because))
        return
    if check and session.json:
        finish(ctx, session, act.check(session))
        return
    if check:
        from cramplog.cli.check import ask_all

        ask_all(session)
        finish(ctx, session, act.on(session, exit_code=exit_code))
        return
    finish(ctx, session, act.flags(session, show, exit_code=exit_code, everything=everything))
