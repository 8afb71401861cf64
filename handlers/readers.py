"""Somebody else reads along in a case."""

from telegram import Update

from domain.messages import Button, column
from handlers import case_view
from handlers.turn import MENU, Turn, pressed, pressed_id
from models.incidents import Incident
from models.people import Person
from services import incidents, readers


async def let_read(update: Update, turn: Turn) -> None:
    """ "Let another read along": the only other specialist at once; of several, one is chosen."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    found = await readers.possible_readers(turn.session, incident)
    chosen = (*pressed(update), "")[2]
    if chosen.isdecimal():
        found = [one for one in found if str(one.id) == chosen]
    if len(found) == 1:
        await _begin(turn, incident, found[0])
    elif found:
        buttons = [
            Button("button-person", f"letread:{incident.id}:{one.id}", params={"name": one.name})
            for one in found
        ]
        turn.say_in(incident, "who-reads", column(*buttons))
    else:
        turn.say_in(incident, "nobody-to-read", ((MENU,),))


async def read_along(update: Update, turn: Turn) -> None:
    """ "Read along": every line of the case comes here too."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    await _begin(turn, incident, turn.person)


async def _begin(turn: Turn, incident: Incident, reader: Person) -> None:
    await readers.let_read(turn.session, turn.now, turn.person, incident.id or 0, reader.id or 0)
    if reader.id == turn.person.id:
        await case_view.show(turn, incident)
        return
    turn.say_in(incident, "lets-read", ((MENU,),), name=reader.name)


async def stop(update: Update, turn: Turn) -> None:
    """No more lines of this case."""
    incident = await readers.stop_reading(turn.session, turn.now, turn.person, pressed_id(update))
    turn.say_in(incident, "read-no-more", ((MENU,),))
