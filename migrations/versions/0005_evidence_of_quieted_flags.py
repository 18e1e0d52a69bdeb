"""what a quieted flag rested on: new evidence is shown in spite of it"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("snooze", sa.Column("evidence", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("snooze", "evidence")
