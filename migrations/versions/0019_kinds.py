"""One index for all kinds of cases; the counts of weeks and promises without a second look."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

KINDS = ('severity', 'answer', 'category', 'placement_type', 'status', 'reviewed')


def upgrade() -> None:
    for name in KINDS:
        op.drop_index(f'ix_log_entry_{name}', 'log_entry')
    op.create_index('ix_log_entry_kind', 'log_entry', [*KINDS, 'owner_id'])
    op.drop_index('ix_promise_asked_at', 'promise')
    op.create_index('ix_promise_asked_at', 'promise', ['asked_at', 'state'])
    _rebuild_week_count(with_rowid=False)


def downgrade() -> None:
    _rebuild_week_count(with_rowid=True)
    op.drop_index('ix_promise_asked_at', 'promise')
    op.create_index('ix_promise_asked_at', 'promise', ['asked_at'])
    op.drop_index('ix_log_entry_kind', 'log_entry')
    for name in KINDS:
        op.create_index(f'ix_log_entry_{name}', 'log_entry', [name])


def _rebuild_week_count(*, with_rowid: bool) -> None:
    op.rename_table('week_count', 'week_count_before')
    op.create_table('week_count',
    sa.Column('week', sa.Date(), nullable=False),
    sa.Column('level', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('category', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('band', sa.Integer(), nullable=False),
    sa.Column('cases', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('week', 'level', 'category', 'answer', 'band', name='pk_week_count'),
    sqlite_with_rowid=with_rowid
    )
    op.execute('insert into week_count select * from week_count_before')
    op.drop_table('week_count_before')
