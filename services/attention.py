"""Gathers what needs a person today. Each part of the hotline adds a finder of its own."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from domain.attention import Need, Pressing
from domain.messages import NearDay, Param, Ref
from domain.triage import Level
from models.database import Session
from models.inbox import failed_updates
from models.incidents import unanswered_incidents
from models.outbox import failed_messages
from models.people import Person, load_chats
from models.visits import unbooked_promises
from services.coverage import day_list, known_gaps
from services.signin import staff_only

Finder = Callable[[Session, datetime], Awaitable[Sequence[Need]]]

LIMIT = 50
"""Unanswered cases that are named one by one."""

_PRESSING = {
    Level.EMERGENCY: Pressing.NOW,
    Level.URGENT: Pressing.NOW,
    Level.NORMAL: Pressing.TODAY,
}


async def needs(session: Session, now: datetime, by: Person | None) -> list[Need]:
    """Everything that waits for a person, the most pressing and then the longest waiting first."""
    staff_only(by)
    found = [need for find in FINDERS for need in await find(session, now)]
    return sorted(found, key=lambda need: (need.pressing, need.since))


async def _unanswered(session: Session, _now: datetime) -> list[Need]:
    return [
        Need(
            "need-unanswered",
            {
                "reference": incident.reference,
                "level": Ref(f"web-level-{incident.level}"),
                "company": company.name if company else "none",
                "at": incident.created_at,
            },
            f"incidents/{incident.id}",
            _PRESSING[incident.level],
            incident.created_at,
        )
        for incident, company in await unanswered_incidents(session, LIMIT)
    ]


async def _undelivered(session: Session, _now: datetime) -> list[Need]:
    rows = await failed_messages(session)
    names = await _names(session, {row.chat_key for row in rows})
    return [
        Need(
            "need-undelivered",
            {"who": names.get(row.chat_key, Ref("need-unknown")), "at": row.created_at},
            f"incidents/{row.incident_id}" if row.incident_id else "people",
            Pressing.TODAY,
            row.created_at,
        )
        for row in rows
    ]


async def _set_aside(session: Session, _now: datetime) -> list[Need]:
    rows = await failed_updates(session)
    names = await _names(session, {row.chat_key for row in rows})
    return [
        Need(
            "need-set-aside",
            {
                "who": names.get(row.chat_key, Ref("need-unknown")),
                "at": row.received_at,
                "reference": row.failure or Ref("need-no-reference"),
            },
            "people",
            Pressing.TODAY,
            row.received_at,
        )
        for row in rows
    ]


async def _names(session: Session, keys: set[str]) -> dict[str, str]:
    """The names behind chats."""
    chats = await load_chats(session, keys)
    return {key: person.name for key, (_chat, person) in chats.items() if person}


async def _uncovered(session: Session, now: datetime) -> list[Need]:
    days = await known_gaps(session)
    if not days:
        return []
    params: dict[str, Param] = {"count": len(days), "days": day_list(days)}
    return [Need("need-uncovered", params, "duty", Pressing.TODAY, now)]


async def _at_risk(session: Session, _now: datetime) -> list[Need]:
    return [
        Need(
            "need-promise",
            {
                "company": company.name if company else Ref("need-unknown-company"),
                "day": NearDay(promise.latest_day),
            },
            f"visits/plan?subject=p{promise.id}",
            Pressing.TODAY,
            promise.asked_at,
        )
        for promise, company in await unbooked_promises(session, LIMIT)
    ]


FINDERS: tuple[Finder, ...] = (_unanswered, _at_risk, _undelivered, _set_aside, _uncovered)
