"""Compile every statement and the schema for SQLite: `python -m cramplog.diary.compile_sql`.

CI compares by `--check`; `compiled.py` is never edited by hand.
"""

import os
import sys
from pprint import pformat

from sqlalchemy import Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import ClauseElement

from cramplog.diary import statements
from cramplog.diary.tables import metadata
from cramplog.files.migrate import newest_revision

TARGET = os.path.join(os.path.dirname(__file__), "compiled.py")
HEAD = '"""SQL compiled for SQLite by compile_sql.py from statements.py and tables.py."""\n'


def sql_of(statement: ClauseElement) -> str:
    """Compile a statement to one line of SQL; refuses a bind that no caller gives."""
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    hidden = [name for name, value in (compiled.params or {}).items() if value is not None]
    if hidden:
        raise ValueError(f"constants must be literals: {hidden} in {compiled}")
    return " ".join(str(compiled).split())


VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def filters_of(base: Select[tuple[object, ...]]) -> dict[str, str]:
    """Return each optional condition as the text that it adds to its query."""
    head = sql_of(base)
    added = {name: sql_of(base.where(c)) for name, c in statements.FILTERS.items()}
    return {name: sql.removeprefix(head) for name, sql in added.items()}


def schema() -> list[str]:
    """Return the CREATE statements of the newest migration, in order of dependence."""
    made: list[str] = []
    for table in metadata.sorted_tables:
        made.append(sql_of(CreateTable(table)))
        made += sorted(sql_of(CreateIndex(index)) for index in table.indexes)
    return [*made, VERSION_TABLE]


def render() -> str:
    """Return the text of `compiled.py`."""
    base = statements.EPISODES
    order = {
        name: sql_of(base.order_by(*columns)).removeprefix(sql_of(base))
        for name, columns in statements.ORDERS.items()
    }
    values: dict[str, object] = {
        "REVISION": newest_revision(),
        "SQL": {name: sql_of(s) for name, s in statements.STATEMENTS.items()},
        "EPISODES": sql_of(base),
        "FILTERS": filters_of(base),
        "ORDERS": order,
        "KEYS": statements.KEYS,
        "COLUMNS": statements.COLUMNS,
        "CHILDREN": {k: tuple(c.name for c in v) for k, v in statements.CHILDREN.items()},
        "SCHEMA": tuple(schema()),
    }
    lines = [
        f"{name} = {pformat(value, width=100, sort_dicts=False)}" for name, value in values.items()
    ]
    return HEAD + "\n" + "\n\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the module; with `--check`, report whether it is up to date (exit 1 if not)."""
    if arguments == ["--check"]:
        with open(TARGET, encoding="utf-8") as file:
            return 0 if file.read() == render() else 1
    rendered = render()
    with open(TARGET, "w", encoding="utf-8") as file:
        file.write(rendered)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
