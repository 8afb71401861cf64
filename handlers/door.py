"""The door: invitations, two lines on privacy, the language, and the kind no for strangers."""

from telegram import Update

from domain.errors import InvitationRefused
from domain.messages import SET_COMMANDS, Button, Message, column
from domain.people import LANGUAGES
from handlers import menu
from handlers.turn import Turn, pressed
from models.people import Person
from services import people, reachability


async def start(update: Update, turn: Turn) -> None:
    """`/start CODE` from an invitation, or `/start` alone."""
    if turn.args:
        try:
            turn.joined(await people.join(turn.session, turn.now, turn.chat, turn.args[0]))
        except InvitationRefused as refused:
            turn.say(refused.key)
            return
    await greet(update, turn)


async def greet(update: Update, turn: Turn) -> None:
    """Whoever is let in but has not accepted sees the two lines; whoever has, sees the menu."""
    if turn.known is None:
        turn.say("closed-door")
    elif turn.person.consented_at is None:
        ask_consent(turn)
    else:
        await menu.show(update, turn)


def ask_consent(turn: Turn) -> None:
    """What this is and what is stored, and the two buttons."""
    turn.say(
        "welcome-consent",
        column(Button("button-accept", "accept"), Button("button-other-language", "language")),
        name=turn.person.name,
    )


async def accept(update: Update, turn: Turn) -> None:
    """The two lines are accepted: which language?"""
    if turn.known is None:
        turn.say("closed-door")
        return
    first = turn.person.consented_at is None
    people.consent(turn.session, turn.now, turn.person)
    turn.send(commands_for(turn.person))
    if first:
        await reachability.ask_to_answer(turn.session, turn.now, turn.person, turn.office)
    await ask_language(update, turn)


async def ask_language(_update: Update, turn: Turn) -> None:
    """The languages as buttons, each in its own name."""
    turn.say(
        "choose-language",
        column(*(Button(f"language-{code}", f"lang:{code}") for code in LANGUAGES)),
    )


async def choose_language(update: Update, turn: Turn) -> None:
    """From now on everything in this language; then on to where the person was."""
    language = next((code for code in LANGUAGES if code == pressed(update)[1]), turn.language)
    people.choose_language(turn.session, turn.chat, turn.known, language)
    if turn.known and turn.known.consented_at:
        turn.send(commands_for(turn.known))
    await greet(update, turn)


async def privacy(_update: Update, turn: Turn) -> None:
    """What is stored, for how long, and whom to ask."""
    turn.say("privacy", column(Button("button-menu", "menu")) if turn.known else ())


def commands_for(person: Person) -> Message:
    """The commands this person's Telegram shows after a slash."""
    return Message(SET_COMMANDS, {"commands": " ".join(menu.COMMANDS[person.role])})


async def membership(update: Update, turn: Turn) -> None:
    """Somebody blocked the bot in Telegram, or came back."""
    change = update.my_chat_member
    turn.chat.reachable = change is not None and change.new_chat_member.status == "member"
    turn.session.add(turn.chat)
    if turn.known and not turn.chat.reachable:
        await reachability.door_closed(turn.session, turn.now, turn.known)


async def group(_update: Update, turn: Turn) -> None:
    """In a group everybody would read along: only private chats."""
    turn.say("group-no")
