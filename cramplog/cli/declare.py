"""Declare a command: its arguments and options as plain data, beside its function.

The everyday path calls the function without Typer; `cli.build` makes a Typer command of the same
declaration, and help, completion and the reference read it.
"""

from __future__ import annotations

from cramplog.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType
    from typing import Any, TypeVar

    F = TypeVar("F", bound=Callable[..., Any])

ATTRIBUTE = "declared"


class Argument(Value):
    """Words that stand without an option's name; `least` 0 makes them optional."""

    name: str  # the function's parameter
    metavar: str
    complete: str = ""  # a function of `cli.complete`
    least: int = 1
    many: bool = False

    def bound(self, words: list[str]) -> Any:
        """Take this argument's share off the front of the words."""
        if self.many:
            taken = tuple(words)
            words.clear()
            return taken
        return words.pop(0) if words else None


class Option(Value):
    """An option; a switch where `metavar` is empty."""

    flags: tuple[str, ...]  # "-o", "--output"; "--woke/--not-woke"
    help: str
    metavar: str = ""
    name: str = ""  # the function's parameter; unsaid: the last flag with "_" for "-"
    complete: str = ""
    many: bool = False
    least: int | None = None  # of a whole number
    most: int | None = None
    pair: bool = False  # two values

    @property
    def parameter(self) -> str:
        return self.name or self.flags[-1].partition("/")[0].lstrip("-").replace("-", "_")

    @property
    def default(self) -> Any:
        """Return what the function gets where the option is not given."""
        if self.metavar:
            return () if self.many else None
        return None if "/" in self.flags[-1] else False


Parameter = Argument | Option
GLOBAL = (
    Option(flags=("--json",), help="Answer in JSON."),
    Option(flags=("--plain",), help="Labelled lines: no colour, no cursor motion."),
    Option(flags=("--db",), metavar="FILE", help="The diary to use."),
    Option(flags=("--person",), metavar="NAME", help="Whose record.", complete="people"),
)
"""The options that every command takes, before and after its name."""


class Declared(Value):
    """A command's whole name, such as "condition add", its parameters and its function."""

    name: str
    parameters: tuple[Parameter, ...]
    function: Any
    into: Any = None  # makes one value of all parameters
    loose: bool = False  # options that it does not know are words: `-5m`

    @property
    def arguments(self) -> list[Argument]:
        return [one for one in self.parameters if isinstance(one, Argument)]

    @property
    def options(self) -> list[Option]:
        return [one for one in self.parameters if isinstance(one, Option)]

    def takes(self, count: int) -> bool:
        """Return whether this many words are neither too few nor too many."""
        least = sum(one.least for one in self.arguments)
        most = None if any(one.many for one in self.arguments) else len(self.arguments)
        return least <= count and (most is None or count <= most)

    def bound(self, words: Sequence[str]) -> dict[str, Any]:
        """Return the function's parameters for words alone; every option has its default."""
        left = list(words)
        given = {one.name: one.bound(left) for one in self.arguments}
        return {**{one.parameter: one.default for one in self.options}, **given}

    def run(self, session: Any, given: dict[str, Any]) -> Any:
        """Call the function with its parameters, or with the one value made of them."""
        if self.into is not None:
            return self.function(session, self.into(**given))
        return self.function(session, **given)


def command(
    name: str, *parameters: Parameter, into: Any = None, loose: bool = False
) -> Callable[[F], F]:
    """Declare the function below as the command of this name.

    The function takes the session and then the parameters by name, or, with `into`, the one value
    that is made of them. Its docstring is the command's help and ends with examples.
    """

    def declare(function: F) -> F:
        made = Declared(name=name, parameters=parameters, function=function, into=into, loose=loose)
        setattr(function, ATTRIBUTE, made)
        return function

    return declare


def declared(module: ModuleType) -> dict[str, Declared]:
    """Return the commands that a module declares, by name, in their order."""
    values = (getattr(value, ATTRIBUTE, None) for value in vars(module).values())
    return {one.name: one for one in values if isinstance(one, Declared)}
