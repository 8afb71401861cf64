"""Calls specialists to a case, step by step, until one of them takes it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

import locales
from domain.errors import AlreadyClosed, NotFound
from domain.escalation import Action, Decision, Hears, Policy, Standing, decide
from domain.incidents import Happening, Status
from domain.messages import Message, Param
from domain.office import Office
from domain.triage import Level
from models.database import Session, write_now
from models.escalations import (
    EscalationStep,
    add_step,
    drop_pending,
    ids,
    next_step_number,
    pending_step,
    stored,
)
from models.incidents import Incident
from models.people import Person
from models.visits import Promise
from services import notices
from services.bundles import Bundles
from services.incidents import note
from services.promises import no_longer_needed, promise_for_case
from services.roster import Staff, staff_now


@dataclass(frozen=True)
class Called:
    """Whether somebody was told, and the honest truth for the employer."""

    told: bool
    message: Message
    promise: Promise | None = None


async def ask_specialist(
    session: Session, now: datetime, by: Person, incident: Incident, office: Office
) -> Called:
    """Call a specialist to the case. Asking again for a case that waits changes nothing."""
    if incident.reporter_id != by.id:
        raise NotFound()
    if incident.status is Status.CLOSED:
        raise AlreadyClosed(reference=incident.reference)
    if incident.status is Status.TAKEN:
        owner = await session.get_one(Person, incident.owner_id)
        return Called(True, notices.taken(incident, owner))
    if incident.wants_specialist:
        return Called(True, Message("escalation-waits-already", {"reference": incident.reference}))
    incident.wants_specialist = True
    incident.asked_at = now
    note(session, now, incident, Happening.ASKED_SPECIALIST, by)
    called = await begin(session, now, incident, await staff_now(session, now, office), office)
    if incident.level is not Level.URGENT:
        return called
    return replace(called, promise=await promise_for_case(session, now, office, incident, by))


async def begin(
    session: Session,
    now: datetime,
    incident: Incident,
    staff: Staff,
    office: Office,
    *,
    passed: Collection[int] = (),
) -> Called:
    """Take the first step at once, without those who have said "not me"."""
    assert incident.id is not None
    await drop_pending(session, incident.id)
    step = EscalationStep(
        incident_id=incident.id,
        number=await next_step_number(session, incident.id),
        action=Action.TELL,
        passed=stored(passed),
        due_at=now,
        done_at=now,
    )
    session.add(step)
    bundles = Bundles()
    message = await take_step(session, now, staff, office.escalation, incident, step, bundles)
    bundles.send(session, now, staff.chats)
    await write_now(session, EscalationStep)  # the case may be taken in this transaction
    assert message is not None
    return Called(step.told != "[]", message)


async def take_step(
    session: Session,
    now: datetime,
    staff: Staff,
    policy: Policy,
    incident: Incident,
    step: EscalationStep,
    bundles: Bundles,
) -> Message | None:
    """Decide and do one step; what the employer is to hear about it."""
    standing = Standing(incident.level, step.step, ids(step.before), ids(step.passed), step.repeats)
    decision = decide(policy, staff.roster, standing)
    reporter = await session.get_one(Person, incident.reporter_id)
    for person_id in decision.told:
        notice = await notices.case_notice(
            session,
            incident,
            reporter,
            again=person_id in standing.told,
            nobody=bool(standing.told) and person_id not in standing.told,
        )
        bundles.add(person_id, incident, notice)
    if decision.told:
        kind = Happening.REMINDED if standing.told else Happening.TOLD
        note(session, now, incident, kind, text=", ".join(staff.names(decision.told)))
    _plan_next(session, policy, incident, step, decision)
    return _for_employer(staff, incident, reporter, decision)


def _plan_next(
    session: Session, policy: Policy, incident: Incident, step: EscalationStep, decision: Decision
) -> None:
    last = len(policy.steps(incident.level)) - 1
    told = bool(decision.told)
    repeated = step.step == decision.step == last and step.before != "[]"
    add_step(
        session,
        incident_id=step.incident_id,
        number=step.number + 1,
        action=Action.TELL,
        step=min(decision.step + 1, last) if told else decision.step,
        repeats=step.repeats + 1 if repeated or not told else int(decision.step == last),
        before=stored({*ids(step.before), *decision.told}),
        passed=step.passed if told else "[]",
        due_at=decision.due,
    )
    step.step, step.told = decision.step, stored(decision.told)
    incident.next_action_at = decision.due
    session.add_all([step, incident])


def _for_employer(
    staff: Staff, incident: Incident, reporter: Person, decision: Decision
) -> Message | None:
    if decision.hears is Hears.NOTHING:
        return None
    if decision.hears is Hears.PHONE:
        return Message(
            "case-still-waiting",
            {"reference": incident.reference},
            priority=notices.PRIORITY[incident.level],
        )
    key = f"escalation-{decision.hears}"
    params: dict[str, Param] = {"reference": incident.reference}
    names = locales.listed(reporter.language, staff.names(decision.told))
    if decision.expected and decision.hears in (Hears.WAITS, Hears.LEADER):
        person_id, when = decision.expected
        key = f"{key}-until"
        params |= {"name": staff.people[person_id].name, "when": when}
    priority = notices.PRIORITY[incident.level]
    return Message(key, params | {"names": names}, priority=priority)


async def not_urgent(
    session: Session, now: datetime, by: Person, incident: Incident, office: Office
) -> None:
    """The employer says that it does not hurry after all: an open case becomes a normal one."""
    if incident.reporter_id != by.id:
        raise NotFound()
    if incident.status is not Status.OPEN:
        return
    incident.level = Level.NORMAL
    session.add(incident)
    note(session, now, incident, Happening.NOT_URGENT, by)
    await no_longer_needed(session, now, incident)
    step = await pending_step(session, incident.id or 0)
    if step:
        staff = await staff_now(session, now, office)
        minutes = office.escalation.normal[0].minutes
        told = [one for known in ids(step.before) if (one := staff.colleague(known))]
        step.step = min(step.step, len(office.escalation.normal) - 1)
        hurry(session, incident, step, staff.roster.worked(minutes, told))


def hurry(session: Session, incident: Incident, step: EscalationStep, due: datetime) -> None:
    """The next step is due at another time than was planned."""
    step.due_at = incident.next_action_at = due
    session.add_all([step, incident])


async def plan(session: Session, incident: Incident, action: Action, due: datetime) -> None:
    """This is due next for the case, and nothing else."""
    assert incident.id is not None
    await drop_pending(session, incident.id)
    session.add(
        EscalationStep(
            incident_id=incident.id,
            number=await next_step_number(session, incident.id),
            action=action,
            due_at=due,
        )
    )
    incident.next_action_at = due
    session.add(incident)
