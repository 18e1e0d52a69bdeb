"""Whole reports, byte for byte. CRAMPLOG_TEST_REGENERATE=1 writes them anew: read the diff."""

import json
import os
from pathlib import Path

import pytest
from sample_diaries import SAMPLES

from cramplog.render.report import data, text

GOLDEN = Path(__file__).with_name("golden")
REGENERATE = os.environ.get("CRAMPLOG_TEST_REGENERATE") == "1"


def _same(name: str, told: str) -> None:
    file = GOLDEN / name
    if REGENERATE:
        file.write_bytes(told.encode())
    assert file.read_bytes() == told.encode()


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_is_the_golden_one(name: str, width: int) -> None:
    _same(f"report_{name}_{width}.txt", text(SAMPLES[name](), width) + "\n")


@pytest.mark.parametrize("name", ["empty_diary", "full_week"])
def test_the_data_are_the_golden_ones(name: str) -> None:
    _same(f"report_{name}.json", json.dumps(data(SAMPLES[name]()), indent=2) + "\n")
