"""Puts together what stands on a meeting's sheet, from what happened in the period before. Numbers
go through domain/suppression.py, notes through domain/meetings.py."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from domain.incidents import Category
from domain.meetings import Learned, Sheet, choose, is_nameless, looks_back
from domain.messages import Param, Ref
from domain.office import Office
from domain.people import Language, Role
from domain.periods import Period
from domain.suppression import breakdown, rounded_shares
from domain.working_time import danish_day
from models.database import Session
from models.guide_use import GuideUse
from models.guides import count_views
from models.meetings import known_names, notes_in
from models.people import Person
from services.audit import note_act
from services.phrases import Phrases
from services.report_words import RARE, Tile, Writer
from services.reports import figures
from services.signin import reviewers_only, staff_only

Name = TypeVar("Name", bound=str)

MOST = 5
"""Categories and guides that are named."""
THEMES = 3
"""What a meeting has time for."""
HELPS = 75
"""Percent of the answers from which on a guide is not looked at again."""
USUAL = (Category.TASKS, Category.COMMUNICATION, Category.SURROUNDINGS)
"""What is talked about where too little happened to choose from."""
_NO_THEME = (Category.SAFETY, Category.OTHER)
"""What is not put on a table for everybody."""


@dataclass(frozen=True)
class Plan:
    """Which sheet, and what is known of its meeting: day, time of day, place."""

    sheet: Sheet
    on: date | None = None
    at: str = ""
    place: str = ""

    def period(self, now: datetime) -> Period:
        """What it looks back on: never a period that is not over yet."""
        today = danish_day(now)
        return looks_back(self.sheet, min(self.on or today, today))


@dataclass(frozen=True)
class Meeting:
    """A sheet in words: only what may be shown has got this far."""

    plan: Plan
    period: str
    tiles: Sequence[Tile]
    categories: Sequence[tuple[str, int]]
    used: Sequence[tuple[str, int]]
    least: Sequence[tuple[str, str]]
    notes: Sequence[Learned]
    themes: Sequence[str]
    """What the network meeting talks about."""
    questions: Sequence[str]
    """What the mini-team talks about."""

    @property
    def table(self) -> Sequence[str]:
        """What is asked at the table of this meeting."""
        return self.questions if self.plan.sheet is Sheet.AGENDA else self.themes


async def prepare(
    session: Session,
    now: datetime,
    by: Person | None,
    office: Office,
    phrases: Phrases,
    language: Language,
    plan: Plan,
) -> Meeting:
    """The sheet of this meeting, for the staff."""
    staff_only(by)
    period = plan.period(now)
    of_now = await figures(session, office, period)
    writer = Writer(
        phrases, language, period, of_now, await figures(session, office, period.before)
    )
    most = _most_categories(of_now.categories)
    uses = await count_views(session, Role.EMPLOYER, period.span.starts, period.span.ends)
    people, companies = await known_names(session)
    notes = await notes_in(session, period.span)

    def say(key: str, **params: Param) -> str:
        return html.unescape(phrases.say(language, key, params))

    def title(guide_id: str) -> str:
        return html.unescape(phrases.text(language, Ref(f"guide-title:{guide_id}")))

    least = [
        (
            title(guide),
            say("report-veil-few") if share is None else say("report-percent", number=str(share)),
        )
        for guide, share in _least_helpful(uses)
        if guide in phrases.guides
    ]
    themes = ([one for one, _ in most if one not in _NO_THEME] or list(USUAL))[:THEMES]
    chosen = choose(
        notes, [one for one, _ in most], lambda text: is_nameless(text, people, companies)
    )
    return Meeting(
        plan,
        writer.name(period),
        writer.report().tiles,
        [(say(f"term-category-{one}"), count) for one, count in most],
        [(title(one), count) for one, count in _most_used(uses) if one in phrases.guides],
        least,
        chosen,
        [say(f"meeting-theme-{one}") for one in themes],
        [
            *(say(f"meeting-ask-{one}") for one in themes),
            *(say("meeting-question-guide", guide=guide) for guide, _ in least[:1]),
            *([say("meeting-question-try")] if chosen else []),
        ],
    )


def note_taken(session: Session, now: datetime, by: Person | None, plan: Plan) -> None:
    """A reviewer takes the sheet as PDF, which is written down. Raises NotAllowed."""
    period = plan.period(now)
    subject = f"{plan.sheet} {period.first}/{period.last}"
    note_act(session, now, reviewers_only(by), "took meeting sheet", subject)


def _most_categories(counts: Mapping[str, int]) -> list[tuple[Category, int]]:
    """Hidden in the same order as in the report, so that the two together tell no more."""
    rare = [Category(value) for value in RARE["categories"]]
    order = [*rare, *(one for one in Category if one not in rare)]
    return _largest(breakdown({one: counts.get(one, 0) for one in order}))


def _most_used(uses: Sequence[GuideUse]) -> list[tuple[str, int]]:
    shown = {use.guide_id: use.shown for use in uses}
    return _largest(breakdown(dict(sorted(shown.items()))))


def _largest(parts: Mapping[Name, int | None] | None) -> list[tuple[Name, int]]:
    shown = [(name, number) for name, number in (parts or {}).items() if number]
    return sorted(shown, key=lambda part: (-part[1], part[0]))[:MOST]


def _least_helpful(uses: Sequence[GuideUse]) -> list[tuple[str, int | None]]:
    """Guides and how many percent of the answers say that they helped; None for fewer than five
    answers. A guide with fewer than ten answers says nothing."""
    shares = {
        use.guide_id: rounded_shares({"yes": use.helped, "no": use.not_helped}) for use in uses
    }
    found = [(guide, share["yes"]) for guide, share in shares.items() if share]
    low = [(guide, share) for guide, share in found if share is None or share < HELPS]
    return sorted(low, key=lambda one: (one[1] or 0, one[0]))[:THEMES]
