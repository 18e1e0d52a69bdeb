"""Engines, one for each process and address, whose few connections all its diaries share."""

from __future__ import annotations

import os
import threading
from typing import Any

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from cramplog import paths
from cramplog.errors import DiaryError
from cramplog.files import driver

SCHEMES = ("postgresql+psycopg", "postgresql", "postgres")
CONNECTIONS = 5  # of one process; more would only wait for its interpreter
CONNECT_SECONDS = 10
LOCK_SECONDS = 20  # as long as for a file's lock
EXAMPLE = "Try --db postgresql+psycopg://anna@db.example.org/cramps"
INSTALL = "Install what it needs: pip install 'cramplog[server]'"

OURS = {"prepare_threshold": None, "client_encoding": "utf8"}
"""Options that the user cannot set: `pipe` prepares statements and encodes texts itself."""

_engines: dict[tuple[str, str], Engine] = {}
_users: dict[str, int] = {}
_one_at_a_time = threading.Lock()


def engine_of(address: str, role: str = "") -> Engine:
    """Return the engine for a diary's address, in autocommit.

    With a role its connections act as that role from the first statement on. Raises DiaryError.
    """
    with _one_at_a_time:
        made = _engines.get((address, role))
        if made is None:
            made = _engines[address, role] = _made(url_of(address), role)
        return made


def hold(address: str) -> None:
    """Count one more open diary at an address."""
    with _one_at_a_time:
        _users[address] = _users.get(address, 0) + 1


def release(address: str) -> None:
    """Count one less; the last one closes the connections."""
    with _one_at_a_time:
        _users[address] -= 1
        if _users[address]:
            return
        unused = [_engines.pop(key) for key in list(_engines) if key[0] == address]
    for one in unused:
        one.dispose()


def url_of(address: str) -> URL:
    """Parse an address; raises DiaryError if it is not a diary's."""
    try:
        url = make_url(address)
        if _is_mistyped(address, url):
            raise ValueError
    except (ArgumentError, ValueError):
        raise DiaryError(
            f"{paths.shown(address)} is not the address of a diary.", f"{EXAMPLE}."
        ) from None
    if url.drivername not in SCHEMES:
        raise DiaryError(
            f"a diary is a file or stands on PostgreSQL; {url.drivername} is neither.",
            f"{EXAMPLE}.",
        )
    return url.set(drivername=SCHEMES[0])


def _is_mistyped(address: str, url: URL) -> bool:
    """Return whether an @ or a space is not encoded: its neighbours may be a password."""
    said = address.partition("://")[2].partition("?")[0]
    return said.count("@") > 1 or "@" in (url.database or "") or any(map(str.isspace, said))


def _made(url: URL, role: str) -> Engine:
    try:
        return create_engine(
            url,
            isolation_level="AUTOCOMMIT",
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_use_lifo=True,
            hide_parameters=True,
            connect_args=_defaults(url, role) | OURS,
        )
    except ImportError:
        raise DiaryError("a diary on a server needs psycopg.", f"{INSTALL}.") from None


def _defaults(url: URL, role: str) -> dict[str, Any]:
    """Return libpq's options that neither the address nor the environment sets."""
    said = {**url.query}
    patience = f"{LOCK_SECONDS}s" if driver.patience else "1ms"  # the TAB key never waits
    options = [str(said.get("options", "")), f"-c lock_timeout={patience}"]
    options += [f"-c role={role}"] if role else []
    defaults = (
        ("connect_timeout", "PGCONNECT_TIMEOUT", CONNECT_SECONDS),
        ("application_name", "PGAPPNAME", "cramplog"),
        ("sslmode", "PGSSLMODE", "prefer" if is_near(url) else "require"),
    )
    return {
        "options": " ".join(options).strip(),
        **{
            name: value
            for name, variable, value in defaults
            if name not in said and variable not in os.environ
        },
    }


def is_near(url: URL) -> bool:
    """Return whether nothing leaves the machine; elsewhere a diary is not sent in plain text."""
    hosts = [url.host or "", *str(url.query.get("host", "")).split(",")]
    named = [host for host in hosts if host] or [os.environ.get("PGHOST", "")]
    return all(
        host in {"", "localhost", "::1"} or host.startswith(("/", "@", "127.")) for host in named
    )
