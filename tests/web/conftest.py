"""A desk for the tests of the pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.web.office import Office, open_office, open_practice
from web.desk import Desk


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await open_office(tmp_path)
    yield opened
    await opened.desk.database.close()


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.desk


@pytest.fixture
async def practice(office: Office) -> Office:
    return await open_practice(office)
