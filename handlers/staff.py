"""For the staff: the way to the review pages."""

from telegram import Update

from domain.messages import Button, column
from handlers.turn import MENU, Turn
from services import signin


async def review_link(_update: Update, turn: Turn) -> None:
    """A link that signs in once. Raises NotAllowed for an employer."""
    code = signin.login_link(turn.session, turn.now, turn.person)
    url = f"{turn.links.base_url}/login/{code}"
    turn.say("review-link", column(Button("button-open-review", url=url), MENU), url=url)
