"""Notes that only the staff see: by a button under a case, or `/note H-2026-0042 …`."""

import re

from telegram import Update

from domain.incidents import spoken_reference
from domain.messages import Button, column
from handlers.menu import unknown_command
from handlers.turn import MENU, Turn, pressed_id, written
from models.incidents import Incident
from services import cases, incidents, notes
from services.relay import WRITING

FLOW = "note"

_REFERENCE = re.compile(r"((?:sag(?:en)?|case)\s+\S+|\S+)\s*(.*)", re.IGNORECASE | re.DOTALL)


async def command(update: Update, turn: Turn) -> None:
    """`/note`, `/note H-2026-0042` or `/note H-2026-0042 what is noted`."""
    if not turn.person.role.is_staff:
        await unknown_command(update, turn)
        return
    _slash, _, rest = written(update).partition(" ")
    found = _REFERENCE.fullmatch(rest.strip())
    reference = spoken_reference(found[1], turn.now.year) if found else None
    if found and reference:
        incident = await cases.case_named(turn.session, turn.person, reference)
        await (_store(turn, incident, found[2]) if found[2] else _begin(turn, incident))
    elif turn.chat.flow == WRITING and not rest:
        chosen = int(turn.answers["incident"])
        await _begin(turn, await incidents.find_case(turn.session, turn.person, chosen))
    else:
        await _ask_which(turn)


async def _ask_which(turn: Turn) -> None:
    found = await cases.list_cases(turn.session, turn.person)
    buttons = [
        Button(
            "button-note-in",
            f"note:{one.incident.id}",
            params={"reference": one.incident.reference},
        )
        for one in found.rows
    ]
    turn.say("note-which", column(*buttons, MENU))


async def begin(update: Update, turn: Turn) -> None:
    """The button under a case: what is written next is the note. Raises NotFound."""
    if not turn.person.role.is_staff:
        turn.say("error-not-allowed")
        return
    await _begin(turn, await incidents.find_case(turn.session, turn.person, pressed_id(update)))


async def _begin(turn: Turn, incident: Incident) -> None:
    turn.go(FLOW, incident=incident.id or 0)
    cancel = Button("button-cancel", "cancel")
    turn.say_in(incident, "note-write", ((cancel,),))


async def on_text(update: Update, turn: Turn) -> None:
    """The note."""
    incident_id = int(turn.answers["incident"])
    incident = await incidents.find_case(turn.session, turn.person, incident_id)
    await _store(turn, incident, written(update))


async def _store(turn: Turn, incident: Incident, text: str) -> None:
    """After a note no case is chosen, so that the next words go nowhere by mistake."""
    await notes.write_note(turn.session, turn.now, turn.person, incident.id or 0, text)
    turn.go("")
    view = Button("button-view", f"view:{incident.id}")
    turn.say_in(incident, "note-kept", column(view, MENU))
