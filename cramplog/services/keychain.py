"""The system's keyring, which keeps a diary's key for the logged-in user.

Importing it takes a tenth of a second and loads network modules: only a diary whose key is there
needs it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

SERVICE = "cramplog"


def get(key_id: str) -> str | None:
    """Return the key of that name; None if there is none, or no usable keyring."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        found = keyring.get_password(SERVICE, key_id)
    except Exception:  # noqa: BLE001 - a keyring that is locked, or whose desktop is gone
        return None
    return None if found is None else str(found)


def put(key_id: str, key: str) -> bool:
    """Store a key; returns whether it can be read again."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        keyring.set_password(SERVICE, key_id, key)
    except Exception:  # noqa: BLE001 - as above
        return False
    return get(key_id) == key


def is_usable() -> bool:
    """Return whether there is a keyring that may hold a key."""
    return _keyring() is not None


def _keyring() -> ModuleType | None:
    """Return the library, if it has a backend that keeps secrets."""
    try:
        import keyring
        from keyring.backends import fail, null

        backend = keyring.get_keyring()
    except Exception:  # noqa: BLE001 - not installed, or no backend of it can be loaded
        return None
    useless = isinstance(backend, fail.Keyring | null.Keyring)
    return None if useless or backend.priority <= 0 else keyring
