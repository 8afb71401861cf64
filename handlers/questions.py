"""`/questions`: what no guide answered, one at a time; two taps turn it into an example."""

from telegram import Update

from domain.messages import Button, Ref, column
from domain.questions import Decision
from handlers.turn import MENU, Turn, pressed, written
from services import questions
from services.questions import Waiting

FLOW = "question"
SHOWN = 1500
"""Characters of the message that are shown."""


async def show(update: Update, turn: Turn) -> None:
    """The newest question, or the next one after the one that was skipped."""
    before = _number(pressed(update)) if update.callback_query else 0
    found = await questions.look_at(
        turn.session, turn.now, turn.person, turn.library, before or None
    )
    if found is None:
        turn.go("")
        turn.say("no-more-questions" if before else "no-questions", ((MENU,),))
    else:
        _ask(turn, found)


def _ask(turn: Turn, found: Waiting) -> None:
    number = found.question.id or 0
    turn.go(FLOW, "view", question=number)
    turn.say(
        "open-question",
        column(
            *(Button(f"guide-title:{guide}", f"answers:{number}:{guide}") for guide in found.near),
            Button("button-find-guide", f"findguide:{number}"),
            Button("button-no-guide", f"noguide:{number}"),
            Button("button-new-guide", f"newguide:{number}"),
            Button("button-skip", f"questions:{number}"),
            MENU,
        ),
        text=found.question.text[:SHOWN],
        at=found.question.asked_at,
        count=found.count,
    )


async def choose_guide(update: Update, turn: Turn) -> None:
    """This guide should have been the answer."""
    guide = (*pressed(update), "", "")[2]
    if guide not in turn.library.guides:
        turn.say("guide-gone", ((MENU,),))
        return
    await _settle(update, turn, Decision.EXAMPLE, guide)


async def no_guide(update: Update, turn: Turn) -> None:
    """Nothing for a guide: the search shall go on saying no."""
    await _settle(update, turn, Decision.NO_GUIDE)


async def new_guide(update: Update, turn: Turn) -> None:
    """A guide is missing: it stands on the list of wishes."""
    await _settle(update, turn, Decision.NEW_GUIDE)


async def _settle(update: Update, turn: Turn, decision: Decision, guide: str = "") -> None:
    number = _number(pressed(update))
    await questions.settle(turn.session, turn.now, turn.person, number, decision, guide)
    turn.go("")
    buttons = column(
        Button("button-next-question", f"questions:{number}"),
        Button("button-undo", f"takeback:{number}"),
        MENU,
    )
    title = {"guide": Ref(f"guide-title:{guide}")} if guide else {}
    turn.say(f"question-{decision}", buttons, **title)


async def take_back(update: Update, turn: Turn) -> None:
    """The wrong button: decide again."""
    number = _number(pressed(update))
    await questions.take_back(turn.session, turn.now, turn.person, number)
    await _again(turn, number)


async def find_guide(update: Update, turn: Turn) -> None:
    """None of the three: which words?"""
    number = _number(pressed(update))
    await questions.find_question(turn.session, turn.person, number)
    turn.go(FLOW, "find", question=number)
    turn.say("question-which-guide", column(Button("button-cancel", "questions")))


async def on_text(update: Update, turn: Turn) -> None:
    """Words to find a guide by; or the question in better words."""
    number = int(turn.answers["question"])
    if turn.chat.step == "find":
        await _again(turn, number, written(update))
    else:
        args = (turn.session, turn.now, turn.person)
        await questions.reword(*args, number, written(update))
        await _again(turn, number)


async def _again(turn: Turn, number: int, words: str = "") -> None:
    """The same question once more."""
    _ask(turn, await questions.look_again(turn.session, turn.person, turn.library, number, words))


def _number(parts: list[str]) -> int:
    """The question a button belongs to; 0, which no question has, for a made-up one."""
    return int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() and len(parts[1]) < 19 else 0
