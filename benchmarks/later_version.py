"""The program as a later version would be: with one migration more."""

from __future__ import annotations

import shutil
from pathlib import Path

MIGRATION = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "later", "{head}", None, None

def upgrade():
    with op.batch_alter_table("episode", recreate="always") as table:
        table.add_column(sa.Column("weather", sa.Text(), nullable=True))
    op.execute("UPDATE episode SET weather = 'rain'")
    op.create_index("ix_episode_weather", "episode", ["person_id", "weather"])
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
"""
"""A migration as real ones are: a table made anew, rows changed, an index, another table."""

LATER = """
import os, sys
from cramplog.diary import compiled
from cramplog.files import migrate
migrate.folder = lambda: {folder!r}
compiled.REVISION, compiled.SCHEMA = "later", migrate.schema("later")
from cramplog.diary import structure
structure.strays = lambda connection: []  # the schema that is compiled in is not the later one
from cramplog.__main__ import main
sys.argv[0] = "cramplog"
main()
"""


def with_a_migration(folder: Path) -> Path:
    """A script that is the program of a later version, with one migration more."""
    from cramplog.files import migrate

    versions = folder / "migrations"
    shutil.copytree(migrate.folder(), versions, ignore=shutil.ignore_patterns("__pycache__"))
    text = MIGRATION.format(head=migrate.newest_revision())
    (versions / "versions" / "9999_later.py").write_text(text, encoding="utf-8")
    script = folder / "later.py"
    script.write_text(LATER.format(folder=str(versions)), encoding="utf-8")
    return script
