"""The program with an envelope made ahead: making one takes seconds of nothing else."""

from __future__ import annotations

from pathlib import Path

PASSPHRASE = "correct horse battery"
SCRIPT = """
import sys
from pathlib import Path
from cramplog.files import driver, envelope
ahead = str(Path({folder!r}) / "ahead")
envelope.wrap = lambda key, passphrase: envelope.read(ahead)
envelope.unwrap = lambda sealed, passphrase: Path({folder!r}, "diary.key").read_text().strip()
from cramplog.__main__ import main
sys.argv[0] = "cramplog"
main()
"""


def with_a_quick_envelope(folder: Path) -> tuple[Path, dict[str, str]]:
    """A script that is the program, and the variables that name its key and passphrase files."""
    from cramplog.files import envelope, open_keys

    key = open_keys.make(str(folder / "diary.key"))
    envelope.put(envelope.wrap(key, PASSPHRASE), str(folder / "ahead"))
    (folder / "passphrase").touch(mode=0o600)
    (folder / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    script = folder / "quick.py"
    script.write_text(SCRIPT.format(folder=str(folder)), encoding="utf-8")
    return script, {
        "CRAMPLOG_KEY_FILE": str(folder / "diary.key"),
        "CRAMPLOG_PASSPHRASE_FILE": str(folder / "passphrase"),
    }
