"""merging: what other diaries' acts made of an entity, and where two diaries differ"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "merged",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("gid", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("since_act", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_merged_person")),
        sa.PrimaryKeyConstraint("person_id", "entity", "gid", "uid", name=op.f("pk_merged")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.create_table(
        "difference",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("others", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_difference_person")),
        sa.PrimaryKeyConstraint("person_id", "entity", "key", "field", name=op.f("pk_difference")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("difference")
    op.drop_table("merged")
