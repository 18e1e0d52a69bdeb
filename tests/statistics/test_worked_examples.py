"""The worked examples that the library's docstrings print, and what each docstring owes."""

from __future__ import annotations

import ast
import doctest
import importlib
import sys
from pathlib import Path

import pytest

from cramplog import statistics

MODULES = sorted(path.stem for path in Path(statistics.__path__[0]).glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_the_printed_examples_are_what_is_computed(name: str) -> None:
    module = importlib.import_module(f"cramplog.statistics.{name}")
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


@pytest.mark.parametrize("name", MODULES)
def test_every_public_function_shows_an_example(name: str) -> None:
    path = Path(statistics.__path__[0]) / f"{name}.py"
    functions = [
        node
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    without = [one.name for one in functions if ">>>" not in (ast.get_docstring(one) or "")]
    assert not without


@pytest.mark.parametrize("name", MODULES)
def test_the_library_needs_the_standard_library_alone(name: str) -> None:
    path = Path(statistics.__path__[0]) / f"{name}.py"
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names | {"cramplog"}
