"""Writing in a case: words, files, places and corrections, by answering a message or in a chosen
case. Where it is not clear which case is meant, the hotline asks and keeps what was written."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from telegram import Message as Telegrams
from telegram import Update

from domain.errors import HotlineError
from domain.incidents import Status
from domain.messages import Button, Message, column
from domain.people import Role
from domain.relay import Unclear
from domain.triage import Level
from handlers import case_view
from handlers import guides as guide_talk
from handlers.menu import menu_buttons
from handlers.turn import Turn, pressed, pressed_id, written
from models.incidents import Incident
from services import files, guides, incidents, relay
from services.relay import Answered, Line, Passed

WHICH = "which"
"""The flow in which something written waits for its case."""

MOST_KEPT = 20


async def choose(update: Update, turn: Turn) -> None:
    """ "Answer": what is written from now on goes to this case."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    if not _writes_in(turn, incident):
        await case_view.show(turn, incident)
        return
    relay.choose(turn.session, turn.chat, incident)
    await _say_chosen(turn, incident)


def _writes_in(turn: Turn, incident: Incident) -> bool:
    return incident.status is not Status.CLOSED and turn.person.id in (
        incident.owner_id,
        incident.reporter_id,
    )


async def _say_chosen(turn: Turn, incident: Incident) -> None:
    other = await relay.other_side(turn.session, turn.person, incident)
    key = "case-writing" if other else "case-adding"
    turn.say_in(
        incident,
        key,
        column(Button("button-view", f"view:{incident.id}"), Button("button-stop-writing", "menu")),
        name=other.name if other else "",
    )


async def on_line(update: Update, turn: Turn) -> bool:
    """Something was written, sent or shown: pass it on if it belongs to a case, or ask which.

    False if it belongs to no conversation. What sounds like danger while no case is chosen is not
    kept waiting for an answer: it raises the alarm.
    """
    to = answered_of(update)
    found = await relay.find_aim(turn.session, turn.chat, turn.person, to)
    if isinstance(found, int):
        await _pass(turn, found, [line_of(turn, update)])
    elif found is Unclear.NOWHERE or _is_alarming(turn, written(update)):
        return False
    else:
        await _ask(turn, [line_of(turn, update)])
    return True


async def answered(update: Update, turn: Turn) -> bool:
    """A message from a case was answered in the middle of something else: it goes there, and the
    other thing stays where it is. False for an answer to anything else."""
    to = answered_of(update)
    found = await relay.answered_case(turn.session, turn.chat, to) if to else None
    if found is None:
        return False
    try:
        await _pass(turn, found, [line_of(turn, update)])
    except HotlineError as error:
        turn.send(Message(error.key, error.params))
    return True


async def _pass(turn: Turn, incident_id: int, lines: Sequence[Line]) -> None:
    """What sounds like danger gets 112 first, and goes through too."""
    passed = None
    for line in lines:
        level = _level(turn, line.text)
        if level is not Level.NORMAL and await _nobody_listens(turn, incident_id):
            advice = guides.advise(turn.library, line.text, turn.language)
            await guide_talk.raise_alarm(turn, line.text, advice)
            continue
        alarm = level is Level.EMERGENCY
        if alarm:
            turn.say("emergency-112")
        passed = await relay.pass_on(
            turn.session, turn.now, turn.person, incident_id, line, alarm=alarm
        )
    if passed:
        confirm(turn, passed)


async def _nobody_listens(turn: Turn, incident_id: int) -> bool:
    incident = await incidents.find_case(turn.session, turn.person, incident_id)
    return incident.status is Status.OPEN


def confirm(turn: Turn, passed: Passed) -> None:
    """Where the line went; or, if it can reach nobody, what to do."""
    incident = passed.incident
    key = "line-passed-on" if passed.queued else "line-kept"
    if passed.to and not passed.queued:
        by_reporter = incident.reporter_id == turn.person.id
        key = "line-lost-employer" if by_reporter else "line-lost-staff"
    turn.say_in(incident, key)


def _level(turn: Turn, text: str) -> Level:
    if turn.person.role is not Role.EMPLOYER or not text:
        return Level.NORMAL
    return guides.advise(turn.library, text, turn.language).level


def _is_alarming(turn: Turn, text: str) -> bool:
    return turn.chat.flow in ("", "asked") and _level(turn, text) is not Level.NORMAL


async def _ask(turn: Turn, lines: Sequence[Line]) -> None:
    """Which case? What was written is kept until the answer."""
    kept = json.dumps([asdict(line) for line in lines[:MOST_KEPT]], ensure_ascii=False)
    turn.go(WHICH, kept=kept)
    buttons = [await _way_to(turn, talk) for talk in await relay.talks(turn.session, turn.person)]
    new = "button-new-question" if turn.person.role.is_staff else "button-new-matter"
    turn.say(
        "line-to-which", column(*buttons, Button(new, "to:new"), Button("button-cancel", "cancel"))
    )


async def _way_to(turn: Turn, talk: Incident) -> Button:
    other = await relay.other_side(turn.session, turn.person, talk)
    return Button(
        "button-to-case",
        f"to:{talk.id}",
        params={"reference": talk.reference, "name": other.name if other else ""},
    )


def kept_lines(turn: Turn) -> list[Line]:
    """What waits for its case."""
    if turn.chat.flow != WHICH:
        return []
    return [Line(**line) for line in json.loads(turn.answers["kept"])]


async def keep_more(update: Update, turn: Turn) -> None:
    """More was written before the question was answered: it waits too, unless it answers a message
    itself."""
    if await answered(update, turn):
        return
    if turn.person.role is Role.EMPLOYER and _level(turn, written(update)) is not Level.NORMAL:
        await guide_talk.ask(update, turn)
        return
    await _ask(turn, [*kept_lines(turn), line_of(turn, update)])


async def send_to(update: Update, turn: Turn) -> None:
    """The case was named: what was kept goes there, and so does what is written next."""
    kept, chosen = kept_lines(turn), pressed(update)[1]
    if chosen == "new":
        await _something_new(turn, kept)
        return
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    if not _writes_in(turn, incident):
        turn.go("")
        await case_view.show(turn, incident)
        return
    relay.choose(turn.session, turn.chat, incident)
    if kept:
        await _pass(turn, incident.id or 0, kept)
    else:
        await _say_chosen(turn, incident)


async def _something_new(turn: Turn, kept: Sequence[Line]) -> None:
    turn.go("")
    words = "\n".join(line.text for line in kept if line.text)
    if words:
        await guide_talk.answer(turn, words)
    else:
        turn.say("file-nowhere" if kept else "button-too-old", menu_buttons(turn.person.role))


async def edited(update: Update, turn: Turn) -> None:
    """A message was changed: the new words go where the old ones went."""
    message = update.edited_message
    if message is None or message.location:  # a place that is shared live moves all the time
        return
    line = line_of(turn, update, keep=False)
    kept = kept_lines(turn)
    if any(one.source == line.source for one in kept):
        changed = [line if one.source == line.source else one for one in kept]
        turn.go(WHICH, kept=json.dumps([asdict(one) for one in changed], ensure_ascii=False))
        return
    try:
        passed = await relay.correct(turn.session, turn.now, turn.person, line)
    except HotlineError as error:
        turn.send(Message(error.key, error.params))
        return
    if passed is None:
        turn.say("edited-not-read")
    elif passed.queued and passed.to:
        incident = passed.incident
        turn.say_in(incident, "line-corrected")


async def send_again(update: Update, turn: Turn) -> None:
    """A line that did not arrive is tried again."""
    passed = await relay.send_again(
        turn.session, turn.now, turn.chat, turn.person, pressed_id(update)
    )
    confirm(turn, passed)


def answered_of(update: Update) -> Answered | None:
    """The message that this one answers."""
    message = update.effective_message
    to = message.reply_to_message if message else None
    if to is None:
        return None
    ours = to.from_user is not None and to.from_user.is_bot
    return Answered(to.message_id, (to.text or to.caption or "") if ours else "")


def line_of(turn: Turn, update: Update, *, keep: bool = True) -> Line:
    """What was written, without who wrote it or whom it was forwarded from. `keep`: its file is
    remembered."""
    message = update.effective_message
    assert message is not None
    source = f"{turn.chat.key}:{message.message_id}"
    if message.location:
        place = f"{message.location.latitude:.6f},{message.location.longitude:.6f}"
        return Line(place=place, source=source)
    document = ""
    if keep and message.effective_attachment:
        document = files.keep(turn.session, turn.now, turn.chat, attachment_of(message))
    return Line(written(update), document, source=source)


_KINDS = ("voice", "video", "video_note", "animation", "audio", "document")
"""As Telegram names them; an animation also comes as a document."""

_NAMES = {"voice": "voice.ogg", "video": "video.mp4", "video_note": "video.mp4"}


_TYPES = {"video_note": "video/mp4", "voice": "audio/ogg"}


def attachment_of(message: Telegrams) -> files.Attachment:
    """The file of a message, as its door describes it."""
    if message.photo:
        photo = message.photo[-1]
        size = photo.file_size or 0
        return files.Attachment(photo.file_id, "photo.jpg", "image/jpeg", size, "photo")
    kind = next(kind for kind in _KINDS if getattr(message, kind))
    file = getattr(message, kind)
    name = getattr(file, "file_name", None) or _NAMES.get(kind, kind)
    media_type = getattr(file, "mime_type", None) or _TYPES.get(kind, "application/octet-stream")
    return files.Attachment(file.file_id, name, media_type, file.file_size or 0, kind)
