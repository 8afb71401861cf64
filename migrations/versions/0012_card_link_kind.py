"""links of the employee's: to say yes, and to fetch one's own paper"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('card_link', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default='yes'))


def downgrade() -> None:
    with op.batch_alter_table('card_link', schema=None) as batch_op:
        batch_op.drop_column('kind')
