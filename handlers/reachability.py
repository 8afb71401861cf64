"""The test of a specialist's door: one button."""

from telegram import Update

from handlers.turn import MENU, Turn
from services import reachability


async def seen(_update: Update, turn: Turn) -> None:
    """ "I can see it": messages arrive here."""
    await reachability.seen(turn.session, turn.now, turn.person, turn.office)
    turn.say("door-works", ((MENU,),))
