"""Golden files: texts that were agreed on. `RENEW_GOLDENS=1 pytest ...` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

RENEW = os.environ.get("RENEW_GOLDENS") == "1"


def assert_golden(file: Path, text: str) -> None:
    """Compare a text with its golden file, byte for byte; write the file where that is asked."""
    if RENEW:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text
