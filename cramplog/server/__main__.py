"""Prepare a server for people's logins: `python -m cramplog.server ADDRESS LOGIN...`.

For its administrator: creates or upgrades the diary, the role of all logins, and missing logins
(without a password), and limits how much of the server each login may use. It may be run again.
The address is that of a login that owns the database's tables and may create roles.
"""

from __future__ import annotations

import sys

from sqlalchemy.exc import SQLAlchemyError

from cramplog import paths
from cramplog.errors import CramplogError
from cramplog.server import limits, rights, schema
from cramplog.server.engine import engine_of, hold, release
from cramplog.server.problems import SETUP, explained

USAGE = 2


def prepare(address: str, logins: list[str]) -> tuple[list[str], list[str]]:
    """Prepare logins; returns those created and those without limits. Raises DiaryError."""
    made, unbound = [], []
    hold(address)
    try:
        engine = engine_of(address)
        quoted = engine.dialect.identifier_preparer.quote
        schema.upgrade(engine, address, again=True)
        with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
            rights.make_role(connection)
            limits.close(connection)
            for login in logins:
                if not rights.has_role(connection, login):
                    connection.exec_driver_sql(f"CREATE ROLE {quoted(login)} LOGIN")
                    made.append(login)
                connection.exec_driver_sql(f"GRANT {rights.ROLE} TO {quoted(login)}")
                if not limits.bound(connection, login):
                    unbound.append(login)
    except SQLAlchemyError as problem:
        raise explained(problem, address) from problem
    finally:
        release(address)
    return made, unbound


def main(arguments: list[str]) -> int:
    """Run the command line; returns the exit code."""
    if not arguments or arguments[0].startswith("-") or not paths.is_server(arguments[0]):
        sys.stderr.write(f"usage: {SETUP} postgresql+psycopg://HOST/DATABASE [LOGIN...]\n")
        return USAGE
    address, *logins = arguments
    try:
        made, unbound = prepare(address, logins)
    except CramplogError as error:
        sys.stderr.write(f"error: {error}\n")
        return error.exit_code
    print(f"{paths.shown(address)} is ready for {', '.join(logins) or 'logins'}.")
    for login in made:
        print(f"{login} has no password yet: \\password {login} in psql")
    for login in unbound:
        print(f"{login} has no limits yet: a superuser sets them by the same command")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
