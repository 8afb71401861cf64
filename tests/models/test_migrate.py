"""The migrations make the tables that the models describe, keep what is stored, and never stop
halfway."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlmodel import SQLModel

import models  # noqa: F401 - makes all tables known
from domain.messages import Message
from domain.people import Role
from models import migrate as migrating
from models.database import Database
from models.migrate import CannotOpen, migrate
from models.people import Chat, Person
from models.search import SEARCH
from services.messages import queue

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hotline.db"


def url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


def config() -> Config:
    found = Config()
    found.set_main_option("script_location", str(migrating.FOLDER))
    return found


def head() -> str:
    return ScriptDirectory.from_config(config()).get_current_head() or ""


def run(path: Path, direction: str, revision: str) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        ours = config()
        ours.attributes["connection"] = connection
        getattr(command, direction)(ours, revision)
    engine.dispose()


def rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        wanted = "select name from sqlite_master where type = 'table' and name not like 'alembic%'"
        found = (name for (name,) in database.execute(wanted))
        names = [name for name in found if not name.startswith(SEARCH.name)]
        counts = {n: database.execute(f"select count(*) from {n}").fetchone()[0] for n in names}
        return {name: count for name, count in counts.items() if count}


async def fill(path: Path) -> None:
    database = Database(url(path))
    async with database.write() as session:
        person = Person(role=Role.REVIEWER, name="Bente", created_at=NOW)
        session.add(person)
        await session.flush()
        session.add(Chat(key="telegram:1", person_id=person.id, seen_at=NOW))
        await session.flush()
        queue(session, NOW, "telegram:1", Message("group-no"))
    await database.close()


def test_the_migrated_tables_are_those_of_the_models(path: Path) -> None:
    migrate(url(path), NOW)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        opts = {
            "compare_type": True,
            "include_name": lambda name, _kind, _parents: not (name or "").startswith(SEARCH.name),
        }
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_the_newest_file_is_the_head_of_the_chain() -> None:
    assert migrating.newest_revision() == head()


async def test_each_step_down_and_up_again_keeps_what_was_stored(path: Path) -> None:
    migrate(url(path), NOW)
    await fill(path)
    before = rows(path)
    script = ScriptDirectory.from_config(config())
    for revision in script.walk_revisions():
        if revision.down_revision:
            run(path, "downgrade", str(revision.down_revision))
            assert rows(path) == before
    run(path, "upgrade", "head")
    assert rows(path) == before
    run(path, "downgrade", "base")
    assert rows(path) == {}


async def test_what_guides_were_shown_is_counted_by_danish_week(path: Path) -> None:
    migrate(url(path), NOW)
    run(path, "downgrade", "0017")
    view = "insert into guide_view (person_id, guide_id, shown_at, helped, incident_id)"
    person = "insert into person (id, role, name, language, created_at, active)"
    with closing(sqlite3.connect(path)) as database, database:
        for number, role in ((1, "EMPLOYER"), (2, "SPECIALIST")):
            database.execute(f"{person} values ({number}, '{role}', 'Ida', 'da', '{NOW}', 1)")
        for shown in (
            "(1, 'noise', '2026-11-15 22:59:59.000000', 1, null)",  # Sunday evening in Denmark
            "(1, 'noise', '2026-11-15 23:00:00.000000', 1, null)",
            "(1, 'noise', '2026-11-20 09:00:00.000000', 0, 7)",
            "(1, 'noise', '2026-07-05 22:00:00.000000', null, null)",  # Monday, in summer
            "(2, 'noise', '2026-11-20 09:00:00.000000', 1, null)",
        ):
            database.execute(f"{view} values {shown}")
    run(path, "upgrade", "head")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select * from guide_week order by week").fetchall() == [
            ("2026-07-06", "noise", 1, 0, 0, 0),
            ("2026-11-09", "noise", 1, 1, 0, 0),
            ("2026-11-16", "noise", 2, 1, 1, 1),
        ]


async def test_an_older_database_is_copied_before_it_is_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(url(path), NOW)
    await fill(path)
    before = rows(path)
    monkeypatch.setattr(migrating, "newest_revision", lambda: "9999")
    migrate(url(path), NOW)
    [copy] = path.parent.glob("hotline-before-*")
    assert copy.name == "hotline-before-9999-20261123090000.db"
    assert rows(copy) == before


def test_a_new_database_and_one_of_today_are_not_copied(path: Path) -> None:
    migrate(url(path), NOW)
    migrate(url(path), NOW)
    assert list(path.parent.glob("hotline-before-*")) == []


def test_one_that_is_cut_off_leaves_nothing_half_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade = migrating._upgrade

    def cut_off(connection: Connection) -> None:
        monkeypatch.setattr(connection, "commit", _killed)
        upgrade(connection)

    with monkeypatch.context() as patch:
        patch.setattr(migrating, "_upgrade", cut_off)
        with pytest.raises(KeyboardInterrupt):
            migrate(url(path), NOW)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select name from sqlite_master").fetchall() == []
    migrate(url(path), NOW)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select * from alembic_version").fetchone() == (head(),)


def _killed() -> None:
    raise KeyboardInterrupt


def test_what_is_no_database_is_refused_in_one_line(path: Path) -> None:
    path.write_text("a letter " * 1000)
    with pytest.raises(CannotOpen, match=r"^file is not a database$"):
        migrate(url(path), NOW)
