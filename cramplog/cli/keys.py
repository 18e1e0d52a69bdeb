"""Single keys from a terminal."""

from __future__ import annotations

import os
import select
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

END = "\x04"


class Keys:
    """Single keys while the block lasts; the terminal's settings are restored after.

    `flush` forgets what was typed before.
    """

    def __init__(self, *, flush: bool = True) -> None:
        self._flush = flush

    def __enter__(self) -> Keys:
        self._handle = sys.stdin.fileno()
        try:
            import termios
            import tty
        except ImportError:  # Windows: whole lines only
            self._saved = None
            return self
        self._saved = termios.tcgetattr(self._handle)
        tty.setcbreak(self._handle, termios.TCSAFLUSH if self._flush else termios.TCSADRAIN)
        return self

    def within(self, seconds: float) -> Iterator[str]:
        """Keys pressed until `seconds` have passed; the end of input is `END`."""
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if ready:
            pressed = os.read(self._handle, 64)
            yield from pressed.decode("ascii", "replace") if pressed else END

    def one(self) -> str:
        """Wait for one key; what is typed ahead of it stays for later."""
        pressed = os.read(self._handle, 1)
        return pressed.decode("ascii", "replace") if pressed else END

    def __exit__(self, *_: object) -> None:
        if self._saved is not None:
            import termios

            termios.tcsetattr(self._handle, termios.TCSADRAIN, self._saved)
