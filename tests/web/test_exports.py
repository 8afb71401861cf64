"""Lists as spreadsheets: whole, in Danish letters, harmless, and written in the access log."""

import csv
import io
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlmodel import select

from domain.people import Role
from domain.placements import PlacementType
from domain.promises import PromiseState
from domain.triage import Level
from domain.visits import VisitStatus
from models.incidents import Incident
from models.outbox import OutboxRow
from models.people import Chat
from models.placements import Placement
from models.program import write_fact
from models.visits import Promise, Visit
from models.web import AuditEntry
from services import incidents, monthly
from services.spreadsheets import SHEET_LIMIT, Table, Workbook
from tests.web.office import Office
from web.exports import XLSX

UTF_8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""How LibreOffice is told to write CSV: comma, quotation mark, UTF-8, from the first row."""
FORMULA = '=HYPERLINK("http://evil.example","Tryk")'


@pytest.fixture
async def busy(office: Office) -> Office:
    """Two cases, one of them with a visit."""
    mette = await office.person(Role.EMPLOYER, "Mette", "Blåbær & Søn; bageri")
    anna = await office.person(Role.SPECIALIST, "Anna Ågård")
    async with office.desk.database.write() as session:
        placement = Placement(
            reference="P-7KQ2",
            company_id=mette.company_id or 0,
            created_at=office.now,
            type=PlacementType.FLEXJOB,
            starts_on=date(2026, 11, 2),
            weekly_hours=12.5,
        )
        session.add(placement)
        await session.flush()
        first = await incidents.log_incident(
            session, office.now, mette, FORMULA, level=Level.URGENT, tried="-prøvet"
        )
        first.taken_at = office.now + timedelta(minutes=7, seconds=30)
        first.owner_id = anna.id
        promise = Promise(
            person_id=mette.id or 0,
            asked_at=office.now,
            latest_day=date(2026, 11, 24),
            state=PromiseState.KEPT,
        )
        session.add_all([first, promise])
        await session.flush()
        session.add(
            Visit(
                uid="1",
                status=VisitStatus.HELD,
                starts_at=office.now + timedelta(days=1),
                ends_at=office.now + timedelta(days=1, hours=1),
                specialist_id=anna.id or 0,
                employer_id=mette.id or 0,
                company_id=mette.company_id,
                incident_id=first.id,
                promise_id=promise.id,
                created_at=office.now,
                changed_at=office.now,
            )
        )
    office.passes(days=40)
    async with office.desk.database.write() as session:
        await incidents.log_incident(session, office.now, mette, "Ro på", level=Level.NORMAL)
    return office


def read_csv(content: bytes, delimiter: str) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


async def test_a_case_is_one_row_and_a_formula_is_only_text(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        path = "/review/exports/list?list=incidents&texts=1&format="
        answer = await browser.get(path + "csv-semicolon")
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        assert 'filename="hv-linjen-incidents.csv"' in answer.headers["content-disposition"]
        first, second = read_csv(answer.content, ";")
        assert first["Nummer"] == "H-2026-0001"
        assert first["Virksomhed"] == "Blåbær & Søn; bageri"
        assert first["Type"] == "fleksjob"
        assert first["Hast"] == "haster"
        assert first["Oprettet"] == "2026-11-23 10:00"
        assert first["Minutter til taget"] == "7"
        assert first["Specialist"] == "Anna Ågård"
        assert first["Det skete"] == f"'{FORMULA}"
        assert first["Det er prøvet"] == "'-prøvet"
        assert second["Det skete"] == "Ro på"
        assert second["Taget"] == ""
        commas = read_csv((await browser.get(path + "csv")).content, ",")
        assert commas == [first, second]


async def test_without_being_asked_for_what_people_wrote_stays_here(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        answer = await browser.get("/review/exports/list?list=incidents&format=csv")
        assert "Ro på" not in answer.text
        assert "HYPERLINK" not in answer.text


async def test_a_danish_excel_gets_danish_decimals(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        path = "/review/exports/list?list=placements&format="
        [row] = read_csv((await browser.get(path + "csv-semicolon")).content, ";")
        assert row["Timer om ugen"] == "12,5"
        [row] = read_csv((await browser.get(path + "csv")).content, ",")
        assert (row["Timer om ugen"], row["Første dag"]) == ("12.5", "2026-11-02")


async def test_a_period_and_a_company_choose_the_rows(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        path = "/review/exports/list?list=incidents&format=csv"
        answer = await browser.get(f"{path}&from=2026-11-23&to=2026-11-23")
        assert [row["Nummer"] for row in read_csv(answer.content, ",")] == ["H-2026-0001"]
        answer = await browser.get(f"{path}&from=2026-11-24")
        assert [row["Nummer"] for row in read_csv(answer.content, ",")] == ["H-2027-0001"]
        assert read_csv((await browser.get(f"{path}&company=99")).content, ",") == []
        answer = await browser.get(f"{path}&from=2026-12-01&to=2026-11-01")
        assert answer.status_code == 400
        assert "den første før den sidste" in answer.text


async def test_the_log_is_taken_as_it_is_filtered(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        page = (await browser.get("/review/incidents?level=urgent&type=flexjob")).text
        link = "/review/exports/list?list=incidents&amp;format=xlsx&amp;level=urgent"
        assert link in page
        path = "/review/exports/list?list=incidents&format=csv"
        for query, expected in (
            ("level=urgent", ["H-2026-0001"]),
            ("level=normal&sort=-when", ["H-2027-0001"]),
            ("q=evil", ["H-2026-0001"]),
            ("company=bageri&reviewed=no", ["H-2026-0001", "H-2027-0001"]),
            ("status=closed", []),
        ):
            answer = await browser.get(f"{path}&{query}")
            assert [row["Nummer"] for row in read_csv(answer.content, ",")] == expected, query
    async with busy.signed_in(Role.SPECIALIST) as browser:
        assert "/review/exports/list" not in (await browser.get("/review/incidents")).text


async def test_a_workbook_opens_with_its_dictionary(busy: Office, tmp_path: Path) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        answer = await browser.get("/review/exports/list?list=incidents&format=xlsx&texts=1")
    assert answer.headers["content-type"] == XLSX
    path = tmp_path / "cases.xlsx"
    path.write_bytes(answer.content)
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["Sager", "Om Sager"]
    head, first, _second = book.get_sheet_by_name("Sager").to_python()
    row = dict(zip(head, first, strict=True))
    assert row["Det skete"] == FORMULA
    assert str(row["Oprettet"]) == "2026-11-23 10:00:00"
    assert row["Minutter til taget"] == 7
    assert row["Virksomhed"] == "Blåbær & Søn; bageri"
    meanings = book.get_sheet_by_name("Om Sager").to_python()
    assert [line[0] for line in meanings[1:]] == head
    assert all(line[1] and line[2] for line in meanings)
    with zipfile.ZipFile(path) as parts:
        cells = parts.read("xl/worksheets/sheet1.xml")
    assert b"evil.example" in cells
    assert b"<f>" not in cells
    assert b"<hyperlink" not in cells


@pytest.mark.parametrize("name", ["incidents", "placements", "companies", "visits", "follow-ups"])
async def test_every_list_can_be_taken_and_explained_in_both_languages(
    busy: Office, name: str
) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        for form in ("csv", "xlsx", "dictionary"):
            answer = await browser.get(f"/review/exports/list?list={name}&format={form}&texts=1")
            assert answer.status_code == 200, form
        assert len(read_csv(answer.content, ";")) > 3


async def test_a_visit_is_listed_with_its_promise(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        answer = await browser.get("/review/exports/list?list=visits&format=csv")
    [row] = read_csv(answer.content, ",")
    assert row["Nummer"] == "H-2026-0001"
    assert (row["Senest lovet dag"], row["Løftet"]) == ("2026-11-24", "holdt")
    assert row["Besøgets status"] == "holdt"


async def test_each_export_stands_in_the_access_log(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        await browser.get("/review/exports/list?list=incidents&format=csv&texts=1")
        await browser.get("/review/exports/list?list=visits&format=xlsx")
    async with busy.desk.database.read() as session:
        acts = [(one.action, one.subject) for one in await session.exec(select(AuditEntry))]
    assert acts[-2:] == [("exported with texts", "incidents"), ("exported", "visits")]


async def test_only_reviewers_may(busy: Office) -> None:
    paths = ("", "/list?list=incidents&format=csv", "/2026-11")
    async with busy.browser() as stranger, busy.signed_in(Role.SPECIALIST) as specialist:
        for path in paths:
            assert (await stranger.get(f"/review/exports{path}")).status_code == 401
            assert (await specialist.get(f"/review/exports{path}")).status_code == 403


async def test_what_there_is_not_is_not_found(busy: Office) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        for path in ("/list?list=secrets&format=csv", "/list?list=visits&format=exe", "/2026-10"):
            assert (await browser.get(f"/review/exports{path}")).status_code == 404
        assert (await browser.get("/review/exports/..%2ftest")).status_code in (400, 404)


async def test_a_long_list_comes_in_parts(office: Office) -> None:
    mette = await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    async with office.desk.database.write() as session:
        session.add_all(
            Incident(
                year=2026,
                number=number,
                reporter_id=mette.id or 0,
                level=Level.NORMAL,
                happened="x",
                created_at=office.now,
            )
            for number in range(1, 2502)
        )
    async with office.signed_in(Role.REVIEWER) as browser:
        answer = await browser.get("/review/exports/list?list=incidents&format=csv")
        assert len({row["Nummer"] for row in read_csv(answer.content, ",")}) == 2501


async def test_each_month_is_written_once_and_told_once_also_late(busy: Office) -> None:
    reviewer = await busy.person(Role.REVIEWER, "Bente")
    desk = busy.desk
    async with desk.database.write() as session:
        session.add(Chat(key="web:9", person_id=reviewer.id, seen_at=busy.now))
        await monthly.begin(session, datetime(2026, 11, 1, tzinfo=UTC))

    async def writes(at: datetime) -> bool:
        return await monthly.write_month(
            desk.database, desk.phrases, desk.exports, at, desk.base_url
        )

    assert not await writes(datetime(2026, 12, 1, 4, 59, tzinfo=UTC))
    late = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
    assert await writes(late)
    assert await writes(late)
    assert not await writes(late)
    assert monthly.files(desk.exports) == ["2026-12", "2026-11"]
    book = CalamineWorkbook.from_path(monthly.path_of(desk.exports, "2026-11"))
    assert len(book.get_sheet_by_name("Sager").to_python()) == 2
    assert len(book.sheet_names) == 10
    async with desk.database.read() as session:
        told = [row.params for row in await session.exec(select(OutboxRow))]
    assert [("2026-11" in one, "2026-12" in one) for one in told] == [(True, False), (False, True)]
    async with busy.signed_in(Role.REVIEWER) as browser:
        assert "/review/exports/2026-12" in (await browser.get("/review/exports")).text
        answer = await browser.get("/review/exports/2026-12")
        assert answer.headers["content-type"] == XLSX


async def test_after_a_crash_between_file_and_word_nobody_is_told_twice(busy: Office) -> None:
    desk = busy.desk
    reviewer = await busy.person(Role.REVIEWER, "Bente")
    async with desk.database.write() as session:
        session.add(Chat(key="web:9", person_id=reviewer.id, seen_at=busy.now))
        await monthly.begin(session, datetime(2026, 11, 1, tzinfo=UTC))
    late = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
    for _ in range(2):
        await monthly.write_month(desk.database, desk.phrases, desk.exports, late, "")
        async with desk.database.write() as session:
            await write_fact(session, monthly.NEXT, "2026-11")
    async with desk.database.read() as session:
        assert len((await session.exec(select(OutboxRow))).all()) == 1


def test_a_full_sheet_goes_on_on_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SHEET_LIMIT + 1 == 2**20
    monkeypatch.setattr("services.spreadsheets.SHEET_LIMIT", 3)
    book = Workbook(tmp_path / "long.xlsx")
    book.begin(Table("Sager", [], []))
    book.begin(Table("Lange", [], []))
    book.add([[number] for number in range(7)])
    book.close()
    read = CalamineWorkbook.from_path(tmp_path / "long.xlsx")
    assert read.sheet_names == ["Sager", "Lange", "Lange 2", "Lange 3"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
async def test_libreoffice_opens_a_workbook(busy: Office, tmp_path: Path) -> None:
    async with busy.signed_in(Role.REVIEWER) as browser:
        answer = await browser.get("/review/exports/list?list=incidents&format=xlsx&texts=1")
    (tmp_path / "cases.xlsx").write_bytes(answer.content)
    subprocess.run(  # noqa: ASYNC221 - nothing else runs here
        ["soffice", "--headless", "--convert-to", UTF_8, "--outdir", tmp_path, "cases.xlsx"],
        cwd=tmp_path,
        check=True,
        timeout=120,
    )
    rows = list(csv.reader((tmp_path / "cases.csv").open(encoding="utf-8")))
    assert rows[0][:3] == ["Nummer", "Oprettet", "Virksomhed"]
    assert {row[0] for row in rows[1:]} == {"H-2026-0001", "H-2027-0001"}
    assert rows[1][2] == "Blåbær & Søn; bageri"
