"""What reviewers do with a case: note, ask, link, take words out, mark as reviewed."""

from collections.abc import Sequence
from datetime import datetime

from domain.errors import HotlineError, NotFound
from domain.incidents import Happening, spoken_reference
from domain.messages import Button, Message, column
from models.database import Session
from models.incidents import Incident, IncidentEvent, incident_by_reference, timeline
from models.people import Person
from models.program import write_fact
from models.redaction import redact as take_out
from models.search import forget_cases, index_cases
from services.audit import note_act
from services.incidents import find_case, note
from services.logbook import TAKEN_OUT, seen
from services.messages import tell
from services.notes import write_note
from services.signin import reviewers_only, staff_only

LONGEST = 2000
SHORTEST_PASSAGE = 2


class NothingWritten(HotlineError):
    """A note, a question or a passage has words."""

    key = "reviewing-nothing-written"


class NobodyToAsk(HotlineError):
    """The case is nobody's yet."""

    key = "reviewing-nobody-to-ask"


class NoSuchCase(HotlineError):
    """What was given as the reference of another case is none."""

    key = "reviewing-no-such-case"


class PassageNotFound(HotlineError):
    """The passage stands nowhere in the case."""

    key = "reviewing-passage-not-found"


async def add_note(session: Session, now: datetime, by: Person, case_id: int, text: str) -> None:
    """A note that only the staff see; whoever has the case hears of it."""
    await write_note(session, now, by, case_id, _written(text))


async def ask_specialist(
    session: Session, now: datetime, by: Person, case_id: int, text: str
) -> None:
    """A question to whoever has the case: it arrives in their chat, and the answer comes here."""
    reviewers_only(by)
    incident = await find_case(session, by, case_id)
    question = _written(text)
    owner = await session.get(Person, incident.owner_id) if incident.owner_id else None
    if owner is None:
        raise NobodyToAsk()
    message = Message(
        "reviewer-asks",
        {"reference": incident.reference, "name": by.name, "text": question},
        column(Button("button-answer-reviewer", f"reviewer:{incident.id}")),
    )
    note(session, now, incident, Happening.QUESTION, by, question)
    await tell(session, now, owner, message, incident_id=incident.id)


async def answer_reviewer(
    session: Session, now: datetime, by: Person, case_id: int, text: str
) -> Incident:
    """The answer to the last question goes into the timeline, and to whoever asked."""
    staff_only(by)
    incident = await find_case(session, by, case_id)
    answer = _written(text)
    events = await timeline(session, case_id)
    asked = [event for event, _ in events if event.kind is Happening.QUESTION]
    if not asked:
        raise NotFound()
    note(session, now, incident, Happening.ANSWER, by, answer)
    reviewer = await session.get_one(Person, asked[-1].actor_id)
    message = Message(
        "reviewer-answered", {"reference": incident.reference, "name": by.name, "text": answer}
    )
    await tell(session, now, reviewer, message, incident_id=incident.id)
    return incident


async def link_cases(
    session: Session, now: datetime, by: Person, case_id: int, other: str, *, linked: bool = True
) -> None:
    """Two cases belong together, or do so no longer; both timelines say so."""
    staff_only(by)
    incident = await find_case(session, by, case_id)
    named = spoken_reference(other, now.year)
    found = await incident_by_reference(session, *named) if named else None
    if found is None or found.id == incident.id:
        raise NoSuchCase()
    there = found.reference in linked_to(await timeline(session, case_id))
    if there != linked:
        kind = Happening.LINKED if linked else Happening.UNLINKED
        note(session, now, incident, kind, by, found.reference)
        note(session, now, found, kind, by, incident.reference)


def linked_to(events: Sequence[tuple[IncidentEvent, str | None]]) -> list[str]:
    """The references of the cases that a timeline is linked to now."""
    links: dict[str, None] = {}
    for event, _ in events:
        if event.kind is Happening.LINKED:
            links[event.text] = None
        elif event.kind is Happening.UNLINKED:
            links.pop(event.text, None)
    return list(links)


async def redact(session: Session, now: datetime, by: Person, case_id: int, passage: str) -> None:
    """Take a passage, such as a name, out of everything about the case, for good. What it was is
    written down nowhere; that it was done is."""
    reviewers_only(by)
    incident = await find_case(session, by, case_id)
    passage = passage.strip()
    if len(passage) < SHORTEST_PASSAGE:
        raise NothingWritten()
    known = await seen(session)
    await forget_cases(session, [case_id], known)
    if not await take_out(session, incident, passage):
        raise PassageNotFound()
    await session.flush()
    await index_cases(session, [case_id], known)
    note(session, now, incident, Happening.REDACTED, by)
    note_act(session, now, by, "redacted", incident.reference)
    await write_fact(session, TAKEN_OUT, now.isoformat())


def _written(text: str) -> str:
    words = text.strip()[:LONGEST]
    if not words:
        raise NothingWritten()
    return words
