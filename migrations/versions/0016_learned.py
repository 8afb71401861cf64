"""learned"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('learned_word',
    sa.Column('stem', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['incident_id'], ['incident.id'], name='fk_learned_word_incident_id', ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('stem', 'incident_id', name='pk_learned_word')
    )
    with op.batch_alter_table('learned_word', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_learned_word_incident_id'), ['incident_id'], unique=False)

    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incident_placement_id'), ['placement_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('incident', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incident_placement_id'))

    with op.batch_alter_table('learned_word', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_learned_word_incident_id'))

    op.drop_table('learned_word')
