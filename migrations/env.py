"""Run by Alembic; the connection and its transaction are the caller's (files/migrate.py)."""

from alembic import context

from cramplog.diary.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
