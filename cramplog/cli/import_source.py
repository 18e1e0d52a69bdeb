"""Open what `import` reads: a file, a pipe or stdin, in any encoding, encrypted or not."""

from __future__ import annotations

import codecs
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO, TextIOWrapper
from typing import IO, TextIO

from cramplog.cli import age
from cramplog.cli.session import Session
from cramplog.errors import BadFile, BadOption
from cramplog.interchange import csv_table

STDIN = "-"
ENCODINGS = "--encoding utf-16, cp1252 or latin-1 says in which it is."
_OTHERS = {
    b"SQLite format 3\0": ("a diary, or another database", "For a diary: cramplog merge FILE"),
    b"PK\x03\x04": ("a ZIP archive or a workbook", "Unpack it, or save its sheet as CSV."),
    b"%PDF": ("a PDF", "Export CSV or JSON."),
}


@contextmanager
def opened(
    session: Session, file: str, *, encoding: str | None = None, identity: str | None = None
) -> Iterator[TextIO]:
    """Open a text that can be read twice; raises BadFile, BadOption, BadPassphrase.

    What comes through a pipe is kept in a nameless temporary file as it came, and what was
    encrypted in memory alone.
    """
    name = "the standard input" if file == STDIN else file
    coding = _known(encoding) if encoding else csv_table.ENCODING
    with ExitStack() as stack:
        raw = stack.enter_context(_bytes(file))
        if not raw.seekable():
            spool = stack.enter_context(tempfile.TemporaryFile())
            shutil.copyfileobj(raw, spool)
            spool.seek(0)
            raw = spool
        head = raw.read(len(age.FIRST_BYTES))
        raw.seek(0)
        if head == age.FIRST_BYTES:
            raw = BytesIO(age.decrypted(session, name, raw.read(), identity))
        elif not encoding:
            _refuse_others(head, name)
        text = TextIOWrapper(raw, encoding=coding, errors="surrogateescape", newline="")
        try:
            yield text
        except UnicodeError:
            raise BadFile(f"{name} is not text in {encoding or 'UTF-8'}.", ENCODINGS) from None
        finally:
            text.detach()


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding).name
        b"".decode(found)
    except (LookupError, ValueError):
        raise BadOption(f"{encoding!r} is no encoding that I know.", ENCODINGS) from None
    return csv_table.ENCODING if found == "utf-8" else found


@contextmanager
def _bytes(file: str) -> Iterator[IO[bytes]]:
    if file != STDIN:
        with csv_table.opened(file) as text:
            yield text.buffer
        return
    if sys.stdin is None or sys.stdin.closed:
        raise BadFile("there is no standard input.", "Name a file.")
    yield sys.stdin.buffer


def _refuse_others(head: bytes, name: str) -> None:
    for sign, (what, hint) in _OTHERS.items():
        if head.startswith(sign):
            raise BadFile(f"{name} is {what}.", hint)
