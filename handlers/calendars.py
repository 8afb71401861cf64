"""`/calendar`: the way to one's own calendar page. No secret link is ever said in a chat."""

from telegram import Update

from domain.messages import Button, column
from handlers.turn import MENU, Turn
from services import signin


async def show(_update: Update, turn: Turn) -> None:
    """A link that signs in once and opens the page."""
    code = signin.login_link(turn.session, turn.now, turn.person)
    url = f"{turn.links.base_url}/login/{code}?to=calendar"
    turn.say("calendar-page", column(Button("button-open-calendar", url=url), MENU))
