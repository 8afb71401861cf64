"""Which update goes where. Everything but the door itself is behind the door."""

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from domain.people import Role
from handlers import (
    case_view,
    door,
    guides,
    menu,
    notes,
    relay,
    sheet_buttons,
)
from handlers.buttons import BUTTONS, COMMANDS, FLOWS, SPENDING, STAFF, Callback
from handlers.sheet_view import FLOW as SHEET
from handlers.turn import Press, Turn
from services.relay import WRITING

Handler = BaseHandler[Update, Turn, None]

_FILES = (
    filters.PHOTO
    | filters.Document.ALL
    | filters.AUDIO
    | filters.VOICE
    | filters.VIDEO
    | filters.VIDEO_NOTE
    | filters.ANIMATION
)


def handlers() -> list[Handler]:
    """Every handler, in the order they are asked."""
    return [
        ChatMemberHandler(door.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(~filters.ChatType.PRIVATE, door.group),
        CommandHandler("start", door.start),
        CommandHandler("privacy", door.privacy),
        CommandHandler("language", door.ask_language),
        CallbackQueryHandler(_press(door.accept), "^accept$"),
        CallbackQueryHandler(_press(door.ask_language, spends=False), "^language$"),
        CallbackQueryHandler(_press(door.privacy, spends=False), "^privacy$"),
        CallbackQueryHandler(_press(door.choose_language), "^lang:"),
        *(
            CommandHandler(name, _inside(_for(name, callback)))
            for name, callback in COMMANDS.items()
        ),
        *(
            CallbackQueryHandler(
                _press(_inside(_for(name, callback)), spends=name in SPENDING), rf"^{name}(:|$)"
            )
            for name, callback in BUTTONS.items()
        ),
        CallbackQueryHandler(_press(_inside(menu.stale_button))),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, _inside(relay.edited)),
        MessageHandler(filters.COMMAND, _inside(menu.unknown_command)),
        MessageHandler(filters.TEXT, _inside(_text)),
        MessageHandler(_FILES, _inside(_file)),
        MessageHandler(filters.LOCATION, _inside(_place)),
        MessageHandler(filters.CONTACT, _inside(_contact)),
        MessageHandler(filters.ALL, _inside(_other)),
    ]


def _inside(callback: Callback) -> Callback:
    """Only for those who were let in and have accepted; others meet the door."""

    async def guarded(update: Update, turn: Turn) -> None:
        if turn.known is None or turn.person.consented_at is None:
            await door.greet(update, turn)
        else:
            await callback(update, turn)

    return guarded


def _for(name: str, callback: Callback) -> Callback:
    """What only specialists know is unknown to others."""
    if name not in STAFF:
        return callback

    async def guarded(update: Update, turn: Turn) -> None:
        if turn.person.role is Role.SPECIALIST:
            await callback(update, turn)
        else:
            await menu.unknown_command(update, turn)

    return guarded


def _press(callback: Callback, *, spends: bool = True) -> Callback:
    """A button press: its first answer ends the waiting, and takes spent buttons away."""

    async def pressed(update: Update, turn: Turn) -> None:
        query = update.callback_query
        assert query is not None
        spent = query.message.message_id if query.message and spends else None
        turn.press = Press(query.id, spent)
        await callback(update, turn)

    return pressed


_IDLE = ("", "asked")


async def _text(update: Update, turn: Turn) -> None:
    if turn.masked:
        turn.say("cpr-removed")
    flow = turn.chat.flow
    if flow in (*_IDLE, WRITING, relay.WHICH) and await case_view.named(update, turn):
        return
    if not await _is_line(update, turn):
        await FLOWS.get(flow, guides.ask)(update, turn)


async def _is_line(update: Update, turn: Turn) -> bool:
    """Whether it went to a case, or waits for one. A note is never passed on."""
    flow = turn.chat.flow
    if flow in (*_IDLE, WRITING):
        return await relay.on_line(update, turn)
    return flow not in (relay.WHICH, notes.FLOW) and await relay.answered(update, turn)


async def _file(update: Update, turn: Turn) -> None:
    flow = turn.chat.flow
    if await _is_line(update, turn):
        return
    if flow == relay.WHICH:
        await relay.keep_more(update, turn)
    elif flow == SHEET:
        await sheet_buttons.on_file(update, turn)
    elif flow == notes.FLOW:
        turn.say("note-in-words")
    else:
        turn.say("file-nowhere", menu.menu_buttons(turn.person.role))


async def _place(update: Update, turn: Turn) -> None:
    if await _is_line(update, turn):
        return
    if turn.chat.flow == relay.WHICH:
        await relay.keep_more(update, turn)
    else:
        await _other(update, turn)


async def _contact(update: Update, turn: Turn) -> None:
    turn.say("contact-not-passed")


async def _other(update: Update, turn: Turn) -> None:
    if turn.chat.flow == SHEET:
        await sheet_buttons.on_other(update, turn)
    elif turn.chat.flow in (WRITING, relay.WHICH, notes.FLOW):
        turn.say("line-in-words")
    else:
        turn.say("cannot-read-this", menu.menu_buttons(turn.person.role))
