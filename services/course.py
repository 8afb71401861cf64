"""What has been done on the practice board, read as the deeds that the starter course asks for."""

from collections.abc import Iterator

from domain.course import Act, Deed, Standing, standing
from domain.followups import Answer
from domain.incidents import SAID, Happening
from domain.triage import Level
from models import course as happened
from models.database import Session
from models.incidents import Incident, IncidentEvent

_CARD = "task-card"
_ANSWERS = 3
"""Answers after which a task card is well under way."""

_ACTS = {
    Happening.GUIDE: Act.FROM_GUIDE,
    Happening.ASKED_SPECIALIST: Act.ASKED,
    Happening.REMINDED: Act.REMINDED,
    Happening.PASSED: Act.PASSED,
    Happening.TAKEN: Act.TAKEN,
    Happening.OFFERED: Act.OFFERED,
    Happening.HANDED_OVER: Act.HANDED_OVER,
    Happening.REVIEWED: Act.REVIEWED,
}
_KINDS = (*_ACTS, *SAID, Happening.LOGGED, Happening.CALLED, Happening.CLOSED)


async def read_course(session: Session) -> tuple[Standing, ...]:
    """How each practice case stands now."""
    deeds = [
        *await _with_cases(session),
        *await _with_guides(session),
        *await _with_visits(session),
        *await _with_cards(session),
        *await _with_duty(session),
        *await _with_follow_ups(session),
    ]
    return standing(deeds)


async def _with_cases(session: Session) -> list[Deed]:
    in_danger = await happened.answered_with(session, "emergency-112")
    return [
        Deed(act, f"case {incident.id}", event.at)
        for event, incident in await happened.events_in_cases(session, _KINDS)
        for act in _acts(event, incident, in_danger=incident.id in in_danger)
    ]


def _acts(event: IncidentEvent, incident: Incident, *, in_danger: bool) -> Iterator[Act]:
    if event.kind in _ACTS:
        yield _ACTS[event.kind]
    elif event.kind is Happening.LOGGED and in_danger:
        yield Act.DANGER_ANSWERED
    elif event.kind is Happening.LOGGED and incident.level is Level.URGENT:
        yield Act.LOGGED_URGENT
    elif event.kind is Happening.CLOSED and event.text:
        yield Act.LEARNED
    elif event.kind is Happening.CALLED:
        yield from (Act.CALLED, Act.WORD)
    elif event.kind in SAID:
        yield Act.REPLY if event.actor_id == incident.reporter_id else Act.WORD


async def _with_guides(session: Session) -> list[Deed]:
    views = await happened.views_of_guides(session)
    shown = [Deed(Act.GUIDE_SHOWN, f"guide {view.id}", view.shown_at) for view in views]
    helped = [
        Deed(Act.GUIDE_HELPED, f"guide {view.id}", view.shown_at) for view in views if view.helped
    ]
    return shown + helped


async def _with_visits(session: Session) -> list[Deed]:
    visits = await happened.held_and_booked(session)
    moved = await happened.times_sent(session, "visit-moved")
    return _one_after_the_other(
        [
            *(Deed(Act.VISIT_BOOKED, "visits", booked) for booked, _held in visits),
            *(Deed(Act.VISIT_MOVED, "visits", at) for at in moved),
            *(Deed(Act.VISIT_HELD, "visits", held) for _booked, held in visits if held),
        ]
    )


async def _with_cards(session: Session) -> list[Deed]:
    begun = await happened.answers_in_sheets(session, _CARD, 0)
    answered = await happened.answers_in_sheets(session, _CARD, _ANSWERS)
    printed = await happened.printed_sheets(session, _CARD)
    return [
        *(Deed(Act.CARD_BEGUN, f"card {sheet.id}", sheet.created_at) for sheet in begun),
        *(Deed(Act.CARD_ANSWERED, f"card {sheet.id}", sheet.created_at) for sheet in answered),
        *(Deed(Act.CARD_PRINTED, f"card {sheet_id}", at) for sheet_id, at in printed),
    ]


async def _with_duty(session: Session) -> list[Deed]:
    told = await happened.times_sent(session, "colleague-away")
    back = await happened.times_sent(session, "colleague-back")
    return _one_after_the_other(
        [
            *(Deed(Act.AWAY, "duty", at) for at in await happened.times_away(session)),
            *(Deed(Act.COLLEAGUE_TOLD, "duty", at) for at in told),
            *(Deed(Act.BACK, "duty", at) for at in back),
        ]
    )


async def _with_follow_ups(session: Session) -> list[Deed]:
    deeds = []
    for row, taken_at in await happened.questions_asked(session):
        about = f"follow-up {row.id}"
        if row.asked_at:
            deeds.append(Deed(Act.FOLLOW_UP_ASKED, about, row.asked_at))
        if row.answer == Answer.WORSE and row.over_at:
            deeds.append(Deed(Act.WORSE, about, row.over_at))
        if taken_at:
            deeds.append(Deed(Act.TAKEN, about, taken_at))
    return deeds


def _one_after_the_other(deeds: list[Deed]) -> list[Deed]:
    """In the order they were done; what was done in one moment stays as it stands here."""
    return sorted(deeds, key=lambda deed: deed.at)
