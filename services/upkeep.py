"""Tells the specialists what only a person can mend."""

from datetime import datetime

from domain.messages import Message, Priority
from domain.people import Role
from models.database import Session
from models.people import people_in_role
from services.messages import tell


async def tell_of_broken_knowledge(session: Session, now: datetime, problem: str) -> None:
    """A change in the knowledge folder cannot be used: which file, where, and what is expected."""
    message = Message("knowledge-broken", {"problem": problem}, priority=Priority.REMINDER)
    for specialist in await people_in_role(session, Role.SPECIALIST):
        await tell(session, now, specialist, message)
