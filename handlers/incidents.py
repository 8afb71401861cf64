"""Something happened: what, what has been tried, how urgent → a reference, a guide, a person."""

from collections.abc import Sequence

from telegram import Update

from domain.incidents import Category
from domain.messages import Button, Ref, column
from domain.people import Role
from domain.triage import Level
from handlers import guides as guide_talk
from handlers import menu
from handlers.escalations import announce
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from services import escalations, guides, incidents

FLOW = "incident"
LEVELS = (Level.NORMAL, Level.URGENT, Level.EMERGENCY)


async def begin(_update: Update, turn: Turn) -> None:
    """`/incident`: what happened?"""
    if turn.person.role is not Role.EMPLOYER:
        turn.say("only-employers-log", ((MENU,),))
        return
    turn.go(FLOW, "happened")
    turn.say("incident-happened", column(Button("button-cancel", "cancel")))


async def log_question(update: Update, turn: Turn) -> None:
    """ "Log it" under a guide: what was asked is what happened."""
    question = turn.answers.get("question", "")
    if turn.person.role is not Role.EMPLOYER or not question:
        await begin(update, turn)
        return
    level, guide = Level(turn.answers.get("level", Level.NORMAL)), turn.answers.get("guide", "")
    await guides.rate_guide(turn.session, turn.person, guide, helped=False)
    _ask_tried(turn, question, level, guide, opened_from=guide)


async def on_text(update: Update, turn: Turn) -> None:
    """An answer in the conversation. Danger is answered before anything else."""
    text = written(update)
    if turn.chat.step == "happened":
        advice = guides.advise(turn.library, text, turn.language)
        if advice.level is Level.EMERGENCY:
            await guide_talk.raise_alarm(turn, text, advice)
        else:
            guide = advice.guide_ids[0] if advice.guide_ids else ""
            _ask_tried(turn, text, advice.level, guide)
    elif turn.chat.step == "tried":
        _ask_level(turn, text)
    else:
        turn.say("incident-press-level", _level_buttons(Level(turn.answers["level"])))


def _ask_tried(
    turn: Turn, happened: str, level: Level, guide: str, *, opened_from: str = ""
) -> None:
    turn.go(FLOW, "tried", happened=happened, guide=guide, level=level, opened_from=opened_from)
    turn.say("incident-tried", column(Button("button-nothing-yet", "tried:")))


async def nothing_tried(_update: Update, turn: Turn) -> None:
    """Nothing has been tried yet: a good answer too."""
    if turn.chat.flow == FLOW and turn.chat.step == "tried":
        _ask_level(turn, "")
    else:
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))


def _ask_level(turn: Turn, tried: str) -> None:
    level, guide = Level(turn.answers["level"]), turn.answers["guide"]
    category = guides.propose_category(turn.library, [guide], level)
    turn.go(FLOW, "level", **{**turn.answers, "tried": tried, "category": category})
    _put_level(turn)


def _put_level(turn: Turn) -> None:
    level, category = Level(turn.answers["level"]), _category(turn)
    turn.say(
        "incident-level",
        _level_buttons(level),
        level=Ref(f"level-{level}"),
        category=Ref(f"category-{category}"),
    )


def _category(turn: Turn) -> Category:
    return Category(turn.answers.get("category", Category.OTHER))


async def choose_category(update: Update, turn: Turn) -> None:
    """Another category: first all of them, then back to the level with the one that is right."""
    if turn.chat.flow != FLOW or turn.chat.step != "level":
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))
        return
    chosen = next((known for known in Category if known == pressed(update)[1]), None)
    if chosen is None:
        buttons = (Button(f"category-{known}", f"category:{known}") for known in Category)
        turn.say("incident-category", column(*buttons))
        return
    turn.go(FLOW, "level", **{**turn.answers, "category": chosen})
    _put_level(turn)


def _level_buttons(proposed: Level) -> tuple[tuple[Button, ...], ...]:
    ordered = [proposed, *(level for level in LEVELS if level is not proposed)]
    levels = (Button(f"button-level-{level}", f"level:{level}") for level in ordered)
    return column(*levels, Button("button-category", "category:"))


async def choose_level(update: Update, turn: Turn) -> None:
    """The level is chosen: store the case; whoever is in danger gets 112 and a person at once."""
    if turn.chat.flow != FLOW or turn.chat.step != "level":
        turn.say("button-too-old", menu.menu_buttons(turn.person.role))
        return
    answers = turn.answers
    level = next((known for known in LEVELS if known == pressed(update)[1]), Level.NORMAL)
    if level is Level.EMERGENCY:
        turn.say("emergency-112")
    incident = await incidents.log_incident(
        turn.session,
        turn.now,
        turn.person,
        answers["happened"],
        level=level,
        tried=answers["tried"],
        category=_category(turn),
    )
    await guides.led_to_case(
        turn.session, turn.now, turn.person, answers.get("opened_from", ""), incident
    )
    turn.go("")
    if level is not Level.NORMAL:
        called = await escalations.ask_specialist(
            turn.session, turn.now, turn.person, incident, turn.office
        )
        announce(turn, incident, called)
        return
    guide = answers.get("guide", "")
    buttons = [Button("button-call-specialist", f"call:{incident.id}")]
    if guide in turn.library.guides:
        buttons.append(
            Button(
                "button-read-guide", f"guide:{guide}", params={"guide": Ref(f"guide-title:{guide}")}
            )
        )
    turn.say(
        "incident-logged",
        column(*buttons, Button("button-enough", "menu")),
        reference=incident.reference,
    )


async def talk_to_specialist(update: Update, turn: Turn) -> None:
    """ "Talk to a specialist": with what was just asked, or after asking what it is about."""
    if turn.person.role is not Role.EMPLOYER:
        turn.say("only-employers-log", ((MENU,),))
        return
    question = turn.answers.get("question", "") if turn.chat.flow == "asked" else ""
    if not question:
        turn.go("specialist")
        turn.say("specialist-about", column(Button("button-cancel", "cancel")))
        return
    level = Level(turn.answers.get("level", Level.NORMAL))
    guide = turn.answers.get("guide", "")
    await _call(turn, question, level, [guide], opened_from=guide)


async def on_specialist_text(update: Update, turn: Turn) -> None:
    """What the specialist should know: a case, and everybody is told."""
    text = written(update)
    advice = guides.advise(turn.library, text, turn.language)
    if advice.level is Level.NORMAL:
        await _call(turn, text, advice.level, advice.guide_ids)
    else:
        await guide_talk.raise_alarm(turn, text, advice)


async def _call(
    turn: Turn, text: str, level: Level, guide_ids: Sequence[str], *, opened_from: str = ""
) -> None:
    category = guides.propose_category(turn.library, guide_ids, level)
    incident = await incidents.log_incident(
        turn.session, turn.now, turn.person, text, level=level, category=category
    )
    await guides.led_to_case(turn.session, turn.now, turn.person, opened_from, incident)
    called = await escalations.ask_specialist(
        turn.session, turn.now, turn.person, incident, turn.office
    )
    turn.go("")
    announce(turn, incident, called)


async def call_for_case(update: Update, turn: Turn) -> None:
    """A specialist is wanted for a case that is logged already."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    called = await escalations.ask_specialist(
        turn.session, turn.now, turn.person, incident, turn.office
    )
    announce(turn, incident, called)


async def not_urgent(update: Update, turn: Turn) -> None:
    """It does not hurry after all: the case stays, as a normal one."""
    incident = await incidents.find_case(turn.session, turn.person, pressed_id(update))
    await escalations.not_urgent(turn.session, turn.now, turn.person, incident, turn.office)
    turn.say("calmed", ((MENU,),), reference=incident.reference)
