"""Import: every bad cell is named, all or nothing, and fifty thousand rows."""

import asyncio
import io
from datetime import date

import httpx
import xlsxwriter

from domain.people import Role
from models.followups import plans_to_make
from models.placements import placement_by_reference, placements_of
from services import imports
from services.people import ensure_company
from tests.web.office import Office, token_in

HEAD = "Forløb;Virksomhed;Type;Status;Første dag;Sidste dag;Timer om ugen;Specialist\n"


async def send(browser: httpx.AsyncClient, kind: str, content: bytes) -> tuple[str, str]:
    """Send a file and wait for the look at it; where it is, and the page."""
    token = token_in((await browser.get("/review/import")).text)
    answer = await browser.post(
        "/review/import", data={"csrf": token, "kind": kind}, files={"file": ("x.csv", content)}
    )
    path = answer.headers["location"]
    for _ in range(600):
        page = (await browser.get(path)).text
        if 'http-equiv="refresh"' not in page:
            return path, page
        await asyncio.sleep(0.05)
    raise AssertionError("never done")


async def test_each_bad_cell_is_named_and_nothing_is_stored(office: Office) -> None:
    async with office.desk.database.write() as session:
        firm = await ensure_company(session, office.now, "Bageriet")
    bad = HEAD + (
        "P-7KQ2;Bageriet;Virksomhedspraktik;i gang;24-11-2026;24.02.2027;12,5;\n"
        "P-7KQ2;Ukendt A/S;svævende;sover;31-02-2026;2026-11-01;99;Ingen\n"
        "P-O0O0;Bageriet;Fleksjob;;2026-11-24;01-11-2026;;\n"
    )
    async with office.signed_in(Role.REVIEWER) as browser:
        _path, page = await send(browser, "placements", bad.encode("utf-8-sig"))
        assert "Der er 9 fejl i 3 rækker. Intet er gemt." in page
        for said in (
            "»P-7KQ2« findes allerede",
            "»Ukendt A/S« kendes ikke.",
            "»svævende« er ikke en type.",
            "»31-02-2026« er ikke en dag.",
            "»01-11-2026« ligger før den første dag.",
            "»P-O0O0« er ikke et forløbsnummer.",
        ):
            assert said in page, said
        _path, page = await send(browser, "placements", b"\x00\x01 no list")
        assert "Filen kan ikke læses." in page
    async with office.desk.database.read() as session:
        assert await placements_of(session, [firm.id or 0]) == []


async def test_a_workbook_with_its_own_dates_is_stored_whole_and_once(office: Office) -> None:
    async with office.desk.database.write() as session:
        await ensure_company(session, office.now, "Bageriet Æblegård")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet.write_row(0, 0, ["Forløb", "Virksomhed", "Type", "Første dag"])
        sheet.write_row(1, 0, ["P-7KQ2", "bageriet æblegård", "fleksjob"])
        sheet.write_datetime(1, 3, date(2026, 11, 24), day)
    async with office.signed_in(Role.REVIEWER) as browser:
        path, page = await send(browser, "placements", out.getvalue())
        assert "Rækken er i orden. Intet er gemt endnu." in page
        token = {"csrf": token_in(page)}
        assert (await browser.post(path, data=token)).status_code == 303
        assert (await browser.post(path, data=token)).headers["location"] == "/review/import"
        assert "Rækken er gemt." in (await browser.get(path)).text
    async with office.desk.database.read() as session:
        made = await placement_by_reference(session, "P-7KQ2")
        assert made
        assert (made.type, made.starts_on) == ("flexjob", date(2026, 11, 24))
        assert len(await plans_to_make(session, office.now, 10)) == 1


async def test_fifty_thousand_rows_are_checked_with_signs_of_progress(office: Office) -> None:
    async with office.desk.database.write() as session:
        await ensure_company(session, office.now, "Bageriet")
    boss = await office.person(Role.REVIEWER, "Bente")
    lines = "".join(";Bageriet;Fleksjob;;24-11-2026;;20;\n" for _ in range(50_000))
    signs: list[int] = []
    async with office.desk.database.read() as session:
        known = await imports.what_is_known(session, boss)
    cells = imports.read((HEAD + lines).encode())
    checked = imports.check("placements", cells, known, lambda done, _rows: signs.append(done))
    assert (len(checked.rows), checked.problems, len(signs)) == (50_000, [], 11)
    async with office.desk.database.write() as session:
        assert await imports.store(session, office.now, boss, checked) == 50_000


async def test_a_column_that_is_not_read_is_named(office: Office) -> None:
    async with office.desk.database.write() as session:
        await ensure_company(session, office.now, "Bageriet")
    line = b"Virksomhed;Type;Begynder;;Navn <b>\nBageriet;fleksjob;24-11-2026;x;Ali\n"
    async with office.signed_in(Role.REVIEWER) as browser:
        _path, page = await send(browser, "placements", line)
        assert "Rækken er i orden." in page
        assert "Disse kolonner læses ikke: Begynder, Navn &lt;b&gt;." in page
        _path, page = await send(browser, "placements", line.replace(b"fleksjob", b"gartner"))
        assert "Der er 1 fejl i rækken." in page
        assert "Disse kolonner læses ikke: Begynder, Navn &lt;b&gt;." in page
        assert ">Type</td>" in page  # as the file calls it
        _path, page = await send(browser, "companies", b"Navn\nFris\xc3\xb8ren\n")
        assert "læses ikke" not in page


async def test_only_reviewers_import(office: Office) -> None:
    async with office.signed_in(Role.SPECIALIST) as browser:
        assert (await browser.get("/review/import")).status_code == 403
        assert (await browser.get("/review/import/template/placements")).status_code == 403
    async with office.signed_in(Role.REVIEWER) as browser:
        text = (await browser.get("/review/import/template/placements")).content.decode("utf-8-sig")
        assert text.startswith("forløb;virksomhed;type")
