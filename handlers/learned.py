"""`/learned words`: what the staff have learned about it before."""

from telegram import Update

from handlers.turn import MENU, Turn
from services import learned

LONGEST = 300  # characters of one note in the list


async def find(_update: Update, turn: Turn) -> None:
    """The notes that fit the words, or the newest. Raises NotAllowed for an employer."""
    words = " ".join(turn.args or ())
    found = await learned.find_notes(turn.session, turn.person, words)
    notes = "\n\n".join(f"{one.reference}: {one.learned[:LONGEST]}" for one in found)
    turn.say("learned-found" if found else "learned-nothing", ((MENU,),), notes=notes, words=words)
