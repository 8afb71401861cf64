"""Brings a database to today's shape when the program starts, after a backup copy."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import make_url

from models.database import back_up, sqlite_path

FOLDER = Path(__file__).parent.parent / "migrations"


def migrate(url: str, now: datetime) -> None:
    """Create or upgrade the tables. Raises OSError where the folder cannot be written."""
    path = sqlite_path(url)
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
    config = _config()
    head = ScriptDirectory.from_config(config).get_current_head()
    engine = create_engine(make_url(url).set(drivername="sqlite"))
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        if current == head:
            return
        if path and current:
            back_up(path, path.with_name(f"{path.stem}-before-{head}-{now:%Y%m%d%H%M%S}.db"))
        _upgrade(config, connection)
    engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config


def _upgrade(config: Config, connection: Connection) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()
