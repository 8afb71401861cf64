"""How people come in: the front page and the invitation."""

import string

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from models.people import Chat
from services import people, signin, webchat
from web.browser import browser_of, desk_of, is_same_origin, read_cookie, set_cookie
from web.errors import StalePage
from web.pages import page

_CODE_LETTERS = frozenset(string.ascii_letters + string.digits + "-_")
CODE_LIMIT = 64
"""Characters in a Telegram start link (Bot API), which carries the same code."""


async def show_front(request: Request) -> Response:
    """What this is, whom to call, and the way back into one's chat."""
    desk = desk_of(request)
    async with desk.database.read() as session:
        has_chat = await signin.chat_key(session, desk.now(), read_cookie(request, "chat"))
    return page(request, "front.html", "da", has_chat=bool(has_chat))


async def show_invitation(request: Request) -> Response:
    """Who invites, and one button. Looking spends nothing: previews of links open them too."""
    return page(request, "invitation.html", "da")


async def accept_invitation(request: Request) -> Response:
    """Open this browser's chat, if it has none, and hand the code in there. A code that lets nobody
    in opens no chat, so that nothing is stored for whoever tries some."""
    if not is_same_origin(request):
        raise StalePage()
    desk, now = desk_of(request), desk_of(request).now()
    token, code = read_cookie(request, "chat"), clean_code(request.path_params["code"])
    async with desk.database.write() as session:
        key = await signin.chat_key(session, now, token)
        chat = await session.get(Chat, key) if key else None
        if chat is None:
            await people.check_invitation(session, now, code)
            token, chat = await signin.open_chat(session, now, browser=browser_of(request))
        else:
            await signin.touch(session, now, token)
        await webchat.type_text(session, now, chat, f"/start {code}")
    desk.received()
    response = RedirectResponse("/chat", 303)
    set_cookie(response, desk, "chat", token, signin.CHAT_IDLE)
    return response


def clean_code(given: str) -> str:
    """The code without what codes never hold; whatever nonsense is left is refused later."""
    return "".join(letter for letter in given if letter in _CODE_LETTERS)[:CODE_LIMIT] or "-"


def door_routes() -> list[Route]:
    """The front page is the practice board's in practice."""
    return [
        Route("/i/{code}", show_invitation),
        Route("/i/{code}", accept_invitation, methods=["POST"]),
    ]
