"""What has happened in the practice, for the starter course. Read in the practice database only,
which is emptied again and again: these queries go through whole tables."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import and_, col, func, select

from domain.incidents import Happening
from domain.triage import Level
from domain.visits import VisitStatus
from models.database import Session
from models.duty import Absence
from models.followups import FollowUp
from models.guides import GuideView
from models.incidents import Incident, IncidentEvent
from models.outbox import OutboxRow
from models.people import Chat
from models.printouts import Printout
from models.sheets import Sheet, SheetAnswer
from models.visits import Visit


async def events_in_cases(
    session: Session, kinds: Collection[Happening]
) -> Sequence[tuple[IncidentEvent, Incident]]:
    """The events of these kinds in all cases, in order; test cases apart."""
    wanted = (
        select(IncidentEvent, Incident)
        .join(Incident, col(IncidentEvent.incident_id) == Incident.id)
        .where(col(IncidentEvent.kind).in_(kinds), col(Incident.drill).is_(False))
    )
    return (await session.exec(wanted.order_by(col(IncidentEvent.id)))).all()


async def answered_with(session: Session, key: str) -> set[int | None]:
    """The emergencies whose reporter was sent this message in the moment they were logged."""
    sent = and_(
        col(OutboxRow.chat_key) == Chat.key,
        col(OutboxRow.key) == key,
        col(OutboxRow.created_at) == Incident.created_at,
    )
    wanted = (
        select(Incident.id)
        .join(Chat, col(Chat.person_id) == Incident.reporter_id)
        .join(OutboxRow, sent)
        .where(Incident.level == Level.EMERGENCY)
    )
    return set((await session.exec(wanted)).all())


async def times_sent(session: Session, key: str) -> Sequence[datetime]:
    """When this message was sent to anybody, in order."""
    wanted = select(OutboxRow.created_at).where(OutboxRow.key == key)
    return (await session.exec(wanted.order_by(col(OutboxRow.id)))).all()


async def views_of_guides(session: Session) -> Sequence[GuideView]:
    """Every guide that was shown, in order."""
    return (await session.exec(select(GuideView).order_by(col(GuideView.id)))).all()


async def held_and_booked(session: Session) -> Sequence[tuple[datetime, datetime | None]]:
    """When each visit was booked, and when it ended if the two met."""
    wanted = select(Visit.created_at, Visit.ended_at, Visit.status).order_by(col(Visit.id))
    return [
        (booked, ended if status is VisitStatus.HELD else None)
        for booked, ended, status in await session.exec(wanted)
    ]


async def answers_in_sheets(session: Session, form_id: str, number: int) -> Sequence[Sheet]:
    """The sheets of this form in which at least so many questions are answered."""
    wanted = (
        select(Sheet)
        .join(SheetAnswer, col(SheetAnswer.sheet_id) == Sheet.id, isouter=True)
        .where(Sheet.form_id == form_id)
        .group_by(col(Sheet.id))
        .having(func.count(col(SheetAnswer.question_id)) >= number)
    )
    return (await session.exec(wanted.order_by(col(Sheet.id)))).all()


async def printed_sheets(session: Session, form_id: str) -> Sequence[tuple[int, datetime]]:
    """The sheets of this form that were asked for on paper, and when first."""
    wanted = (
        select(Sheet.id, func.min(Printout.wanted_at))
        .join(Printout, col(Printout.sheet_id) == Sheet.id)
        .where(Sheet.form_id == form_id)
        .group_by(col(Sheet.id))
    )
    return [(sheet_id or 0, at) for sheet_id, at in await session.exec(wanted)]


async def times_away(session: Session) -> Sequence[datetime]:
    """When each absence was entered, in order."""
    return (await session.exec(select(Absence.created_at).order_by(col(Absence.id)))).all()


async def questions_asked(session: Session) -> Sequence[tuple[FollowUp, datetime | None]]:
    """The follow-ups that somebody was asked, each with when the case that it led to was taken."""
    wanted = (
        select(FollowUp, Incident.taken_at)
        .join(Incident, col(FollowUp.incident_id) == Incident.id, isouter=True)
        .where(col(FollowUp.asked_at).is_not(None))
    )
    return (await session.exec(wanted.order_by(col(FollowUp.id)))).all()
