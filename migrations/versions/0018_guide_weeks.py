"""How employers use the guides, counted by week: made from what was shown so far."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

DENMARK = ZoneInfo('Europe/Copenhagen')
BY_HOUR = """
    select substr(shown_at, 1, 13), guide_id, count(*), count(*) filter (where helped = 1),
        count(*) filter (where helped = 0), count(guide_view.incident_id)
    from guide_view join person on person.id = guide_view.person_id
    where person.role = 'EMPLOYER' group by 1, 2
"""
COUNTS = ('shown', 'helped', 'not_helped', 'escalated')


def upgrade() -> None:
    table = op.create_table('guide_week',
    sa.Column('week', sa.Date(), nullable=False),
    sa.Column('guide_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('shown', sa.Integer(), nullable=False),
    sa.Column('helped', sa.Integer(), nullable=False),
    sa.Column('not_helped', sa.Integer(), nullable=False),
    sa.Column('escalated', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('week', 'guide_id', name='pk_guide_week')
    )
    weeks = {}
    for hour, guide_id, *counts in op.get_bind().execute(sa.text(BY_HOUR)):
        day = datetime.fromisoformat(f'{hour}:00').replace(tzinfo=UTC).astimezone(DENMARK).date()
        key = (day - timedelta(days=day.weekday()), guide_id)
        weeks.setdefault(key, Counter()).update(dict(zip(COUNTS, counts)))
    op.bulk_insert(table, [
        {'week': week, 'guide_id': guide_id} | {name: counted[name] for name in COUNTS}
        for (week, guide_id), counted in weeks.items()
    ])


def downgrade() -> None:
    op.drop_table('guide_week')
