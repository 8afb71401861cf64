"""Alembic's entry: the connection is given by `models.migrate`."""

from alembic import context
from sqlmodel import SQLModel

import models  # noqa: F401 - makes all tables known

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    include_name=lambda name, _kind, _parents: not (name or "").startswith("incident_search"),
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
