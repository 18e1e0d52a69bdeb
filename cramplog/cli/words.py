"""The options that say what the quick-entry words say, shared by log, start, stop and edit."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperOption

from cramplog.actions.said import Said
from cramplog.cli import complete
from cramplog.cli.command import Command, tab
from cramplog.domain.episode import FEATURES

SAID = "cramplog.said"
WORDS = {"ignore_unknown_options": True}  # `-5m` reaches the words, which say what is wrong


def _keep(ctx: Any, param: Any, value: object) -> None:
    if value not in (None, (), []):
        ctx.meta.setdefault(SAID, {})[param.name] = value


def _option(name: str, metavar: str, help_: str, **more: Any) -> TyperOption:
    return TyperOption(
        param_decls=[f"--{name}"],
        metavar=metavar,
        help=help_,
        expose_value=False,
        callback=_keep,
        **more,
    )


def _options() -> list[TyperOption]:
    many: dict[str, Any] = {"multiple": True}
    options = [
        _option("at", "TIME", 'When it began: 02:30, "10m ago", "yesterday 3am".'),
        _option("side", "SIDE", "left, right or both.", autocompletion=tab(complete.sides)),
        _option(
            "muscle",
            "NAME",
            "calf or left:calf; repeatable.",
            autocompletion=tab(complete.muscles),
            **many,
        ),
        _option("duration", "LENGTH", "5m, 90s, 4m30s, ~5m."),
        _option("pain", "0-10", "7 or 7/10."),
        _option(
            "type",
            "TYPE",
            "tonic or clonic; localized or generalized.",
            autocompletion=tab(complete.types),
            **many,
        ),
        _option(
            "trigger",
            "NAME",
            "A suspected trigger; repeatable.",
            autocompletion=tab(complete.triggers),
            **many,
        ),
        _option(
            "tried",
            "REMEDY",
            "A remedy tried; repeatable.",
            autocompletion=tab(complete.remedies),
            **many,
        ),
        _option(
            "helped",
            "REMEDY",
            "One that helped: stretch or stretch:2m.",
            autocompletion=tab(complete.remedies),
            **many,
        ),
        _option(
            "not-helped",
            "REMEDY",
            "One that did not help.",
            autocompletion=tab(complete.remedies),
            **many,
        ),
        _option("note", "TEXT", "Free text, kept exactly."),
        _option("fold", "WHICH", "first or second, where a time occurs twice."),
    ]
    features = [
        TyperOption(
            param_decls=[f"--{feature}/--not-{feature}"],
            is_flag=True,
            default=None,
            help=_FEATURES[feature],
            expose_value=False,
            callback=_keep,
        )
        for feature in FEATURES
    ]
    return [*options, *features]


_FEATURES = {
    "woke": "It woke you, or not.",
    "sore": "Sore afterwards, or not.",
    "numb": "Numb, or not.",
    "hard": "The muscle was hard, or not.",
    "twitching": "Jerking during the cramp, or not.",
}


class WordsCommand(Command):
    """A command that takes the quick-entry words and their options."""

    def __init__(self, name: str | None, **options: Any) -> None:
        super().__init__(name, **options)
        self.params = [*self.params[:-4], *_options(), *self.params[-4:]]


def said(ctx: typer.Context, words: list[str] | None) -> Said:
    """What words and options said."""
    given: dict[str, Any] = ctx.meta.get(SAID, {})
    features = tuple((name, given[name]) for name in FEATURES if name in given)
    options: dict[str, Any] = {name: value for name, value in given.items() if name not in FEATURES}
    for name in ("muscle", "type", "trigger", "tried", "helped", "not_helped"):
        options[name] = tuple(given.get(name, ()))
    return Said(words=tuple(words or ()), features=features, **options)
