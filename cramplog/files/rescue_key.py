"""Derive a pair of age keys from a diary's key, for the rescue file of an encrypted diary.

Entries that the diary could not take are encrypted to the public half, which needs no secret.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
PREFIX = "age-secret-key-"


def recipient(key: str) -> str:
    """Return the public half, `age1…`, which is stored beside the wrapped key."""
    return str(_identity(key).to_public())


def close(words: bytes, to: str) -> str:
    """Encrypt words to a public half; returns an armored age file."""
    import pyrage

    sealed: bytes = pyrage.encrypt(words, [pyrage.x25519.Recipient.from_str(to)], armored=True)
    return sealed.decode()


def open_(sealed: str, key: str) -> bytes:
    """Decrypt such words; raises ValueError if they are another diary's."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(sealed.encode(), [_identity(key)]))
    except pyrage.DecryptError as problem:
        raise ValueError("sealed for another diary") from problem


def _identity(key: str) -> Any:
    from hashlib import sha256

    import pyrage

    secret = sha256(b"cramplog rescue key " + bytes.fromhex(key)).digest()
    return pyrage.x25519.Identity.from_str(_bech32(PREFIX, secret).upper())


def _bech32(prefix: str, data: bytes) -> str:
    """Encode a key as age does (BIP 173)."""
    bits = int.from_bytes(data, "big") << (-len(data) * 8 % 5)
    count = -(-len(data) * 8 // 5)
    values = [bits >> 5 * at & 31 for at in reversed(range(count))]
    head = [*(ord(each) >> 5 for each in prefix), 0, *(ord(each) & 31 for each in prefix)]
    check = _checksum([*head, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [check >> 5 * at & 31 for at in reversed(range(6))]
    return f"{prefix}1{''.join(LETTERS[each] for each in values)}"


def _checksum(values: Iterable[int]) -> int:
    found = 1
    for value in values:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for at, part in enumerate(GENERATOR):
            found ^= part if top >> at & 1 else 0
    return found
