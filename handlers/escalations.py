"""Who has a case: not me, hand it over, take over, still working on it."""

from dataclasses import replace

from telegram import Update

from domain.messages import Button, Message, NearDay, Priority, Rows, column
from domain.triage import Level
from handlers import case_view
from handlers.turn import MENU, Turn, pressed, pressed_id
from models.incidents import Incident
from services import handing_over, owning, relay, taking
from services.escalations import Called
from services.relay import WRITING


def announce(turn: Turn, incident: Incident, called: Called, buttons: Rows = ((MENU,),)) -> None:
    """To the employer who needs somebody now: what to do in danger, and the truth about who is
    told."""
    if called.told and incident.level is not Level.NORMAL:
        params = {"reference": incident.reference}
        turn.send(Message(f"alarm-{incident.level}", params, priority=Priority.ESCALATION))
    if called.promise:
        days = {"latest": NearDay(called.promise.latest_day)}
        times = f"visittimes:p{called.promise.id}:w:0"
        buttons = ((Button("button-visit-promised", times, params=days),), *buttons)
    more = Button("button-add", f"case:{incident.id}")
    turn.send(replace(called.message, buttons=((more,), *buttons), priority=Priority.ESCALATION))


async def not_me(update: Update, turn: Turn) -> None:
    """ "Not me": the others are asked."""
    incident = await taking.pass_on(
        turn.session, turn.now, turn.person, pressed_id(update), turn.office
    )
    if turn.chat.flow == WRITING:
        turn.go("")
    turn.say("you-passed-it-on", ((MENU,),), reference=incident.reference)


async def choose_colleague(update: Update, turn: Turn) -> None:
    """Hand over: to whom?"""
    number = pressed_id(update)
    found = await handing_over.colleagues(turn.session, turn.now, turn.person, number, turn.office)
    buttons = [
        Button("button-to-colleague", f"handto:{number}:{one.id}", params={"name": one.name})
        for one in found
    ]
    all_others = Button("button-to-all", f"pass:{number}")
    turn.say(
        "hand-over-to" if found else "hand-over-to-nobody",
        column(*buttons, all_others, Button("button-cancel", "cancel")),
    )


async def hand_over(update: Update, turn: Turn) -> None:
    """The colleague is asked; the case stays until they accept."""
    _, _number, to = (*pressed(update), "", "")[:3]
    to_id = int(to) if to.isdecimal() and len(to) < 19 else 0
    colleague = await handing_over.hand_over(
        turn.session, turn.now, turn.person, pressed_id(update), to_id, turn.office
    )
    turn.say("colleague-asked", ((MENU,),), name=colleague.name)


async def accept(update: Update, turn: Turn) -> None:
    """The colleague takes over, and writes with the employer from now on."""
    incident = await handing_over.accept(
        turn.session, turn.now, turn.person, pressed_id(update), turn.office
    )
    relay.choose(turn.session, turn.chat, incident)
    turn.say_in(incident, "you-took-it", owner_buttons(incident))
    if await relay.was_written_in(turn.session, incident):
        await case_view.show(turn, incident)


async def decline(update: Update, turn: Turn) -> None:
    """The colleague does not."""
    incident = await handing_over.decline(
        turn.session, turn.now, turn.person, pressed_id(update), turn.office
    )
    turn.say("you-declined", ((MENU,),), reference=incident.reference)


async def called(update: Update, turn: Turn) -> None:
    """The owner has phoned the employer."""
    incident = await owning.called_them(turn.session, turn.now, turn.person, pressed_id(update))
    turn.say("call-noted", ((MENU,),), reference=incident.reference)


async def still_working(update: Update, turn: Turn) -> None:
    """A quiet case is not forgotten."""
    incident = await owning.still_working(
        turn.session, turn.now, turn.person, pressed_id(update), turn.office
    )
    turn.say("still-working-noted", ((MENU,),), reference=incident.reference)


def owner_buttons(incident: Incident) -> Rows:
    """What the owner of a case can do besides writing."""
    return column(
        Button("button-called", f"called:{incident.id}"),
        Button("button-hand-over", f"handover:{incident.id}"),
        Button("button-let-read", f"letread:{incident.id}"),
        Button("button-close", f"close:{incident.id}"),
        Button("button-stop-writing", "menu"),
    )
