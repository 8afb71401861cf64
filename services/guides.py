"""Finds the guides that fit a message, and learns whether they helped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.incidents import Category, Happening
from domain.logbook import monday_of
from domain.masking import mask
from domain.people import Language, Role
from domain.triage import Level, triage
from domain.working_time import danish_day
from knowledge.examples import wording_key
from knowledge.index import MOST_OFFERS, NONE, Suggestion
from knowledge.library import Library
from models.database import Session
from models.guide_use import GuideUse, add_use, use_since
from models.guides import GuideView, OpenQuestion, add_view, latest_view
from models.incidents import Incident
from models.people import Person
from services.incidents import note


@dataclass(frozen=True)
class Advice:
    """What a message sounds like: how urgent, and the guides that may help, best first."""

    level: Level
    guide_ids: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """Everything that is read out of a message. A person is shown the first `offers` guides."""

    masked: str
    level: Level
    suggestions: tuple[Suggestion, ...]
    offers: int
    language: Language


def advise(library: Library, text: str, language: Language) -> Advice:
    """Level and at most three guides for a message; no guide when none fits."""
    reading = _read(library, text, language)
    shown = reading.suggestions[: reading.offers]
    return Advice(reading.level, tuple(suggestion.guide_id for suggestion in shown))


def propose_category(library: Library, guide_ids: Sequence[str], level: Level) -> Category:
    """What a case is about, going by the guides that fit it, best first."""
    best = library.guides.get(guide_ids[0]) if guide_ids else None
    return library.categories.propose(best, level)


def read_message(library: Library, text: str, language: Language | None = None) -> Reading:
    """The same for a message that has not come in through a door, where CPR numbers are masked."""
    return _read(library, mask(text).text, language)


def _read(library: Library, text: str, language: Language | None) -> Reading:
    answer = library.index.ask(text, language)
    known = tuple(s for s in answer.suggestions if s.guide_id in library.guides)
    offers = min(answer.offers, len(known))
    taught = library.taught.get(wording_key(text))
    if taught == NONE:
        offers = 0
    elif taught and taught in library.guides:
        others = [suggestion for suggestion in known if suggestion.guide_id != taught]
        known = (Suggestion(taught, 1.0), *others)[:MOST_OFFERS]
        offers = max(offers, 1)
    alarm = triage(text, library.alarm)
    if alarm.level is Level.URGENT and library.alarm.without_guide.intersection(alarm.signals):
        offers = 0
    return Reading(text, alarm.level, known, offers, answer.language)


def show_guide(session: Session, now: datetime, person: Person, guide_id: str) -> None:
    """Remember that this guide was shown."""
    assert person.id is not None
    view = GuideView(person_id=person.id, guide_id=guide_id, shown_at=now)
    add_view(session, view)
    _count(session, person, view, view.use)


async def rate_guide(session: Session, person: Person, guide_id: str, *, helped: bool) -> None:
    """Whether the guide helped, as its reader says; the last word counts."""
    assert person.id is not None
    view = await latest_view(session, person.id, guide_id)
    if view:
        _judge(session, person, view, helped=helped)


async def led_to_case(
    session: Session, now: datetime, person: Person, guide_id: str, incident: Incident
) -> None:
    """The guide was not enough: a case was opened from it, whose timeline names the guide."""
    assert person.id is not None
    view = await latest_view(session, person.id, guide_id)
    if view:
        _judge(session, person, view, helped=False, incident_id=incident.id)
        note(session, now, incident, Happening.GUIDE, person, guide_id)


def _judge(
    session: Session,
    person: Person,
    view: GuideView,
    *,
    helped: bool,
    incident_id: int | None = None,
) -> None:
    before = view.use
    view.helped, view.incident_id = helped, incident_id or view.incident_id
    session.add(view)
    _count(session, person, view, view.use.since(before))


def _count(session: Session, person: Person, view: GuideView, use: GuideUse) -> None:
    if person.role is Role.EMPLOYER:
        add_use(session, monday_of(danish_day(view.shown_at)), use)


async def guide_use(session: Session, now: datetime, weeks: int) -> list[GuideUse]:
    """How employers have used each guide in this week and those before it, so many in all; the most
    shown first."""
    this_week = monday_of(danish_day(now))
    return await use_since(session, this_week - timedelta(weeks=weeks - 1))


def note_open_question(session: Session, now: datetime, text: str, language: Language) -> None:
    """Keep a question that no guide answers, so that a specialist can write the missing one."""
    session.add(OpenQuestion(asked_at=now, text=text[:2000], language=language))
