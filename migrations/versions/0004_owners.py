"""a server's rows have owners: the files' tables stay, the fence of a server is put up anew"""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing: what differs on a server is made after all migrations (server/fence)."""


def downgrade() -> None:
    """Nothing."""
