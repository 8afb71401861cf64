"""A reviewer's question about a case, answered in the chat."""

from telegram import Update

from handlers.turn import MENU, Turn, pressed_id, written
from services import incidents, reviewing

FLOW = "reviewer"


async def begin(update: Update, turn: Turn) -> None:
    """The next line is the answer."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    turn.go(FLOW, incident=incident.id or 0)
    turn.say("reviewer-write-answer", ((MENU,),), reference=incident.reference)


async def on_text(update: Update, turn: Turn) -> None:
    """The answer, to the timeline and to the reviewer."""
    case_id = int(turn.answers["incident"])
    incident = await reviewing.answer_reviewer(
        turn.session, turn.now, turn.person, case_id, written(update)
    )
    turn.go("")
    turn.say("reviewer-got-answer", ((MENU,),), reference=incident.reference)
