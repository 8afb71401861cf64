"""The conversation through the hotline: the employer and whoever has the case write to each other,
each by their own door, and nobody sees the other's name there or number."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errors import AlreadyClosed, NotFound, NotTaken, SomebodyElses
from domain.incidents import SAID, Happening, Status, first_reference
from domain.messages import Message, Priority
from domain.relay import Aim, Unclear, aim
from models.database import Session, fetch
from models.escalations import told_people
from models.incidents import Incident, incident_by_reference, last_events, said_as, talks_of
from models.outbox import OutboxRow, OutboxStatus, case_of_message
from models.people import Chat, Person, chat_of, go
from models.readers import readers_of
from services import notices
from services.incidents import find_case, note
from services.messages import queue, tell

WRITING = "case"
"""The flow of a chat in which a case is chosen: what is written goes there."""

DOUBTFUL = "doubtful"
"""Its step after something from another case has come in between."""


@dataclass(frozen=True)
class Line:
    """One line as it was written: words, a file, a place (`latitude,longitude`).

    `source` names the message it came as: the chat's key and the message's number.
    """

    text: str = ""
    document: str = ""
    place: str = ""
    source: str = ""

    @property
    def kind(self) -> Happening:
        """What the timeline calls it."""
        if self.document:
            return Happening.FILE
        return Happening.PLACE if self.place else Happening.MESSAGE


@dataclass(frozen=True)
class Answered:
    """The message that was answered: its number in its door, and the words of one of ours."""

    message_id: int
    said: str


@dataclass(frozen=True)
class Passed:
    """A line that is on its way: in which case, to whom (nobody while nobody has the case), and
    whether they have a chat at all."""

    incident: Incident
    to: Person | None
    queued: bool


def choose(session: Session, chat: Chat, incident: Incident) -> None:
    """From now on, what is written in this chat goes to this case."""
    go(session, chat, WRITING, answers={"incident": incident.id})


async def find_aim(
    session: Session, chat: Chat, by: Person, answered: Answered | None
) -> int | Unclear:
    """The case that is meant by what this person writes now."""
    chosen = json.loads(chat.answers).get("incident") if chat.flow == WRITING else None
    return aim(
        Aim(
            answers=answered is not None,
            answered=await answered_case(session, chat, answered) if answered else None,
            chosen=chosen,
            doubtful=chosen is not None and chat.step == DOUBTFUL,
            open=[talk.id for talk in await talks(session, by) if talk.id is not None],
        )
    )


async def answered_case(session: Session, chat: Chat, answered: Answered) -> int | None:
    """The case of a message that was answered: one of ours, or the writer's own."""
    shown = await case_of_message(session, chat.key, answered.message_id)
    if shown is not None:
        return shown
    own = await said_as(session, f"{chat.key}:{answered.message_id}", SAID)
    if own:
        return own.incident_id
    named = first_reference(answered.said)
    incident = await incident_by_reference(session, *named) if named else None
    return incident.id if incident else None


async def was_written_in(session: Session, incident: Incident) -> bool:
    """Whether its reporter has added something to the case since it was logged."""
    return bool(await last_events(session, incident.id or 0, SAID, 1))


async def talks(session: Session, by: Person) -> Sequence[Incident]:
    """The cases in which what this person writes reaches somebody."""
    return await talks_of(session, by.id or 0)


async def pass_on(
    session: Session,
    now: datetime,
    by: Person,
    incident_id: int,
    line: Line,
    *,
    alarm: bool = False,
) -> Passed:
    """Pass a line on to the other side of a case, and to those who read along.

    Before somebody has the case, what its reporter writes is kept for whoever takes it, and all who
    were told of the case hear it. Raises
    AlreadyClosed, NotTaken, SomebodyElses. `alarm`: it sounds like danger to life.
    """
    incident = await _own_case(session, by, incident_id)
    note(
        session,
        now,
        incident,
        line.kind,
        by,
        line.place or line.text,
        document=line.document,
        source=line.source,
    )
    return await _to_everybody(session, now, by, incident, line, alarm=alarm)


async def correct(session: Session, now: datetime, by: Person, line: Line) -> Passed | None:
    """A message was edited: pass the new words on, marked. Nothing for one that was no line, or
    whose words are the same. Raises as pass_on."""
    event = await said_as(session, line.source, SAID)
    if event is None or event.actor_id != by.id or event.kind is Happening.PLACE:
        return None
    incident = await _own_case(session, by, event.incident_id)
    if event.text == line.text:
        return Passed(incident, None, queued=True)
    note(session, now, incident, Happening.EDITED, by, line.text, source=line.source)
    return await _to_everybody(session, now, by, incident, line, edited=True)


async def _own_case(session: Session, by: Person, incident_id: int) -> Incident:
    """The case, if this person may write in it now."""
    incident = await find_case(session, by, incident_id)
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if by.id in (incident.owner_id, incident.reporter_id):
        return incident
    owner = await session.get(Person, incident.owner_id) if incident.owner_id else None
    if owner is None:
        raise NotTaken(reference=incident.reference)
    raise SomebodyElses(reference=incident.reference, name=owner.name)


async def _to_everybody(
    session: Session,
    now: datetime,
    by: Person,
    incident: Incident,
    line: Line,
    *,
    alarm: bool = False,
    edited: bool = False,
) -> Passed:
    to = await other_side(session, by, incident)
    said = notices.said(line.text, line.place, line.document, edited=edited)
    document = "" if edited else line.document
    priority = Priority.EMERGENCY if alarm else Priority.REPLY
    queued = False
    message = notices.relayed(incident, by, said, document, priority)
    if to is None:
        waiting = await fetch(session, Person, await told_people(session, incident.id or 0))
        for one in waiting.values():
            await _show(session, now, one, message, incident)
    else:
        queued = await _show(session, now, to, message, incident, line.source.rpartition(":")[0])
    for reader in await readers_of(session, incident.id or 0):
        if reader.id not in (by.id, incident.owner_id, incident.reporter_id):
            message = notices.read_along(incident, by, to, said, document, priority)
            await _show(session, now, reader, message, incident)
    return Passed(incident, to, queued)


async def other_side(session: Session, by: Person, incident: Incident) -> Person | None:
    """Whom this person writes with in a case: nobody while nobody has it."""
    if by.id != incident.reporter_id:
        return await session.get(Person, incident.reporter_id)
    return await session.get(Person, incident.owner_id) if incident.owner_id else None


async def _show(
    session: Session,
    now: datetime,
    to: Person,
    message: Message,
    incident: Incident,
    writer_key: str = "",
) -> bool:
    """Queue a line; what its reader writes next is asked about if it could be meant for this case
    or for another."""
    chat = await chat_of(session, to.id or 0)
    if chat and chat.flow == WRITING:
        if json.loads(chat.answers).get("incident") != incident.id:
            chat.step = DOUBTFUL
            session.add(chat)
    elif chat and not chat.flow and await _is_only_talk(session, to, incident):
        choose(session, chat, incident)
    return await tell(session, now, to, message, incident_id=incident.id, writer_key=writer_key)


async def _is_only_talk(session: Session, to: Person, incident: Incident) -> bool:
    """Whether this employer, who does nothing else just now, can only mean this case."""
    return to.id == incident.reporter_id and len(await talks(session, to)) == 1


SLOW = 5
"""Failed attempts (half a minute) after which the writer hears that a line is still on its way."""


async def line_waits(session: Session, now: datetime, row: OutboxRow) -> None:
    """A line could not be sent yet: its writer is told once, and it is tried again."""
    incident = await session.get(Incident, row.incident_id) if row.incident_id else None
    if incident and row.writer_key and row.attempts == SLOW:
        message = Message("line-waits", {"reference": incident.reference})
        queue(session, now, row.writer_key, message, incident_id=incident.id)


async def line_lost(session: Session, now: datetime, row: OutboxRow) -> None:
    """A line cannot be delivered: its writer is told at once, with what to do; so is the log."""
    incident = await session.get(Incident, row.incident_id) if row.incident_id else None
    if incident is None or not row.writer_key:
        return
    writer = await session.get(Chat, row.writer_key)
    note(session, now, incident, Happening.UNDELIVERED)
    by_reporter = writer is not None and writer.person_id == incident.reporter_id
    message = notices.undelivered(incident, row.id, by_reporter=by_reporter)
    queue(session, now, row.writer_key, message, incident_id=incident.id)


async def send_again(
    session: Session, now: datetime, chat: Chat, by: Person, row_id: int
) -> Passed:
    """Try a line again that could not be delivered, where the other side is best reached now.

    Raises NotFound for what is not this writer's, and as pass_on.
    """
    row = await session.get(OutboxRow, row_id)
    if row is None or row.writer_key != chat.key or row.incident_id is None:
        raise NotFound()
    incident = await _own_case(session, by, row.incident_id)
    to = await other_side(session, by, incident)
    best = await chat_of(session, to.id or 0) if to else None
    if best and row.status == OutboxStatus.FAILED:
        row.status, row.attempts, row.not_before = OutboxStatus.QUEUED, 0, None
        row.chat_key, row.created_at = best.key, now
        row.answers, row.settles = "", None
        session.add(row)
    return Passed(incident, to, queued=best is not None)
