"""Two invented years of a hotline in a middle-sized municipality: nobody in them exists.

The second year has more people, faster answers and better kept promises than the first.
"""

import random
from datetime import UTC, date, datetime, time, timedelta

from domain.followups import Answer, FollowUpStatus, Source, To
from domain.incidents import Category, Happening, Outcome, Status
from domain.office import Office
from domain.people import Role
from domain.placements import PlacementOutcome, PlacementStatus, PlacementType
from domain.promises import PromiseReason, PromiseState
from domain.satisfaction import QUESTIONS, Occasion, group_of
from domain.triage import Level
from domain.visits import VisitKind, VisitStatus
from domain.working_time import WorkingTime, instant, next_working_day
from knowledge.holidays import public_holidays
from models.companies import Company
from models.database import Database, Session
from models.followups import FollowUp, FollowUpPlan
from models.guides import GuideView, OpenQuestion
from models.incidents import Incident, IncidentEvent
from models.people import Person
from models.placements import Placement
from models.satisfaction import SurveyMark
from models.sheets import Sheet
from models.visits import Promise, Visit

YEARS = (2025, 2026)
COMPANIES = 37
TRADES = (
    "Bageriet",
    "Boghandelen",
    "Gartneriet",
    "Lageret",
    "Kantinen",
    "Værkstedet",
    "Biografen",
    "Hotellet",
    "Gården",
    "Kontoret",
)
CASES = {2025: 148, 2026: 231}
CITIZENS = {2025: 34, 2026: 24}
"""People who begin in this year."""
LATE = {2025: 0.17, 2026: 0.09}
WEIGHTS = (16, 13, 24, 17, 14, 12, 15, 9, 3, 6)
CLOSED = frozenset(
    day
    for year in range(2024, 2029)
    for day in (*public_holidays(year), *(date(year, *one) for one in Office().closed_yearly))
)
WORKING = WorkingTime(Office().hours, CLOSED)


class Inventor:
    """Fills a database; the same every time."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.chance = random.Random(20260104)
        self.employers: list[Person] = []
        self.specialists: list[Person] = []
        self.placed = 0

    async def fill(self) -> None:
        """Companies, people, and then one year after the other."""
        begun = datetime(2024, 12, 2, 8, tzinfo=UTC)
        await self._people(begun)
        for year in YEARS:
            await self._placements(year)
            await self._cases(year)
            await self._guides(year)
            await self._visits_besides(year)
            await self._follow_ups(year)
            self._marks(year)

    async def _people(self, begun: datetime) -> None:
        for name in ("Anna", "Jonas"):
            self.specialists.append(
                Person(role=Role.SPECIALIST, name=name, created_at=begun, consented_at=begun)
            )
        self.session.add_all(self.specialists)
        self.session.add(
            Person(role=Role.REVIEWER, name="Bente", created_at=begun, consented_at=begun)
        )
        for number in range(COMPANIES):
            company = Company(
                name=f"{TRADES[number % 10]} {number + 1} (opdigtet)",
                created_at=begun,
                springboard=number % 4 == 0,
            )
            self.session.add(company)
            await self.session.flush()
            person = Person(
                role=Role.EMPLOYER,
                name=f"Leder {number + 1}",
                company_id=company.id,
                created_at=begun,
                consented_at=begun,
            )
            self.session.add(person)
            self.employers.append(person)
        await self.session.flush()

    async def _placements(self, year: int) -> None:
        for _ in range(CITIZENS[year]):
            started = date(year, 1, 6) + timedelta(days=self.chance.randrange(320))
            kind = self.chance.choices(list(PlacementType)[:4], weights=(12, 56, 13, 19), k=1)[0]
            placement = await self._place(started, kind, None)
            await self._goes_on(placement)

    async def _goes_on(self, placement: Placement) -> None:
        """What comes after, until the second year is over."""
        assert placement.starts_on is not None
        ended = placement.starts_on + timedelta(days=self.chance.randrange(70, 420))
        if ended > date(2026, 12, 31):
            return
        outcome = self.chance.choices(list(PlacementOutcome), weights=(46, 22, 12, 20), k=1)[0]
        placement.outcome, placement.status = outcome, PlacementStatus.ENDED
        placement.ended_at = instant(ended, time(13))
        if outcome in (PlacementOutcome.CONTINUES, PlacementOutcome.ELSEWHERE):
            steps = list(PlacementType)
            up = steps.index(placement.type) + self.chance.choices((0, 1, 2), (5, 3, 1), k=1)[0]
            following = await self._place(
                ended + timedelta(days=1), steps[min(up, 5)], placement.id
            )
            await self._goes_on(following)

    async def _place(self, started: date, kind: PlacementType, follows: int | None) -> Placement:
        self.placed += 1
        placement = Placement(
            reference=f"P-{self.placed:04}",
            company_id=self.chance.choice(self.employers).company_id or 0,
            created_at=instant(started, time(9)),
            type=kind,
            starts_on=started,
            follows_id=follows,
        )
        self.session.add(placement)
        await self.session.flush()
        return placement

    def _moment(self, year: int) -> datetime:
        """A moment of the year at which people work."""
        while True:
            day = date(year, 1, 2) + timedelta(days=self.chance.randrange(362))
            minutes = self.chance.randrange(7 * 60, 17 * 60)
            if day.weekday() < 5 and day not in CLOSED:
                return instant(day, time(minutes // 60, minutes % 60))

    async def _cases(self, year: int) -> None:
        moments = sorted(self._moment(year) for _ in range(CASES[year]))
        for number, at in enumerate(moments, 1):
            await self._case(year, number, at)

    async def _case(self, year: int, number: int, at: datetime) -> None:
        chance = self.chance
        reporter = chance.choice(self.employers)
        asks = chance.random() < 0.64
        case = Incident(
            year=year,
            number=number,
            reporter_id=reporter.id or 0,
            company_id=reporter.company_id,
            category=chance.choices(list(Category), weights=WEIGHTS, k=1)[0],
            level=chance.choices(list(Level), weights=(2, 22, 76), k=1)[0],
            happened="(opdigtet)",
            wants_specialist=asks,
            created_at=at,
        )
        if asks:
            self._answered(case, year, at)
        self.session.add(case)
        await self.session.flush()
        if asks:
            self._event(case, at + timedelta(minutes=1), Happening.ASKED_SPECIALIST)
            if chance.random() < 0.4:
                await self._promise(case, year, at)

    def _answered(self, case: Incident, year: int, at: datetime) -> None:
        slow = self.chance.random() < LATE[year] * 2
        wait = self.chance.uniform(65, 300) if slow else self.chance.expovariate(1 / 14)
        case.taken_at = WORKING.after(at + timedelta(minutes=1), min(wait, 300))
        assert case.taken_at is not None
        case.owner_id = self.chance.choice(self.specialists).id
        case.status, case.outcome = Status.CLOSED, self.chance.choice(list(Outcome))
        case.closed_at = case.taken_at + timedelta(days=self.chance.randrange(1, 15))
        case.learned = "(opdigtet)" if self.chance.random() < 0.7 else ""

    def _event(self, case: Incident, at: datetime, kind: Happening) -> None:
        self.session.add(IncidentEvent(incident_id=case.id or 0, at=at, kind=kind))

    async def _promise(self, case: Incident, year: int, at: datetime) -> None:
        latest = next_working_day(at.date(), CLOSED)
        chosen, broken = self.chance.random() < 0.12, self.chance.random() < LATE[year]
        state = PromiseState.KEPT
        if broken:
            state = PromiseState.BROKEN
        elif chosen:
            state = PromiseState.CHOSEN_LATER
        promise = Promise(
            person_id=case.reporter_id,
            company_id=case.company_id,
            incident_id=case.id,
            asked_at=at + timedelta(minutes=5),
            latest_day=latest,
            state=state,
            reason=PromiseReason.NOTHING_FREE if broken else PromiseReason.NONE,
            settled_at=at + timedelta(days=2),
        )
        self.session.add(promise)
        await self.session.flush()
        if not broken:
            await self._visit(case.reporter_id, case.company_id, latest, promise.id)

    async def _visit(
        self, employer_id: int, company_id: int | None, day: date, promise_id: int | None
    ) -> None:
        starts = instant(day, time(self.chance.randrange(8, 14)))
        kind = self.chance.choices(list(VisitKind), weights=(80, 14, 6), k=1)[0]
        held = self.chance.random() < 0.96
        self.session.add(
            Visit(
                uid=f"{self.chance.getrandbits(64):016x}",
                kind=kind,
                status=VisitStatus.HELD if held else VisitStatus.NO_SHOW,
                starts_at=starts,
                ends_at=starts + timedelta(hours=1),
                specialist_id=self.chance.choice(self.specialists).id or 0,
                employer_id=employer_id,
                company_id=company_id,
                promise_id=promise_id,
                created_at=starts - timedelta(days=1),
                changed_at=starts,
            )
        )

    async def _visits_besides(self, year: int) -> None:
        """Visits that nobody had to hurry for."""
        for _ in range(22 if year == YEARS[0] else 31):
            employer = self.chance.choice(self.employers)
            day = self._moment(year).date()
            await self._visit(employer.id or 0, employer.company_id, day, None)

    async def _follow_ups(self, year: int) -> None:
        """What employers answered when they were asked how it goes."""
        plan = FollowUpPlan(
            source=Source.PLACEMENT,
            source_id=year,
            plan="internship",
            starts_on=date(year, 1, 1),
            since=instant(date(year, 1, 1), time(8)),
        )
        self.session.add(plan)
        await self.session.flush()
        answers = (Answer.BETTER, Answer.SAME, Answer.WORSE)
        for number in range(96 if year == YEARS[0] else 163):
            at = self._moment(year)
            self.session.add(
                FollowUp(
                    plan_id=plan.id or 0,
                    item="how",
                    number=number,
                    planned_for=at,
                    due_at=at,
                    to=To.EMPLOYER,
                    status=FollowUpStatus.ANSWERED,
                    answer=self.chance.choices(answers, weights=(51, 38, 11), k=1)[0],
                    over_at=at,
                )
            )

    def _marks(self, year: int) -> None:
        """What companies said of us, each answer without a name."""
        for occasion, questions in QUESTIONS.items():
            for question in questions:
                count = self.chance.randrange(21, 33) if occasion is Occasion.YEARLY else 57
                for number in range(count):
                    self.session.add(
                        SurveyMark(
                            key=f"{self.chance.getrandbits(128):032x}",
                            period=str(year),
                            occasion=occasion,
                            question=question,
                            mark=self.chance.choices((2, 3, 4, 5), weights=(1, 3, 7, 6), k=1)[0],
                            crowd=group_of(number),
                        )
                    )

    async def _guides(self, year: int) -> None:
        chance = self.chance
        for _ in range(420 if year == YEARS[0] else 760):
            self.session.add(
                GuideView(
                    person_id=chance.choice(self.employers).id or 0,
                    guide_id="shutdown",
                    shown_at=self._moment(year),
                    helped=chance.choices((True, False, None), weights=(46, 13, 41), k=1)[0],
                )
            )
        for _ in range(18 if year == YEARS[0] else 27):
            at = self._moment(year)
            self.session.add(
                OpenQuestion(asked_at=at, text="", language="da", settled_at=at, settled_by=1)
            )
        for _ in range(29 if year == YEARS[0] else 44):
            at = self._moment(year)
            self.session.add(
                Sheet(
                    form_id="task-card",
                    form_version=1,
                    created_by=chance.choice(self.employers).id or 0,
                    created_at=at,
                    changed_at=at,
                )
            )


async def invent(database: Database) -> None:
    """Fill an empty database."""
    async with database.write() as session:
        await Inventor(session).fill()
