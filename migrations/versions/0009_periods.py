"""find the cases of a period"""

from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_incident_created_at', 'incident', ['created_at'])


def downgrade() -> None:
    op.drop_index('ix_incident_created_at', 'incident')
