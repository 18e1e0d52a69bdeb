"""Whole reports, byte for byte."""

import json
from pathlib import Path

import pytest
from golden import assert_golden
from sample_diaries import SAMPLES

from cramplog.render.report import data, text

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_is_the_golden_one(name: str, width: int) -> None:
    assert_golden(GOLDEN / f"report_{name}_{width}.txt", text(SAMPLES[name](), width) + "\n")


@pytest.mark.parametrize("name", ["empty_diary", "full_week"])
def test_the_data_are_the_golden_ones(name: str) -> None:
    assert_golden(
        GOLDEN / f"report_{name}.json", json.dumps(data(SAMPLES[name]()), indent=2) + "\n"
    )
