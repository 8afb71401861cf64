"""Whichever index the log is read by, the cases are those that fit; and that index is used."""

import random
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from domain.incidents import Category, Status
from domain.logbook import Answer
from domain.placements import PlacementType
from domain.triage import SEVERITY, Level
from models import log_pages
from models.database import Database
from models.log_pages import Wanted, fitting_ids
from models.migrate import migrate

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CASES = 400
Entry = Mapping[str, Any]

WORDS = ("larm", "lys", "pause")

CHOICES: Mapping[str, Callable[[random.Random], Any]] = {
    "level": lambda chance: chance.choice(list(Level)),
    "category": lambda chance: chance.choice(list(Category)),
    "status": lambda chance: chance.choice(list(Status)),
    "placement_type": lambda chance: chance.choice(list(PlacementType)),
    "answer": lambda chance: chance.choice(list(Answer)),
    "reviewed": lambda chance: chance.choice((True, False)),
    "owner_id": lambda chance: chance.choice((1, 2, 99)),
    "companies": lambda chance: chance.sample(range(1, 6), 2),
    "words": lambda chance: chance.choice(WORDS),
    "since": lambda chance: chance.randrange(CASES) * 3600,
    "until": lambda chance: chance.randrange(CASES) * 3600,
}


def entries() -> list[Entry]:
    chance = random.Random(3)
    made: list[Entry] = []
    for number in range(1, CASES + 1):
        level = chance.choices(list(Level), (1, 3, 9))[0]
        made.append(
            {
                "incident_id": number,
                "at": number * 3600,
                "severity": SEVERITY[level],
                "level": level.value,
                "category": chance.choice(list(Category)).value,
                "status": chance.choices(list(Status), (1, 2, 20))[0].value,
                "company_id": chance.choice((None, 1, 2, 3, 4, 5)),
                "placement_type": chance.choice(("", *PlacementType)),
                "owner_id": chance.choice((None, 1, 1, 2)),
                "answer": chance.choice(list(Answer)).value,
                "answer_minutes": -1,
                "reviewed": chance.random() < 0.5,
            }
        )
    return made


def words(entry: Entry) -> str:
    return WORDS[entry["incident_id"] % 3]


def fits(entry: Entry, wanted: Wanted) -> bool:
    same = ("level", "category", "status", "placement_type", "owner_id", "answer", "reviewed")
    return (
        all(getattr(wanted, n) in (None, entry[n]) for n in same)
        and (wanted.companies is None or entry["company_id"] in wanted.companies)
        and wanted.words in ("", words(entry))
        and (wanted.since is None or entry["at"] >= wanted.since)
        and (wanted.until is None or entry["at"] < wanted.until)
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "log.db"
    migrate(f"sqlite+aiosqlite:///{path}", NOW)
    with closing(sqlite3.connect(path)) as raw, raw:
        rows = entries()
        marks = ", ".join(f":{name}" for name in rows[0])
        raw.executemany(f"insert into log_entry ({', '.join(rows[0])}) values ({marks})", rows)
        found = [(row["incident_id"], words(row)) for row in rows]
        raw.executemany("insert into incident_search(rowid, words) values (?, ?)", found)
    opened = Database(f"sqlite+aiosqlite:///{path}")
    yield opened
    await opened.close()


def asked(chance: random.Random) -> Wanted:
    names = chance.sample(sorted(CHOICES), chance.randint(0, 4))
    return replace(Wanted(), **{name: CHOICES[name](chance) for name in names})


@pytest.mark.parametrize("many", [1, 20, 10_000])
async def test_each_index_finds_what_a_look_at_every_case_finds(
    database: Database, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(log_pages, "MANY", many)
    monkeypatch.setattr(log_pages, "FEW", many)
    chance, found = random.Random(many), 0
    async with database.read() as session:
        for _ in range(200):
            wanted = asked(chance)
            ids = (await session.exec(await fitting_ids(session, wanted, 0, CASES))).all()
            assert list(ids) == [e["incident_id"] for e in entries() if fits(e, wanted)], wanted
            found += bool(ids)
    assert found > 50


async def test_filters_that_together_hardly_fit_are_followed_by_one_index(
    database: Database,
) -> None:
    said: list[str] = []

    @event.listens_for(database.engine.sync_engine, "before_cursor_execute")
    def listen(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        said.append(statement)

    wanted = Wanted(category=Category.SAFETY, answer=Answer.LATE, reviewed=False, owner_id=2)
    async with database.read() as session:
        await session.exec(await fitting_ids(session, wanted, 0, CASES))
        assert "INDEXED BY ix_log_entry_kind" in said[-1]
