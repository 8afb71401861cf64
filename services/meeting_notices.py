"""Tells reviewers that a half year or a quarter is over and its meeting's sheet can be made. Once
each, in office hours; late is better than never."""

from datetime import datetime

from domain.meetings import Sheet, looks_back
from domain.messages import Button, Message, Priority, column
from domain.office import Office
from domain.people import Role
from domain.working_time import danish_day
from models.database import Session
from models.errands import is_done, mark_errand
from models.people import Person, people_in_role
from services.duty import office_time
from services.messages import tell

MEETINGS = (Sheet.AGENDA, Sheet.INVITATION)
"""The notes are printed with the invitation."""


async def tell_due(session: Session, now: datetime, office: Office, base_url: str) -> int:
    """Tell every reviewer what has not been told yet; return how many messages that were."""
    reviewers = await people_in_role(session, Role.REVIEWER)
    due = [
        (person, sheet)
        for person in reviewers
        for sheet in MEETINGS
        if await _is_due(session, now, person, sheet)
    ]
    if not due or not (await office_time(session, now, office)).is_working(now):
        return 0
    return sum([await _tell(session, now, *one, base_url) for one in due])


def _key(now: datetime, person: Person, sheet: Sheet) -> str:
    return f"meeting/{person.id}/{sheet}/{looks_back(sheet, danish_day(now)).last}"


async def _is_due(session: Session, now: datetime, person: Person, sheet: Sheet) -> bool:
    """Nobody is told of a period before their time."""
    if danish_day(person.created_at) > looks_back(sheet, danish_day(now)).last:
        return False
    return not await is_done(session, _key(now, person, sheet))


async def _tell(
    session: Session, now: datetime, person: Person, sheet: Sheet, base_url: str
) -> bool:
    link = f"{base_url}/review/meetings?sheet={sheet}"
    message = Message(
        f"meeting-due-{sheet}",
        {"link": link},
        column(Button("button-open-meeting", url=link)),
        priority=Priority.BULK,
    )
    await mark_errand(session, _key(now, person, sheet), now)
    return await tell(session, now, person, message)
