"""Prints a meeting's sheet as tagged PDF, with lines to write on. Takes a moment: call it in a
thread."""

import html
from typing import Any

import locales
from domain.meetings import Sheet
from domain.messages import Param
from domain.people import Language
from services.leaflets import Leaflet, make
from services.meetings import Meeting
from services.phrases import Phrases

WELCOME = ("welcome", "themes", "break", "ask", "end")
GOOD_TO_KNOW = ("listen", "companion", "leave", "names", "needs", "free")


def print_meeting(phrases: Phrases, language: Language, meeting: Meeting) -> bytes:
    """The PDF of this sheet."""
    writer = _Writer(phrases, language, meeting)
    invites = meeting.plan.sheet is Sheet.INVITATION
    sections = writer.invitation() if invites else writer.working_sheet()
    return make(Leaflet("meeting", writer.frame() | {"sections": sections}))


class _Writer:
    """Puts the sections of one sheet into words. Each has a title, a sentence and one of these:
    `tiles`, `rows`, `items` (numbered or not), free `lines`, or `columns` to fill in."""

    def __init__(self, phrases: Phrases, language: Language, meeting: Meeting) -> None:
        self.phrases = phrases
        self.language: Language = language
        self.meeting = meeting

    def say(self, key: str, **params: Param) -> str:
        """A sentence as plain text."""
        return html.unescape(self.phrases.say(self.language, key, params))

    def frame(self) -> dict[str, Any]:
        """What stands on every sheet."""
        plan, facts = self.meeting.plan, self.phrases.organisation
        sheet = plan.sheet
        return {
            "language": self.language,
            "title": self.say(f"meeting-title-{sheet}"),
            "name": self.say("print-name"),
            "tagline": self.say("print-tagline"),
            "organisation": facts["organisation"],
            "foot": self.say("leaflet-foot"),
            "side": "",
            "lead": self.say(f"meeting-lead-{sheet}", period=self.meeting.period),
            "large": sheet is Sheet.INVITATION,
            "facts": [
                [
                    self.say("meeting-on"),
                    locales.whole_day(self.language, plan.on) if plan.on else "",
                ],
                [self.say("meeting-at"), plan.at],
                [self.say("meeting-place"), plan.place],
            ],
        }

    def invitation(self) -> list[dict[str, Any]]:
        """For those who are invited: no numbers, no notes."""
        return [
            self._section(
                "order", items=[self.say(f"meeting-order-{one}") for one in WELCOME], numbered=True
            ),
            self._section("themes", items=list(self.meeting.themes)),
            self._section("good", items=[self.say(f"meeting-good-{one}") for one in GOOD_TO_KNOW]),
        ]

    def working_sheet(self) -> list[dict[str, Any]]:
        """For the staff at the table: what happened, what to talk about, and room to write."""
        meeting, sheet = self.meeting, self.meeting.plan.sheet
        numbers = [
            [name, locales.number(self.language, count)] for name, count in meeting.categories
        ]
        used = [[name, locales.number(self.language, count)] for name, count in meeting.used]
        sections = [
            self._section("numbers", tiles=[vars(tile) for tile in meeting.tiles]),
            self._section("categories", rows=numbers, empty="meeting-few"),
            self._section("used", rows=used, empty="meeting-few"),
            self._section(
                "least", rows=[list(one) for one in meeting.least], empty="meeting-least-none"
            ),
            self._section(
                "learned", items=[one.text for one in meeting.notes], empty="meeting-learned-none"
            ),
            self._section("questions", items=list(meeting.table), numbered=True),
            self._section(f"write-{sheet}", lines=14 if sheet is Sheet.NOTES else 8),
            self._section(
                "agreed",
                columns=[self.say(f"meeting-agreed-{one}") for one in ("what", "who", "when")],
            ),
        ]
        return [
            section | {"title": f"{n}. {section['title']}"} for n, section in enumerate(sections, 1)
        ]

    def _section(self, name: str, empty: str = "", **holds: Any) -> dict[str, Any]:
        nothing = empty and not any(holds.values())
        return {
            "title": self.say(f"meeting-part-{name}"),
            "lead": self.say(
                empty if nothing else f"meeting-part-{name}-says", period=self.meeting.period
            ),
            "tiles": [],
            "rows": [],
            "items": [],
            "numbered": False,
            "lines": 0,
            "columns": [],
        } | holds
