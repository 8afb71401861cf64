"""the municipality's own sign-in; which browser a session is in"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString()
    with op.batch_alter_table('person', schema=None) as batch_op:
        for name in ('email', 'subject'):
            batch_op.add_column(sa.Column(name, text, nullable=True))
            batch_op.create_index(batch_op.f(f'ix_person_{name}'), [name], unique=True)
    with op.batch_alter_table('web_session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('browser', text, nullable=False, server_default=''))


def downgrade() -> None:
    with op.batch_alter_table('web_session', schema=None) as batch_op:
        batch_op.drop_column('browser')
    with op.batch_alter_table('person', schema=None) as batch_op:
        for name in ('subject', 'email'):
            batch_op.drop_index(batch_op.f(f'ix_person_{name}'))
            batch_op.drop_column(name)
