"""What PostgreSQL's and the driver's errors mean for a user, and what to do."""

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
    "25006": (DiaryError, "takes no changes at present; nothing was stored.", AGAIN),
    "53100": (DiaryError, "has a full disk; nothing was stored.", "Tell its administrator."),
    "53300": (DiaryLocked, "has no connection left.", AGAIN),
    "55P03": (DiaryLocked, f"was busy for {LOCK_SECONDS} s; nothing was stored.", AGAIN),
    "57P03": (DiaryLocked, "is starting or stopping.", AGAIN),
}
"""By SQLSTATE: the error, what is said of the server, and what to do."""

BY_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("too many clients", "too many connections", "connection slots"), "53300"),
    (("password authentication failed", "no password supplied"), "28P01"),
    (("no pg_hba.conf entry", "is not permitted to log in"), "28000"),
    (('role "', "authentication failed"), "28P01"),
    (('database "',), "3D000"),
    (("starting up", "shutting down", "recovery mode"), "57P03"),
)
"""A refused connection has no SQLSTATE; its words stand for one."""

TLS = ("SSL", "certificate", "TLS", "sslmode")
SILENT = (
    "refused",
    "could not translate",
    "timeout",
    "timed out",
    "No such file",
    "unreachable",
    "No route",
    "failed to resolve",
)


def explained(
    problem: Exception, address: str, *, lost: bool = False, storing: bool = False
) -> DiaryError:
    """A driver's error in one line that says what to do and tells no password."""
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


def _by_cause(state: str, said: str, place: str) -> DiaryError:
    if not state:
        if any(sign in said for sign in TLS):
            return DiaryError(
                f"{place} cannot be reached safely: {_after_address(said)}.",
                "TLS is set in the address: ?sslmode=verify-full&sslrootcert=FILE.",
            )
        if "FATAL" not in said and any(sign in said for sign in SILENT):
            return DiaryError(
                f"{place} does not answer: {_after_address(said)}.",
                "Is the server running, and the network there?",
            )
        state = next((s for signs, s in BY_WORDS if any(sign in said for sign in signs)), "")
    if state in BY_STATE:
        error, what, hint = BY_STATE[state]
        return error(f"{place} {what}", hint)
    return DiaryError(f"{place} cannot be used: {_after_address(said)}.", "See docs/scaling.md.")


def _after_address(said: str) -> str:
    """The end of libpq's sentence: `connection to server at "…", port … failed: the cause`."""
    return said.rpartition("failed: ")[2].removeprefix("FATAL: ").strip().rstrip(".")
