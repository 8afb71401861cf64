"""Filling in a sheet: one question at a time, each answer saved at once, on either door."""

from datetime import date
from typing import Any

from telegram import Update

from domain.answers import AnswerRefused, read_answer, read_lines
from domain.forms import Kind, Value, next_open
from domain.messages import Button, Ref, column
from domain.plain import Vague, find_vague, made_precise
from domain.triage import Level
from domain.working_time import danish_day
from handlers import guides as guide_talk
from handlers.sheet_view import (
    FLOW,
    Place,
    ask,
    place_of,
    question_buttons,
    show_clash,
    show_lines,
    show_overview,
)
from handlers.turn import Turn, pressed, written
from services import escalations, guides, incidents, sheets
from services.cards import shown
from services.sheets import Clash


async def here(turn: Turn) -> Place | None:
    """The question this chat stands at."""
    return await place_of(turn, str(turn.answers.get("sheet", 0)), turn.chat.step)


async def there(update: Update, turn: Turn) -> Place | None:
    """The question a button belongs to."""
    _, sheet_id, question_id = (*pressed(update), "", "")[:3]
    return await place_of(turn, sheet_id, question_id)


async def on_text(update: Update, turn: Turn) -> None:
    """What is written is the answer, unless it sounds like danger or is a question to us."""
    text = written(update)
    place = await here(turn)
    if place is None:
        return
    advice = guides.advise(turn.library, text, turn.language)
    if advice.level is not Level.NORMAL and not turn.person.role.is_staff:
        incident = await guide_talk.raise_alarm(turn, text, advice)
        _offer_togo_on(turn, place, text, incident.id or 0)
    elif text.endswith("?") and advice.guide_ids:
        guide_talk.offer(turn, advice, text)
        _offer_togo_on(turn, place, text, 0)
    else:
        await _answer(turn, place, text)


def _offer_togo_on(turn: Turn, place: Place, text: str, incident_id: int) -> None:
    turn.go("asked", **{**turn.answers, "question": text[:4000], "case": incident_id})
    turn.say(
        "sheet-waits",
        column(
            Button("button-go-on", place.data("ask")),
            Button("button-was-answer", place.data("held")),
        ),
        form=Ref(f"form-title:{place.form.id}"),
    )


async def was_answer(update: Update, turn: Turn) -> None:
    """It was neither a question nor an alarm, but the answer: no case is needed."""
    place, text = await there(update, turn), turn.answers.get("question", "")
    if place is None:
        return
    if turn.answers.get("case"):
        incident = await incidents.find_case(turn.session, turn.person, turn.answers["case"])
        await escalations.not_urgent(turn.session, turn.now, turn.person, incident, turn.office)
    seen = place.filled.version(place.question.id)
    turn.go(FLOW, place.question.id, sheet=place.filled.sheet_id, seen=seen)
    if text:
        await _answer(turn, place, text)
    else:
        ask(turn, place)


async def _answer(turn: Turn, place: Place, text: str) -> None:
    try:
        value = _read(turn, place, text)
        clash = await save(turn, place, value, None)
    except AnswerRefused as refused:
        turn.say(refused.key, question_buttons(place), **refused.params)
        return
    if clash:
        show_clash(turn, place, clash, text)
    elif turn.answers.get("vague") or not await _ask_vague(turn, place, value):
        await go_on(turn, place)


def _read(turn: Turn, place: Place, text: str) -> Value:
    """The new answer: what is written, or the one there is with its vague word made precise."""
    question = place.question
    vague = _vague_of(turn.answers)
    if vague and place.value and turn.answers["line"] < _length(place.value):
        old = (
            place.value[turn.answers["line"]]
            if isinstance(place.value, tuple)
            else str(place.value)
        )
        precise = made_precise(old, vague, text)
        if not isinstance(place.value, tuple):
            return read_answer(question, precise, today(turn))
        lines = list(place.value)
        [lines[turn.answers["line"]]] = read_lines(question, precise.replace("\n", " "))[:1]
        return tuple(lines)
    if question.kind is Kind.STEPS and isinstance(place.value, tuple):
        return read_lines(question, text, place.value)
    return read_answer(question, text, today(turn))


def today(turn: Turn) -> date:
    """Today in Denmark."""
    return danish_day(turn.now)


def _length(value: Value) -> int:
    return len(value) if isinstance(value, tuple) else 1


def _vague_of(answers: dict[str, Any]) -> Vague | None:
    if not answers.get("vague"):
        return None
    start = answers["start"]
    return Vague(answers["vague"], answers["word"], start, start + len(answers["word"]))


async def save(turn: Turn, place: Place, value: Value, seen: int | None) -> Clash | None:
    """Save an answer over the version that was seen when the question was put (or `seen`)."""
    return await sheets.save_answer(
        turn.session,
        turn.now,
        turn.person,
        place.filled,
        place.question,
        value,
        int(turn.answers.get("seen", 0)) if seen is None else seen,
        turn.library.words,
    )


async def _ask_vague(turn: Turn, place: Place, value: Value) -> bool:
    """Ask once about the first vague word in what was just written. False if there is none."""
    old = len(place.value) if isinstance(place.value, tuple) else 0
    lines = value[old:] if isinstance(value, tuple) else (value,)
    for number, line in enumerate(lines, start=old):
        vague = isinstance(line, str) and find_vague(
            line, place.question.vague, turn.library.words, turn.language
        )
        if vague:
            turn.go(
                FLOW,
                place.question.id,
                sheet=place.filled.sheet_id,
                seen=int(turn.answers.get("seen", 0)) + 1,
                vague=vague.kind,
                word=vague.word,
                start=vague.start,
                line=number,
            )
            button = Button("button-unknown", place.data("enough"))
            turn.say(f"vague-{vague.kind}", ((button,),), word=vague.word, line=str(line))
            return True
    return False


async def go_on(turn: Turn, place: Place, *, leave: bool = False) -> None:
    """The next question; lists stay until they are done."""
    fresh = await place_of(turn, str(place.filled.sheet_id), place.question.id)
    assert fresh is not None
    if place.question.kind is Kind.STEPS and fresh.value and not leave:
        show_lines(turn, fresh)
        return
    said = ""
    if turn.answers.get("vague") and not leave:
        said = shown(place.question, fresh.value, turn.language)
    following = next_open(fresh.form, fresh.filled.answers, place.question.id)
    if following:
        ask(turn, Place(fresh.filled, fresh.form, following), said=said)
    else:
        show_overview(turn, fresh.filled)
