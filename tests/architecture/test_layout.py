"""How the tree is cut: small files, and tests that stand where their module does."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).parents[2]
OWN_ROOMS = {"program", "architecture", "faults"}
"""Folders that mirror no package: program, tree, what befalls a machine."""
GENERATED = {"cramplog/diary/compiled.py", "migrations/versions/0001_the_first_diary.py"}


def _modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (PROJECT / folder).rglob("*.py")]
    assert found
    return found


def test_no_module_is_longer_than_300_lines() -> None:
    sizes = {
        str(path.relative_to(PROJECT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in _modules("cramplog", "tests", "benchmarks", "migrations")
    }
    too_long = {name: size for name, size in sizes.items() if size > 300}
    assert too_long.keys() <= GENERATED, too_long


def test_every_folder_of_tests_mirrors_a_package() -> None:
    packages = {path.name for path in (PROJECT / "cramplog").iterdir()}
    folders = {path.relative_to(PROJECT / "tests").parts[0] for path in _modules("tests")}
    files = {name.removeprefix("test_") for name in folders if name.startswith("test_")}
    rooms = {name for name in folders if not name.endswith(".py")}
    assert rooms <= packages | OWN_ROOMS
    assert files <= packages


def test_test_modules_have_names_of_their_own() -> None:
    names = [path.name for path in _modules("tests")]
    assert sorted(names) == sorted(set(names))
