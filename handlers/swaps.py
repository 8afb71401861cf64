"""A day of duty for a colleague, perhaps for one in return: asked, answered."""

from datetime import date

from telegram import Update

import locales
from domain.messages import Button, Ref, column
from domain.working_time import ONE_DAY, danish_day
from handlers.duty import BACK, change
from handlers.turn import MENU, Turn, pressed, pressed_id
from models.people import Person
from services import duty, swaps
from services.duty import DutyDay

AHEAD = 28
OFFERED = 8


async def which_day(_update: Update, turn: Turn) -> None:
    """My next days, one a button."""
    mine = [day for day in await _coming(turn) if day.spans.get(turn.person.id or 0)]
    buttons = [_button(turn, "swapday", day) for day in mine[:OFFERED]]
    turn.say("swap-which-day" if buttons else "swap-no-days", column(*buttons, BACK))


async def _coming(turn: Turn) -> list[DutyDay]:
    first = danish_day(turn.now) + ONE_DAY
    return (await duty.duty_days(turn.session, turn.now, turn.office, first, AHEAD))[1]


def _button(turn: Turn, data: str, day: DutyDay) -> Button:
    shown = locales.days(turn.language, [day.day])
    return Button("button-day", f"{data}:{day.day}", params={"day": shown})


async def with_whom(update: Update, turn: Turn) -> None:
    """Whom to ask: with one colleague there is nothing to choose."""
    day = pressed(update)[1]
    people, _times = await duty.specialist_times(turn.session, turn.now, turn.office)
    others = [person for person in people if person.id != turn.person.id]
    if not others:
        turn.say("swap-nobody", column(BACK))
    elif len(others) == 1:
        await _in_return(turn, day, others[0])
    else:
        buttons = [
            Button("button-name", f"swapwith:{day}:{other.id}", params={"name": other.name})
            for other in others[:OFFERED]
        ]
        turn.say("swap-with-whom", column(*buttons, BACK))


async def in_return(update: Update, turn: Turn) -> None:
    """This colleague; for a day of theirs?"""
    _, day, number = (*pressed(update), "", "")[:3]
    other = await _colleague(turn, number)
    if other is None:
        turn.say("button-too-old", column(BACK))
        return
    await _in_return(turn, day, other)


async def _colleague(turn: Turn, number: str) -> Person | None:
    people, _times = await duty.specialist_times(turn.session, turn.now, turn.office)
    return next((person for person in people if str(person.id) == number), None)


async def _in_return(turn: Turn, day: str, other: Person) -> None:
    mine, theirs = turn.person.id or 0, other.id or 0
    free = [d for d in await _coming(turn) if d.spans.get(theirs) and not d.spans.get(mine)]
    buttons = [_button(turn, f"swapask:{day}:{theirs}", d) for d in free[:OFFERED]]
    nothing = Button("button-swap-no-return", f"swapask:{day}:{theirs}")
    turn.say("swap-in-return", column(nothing, *buttons, BACK), name=other.name)


async def ask(update: Update, turn: Turn) -> None:
    """Ask the colleague."""
    _, day, number, takes = (*pressed(update), "", "", "")[:4]
    other = await _colleague(turn, number)
    try:
        gives, back = date.fromisoformat(day), date.fromisoformat(takes) if takes else None
    except ValueError:
        other = None
    if other is None:
        turn.say("button-too-old", column(BACK))
        return
    await swaps.ask_swap(turn.session, change(turn), other, gives, back)
    turn.say("swap-sent", column(BACK, MENU), name=other.name)


async def accept(update: Update, turn: Turn) -> None:
    """Yes, I take the day."""
    await _answer(update, turn, accepted=True)


async def decline(update: Update, turn: Turn) -> None:
    """No, not that day."""
    await _answer(update, turn, accepted=False)


async def _answer(update: Update, turn: Turn, *, accepted: bool) -> None:
    number = pressed_id(update)
    swap = await swaps.answer_swap(turn.session, change(turn), number, accepted=accepted)
    key = "swap-you-accepted" if accepted else "swap-you-declined"
    turn.say(key, column(BACK, MENU), day=Ref(f"days:{swap.gives}"))
