"""Escalation steps, and whether people can be reached. What was waiting goes on waiting."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('reachability',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('answered_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('reported_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_reachability_person_id'),
    sa.PrimaryKeyConstraint('person_id', name='pk_reachability')
    )
    with op.batch_alter_table('reachability', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reachability_due_at'), ['due_at'], unique=False)

    op.create_table('escalation_step',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('action', sa.Enum('TELL', 'FIRST_WORD', 'ACCEPT', 'STALE', name='action'), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('repeats', sa.Integer(), nullable=False),
    sa.Column('before', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('passed', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('told', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('due_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('done_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_escalation_step_incident_id'),
    sa.PrimaryKeyConstraint('id', name='pk_escalation_step')
    )
    with op.batch_alter_table('escalation_step', schema=None) as batch_op:
        batch_op.create_index('ix_escalation_step_number', ['incident_id', 'number'], unique=True)
        batch_op.create_index('ix_escalation_step_pending', ['incident_id'], unique=True, sqlite_where=sa.text('done_at is null'))

    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.add_column(sa.Column('offered_to_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('drill', sa.Boolean(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_foreign_key('fk_incident_offered_to_id', 'person', ['offered_to_id'], ['id'])

    op.execute("update incident set asked_at = created_at where wants_specialist = 1")
    op.execute(
        "update incident set next_action_at = taken_at where status = 'TAKEN'"
    )
    op.execute(
        "insert into escalation_step"
        " (incident_id, number, action, step, repeats, before, passed, told, due_at)"
        " select id, 0, case status when 'TAKEN' then 'STALE' else 'TELL' end,"
        " 0, 0, '[]', '[]', '[]', next_action_at"
        " from incident where next_action_at is not null and status != 'CLOSED'"
    )
    op.execute(
        "insert into reachability (person_id, due_at)"
        " select id, created_at from person where active = 1 and role = 'SPECIALIST'"
        " and not exists (select 1 from fact where name = 'mode' and value = 'practice')"
    )


def downgrade() -> None:
    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.drop_constraint('fk_incident_offered_to_id', type_='foreignkey')
        batch_op.drop_column('asked_at')
        batch_op.drop_column('drill')
        batch_op.drop_column('offered_to_id')

    with op.batch_alter_table('escalation_step', schema=None) as batch_op:
        batch_op.drop_index('ix_escalation_step_pending', sqlite_where=sa.text('done_at is null'))
        batch_op.drop_index('ix_escalation_step_number')

    op.drop_table('escalation_step')
    with op.batch_alter_table('reachability', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reachability_due_at'))

    op.drop_table('reachability')
