"""SAFETY.md names tests that exist, and the purpose is told in the same words everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cramplog.cli.app import PURPOSE

ROOT = Path(__file__).parents[2]
SAFETY = (ROOT / "SAFETY.md").read_text("utf-8")
HAZARDS = (
    "red flag",
    "reassurance",
    "stale",
    "wrong person",
    "lost",
    "over-tracking",
    "mistranslation",
    "misread statistics",
    "alarm fatigue",
)


def test_every_test_that_safety_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", SAFETY))
    assert len(named) > 30
    written = " ".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert named - set(re.findall(r"^def (test_\w+)\(", written, re.MULTILINE)) == set()


def test_every_hazard_has_causes_controls_and_the_tests_that_hold_them() -> None:
    parts = re.split(r"^## ", SAFETY, flags=re.MULTILINE)[1:]
    hazards = [part for part in parts if re.match(r"\d", part)]
    titles = " ".join(part.split("\n")[0].lower() for part in hazards)
    assert [name for name in HAZARDS if name not in titles] == []
    for part in hazards:
        assert "Harm: " in part
        rows = [line for line in part.splitlines() if line.startswith("| ")][2:]
        assert rows
        for row in rows:
            assert re.search(r"`test_\w+` \|$", row), row


@pytest.mark.parametrize("name", ["README.md", "docs/intended-purpose.md"])
def test_the_purpose_is_told_in_the_same_words(name: str) -> None:
    page = " ".join((ROOT / name).read_text("utf-8").replace("**", "").split())
    assert "a record of what you wrote, with published advice on when to see a doctor" in page
    assert "not for diagnosis, treatment, monitoring or emergencies" in page
    assert re.search(r"not reviewed by a clinician|no clinician has reviewed", page)
    said = " ".join(PURPOSE).lower()
    assert "a record of what you wrote, with published advice on when to see a doctor" in said
    assert "not for diagnosis, treatment, monitoring or emergencies" in said
