"""what a case is about, who reads along, and what a message was written as"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

CATEGORIES = ('OVERLOAD', 'WITHDRAWN', 'TASKS', 'SURROUNDINGS', 'PEOPLE', 'COMMUNICATION', 'ATTENDANCE', 'AGREEMENTS', 'SAFETY', 'OTHER')


def upgrade() -> None:
    text, time = sqlmodel.sql.sqltypes.AutoString(), sqlmodel.sql.sqltypes.UTCDateTime()
    category = sa.Enum(*CATEGORIES, name='category')
    op.add_column('incident', sa.Column('category', category, nullable=False, server_default='OTHER'))
    op.add_column('incident_event', sa.Column('document', text, nullable=False, server_default=''))
    op.add_column('incident_event', sa.Column('source', text, nullable=False, server_default=''))
    op.add_column('outbox', sa.Column('writer_key', text, nullable=False, server_default=''))
    op.add_column('stored_file', sa.Column('kind', text, nullable=False, server_default='document'))
    op.execute("update incident_event set document = text, text = '' where kind = 'FILE'")
    op.create_index('ix_incident_waiting', 'incident', ['id'], sqlite_where=sa.text("status = 'OPEN' and wants_specialist = 1"))
    op.create_index('ix_incident_owned', 'incident', ['owner_id', 'id'], sqlite_where=sa.text("status = 'TAKEN'"))
    op.create_index('ix_incident_reported', 'incident', ['reporter_id', 'id'], sqlite_where=sa.text("status = 'TAKEN'"))
    op.create_index('ix_incident_event_source', 'incident_event', ['source'], sqlite_where=sa.text("source != ''"))
    op.create_index('ix_incident_event_document', 'incident_event', ['document'], sqlite_where=sa.text("document != ''"))
    op.create_index('ix_outbox_shown', 'outbox', ['chat_key', 'message_id'], sqlite_where=sa.text('incident_id is not null'))
    op.create_table('case_reader',
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('since', time, nullable=False),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_case_reader_incident_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_case_reader_person_id'),
    sa.PrimaryKeyConstraint('incident_id', 'person_id', name='pk_case_reader')
    )
    op.create_index('ix_case_reader_person_id', 'case_reader', ['person_id'])


def downgrade() -> None:
    op.drop_table('case_reader')
    op.drop_index('ix_outbox_shown', 'outbox')
    op.drop_index('ix_incident_event_document', 'incident_event')
    op.drop_index('ix_incident_event_source', 'incident_event')
    for name in ('reported', 'owned', 'waiting'):
        op.drop_index(f'ix_incident_{name}', 'incident')
    op.execute("update incident_event set text = document where kind = 'FILE'")
    with op.batch_alter_table('stored_file', schema=None) as batch_op:
        batch_op.drop_column('kind')
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_column('writer_key')
    with op.batch_alter_table('incident_event', schema=None) as batch_op:
        batch_op.drop_column('source')
        batch_op.drop_column('document')
    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.drop_column('category')
