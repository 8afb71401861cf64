"""Who has a case: take it, close it."""

from telegram import Update

from domain.incidents import Outcome
from domain.messages import Button, column
from handlers import case_view, menu
from handlers.escalations import owner_buttons
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from services import incidents, relay, taking

CLOSING = "closing"


async def take(update: Update, turn: Turn) -> None:
    """ "I take it": of two who press, one wins; the other hears who."""
    incident = await taking.acknowledge(
        turn.session, turn.now, turn.person, pressed_id(update), turn.office
    )
    if incident.drill:
        turn.say("drill-thanks", ((MENU,),), reference=incident.reference)
        return
    relay.choose(turn.session, turn.chat, incident)
    turn.say_in(incident, "you-took-it", owner_buttons(incident))
    if await relay.was_written_in(turn.session, incident):
        await case_view.show(turn, incident)


async def begin_closing(update: Update, turn: Turn) -> None:
    """How did it end?"""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    turn.go(CLOSING, "outcome", incident=incident.id or 0)
    buttons = [Button(f"outcome-{o}", f"outcome:{incident.id}:{o}") for o in Outcome]
    turn.say(
        "closing-outcome",
        column(*buttons, Button("button-cancel", "cancel")),
        reference=incident.reference,
    )


async def choose_outcome(update: Update, turn: Turn) -> None:
    """And one line on what was learned."""
    _, number, outcome = (*pressed(update), "", "")[:3]
    if turn.chat.flow != CLOSING or str(turn.answers["incident"]) != number:
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))
        return
    turn.go(CLOSING, "learned", incident=int(number), outcome=outcome)
    turn.say("closing-learned", column(Button("button-nothing-learned", "learned:")))


async def on_learned(update: Update, turn: Turn) -> None:
    """What was learned, as text."""
    if turn.chat.step == "learned":
        await _close(turn, written(update))
    else:
        turn.say("closing-press-outcome", ((Button("button-cancel", "cancel"),),))


async def nothing_learned(_update: Update, turn: Turn) -> None:
    """Nothing to add."""
    if turn.chat.flow == CLOSING and turn.chat.step == "learned":
        await _close(turn, "")
    else:
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))


async def _close(turn: Turn, learned: str) -> None:
    outcome = next((o for o in Outcome if o == turn.answers["outcome"]), Outcome.OTHER)
    incident = await incidents.close_case(
        turn.session, turn.now, turn.person, int(turn.answers["incident"]), outcome, learned
    )
    turn.go("")
    turn.say("you-closed-it", ((MENU,),), reference=incident.reference)
