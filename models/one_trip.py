"""One trip to the database's thread for each statement, and none for a brief one.

aiosqlite makes four (a cursor, the statement, its rows, the end of the cursor), and each of them
changes threads twice. A statement that takes microseconds costs ten times as much by its trip: in a
brief transaction only what waits for the disk or for another writer (its begin and its end) makes
one.
"""

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import Any

import aiosqlite


class Connection(aiosqlite.Connection):
    """A connection whose cursors bring their rows along."""

    brief = False
    """Whether it is in a transaction of brief statements: they run where they are asked for."""

    async def commit(self) -> None:
        """End the transaction."""
        self.brief = False
        await super().commit()

    async def rollback(self) -> None:
        """Undo the transaction."""
        self.brief = False
        await super().rollback()

    def cursor(self) -> "Cursor":  # type: ignore[override]
        """A cursor, at once: making one touches no data."""
        return Cursor(self, self._conn.cursor())


class Cursor(aiosqlite.Cursor):
    """Runs a statement and fetches its rows in one trip."""

    _rows: list[Any]

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "Cursor":
        """Run the statement; its rows wait here until they are fetched."""
        if self._conn.brief:  # type: ignore[attr-defined]
            self._rows = self._run(sql, parameters or ())
        else:
            rows = self._execute(self._run, sql, parameters or ())  # type: ignore[no-untyped-call]
            self._rows = await rows
        return self

    def _run(self, sql: str, parameters: Iterable[Any]) -> list[Any]:
        self._cursor.execute(sql, parameters)  # type: ignore[arg-type]
        return self._cursor.fetchall()

    async def fetchall(self) -> list[Any]:
        """All rows of the statement."""
        return self._rows

    async def close(self) -> None:
        """The cursor has nothing left to give."""
        self._cursor.close()


def connect(database: str, **options: Any) -> Connection:
    """As `aiosqlite.connect`."""
    options["check_same_thread"] = False  # one at a time uses it all the same
    connection = Connection(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
    connection._thread.daemon = True  # a program that has to end does not wait for it
    return connection
