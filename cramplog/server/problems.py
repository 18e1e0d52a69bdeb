"""Explain PostgreSQL's and the driver's errors to the user."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from cramplog import paths
from cramplog.errors import DiaryError, DiaryLocked
from cramplog.server.engine import LOCK_SECONDS

SETUP = "python -m cramplog.server"
AGAIN = "Try again in a moment."
LOGIN = "A password belongs in ~/.pgpass or PGPASSFILE, not on the command line."
BY_STATE: dict[str, tuple[type[DiaryError], str, str]] = {
    "28P01": (DiaryError, "refused the login: wrong password, or no such login.", LOGIN),
    "28000": (DiaryError, "refuses this login.", "Ask its administrator (docs/scaling.md)."),
    "3D000": (DiaryError, "has no such database.", "Name another after the last / of --db."),
    "42501": (
        DiaryError,
        "does not let this login do that; nothing was stored.",
        f"Its administrator prepares it: {SETUP} ADDRESS LOGIN.",
    ),
    "42P07": (
        DiaryError,
        "has tables of another program; they were left as they are.",
        "Give the diary a database of its own.",
    ),
    "22021": (DiaryError, "takes no text with a zero byte; nothing was stored.", "Take it out."),
    "25006": (DiaryError, "takes no changes at present; nothing was stored.", AGAIN),
    "53100": (DiaryError, "has a full disk; nothing was stored.", "Tell its administrator."),
    "53300": (DiaryLocked, "has no connection left.", AGAIN),
    "55P03": (DiaryLocked, f"was busy for {LOCK_SECONDS} s; nothing was stored.", AGAIN),
    "57P03": (DiaryLocked, "is starting or stopping.", AGAIN),
}
"""By SQLSTATE: the error, the sentence about the server, and the hint."""

BY_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("too many clients", "too many connections", "connection slots"), "53300"),
    (("password authentication failed", "no password supplied"), "28P01"),
    (("no pg_hba.conf entry", "is not permitted to log in"), "28000"),
    (('role "', "authentication failed"), "28P01"),
    (('database "',), "3D000"),
    (("NUL", "zero byte"), "22021"),
    (("starting up", "shutting down", "recovery mode"), "57P03"),
)
"""A refused connection has no SQLSTATE; its words stand for one."""

UNSAFE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("invalid sslmode",), "its sslmode is none that there is"),
    (("does not support SSL",), "it takes no SSL"),
    (("certificate",), "its certificate, or the file that it is checked by, will not do"),
    (("SSL", "TLS", "sslmode"), "the two sides do not agree on SSL"),
)
"""By words of libpq: the fault in the encryption of a connection."""

OPTION = 'invalid connection option "'

SILENT: tuple[tuple[tuple[str, ...], str], ...] = (
    (("refused",), "nothing takes connections there"),
    (("could not translate", "failed to resolve"), "no machine of that name is known"),
    (("timeout", "timed out"), "it took too long"),
    (("No such file",), "there is no such socket"),
    (("unreachable", "No route"), "there is no way to it"),
)
"""By words of libpq: the reason why a server does not answer."""


def explained(
    problem: Exception, address: str, *, lost: bool = False, storing: bool = False
) -> DiaryError:
    """Return a driver's error in one line that says what to do, without a password."""
    place = paths.shown(address)
    if isinstance(problem, PoolTimeoutError):
        return DiaryLocked(f"{place} has more to do than connections.", AGAIN)
    lost = lost or (isinstance(problem, DBAPIError) and problem.connection_invalidated)
    cause = problem.orig if isinstance(problem, DBAPIError) and problem.orig else problem
    said = " ".join(str(cause).split("\n")[0].split())
    if lost and storing:
        return DiaryError(
            f"the connection to {place} was lost while it stored this, which it may have done.",
            "Look first: cramplog list",
        )
    if lost:
        return DiaryError(f"the connection to {place} was lost; nothing was stored.", AGAIN)
    return _by_cause(str(getattr(cause, "sqlstate", None) or ""), said, place)


def _by_cause(state: str, cause: str, place: str) -> DiaryError:
    if not state:
        unsafe = _first(UNSAFE, cause)
        if unsafe:
            return DiaryError(
                f"{place} cannot be reached safely: {unsafe}.",
                "TLS is set in the address: ?sslmode=verify-full&sslrootcert=FILE.",
            )
        silent = "" if "FATAL" in cause else _first(SILENT, cause)
        if silent:
            return DiaryError(
                f"{place} does not answer: {silent}.",
                "Is the server running, and the network there?",
            )
        option = cause.partition(OPTION)[2].partition('"')[0]
        if option:
            return DiaryError(
                f'{place} cannot be used: its address has an option "{option}" that is not known.',
                "See docs/scaling.md.",
            )
        state = _first(BY_WORDS, cause)
    if state in BY_STATE:
        error, what, hint = BY_STATE[state]
        return error(f"{place} {what}", hint)
    code = f" (SQLSTATE {state})" if state else ""
    return DiaryError(f"{place} cannot be used{code}.", "See docs/scaling.md.")


def _first(table: tuple[tuple[tuple[str, ...], str], ...], cause: str) -> str:
    """Return the text of the first row with a sign in the cause; empty for none."""
    return next((found for signs, found in table if any(sign in cause for sign in signs)), "")
