"""Around a visit: on the way, running late, nobody there, and the note afterwards."""

from telegram import Update

from domain.messages import Button, column
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from services import visit_day, visit_times
from services.visit_notices import facts

NOTE = "visit-note"
LATE = (10, 20, 30)
"""Minutes."""

_STEPS = ("saw", "agreed", "tasks")


async def set_off(update: Update, turn: Turn) -> None:
    """ "On my way"."""
    visit = await visit_day.set_off(turn.session, turn.now, turn.person, pressed_id(update))
    late = Button("button-visit-late", f"visitlate:{visit.id}")
    note = Button("button-visit-held", f"visitnote:{visit.id}")
    turn.say("visit-set-off", column(late, note), **await facts(turn.session, visit))


async def run_late(update: Update, turn: Turn) -> None:
    """How late? And then the other side knows."""
    number, minutes = pressed_id(update), (*pressed(update), "")[2]
    if minutes not in map(str, LATE):
        await visit_times.find_visit(turn.session, turn.person, number)
        buttons = tuple(
            Button("button-minutes", f"visitlate:{number}:{late}", params={"minutes": late})
            for late in LATE
        )
        turn.say("visit-how-late", (buttons,))
        return
    await visit_day.run_late(turn.session, turn.now, turn.person, number, int(minutes))
    turn.say("visit-late-told", ((MENU,),))


async def nobody(update: Update, turn: Turn) -> None:
    """Nobody was there, or nobody came."""
    visit = await visit_day.nobody_there(turn.session, turn.now, turn.person, pressed_id(update))
    again = Button("button-visit-new", f"visitnew:{visit.id}")
    turn.go("")
    turn.say(f"visit-nobody-{turn.person.role}", column(again, MENU))


async def begin_note(update: Update, turn: Turn) -> None:
    """What did we see?"""
    visit = await visit_times.find_visit(turn.session, turn.person, pressed_id(update))
    visit_day.may_note(visit, turn.now, turn.person)
    turn.go(NOTE, "saw", visit=visit.id or 0)
    _ask(turn, "saw")


async def on_note(update: Update, turn: Turn) -> None:
    """One of the three answers."""
    await _next(turn, written(update)[:2000])


async def skip(update: Update, turn: Turn) -> None:
    """Nothing to write on this one."""
    number, step = pressed_id(update), (*pressed(update), "")[2]
    if turn.chat.flow != NOTE or turn.answers.get("visit") != number or turn.chat.step != step:
        turn.say("button-too-old", ((MENU,),))
        return
    await _next(turn, "")


async def _next(turn: Turn, text: str) -> None:
    step = turn.chat.step
    answers = {**turn.answers, step: text}
    if step != _STEPS[-1]:
        following = _STEPS[_STEPS.index(step) + 1]
        turn.go(NOTE, following, **answers)
        _ask(turn, following)
        return
    visit = await visit_day.note_visit(
        turn.session,
        turn.now,
        turn.office,
        turn.person,
        answers["visit"],
        *(answers.get(name, "") for name in _STEPS),
    )
    turn.go("")
    new = Button("button-visit-new", f"visitnew:{visit.id}")
    turn.say("visit-note-kept", column(new, MENU))


def _ask(turn: Turn, step: str) -> None:
    skip_ = Button("button-visit-skip", f"visitskip:{turn.answers['visit']}:{step}")
    turn.say(f"visit-note-{step}", column(skip_, Button("button-cancel", "cancel")))
