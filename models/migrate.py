"""Brings a database to today's shape when the program starts, after a backup copy."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, event, inspect, text
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
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # by itself sqlite3 would commit each table


def _bring_up_to_date(connection: Connection, path: Path | None, now: datetime) -> None:
    current = _revision(connection)
    head = newest_revision()
    if current == head:
        return
    if path and current:
        back_up(path, path.with_name(f"{path.stem}-before-{head}-{now:%Y%m%d%H%M%S}.db"))
    _upgrade(connection)


def newest_revision() -> str:
    """The last migration's number, which its file's name begins with."""
    return max(path.name.partition("_")[0] for path in FOLDER.glob("versions/*_*.py"))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command  # most starts change nothing and need none of it
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise CannotOpen(f"made by a newer version of the program? {error}") from error
    connection.commit()
