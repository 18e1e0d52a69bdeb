"""Help that opens with examples and fits the terminal, from 40 columns on."""

from __future__ import annotations

from typing import Any

from cramplog.dispatch import COMMANDS
from cramplog.render.screen import screen
from cramplog.render.text import flow

EXAMPLES = "Examples:"
WIDEST = 80
NARROW = 60  # below it a name and what it means stand on lines of their own


def help_of(command: Any, ctx: Any) -> str:
    """Return a command's help: what it does, examples, usage, options, subcommands."""
    width = min(screen().width, WIDEST)
    text, _, examples = (command.help or "").partition(EXAMPLES)
    lines = flow(" ".join(text.split()), width)
    if examples:
        lines += ["", EXAMPLES]
        for line in examples.strip().splitlines():
            parts = flow(f"  {line.strip()}", width - 2, "    ")
            lines += [f"{part} \\" for part in parts[:-1]] + parts[-1:]  # the shell's own break
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    lines += ["", *flow(f"Usage: {usage}", width, "  ")]
    records = [record for p in command.get_params(ctx) if (record := p.get_help_record(ctx))]
    options = [(name, said) for name, said in records if name.startswith("-")]
    lines += section("Options", options, width)
    if hasattr(command, "list_commands"):
        lines += section("Commands", subcommands(command, ctx), width)
    return "\n".join(lines)


def subcommands(command: Any, ctx: Any) -> list[tuple[str, str]]:
    """List the commands of a group with the first sentence of their help."""
    if ctx.parent is None:  # the program itself: nothing is loaded for its help
        return [(name, entry.help) for name, entry in COMMANDS.items()]
    found = []
    for name in command.list_commands(ctx):
        text = command.get_command(ctx, name).help or ""
        found.append((name, f"{' '.join(text.split()).partition('. ')[0].rstrip('.')}."))
    return found


def section(title: str, entries: list[tuple[str, str]], width: int) -> list[str]:
    """Set names and what they mean in two columns or, on a narrow screen, in one."""
    if not entries:
        return []
    lines = ["", f"{title}:"]
    column = max(len(name) for name, _ in entries) + 4
    for name, said in entries:
        if width < NARROW:
            lines += [*flow(f"  {name}", width, "    "), *flow(f"      {said}", width, " " * 6)]
        else:
            lines += flow(f"  {name}".ljust(column) + said, width, " " * column)
    return lines
