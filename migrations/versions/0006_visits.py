"""visits"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('busy_calendar',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('url', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('etag', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('modified', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('read_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('failing_since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('failure', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reported_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('next_read_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_busy_calendar_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_busy_calendar')
    )
    with op.batch_alter_table('busy_calendar', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_busy_calendar_next_read_at'), ['next_read_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_busy_calendar_person_id'), ['person_id'], unique=False)

    op.create_table('calendar_feed',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('secret_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('revoked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('read_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_calendar_feed_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_calendar_feed'),
    sa.UniqueConstraint('secret_hash', name='uq_calendar_feed_secret_hash')
    )
    with op.batch_alter_table('calendar_feed', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_calendar_feed_person_id'), ['person_id'], unique=False)

    op.create_table('busy_time',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('calendar_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['calendar_id'], ['busy_calendar.id'], name='fk_busy_time_calendar_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_busy_time_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_busy_time')
    )
    with op.batch_alter_table('busy_time', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_busy_time_calendar_id'), ['calendar_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_busy_time_ends_at'), ['ends_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_busy_time_person_id'), ['person_id'], unique=False)

    op.create_table('promise',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('placement_id', sa.Integer(), nullable=True),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('latest_day', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('OPEN', 'KEPT', 'KEPT_LATE', 'CHOSEN_LATER', 'BROKEN', name='promisestate'), nullable=False),
    sa.Column('reason', sa.Enum('NONE', 'NOTHING_FREE', 'NOT_CHOSEN', 'EMPLOYER_CANCELLED', 'STAFF_CANCELLED', 'STAFF_MOVED', 'NO_SHOW', 'NOT_NOTED', name='promisereason'), nullable=False),
    sa.Column('reminded', sa.Boolean(), nullable=False),
    sa.Column('short_since', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('settled_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('next_action_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name='fk_promise_company_id'),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_promise_incident_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_promise_person_id'),
    sa.ForeignKeyConstraint(['placement_id'], ['placement.id'], name='fk_promise_placement_id'),
    sa.PrimaryKeyConstraint('id', name='pk_promise')
    )
    with op.batch_alter_table('promise', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_promise_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_promise_company_id'), ['company_id'], unique=False)
        batch_op.create_index('ix_promise_due', ['next_action_at'], unique=False, sqlite_where=sa.text('next_action_at is not null'))
        batch_op.create_index(batch_op.f('ix_promise_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_promise_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_promise_placement_id'), ['placement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_promise_state'), ['state'], unique=False)

    op.create_table('visit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('uid', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('WORKPLACE', 'PHONE', 'VIDEO', name='visitkind'), nullable=False),
    sa.Column('status', sa.Enum('BOOKED', 'HELD', 'NO_SHOW', 'CANCELLED', name='visitstatus'), nullable=False),
    sa.Column('step', sa.Enum('BOOKED', 'DAY_BEFORE', 'SOON', 'AFTER', 'ASKED_AGAIN', name='visitstep'), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('specialist_id', sa.Integer(), nullable=False),
    sa.Column('companion_id', sa.Integer(), nullable=True),
    sa.Column('employer_id', sa.Integer(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('placement_id', sa.Integer(), nullable=True),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('promise_id', sa.Integer(), nullable=True),
    sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('ask_for', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('parking', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('prepare', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('saw', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('agreed', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('booked_by_id', sa.Integer(), nullable=True),
    sa.Column('cancelled_by_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('left_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('next_action_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['booked_by_id'], ['person.id'], name='fk_visit_booked_by_id'),
    sa.ForeignKeyConstraint(['cancelled_by_id'], ['person.id'], name='fk_visit_cancelled_by_id'),
    sa.ForeignKeyConstraint(['companion_id'], ['person.id'], name='fk_visit_companion_id'),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name='fk_visit_company_id'),
    sa.ForeignKeyConstraint(['employer_id'], ['person.id'], name='fk_visit_employer_id'),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_visit_incident_id'),
    sa.ForeignKeyConstraint(['placement_id'], ['placement.id'], name='fk_visit_placement_id'),
    sa.ForeignKeyConstraint(['promise_id'], ['promise.id'], name='fk_visit_promise_id'),
    sa.ForeignKeyConstraint(['specialist_id'], ['person.id'], name='fk_visit_specialist_id'),
    sa.PrimaryKeyConstraint('id', name='pk_visit'),
    sa.UniqueConstraint('uid', name='uq_visit_uid')
    )
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_companion_id'), ['companion_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_company_id'), ['company_id'], unique=False)
        batch_op.create_index('ix_visit_due', ['next_action_at'], unique=False, sqlite_where=sa.text('next_action_at is not null'))
        batch_op.create_index(batch_op.f('ix_visit_employer_id'), ['employer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_placement_id'), ['placement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_promise_id'), ['promise_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_specialist_id'), ['specialist_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_starts_at'), ['starts_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_status'), ['status'], unique=False)

    op.create_table('visit_slot',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('visit_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_visit_slot_person_id'),
    sa.ForeignKeyConstraint(['visit_id'], ['visit.id'], name='fk_visit_slot_visit_id'),
    sa.PrimaryKeyConstraint('person_id', 'starts_at', name='pk_visit_slot')
    )
    with op.batch_alter_table('visit_slot', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_slot_visit_id'), ['visit_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('visit_slot', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_visit_slot_visit_id'))

    op.drop_table('visit_slot')
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_visit_status'))
        batch_op.drop_index(batch_op.f('ix_visit_starts_at'))
        batch_op.drop_index(batch_op.f('ix_visit_specialist_id'))
        batch_op.drop_index(batch_op.f('ix_visit_promise_id'))
        batch_op.drop_index(batch_op.f('ix_visit_placement_id'))
        batch_op.drop_index(batch_op.f('ix_visit_incident_id'))
        batch_op.drop_index(batch_op.f('ix_visit_employer_id'))
        batch_op.drop_index('ix_visit_due', sqlite_where=sa.text('next_action_at is not null'))
        batch_op.drop_index(batch_op.f('ix_visit_company_id'))
        batch_op.drop_index(batch_op.f('ix_visit_companion_id'))

    op.drop_table('visit')
    with op.batch_alter_table('promise', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_promise_state'))
        batch_op.drop_index(batch_op.f('ix_promise_placement_id'))
        batch_op.drop_index(batch_op.f('ix_promise_person_id'))
        batch_op.drop_index(batch_op.f('ix_promise_incident_id'))
        batch_op.drop_index('ix_promise_due', sqlite_where=sa.text('next_action_at is not null'))
        batch_op.drop_index(batch_op.f('ix_promise_company_id'))
        batch_op.drop_index(batch_op.f('ix_promise_asked_at'))

    op.drop_table('promise')
    with op.batch_alter_table('busy_time', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_busy_time_person_id'))
        batch_op.drop_index(batch_op.f('ix_busy_time_ends_at'))
        batch_op.drop_index(batch_op.f('ix_busy_time_calendar_id'))

    op.drop_table('busy_time')
    with op.batch_alter_table('calendar_feed', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_calendar_feed_person_id'))

    op.drop_table('calendar_feed')
    with op.batch_alter_table('busy_calendar', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_busy_calendar_person_id'))
        batch_op.drop_index(batch_op.f('ix_busy_calendar_next_read_at'))

    op.drop_table('busy_calendar')
