"""Who may be told of a case at this instant: on duty, away, reachable, leading."""

from dataclasses import dataclass
from datetime import datetime

from domain.escalation import Colleague, Roster
from domain.office import Office
from domain.people import Role
from models.database import Session
from models.people import Chat, Person, chats_of, leaders, people_in_role
from models.reachability import Reachability, reachability_of
from services.duty import office_time, working_times


@dataclass(frozen=True)
class Staff:
    """Everybody who may be told, and where each is best reached."""

    roster: Roster
    people: dict[int, Person]
    chats: dict[int, Chat]

    def colleague(self, person_id: int | None) -> Colleague | None:
        """Somebody of the staff, if they still are."""
        everybody = (*self.roster.specialists, *self.roster.leaders)
        return next((one for one in everybody if one.id == person_id), None)

    def names(self, person_ids: tuple[int, ...]) -> list[str]:
        """The names of these people."""
        return [self.people[person_id].name for person_id in person_ids]


async def staff_now(session: Session, now: datetime, office: Office) -> Staff:
    """The staff as it is at this instant."""
    specialists = await people_in_role(session, Role.SPECIALIST)
    leading = await leaders(session)
    people = {person.id or 0: person for person in (*specialists, *leading)}
    hours = await working_times(session, now, office, list(people.values()))
    chats = await chats_of(session, people)
    tests = await reachability_of(session, people)

    def colleague(person: Person) -> Colleague:
        known = person.id or 0
        return Colleague(known, hours[known], is_reached(chats.get(known), tests.get(known)))

    return Staff(
        Roster(
            now,
            tuple(map(colleague, specialists)),
            tuple(map(colleague, leading)),
            await office_time(session, now, office),
        ),
        people,
        chats,
    )


def is_reached(chat: Chat | None, test: Reachability | None) -> bool:
    """Whether a message is seen: the door is open, and nothing is known that speaks against it.

    Whoever has written since they were given up is back.
    """
    if chat is None or not chat.reachable:
        return False
    return test is None or test.reported_at is None or chat.seen_at > test.reported_at
