"""A read-only connection to a server's diary, for `check`."""

from __future__ import annotations

import os
from types import TracebackType

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from cramplog.server import engine, inspection, rights
from cramplog.server.opening import look
from cramplog.server.problems import explained

VERIFIED = ("verify-ca", "verify-full")


class Look:
    """A block that turns the driver's errors into DiaryError."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._connection: Connection | None = None
        self.revision: str | None = None  # None if there is no diary
        self.version = ""  # the server's
        self.tls = ""  # the connection's TLS version, `TLSv1.3`, or empty
        self.near = False  # on this machine
        self.verified = False  # the server's certificate is checked

    def __enter__(self) -> Look:
        engine.hold(self._address)
        try:
            self._open()
        except BaseException as problem:
            self.__exit__(type(problem), problem, None)
            raise
        return self

    def _open(self) -> None:
        url = engine.url_of(self._address)
        self.near = engine.is_near(url)
        mode = url.query.get("sslmode") or os.environ.get("PGSSLMODE")
        self.verified = mode in VERIFIED
        chosen = engine.engine_of(self._address)
        found = look(chosen)
        self.revision = found.revision if found else None
        with chosen.connect() as connection:
            self.version, self.tls = inspection.connection_of(connection)
            laid_down = found and not found.fenced and rights.has_role(connection, rights.ROLE)
        if laid_down:  # as `opening.opened` does
            chosen = engine.engine_of(self._address, rights.ROLE)
        self._connection = chosen.connect()

    @property
    def connection(self) -> Connection:
        """The connection for queries, fenced like a person's."""
        assert self._connection is not None
        return self._connection

    def __exit__(
        self, _: type[BaseException] | None, problem: BaseException | None, __: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
        engine.release(self._address)
        if isinstance(problem, SQLAlchemyError):
            raise explained(problem, self._address) from problem
