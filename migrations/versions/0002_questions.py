"""what specialists decide about open questions; files that are made when they are needed"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    text, time = sqlmodel.sql.sqltypes.AutoString(), sqlmodel.sql.sqltypes.UTCDateTime()
    with op.batch_alter_table('open_question', schema=None) as batch_op:
        batch_op.add_column(sa.Column('settled_by', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('decision', text, nullable=False, server_default=''))
        batch_op.add_column(sa.Column('guide_id', text, nullable=False, server_default=''))
        batch_op.add_column(sa.Column('written_at', time, nullable=True))
        batch_op.create_foreign_key('fk_open_question_settled_by', 'person', ['settled_by'], ['id'])
    with op.batch_alter_table('stored_file', schema=None) as batch_op:
        batch_op.add_column(sa.Column('recipe', text, nullable=False, server_default=''))


def downgrade() -> None:
    with op.batch_alter_table('stored_file', schema=None) as batch_op:
        batch_op.drop_column('recipe')
    with op.batch_alter_table('open_question', schema=None) as batch_op:
        batch_op.drop_constraint('fk_open_question_settled_by', type_='foreignkey')
        for name in ('written_at', 'guide_id', 'decision', 'settled_by'):
            batch_op.drop_column(name)
