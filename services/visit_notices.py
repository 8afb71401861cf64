"""The messages about visits: what each side hears, and the buttons it gets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.messages import Button, Message, Param, Priority, Ref, Rows, column
from domain.people import Role
from domain.visits import VisitKind, VisitStatus
from models.companies import Company
from models.database import Session
from models.people import Person, chat_of
from models.visits import Visit
from services.calendars import enclose
from services.messages import tell


async def facts(session: Session, visit: Visit) -> dict[str, Param]:
    """What every message about a visit says: when, how, who comes, and where to."""
    people = [await session.get_one(Person, one) for one in specialists_of(visit)]
    employer = await session.get_one(Person, visit.employer_id)
    company = await session.get(Company, visit.company_id) if visit.company_id else None
    return {
        "when": visit.starts_at,
        "until": visit.ends_at,
        "kind": Ref(f"visit-kind-{visit.kind}"),
        "who": " + ".join(person.name for person in people),
        "company": company.name if company else employer.name,
        "employer": employer.name,
        "minutes": int((visit.ends_at - visit.starts_at).total_seconds() // 60),
        **_where(visit),
    }


def _where(visit: Visit) -> dict[str, Param]:
    return {
        "by": str(visit.kind),
        "address": visit.address,
        "has_address": int(bool(visit.address)),
        "ask_for": visit.ask_for,
        "has_ask_for": int(bool(visit.ask_for)),
        "parking": visit.parking,
        "has_parking": int(bool(visit.parking) and visit.kind is VisitKind.WORKPLACE),
        "prepare": prepared(visit),
        "has_prepare": int(bool(visit.prepare)),
    }


FORM = "form:"
"""What stands before a form's name where a sheet is to be prepared."""


def prepared(visit: Visit) -> Param:
    """What is to be prepared: a sheet, or what somebody wrote."""
    if visit.prepare.startswith(FORM):
        return Ref(f"form-title:{visit.prepare.removeprefix(FORM)}")
    return visit.prepare


def specialists_of(visit: Visit) -> list[int]:
    """Who comes: one, or two."""
    return [one for one in (visit.specialist_id, visit.companion_id) if one]


def buttons_of(visit: Visit, role: Role) -> Rows:
    """What can be done with a booked visit."""
    change = (
        Button("button-visit-move", f"visitmove:{visit.id}"),
        Button("button-visit-cancel", f"visitdrop:{visit.id}"),
    )
    if role is Role.EMPLOYER:
        return (change, *column(Button("button-visits", "visits")))
    way = (
        Button("button-visit-leave", f"visitway:{visit.id}"),
        Button("button-visit-late", f"visitlate:{visit.id}"),
    )
    return (way, change, *column(Button("button-visits", "visits")))


async def tell_all(
    session: Session,
    now: datetime,
    visit: Visit,
    key: str,
    *,
    but: Person | None = None,
    enclosed: bool = False,
    **more: Param,
) -> None:
    """Tell everybody the visit is about, but for the person who did it and sees it already.
    `enclosed`: with a file for their calendar."""
    said = {**await facts(session, visit), **more}
    off = visit.status is VisitStatus.CANCELLED
    for person_id in (visit.employer_id, *specialists_of(visit)):
        person = await session.get_one(Person, person_id)
        if but is None or person_id != but.id:
            buttons = () if off else buttons_of(visit, person.role)
            message = Message(key, said, buttons, priority=Priority.ESCALATION)
            if enclosed:
                message = await with_calendar(session, now, visit, person, message)
            await tell(session, now, person, message, incident_id=visit.incident_id)


async def tell_doer(session: Session, now: datetime, visit: Visit, by: Person, key: str) -> None:
    """Whoever did it outside the chat and comes along gets it there all the same, with a file for
    their calendar."""
    if by.id in specialists_of(visit):
        off = visit.status is VisitStatus.CANCELLED
        buttons = () if off else buttons_of(visit, by.role)
        said = await facts(session, visit)
        message = Message(key, said, buttons, priority=Priority.ESCALATION)
        message = await with_calendar(session, now, visit, by, message)
        await tell(session, now, by, message, incident_id=visit.incident_id)


async def with_calendar(
    session: Session,
    now: datetime,
    visit: Visit,
    person: Person,
    message: Message,
    *,
    gone: bool = False,
) -> Message:
    """The message with a file that puts the visit into this person's calendar, or takes it out."""
    chat = await chat_of(session, person.id or 0)
    if chat is None:
        return message
    file = await enclose(session, now, visit, person, chat, gone=gone)
    return replace(message, document=file)


async def tell_each(
    session: Session, now: datetime, people: Sequence[Person], message: Message
) -> None:
    """The same message to several people, once to each."""
    for person in {person.id: person for person in people}.values():
        await tell(session, now, person, message)


async def released(
    session: Session, now: datetime, visit: Visit, person: Person, was: datetime
) -> None:
    """A move has given this specialist's time back."""
    said = await facts(session, visit)
    message = Message("visit-released", {**said, "was": was}, priority=Priority.ESCALATION)
    await tell(
        session, now, person, await with_calendar(session, now, visit, person, message, gone=True)
    )
