"""A disk that is full for a while."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.database import Database, sqlite_path


@contextmanager
def full_disk(database: Database) -> Iterator[None]:
    """Within it no file may grow beyond the database's journal (WAL) as it is now."""
    path = sqlite_path(database.url)
    assert path
    size = Path(f"{path}-wal").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
