"""`completion install`, by Typer's own scripts."""

from __future__ import annotations

from typer import Exit
from typer._completion_shared import install as install_script  # private; the range is pinned

from cramplog.actions.result import Result
from cramplog.errors import BadOption
from cramplog.render.text import flow

SHELLS = ("bash", "zsh", "fish")
PROGRAMS = ("cramplog", "cramp")


def install(shell: str | None) -> Result:
    """Install completion for both names of the program; raises BadOption."""
    if shell is not None and shell not in SHELLS:
        raise BadOption(f"{shell!r} is no shell that I know.", f"Try {', '.join(SHELLS)}.")
    try:
        done = [
            install_script(shell, program, f"_{program.upper()}_COMPLETE") for program in PROGRAMS
        ]
    except Exit:
        done = []
    if not done or done[0][0] is None:
        raise BadOption("I cannot tell which shell this is.", f"Name it: {', '.join(SHELLS)}.")
    name, files = done[0][0], [str(path) for _, path in done]
    return Result(
        text=lambda screen: flow(
            f"TAB completion for {name} is in {' and '.join(files)}. Open a new shell to use it.",
            screen.width,
            "  ",
        ),
        data=lambda: {"shell": name, "files": files},
    )
