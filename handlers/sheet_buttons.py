"""The buttons under a question: choose, don't know, skip, back, done; and photos that are sent."""

import re

from telegram import Update

from domain.answers import AnswerRefused, read_answer
from domain.forms import Kind, Value, before, next_open
from domain.messages import Button, Param, column
from handlers import relay
from handlers.sheet_view import (
    FLOW,
    Place,
    ask,
    question_buttons,
    show_clash,
    show_lines,
    show_overview,
)
from handlers.sheets import go_on, here, save, there, today
from handlers.turn import MENU, Turn, pressed, written
from models.printouts import SheetPhoto, drop_photos
from services import files, photos, sheets

PICTURES = ("image/jpeg", "image/png", "image/webp", "image/gif")
"""What can be printed."""

_NUMBER = re.compile(r"\d{1,2}")


async def put_question(update: Update, turn: Turn) -> None:
    """Go to this question, or stay with the list at it."""
    place = await there(update, turn)
    if place:
        ask(turn, place)


async def pick(update: Update, turn: Turn) -> None:
    """A choice or a mark on a scale."""
    place = await there(update, turn)
    number = (*pressed(update), "", "", "")[3]
    if place is None:
        return
    question = place.question
    try:
        chosen: Value = (
            question.choices[int(number)]
            if question.kind is Kind.CHOICE
            else read_answer(question, number, today(turn))
        )
    except (AnswerRefused, ValueError, IndexError):
        ask(turn, place)
        return
    await _store(turn, place, chosen)


async def unknown(update: Update, turn: Turn) -> None:
    """ "I don't know yet" is an answer too."""
    place = await there(update, turn)
    if place is None:
        return
    if place.value in (None, ()):
        await _store(turn, place, None)
    else:  # nothing that was written is thrown away
        await go_on(turn, place, leave=True)


async def enough(update: Update, turn: Turn) -> None:
    """The vague word stays: nobody knows it better yet."""
    place = await there(update, turn)
    if place:
        await go_on(turn, place)


async def _store(turn: Turn, place: Place, value: Value) -> None:
    here_now = turn.chat.flow == FLOW and turn.chat.step == place.question.id
    seen = None if here_now else place.filled.version(place.question.id)
    clash = await save(turn, place, value, seen)
    if clash:
        show_clash(turn, place, clash, "" if value is None else str(value))
    else:
        await go_on(turn, place, leave=True)


async def skip(update: Update, turn: Turn) -> None:
    """Past this one for now; it is offered again at the end."""
    place = await there(update, turn)
    if place:
        await go_on(turn, place, leave=True)


async def done(update: Update, turn: Turn) -> None:
    """What stands there is right."""
    await skip(update, turn)


async def back(update: Update, turn: Turn) -> None:
    """The question in front of this one."""
    place = await there(update, turn)
    if place is None:
        return
    earlier = before(place.form, place.filled.answers, place.question.id)
    ask(turn, Place(place.filled, place.form, earlier or place.question))


async def drop_line(update: Update, turn: Turn) -> None:
    """The last line of a list goes, and its photo with it."""
    place = await there(update, turn)
    if place is None or not isinstance(place.value, tuple):
        return await put_question(update, turn)
    gone = len(place.value)
    return await _shorten(turn, place, place.value[:-1], gone)


async def clear_lines(update: Update, turn: Turn) -> None:
    """The list begins anew."""
    place = await there(update, turn)
    if place is None or not isinstance(place.value, tuple):
        return await put_question(update, turn)
    return await _shorten(turn, place, (), None)


async def _shorten(turn: Turn, place: Place, lines: tuple[str, ...], step: int | None) -> None:
    value = lines or None
    clash = await save(turn, place, value, place.filled.version(place.question.id))
    if clash:
        show_clash(turn, place, clash, "")
        return
    await drop_photos(turn.session, place.filled.sheet_id, place.question.id, step)
    fresh = await there_again(turn, place)
    if lines:
        show_lines(turn, fresh)
    else:
        ask(turn, fresh)


async def there_again(turn: Turn, place: Place) -> Place:
    """The same question as it stands now."""
    filled = await sheets.load(turn.session, place.filled.sheet, place.form)
    return Place(filled, place.form, place.question)


async def keep_theirs(update: Update, turn: Turn) -> None:
    """Of two answers, the other person's counts."""
    await skip(update, turn)


async def use_mine(update: Update, turn: Turn) -> None:
    """Of two answers, mine counts: it was seen what it replaces."""
    place, mine = await there(update, turn), turn.answers.get("mine", "")
    if place is None:
        return
    if not mine or turn.chat.step != place.question.id:
        ask(turn, place)
        return
    try:
        value = read_answer(place.question, mine, today(turn))
        clash = await save(turn, place, value, None)
    except AnswerRefused as refused:
        turn.say(refused.key, question_buttons(place), **refused.params)
        return
    if clash:
        show_clash(turn, place, clash, mine)
    else:
        await go_on(turn, place, leave=True)


async def pause(update: Update, turn: Turn) -> None:
    """Later: everything is saved."""
    number = (*pressed(update), "")[1]
    turn.go("")
    turn.say("sheet-paused", column(Button("button-go-on", f"go:{number}"), MENU))


async def on_file(update: Update, turn: Turn) -> None:
    """A photo of the place, or of a step: the one its caption names, else the last without one."""
    place = await here(turn)
    if place is None:
        return
    message = update.effective_message
    assert message is not None
    attachment = relay.attachment_of(message)
    if attachment.media_type not in PICTURES:
        turn.say("photo-wrong-kind", question_buttons(place))
        return
    if not place.question.photos:
        turn.say("photo-not-here", question_buttons(place))
        return
    lines = place.value if isinstance(place.value, tuple) else ()
    step = _step(place, lines, written(update)) if place.question.photos > 1 else 0
    if place.question.photos > 1 and not lines:
        turn.say("photo-write-step-first", question_buttons(place))
        return
    stored = files.keep(turn.session, turn.now, turn.chat, attachment)
    await turn.session.flush()  # the photo refers to it
    photo = SheetPhoto(
        sheet_id=place.filled.sheet_id,
        question_id=place.question.id,
        step=step,
        file_id=stored,
        chat_key=turn.chat.key,
        created_at=turn.now,
    )
    await photos.keep_photo(turn.session, turn.now, turn.person, place.filled, photo)
    await turn.session.flush()
    fresh = await there_again(turn, place)
    params: dict[str, Param] = {"step": step}
    turn.say("photo-kept-step" if step else "photo-kept", question_buttons(fresh), **params)


def _step(place: Place, lines: tuple[str, ...], caption: str) -> int:
    named = _NUMBER.search(caption)
    if named and 1 <= int(named[0]) <= len(lines):
        return int(named[0])
    taken = {photo.step for photo in place.filled.photos if photo.question_id == place.question.id}
    if len(lines) not in taken:
        return len(lines)
    return next((n for n in range(1, len(lines) + 1) if n not in taken), len(lines))


async def on_other(_update: Update, turn: Turn) -> None:
    """A sticker, a place on the map, a contact: no answer to any question."""
    place = await here(turn)
    if place:
        turn.say("answer-in-words", question_buttons(place))


async def go(update: Update, turn: Turn) -> None:
    """Go on where the sheet was left, on any door and by anybody of the company."""
    number = (*pressed(update), "")[1]
    await go_on_with(turn, int(number) if number.isdigit() and len(number) < 19 else 0)


async def go_on_with(turn: Turn, sheet_id: int) -> None:
    """The first question without an answer, or the overview."""
    filled = await sheets.find_sheet(turn.session, turn.person, turn.library.forms, sheet_id)
    following = next_open(filled.form, filled.answers) if filled.form else None
    if filled.form and following:
        ask(turn, Place(filled, filled.form, following))
    else:
        show_overview(turn, filled)
