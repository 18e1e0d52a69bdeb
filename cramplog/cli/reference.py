"""Write docs/cli-reference.md from the program itself: `python -m cramplog.cli.reference`."""

from __future__ import annotations

import os
import sys
from typing import Any

from typer.core import TyperGroup

from cramplog.cli.app import program
from cramplog.cli.help import help_of

TARGET = os.path.join("docs", "cli-reference.md")
HEAD = """# Command-line reference

Made from the program by `python -m cramplog.cli.reference`; a test holds the two equal. The
global options `--json`, `--plain`, `--db` and `--person` are taken before and after a command's
name alike.
"""


def page() -> str:
    """Return the reference as Markdown: the help of every command at 80 columns."""
    command: Any = program()
    ctx: Any = command.context_class(command, info_name="cramplog")
    return "\n".join([HEAD, *_sections(command, ctx)])


def _sections(command: Any, ctx: Any) -> list[str]:
    found = [f"## `{ctx.command_path}`\n\n```text\n{help_of(command, ctx)}\n```\n"]
    if isinstance(command, TyperGroup):
        for name in command.list_commands(ctx):
            inner: Any = command.get_command(ctx, name)
            found += _sections(inner, inner.context_class(inner, info_name=name, parent=ctx))
    return found


def main() -> int:
    """Write the page; with `--check`, say whether it is up to date (exit 1 if not)."""
    os.environ["COLUMNS"] = "80"
    if sys.argv[1:] == ["--check"]:
        with open(TARGET, encoding="utf-8") as file:
            return 0 if file.read() == page() else 1
    with open(TARGET, "w", encoding="utf-8") as file:
        file.write(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
