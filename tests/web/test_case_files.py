"""The files of a case, on the review pages."""

from dataclasses import replace

from sqlmodel import select

from domain.errors import DeliveryError
from domain.incidents import Happening
from domain.people import Role
from models.web import AuditEntry, StoredFile
from services.incidents import note
from tests.web.office import Office


async def a_case_with_a_file(office: Office, telegram: str = "") -> str:
    incident = await office.incident("Hun gik")
    async with office.desk.database.write() as session:
        file = StoredFile(
            id="plan",
            name="plan.pdf",
            media_type="application/pdf",
            size=5,
            created_at=office.now,
            telegram_file_id=telegram,
        )
        session.add(file)
        note(session, office.now, incident, Happening.FILE, text="Se her", document="plan")
    return f"/review/incidents/{incident.id}/files/plan"


async def test_staff_open_a_file_and_it_is_written_down(office: Office) -> None:
    path = await a_case_with_a_file(office)
    (office.desk.files / "plan").write_bytes(b"%PDF-")
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get(path.partition("/files")[0])).text
        assert f'href="{path}"' in page
        answer = await browser.get(path)
        assert answer.content == b"%PDF-"
        assert answer.headers["content-disposition"].startswith("attachment;")
    async with office.desk.database.read() as session:
        found = select(AuditEntry).where(AuditEntry.action == "opened file")
        [entry] = (await session.exec(found)).all()
    assert entry.subject == "H-2026-0001"


async def test_a_file_that_telegram_keeps_is_fetched_first(office: Office) -> None:
    path = await a_case_with_a_file(office, telegram="abc")

    async def fetch(file: StoredFile) -> None:
        (office.desk.files / file.id).write_bytes(file.telegram_file_id.encode())

    office.desk = replace(office.desk, fetch=fetch)
    async with office.signed_in(Role.REVIEWER) as browser:
        assert (await browser.get(path)).content == b"abc"


async def test_a_file_that_is_gone_foreign_or_asked_for_by_a_stranger_is_not_given(
    office: Office,
) -> None:
    path = await a_case_with_a_file(office, telegram="abc")

    async def gone(_file: StoredFile) -> None:
        raise DeliveryError("file is gone", permanent=True)

    office.desk = replace(office.desk, fetch=gone)
    async with office.signed_in(Role.REVIEWER) as browser:
        assert (await browser.get(path)).status_code == 404
        assert (await browser.get("/review/incidents/1/files/other")).status_code == 404
        assert (await browser.get("/review/incidents/2/files/plan")).status_code == 404
    async with office.browser() as browser:
        assert (await browser.get(path)).status_code == 401
