"""The incident log as it is read, the words of all cases, and saved views."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('week_count',
    sa.Column('week', sa.Date(), nullable=False),
    sa.Column('level', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('category', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('band', sa.Integer(), nullable=False),
    sa.Column('cases', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('week', 'level', 'category', 'answer', 'band', name='pk_week_count')
    )
    op.create_table('saved_view',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('query', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_saved_view_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_saved_view')
    )
    with op.batch_alter_table('saved_view', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_saved_view_person_id'), ['person_id'], unique=False)

    op.create_table('log_entry',
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.Integer(), nullable=False),
    sa.Column('severity', sa.Integer(), nullable=False),
    sa.Column('level', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('category', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('placement_type', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer_minutes', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.Integer(), nullable=True),
    sa.Column('reviewed', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_log_entry_incident_id', ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('incident_id', name='pk_log_entry')
    )
    with op.batch_alter_table('log_entry', schema=None) as batch_op:
        batch_op.create_index('ix_log_entry_answer', ['answer', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_answer_minutes', ['answer_minutes', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_at', ['at'], unique=False)
        batch_op.create_index('ix_log_entry_category', ['category', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_company_id', ['company_id', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_due', ['due_at'], unique=False, sqlite_where=sa.text("answer = 'waiting'"))
        batch_op.create_index('ix_log_entry_owner_id', ['owner_id', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_placement_type', ['placement_type', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_reviewed', ['reviewed', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_severity', ['severity', 'at'], unique=False)
        batch_op.create_index('ix_log_entry_status', ['status', 'at'], unique=False)

    op.execute(
        "create virtual table incident_search using fts5("
        "words, content='', columnsize=0, detail=none, prefix='3 4 5', "
        "tokenize='unicode61 remove_diacritics 0')"
    )


def downgrade() -> None:
    op.execute('drop table incident_search')
    with op.batch_alter_table('log_entry', schema=None) as batch_op:
        batch_op.drop_index('ix_log_entry_status')
        batch_op.drop_index('ix_log_entry_severity')
        batch_op.drop_index('ix_log_entry_reviewed')
        batch_op.drop_index('ix_log_entry_placement_type')
        batch_op.drop_index('ix_log_entry_owner_id')
        batch_op.drop_index('ix_log_entry_due', sqlite_where=sa.text("answer = 'waiting'"))
        batch_op.drop_index('ix_log_entry_company_id')
        batch_op.drop_index('ix_log_entry_category')
        batch_op.drop_index('ix_log_entry_at')
        batch_op.drop_index('ix_log_entry_answer_minutes')
        batch_op.drop_index('ix_log_entry_answer')

    op.drop_table('log_entry')
    with op.batch_alter_table('saved_view', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_saved_view_person_id'))

    op.drop_table('saved_view')
    op.drop_table('week_count')
