"""Swaps: a specialist asks a colleague to take a day, perhaps for one in return."""

from datetime import date

from domain.errors import HotlineError, NotFound
from domain.messages import Button, Message, Ref, column
from domain.people import Role
from domain.working_time import Span, danish_day
from models.database import Session
from models.duty import Absence, DutySwap, ExtraDuty, Reason, SwapStatus
from models.people import Person
from services.duty import working_times
from services.messages import tell
from services.rota import Duty, changed, find_specialist


class NotOnDuty(HotlineError):
    """A day that somebody does not work cannot be given away."""

    key = "error-not-on-duty"


class SwapOver(HotlineError):
    """The question was answered or withdrawn already."""

    key = "error-swap-over"


async def ask_swap(
    session: Session, duty: Duty, other: Person, gives: date, takes: date | None = None
) -> DutySwap:
    """Ask a colleague to take a day, perhaps for one of theirs. Raises NotOnDuty."""
    by = await find_specialist(session, duty.by, duty.by.id or 0)
    if other.role is not Role.SPECIALIST or other.id == by.id:
        raise NotFound()
    times = await working_times(session, duty.now, duty.office, [by, other])
    today = danish_day(duty.now)
    days = [(by, gives), *([(other, takes)] if takes else [])]
    if any(day < today or not times[person.id or 0].on(day) for person, day in days):
        raise NotOnDuty()
    swap = DutySwap(
        asks_id=by.id or 0, asked_id=other.id or 0, gives=gives, takes=takes, created_at=duty.now
    )
    session.add(swap)
    await session.flush()
    key = "swap-asked-in-return" if takes else "swap-asked"
    message = Message(
        key,
        {"name": by.name, **_days(swap)},
        column(
            Button("button-swap-yes", f"swapyes:{swap.id}"),
            Button("button-swap-no", f"swapno:{swap.id}"),
        ),
    )
    await tell(session, duty.now, other, message)
    return swap


async def answer_swap(session: Session, duty: Duty, swap_id: int, *, accepted: bool) -> DutySwap:
    """The colleague says yes or no. Raises NotFound, SwapOver, NotOnDuty."""
    swap = await session.get(DutySwap, swap_id)
    if swap is None or swap.asked_id != duty.by.id:
        raise NotFound()
    if swap.status is not SwapStatus.ASKED:
        raise SwapOver()
    asks = await session.get_one(Person, swap.asks_id)
    if accepted:
        await _give_day(session, duty, asks, duty.by, swap.gives)
        if swap.takes:
            await _give_day(session, duty, duty.by, asks, swap.takes)
    swap.status = SwapStatus.ACCEPTED if accepted else SwapStatus.DECLINED
    swap.answered_at = duty.now
    session.add(swap)
    key = "swap-accepted" if accepted else "swap-declined"
    await tell(session, duty.now, asks, Message(key, {"name": duty.by.name, **_days(swap)}))
    if accepted:
        await changed(session, duty, asks, "swapped duty")
    return swap


async def _give_day(session: Session, duty: Duty, giver: Person, taker: Person, day: date) -> None:
    times = await working_times(session, duty.now, duty.office, [giver])
    spans = [
        Span(max(span.starts, duty.now), span.ends)
        for span in times[giver.id or 0].on(day)
        if span.ends > duty.now
    ]
    if not spans:
        raise NotOnDuty()
    for span in spans:
        session.add(
            Absence(
                person_id=giver.id or 0,
                starts_at=span.starts,
                ends_at=span.ends,
                reason=Reason.SWAP,
                created_at=duty.now,
            )
        )
        session.add(
            ExtraDuty(
                person_id=taker.id or 0,
                starts_at=span.starts,
                ends_at=span.ends,
                created_at=duty.now,
            )
        )
    await session.flush()


def _days(swap: DutySwap) -> dict[str, Ref]:
    days = {"day": Ref(f"days:{swap.gives}")}
    return days | ({"other": Ref(f"days:{swap.takes}")} if swap.takes else {})
