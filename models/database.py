"""The one database: connections, the writer lock, and the pragmas that make SQLite durable.

SQLite is used in WAL mode with `synchronous=FULL`: what was committed survives a power loss.
Writers begin with BEGIN IMMEDIATE behind a lock of our own; without the lock, twenty waiting
connections got 23 transactions a second, with it 564 (measured).
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, closing
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import BindParameter, UpdateBase, bindparam, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.one_trip import connect

SAFE_SQLITE = (3, 51, 3)
"""Older versions can corrupt a WAL database that has two connections (sqlite.org/wal.html)."""

Session = AsyncSession

T = TypeVar("T", bound=SQLModel)

_LATER = "write later"


class Database:
    """Opens sessions: any number of readers, one writer at a time."""

    def __init__(self, url: str) -> None:
        self.url = url
        # Errors are logged; the values in them are what people wrote.
        self.engine: AsyncEngine = create_async_engine(url, hide_parameters=True)
        self.engine.sync_engine.dialect.statement_compiler = _Compiler
        self._writer = self.engine.execution_options(writer=True)
        self._brief_writer = self.engine.execution_options(writer=True, brief=True)
        self._lock = asyncio.Lock()
        self.commits = 0
        """How many write transactions have been committed here: tells whether to look again."""
        event.listen(self.engine.sync_engine, "do_connect", _in_one_trip)
        event.listen(self.engine.sync_engine, "connect", _prepare)
        event.listen(self.engine.sync_engine, "begin", _begin)

    @asynccontextmanager
    async def write(self, *, brief: bool = False) -> AsyncIterator[Session]:
        """A session in one write transaction: committed at the end, rolled back on an error.

        `brief`: every statement in it takes microseconds. All else stands still meanwhile, until
        the session's owner pauses (`asyncio.sleep(0)`).
        """
        writer = self._brief_writer if brief else self._writer
        session = Session(writer, expire_on_commit=False)
        async with self._lock, session, session.begin():
            yield session
            await write_waiting(session)
        self.commits += 1

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """A session that only reads."""
        async with Session(self.engine, expire_on_commit=False) as session:
            yield session

    async def close(self) -> None:
        """Give all connections back."""
        await self.engine.dispose()


class _Compiler(SQLiteCompiler):
    """Says `INDEXED BY` where a query has it as its hint; SQLAlchemy leaves SQLite's hints out."""

    def get_from_hint_text(self, table: Any, text: Any) -> Any:
        return text


def _in_one_trip(
    _dialect: Any, _entry: ConnectionPoolEntry, _arguments: Any, options: dict[str, Any]
) -> None:
    options["async_creator_fn"] = connect


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writer") else "BEGIN")
    connection.connection.driver_connection.brief = options.get("brief", False)


def inline(value: str) -> BindParameter[str]:
    """A constant written into the SQL itself: only then does SQLite use a partial index with it."""
    return bindparam(None, value, literal_execute=True)


def write_later(session: Session, statement: UpdateBase, row: dict[str, Any]) -> None:
    """Run this statement (one object, built once) with this row when the transaction ends: in one
    trip with its other rows, in their order."""
    session.info.setdefault(_LATER, {}).setdefault(statement, []).append(row)


def insert_later(session: Session, table: type[SQLModel], row: dict[str, Any]) -> None:
    """Insert a row when the transaction ends, together with the others of its table: one statement
    for all, where each would cost one to learn its id. The row names every column but the id."""
    write_later(session, _insertion(table), row)


@cache
def _insertion(table: type[SQLModel]) -> UpdateBase:
    return insert(table.__table__)  # type: ignore[attr-defined]


async def write_waiting(session: Session) -> None:
    """Write now what was to be written later: before a query that must see it."""
    for statement, rows in session.info.pop(_LATER, {}).items():
        await session.exec(statement, params=rows)


async def write_now(session: Session, table: type[SQLModel]) -> None:
    """Insert what was to be inserted later into this table: it is asked for before the end."""
    if rows := session.info.get(_LATER, {}).pop(_insertion(table), []):
        await session.flush()
        await session.exec(_insertion(table), params=rows)


async def insert_new(
    session: Session, table: type[SQLModel], rows: Sequence[dict[str, Any]]
) -> None:
    """Insert the rows that no unique constraint knows already; the others are left as they are."""
    if rows:
        await session.exec(insert(table).on_conflict_do_nothing(), params=rows)


async def fetch(session: Session, table: type[T], ids: Iterable[int | None]) -> dict[int, T]:
    """The rows with these ids in one query; getting one of them later costs none."""
    wanted = {row_id for row_id in ids if row_id is not None}
    key = table.__table__.c.id  # type: ignore[attr-defined]
    found = (await session.exec(select(table).where(key.in_(wanted)))).all() if wanted else []
    return {row.id: row for row in found}  # type: ignore[attr-defined]


def sqlite_path(url: str) -> Path | None:
    """The database file behind an SQLite URL, or nothing for one in memory."""
    name = make_url(url).database
    return Path(name) if name and name != ":memory:" else None


def sqlite_is_safe() -> bool:
    """Whether the SQLite library has the fix for the WAL-reset bug."""
    return sqlite3.sqlite_version_info >= SAFE_SQLITE


def sqlite_version() -> str:
    """The version of the SQLite library."""
    return sqlite3.sqlite_version


def back_up(source: Path, target: Path) -> None:
    """A consistent copy of a database file, also while it is in use."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
