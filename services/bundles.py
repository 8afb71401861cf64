"""Bundles what is due for one person at one instant into one message."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from domain.messages import Button, Message, Priority, column
from models.database import Session
from models.incidents import Incident
from models.people import Chat
from services.messages import queue

SHOWN = 10
"""Cases named in one message; the others stand in the list of cases."""


@dataclass
class Bundles:
    """The notices of one sweep, by person; danger to life never shares a message with the rest."""

    waiting: dict[tuple[int, bool], list[tuple[Incident, Message]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, person_id: int, incident: Incident, notice: Message) -> None:
        """This person is to hear of this case."""
        danger = notice.priority is Priority.EMERGENCY
        self.waiting[person_id, danger].append((incident, notice))

    def send(self, session: Session, now: datetime, chats: dict[int, Chat]) -> None:
        """Queue one message for each person, or one more where somebody's life is in danger."""
        for (person_id, _danger), notices in sorted(self.waiting.items(), key=lambda kv: kv[0]):
            chat = chats[person_id]
            if len(notices) == 1:
                [(incident, notice)] = notices
                queue(session, now, chat.key, notice, incident_id=incident.id)
            else:
                queue(session, now, chat.key, _together(notices))
        self.waiting.clear()


def _together(notices: list[tuple[Incident, Message]]) -> Message:
    first = sorted(notices, key=lambda pair: (pair[1].priority, pair[0].level, pair[0].id))[:SHOWN]
    lines = [f"{incident.reference} · {notice.params['who']}" for incident, notice in first]
    buttons = [
        Button(
            "button-take-case",
            f"take:{incident.id}",
            params={"reference": incident.reference, "level": notice.params["level"]},
        )
        for incident, notice in first
    ]
    return Message(
        "cases-wait",
        {"count": len(notices), "lines": "\n".join(lines)},
        column(*buttons, Button("button-cases", "cases")),
        priority=min(notice.priority for _incident, notice in notices),
    )
