"""Help that opens with examples and fits the terminal, from 40 columns on."""

from __future__ import annotations

from typing import Any

from cramplog.dispatch import COMMANDS, GROUPS
from cramplog.render.screen import screen
from cramplog.render.text import flow

EXAMPLES = "Examples:"
WIDEST = 80
WORD = "What a command or a word means: cramplog help night, cramplog help calf"
NARROW = 60  # below it a name and what it means stand on lines of their own


def help_of(command: Any, ctx: Any) -> str:
    """Return a command's help: what it does, examples, usage, options, subcommands."""
    width = min(screen().width, WIDEST)
    text, _, examples = (command.help or "").partition(EXAMPLES)
    lines = flow(" ".join(text.split()), width)
    if examples:
        lines += ["", EXAMPLES]
        lines += whole(examples.strip().splitlines(), width)
    declared = getattr(command, "declared", None)
    if declared is not None and declared.loose:
        lines += section("Words, in any order", words(), width)
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    lines += ["", *flow(f"Usage: {usage}", width, "  ")]
    records = [record for p in command.get_params(ctx) if (record := p.get_help_record(ctx))]
    options = [(name, said) for name, said in records if name.startswith("-")]
    lines += section("Options", options, width)
    if ctx.parent is None and hasattr(command, "list_commands"):  # the program itself
        column = max(map(len, COMMANDS)) + 4
        for title, group in GROUPS.items():
            lines += section(title, [(entry.name, entry.help) for entry in group], width, column)
        lines += ["", *flow(WORD, width, "  ")]
    elif hasattr(command, "list_commands"):
        lines += section("Commands", subcommands(command, ctx), width)
    return "\n".join(lines)


def whole(examples: list[str], width: int) -> list[str]:
    """Return the examples that fit the screen; where none does, with the shell's own breaks."""
    fitting = [f"  {line.strip()}" for line in examples if len(line.strip()) + 2 <= width]
    if fitting:
        return fitting
    lines = []
    for line in examples:
        parts = flow(f"  {line.strip()}", width - 2, "    ")
        lines += [f"{part} \\" for part in parts[:-1]] + parts[-1:]
    return lines


def words() -> list[tuple[str, str]]:
    """Say what can be said of a cramp, by examples."""
    from cramplog.domain.muscles import MUSCLES

    return [
        ("where", f"left calf, both feet, right foot and toes. Places: {', '.join(MUSCLES)}"),
        ("when", "02:30, 10m ago, yesterday 3am, about 02:30; unsaid: now"),
        ("how long", "5m, 90s, 1h, ~5m; still: it is not over"),
        ("pain", "7, 7/10, 7 out of 10"),
        ("what it did", "woke, sore, numb, hard, twitching; not sore, slept through"),
        ("suspected", "@stress, @cold, @dehydration; all: cramplog guide triggers"),
        ("tried", "+stretch, +walk, +massage; +stretch:yes, +stretch:2m, +stretch:no"),
        ("kind", "tonic or clonic, localized or generalized"),
        ("note", "any other word; or --note"),
    ]


def subcommands(command: Any, ctx: Any) -> list[tuple[str, str]]:
    """List the commands of a group with the first sentence of their help."""
    found = []
    for name in command.list_commands(ctx):
        text = command.get_command(ctx, name).help or ""
        found.append((name, f"{' '.join(text.split()).partition('. ')[0].rstrip('.')}."))
    return found


def section(title: str, entries: list[tuple[str, str]], width: int, column: int = 0) -> list[str]:
    """Set names and what they mean in two columns or, on a narrow screen, in one."""
    if not entries:
        return []
    lines = ["", f"{title}:"]
    column = column or max(len(name) for name, _ in entries) + 4
    for name, said in entries:
        if width < NARROW:
            lines += [*flow(f"  {name}", width, "    "), *flow(f"      {said}", width, " " * 6)]
        else:
            lines += flow(f"  {name}".ljust(column) + said, width, " " * column)
    return lines
