"""Handle a bug: one line for the user, a report in a file, and the words typed are kept."""

from __future__ import annotations

import platform
import sys
import traceback

from cramplog import __version__, streams
from cramplog.cli.output import fail, lost
from cramplog.cli.rescue import save_report
from cramplog.errors import CramplogError, DiaryError
from cramplog.files import driver
from cramplog.paths import without_secrets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cramplog.cli.session import Session


class Bug(CramplogError):
    """Something that cramplog should have handled."""

    code = "bug"
    exit_code = 70


def crashed(problem: Exception, arguments: list[str], session: Session | None) -> int:
    """Save a report without the words typed, say so, and return the exit code.

    Where nothing but the answer was lost, or the diary turns out to be damaged, that is said.
    """
    if isinstance(problem, OSError) and problem in streams.lost:
        streams.silence()
        return fail(lost(problem), arguments)
    damage = _damage(session.opened if session else "")
    if damage is not None:
        return fail(damage, arguments, session)
    head = f"cramplog {__version__}, Python {platform.python_version()}, {sys.platform}\n"
    command = f"command: {' '.join(without_secrets(arguments[:1]))}\n"
    frames = "".join(traceback.format_tb(problem.__traceback__))
    path = save_report(f"{head}{command}{frames}{type(problem).__name__}\n")
    saved = f"The report is in {path}." if path else "A report could not be saved."
    return fail(
        Bug(f"this is a bug in cramplog ({type(problem).__name__}).", saved), arguments, session
    )


def _damage(path: str) -> CramplogError | None:
    """The damage that explains what happened, if there is any: values of a diary gone wrong."""
    from cramplog import paths
    from cramplog.files import backup, verify
    from cramplog.services import usable

    if not path or paths.is_server(path):
        return None
    if not verify.sound(path, deep=True):
        return backup.damaged(path)
    try:
        odd = usable.unusable(path)
    except driver.failures():
        return backup.damaged(path)
    if odd:
        what = f"{path} holds what no command can use: {odd[0]}; it was left as it is."
        return DiaryError(what, backup.way_back(path))
    return None
