"""The messages about a case: what each side hears, and the buttons it gets."""

from domain.messages import Button, Message, Param, Priority, Ref, column
from domain.triage import Level
from models.companies import Company
from models.database import Session
from models.incidents import Incident
from models.people import Person
from models.placements import Placement

_MAP = "https://www.openstreetmap.org"

PRIORITY = {
    Level.EMERGENCY: Priority.EMERGENCY,
    Level.URGENT: Priority.ESCALATION,
    Level.NORMAL: Priority.ESCALATION,
}


async def case_notice(
    session: Session,
    incident: Incident,
    reporter: Person,
    *,
    again: bool = False,
    nobody: bool = False,
) -> Message:
    """To the specialists: a case waits for one of them. `nobody`: others heard of it before."""
    company = await session.get(Company, incident.company_id) if incident.company_id else None
    placement = (
        await session.get(Placement, incident.placement_id) if incident.placement_id else None
    )
    who = [
        reporter.name,
        company.name if company else "",
        placement.reference if placement else "",
    ]
    key = "case-waits-again" if again else "case-waits-now-you" if nobody else "case-waits"
    return Message(
        "case-waits-drill" if incident.drill else key,
        {
            "reference": incident.reference,
            "level": Ref(f"level-{incident.level}"),
            "who": ", ".join(filter(None, who)),
            "happened": what(incident),
            "tried": incident.tried[:500] or Ref("button-nothing-yet"),
        },
        column(
            Button("button-take", f"take:{incident.id}"),
            Button("button-not-me", f"pass:{incident.id}"),
        ),
        priority=PRIORITY[incident.level],
    )


def what(incident: Incident, longest: int | None = 1500) -> Param:
    """What has happened, as it was written. Where the answer to a follow-up has opened the case,
    its question stands above that in the reader's own language."""
    text = incident.happened[:longest]
    if not incident.follow_up:
        return text
    known = incident.follow_up.startswith("follow-up:")
    question: Param = Ref(incident.follow_up) if known else incident.follow_up
    return Ref("case-got-worse", {"question": question, "text": text, "has_text": int(bool(text))})


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


def offered(incident: Incident, by: Person) -> Message:
    """To a colleague: the owner wants to hand the case over."""
    return Message(
        "case-offered",
        {
            "reference": incident.reference,
            "level": Ref(f"level-{incident.level}"),
            "name": by.name,
            "happened": what(incident),
        },
        column(
            Button("button-accept-case", f"accepts:{incident.id}"),
            Button("button-decline-case", f"declines:{incident.id}"),
        ),
        priority=Priority.ESCALATION,
    )


def not_handed_over(incident: Incident, colleague: Person) -> Message:
    """To the owner: the colleague has not taken over."""
    return Message(
        "case-not-handed-over",
        {"reference": incident.reference, "name": colleague.name},
        column(Button("button-write-on", f"case:{incident.id}")),
    )


def still_yours(incident: Incident) -> Message:
    """To the owner: the case has lain still."""
    return Message(
        "case-still-yours",
        {"reference": incident.reference, "happened": what(incident, 300)},
        column(
            Button("button-still-working", f"working:{incident.id}"),
            Button("button-hand-over", f"handover:{incident.id}"),
            Button("button-close", f"close:{incident.id}"),
        ),
        priority=Priority.REMINDER,
    )


def lies_still(incident: Incident, owner: Person) -> Message:
    """To a leader: the owner was asked about a quiet case and has not answered."""
    return Message(
        "case-lies-still",
        {"reference": incident.reference, "name": owner.name},
        priority=Priority.REMINDER,
    )


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


def said(text: str, place: str, document: str, *, edited: bool) -> str | Ref:
    """What was said, as it stands in a line of the conversation or the timeline."""
    if edited:
        return Ref("said-edited", {"text": text})
    if place:
        latitude, _, longitude = place.partition(",")
        url = f"{_MAP}/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
        return Ref("said-place", {"place": place.replace(",", ", "), "url": url})
    return Ref("said-file", {"text": text}) if document else text


def relayed(
    incident: Incident,
    by: Person,
    what: str | Ref,
    document: str,
    priority: Priority = Priority.REPLY,
) -> Message:
    """One line from the other side of a case."""
    buttons = [Button("button-answer", f"case:{incident.id}", params={"name": by.name})]
    return Message(
        "case-line",
        {"reference": incident.reference, "name": by.name, "text": what},
        column(*buttons),
        priority=priority,
        document=document,
    )


def read_along(
    incident: Incident,
    by: Person,
    to: Person | None,
    what: str | Ref,
    document: str,
    priority: Priority,
) -> Message:
    """The same line for somebody who reads along: marked, and with the way out."""
    return Message(
        "case-line-along",
        {
            "reference": incident.reference,
            "name": by.name,
            "to": to.name if to else Ref("nobody-yet"),
            "text": what,
        },
        column(
            Button("button-note", f"note:{incident.id}"),
            Button("button-read-no-more", f"unread:{incident.id}"),
        ),
        priority=priority,
        document=document,
    )


def undelivered(incident: Incident, row_id: int | None, *, by_reporter: bool) -> Message:
    """To the writer of a line that cannot be delivered: what to do now."""
    key = "line-lost-employer" if by_reporter else "line-lost-staff"
    buttons = [Button("button-view", f"view:{incident.id}")]
    if row_id is not None:
        buttons.insert(0, Button("button-send-again", f"again:{row_id}"))
    return Message(
        key, {"reference": incident.reference}, column(*buttons), priority=Priority.ESCALATION
    )
