"""A case remembers the question of the follow-up that opened it."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('incident') as batch_op:
        batch_op.add_column(
            sa.Column(
                'follow_up', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''
            )
        )


def downgrade() -> None:
    with op.batch_alter_table('incident') as batch_op:
        batch_op.drop_column('follow_up')
