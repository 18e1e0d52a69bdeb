"""A keyring for tests, in the file that TEST_KEYRING names; the program loads it by its name."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class Keyring(KeyringBackend):
    """Keeps what it is given in a JSON file."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return _held().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        if os.environ.get("TEST_KEYRING_REFUSES"):
            raise PermissionError
        _file().write_text(json.dumps({**_held(), f"{service} {username}": password}))


def _file() -> Path:
    return Path(os.environ["TEST_KEYRING"])


def _held() -> dict[str, str]:
    if not _file().exists():
        return {}
    held = json.loads(_file().read_text())
    assert isinstance(held, dict)
    return held
