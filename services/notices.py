"""The messages about a case: what each side hears, and the buttons it gets."""

from domain.incidents import Status
from domain.messages import Button, Message, Priority, Ref, column
from domain.triage import Level
from models.companies import Company
from models.database import Session
from models.incidents import Incident
from models.people import Person
from models.placements import Placement

_PRIORITY = {
    Level.EMERGENCY: Priority.EMERGENCY,
    Level.URGENT: Priority.ESCALATION,
    Level.NORMAL: Priority.ESCALATION,
}


async def case_notice(
    session: Session, incident: Incident, reporter: Person, *, again: bool
) -> Message:
    """To the specialists: a case waits for one of them."""
    company = await session.get(Company, incident.company_id) if incident.company_id else None
    placement = (
        await session.get(Placement, incident.placement_id) if incident.placement_id else None
    )
    who = [
        reporter.name,
        company.name if company else "",
        placement.reference if placement else "",
    ]
    return Message(
        "case-waits-again" if again else "case-waits",
        {
            "reference": incident.reference,
            "level": Ref(f"level-{incident.level}"),
            "who": ", ".join(filter(None, who)),
            "happened": incident.happened[:1500],
            "tried": incident.tried[:500] or Ref("button-nothing-yet"),
        },
        column(Button("button-take", f"take:{incident.id}")),
        priority=_PRIORITY[incident.level],
    )


def taken(incident: Incident, by: Person) -> Message:
    """To the employer: who has the case now, and how to write to them."""
    return Message(
        "case-taken",
        {"reference": incident.reference, "name": by.name},
        column(Button("button-write", f"case:{incident.id}", params={"name": by.name})),
        priority=Priority.ESCALATION,
    )


def taken_by_other(incident: Incident, by: Person) -> Message:
    """To the other specialist: this one is looked after."""
    return Message("case-taken-by-other", {"reference": incident.reference, "name": by.name})


def closed(incident: Incident, by: Person) -> Message:
    """To the employer: the case is closed, and how to open a new one."""
    return Message(
        "case-closed",
        {
            "reference": incident.reference,
            "name": by.name,
            "outcome": Ref(f"outcome-{incident.outcome}"),
        },
        column(Button("button-menu", "menu")),
    )


def relayed(incident: Incident, by: Person, text: str, document: str) -> Message:
    """One line from the other side of a case."""
    mine = incident.owner_id != by.id
    buttons = [Button("button-answer", f"case:{incident.id}", params={"name": by.name})]
    if mine and incident.status is Status.TAKEN:
        buttons.append(Button("button-close", f"close:{incident.id}"))
    return Message(
        "case-file" if document else "case-line",
        {"reference": incident.reference, "name": by.name, "text": text},
        column(*buttons),
        document=document,
    )
