"""Prints the meetings' sheets of the invented year: `python -m tests.reports.print_meetings`."""

import asyncio
import subprocess
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from sqlmodel import SQLModel, select

from domain.meetings import Sheet
from domain.office import Office
from domain.people import Role
from knowledge.guides import load_guides
from knowledge.library import FOLDER
from models.database import Database
from models.guides import GuideView
from models.incidents import Incident
from models.people import Person
from services.meeting_print import print_meeting
from services.meetings import Meeting, Plan, prepare
from services.phrases import Phrases
from tests.reports.invent import invent
from tests.reports.print_example import EXAMPLES
from tests.web.office import FACTS

MADE = datetime(2027, 1, 5, 8, 0, tzinfo=UTC)
PHRASES = Phrases(
    load_guides(FOLDER),
    None,  # type: ignore[arg-type]
    FACTS | {"organisation": "Eksempel Kommune (opdigtede tal)"},
)
NOTES = (
    "Ét billede pr. trin gjorde, at opgaven kom i gang uden hjælp.",
    "En ny lampe er en ændring, der skal siges højt dagen før.",
    "Pausen står på skemaet, så ingen skal bede om den.",
    "Kollegerne fik at vide, at høretelefoner ikke er en afvisning.",
    "Spørg med to svarmuligheder i stedet for »hvordan går det?«.",
    "Aftalen om fredage blev skrevet ned og hængt op ved skabet.",
)
GUIDES = ("clear-communication", "breaks-energy", "conflict-colleagues", "giving-instructions")
"""The invented views are spread over these; the third seldom helps."""


async def write(folder: Path) -> list[Meeting]:
    """The agenda and the invitation made in the January after."""
    database = Database(f"sqlite+aiosqlite:///{folder / 'invented.db'}")
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    await invent(database)
    async with database.write() as session:
        for case in await session.exec(select(Incident).where(Incident.learned != "")):
            case.learned = NOTES[case.number % len(NOTES)]
        for view in await session.exec(select(GuideView)):
            view.guide_id = GUIDES[(view.id or 0) % 11 // 3]
            if view.guide_id == GUIDES[2] and view.helped:
                view.helped = (view.id or 0) % 2 == 0
    reviewer = Person(role=Role.REVIEWER, name="Bente", created_at=MADE)
    plans = (
        Plan(Sheet.AGENDA, date(2027, 1, 19), "13-15", "Rådhuset, lokale 2 (opdigtet)"),
        Plan(Sheet.INVITATION, date(2027, 1, 26), "14-16", "Medborgerhuset, stuen (opdigtet)"),
    )
    async with database.read() as session:
        made = [
            await prepare(session, MADE, reviewer, Office(), PHRASES, "da", plan) for plan in plans
        ]
    await database.close()
    return made


def main() -> None:
    """Both as PDF, and their first pages as pictures."""
    with tempfile.TemporaryDirectory() as folder:
        made = asyncio.run(write(Path(folder)))
    for meeting in made:
        pdf = EXAMPLES / f"meeting-{meeting.plan.sheet}.pdf"
        pdf.write_bytes(print_meeting(PHRASES, "da", meeting))
        command = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*command, pdf, pdf.with_suffix("")], check=True)


if __name__ == "__main__":
    main()
