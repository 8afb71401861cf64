"""The list of cases, and one case with what was said last and what can be done now."""

from collections.abc import Sequence

from telegram import Update

from domain.incidents import Category, Happening, Status, spoken_reference
from domain.messages import Button, Param, Ref, Rows, column
from domain.people import Role
from handlers.turn import MENU, Turn, pressed, pressed_id, written
from models.incidents import Incident, IncidentEvent
from models.people import Person
from services import cases, notices
from services.cases import CaseView, Listed

LONGEST = 200
"""Characters of a line in a view; the whole of it stands where it was written."""


async def list_cases(update: Update, turn: Turn) -> None:
    """The cases of whoever asks, page by page."""
    query = update.callback_query
    number = pressed(update)[1] if query else ""
    page = int(number) if number.isdecimal() and len(number) < 5 else 0
    found = await cases.list_cases(turn.session, turn.person, page)
    employer = turn.person.role is Role.EMPLOYER
    if not found.rows:
        turn.say("no-cases-employer" if employer else "no-cases", ((MENU,),))
        return
    turn_pages = []
    if page:
        turn_pages.append(Button("button-page-back", f"cases:{page - 1}"))
    if found.more:
        turn_pages.append(Button("button-page-on", f"cases:{page + 1}"))
    opening = [_opening(one) for one in found.rows]
    buttons = (*column(*opening), *((tuple(turn_pages),) if turn_pages else ()), (MENU,))
    if employer:
        turn.say("cases-employer", buttons, cases=tuple(_summary(one) for one in found.rows))
    else:
        turn.say("cases", buttons, count=found.count or 0)


def _opening(one: Listed) -> Button:
    incident = one.incident
    return Button(
        f"button-case-{one.part}",
        f"view:{incident.id}",
        params={
            "reference": incident.reference,
            "level": Ref(f"level-mark-{incident.level}"),
            "company": one.company.name if one.company else Ref("no-company"),
            "status": Ref(f"status-{incident.status}"),
        },
    )


def _summary(one: Listed) -> Ref:
    incident = one.incident
    last = (
        _line(*one.last)
        if one.last
        else Ref("case-said-nothing", {"text": _short(incident.happened) or notices.what(incident)})
    )
    return Ref(
        "case-summary",
        {"reference": incident.reference, "has": _has(incident, one.owner), "last": last},
    )


async def open_case(update: Update, turn: Turn) -> None:
    """One case."""
    await show_id(turn, pressed_id(update))


async def named(update: Update, turn: Turn) -> bool:
    """A reference as text opens the case. False for any other text."""
    reference = spoken_reference(written(update), turn.now.year)
    if reference is None:
        return False
    await show(turn, await cases.case_named(turn.session, turn.person, reference))
    return True


async def show(turn: Turn, incident: Incident) -> None:
    """This case, as this person may see it."""
    await show_id(turn, incident.id or 0)


async def show_id(turn: Turn, incident_id: int) -> None:
    """The case with this id. Raises NotFound for what is not this person's to see."""
    view = await cases.view_case(turn.session, turn.now, turn.person, incident_id)
    incident = view.incident
    who = [
        view.reporter.name,
        view.company.name if view.company else "",
        view.placement.reference if view.placement else "",
    ]
    params: dict[str, Param] = {
        "level": Ref(f"level-mark-{incident.level}"),
        "category": Ref(f"category-{incident.category}"),
        "who": ", ".join(filter(None, who)),
        "has": _has(incident, view.owner, view.readers),
        "happened": notices.what(incident),
        "tried": incident.tried[:500] or Ref("button-nothing-yet"),
    }
    if view.lines:
        params["lines"] = tuple(_line(event, name) for event, name in view.lines)
    key = "case-view-with-lines" if view.lines else "case-view"
    turn.say_in(incident, key, _buttons(turn.person, view), **params)


def _has(incident: Incident, owner: Person | None, readers: Sequence[Person] = ()) -> Ref:
    """Who has the case, and who reads along."""
    if incident.outcome:
        return Ref("has-closed", {"outcome": Ref(f"outcome-{incident.outcome}")})
    if owner is None:
        return Ref("has-waiting" if incident.wants_specialist else "has-nobody")
    if readers:
        return Ref(
            "has-owner-and-readers",
            {"name": owner.name, "readers": ", ".join(reader.name for reader in readers)},
        )
    return Ref("has-owner", {"name": owner.name})


def _line(event: IncidentEvent, name: str | None) -> Ref:
    place = event.text if event.kind is Happening.PLACE else ""
    edited = event.kind is Happening.EDITED
    what = notices.said(_short(event.text), place, event.document, edited=edited)
    key = "case-noted" if event.kind is Happening.NOTE else "case-said"
    at = Ref(f"stamp:{event.at.isoformat()}")
    return Ref(key, {"at": at, "name": name or "", "text": what})


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _buttons(person: Person, view: CaseView) -> Rows:
    """What this person can do with the case as it stands."""
    mine = _staff_buttons(person, view) if person.role.is_staff else _reporter_buttons(view)
    return column(*mine, Button("button-all-cases", "cases"), MENU)


def _staff_buttons(person: Person, view: CaseView) -> list[Button]:
    incident = view.incident
    buttons = []
    owns = incident.owner_id == person.id
    reads = person.id in [reader.id for reader in view.readers]
    if incident.status is Status.OPEN and (person.leads or person.role is Role.SPECIALIST):
        buttons.append(Button("button-take", f"take:{incident.id}"))
    if incident.status is Status.TAKEN and owns:
        name = view.reporter.name
        buttons.append(Button("button-write", f"case:{incident.id}", params={"name": name}))
        buttons.append(Button("button-called", f"called:{incident.id}"))
        buttons.append(Button("button-hand-over", f"handover:{incident.id}"))
        buttons.append(Button("button-let-read", f"letread:{incident.id}"))
        buttons.append(Button("button-close", f"close:{incident.id}"))
    elif reads:
        buttons.append(Button("button-read-no-more", f"unread:{incident.id}"))
    elif incident.status is Status.TAKEN:
        buttons.append(Button("button-read-along", f"readalong:{incident.id}"))
    buttons.append(Button("button-note", f"note:{incident.id}"))
    if incident.status is not Status.CLOSED:
        buttons.append(Button("button-category", f"topic:{incident.id}"))
    return buttons


def _reporter_buttons(view: CaseView) -> list[Button]:
    incident = view.incident
    if incident.status is Status.CLOSED:
        return []
    if view.owner:
        name = view.owner.name
        return [Button("button-write", f"case:{incident.id}", params={"name": name})]
    add = Button("button-add", f"case:{incident.id}")
    if incident.wants_specialist:
        return [add]
    return [add, Button("button-call-specialist", f"call:{incident.id}")]


async def choose_category(update: Update, turn: Turn) -> None:
    """What the case is about: first all there is, then the one that is right."""
    number, chosen = pressed_id(update), (*pressed(update), "")[2]
    category = next((known for known in Category if known == chosen), None)
    if category is None:
        view = await cases.view_case(turn.session, turn.now, turn.person, number)
        buttons = (Button(f"category-{one}", f"topic:{number}:{one}") for one in Category)
        turn.say_in(view.incident, "incident-category", column(*buttons))
        return
    await show(
        turn, await cases.set_category(turn.session, turn.now, turn.person, number, category)
    )
