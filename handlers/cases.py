"""A case from both sides: take it, write to each other, close it."""

from telegram import Update

from domain.incidents import Outcome, Status
from domain.messages import Button, Ref, column
from domain.people import Role
from domain.triage import Level
from handlers import menu
from handlers.escalations import WRITING, owner_buttons
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from models.incidents import Incident
from services import files, guides, incidents, taking

CLOSING = "closing"


async def take(update: Update, turn: Turn) -> None:
    """ "I take it": of two who press, one wins; the other hears who."""
    incident = await taking.acknowledge(
        turn.session, turn.now, turn.person, pressed_id(update), turn.office
    )
    if incident.drill:
        turn.say("drill-thanks", ((MENU,),), reference=incident.reference)
        return
    turn.go(WRITING, incident=incident.id or 0)
    turn.say("you-took-it", owner_buttons(incident), reference=incident.reference)


async def open_case(update: Update, turn: Turn) -> None:
    """Write in this case from now on."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    if incident.status is Status.OPEN and turn.person.role is Role.SPECIALIST:
        turn.say(
            "case-view",
            column(
                Button("button-take", f"take:{incident.id}"),
                Button("button-not-me", f"pass:{incident.id}"),
                MENU,
            ),
            **_facts(incident),
        )
    elif incident.status is Status.CLOSED or turn.person.id not in (
        incident.owner_id,
        incident.reporter_id,
    ):
        turn.say("case-view", ((MENU,),), **_facts(incident))
    else:
        turn.go(WRITING, incident=incident.id or 0)
        own = incident.owner_id == turn.person.id
        buttons = owner_buttons(incident) if own else column(Button("button-stop-writing", "menu"))
        turn.say("case-writing", buttons, reference=incident.reference)


def _facts(incident: Incident) -> dict[str, str | Ref]:
    return {
        "reference": incident.reference,
        "level": Ref(f"level-{incident.level}"),
        "status": Ref(f"status-{incident.status}"),
        "happened": incident.happened[:3000],
    }


async def on_text(update: Update, turn: Turn) -> None:
    """A line to the other side. What sounds like danger gets 112 first, and goes through too."""
    text = written(update)
    if turn.person.role is Role.EMPLOYER:
        advice = guides.advise(turn.library, text, turn.language)
        if advice.level is Level.EMERGENCY:
            turn.say("emergency-112")
    incident = await incidents.relay(
        turn.session, turn.now, turn.person, int(turn.answers["incident"]), text
    )
    turn.say("line-passed-on", reference=incident.reference)


async def on_file(update: Update, turn: Turn) -> None:
    """A file goes to the other side of a case; outside a case there is nobody to look at it."""
    if turn.chat.flow != WRITING:
        turn.say("file-nowhere", menu.menu_buttons(turn.person.role))
        return
    stored = files.keep(turn.session, turn.now, turn.chat, attachment_of(update))
    incident = await incidents.relay(
        turn.session,
        turn.now,
        turn.person,
        int(turn.answers["incident"]),
        written(update),
        stored,
    )
    turn.say("line-passed-on", reference=incident.reference)


def attachment_of(update: Update) -> files.Attachment:
    """The file of a message, as its door describes it."""
    message = update.effective_message
    assert message is not None
    file = message.document or message.audio or message.voice or message.video
    if file is None:
        photo = message.photo[-1]
        return files.Attachment(photo.file_id, "photo.jpg", "image/jpeg", photo.file_size or 0)
    name = getattr(file, "file_name", None) or f"{type(file).__name__.lower()}"
    kind = file.mime_type or "application/octet-stream"
    return files.Attachment(file.file_id, name, kind, file.file_size or 0)


async def begin_closing(update: Update, turn: Turn) -> None:
    """How did it end?"""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    turn.go(CLOSING, "outcome", incident=incident.id or 0)
    buttons = [Button(f"outcome-{o}", f"outcome:{incident.id}:{o}") for o in Outcome]
    turn.say(
        "closing-outcome",
        column(*buttons, Button("button-cancel", "cancel")),
        reference=incident.reference,
    )


async def choose_outcome(update: Update, turn: Turn) -> None:
    """And one line on what was learned."""
    _, number, outcome = (*pressed(update), "", "")[:3]
    if turn.chat.flow != CLOSING or str(turn.answers["incident"]) != number:
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))
        return
    turn.go(CLOSING, "learned", incident=int(number), outcome=outcome)
    turn.say("closing-learned", column(Button("button-nothing-learned", "learned:")))


async def on_learned(update: Update, turn: Turn) -> None:
    """What was learned, as text."""
    if turn.chat.step == "learned":
        await _close(turn, written(update))
    else:
        turn.say("closing-press-outcome", ((Button("button-cancel", "cancel"),),))


async def nothing_learned(_update: Update, turn: Turn) -> None:
    """Nothing to add."""
    if turn.chat.flow == CLOSING and turn.chat.step == "learned":
        await _close(turn, "")
    else:
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))


async def _close(turn: Turn, learned: str) -> None:
    outcome = next((o for o in Outcome if o == turn.answers["outcome"]), Outcome.OTHER)
    incident = await incidents.close_case(
        turn.session, turn.now, turn.person, int(turn.answers["incident"]), outcome, learned
    )
    turn.go("")
    turn.say("you-closed-it", ((MENU,),), reference=incident.reference)


async def list_cases(_update: Update, turn: Turn) -> None:
    """My cases, and those that wait for somebody."""
    found = await incidents.open_cases(turn.session, turn.person)
    if not found:
        turn.say("no-cases", ((MENU,),))
        return
    buttons = [
        Button(
            f"button-case-{incident.status}",
            f"case:{incident.id}",
            params={"reference": incident.reference, "level": Ref(f"level-{incident.level}")},
        )
        for incident in found
    ]
    turn.say("cases", column(*buttons, MENU), count=len(found))
