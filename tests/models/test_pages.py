"""Pages of a list: each row on exactly one of them, in both directions."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import SQLModel, col, select

from models.companies import Company
from models.database import Database
from models.pages import Place, read_page

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'test.db'}")
    async with opened.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    async with opened.write() as session:
        session.add_all(Company(name=f"{number:02d}", created_at=NOW) for number in range(7))
    yield opened
    await opened.close()


@pytest.mark.parametrize("falling", [False, True])
async def test_forth_and_back_through_all_pages(database: Database, falling: bool) -> None:
    order = (col(Company.created_at), col(Company.id))
    async with database.read() as session:

        async def page(place: Place | None) -> tuple[list[Company], bool, bool]:
            found = await read_page(session, select(Company), order, place, 3, falling=falling)
            return list(found.rows), found.more_before, found.more_after

        def key(company: Company) -> tuple[datetime, int]:
            return company.created_at, company.id or 0

        first, before, after = await page(None)
        assert (before, after) == (False, True)
        second, before, after = await page(Place(key(first[-1])))
        assert (before, after) == (True, True)
        third, before, after = await page(Place(key(second[-1])))
        assert (before, after) == (True, False)
        seen = [company.id for company in [*first, *second, *third]]
        assert seen == sorted(seen, reverse=falling)
        assert len(seen) == 7
        assert (await page(Place(key(third[0]), back=True)))[0] == second
        assert await page(Place(key(second[0]), back=True)) == (first, False, True)
