"""No text that users read claims more than a record can give: no measuring, finding or assuring.

The words are those by which authorities tell a device from a diary, and those that calm where
nobody has looked. A disclaimer or a title may hold one: `ALLOWED` lists each by its own words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "cramplog"
PAGES = ("README.md", "docs/rules.md", "docs/data-dictionary.md", "docs/cli-reference.md")

TELL_TALE = re.compile(
    r"\b(?:monitor(?:s|ed|ing)?|detect(?:s|ed|ion|ing)?|diagnos\w+|predict(?:s|ed|ion|ing)?"
    r"|forecast\w*|alarm(?:s|ed|ing)?|amplif\w+|risk scores?|(?:ab)?normal(?:ly)?|safe(?:ly|st|r)?"
    r"|harmless|benign|all.clear|reassur\w+|nothing (?:serious|to worry)|no (?:need|reason) to"
    r"|need not (?:see|be seen)|(?:do not|don't) worry|not to worry|you are (?:fine|well|healthy)"
    r"|cured?|curing|likely|treat(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"not for diagnosis, treatment, monitoring or emergencies"
    r"|(?:not|no|never|nor|nothing here is)(?: a)? diagnos[ei]s"
    r"|nobody measured or diagnosed anything"
    r"|more likely, say NHS 111 Wales|(?:when|until) you are well"  # sources
    r"|(?:no flag|that) is no all-clear|false alarms"
    r"|the cause should be found and treated"  # by a doctor, as the article says
    r"|(?:team|who|doctor) that treats|cannot be reached safely"  # a team; a server
    r"|Criteria in diagnosing nocturnal leg cramps",  # the title of a paper
    re.IGNORECASE,
)


def told(text: str) -> list[str]:
    """The tell-tale words of a text, without those in an allowed disclaimer."""
    return TELL_TALE.findall(ALLOWED.sub("", text))


@pytest.mark.parametrize(
    "bad",
    [
        "It monitors your legs.",
        "A clot was detected.",
        "Diagnosis: night cramps.",
        "That is normal at your age.",
        "You are safe.",
        "There is no need to see a doctor.",
        "No reason to see a doctor.",
        "You need not see anyone.",
        "Nothing to worry about.",
        "All clear.",
        "These cramps are harmless.",
        "A clot is likely.",
        "It treats cramps.",
    ],
)
def test_the_lint_finds_a_claim(bad: str) -> None:
    assert told(bad)


@pytest.mark.parametrize(
    "fair",
    [
        "Self-reported, not a diagnosis.",
        "It makes no diagnosis.",
        "Not for diagnosis, treatment, monitoring or emergencies.",
        "No flag is no all-clear: if something worries you, ask a doctor or pharmacist.",
    ],
)
def test_the_lint_lets_a_disclaimer_stand(fair: str) -> None:
    assert not told(fair)


def test_no_text_of_the_program_claims_what_only_a_device_may() -> None:
    found = [(where, words) for where, text in texts() if (words := told(text))]
    assert not found


@pytest.mark.parametrize("name", PAGES)
def test_no_page_for_users_claims_it_either(name: str) -> None:
    assert not told(" ".join((ROOT / name).read_text("utf-8").split()))


def texts() -> Iterator[tuple[str, str]]:
    """Every sentence in the package but what is written to developers: docstrings and SQL."""
    for template in sorted((*PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.typ"))):
        words = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", template.read_text("utf-8"))
        yield template.name, " ".join(words.split())
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        notes = {id(note) for note in _notes(tree)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in notes:
                continue
            if isinstance(node.value, str) and " " in node.value.strip():
                yield f"{path.relative_to(ROOT)}:{node.lineno}", " ".join(node.value.split())


def _notes(tree: ast.AST) -> Iterator[ast.Constant]:
    """String statements, which nothing prints; a command's docstring is its help, and printed."""
    for node in ast.walk(tree):
        help_ = isinstance(node, ast.FunctionDef) and node.decorator_list
        for statement in [] if help_ else _body(node):
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield statement.value


def _body(node: ast.AST) -> list[ast.stmt]:
    body = getattr(node, "body", [])
    return body if isinstance(body, list) else []


def test_the_texts_are_all_looked_at() -> None:
    assert len(list(texts())) > 1000
