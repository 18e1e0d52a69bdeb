"""UUIDv7 (RFC 9562) without the `uuid` module, whose import costs as much as a whole insert."""

from __future__ import annotations

import os
import time


def new_uid(at: int | None = None, order: int | None = None, digest: bytes = b"") -> str:
    """Make a UUIDv7 whose time part is `at` (Unix seconds), by default now.

    Within one second they sort by `order` (its lowest 12 bits, in the field that RFC 9562 reserves
    for this), so that the last entry of a day counts, however quickly it followed. Ten bytes of
    `digest` replace the random ones.
    """
    milliseconds = at * 1000 if at is not None else time.time_ns() // 1_000_000
    rest = digest or os.urandom(10)
    value = bytearray((milliseconds & (1 << 48) - 1).to_bytes(6, "big") + rest)
    if order is not None:
        value[6:8] = (order & 0xFFF).to_bytes(2, "big")
    value[6] = 0x70 | value[6] & 0x0F
    value[8] = 0x80 | value[8] & 0x3F
    text = value.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
