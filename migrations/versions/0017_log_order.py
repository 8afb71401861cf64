"""The log in the order of its ids, with narrower indexes; the words that the search knows; and when
guides were shown."""

from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

COLUMNS = (
    'answer', 'category', 'company_id', 'owner_id', 'placement_type', 'reviewed', 'severity', 'status'
)


def upgrade() -> None:
    op.execute(
        "create virtual table incident_search_terms using fts5vocab(incident_search, row)"
    )
    with op.batch_alter_table('log_entry', schema=None) as batch_op:
        batch_op.drop_index('ix_log_entry_answer_minutes')
        for name in COLUMNS:
            batch_op.drop_index(f'ix_log_entry_{name}')
            batch_op.create_index(f'ix_log_entry_{name}', [name], unique=False)

    with op.batch_alter_table('guide_view', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_guide_view_shown_at'), ['shown_at'], unique=False)


def downgrade() -> None:
    op.execute("drop table incident_search_terms")
    with op.batch_alter_table('guide_view', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_guide_view_shown_at'))

    with op.batch_alter_table('log_entry', schema=None) as batch_op:
        batch_op.create_index('ix_log_entry_answer_minutes', ['answer_minutes', 'at'], unique=False)
        for name in COLUMNS:
            batch_op.drop_index(f'ix_log_entry_{name}')
            batch_op.create_index(f'ix_log_entry_{name}', [name, 'at'], unique=False)
