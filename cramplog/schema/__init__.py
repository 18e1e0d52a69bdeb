"""The JSON Schemas of what cramplog writes: published with the package, for other programs.

`diary-1.json` is the file of `export json`; `envelope-1.json` what every command prints with
`--json`.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("diary-1", "envelope-1")


def schema(name: str) -> dict[str, Any]:
    """One of `NAMES`, as JSON Schema 2020-12."""
    text = files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
