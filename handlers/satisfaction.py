"""One tap on how satisfied somebody is, and a sentence if they like."""

from telegram import Update

from domain.answers import AnswerRefused
from domain.errors import HotlineError
from domain.messages import Button, column
from domain.triage import Level
from handlers import guides as guide_talk
from handlers.turn import MENU, Turn, pressed, written
from services import guides, satisfaction

FLOW = "survey"


async def rate(update: Update, turn: Turn) -> None:
    """A mark is pressed: the next question, or thanks and room for a sentence."""
    _, ask_id, question, mark = (*pressed(update), "", "", "")[:4]
    number = int(ask_id) if ask_id.isdecimal() and len(ask_id) < 19 else 0
    try:
        ask, following = await satisfaction.rate(
            turn.session,
            turn.now,
            turn.person,
            number,
            question,
            int(mark) if mark.isdecimal() and len(mark) < 3 else 0,
        )
    except HotlineError as refused:
        turn.say(refused.key, ((MENU,),), **refused.params)
        return
    if following:
        turn.send(satisfaction.question_message(ask, following))
        return
    turn.go(FLOW, "words", ask=ask.id or 0)
    turn.say("survey-words", column(Button("button-no-words", "menu")))


async def on_words(update: Update, turn: Turn) -> None:
    """The sentence, unless it sounds like danger."""
    text = written(update)
    advice = guides.advise(turn.library, text, turn.language)
    if advice.level is not Level.NORMAL:
        turn.go("")
        await guide_talk.raise_alarm(turn, text, advice)
        return
    try:
        await satisfaction.add_words(turn.session, turn.person, int(turn.answers["ask"]), text)
    except AnswerRefused as refused:
        turn.say(refused.key, column(Button("button-no-words", "menu")), **refused.params)
        return
    turn.go("")
    turn.say("survey-thanks", ((MENU,),))
