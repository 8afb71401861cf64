"""Brings a database to today's shape when the program starts, after a backup copy."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError

from models.database import back_up, sqlite_path

FOLDER = Path(__file__).parent.parent / "migrations"


class CannotOpen(Exception):
    """The database cannot be read or brought to today's shape; the message says why in one line."""


def migrate(url: str, now: datetime) -> None:
    """Create or upgrade the tables: wholly or, if something goes wrong, not at all.

    Raises OSError where the folder cannot be written, CannotOpen where the file is no database of
    ours.
    """
    path = sqlite_path(url)
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(make_url(url).set(drivername="sqlite"), connect_args={"timeout": 30})
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            _bring_up_to_date(connection, path, now)
    except DatabaseError as error:
        raise CannotOpen(str(error.orig)) from error
    except CommandError as error:
        raise CannotOpen(f"made by a newer version of the program? {error}") from error
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # by itself sqlite3 would commit each table


def _bring_up_to_date(connection: Connection, path: Path | None, now: datetime) -> None:
    config = _config()
    head = ScriptDirectory.from_config(config).get_current_head()
    current = MigrationContext.configure(connection).get_current_revision()
    if current == head:
        return
    if path and current:
        back_up(path, path.with_name(f"{path.stem}-before-{head}-{now:%Y%m%d%H%M%S}.db"))
    _upgrade(config, connection)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config


def _upgrade(config: Config, connection: Connection) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()
