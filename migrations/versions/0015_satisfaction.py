"""satisfaction: who was asked, and apart from it what was answered"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('survey_ask',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('occasion', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('asked_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('next_action_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('reminders', sa.Integer(), nullable=False),
    sa.Column('answered', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name='fk_survey_ask_company_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_survey_ask_person_id'),
    sa.PrimaryKeyConstraint('id', name='pk_survey_ask'),
    sa.UniqueConstraint('occasion', 'subject', 'person_id', name='uq_survey_ask')
    )
    with op.batch_alter_table('survey_ask', schema=None) as batch_op:
        batch_op.create_index('ix_survey_ask_due', ['next_action_at'], unique=False, sqlite_where=sa.text('next_action_at is not null'))
        batch_op.create_index('ix_survey_ask_period', ['period', 'occasion'], unique=False)
        batch_op.create_index(batch_op.f('ix_survey_ask_company_id'), ['company_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_survey_ask_person_id'), ['person_id'], unique=False)

    op.create_table('survey_mark',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('occasion', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('mark', sa.Integer(), nullable=False),
    sa.Column('crowd', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key', name='pk_survey_mark'),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('survey_mark', schema=None) as batch_op:
        batch_op.create_index('ix_survey_mark_period', ['period', 'occasion', 'question'], unique=False)

    op.create_table('survey_word',
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('occasion', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('crowd', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key', name='pk_survey_word'),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('survey_word', schema=None) as batch_op:
        batch_op.create_index('ix_survey_word_period', ['period', 'occasion'], unique=False)


def downgrade() -> None:
    op.drop_table('survey_word')
    op.drop_table('survey_mark')
    op.drop_table('survey_ask')
