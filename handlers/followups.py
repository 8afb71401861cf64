"""Following up: three taps or a sentence, put off to another day, and the specialists' tasks."""

from datetime import date, timedelta

from telegram import Update

from domain.dates import parse_day
from domain.followups import Answer
from domain.messages import Button, column
from domain.triage import Level
from domain.working_time import danish_day
from handlers import guides as guide_talk
from handlers import menu
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from services import follow_up_notices as notices
from services import followups, guides, incidents
from services.followups import FLOW, FollowUpOver

WORSE = "follow-up-worse"
SNOOZES = {"tomorrow": timedelta(days=1), "week": timedelta(weeks=1)}


async def tap(update: Update, turn: Turn) -> None:
    """Better, the same or worse."""
    _, _number, name = (*pressed(update), "", "")[:3]
    answered = next((known for known in Answer if known == name), None)
    if answered is None:
        await menu.stale_button(update, turn)
        return
    await _answer(turn, pressed_id(update), answered)


async def _answer(
    turn: Turn, follow_up_id: int, answered: Answer, level: Level = Level.NORMAL
) -> None:
    worse = await followups.answer(
        turn.session, turn.now, turn.person, turn.office, follow_up_id, answered, level
    )
    if worse is None:
        if turn.chat.flow == FLOW:
            turn.go("")
        turn.say(f"follow-up-thanks-{answered}", ((MENU,),))
    else:
        turn.go(WORSE, incident=worse.incident.id or 0)
        if worse.called.told:
            turn.say("follow-up-worse", ((MENU,),), reference=worse.incident.reference)
        else:
            turn.send(worse.called.message)
    await _put_next(turn)


async def _put_next(turn: Turn) -> None:
    """What else was asked in the same message."""
    row = await followups.next_question(turn.session, turn.now, turn.person)
    if row is None:
        return
    about = await followups.describe(turn.session, row)
    if turn.chat.flow in ("", FLOW):
        turn.go(FLOW, follow_up=row.id or 0)
    turn.say(
        "follow-up-next-asks",
        notices.taps(row, about),
        subject=about.subject,
        question=about.text_of(row),
    )


async def on_text(update: Update, turn: Turn) -> None:
    """A sentence instead of a tap. What sounds like danger is answered as danger; a sentence on
    another day, or to a question that is over, is a new question."""
    text, number = written(update), int(turn.answers["follow_up"])
    advice = guides.advise(turn.library, text, turn.language)
    if turn.chat.step == "day":
        await _on_day(turn, number, text)
    elif advice.level is Level.EMERGENCY or not await _is_fresh(turn, number):
        turn.go("")
        await guide_talk.answer(turn, text)
    else:
        row = await followups.add_words(turn.session, turn.person, number, text)
        if advice.level is Level.URGENT:
            await _answer(turn, number, Answer.WORSE, advice.level)
            return
        about = await followups.describe(turn.session, row)
        turn.go(FLOW, "kept", follow_up=number, question=text[:4000])
        more = Button("button-follow-up-not-answer", f"notanswer:{number}")
        turn.say("follow-up-words-kept", (*notices.taps(row, about)[:-1], (more,)))


async def _is_fresh(turn: Turn, number: int) -> bool:
    try:
        row = await followups.find_question(turn.session, turn.person, number)
    except FollowUpOver:
        return False
    return row.asked_at is not None and danish_day(row.asked_at) == danish_day(turn.now)


async def not_an_answer(update: Update, turn: Turn) -> None:
    """The sentence was a question of its own: take it back and answer it."""
    if turn.chat.flow != FLOW or turn.chat.step != "kept":
        await menu.stale_button(update, turn)
        return
    question = turn.answers["question"]
    await followups.drop_words(turn.session, turn.person, pressed_id(update))
    turn.go("")
    await guide_talk.answer(turn, question)


async def on_worse_text(update: Update, turn: Turn) -> None:
    """What happens, for the case that was just opened. Danger is answered as danger."""
    text, number = written(update), int(turn.answers["incident"])
    advice = guides.advise(turn.library, text, turn.language)
    turn.go("")
    if advice.level is Level.EMERGENCY:
        await guide_talk.answer(turn, text)
        return
    incident = await incidents.add_detail(turn.session, turn.now, turn.person, number, text)
    turn.say("follow-up-worse-noted", ((MENU,),), reference=incident.reference)
    await _put_next(turn)


async def later(update: Update, turn: Turn) -> None:
    """Not now: when, then?"""
    number = pressed_id(update)
    await followups.find_question(turn.session, turn.person, number)
    turn.say(
        "follow-up-when",
        column(
            Button("button-follow-up-tomorrow", f"snooze:{number}:tomorrow"),
            Button("button-follow-up-week", f"snooze:{number}:week"),
            Button("button-follow-up-date", f"snooze:{number}:date"),
        ),
    )


async def snooze(update: Update, turn: Turn) -> None:
    """Tomorrow, in a week, or a day that is written."""
    _, _number, name = (*pressed(update), "", "")[:3]
    number = pressed_id(update)
    await followups.find_question(turn.session, turn.person, number)
    if name in SNOOZES:
        await _put_off(turn, number, danish_day(turn.now) + SNOOZES[name])
    else:
        turn.go(FLOW, "day", follow_up=number)
        turn.say("follow-up-which-day", column(Button("button-cancel", "cancel")))


async def _on_day(turn: Turn, number: int, text: str) -> None:
    try:
        day = parse_day(text, danish_day(turn.now))
    except ValueError:
        raise followups.NotThatDay() from None
    await _put_off(turn, number, day)


async def _put_off(turn: Turn, number: int, day: date) -> None:
    until = await followups.snooze(turn.session, turn.now, turn.office, turn.person, number, day)
    if turn.chat.flow == FLOW:
        turn.go("")
    turn.say("follow-up-snoozed", ((MENU,),), at=until)
    await _put_next(turn)


async def list_tasks(_update: Update, turn: Turn) -> None:
    """`/followups`: what waits for a specialist."""
    waiting = await followups.tasks(turn.session, turn.person)
    buttons = []
    for row in waiting:
        about = await followups.describe(turn.session, row)
        params = {"subject": about.subject, "company": about.company}
        buttons.append(Button("button-follow-up-task", f"task:{row.id}", params=params))
    turn.say("follow-up-tasks", column(*buttons, MENU), count=len(waiting))


async def open_task(update: Update, turn: Turn) -> None:
    """One task, with its button."""
    row = await followups.find_task(turn.session, turn.person, pressed_id(update))
    about = await followups.describe(turn.session, row)
    turn.say(
        "follow-up-task-open",
        column(Button("button-task-done", f"taskdone:{row.id}"), MENU),
        subject=about.subject,
        company=about.company,
        question=about.text_of(row),
    )


async def finish_task(update: Update, turn: Turn) -> None:
    """ "Done": ticked off for everybody."""
    await followups.finish_task(turn.session, turn.now, turn.person, pressed_id(update))
    turn.say("follow-up-task-done", column(Button("button-follow-ups", "followups"), MENU))
