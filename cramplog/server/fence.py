"""Row-level security and statistics for a diary of many logins, hidden from each other.

It is applied after the migrations, by rules that may be applied repeatedly, so that no migration
needs to know them. Every row has an owner, the login that made it. Row-level security shows each
login only its own rows, even the owner of the tables.

PostgreSQL keeps no statistics of these tables for its planner: its estimates would reveal other
logins' values. Texts are ordered by their bytes, as in SQLite.
"""

from __future__ import annotations

from sqlalchemy import Connection, Text

from cramplog.diary.tables import metadata
from cramplog.server import keys, removals

RULES = {
    "own_rows": ("PERMISSIVE", "owner = session_user::text"),
    "own_rows_first": (
        "RESTRICTIVE",
        "(owner = ANY (ARRAY[(SELECT session_user::text AS login)])) IS TRUE",
    ),
}
"""The policies of every table; the first finds a login's rows by the indexes.

PostgreSQL tries the cheapest leakproof condition on a row first. So a query's own condition could
run on others' rows before the first rule does, and its time or pages could reveal their values.
The second rule repeats the first in the form that counts as the cheapest comparison; in that form
it uses no index, where it would be in the way.
"""
NEXT_PERSON = """
CREATE OR REPLACE FUNCTION cramplog_next_person() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM person ORDER BY id FOR NO KEY UPDATE;
    RETURN (SELECT coalesce(max(id), 0) + 1 FROM person);
END $$
"""
"""Each login counts its own people; additions of people wait for each other."""

COLUMNS = """
SELECT relname, attname, format_type(atttypid, atttypmod)
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
LEFT JOIN pg_collation ON pg_collation.oid = attcollation
WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
AND (attstattarget IS DISTINCT FROM 0 OR collname <> 'C')
ORDER BY relname, attnum
"""


def apply(connection: Connection) -> None:
    """Apply all of it; applying it again has the same result."""
    lift(connection)
    for made in metadata.sorted_tables:
        _own(connection, made.name, "person_id" in made.c)
    _keep_no_values(connection)
    keys.lead(connection)
    connection.exec_driver_sql(NEXT_PERSON)
    connection.exec_driver_sql("ALTER TABLE person ALTER id SET DEFAULT cramplog_next_person()")
    connection.exec_driver_sql("DROP SEQUENCE IF EXISTS person_id_seq")
    # Every change updates its person's row: free room in pages spares the indexes.
    connection.exec_driver_sql("ALTER TABLE person SET (fillfactor = 50)")
    for table in metadata.tables:
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        connection.exec_driver_sql(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        for name, (kind, rule) in RULES.items():
            connection.exec_driver_sql(f"CREATE POLICY {name} ON {table} AS {kind} USING ({rule})")
    removals.make(connection)


def lift(connection: Connection) -> None:
    """Let the owner of the tables read every login's rows, until `apply`."""
    there = connection.exec_driver_sql(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    )
    for table in {name for (name,) in there} & metadata.tables.keys():
        connection.exec_driver_sql(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        for name in RULES:
            connection.exec_driver_sql(f"DROP POLICY IF EXISTS {name} ON {table}")


def _own(connection: Connection, table: str, of_person: bool) -> None:
    """Give each row its owner, who is its person's owner."""
    connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS owner text")
    if of_person:
        connection.exec_driver_sql(
            f"UPDATE {table} SET owner = person.owner FROM person "  # noqa: S608 - names of ours
            f"WHERE person.id = {table}.person_id AND {table}.owner IS NULL"
        )
    connection.exec_driver_sql(
        f"ALTER TABLE {table} ALTER owner SET NOT NULL, ALTER owner SET DEFAULT session_user"
    )


def _keep_no_values(connection: Connection) -> None:
    """Order texts by bytes, and keep no statistics: setting a type drops them."""
    for table, column, kind in connection.exec_driver_sql(COLUMNS).all():
        known = metadata.tables.get(table)
        if known is None or column not in {*known.c.keys(), keys.OWNER}:
            continue
        is_text = column == keys.OWNER or isinstance(known.c[column].type, Text)
        made = f'{kind} COLLATE "C"' if is_text else kind
        connection.exec_driver_sql(
            f'ALTER TABLE {table} ALTER "{column}" TYPE {made}, ALTER "{column}" SET STATISTICS 0'
        )
