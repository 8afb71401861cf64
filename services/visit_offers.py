"""The times for a visit as a message with a button each."""

from datetime import UTC, datetime

from domain.messages import Button, Message, NearDay, Priority, Rows, column
from domain.visits import How, Slot, VisitKind
from services.visit_times import Plan, Times

PROMISED = "visit-times"


def offer(plan: Plan, times: Times, key: str = PROMISED, page: int = 0) -> Message:
    """The times as buttons, one tap each; or, honestly, that there are none."""
    inside = bool(times.slots) and not page
    promised = plan.promise.latest_day if plan.promise else times.last_day
    if not times.slots:
        key = "visit-none-later" if page or not plan.promise else "visit-none-inside"
    elif key == PROMISED and (page or not plan.promise or plan.moved):
        key = "visit-times-open"
    return Message(
        key,
        {"latest": NearDay(promised), "until": NearDay(times.last_day), "inside": int(inside)},
        (*slot_buttons(plan, times), *_other_ways(plan, page)),
        priority=Priority.ESCALATION,
    )


def slot_buttons(plan: Plan, times: Times) -> Rows:
    """A button for each time, which books it."""
    return column(
        *(
            Button(
                "button-visit-slot",
                f"visitbook:{plan.subject}:{plan.how.code}:{slot.person_id}:{minute_of(slot.starts)}",
                params={
                    "when": slot.starts,
                    "who": " + ".join(person.name for person in times.people[slot.person_id]),
                },
            )
            for slot in times.slots
        )
    )


def _other_ways(plan: Plan, page: int) -> Rows:
    """The same as a call, with both specialists, or on later days."""

    def way(key: str, how: How, to_page: int = 0) -> Button:
        return Button(key, f"visittimes:{plan.subject}:{how.code}:{to_page}")

    kinds = [
        way(f"button-visit-{kind}", How(kind)) for kind in VisitKind if kind is not plan.how.kind
    ]
    both = [] if plan.how.both else [way("button-visit-both", How(plan.how.kind, both=True))]
    later = way("button-visit-later", plan.how, page + 1)
    return (tuple(kinds), *column(*both, later, Button("button-visits", "visits")))


def minute_of(at: datetime) -> int:
    """An instant as a button carries it: minutes since 1970."""
    return int(at.timestamp()) // 60


def slot_of(person: str, minute: str) -> Slot:
    """The time a button carries; one of long ago for a made-up one."""
    number = int(minute) if minute.isdecimal() and len(minute) < 10 else 0
    person_id = int(person) if person.isdecimal() and len(person) < 19 else 0
    return Slot(datetime.fromtimestamp(60 * number, UTC), person_id)
