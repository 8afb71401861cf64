"""The staff send a form to somebody at a company, who is told at once."""

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotAllowed, NotFound
from domain.forms import Form
from domain.messages import Button, Message, Ref, column
from domain.people import Role
from models.companies import Company, companies
from models.database import Session
from models.people import Person, people_in_role
from services.messages import tell
from services.sheets import start_sheet


async def send_sheet(
    session: Session,
    now: datetime,
    by: Person,
    form: Form,
    receiver: Person,
    placement_id: int | None = None,
) -> bool:
    """A member of staff sends a form to somebody, who is told. False if they have no chat."""
    if not by.role.is_staff:
        raise NotAllowed()
    sheet = await start_sheet(
        session,
        now,
        by,
        form,
        company_id=receiver.company_id,
        placement_id=placement_id,
        sent_to=receiver,
    )
    message = Message(
        "sheet-sent-to-you",
        {
            "name": by.name,
            "form": Ref(f"form-title:{form.id}"),
            "intro": Ref(f"form-intro:{form.id}"),
        },
        column(Button("button-begin", f"sheet:{sheet.id}")),
    )
    return await tell(session, now, receiver, message)


async def receivers(session: Session) -> list[tuple[Person, Company]]:
    """The employers a form may be sent to, each with the company."""
    known = {company.id: company for company in await companies(session)}
    people = await people_in_role(session, Role.EMPLOYER)
    return [(person, known[person.company_id]) for person in people if person.company_id in known]


async def receiver(session: Session, person_id: int) -> Person:
    """The employer with this id. Raises NotFound."""
    person = await session.get(Person, person_id)
    if person is None or person.role is not Role.EMPLOYER or not person.active:
        raise NotFound()
    return person


async def all_companies(session: Session) -> Sequence[Company]:
    """All companies by name."""
    return await companies(session)
