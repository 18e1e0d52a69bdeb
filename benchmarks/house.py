"""Print the figures of the house: sizes, circles of imports, opened diaries, start-up, docstrings.

`python benchmarks/house.py` prints one table; `--docstrings` lists those that fail the lint. The
tests in tests/architecture hold the tree to the same functions.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "cramplog"
QUESTIONS = frozenset(
    ("What", "Whether", "Who", "Whom", "Whose", "How", "Where", "Nor", "Those", "That", "One", "It")
)
PHRASES = (
    *("The", "A", "An", "All", "Any", "As", "At", "Both", "By", "Each", "Every", "For", "From"),
    *("Here", "If", "In", "Its", "No", "Not", "Of", "On", "Only", "Same", "Some", "Their"),
    *("There", "These", "This", "Up", "Which", "With", "Without"),
)
NO_VERB = QUESTIONS.union(PHRASES)
"""First words that begin a phrase without a verb, or a question that nobody asked."""


class Failing(NamedTuple):
    """A docstring whose first line is no plain sentence."""

    path: str
    line: int
    name: str
    first: str


def modules() -> dict[str, Path]:
    """Return every module of the package, by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PROJECT).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def lines_of(path: Path) -> int:
    """Count the lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def failing_docstrings() -> list[Failing]:
    """Find public docstrings whose first line has no verb or begins as a question.

    A module's or class's first line may name a thing; a function's begins with a verb.
    """
    found: list[Failing] = []
    for path in modules().values():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        where = str(path.relative_to(PROJECT))
        found += [Failing(where, line, name, first) for line, name, first in _bad(tree)]
    return found


def _bad(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            continue
        name = getattr(node, "name", "module")
        text = ast.get_docstring(node)
        if name.startswith("_") or not text:
            continue
        first = text.splitlines()[0]
        word = first.split()[0].strip("`\"',.:;")
        banned = NO_VERB if _is_called(node) else QUESTIONS
        if word in banned:
            yield getattr(node, "lineno", 1), name, first


def _is_called(node: ast.AST) -> bool:
    """Return whether a node is a function that is called, and no property."""
    if not isinstance(node, ast.FunctionDef):
        return False
    return not any("property" in ast.unparse(one) for one in node.decorator_list)


def decided_by_text(path: Path) -> list[int]:
    """Find the lines that look for words in the text of a caught error: `"x" in str(problem)`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and (isinstance(node.left, ast.Constant) or ast.unparse(node.left).isupper())
        and any(isinstance(one, ast.In | ast.NotIn) for one in node.ops)
        and any(ast.unparse(one) in TEXTS for one in node.comparators)
    ]


TEXTS = {f"str({name})" for name in ("problem", "error", "exc", "e")}
"""How the text of a caught error is written in this tree."""


def imports() -> dict[str, set[str]]:
    """Return which modules of the package each imports, lazily or not, types aside."""
    known = modules()
    graph: dict[str, set[str]] = {}
    for name, path in known.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        graph[name] = {one for one in _imported(tree, known) if one in known and one != name}
    return graph


def _imported(node: ast.AST, known: dict[str, Path]) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module:
            whole = (f"{child.module}.{alias.name}" for alias in child.names)
            yield from (one if one in known else child.module for one in whole)
        yield from _imported(child, known)


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Find the groups of modules that import each other in a circle (Tarjan's algorithm)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(graph[name]):
            if other not in index:
                visit(other)
            if other in stack:
                low[name] = min(low[name], low[other])
        if low[name] == index[name]:
            group = [stack.pop()]
            while group[-1] != name:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for name in graph:
        if name not in index:
            visit(name)
    return found


def main() -> int:
    """Print the table, or the docstrings that fail."""
    failing = failing_docstrings()
    if sys.argv[1:] == ["--docstrings"]:
        for one in failing:
            print(f"{one.path}:{one.line}: {one.name}: {one.first}")
        return 0
    sizes = [lines_of(path) for path in modules().values()]
    shown = [size for size in sizes if size > 3]
    rows = {
        "modules": len(sizes),
        "lines": sum(sizes),
        "median module": statistics.median(shown),
        "longest module": max(sizes),
        "circles of imports": [len(one) for one in circles(imports())] or "none",
        "docstrings that fail the lint": len(failing),
    }
    for name, value in rows.items():
        print(f"{name:32}{value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
