"""Which update goes where. Everything but the door itself is behind the door."""

from collections.abc import Callable, Coroutine
from typing import Any

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
    browse,
    calendars,
    case_view,
    cases,
    door,
    duty,
    escalations,
    followups,
    guides,
    incidents,
    learned,
    menu,
    notes,
    placements,
    questions,
    reachability,
    readers,
    relay,
    reviewers,
    satisfaction,
    sheet_buttons,
    sheet_desk,
    sheet_paper,
    sheets,
    staff,
    swaps,
    visit_day,
    visit_details,
    visit_week,
    visits,
)
from handlers.sheet_view import FLOW as SHEET
from handlers.turn import Press, Turn
from services.followups import FLOW as FOLLOW_UP
from services.relay import WRITING

Callback = Callable[[Update, Turn], Coroutine[Any, Any, None]]
Handler = BaseHandler[Update, Turn, None]

_FLOWS: dict[str, Callback] = {
    incidents.FLOW: incidents.on_text,
    "specialist": incidents.on_specialist_text,
    relay.WHICH: relay.keep_more,
    notes.FLOW: notes.on_text,
    cases.CLOSING: cases.on_learned,
    SHEET: sheets.on_text,
    satisfaction.FLOW: satisfaction.on_words,
    sheet_paper.AGREED: sheet_paper.on_agreed_name,
    questions.FLOW: questions.on_text,
    reviewers.FLOW: reviewers.on_text,
    visit_details.WHERE: visit_details.on_where,
    visit_details.PREPARE: visit_details.on_prepare,
    visit_day.NOTE: visit_day.on_note,
    FOLLOW_UP: followups.on_text,
    followups.WORSE: followups.on_worse_text,
    duty.FLOW: duty.on_text,
}
_FOLLOW_UP_BUTTONS: dict[str, Callback] = {
    "followup": followups.tap,
    "notanswer": followups.not_an_answer,
    "later": followups.later,
    "snooze": followups.snooze,
    "followups": followups.list_tasks,
    "task": followups.open_task,
    "taskdone": followups.finish_task,
}
_SHEET_BUTTONS: dict[str, Callback] = {
    "sheets": sheet_desk.list_sheets,
    "newsheet": sheet_desk.new_sheet,
    "form": sheet_desk.begin,
    "ownform": sheet_desk.fill_myself,
    "sendform": sheet_desk.send_form,
    "sheet": sheet_desk.open_sheet,
    "change": sheet_desk.change,
    "print": sheet_paper.print_sheet,
    "yes": sheet_paper.employee_yes,
    "together": sheet_paper.read_together,
    "cardlink": sheet_paper.make_link,
    "draw": sheet_paper.draw,
    "rate": satisfaction.rate,
    "plan": sheet_paper.day_plan,
    "plancard": sheet_paper.plan_card,
    "makeplan": sheet_paper.make_plan,
    "go": sheet_buttons.go,
    "ask": sheet_buttons.put_question,
    "pick": sheet_buttons.pick,
    "unknown": sheet_buttons.unknown,
    "enough": sheet_buttons.enough,
    "skip": sheet_buttons.skip,
    "done": sheet_buttons.done,
    "back": sheet_buttons.back,
    "drop": sheet_buttons.drop_line,
    "clear": sheet_buttons.clear_lines,
    "theirs": sheet_buttons.keep_theirs,
    "mine": sheet_buttons.use_mine,
    "pause": sheet_buttons.pause,
    "held": sheets.was_answer,
}
_VISIT_BUTTONS: dict[str, Callback] = {
    "visits": visits.show,
    "visit": visits.open_visit,
    "visitask": visits.ask,
    "visitpicture": visit_week.picture,
    "visittimes": visits.show_times,
    "visitlet": visits.let_choose,
    "visitbook": visits.book,
    "visitextra": visits.overtime,
    "visitmove": visits.begin_move,
    "visitdrop": visits.begin_cancel,
    "visitgone": visits.cancel,
    "visitnew": visits.ask_again,
    "visitprep": visit_details.begin_prepare,
    "visitform": visit_details.prepare_sheet,
    "visitway": visit_day.set_off,
    "visitlate": visit_day.run_late,
    "visitnobody": visit_day.nobody,
    "visitnote": visit_day.begin_note,
    "visitskip": visit_day.skip,
}
_DUTY_BUTTONS: dict[str, Callback] = {
    "duty": duty.show,
    "sick": duty.sick,
    "backonduty": duty.back_on_duty,
    "daysoff": duty.days_off,
    "away": duty.away,
    "dropaway": duty.drop_absence,
    "hours": duty.hours,
    "quiet": duty.choose_quiet,
    "swap": swaps.which_day,
    "swapday": swaps.with_whom,
    "swapwith": swaps.in_return,
    "swapask": swaps.ask,
    "swapyes": swaps.accept,
    "swapno": swaps.decline,
    "calendar": calendars.show,
}
_SPENDING = {
    *("followup", "notanswer", "later", "snooze", "taskdone"),
    *(
        "helped",
        "tried",
        "level",
        "category",
        "call",
        "calm",
        "take",
        "outcome",
        "learned",
        "cancel",
    ),
    *("pick", "unknown", "enough", "mine", "theirs", "held", "to", "again", "rate"),
    *("visitbook", "visitextra", "visitgone", "visitskip", "visitnobody", "visitform"),
    *("seen", "pass", "handto", "accepts", "declines", "called", "working"),
    *("away", "dropaway", "sick", "backonduty", "swapask", "swapyes", "swapno"),
}
"""Buttons that answer a question: after a press, the whole keyboard is taken away. The others lead
somewhere and stay, so that one can come back and go another way."""

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
    commands: dict[str, Callback] = {
        "menu": menu.show,
        "help": menu.help_,
        "cancel": menu.cancel,
        "guide": guides.guide_command,
        "incident": incidents.begin,
        "cases": case_view.list_cases,
        "note": notes.command,
        "questions": _staff_only(questions.show),
        "review": staff.review_link,
        "card": sheet_desk.begin_card,
        "sheets": sheet_desk.list_sheets,
        "visits": visits.show,
        "placements": placements.list_placements,
        "followups": followups.list_tasks,
        "duty": duty.show,
        "learned": learned.find,
        "quiet": duty.quiet,
        "calendar": _staff_only(calendars.show),
    }
    buttons: dict[str, Callback] = {
        "menu": menu.show,
        "help": menu.help_,
        "cancel": menu.cancel,
        "guides": browse.choose_see,
        "see": browse.choose_when,
        "when": browse.list_guides,
        "conditions": browse.choose_condition,
        "condition": browse.list_by_condition,
        "startguide": browse.start_guide,
        "guide": guides.open_guide,
        "long": guides.open_long,
        "pdf": guides.as_pdf,
        "helped": guides.helped,
        "incident": incidents.begin,
        "log": incidents.log_question,
        "tried": incidents.nothing_tried,
        "level": incidents.choose_level,
        "category": incidents.choose_category,
        "specialist": incidents.talk_to_specialist,
        "call": incidents.call_for_case,
        "calm": incidents.not_urgent,
        "take": cases.take,
        "view": case_view.open_case,
        "topic": case_view.choose_category,
        "case": relay.choose,
        "to": relay.send_to,
        "again": relay.send_again,
        "note": notes.begin,
        "letread": readers.let_read,
        "readalong": readers.read_along,
        "unread": readers.stop,
        "seen": reachability.seen,
        "pass": escalations.not_me,
        "handover": escalations.choose_colleague,
        "handto": escalations.hand_over,
        "accepts": escalations.accept,
        "declines": escalations.decline,
        "called": escalations.called,
        "working": escalations.still_working,
        "close": cases.begin_closing,
        "outcome": cases.choose_outcome,
        "learned": cases.nothing_learned,
        "cases": case_view.list_cases,
        "questions": _staff_only(questions.show),
        "answers": questions.choose_guide,
        "noguide": questions.no_guide,
        "newguide": questions.new_guide,
        "takeback": questions.take_back,
        "findguide": questions.find_guide,
        "review": staff.review_link,
        "reviewer": _staff_only(reviewers.begin),
        "placements": placements.list_placements,
        "placement": placements.open_placement,
        **_FOLLOW_UP_BUTTONS,
        **_SHEET_BUTTONS,
        **_VISIT_BUTTONS,
        **_DUTY_BUTTONS,
    }
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
        *(CommandHandler(name, _inside(callback)) for name, callback in commands.items()),
        *(
            CallbackQueryHandler(
                _press(_inside(callback), spends=name in _SPENDING), rf"^{name}(:|$)"
            )
            for name, callback in buttons.items()
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


def _staff_only(callback: Callback) -> Callback:
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
        await _FLOWS.get(flow, guides.ask)(update, turn)


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
