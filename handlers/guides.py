"""A message in one's own words → the guides that fit → did it help?"""

from telegram import Update

from domain.messages import Button, Message, Priority, Ref, column
from domain.triage import Level
from handlers import browse
from handlers.escalations import announce
from handlers.turn import MENU, Turn, pressed, written
from models.incidents import Incident
from services import escalations, guides, incidents, leaflets
from services.guides import Advice

LONG_TEXT = 4096


async def ask(update: Update, turn: Turn) -> None:
    """Answer a message: 112 first if it sounds like danger, else the best guides, else a person."""
    await answer(turn, written(update))


async def guide_command(update: Update, turn: Turn) -> None:
    """`/guide word`, or the ways in if nothing follows."""
    if turn.args:
        await answer(turn, " ".join(turn.args))
    else:
        await browse.choose_see(update, turn)


async def answer(turn: Turn, text: str) -> None:
    """Triage first; then guides as buttons, the best one's lines at once."""
    advice = guides.advise(turn.library, text, turn.language)
    if len(text) > LONG_TEXT:
        turn.say("long-text")
    if advice.level is not Level.NORMAL and not turn.person.role.is_staff:
        await raise_alarm(turn, text, advice)
    elif advice.guide_ids:
        offer(turn, advice, text)
    else:
        guides.note_open_question(turn.session, turn.now, text, turn.language)
        turn.go("asked", question=text[:4000], level=advice.level)
        turn.say("no-guide", column(*_ways_on(turn), Button("button-guides", "guides"), MENU))


async def raise_alarm(turn: Turn, text: str, advice: Advice) -> Incident:
    """Danger: 112 as the very first answer. Urgent: the first lines. Both: the specialists are told
    now, without a further question."""
    if advice.level is Level.EMERGENCY:
        turn.send(Message("emergency-112", priority=Priority.EMERGENCY))
    incident = await incidents.log_incident(
        turn.session,
        turn.now,
        turn.person,
        text,
        level=advice.level,
        category=guides.propose_category(turn.library, advice.guide_ids, advice.level),
    )
    if advice.level is Level.URGENT and advice.guide_ids:
        offer(turn, advice, text, after=True)
    called = await escalations.ask_specialist(
        turn.session, turn.now, turn.person, incident, turn.office
    )
    turn.go("")
    calm = [Button("button-not-urgent", f"calm:{incident.id}")]
    announce(turn, incident, called, column(*calm * (advice.level is Level.URGENT), MENU))
    return incident


def offer(turn: Turn, advice: Advice, text: str, *, after: bool = False) -> None:
    """The best guide's lines, the others as buttons, and the ways on."""
    best, *others = advice.guide_ids
    guides.show_guide(turn.session, turn.now, turn.person, best)
    turn.go("asked", question=text[:4000], level=advice.level, guide=best)
    buttons = [Button(f"guide-title:{other}", f"guide:{other}") for other in others]
    more = [Button("button-long", f"long:{best}")]
    if not after:
        more += [Button("button-helped", f"helped:{best}"), *_ways_on(turn)]
    turn.say("guide-found", column(*buttons, *more), guide=Ref(f"guide-short:{best}"))


def _ways_on(turn: Turn) -> list[Button]:
    if turn.person.role.is_staff:
        return []
    return [Button("button-log-it", "log"), Button("button-specialist", "specialist")]


async def open_guide(update: Update, turn: Turn) -> None:
    """A guide chosen by its button."""
    guide_id = pressed(update)[1]
    if guide_id not in turn.library.guides:
        turn.say("guide-gone", ((MENU,),))
        return
    guides.show_guide(turn.session, turn.now, turn.person, guide_id)
    if turn.chat.flow in ("", "asked"):
        turn.go("asked", **{**turn.answers, "guide": guide_id})
    buttons = [
        Button("button-long", f"long:{guide_id}"),
        Button("button-helped", f"helped:{guide_id}"),
        *_ways_on(turn),
        MENU,
    ]
    turn.say("guide-found", column(*buttons), guide=Ref(f"guide-short:{guide_id}"))


async def open_long(update: Update, turn: Turn) -> None:
    """The whole guide, with the guides next to it."""
    guide = turn.library.guides.get(pressed(update)[1])
    if guide is None:
        turn.say("guide-gone", ((MENU,),))
        return
    related = [Button(f"guide-title:{other}", f"guide:{other}") for other in guide.related]
    more = [
        Button("button-as-pdf", f"pdf:{guide.id}"),
        Button("button-helped", f"helped:{guide.id}"),
        *_ways_on(turn),
        MENU,
    ]
    turn.say("guide-found", column(*related, *more), guide=Ref(f"guide-long:{guide.id}"))


async def as_pdf(update: Update, turn: Turn) -> None:
    """The whole guide on paper."""
    guide = turn.library.guides.get(pressed(update)[1])
    if guide is None:
        turn.say("guide-gone", ((MENU,),))
        return
    file = leaflets.order(turn.session, turn.now, turn.chat, guide, turn.language)
    buttons = [Button("button-helped", f"helped:{guide.id}"), *_ways_on(turn), MENU]
    turn.send(Message("leaflet-ready", {}, column(*buttons), document=file))


async def helped(update: Update, turn: Turn) -> None:
    """It helped: good, and remembered."""
    await guides.rate_guide(turn.session, turn.person, pressed(update)[1], helped=True)
    turn.go("")
    turn.say("glad-it-helped", ((MENU,),))
