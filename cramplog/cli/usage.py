"""Explain in our own words the options that Typer could not make sense of."""

from __future__ import annotations

from typing import Any

from cramplog.domain.spelling import did_you_mean, quoted
from cramplog.errors import InputError
from cramplog.timeparse import figures


class BadUsage(InputError):
    """Options that Typer could not make sense of."""

    code = "bad_usage"


def explained(problem: Any) -> InputError:
    """Return Typer's complaint in our words: one line, and what to type."""
    ctx = getattr(problem, "ctx", None)
    path = ctx.command_path if ctx else "cramplog"
    shows = f"`{path} --help` shows how."
    told = _BY_KIND.get(type(problem).__name__, _other)(problem, path)
    message, hint = told if isinstance(told, tuple) else (told, shows)
    return BadUsage(message, hint or shows)


def _missing(problem: Any, path: str) -> str:
    return f"{_name(problem.param)} is missing after `{path}`."


def _no_option(problem: Any, path: str) -> tuple[str, str]:
    known = [name for param in problem.ctx.command.params for name in param.opts] if path else []
    message = f"{quoted(problem.option_name)} is not an option of `{path}`."
    return message, did_you_mean(problem.option_name, filter(_is_option, known))


def _is_option(name: str) -> bool:
    return name.startswith("-")


def _option(problem: Any, _path: str) -> str:
    if "requires" in problem.message:
        count = problem.message.removesuffix(" arguments.").rpartition(" ")[2]
        values = f"{count} values" if count.isdigit() else "a value"
        return f"{problem.option_name} needs {values}."
    return f"{problem.option_name} takes no value."


def whole_number(option: str, typed: str, least: int, most: int | None) -> int:
    """Read an option's whole number; raises BadUsage, and BadNumber where it could be two."""
    figures.refuse_unclear(typed)
    plain = typed.strip()
    value = int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None
    if value is None or not least <= value <= (most or value):
        limits = f" from {least} to {most}" if most else ""
        raise BadUsage(f"{option} is a whole number{limits}; you typed {quoted(typed)}.")
    return value


def _other(problem: Any, path: str) -> str | tuple[str, str]:
    said = " ".join(str(problem.format_message()).split())
    extra = said.partition("unexpected extra argument(s) (")[2].rstrip(").")
    if extra:
        return f"{quoted(extra)} is an unexpected extra argument of `{path}`."
    commands = getattr(getattr(problem.ctx, "command", None), "commands", {})
    if said.startswith("Missing command"):
        return f"`{path}` needs one word more: {', '.join(commands)}."
    if said.startswith("No such command"):
        word = said.partition("'")[2].partition("'")[0]
        return f"{quoted(word)} is not a command of `{path}`.", did_you_mean(word, commands)
    return f"`{path}` was not understood."


def _name(param: Any) -> str:
    """Name an option as it is typed, an argument as its help names it."""
    if param is None:
        return "a word"
    option = next((name for name in param.opts if name.startswith("--")), None)
    return str(option or param.human_readable_name).strip("[].")


_BY_KIND = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _option,
}
