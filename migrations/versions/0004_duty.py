"""duty"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('closing_day',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('day', name='pk_closing_day')
    )
    op.create_table('absence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('reason', sa.Enum('SICK', 'HOLIDAY', 'SWAP', 'OTHER', name='reason'), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_absence_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_absence')
    )
    with op.batch_alter_table('absence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_absence_ends_at'), ['ends_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_absence_person_id'), ['person_id'], unique=False)

    op.create_table('extra_duty',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('ends_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_extra_duty_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_extra_duty')
    )
    with op.batch_alter_table('extra_duty', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_extra_duty_ends_at'), ['ends_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_extra_duty_person_id'), ['person_id'], unique=False)

    op.create_table('working_hours',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('ends', sa.Time(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_working_hours_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_working_hours')
    )
    with op.batch_alter_table('working_hours', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_working_hours_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('company', schema=None) as batch_op:
        batch_op.add_column(sa.Column('address', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('ask_for', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('parking', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('travel_minutes', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('springboard', sa.Boolean(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('offers', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.add_column(sa.Column('leads', sa.Boolean(), nullable=False, server_default='0'))

    with op.batch_alter_table('placement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('type', sa.Enum('SHELTERED', 'INTERNSHIP', 'WAGE_SUBSIDY', 'FLEXJOB', 'PART_TIME', 'FULL_TIME', name='placementtype'), nullable=False, server_default='INTERNSHIP'))
        batch_op.add_column(sa.Column('status', sa.Enum('PLANNED', 'RUNNING', 'PAUSED', 'ENDED', name='placementstatus'), nullable=False, server_default='RUNNING'))
        batch_op.add_column(sa.Column('starts_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('ends_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('weekly_hours', sa.Float(), nullable=True))
        batch_op.add_column(sa.Column('specialist_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('consultant_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('contact_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('follows_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('outcome', sa.Enum('CONTINUES', 'ELSEWHERE', 'EDUCATION', 'STOPPED', name='placementoutcome'), nullable=True))
        batch_op.add_column(sa.Column('would_have_helped', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('ended_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.create_index(batch_op.f('ix_placement_consultant_id'), ['consultant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_placement_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_placement_follows_id'), ['follows_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_placement_specialist_id'), ['specialist_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_placement_status'), ['status'], unique=False)
        batch_op.create_foreign_key('fk_placement_specialist_id', 'person', ['specialist_id'], ['id'])
        batch_op.create_foreign_key('fk_placement_follows_id', 'placement', ['follows_id'], ['id'])
        batch_op.create_foreign_key('fk_placement_consultant_id', 'person', ['consultant_id'], ['id'])
        batch_op.create_foreign_key('fk_placement_contact_id', 'person', ['contact_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('placement', schema=None) as batch_op:
        batch_op.drop_constraint('fk_placement_contact_id', type_='foreignkey')
        batch_op.drop_constraint('fk_placement_consultant_id', type_='foreignkey')
        batch_op.drop_constraint('fk_placement_specialist_id', type_='foreignkey')
        batch_op.drop_constraint('fk_placement_follows_id', type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_placement_status'))
        batch_op.drop_index(batch_op.f('ix_placement_specialist_id'))
        batch_op.drop_index(batch_op.f('ix_placement_follows_id'))
        batch_op.drop_index(batch_op.f('ix_placement_contact_id'))
        batch_op.drop_index(batch_op.f('ix_placement_consultant_id'))
        batch_op.drop_column('ended_at')
        batch_op.drop_column('would_have_helped')
        batch_op.drop_column('outcome')
        batch_op.drop_column('follows_id')
        batch_op.drop_column('contact_id')
        batch_op.drop_column('consultant_id')
        batch_op.drop_column('specialist_id')
        batch_op.drop_column('weekly_hours')
        batch_op.drop_column('ends_on')
        batch_op.drop_column('starts_on')
        batch_op.drop_column('status')
        batch_op.drop_column('type')

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_column('leads')

    with op.batch_alter_table('company', schema=None) as batch_op:
        batch_op.drop_column('offers')
        batch_op.drop_column('springboard')
        batch_op.drop_column('travel_minutes')
        batch_op.drop_column('parking')
        batch_op.drop_column('ask_for')
        batch_op.drop_column('address')

    with op.batch_alter_table('working_hours', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_working_hours_person_id'))

    op.drop_table('working_hours')
    with op.batch_alter_table('extra_duty', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_extra_duty_person_id'))
        batch_op.drop_index(batch_op.f('ix_extra_duty_ends_at'))

    op.drop_table('extra_duty')
    with op.batch_alter_table('absence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_absence_person_id'))
        batch_op.drop_index(batch_op.f('ix_absence_ends_at'))

    op.drop_table('absence')
    op.drop_table('closing_day')
