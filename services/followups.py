"""Asks how it goes when it is due, takes the answer, and hands silence to a specialist.

Nothing is asked after a case has come back, a placement has ended or somebody has left; nothing
outside duty hours; and nobody is written to about follow-ups more than once a day.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.errors import HotlineError, NotAllowed, NotFound
from domain.followups import (
    ALIVE,
    ASKS,
    Answer,
    FollowUpStatus,
    Source,
    To,
    due_at,
    next_day,
    repeat_at,
)
from domain.incidents import Status
from domain.messages import Ref
from domain.office import Office
from domain.people import Role
from domain.placements import PlacementStatus
from domain.triage import Level
from domain.working_time import WorkingTime, danish_day
from models.companies import Company
from models.database import Session
from models.followups import (
    FollowUp,
    FollowUpPlan,
    alive_of,
    asked_and_open,
    due_follow_ups,
    last_asked,
    open_follow_ups,
    plan_of,
)
from models.incidents import Incident
from models.people import Person, chat_of, go, people_at, people_in_role
from models.placements import Placement, next_steps
from services import follow_up_notices as notices
from services.audit import note_act
from services.duty import office_time, specialists_on_duty, working_times
from services.escalations import Called, ask_specialist
from services.incidents import log_incident, reopen
from services.messages import tell
from services.signin import staff_only

SWEEP_LIMIT = 200
MOST_TASKS = 200
SHOWN_TASKS = 30
STILL_ASKED = timedelta(days=14)
LONGEST = 300  # characters of a question
LATEST_SNOOZE = 60
"""Days ahead that a question may be put off."""

FLOW = "follow-up"
"""The conversation in which a sentence is the answer to a question."""


class FollowUpOver(HotlineError):
    """Answered already, or about a placement that has ended."""

    key = "error-follow-up-over"


@dataclass(frozen=True)
class Worse:
    """The case that a worse answer has opened, and who could be told of it."""

    incident: Incident
    called: Called


class PastDay(HotlineError):
    """A follow-up cannot be planned for a day that is past."""

    key = "error-follow-up-past"


class NoStart(HotlineError):
    """Without a first day, a placement has no plan to add to."""

    key = "error-follow-up-no-start"


class NotThatDay(HotlineError):
    """A question can be put off to a day between tomorrow and two months ahead."""

    key = "error-follow-up-day"


async def ask_due(session: Session, now: datetime, office: Office) -> int:
    """Do what is due about follow-ups: ask, ask again, or make it a task. Return how many."""
    due = await due_follow_ups(session, now, SWEEP_LIMIT)
    if not due:
        return 0
    duty = await office_time(session, now, office)
    if not duty.is_working(now):
        return 0
    to_ask: dict[int, list[FollowUp]] = {}
    for row in due:
        session.add(row)
        if not await _still_wanted(session, row):
            _end(row, now, FollowUpStatus.CANCELLED)
        elif row.to == To.SPECIALIST or row.asks >= ASKS:
            await _make_task(session, now, office, row)
        elif receiver := await _receiver(session, row):
            row.receiver_id = receiver.id
            to_ask.setdefault(receiver.id or 0, []).append(row)
        else:
            await _make_task(session, now, office, row)
    today = danish_day(now)
    lately = await last_asked(session, list(to_ask))
    for person_id, rows in to_ask.items():
        if person_id in lately and danish_day(lately[person_id]) == today:
            _put_off(rows, next_day(now, duty))
        else:
            await _ask(session, now, duty, person_id, rows)
    return len(due)


async def _still_wanted(session: Session, row: FollowUp) -> bool:
    """Whether what it is about goes on: the placement runs (or is over without a next step, for a
    specialist's task after the end), and the case has not come back."""
    plan = await session.get_one(FollowUpPlan, row.plan_id)
    if plan.source == Source.INCIDENT:
        incident = await session.get(Incident, plan.source_id)
        if incident is None or incident.status is not Status.CLOSED:
            return False
    if plan.placement_id is None:
        return True
    placement = await session.get(Placement, plan.placement_id)
    if placement is None:
        return False
    if placement.status is not PlacementStatus.ENDED:
        return True
    after_the_end = row.to == To.SPECIALIST and plan.source == Source.PLACEMENT
    return after_the_end and not await next_steps(session, plan.placement_id)


async def _receiver(session: Session, row: FollowUp) -> Person | None:
    """Who is asked: the one it was settled on, else the contact at the company, the mentor, or
    whoever else belongs there and can be reached."""
    plan = await session.get_one(FollowUpPlan, row.plan_id)
    placement = await session.get(Placement, plan.placement_id) if plan.placement_id else None
    ids = [plan.receiver_id or row.receiver_id]
    ids += [placement.contact_id, placement.mentor_id] if placement else []
    people = [await session.get(Person, person_id) for person_id in ids if person_id]
    if plan.company_id:
        people += await people_at(session, [plan.company_id])
    for person in people:
        if person and person.active and person.role is Role.EMPLOYER and person.consented_at:
            chat = await chat_of(session, person.id or 0)
            if chat and chat.reachable:
                return person
    return None


def _put_off(rows: Sequence[FollowUp], until: datetime) -> None:
    for row in rows:
        row.next_action_at = until


async def _ask(
    session: Session, now: datetime, duty: WorkingTime, person_id: int, rows: list[FollowUp]
) -> None:
    """One message for all: the first question, and how many there are."""
    person = await session.get_one(Person, person_id)
    rows.sort(key=lambda row: (row.due_at, row.id or 0))
    for row in rows:
        row.status, row.asked_at = FollowUpStatus.ASKED, now
        row.asks += 1
        row.next_action_at = repeat_at(now, duty)
    await put(session, now, person, rows[0], count=len(rows))


async def put(
    session: Session, now: datetime, person: Person, row: FollowUp, *, count: int = 1
) -> None:
    """Put one question to somebody; who is in the middle of nothing may answer in a sentence."""
    about = await describe(session, row)
    await tell(session, now, person, notices.question(row, about, count))
    chat = await chat_of(session, person.id or 0)
    if chat and chat.flow in ("", FLOW):
        go(session, chat, FLOW, answers={"follow_up": row.id})


async def describe(session: Session, row: FollowUp) -> notices.About:
    """What a follow-up is about, for whoever reads it."""
    plan = await session.get_one(FollowUpPlan, row.plan_id)
    incident = (
        await session.get(Incident, plan.source_id) if plan.source == Source.INCIDENT else None
    )
    placement = await session.get(Placement, plan.placement_id) if plan.placement_id else None
    company = await session.get(Company, plan.company_id) if plan.company_id else None
    references = [
        placement.reference if placement else "",
        incident.reference if incident else "",
    ]
    return notices.About(
        plan=plan.plan,
        subject=" · ".join(filter(None, references)) or (company.name if company else ""),
        company=company.name if company else "",
    )


async def _make_task(session: Session, now: datetime, office: Office, row: FollowUp) -> None:
    """A specialist must act: the placement's own if at work, else those on duty, else all."""
    row.status, row.next_action_at = FollowUpStatus.TASK, None
    plan = await session.get_one(FollowUpPlan, row.plan_id)
    placement = await session.get(Placement, plan.placement_id) if plan.placement_id else None
    own_id = placement.specialist_id if placement else None
    own = await session.get(Person, own_id) if own_id else None
    row.owner_id = own.id if own and own.active else None
    receiver = await session.get(Person, row.receiver_id) if row.receiver_id else None
    message = notices.task(row, await describe(session, row), receiver)
    for specialist in await _who_can(session, now, office, own):
        await tell(session, now, specialist, message)


async def _who_can(
    session: Session, now: datetime, office: Office, own: Person | None
) -> Sequence[Person]:
    if own and own.active:
        times = await working_times(session, now, office, [own])
        if times[own.id or 0].is_working(now):
            return [own]
    on_duty = await specialists_on_duty(session, now, office)
    return on_duty or await people_in_role(session, Role.SPECIALIST)


def _end(row: FollowUp, now: datetime, status: FollowUpStatus) -> None:
    row.status, row.over_at, row.next_action_at = status, now, None


async def find_question(session: Session, by: Person, follow_up_id: int) -> FollowUp:
    """A question that was put to this person and still waits.

    Raises NotFound for somebody else's, FollowUpOver when it is answered or its placement ended.
    """
    row = await session.get(FollowUp, follow_up_id)
    if row is None or row.receiver_id != by.id or row.asked_at is None:
        raise NotFound()
    if row.status not in ALIVE or not await _still_wanted(session, row):
        raise FollowUpOver()
    return row


async def answer(
    session: Session,
    now: datetime,
    by: Person,
    office: Office,
    follow_up_id: int,
    answered: Answer,
    level: Level = Level.NORMAL,
) -> Worse | None:
    """Take the answer. `worse` opens the case again, or a new one, and calls the specialists at
    once."""
    row = await find_question(session, by, follow_up_id)
    was_task = row.status == FollowUpStatus.TASK
    _end(row, now, FollowUpStatus.ANSWERED)
    row.answer = answered
    session.add(row)
    worse = None
    if answered is Answer.WORSE:
        worse = await _call(session, now, by, office, row, level)
        row.incident_id = worse.incident.id
    if was_task and row.owner_id:
        owner = await session.get_one(Person, row.owner_id)
        await tell(session, now, owner, notices.settled(row, await describe(session, row), by))
    return worse


async def _call(
    session: Session, now: datetime, by: Person, office: Office, row: FollowUp, level: Level
) -> Worse:
    plan = await session.get_one(FollowUpPlan, row.plan_id)
    question = (await describe(session, row)).text_of(row)
    happened = row.words
    if plan.source == Source.INCIDENT:
        incident = await session.get_one(Incident, plan.source_id)
        await reopen(session, now, by, incident, happened)
    else:
        incident = await log_incident(session, now, by, happened, level=level)
        incident.placement_id = plan.placement_id
    incident.follow_up = question.key if isinstance(question, Ref) else str(question)
    return Worse(incident, await ask_specialist(session, now, by, incident, office))


async def add_words(session: Session, by: Person, follow_up_id: int, text: str) -> FollowUp:
    """Keep a sentence with a question that waits for its answer."""
    row = await find_question(session, by, follow_up_id)
    row.words = f"{row.words}\n{text}".strip()[:4000]
    session.add(row)
    return row


async def snooze(
    session: Session, now: datetime, office: Office, by: Person, follow_up_id: int, on: date
) -> datetime:
    """Ask again on this day, or the next working day; return when. Raises NotThatDay."""
    row = await find_question(session, by, follow_up_id)
    if not 0 < (on - danish_day(now)).days <= LATEST_SNOOZE:
        raise NotThatDay()
    until = due_at(on, await office_time(session, now, office))
    row.status, row.due_at, row.next_action_at = FollowUpStatus.PLANNED, until, until
    row.asks = max(0, row.asks - 1)
    session.add(row)
    return until


async def next_question(session: Session, now: datetime, by: Person) -> FollowUp | None:
    """What else was asked and has no answer yet."""
    assert by.id is not None
    waiting = await asked_and_open(session, by.id, now - STILL_ASKED)
    return waiting[0] if waiting else None


async def drop_words(session: Session, by: Person, follow_up_id: int) -> None:
    """What was kept with a question was no answer to it."""
    row = await find_question(session, by, follow_up_id)
    row.words = ""
    session.add(row)


async def next_due(session: Session, placement: Placement) -> datetime | None:
    """When somebody at the company is next asked about this placement."""
    plan = await plan_of(session, Source.PLACEMENT, placement.id or 0)
    rows = await alive_of(session, plan.id or 0) if plan else []
    planned = [row.due_at for row in rows if row.status == FollowUpStatus.PLANNED]
    return min(planned, default=None)


async def tasks(session: Session, by: Person) -> list[FollowUp]:
    """What waits for this specialist, and what waits for nobody in particular."""
    if not by.role.is_staff:
        raise NotAllowed()
    waiting = await open_follow_ups(session, FollowUpStatus.TASK, MOST_TASKS)
    return [row for row, _plan in waiting if row.owner_id in (None, by.id)][:SHOWN_TASKS]


async def find_task(session: Session, by: Person, follow_up_id: int) -> FollowUp:
    """A task that waits. Raises NotAllowed, NotFound or FollowUpOver."""
    if not by.role.is_staff:
        raise NotAllowed()
    row = await session.get(FollowUp, follow_up_id)
    if row is None:
        raise NotFound()
    if row.status != FollowUpStatus.TASK:
        raise FollowUpOver()
    return row


async def add_by_hand(
    session: Session,
    now: datetime,
    office: Office,
    by: Person,
    placement: Placement,
    on: date,
    question: str,
    to: To,
) -> None:
    """One more follow-up for a placement, on this day or the next working day."""
    staff_only(by)
    if placement.status is PlacementStatus.ENDED or not question.strip():
        raise FollowUpOver()
    if on < danish_day(now):
        raise PastDay()
    plan = await plan_of(session, Source.PLACEMENT, placement.id or 0)
    if plan is None:
        raise NoStart()
    due = due_at(on, await office_time(session, now, office))
    session.add(
        FollowUp(
            plan_id=plan.id or 0,
            item=f"hand-{secrets.token_hex(4)}",
            planned_for=due,
            due_at=due,
            next_action_at=due,
            to=to,
            by_hand=True,
            question=question.strip()[:LONGEST],
        )
    )
    note_act(session, now, by, "added follow-up", placement.reference)


async def move(
    session: Session, now: datetime, office: Office, by: Person, follow_up_id: int, on: date
) -> None:
    """Ask about it on another day. Making the plan again leaves it there."""
    row = await _planned(session, by, follow_up_id)
    if on < danish_day(now):
        raise PastDay()
    due = due_at(on, await office_time(session, now, office))
    row.due_at = row.next_action_at = due
    row.by_hand = True
    session.add(row)
    note_act(session, now, by, "moved follow-up", f"follow-up {row.id}")


async def drop(session: Session, now: datetime, by: Person, follow_up_id: int) -> None:
    """Leave it out. Making the plan again does not bring it back."""
    row = await _planned(session, by, follow_up_id)
    _end(row, now, FollowUpStatus.DROPPED)
    row.by_hand = True
    session.add(row)
    note_act(session, now, by, "dropped follow-up", f"follow-up {row.id}")


async def _planned(session: Session, by: Person, follow_up_id: int) -> FollowUp:
    """A follow-up that has not been asked yet, for the staff."""
    staff_only(by)
    row = await session.get(FollowUp, follow_up_id)
    if row is None:
        raise NotFound()
    if row.status != FollowUpStatus.PLANNED:
        raise FollowUpOver()
    return row


async def finish_task(session: Session, now: datetime, by: Person, follow_up_id: int) -> FollowUp:
    """One of the staff has done what the task asked for."""
    row = await find_task(session, by, follow_up_id)
    _end(row, now, FollowUpStatus.DONE)
    row.owner_id = by.id
    session.add(row)
    return row
