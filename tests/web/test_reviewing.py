"""One case in the review room: note, question, link, words taken out, and who saw it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

import locales
from domain.incidents import Happening
from domain.messages import Message
from domain.people import Role
from models.incidents import Incident
from models.outbox import OutboxRow
from models.people import Chat, Person
from models.program import read_fact
from models.web import AuditEntry, Line
from services import incidents, reviewing, webchat
from services.logbook import TAKEN_OUT, tidy_search
from services.messages import tell
from tests.web.office import Office, token_in
from tests.web.test_log import LOG, case, found, take

NAME = "Kasper Øgaard"


async def post(
    browser: httpx.AsyncClient, case_id: int | None, act: str, text: str
) -> httpx.Response:
    page = (await browser.get(f"{LOG}/{case_id}")).text
    form = {"csrf": token_in(page), "text": text}
    return await browser.post(f"{LOG}/{case_id}/{act}", data=form)


async def with_chat(office: Office, person: Person) -> str:
    async with office.desk.database.write() as session:
        chat = Chat(key=f"web:{person.id}", person_id=person.id, seen_at=office.now)
        session.add(chat)
    return chat.key


def test_everything_that_happens_has_a_name() -> None:
    assert [one for one in Happening if not locales.has(f"web-event-{one}")] == []


async def test_a_note_is_for_the_staff_and_is_found_by_its_words(office: Office) -> None:
    one = await case(office)
    async with office.signed_in(Role.SPECIALIST) as browser:
        assert (await post(browser, one.id, "note", "Ring til mentoren")).status_code == 303
        assert "Ring til mentoren" in (await browser.get(f"{LOG}/{one.id}")).text
        assert await found(browser, q="mentor") == [one.reference]
        empty = await post(browser, one.id, "note", "  ")
        assert empty.status_code == 400
        assert "Skriv mindst et par bogstaver" in empty.text


async def test_a_question_goes_to_the_specialist_and_the_answer_comes_back(office: Office) -> None:
    anna = await office.person(Role.SPECIALIST, "Anna")
    key = await with_chat(office, anna)
    one = await case(office, asks=True)
    async with office.signed_in(Role.REVIEWER) as browser:
        nobody = await post(browser, one.id, "question", "Hvad skete der?")
        assert nobody.status_code == 400
        await take(office, anna, one)
        assert (await post(browser, one.id, "question", "Hvad aftalte I?")).status_code == 303
        async with office.desk.database.write() as session:
            asked = select(OutboxRow).where(OutboxRow.key == "reviewer-asks")
            [row] = (await session.exec(asked)).all()
            assert (row.chat_key, row.incident_id) == (key, one.id)
            await reviewing.answer_reviewer(session, office.now, anna, one.id or 0, "En fast plads")
        page = (await browser.get(f"{LOG}/{one.id}")).text
        assert page.index("Hvad aftalte I?") < page.index("En fast plads")


async def test_cases_are_linked_on_both_sides_and_unlinked(office: Office) -> None:
    one, other = await case(office), await case(office)
    async with office.signed_in(Role.SPECIALIST) as browser:
        assert (await post(browser, one.id, "link", "h-2026-2")).status_code == 303
        assert f'href="{LOG}/{one.id}"' in (await browser.get(f"{LOG}/{other.id}")).text
        for wrong in ("H-2026-0099", one.reference, "noget"):
            assert (await post(browser, one.id, "link", wrong)).status_code == 400
        await post(browser, other.id, "unlink", one.reference)
        assert f'href="{LOG}/{other.id}"' not in (await browser.get(f"{LOG}/{one.id}")).text


async def told(office: Office) -> tuple[Incident, str]:
    """A case in which a name is everywhere that it can be."""
    anna = await office.person(Role.SPECIALIST, "Anna")
    one = await case(office, f"{NAME} gik <hjem> før tid", asks=True)
    mette = Person(id=one.reporter_id)
    key = await with_chat(office, mette)
    await take(office, anna, one)
    async with office.desk.database.write() as session:
        reporter = await session.get_one(Person, one.reporter_id)
        said = f"Nu er {NAME} her igen"
        incidents.note(session, office.now, one, Happening.MESSAGE, reporter, said)
        message = Message("reviewer-answered", {"name": "x", "reference": "x", "text": said})
        await tell(session, office.now, reporter, message, incident_id=one.id)
        chat = await session.get_one(Chat, key)
        chat.answers = f'{{"happened": "{NAME} gik"}}'
        webchat.add_line(session, office.now, key, {"from": "me", "text": f"{NAME.upper()} gik"})
    return one, key


@pytest.mark.filterwarnings("ignore")
async def test_words_are_taken_out_of_the_whole_database(office: Office, tmp_path: Path) -> None:
    anna_key = await with_chat(office, await office.person(Role.SPECIALIST, "Jonas"))
    one, key = await told(office)
    async with office.signed_in(Role.REVIEWER) as browser:
        assert await found(browser, q="øgaard") == [one.reference]
        assert (await post(browser, one.id, "redact", "Findes ikke")).status_code == 400
        assert (await post(browser, one.id, "redact", "K")).status_code == 400
        assert (await post(browser, one.id, "redact", NAME)).status_code == 303
        page = (await browser.get(f"{LOG}/{one.id}")).text
        assert "[…] gik" in page
        assert "Fjernede ord fra sagen" in page
        assert await found(browser, q="øgaard") == []
        assert await found(browser, q="hjem") == [one.reference]
    async with office.desk.database.write() as session:
        acts = (await session.exec(select(AuditEntry.action, AuditEntry.subject))).all()
        assert ("redacted", one.reference) in acts
        lines = (await session.exec(select(Line.body).where(Line.chat_key == key))).all()
        assert any("[…] gik" in body for body in lines)
        assert await read_fact(session, TAKEN_OUT)
        while await tidy_search(session):
            pass
    assert anna_key
    await office.desk.database.close()
    with closing(sqlite3.connect(tmp_path / "test.db")) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("test.db*"))
    for part in (NAME, NAME.upper(), "øgaard", "Øgaard"):
        assert part.encode() not in stored, part


async def test_only_reviewers_take_words_out_ask_and_mark(office: Office) -> None:
    one, _ = await told(office)
    async with office.signed_in(Role.SPECIALIST) as browser:
        for act in ("redact", "question", "reviewed"):
            assert (await post(browser, one.id, act, NAME)).status_code == 403
        assert (await post(browser, one.id, "strange", NAME)).status_code == 404
        assert NAME in (await browser.get(f"{LOG}/{one.id}")).text


async def test_who_read_a_case_stands_on_it_and_in_the_access_log(office: Office) -> None:
    one = await case(office)
    async with office.signed_in(Role.SPECIALIST) as reader, office.signed_in(Role.REVIEWER) as boss:
        await reader.get(f"{LOG}/{one.id}")
        assert "En specialist <span" in (await boss.get(f"{LOG}/{one.id}")).text
        log = (await boss.get("/review/access", params={"subject": one.reference.lower()})).text
        assert log.count(">En specialist<") == 2  # the choice, and the row
        assert (await reader.get("/review/access")).status_code == 403
        assert (await reader.get("/review/settings")).status_code == 403
        assert "Eksempel Kommune" in (await boss.get("/review/settings")).text
