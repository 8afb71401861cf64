"""The report of the invented years: its numbers come out of the rows by another way too, nothing
few is told, and it can be seen, taken and printed."""

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest
from sqlmodel import SQLModel
from typer.testing import CliRunner

from bot.commands import app
from domain.office import Office
from domain.people import Role
from domain.periods import month, year
from domain.reports import parts_of
from domain.suppression import is_few
from models.database import Database
from services.charts import Chart
from services.report_words import Report, Writer
from services.reports import figures
from tests.reports.invent import WORKING, invent
from tests.reports.print_example import PHRASES
from tests.web.office import Office as WebOffice

YEAR = ("2025-12-31 23:00:00", "2026-12-31 23:00:00")
"""2026 in Denmark, as UTC."""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("invented") / "invented.db"

    async def fill() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}")
        async with database.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        await invent(database)
        await database.close()

    asyncio.run(fill())
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def one(rows: sqlite3.Connection, sql: str, *params: str) -> int:
    found: int = rows.execute(sql, params or YEAR).fetchone()[0]
    return found


async def written(rows: sqlite3.Connection) -> Report:
    path = rows.execute("pragma database_list").fetchone()[2]
    database = Database(f"sqlite+aiosqlite:///{path}")
    async with database.read() as session:
        now = await figures(session, Office(), year(2026))
        before = await figures(session, Office(), year(2025))
    await database.close()
    return Writer(PHRASES, "da", year(2026), now, before).report()


def table(report: Report, name: str) -> dict[str, list[str]]:
    [found] = [figure for part in report.sections for figure in part.figures if figure.name == name]
    return {row[0]: list(row[1:]) for row in found.rows}


async def test_cases_and_answers_come_out_of_the_events_by_another_way(
    rows: sqlite3.Connection,
) -> None:
    report = await written(rows)
    span = "created_at >= ? and created_at < ?"
    cases = one(rows, f"select count(*) from incident where {span}")
    assert report.tiles[2].value == str(cases)
    asked = rows.execute(
        "select e.at, i.taken_at from incident_event e join incident i on i.id = e.incident_id "
        f"where e.kind = 'ASKED_SPECIALIST' and i.{span.replace('and ', 'and i.')}",
        YEAR,
    ).fetchall()
    waits = [WORKING.minutes_between(_utc(at), _utc(taken)) for at, taken in asked if taken]
    answers = table(report, "answers")
    assert answers["Bad om en specialist"][0] == str(len(asked))
    in_time = sum(wait <= 60 for wait in waits)
    assert answers["Fik en inden for en time"][0] == str(in_time)
    assert answers["Halvdelen ventede højst"][0] == f"{round(median(waits))} minutter"
    assert report.tiles[3].value == f"{round(100 * in_time / len(asked))} %"
    shown = {name: row[0] for name, row in table(report, "categories").items()}
    for category, words in (("TASKS", "Opgaver"), ("PEOPLE", "Kolleger og kunder")):
        count = one(rows, f"select count(*) from incident where category = '{category}' and {span}")
        assert shown[words] == str(count)


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


async def test_citizens_and_companies_come_out_of_the_rows_by_another_way(
    rows: sqlite3.Connection,
) -> None:
    report = await written(rows)
    running = "starts_on <= '2026-12-31' and (ended_at is null or ended_at >= '2025-12-31 23:00')"
    roots = (
        "with recursive step(id, root) as (select id, id from placement where follows_id is null "
        "union all select p.id, s.root from placement p join step s on p.follows_id = s.id) "
    )
    people = rows.execute(
        f"{roots} select count(distinct root) from step join placement using (id) where {running}"
    ).fetchone()[0]
    assert report.tiles[0].value == str(people)
    companies = rows.execute(
        f"select count(distinct company_id) from placement where {running}"
    ).fetchone()[0]
    assert report.tiles[1].value == str(companies)
    steps = ("SHELTERED", "INTERNSHIP", "WAGE_SUBSIDY", "FLEXJOB", "PART_TIME", "FULL_TIME")
    climbed = {
        root
        for root, kind, former in rows.execute(
            f"{roots} select root, p.type, b.type from step join placement p using (id) "
            "join placement b on b.id = p.follows_id "
            "where p.starts_on between '2026-01-01' and '2026-12-31'"
        )
        if steps.index(kind) > steps.index(former)
    }
    assert table(report, "climbed")["Borgere, der tog et trin op"][0] == str(len(climbed))
    latest = rows.execute(
        f"{roots} select type, count(*) from (select type, row_number() over "
        "(partition by root order by starts_on desc, id desc) as number from step "
        f"join placement using (id) where {running}) where number = 1 group by type"
    )
    counts = dict(latest.fetchall())
    assert sum(counts.values()) == people
    assert table(report, "types")["virksomhedspraktik"][0] == str(counts["INTERNSHIP"])


async def test_visits_guides_and_learning_come_out_of_the_rows_by_another_way(
    rows: sqlite3.Connection,
) -> None:
    report = await written(rows)
    asked = "asked_at >= ? and asked_at < ?"
    promise, knowledge = table(report, "promise"), table(report, "knowledge")
    promised = one(rows, f"select count(*) from promise where {asked}")
    kept = one(
        rows, f"select count(*) from promise where state in ('KEPT', 'CHOSEN_LATER') and {asked}"
    )
    assert promise["Lovede besøg"][0] == str(promised)
    assert promise["Heraf holdt"][0] == str(kept)
    assert report.tiles[4].value == f"{round(100 * kept / promised)} %"
    better = one(
        rows,
        "select count(*) from follow_up where answer = 'better' and over_at >= ? and over_at < ?",
    )
    assert table(report, "answered")["bedre"][0] == str(better)
    rated = rows.execute(
        "select mark, count(*) over (partition by crowd) from survey_mark "
        "where period = '2026' and occasion = 'yearly' and question = 'courage'"
    )
    marks = [mark for mark, together in rated if together >= 5]
    mean = f"{sum(marks) / len(marks):.1f}".removesuffix(".0").replace(".", ",")
    said = table(report, "satisfaction")["Mod på at fortsætte"][0]
    assert said == f"{mean} af 5 ({len(marks)} svar)"
    shown = "shown_at >= ? and shown_at < ?"
    views = one(rows, f"select count(*) from guide_view where {shown}")
    helped = one(rows, f"select count(*) from guide_view where helped = 1 and {shown}")
    assert knowledge["Åbnede råd"][0] == str(views)
    assert knowledge["Heraf hjalp"][0] == str(helped)
    learned = one(
        rows,
        "select count(*) from incident where learned != '' and created_at >= ? and created_at < ?",
    )
    assert knowledge["Sager med læring"][0] == str(learned)
    held = one(
        rows,
        "select count(*) from visit where status = 'HELD' and kind = 'WORKPLACE' "
        "and starts_at >= ? and starts_at < ?",
    )
    assert table(report, "visits")["på arbejdspladsen"][0] == str(held)


@pytest.mark.parametrize("period", [year(2026), month("2026-03"), month("2025-01"), year(2024)])
async def test_no_number_below_five_is_told_of_any_period(
    rows: sqlite3.Connection, period: object
) -> None:
    path = rows.execute("pragma database_list").fetchone()[2]
    database = Database(f"sqlite+aiosqlite:///{path}")
    async with database.read() as session:
        now = await figures(session, Office(), period)  # type: ignore[arg-type]
        before = await figures(session, Office(), period.before)  # type: ignore[attr-defined]
    await database.close()
    for language in ("da", "en"):
        report = Writer(PHRASES, language, period, now, before).report()  # type: ignore[arg-type]
        cells = [tile.value for tile in report.tiles]
        for part in report.sections:
            for figure in part.figures:
                cells += [cell for row in figure.rows for cell in row[1:]]
                bars = figure.chart.rows if isinstance(figure.chart, Chart) else []
                assert not any(is_few(int(bar["value"])) for bar in bars)
        exact = [int(cell.replace(".", "")) for cell in cells if re.fullmatch(r"[\d.]+", cell)]
        assert not any(is_few(number) for number in exact)
        assert all(cells)


async def test_every_row_of_single_numbers_stands_in_the_appendix(
    rows: sqlite3.Connection,
) -> None:
    report = await written(rows)
    defined = {name for name, what in report.definitions if what}
    for name in ("climbed", "companies", "answers", "promise", "knowledge"):
        assert set(table(report, name)) <= defined
    assert len(report.definitions) == len(defined)


def test_a_long_period_is_drawn_in_quarters_and_a_short_one_in_months() -> None:
    assert len(parts_of(year(2026))) == 4
    assert [part.first.month for part in parts_of(month("2026-03"))] == [3]


def test_the_command_prints_a_tagged_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "report.pdf"
    made = CliRunner().invoke(
        app, ["report", "--from", "2026-01-01", "--to", "2026-12-31", "--out", str(out)]
    )
    assert made.exit_code == 0, made.output
    content = out.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/MarkInfo" in content
    assert b"pdfuaid" in content
    wrong = CliRunner().invoke(app, ["report", "--from", "2026", "--to", "x", "--out", str(out)])
    assert wrong.exit_code == 2


async def test_the_staff_see_and_take_the_report_and_nobody_else(office: WebOffice) -> None:
    async with office.browser() as stranger:
        assert (await stranger.get("/review/reports")).status_code == 401
        assert (await stranger.get("/review/reports/file")).status_code == 401
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = await browser.get("/review/reports?from=2026-01-01&to=2026-06-30")
        assert page.status_code == 200
        assert "Sådan er tallene talt" in page.text
        assert "lang=da" in page.text
        usual = (await browser.get("/review/reports")).text
        assert "HV-linjen: evaluering 2025" in usual
        wrong = await browser.get("/review/reports?from=2026-06-30&to=2026-01-01")
        assert wrong.status_code == 400
        assert "den første før den sidste" in wrong.text
        for lang in ("da", "en"):
            pdf = await browser.get(
                f"/review/reports/file?from=2026-01-01&to=2026-06-30&lang={lang}"
            )
            assert pdf.headers["content-type"] == "application/pdf"
            assert pdf.content.startswith(b"%PDF")
