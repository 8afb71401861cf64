"""errands"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('errand',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('key', name='pk_errand')
    )
    op.create_table('duty_swap',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('asks_id', sa.Integer(), nullable=False),
    sa.Column('asked_id', sa.Integer(), nullable=False),
    sa.Column('gives', sa.Date(), nullable=False),
    sa.Column('takes', sa.Date(), nullable=True),
    sa.Column('status', sa.Enum('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', name='swapstatus'), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['asked_id'], ['person.id'], name='fk_duty_swap_asked_id'),
    sa.ForeignKeyConstraint(['asks_id'], ['person.id'], name='fk_duty_swap_asks_id'),
    sa.PrimaryKeyConstraint('id', name='pk_duty_swap')
    )
    with op.batch_alter_table('duty_swap', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_duty_swap_asked_id'), ['asked_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_duty_swap_asks_id'), ['asks_id'], unique=False)

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.add_column(sa.Column('quiet_from', sa.Time(), nullable=True))
        batch_op.add_column(sa.Column('quiet_until', sa.Time(), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_column('quiet_until')
        batch_op.drop_column('quiet_from')

    with op.batch_alter_table('duty_swap', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_duty_swap_asks_id'))
        batch_op.drop_index(batch_op.f('ix_duty_swap_asked_id'))

    op.drop_table('duty_swap')
    op.drop_table('errand')
