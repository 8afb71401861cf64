"""followups"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('follow_up_plan',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('source_id', sa.Integer(), nullable=False),
    sa.Column('plan', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('made_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('next_plan_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('placement_id', sa.Integer(), nullable=True),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('receiver_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name='fk_follow_up_plan_company_id'),
    sa.ForeignKeyConstraint(['placement_id'], ['placement.id'], name='fk_follow_up_plan_placement_id'),
    sa.ForeignKeyConstraint(['receiver_id'], ['person.id'], name='fk_follow_up_plan_receiver_id'),
    sa.PrimaryKeyConstraint('id', name='pk_follow_up_plan'),
    sa.UniqueConstraint('source', 'source_id', name='uq_follow_up_plan_source')
    )
    with op.batch_alter_table('follow_up_plan', schema=None) as batch_op:
        batch_op.create_index('ix_follow_up_plan_due', ['next_plan_at'], unique=False, sqlite_where=sa.text('next_plan_at is not null'))
        batch_op.create_index(batch_op.f('ix_follow_up_plan_placement_id'), ['placement_id'], unique=False)

    op.create_table('follow_up',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('item', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('planned_for', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('by_hand', sa.Boolean(), nullable=False),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('next_action_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('asks', sa.Integer(), nullable=False),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('receiver_id', sa.Integer(), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('over_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_follow_up_incident_id'),
    sa.ForeignKeyConstraint(['owner_id'], ['person.id'], name='fk_follow_up_owner_id'),
    sa.ForeignKeyConstraint(['plan_id'], ['follow_up_plan.id'], name='fk_follow_up_plan_id'),
    sa.ForeignKeyConstraint(['receiver_id'], ['person.id'], name='fk_follow_up_receiver_id'),
    sa.PrimaryKeyConstraint('id', name='pk_follow_up'),
    sa.UniqueConstraint('plan_id', 'item', 'number', 'planned_for', name='uq_follow_up_item')
    )
    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.create_index('ix_follow_up_asked', ['due_at'], unique=False, sqlite_where=sa.text("status = 'asked'"))
        batch_op.create_index('ix_follow_up_due', ['next_action_at'], unique=False, sqlite_where=sa.text('next_action_at is not null'))
        batch_op.create_index('ix_follow_up_receiver', ['receiver_id', 'asked_at'], unique=False)
        batch_op.create_index('ix_follow_up_task', ['due_at'], unique=False, sqlite_where=sa.text("status = 'task'"))

    with op.batch_alter_table('placement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('rise', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('mentor_support', sa.Boolean(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('personal_assistance', sa.Boolean(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('mentor_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key('fk_placement_mentor_id', 'person', ['mentor_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('placement', schema=None) as batch_op:
        batch_op.drop_constraint('fk_placement_mentor_id', type_='foreignkey')
        batch_op.drop_column('mentor_id')
        batch_op.drop_column('personal_assistance')
        batch_op.drop_column('mentor_support')
        batch_op.drop_column('rise')

    with op.batch_alter_table('follow_up', schema=None) as batch_op:
        batch_op.drop_index('ix_follow_up_task', sqlite_where=sa.text("status = 'task'"))
        batch_op.drop_index('ix_follow_up_receiver')
        batch_op.drop_index('ix_follow_up_due', sqlite_where=sa.text('next_action_at is not null'))
        batch_op.drop_index('ix_follow_up_asked', sqlite_where=sa.text("status = 'asked'"))

    op.drop_table('follow_up')
    with op.batch_alter_table('follow_up_plan', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_follow_up_plan_placement_id'))
        batch_op.drop_index('ix_follow_up_plan_due', sqlite_where=sa.text('next_plan_at is not null'))

    op.drop_table('follow_up_plan')
