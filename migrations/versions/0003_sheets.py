"""sheets"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('sheet',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('form_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('form_version', sa.Integer(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('placement_id', sa.Integer(), nullable=True),
    sa.Column('created_by', sa.Integer(), nullable=False),
    sa.Column('sent_to', sa.Integer(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('changed_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('printed_revision', sa.Integer(), nullable=True),
    sa.Column('approved_revision', sa.Integer(), nullable=True),
    sa.Column('approved_with', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('approved_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name='fk_sheet_changed_by'),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name='fk_sheet_company_id'),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name='fk_sheet_created_by'),
    sa.ForeignKeyConstraint(['placement_id'], ['placement.id'], name='fk_sheet_placement_id'),
    sa.ForeignKeyConstraint(['sent_to'], ['person.id'], name='fk_sheet_sent_to'),
    sa.PrimaryKeyConstraint('id', name='pk_sheet')
    )
    with op.batch_alter_table('sheet', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sheet_changed_by'), ['changed_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_sheet_company_id'), ['company_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sheet_created_by'), ['created_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_sheet_placement_id'), ['placement_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sheet_sent_to'), ['sent_to'], unique=False)

    op.create_table('card_link',
    sa.Column('code_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('sheet_id', sa.Integer(), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=False),
    sa.Column('expires_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('used_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['made_by'], ['person.id'], name='fk_card_link_made_by'),
    sa.ForeignKeyConstraint(['sheet_id'], ['sheet.id'], name='fk_card_link_sheet_id'),
    sa.PrimaryKeyConstraint('code_hash', name='pk_card_link')
    )
    with op.batch_alter_table('card_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_card_link_sheet_id'), ['sheet_id'], unique=False)

    op.create_table('printout',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sheet_id', sa.Integer(), nullable=True),
    sa.Column('company_id', sa.Integer(), nullable=True),
    sa.Column('chat_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('paper', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('template', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pdf_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('picture_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('not_before', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('wanted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('made_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('failure', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['chat_key'], ['chat.key'], name='fk_printout_chat_key'),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name='fk_printout_company_id'),
    sa.ForeignKeyConstraint(['sheet_id'], ['sheet.id'], name='fk_printout_sheet_id'),
    sa.PrimaryKeyConstraint('id', name='pk_printout')
    )
    with op.batch_alter_table('printout', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_printout_company_id'), ['company_id'], unique=False)
        batch_op.create_index('ix_printout_sheet', ['sheet_id', 'revision', 'paper'], unique=False)
        batch_op.create_index('ix_printout_wanted', ['id'], unique=False, sqlite_where=sa.text("status = 'wanted'"))

    op.create_table('sheet_answer',
    sa.Column('sheet_id', sa.Integer(), nullable=False),
    sa.Column('question_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('value', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('label', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name='fk_sheet_answer_by_id'),
    sa.ForeignKeyConstraint(['sheet_id'], ['sheet.id'], name='fk_sheet_answer_sheet_id'),
    sa.PrimaryKeyConstraint('sheet_id', 'question_id', name='pk_sheet_answer')
    )
    op.create_table('sheet_photo',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sheet_id', sa.Integer(), nullable=False),
    sa.Column('question_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('file_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('picture_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('chat_key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('not_before', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['file_id'], ['stored_file.id'], name='fk_sheet_photo_file_id'),
    sa.ForeignKeyConstraint(['sheet_id'], ['sheet.id'], name='fk_sheet_photo_sheet_id'),
    sa.PrimaryKeyConstraint('id', name='pk_sheet_photo')
    )
    with op.batch_alter_table('sheet_photo', schema=None) as batch_op:
        batch_op.create_index('ix_sheet_photo_new', ['id'], unique=False, sqlite_where=sa.text("status = 'new'"))
        batch_op.create_index(batch_op.f('ix_sheet_photo_sheet_id'), ['sheet_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('sheet_photo', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sheet_photo_sheet_id'))
        batch_op.drop_index('ix_sheet_photo_new', sqlite_where=sa.text("status = 'new'"))

    op.drop_table('sheet_photo')
    op.drop_table('sheet_answer')
    with op.batch_alter_table('printout', schema=None) as batch_op:
        batch_op.drop_index('ix_printout_wanted', sqlite_where=sa.text("status = 'wanted'"))
        batch_op.drop_index('ix_printout_sheet')
        batch_op.drop_index(batch_op.f('ix_printout_company_id'))

    op.drop_table('printout')
    with op.batch_alter_table('card_link', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_card_link_sheet_id'))

    op.drop_table('card_link')
    with op.batch_alter_table('sheet', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sheet_sent_to'))
        batch_op.drop_index(batch_op.f('ix_sheet_placement_id'))
        batch_op.drop_index(batch_op.f('ix_sheet_created_by'))
        batch_op.drop_index(batch_op.f('ix_sheet_company_id'))
        batch_op.drop_index(batch_op.f('ix_sheet_changed_by'))

    op.drop_table('sheet')
