"""Writes invented rows straight into a database file."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import islice

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
YEARS = 5
SPECIALISTS = (1, 2)
REVIEWER = 3
CHUNK = 20_000

Row = Mapping[str, object]


def insert(database: sqlite3.Connection, table: str, **row: object) -> None:
    """One row; columns that must have a value and are not named get an empty one."""
    insert_many(database, table, [row])


def insert_many(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """The same for many rows, all naming the same columns."""
    empty = {
        name: 0 if kind in ("INTEGER", "BOOLEAN", "FLOAT") else ""
        for _, name, kind, needed, default, key in database.execute(f"pragma table_info({table})")
        if needed and default is None and not key
    }
    rest = iter(rows)
    while chunk := list(islice(rest, CHUNK)):
        names = list({**empty, **chunk[0]})
        marks = ", ".join("?" for _ in names)
        columns = ", ".join(f'"{name}"' for name in names)
        statement = f"insert into {table} ({columns}) values ({marks})"
        database.executemany(statement, [[{**empty, **row}[n] for n in names] for row in chunk])


def stored(at: datetime) -> str:
    """An instant as the database keeps it."""
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")
