"""Visits from both sides: ask, see the times, book, move, cancel."""

from dataclasses import replace

from telegram import Update

from domain.messages import Button, Message, column
from domain.people import Role
from domain.visits import How
from handlers import visit_details, visit_week
from handlers.turn import MENU, Turn, pressed, pressed_id
from models.visits import Visit
from services import promises, visit_times, visits
from services.calendars import enclose
from services.visit_notices import buttons_of, facts, specialists_of
from services.visit_offers import PROMISED, offer, slot_of
from services.visit_times import Plan


async def show(update: Update, turn: Turn) -> None:
    """`/visits`: an employer's own, or the week of all specialists."""
    if turn.person.role.is_staff:
        await visit_week.show(update, turn)
        return
    coming = await visits.coming_visits(turn.session, turn.now, turn.person)
    buttons = [
        Button("button-visit-open", f"visit:{visit.id}", params={"when": visit.starts_at})
        for visit in coming
    ]
    ask = Button("button-visit-ask", "visitask")
    turn.say("visits-yours", column(*buttons, ask, MENU), count=len(coming))


async def ask(_update: Update, turn: Turn) -> None:
    """The employer wants a visit: the promise and the times at once."""
    if turn.person.role is not Role.EMPLOYER:
        turn.say("visits-whom", await _employers(turn))
        return
    turn.go("")
    plan, times = await promises.ask_for_visit(
        turn.session, turn.now, turn.office, turn.person, How()
    )
    turn.send(offer(plan, times))


async def _employers(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    found = await visits.whom_to_visit(turn.session, turn.person)
    return column(
        *(
            Button(
                "button-visit-whom",
                f"visittimes:e{employer.id}:w:0",
                params={"name": employer.name, "company": company.name},
            )
            for employer, company in found
        ),
        MENU,
    )


async def show_times(update: Update, turn: Turn) -> None:
    """Other times: by phone or video, with both specialists, or on later days."""
    _, subject, code, page = (*pressed(update), "", "", "")[:4]
    plan = await visit_times.plan_for(turn.session, turn.person, subject, How.of(code))
    await _offer(turn, plan, int(page) if page.isdecimal() and len(page) < 4 else 0)


async def _offer(turn: Turn, plan: Plan, page: int = 0, key: str = PROMISED) -> None:
    times = await promises.times_for(turn.session, turn.now, turn.office, plan, page)
    message = offer(plan, times, key, page)
    if turn.person.role.is_staff and times.slots and not plan.moved:
        let = Button("button-visit-let", f"visitlet:{plan.subject}:{plan.how.code}")
        rows = (*message.buttons[:-1], (let,), *message.buttons[-1:])
        message = Message(message.key, message.params, rows, message.priority)
    turn.send(message)


async def let_choose(update: Update, turn: Turn) -> None:
    """The specialist lets the employer choose among the times."""
    _, subject, code = (*pressed(update), "", "")[:3]
    plan = await visit_times.plan_for(turn.session, turn.person, subject, How.of(code))
    await visits.propose(turn.session, turn.now, turn.office, turn.person, plan)
    turn.say("visit-sent-times", ((MENU,),), employer=plan.employer.name)


async def book(update: Update, turn: Turn) -> None:
    """A time is tapped: booked or moved; the one who was too late sees fresh times."""
    _, subject, code, person, minute = (*pressed(update), "", "", "", "")[:5]
    plan = await visit_times.plan_for(turn.session, turn.person, subject, How.of(code))
    slot = slot_of(person, minute)
    try:
        if plan.moved:
            visit = await visits.move(turn.session, turn.now, turn.office, turn.person, plan, slot)
        else:
            visit = await visits.book(turn.session, turn.now, turn.office, turn.person, plan, slot)
    except (visits.SlotTaken, visits.VisitInPast):
        await _offer(turn, plan, key="visit-slot-gone")
        return
    await _booked(turn, visit, "visit-you-moved" if plan.moved else "visit-you-booked")


async def overtime(update: Update, turn: Turn) -> None:
    """A specialist works longer for this visit."""
    _, subject, code, person, minute = (*pressed(update), "", "", "", "")[:5]
    plan = await visit_times.plan_for(turn.session, turn.person, subject, How.of(code))
    slot = slot_of(person, minute)
    visit = await visits.work_overtime(turn.session, turn.now, turn.office, turn.person, plan, slot)
    await _booked(turn, visit, "visit-you-booked")


async def _booked(turn: Turn, visit: Visit, key: str) -> None:
    said = await facts(turn.session, visit)
    more = [Button("button-visit-prepare", f"visitprep:{visit.id}")]
    rows = (*buttons_of(visit, turn.person.role), *column(*more))
    if turn.person.role is Role.EMPLOYER and not visit.address:
        visit_details.ask_where(turn, visit)
        key = f"visit-you-booked-{visit.kind}"
    await _send_with_calendar(turn, visit, Message(key, said, rows))


async def _send_with_calendar(turn: Turn, visit: Visit, message: Message) -> None:
    """Whoever comes or waits gets it for their calendar; a colleague who steps in does not."""
    if turn.person.id in (visit.employer_id, *specialists_of(visit)):
        file = await enclose(turn.session, turn.now, visit, turn.person, turn.chat)
        message = replace(message, document=file)
    turn.send(message)


async def open_visit(update: Update, turn: Turn) -> None:
    """One visit: when, who, where, and what can be done with it."""
    visit = await visit_times.find_visit(turn.session, turn.person, pressed_id(update))
    rows = visit_week.buttons_for(visit, turn.person.role, turn.now)
    said = await facts(turn.session, visit)
    turn.say(f"visit-view-{visit.status}", rows, **said)


async def begin_move(update: Update, turn: Turn) -> None:
    """Other times for a visit that is booked."""
    number = pressed_id(update)
    visit = await visit_times.find_visit(turn.session, turn.person, number)
    visits.still_booked(visit, turn.now)
    how = visit_times.how_of(visit, turn.office)
    await _offer(turn, await visit_times.plan_for(turn.session, turn.person, f"v{number}", how))


async def begin_cancel(update: Update, turn: Turn) -> None:
    """Sure? One tap more."""
    visit = await visit_times.find_visit(turn.session, turn.person, pressed_id(update))
    visits.still_booked(visit, turn.now)
    rows = column(
        Button("button-visit-gone", f"visitgone:{visit.id}"),
        Button("button-visit-move", f"visitmove:{visit.id}"),
        Button("button-visit-keep", f"visit:{visit.id}"),
    )
    turn.say("visit-sure", rows, **await facts(turn.session, visit))


async def cancel(update: Update, turn: Turn) -> None:
    """Cancelled, and everybody knows."""
    visit = await visits.cancel(
        turn.session, turn.now, turn.office, turn.person, pressed_id(update)
    )
    rows = column(Button("button-visit-new", f"visitnew:{visit.id}"), MENU)
    message = Message("visit-you-cancelled", await facts(turn.session, visit), rows)
    await _send_with_calendar(turn, visit, message)


async def ask_again(update: Update, turn: Turn) -> None:
    """A new visit in place of one that did not come about."""
    visit = await visit_times.find_visit(turn.session, turn.person, pressed_id(update))
    if turn.person.role is Role.EMPLOYER:
        await ask(update, turn)
        return
    subject, how = f"e{visit.employer_id}", visit_times.how_of(visit, turn.office)
    await _offer(turn, await visit_times.plan_for(turn.session, turn.person, subject, how))
