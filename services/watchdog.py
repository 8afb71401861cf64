"""Finds what stands still: cases without a next step, messages that do not leave, late ticks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.messages import Message, Param, Priority, Ref
from models.database import Session
from models.escalations import stuck_cases
from models.inbox import waiting_since
from models.outbox import unsent_since
from models.people import Chat, all_chats_of, leaders
from models.program import ALIVE, read_fact
from services.messages import queue
from services.phrases import Phrases
from services.webchat import add_line

LATE = timedelta(minutes=1)
"""A case, an update or a tick that is so late has been forgotten."""

UNSENT = {
    Priority.EMERGENCY: timedelta(minutes=1),
    Priority.ESCALATION: timedelta(minutes=2),
    Priority.REPLY: timedelta(minutes=5),
    Priority.REMINDER: timedelta(hours=1),
    Priority.BULK: timedelta(hours=6),
}
"""How old a message may be that has not left."""


class Kind(StrEnum):
    """What stands still."""

    CASE = "case"
    MESSAGE = "message"
    UPDATE = "update"
    TICKS = "ticks"
    PART = "part"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that stands still; `name` is a reference, a priority or a part."""

    kind: Kind
    name: str = ""

    @property
    def line(self) -> str:
        """For the log and for `/readyz`."""
        return f"{self.kind} {self.name}".strip()


async def inspect(session: Session, now: datetime) -> set[Finding]:
    """Everything in the database that stands still."""
    found = {Finding(Kind.CASE, one.reference) for one in await stuck_cases(session, now - LATE)}
    for priority, limit in UNSENT.items():
        if await unsent_since(session, priority, now - limit):
            found.add(Finding(Kind.MESSAGE, priority.name.lower()))
    if await waiting_since(session, now - LATE):
        found.add(Finding(Kind.UPDATE))
    alive = await read_fact(session, ALIVE)
    if alive and datetime.fromisoformat(alive) < now - LATE:
        found.add(Finding(Kind.TICKS))
    return found


async def alarm(
    session: Session,
    now: datetime,
    findings: list[Finding],
    phrases: Phrases,
    *,
    queued: bool,
) -> list[tuple[Chat, str]]:
    """Tell the leaders in every chat they have: through the outbox, or where that does not move,
    in the words returned; a web chat gets its line at once."""
    doors = []
    for leader in await leaders(session):
        for chat in await all_chats_of(session, leader.id or 0):
            for finding in findings:
                params: dict[str, Param] = {
                    "kind": Ref(f"watchdog-{finding.kind}"),
                    "name": finding.name,
                }
                message = Message("watchdog-alarm", params, priority=Priority.EMERGENCY)
                if queued:
                    queue(session, now, chat.key, message)
                    continue
                text = phrases.say(leader.language, message.key, message.params)
                add_line(session, now, chat.key, {"from": "hotline", "text": text, "buttons": []})
                doors.append((chat, text))
    return doors
