"""The sheets for the mini-team and the network meeting: what stands on them, and for whom."""

import asyncio
import re
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import httpx
import pytest
from sqlmodel import select

from domain.errors import NotAllowed
from domain.incidents import Category
from domain.meetings import Sheet
from domain.people import Language, Role
from domain.triage import Level
from models.guides import GuideView
from models.incidents import Incident
from models.web import AuditEntry
from services.meeting_print import print_meeting
from services.meetings import Meeting, Plan, note_taken, prepare
from tests.web.office import Office

SUMMER = datetime(2026, 8, 3, 9, tzinfo=UTC)  # in the third quarter
SPRING = datetime(2026, 3, 2, 9, tzinfo=UTC)  # in the first half year
PAGE = "/review/meetings"


async def happens(
    office: Office, category: Category, count: int, at: datetime, learned: str = "", **more: bool
) -> None:
    """So many cases of a category; the last of them with a note."""
    reporter = await office.person(Role.EMPLOYER, "Kirsten", "Gartneriet")
    async with office.desk.database.write() as session:
        known = len((await session.exec(select(Incident.id))).all())
        for number in range(count):
            session.add(
                Incident(
                    year=2026,
                    number=known + number + 1,
                    reporter_id=reporter.id or 0,
                    category=category,
                    level=Level.NORMAL,
                    happened="hemmeligt",
                    learned=learned if number == count - 1 else "",
                    created_at=at + timedelta(hours=number),
                    **more,
                )
            )


async def opened(office: Office, guide: str, yes: int, no: int, silent: int, at: datetime) -> None:
    """Employers open a guide and say whether it helped."""
    reader = await office.person(Role.EMPLOYER, "Ole", "Lageret")
    answers: list[bool | None] = [*[True] * yes, *[False] * no, *[None] * silent]
    async with office.desk.database.write() as session:
        for helped in answers:
            session.add(
                GuideView(person_id=reader.id or 0, guide_id=guide, shown_at=at, helped=helped)
            )


async def made(office: Office, plan: Plan, language: Language = "da") -> Meeting:
    reader = await office.person(Role.SPECIALIST, "Anna")
    desk = office.desk
    async with desk.database.read() as session:
        return await prepare(session, office.now, reader, desk.office, desk.phrases, language, plan)


async def test_the_agenda_holds_the_half_year_and_nothing_few(office: Office) -> None:
    await happens(office, Category.TASKS, 12, SPRING, "Ét billede pr. trin")
    await happens(office, Category.OVERLOAD, 9, SPRING, "Kirsten ringer, når det larmer")
    await happens(office, Category.PEOPLE, 3, SPRING)
    await happens(office, Category.SAFETY, 4, SPRING)
    await happens(office, Category.SURROUNDINGS, 40, SUMMER, "Lampen ved døren")
    await happens(office, Category.TASKS, 1, SPRING, "Kun en øvelse", drill=True)
    meeting = await made(office, Plan(Sheet.AGENDA))
    assert meeting.period == "1.1.2026–30.6.2026"
    assert meeting.categories == [("Opgaver", 12), ("Overvældet eller vred", 9)]
    assert [note.text for note in meeting.notes] == ["Ét billede pr. trin"]
    assert meeting.questions == [
        "Hvilken opgave blev nemmere, da den blev skrevet om til et opgavekort?",
        "Hvilke tegn ser I, før det bliver for meget, og hvem gør hvad så?",
        "Hvilken af noterne vil I prøve, og hos hvem?",
    ]
    assert {tile.label: tile.value for tile in meeting.tiles}["sager"] == "28"


async def test_guides_are_named_by_use_and_by_how_little_they_helped(office: Office) -> None:
    office.desk.phrases.guides = {
        name: SimpleNamespace(title=lambda _, name=name: f"Guide {name}") for name in "bcd"
    }
    await opened(office, "b", yes=4, no=16, silent=2, at=SUMMER)
    await opened(office, "c", yes=6, no=6, silent=0, at=SUMMER)
    await opened(office, "d", yes=18, no=2, silent=20, at=SUMMER)
    await opened(office, "e", yes=0, no=9, silent=0, at=SUMMER)
    await opened(office, "b", yes=0, no=50, silent=0, at=SPRING)
    meeting = await made(office, Plan(Sheet.NOTES))
    assert meeting.used == [("Guide d", 40), ("Guide b", 22), ("Guide c", 12)]
    assert meeting.least == [("Guide b", "under 5"), ("Guide c", "50 %")]
    assert "Guiden »Guide b« hjælper sjældent. Hvad mangler der i den?" in meeting.questions


async def test_where_little_happened_the_sheet_says_so_and_still_asks(office: Office) -> None:
    await happens(office, Category.TASKS, 3, SUMMER)
    meeting = await made(office, Plan(Sheet.NOTES), "en")
    assert (meeting.categories, meeting.used, meeting.least, meeting.notes) == ([], [], [], [])
    assert {tile.label: tile.value for tile in meeting.tiles}["cases"] == "under 5"
    assert len(meeting.questions) == 3


async def test_a_meeting_in_the_future_looks_back_on_what_is_over(office: Office) -> None:
    later, earlier = Plan(Sheet.NOTES, date(2027, 2, 1)), Plan(Sheet.NOTES, date(2026, 5, 4))
    assert later.period(office.now).last == date(2026, 9, 30)
    assert earlier.period(office.now).last == date(2026, 3, 31)


async def test_violence_is_no_topic_of_an_invitation(office: Office) -> None:
    await happens(office, Category.SAFETY, 30, SUMMER)
    await happens(office, Category.PEOPLE, 10, SUMMER)
    assert (await made(office, Plan(Sheet.INVITATION))).themes == [
        "Kolleger og kunder: hvad er rart at vide på forhånd?"
    ]


async def taken(browser: httpx.AsyncClient, **asked: str) -> str:
    """The text of the PDF."""
    answer = await browser.get(f"{PAGE}/file", params=asked)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    pipe = asyncio.subprocess.PIPE
    reader = await asyncio.create_subprocess_exec(
        "pdftotext", "-layout", "-", "-", stdin=pipe, stdout=pipe
    )
    text, _ = await reader.communicate(answer.content)
    return " ".join(text.decode().split())


async def test_a_reviewer_takes_the_invitation_which_holds_no_numbers_and_no_notes(
    office: Office,
) -> None:
    await happens(office, Category.TASKS, 12, SUMMER, "Ét billede pr. trin")
    async with office.signed_in(Role.REVIEWER) as browser:
        asked = {"sheet": "invitation", "on": "2026-12-08", "at": "14-16", "place": "Rådhuset <b>"}
        page = (await browser.get(PAGE, params=asked)).text
        assert "Opgaver: hvad gør en opgave nem at gå i gang med?" in page
        assert 'value="Rådhuset &lt;b&gt;"' in page
        [link] = re.findall(r'lang="da" href="([^"]+/file[^"]+)"', page)
        assert (await browser.get(link.replace("&amp;", "&"))).status_code == 200
        text = await taken(browser, **asked)
    assert "tirsdag d. 8. december 2026" in text
    assert "Rådhuset <b>" in text
    assert "Opgaver: hvad gør en opgave nem at gå i gang med?" in text
    assert "Ring 87 00 00 00" in text
    assert "billede" not in text
    assert "12" not in text
    async with office.desk.database.read() as session:
        entries = (await session.exec(select(AuditEntry))).all()
    subjects = [entry.subject for entry in entries if entry.action == "took meeting sheet"]
    assert subjects == ["invitation 2026-07-01/2026-09-30"] * 2


async def test_the_working_sheets_hold_what_happened_in_both_languages(
    office: Office,
) -> None:
    await happens(office, Category.TASKS, 12, SUMMER, "Ét billede pr. trin")
    async with office.signed_in(Role.REVIEWER) as browser:
        danish = await taken(browser, sheet="notes", lang="da")
        english = await taken(browser, sheet="notes", lang="en")
    for text in (danish, english):
        assert "Ét billede pr. trin" in text
        assert "hemmeligt" not in text
        assert "H-2026" not in text
    assert "Det sagde deltagerne" in danish
    assert "What the participants said" in english


async def test_a_specialist_reads_and_a_reviewer_makes(office: Office) -> None:
    await happens(office, Category.TASKS, 12, SPRING, "Ét billede pr. trin")
    async with office.signed_in(Role.SPECIALIST) as browser:
        page = (await browser.get(PAGE)).text
        assert "Ét billede pr. trin" in page
        assert "En jobkonsulent henter arket som PDF." in page
        assert f"{PAGE}/file" not in page
        assert (await browser.get(f"{PAGE}/file")).status_code == 403
    async with office.browser() as nobody:
        assert (await nobody.get(PAGE)).status_code != 200
        assert (await nobody.get(f"{PAGE}/file")).status_code != 200


async def test_an_employer_has_no_right_to_it(office: Office) -> None:
    mette = await office.person(Role.EMPLOYER, "Mette", "Bageriet")
    desk, plan = office.desk, Plan(Sheet.AGENDA)
    async with desk.database.write() as session:
        with pytest.raises(NotAllowed):
            await prepare(session, office.now, mette, desk.office, desk.phrases, "da", plan)
        with pytest.raises(NotAllowed):
            note_taken(session, office.now, mette, plan)


async def test_a_day_that_is_none_is_said_kindly(office: Office) -> None:
    async with office.signed_in(Role.REVIEWER) as browser:
        for path in (PAGE, f"{PAGE}/file"):
            answer = await browser.get(path, params={"on": "31.2.2026", "sheet": "<b>"})
            assert answer.status_code == 400
            assert "»31.2.2026« er ikke en dag." in answer.text


async def test_long_words_without_date_and_place_still_print(office: Office) -> None:
    meeting = await made(office, Plan(Sheet.AGENDA, place="#x[" + "å" * 117))
    assert print_meeting(office.desk.phrases, "da", meeting).startswith(b"%PDF")
