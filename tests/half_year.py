"""Half a year with two placements, one in Danish and one in English, from the first agreement to
the evaluation. Run as a program it writes both conversations to `docs/examples/half-year.*.md`."""

import asyncio
import html
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlmodel import func, select

import locales
from bot.settings import Settings
from domain.followups import To
from domain.people import LANGUAGES, Channel, Language, Role
from domain.placements import Details, PlacementOutcome, PlacementStatus, PlacementType
from domain.working_time import DENMARK, danish_day, instant
from knowledge import search
from knowledge.library import FOLDER, open_library
from models.database import Session
from models.followups import FollowUp, FollowUpPlan
from models.people import Person, person_named
from models.placements import Placement
from services import followups, placements
from tests.flows.test_employee_says_yes import browser
from tests.line import Line, Seen, Someone, open_line

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
BEGINS = datetime(2026, 10, 12, 7, 0, tzinfo=UTC)
TEN = time(10, 0, 5)
LOOKS = (time(2), time(9, 0, 5), TEN)
"""When the clock stops, on the Danish wall clock: at night, when questions are due, and an hour
before, when a change of the clock that is overlooked would show itself."""

ROUTINE = ("door-test", "door-works", "button-i-see-it")
GREETINGS = ("Godmorgen", "Good morning")
"""What comes every week or every morning, and is no part of the story."""

REFERENCES = {"da": "P-7KQ2", "en": "P-3XW9"}


@dataclass(frozen=True)
class Words:
    """What the people of one language say; all of it invented."""

    company: str
    employer: str
    specialist: str
    citizen: str
    agreement: tuple[str, ...]
    same: str
    worse: str
    learned: str
    status: tuple[str, ...]
    evaluation: tuple[str, ...]
    comment: str
    question: str
    survey: str


WORDS: dict[Language, Words] = {
    "da": Words(
        company="Bageriet Kløver (opdigtet)",
        employer="Mette",
        specialist="Anna",
        citizen="Emil",
        agreement=(
            "Tre måneders praktik. Vi finder ud af, hvor mange timer der passer.",
            "Fylde hylden op",
            "Betjene kassen",
            "Mette er mentor. Jonas er afløser.",
            "Bagindgangen mandag og onsdag kl. 09.00-12.00. Pause kl. 10.15.",
            "En skriftlig besked om morgenen. Mette kigger forbi kl. 10.00.",
            "Uge 6: Fylder hylden op alene",
            "Hver fjerde mandag kl. 13.00: Mette, Anna og medarbejderen.",
            "26.10.2026",
        ),
        same="Han kommer til tiden. Pausen er svær, når der er mange i frokoststuen.",
        worse="Han går hjem klokken ti uden at sige noget.",
        learned="Nye kolleger siges højt dagen før",
        status=(
            "19. oktober 2026 - 18. januar 2027",
            "De fleste",
            "12",
            "Fylder hylden op",
            "Går selv i gang med kortet i hånden",
            "Ændringer skrives på tavlen dagen før",
            "Mette kigger forbi kl. 10.00.",
            "Fra 1. marts: tre timer mere om ugen",
            "Jeg kan godt lide, at hylden er min.",
            "19.4.2027",
        ),
        evaluation=(
            "19. oktober 2026 - 9. april 2027, 15 timer om ugen",
            "Fyldt hylder op efter dato",
            "Opdager fejl, som andre overser",
            "Siger selv til, når en opgave er færdig",
            "Godt med den samme kollega.",
            "Opgaven er skrevet ned",
            "En butik med faste opgaver.",
            "Nej",
        ),
        comment="Jeg er stolt af hylden.",
        question="Hvordan går det med den nye pause kl. 10.15?",
        survey="Vi fik svar samme dag.",
    ),
    "en": Words(
        company="Clover Workshop (invented)",
        employer="Olivia",
        specialist="James",
        citizen="Sam",
        agreement=(
            "Three months of internship. We find out how many hours fit.",
            "Sort the parts",
            "Answer the phone",
            "Olivia is the mentor. Peter is the stand-in.",
            "Back entrance Monday and Wednesday 09:00-12:00. Break at 10:15.",
            "A written message in the morning. Olivia drops by at 10:00.",
            "Week 6: Sorts a box alone",
            "Every fourth Monday at 13:00: Olivia, James and the employee.",
            "26.10.2026",
        ),
        same="He comes on time. The break is hard when the canteen is full.",
        worse="He goes home at ten without saying anything.",
        learned="New colleagues are named the day before",
        status=(
            "19 October 2026 - 18 January 2027",
            "Most",
            "12",
            "Sorts parts",
            "Starts alone with the card in hand",
            "Changes are written on the board the day before",
            "Olivia drops by at 10:00.",
            "From 1 March: three hours more a week",
            "I like that the shelf is mine.",
            "19.4.2027",
        ),
        evaluation=(
            "19 October 2026 - 9 April 2027, 15 hours a week",
            "Sorted parts by number",
            "Sees mistakes that others miss",
            "Says so when a task is finished",
            "Well with the same colleague.",
            "The task is written down",
            "A workshop with fixed tasks.",
            "No",
        ),
        comment="I am proud of the shelf.",
        question="How is the new break at 10:15 working?",
        survey="We got an answer the same day.",
    ),
}


@dataclass(frozen=True)
class Said:
    """One message of the conversation; `seen` is what the hotline wrote, nothing for people."""

    at: datetime
    who: str
    text: str
    seen: Seen | None = None

    @property
    def day(self) -> date:
        return danish_day(self.at)


@dataclass
class Teller(Someone):
    """Somebody whose conversation is written down."""

    language: Language = "da"
    said: list[Said] = field(default_factory=list)

    async def looks(self) -> list[Seen]:
        new = await super().looks()
        self.said += [Said(self.line.now, self.name, seen.text, seen) for seen in new]
        return new

    async def writes(self, text: str) -> list[Seen]:
        self.said.append(Said(self.line.now, self.name, text))
        return await super().writes(text)

    async def presses(self, label: str) -> list[Seen]:
        self.said.append(Said(self.line.now, self.name, f"[{label}]"))
        return await super().presses(label)

    async def taps(self, key: str) -> list[Seen]:
        """Press the button of this key, in one's own language."""
        return await self.presses(locales.say(self.language, key, {}))

    async def begins(self, data: str, reference: str) -> None:
        """Begin a sheet about this placement."""
        await self.presses_data(data)
        await self.answers()
        for label in self.inbox[-1].labels:
            if label.startswith(reference):
                await self.presses(label)

    async def fills_in(self, answers: Sequence[str]) -> None:
        """Answer the questions of a sheet one after the other."""
        done = locales.say(self.language, "button-lines-done", {})
        for answer in answers:
            pressed = answer in self.inbox[-1].labels
            await (self.presses(answer) if pressed else self.writes(answer))
            if done in self.inbox[-1].labels:
                await self.presses(done)


@dataclass
class Side:
    """A placement with its people."""

    words: Words
    employer: Teller
    specialist: Teller
    placement_id: int = 0
    reference: str = ""

    @property
    def asked(self) -> list[Said]:
        """The follow-ups that the employer was asked of its own accord."""
        start = "<b>" + ("Opfølgning" if self.employer.language == "da" else "Follow-up") + " ·"
        return [one for one in self.employer.said if one.seen and one.text.startswith(start)]

    @property
    def tasks(self) -> list[Said]:
        """The tasks about this placement that came to its specialist."""
        done = locales.say(self.specialist.language, "button-task-done", {})
        return [one for one in self.specialist.said if one.seen and done in one.seen.labels]


@dataclass
class HalfYear:
    """The line, and both sides of it."""

    line: Line
    sides: list[Side]
    reviewer: Teller

    @property
    def everybody(self) -> list[Teller]:
        return [self.reviewer] + [one for s in self.sides for one in (s.employer, s.specialist)]

    async def until(self, day: date, at: time = TEN) -> None:
        """Let time go by, from look to look on days that have something due."""
        target = instant(day, at)
        while self.line.now < target:
            await self._jump(min(await self._next_look(), target))
            for one in self.everybody:
                seen = locales.say(one.language, "button-i-see-it", {})
                if any(seen in new.labels for new in await one.looks()):
                    await one.presses(seen)

    async def _jump(self, to: datetime) -> None:
        await self.line.passes(seconds=(to - self.line.now).total_seconds())

    async def _next_look(self) -> datetime:
        async with self.line.database.read() as session:
            asked = (await session.exec(select(func.min(FollowUp.next_action_at)))).one()
            planned = (await session.exec(select(func.min(FollowUpPlan.next_plan_at)))).one()
        now = self.line.now
        due = max(now, min(at for at in (asked, planned, instant(date(2028, 1, 1), TEN)) if at))
        first = max(now, instant(danish_day(due), time.min))
        ahead = (instant(danish_day(first) + timedelta(days=n), at) for n in (0, 1) for at in LOOKS)
        return min(at for at in ahead if at > now and at >= first)

    async def change(self, side: Side, status: PlacementStatus) -> None:
        async with self.line.database.write() as session:
            placement = await session.get_one(Placement, side.placement_id)
            details = replace(_details(placement), status=status)
            await placements.change_placement(
                session, self.line.now, await self.boss(session), side.placement_id, details
            )

    async def boss(self, session: Session) -> Person:
        found = await person_named(session, self.reviewer.name)
        assert found
        return found


def _details(placement: Placement) -> Details:
    return Details(**{one.name: getattr(placement, one.name) for one in fields(Details)})


async def joins(
    line: Line, role: Role, name: str, company: str = "", language: Language = "da"
) -> Teller:
    """Somebody who comes in by invitation and chooses a language."""
    stranger = await line.stranger(Channel.TELEGRAM)
    someone = Teller(line, Channel.TELEGRAM, stranger.chat_id, name, language=language)
    await Someone.writes(someone, f"/start {await line.code(role, name, company)}")
    own = locales.say(language, f"language-{language}", {})
    await someone.presses(locales.say("da", "button-other-language", {}))
    await someone.presses(own)
    await someone.taps("button-accept")
    await someone.presses(own)
    if role is Role.SPECIALIST:
        await someone.taps("button-i-see-it")
    return someone


async def begin(line: Line) -> HalfYear:
    """Everybody comes in, and the placements are made."""
    line.clock[0] = BEGINS
    reviewer = await joins(line, Role.REVIEWER, "Bente")
    year = HalfYear(line, [], reviewer)
    for language in LANGUAGES:
        words = WORDS[language]
        specialist = await joins(line, Role.SPECIALIST, words.specialist, language=language)
        employer = await joins(line, Role.EMPLOYER, words.employer, words.company, language)
        year.sides.append(Side(words, employer, specialist))
    for side in year.sides:
        async with line.database.write() as session:
            employer_ = await person_named(session, side.words.employer)
            specialist_ = await person_named(session, side.words.specialist)
            assert employer_
            assert specialist_
            made = await placements.add_placement(
                session,
                line.now,
                employer_.company_id or 0,
                Details(
                    type=PlacementType.INTERNSHIP,
                    status=PlacementStatus.RUNNING,
                    starts_on=date(2026, 10, 19),
                    ends_on=date(2027, 1, 15),
                    weekly_hours=9.0,
                    contact_id=employer_.id,
                    specialist_id=specialist_.id,
                ),
            )
            made.reference = side.reference = REFERENCES[side.employer.language]
            side.placement_id = made.id or 0
    return year


async def live(year: HalfYear) -> None:
    """The half year, month by month."""
    await _before_the_start(year)
    await _first_weeks(year)
    await _silence(year)
    await _christmas(year)
    await _one_step_up(year)
    await _pause(year)
    await _spring(year)
    await _end(year)


async def _before_the_start(year: HalfYear) -> None:
    await year.until(date(2026, 10, 12), time(9, 30))
    for side in year.sides:
        await side.employer.begins("form:alignment", side.reference)
        await side.employer.fills_in(side.words.agreement)
        await side.employer.taps("button-print")


async def _first_weeks(year: HalfYear) -> None:
    await year.until(date(2026, 10, 19))
    for side in year.sides:
        await side.employer.taps("button-expected-better")
        await _progress(year, side, "2123")
    await year.until(date(2026, 10, 21))
    for side in year.sides:
        await side.employer.writes(side.words.same)
        await side.employer.taps("button-expected-same")
    await year.until(date(2026, 10, 26))  # winter time since yesterday
    for side in year.sides:
        await side.employer.taps("button-follow-up-later")
        await side.employer.taps("button-follow-up-tomorrow")
    await year.until(date(2026, 10, 27))
    for side in year.sides:
        await side.employer.taps("button-expected-same")
    await year.until(date(2026, 11, 2))
    for side in year.sides:
        await side.employer.taps("button-before-worse")
        await side.employer.writes(side.words.worse)
        await side.specialist.looks()
        await side.specialist.taps("button-take")
        await year.line.passes(minutes=5)
        await side.specialist.taps("button-close")
        await side.specialist.taps("outcome-solved")
        await side.specialist.writes(side.words.learned)
        for one in year.everybody:
            await one.looks()
    await year.until(date(2026, 11, 2), time(14))
    for side in year.sides:
        await side.employer.presses("5")
        await side.employer.writes(side.words.survey)
    await year.until(date(2026, 11, 4))
    for side in year.sides:
        await side.employer.taps("button-before-better")


async def _progress(year: HalfYear, side: Side, marks: str) -> None:
    """The specialist and the employee talk about the four areas."""
    company = year.sides.index(side) + 1
    await side.specialist.begins(f"ownform:progress:{company}", side.reference)
    await side.specialist.fills_in(marks)
    for _ in range(2):
        await side.specialist.taps("button-skip-question")


async def _silence(year: HalfYear) -> None:
    await year.until(date(2026, 11, 20), time(14))
    for side in year.sides:
        await side.specialist.taps("button-task-done")
    for side in year.sides:  # the yearly questions have come meanwhile
        await side.employer.presses("4")
        await side.employer.presses("5")
        await side.employer.taps("button-no-words")


async def _christmas(year: HalfYear) -> None:
    await year.until(date(2026, 12, 21))
    for side in year.sides:
        await side.employer.taps("button-before-same")
        async with year.line.database.write() as session:
            by = await person_named(session, side.words.specialist)
            assert by
            placement = await session.get_one(Placement, side.placement_id)
            await followups.add_by_hand(
                session,
                year.line.now,
                year.line.settings.office,
                by,
                placement,
                date(2026, 12, 24),
                side.words.question,
                To.EMPLOYER,
            )
    for day in (date(2026, 12, 28), date(2027, 1, 4)):
        await year.until(day)
        for side in year.sides:
            await side.employer.taps("button-before-better")


async def _one_step_up(year: HalfYear) -> None:
    await year.until(date(2027, 1, 15), time(14))
    for side in year.sides:
        async with year.line.database.write() as session:
            boss = await year.boss(session)
            step = await placements.next_step(
                session,
                year.line.now,
                boss,
                side.placement_id,
                PlacementType.WAGE_SUBSIDY,
                date(2027, 1, 18),
            )
            step.reference = side.reference = f"{REFERENCES[side.employer.language][:-1]}5"
            side.placement_id = step.id or 0
            details = replace(_details(step), ends_on=date(2027, 4, 9))
            await placements.change_placement(session, year.line.now, boss, step.id or 0, details)
    await year.until(date(2027, 1, 18))
    for side in year.sides:
        await side.employer.taps("button-expected-better")
        await side.employer.begins("form:status-note", side.reference)
        await side.employer.fills_in(side.words.status)
        await side.employer.taps("button-print")
    for day in (20, 25):
        await year.until(date(2027, 1, day))
        for side in year.sides:
            await side.employer.taps("button-expected-same")
    await year.until(date(2027, 2, 1))
    for side in year.sides:
        await side.employer.taps("button-before-same")


async def _pause(year: HalfYear) -> None:
    await year.until(date(2027, 2, 8), time(9, 0, 5))
    for side in year.sides:
        await year.change(side, PlacementStatus.PAUSED)
    await year.until(date(2027, 2, 22), time(14))
    for side in year.sides:
        await year.change(side, PlacementStatus.RUNNING)


async def _spring(year: HalfYear) -> None:
    await year.until(date(2027, 3, 18))
    for side in year.sides:
        await side.employer.taps("button-before-better")
    await year.until(date(2027, 3, 19), time(14))
    for side in year.sides:
        await side.specialist.taps("button-task-done")
    await year.until(date(2027, 4, 5), time(14))  # Easter, summer time, and nobody answers
    for side in year.sides:
        await side.specialist.taps("button-task-done")
        await _progress(year, side, "4334")
        await side.specialist.taps("button-draw")


async def _end(year: HalfYear) -> None:
    await year.until(date(2027, 4, 8))
    for side in year.sides:
        await side.employer.begins("form:evaluation", side.reference)
        await side.employer.fills_in(side.words.evaluation)
        await _citizen(year.line, side)
    await year.until(date(2027, 4, 9), time(14))
    for side in year.sides:
        async with year.line.database.write() as session:
            by = await person_named(session, side.words.specialist)
            assert by
            await placements.end_placement(
                session, year.line.now, by, side.placement_id, PlacementOutcome.CONTINUES
            )
        await side.employer.taps("button-before-same")  # a question of before the end
    await year.until(date(2027, 4, 30), time(14))


async def _citizen(line: Line, side: Side) -> None:
    """The employee reads the evaluation on the private page, comments, and keeps all lines."""
    await side.employer.taps("button-to-citizen")
    [given] = await side.employer.taps("button-make-link")
    address = re.search(r"/card/[\w-]+", given.text)
    assert address
    async with browser(line) as page:
        shown = (await page.get(address[0])).text
        revision = re.search(r'name="revision" value="(\d+)"', shown)
        assert revision
        kept = [html.unescape(x) for x in re.findall(r'name="keep-cv" value="([^"]*)"', shown)]
        sent = {
            "revision": revision[1],
            "keep-cv": kept,
            "name": side.words.citizen,
            "answer-comment": side.words.comment,
        }
        thanks = await page.post(address[0], data=sent)
        assert thanks.status_code == 200
        assert (await page.post(address[0], data=sent)).status_code == 404
    await side.employer.answers()


def transcript(side: Side) -> str:
    """The conversation of one side as Markdown, day by day."""
    language = side.employer.language
    who = f"{side.words.employer} · {side.words.company} · {side.words.specialist}"
    lines = [f"# {who}", ""]
    day = None
    both = side.employer.said + side.specialist.said
    for one in sorted(filter(_of_interest, both), key=lambda said: said.at):
        if one.day != day:
            day = one.day
            lines += [f"## {locales.whole_day(language, day)}", ""]
        lines += _told(one)
    return "\n".join(lines)


def _of_interest(one: Said) -> bool:
    if one.at == BEGINS or one.text.startswith(GREETINGS):
        return False
    routine = {locales.say(x, key, {"name": one.who}) for x in LANGUAGES for key in ROUTINE}
    return one.text.strip("[]") not in routine


def _told(one: Said) -> list[str]:
    clock = one.at.astimezone(DENMARK).strftime("%H:%M")
    text = html.unescape(re.sub(r"</?(b|i)>", "", one.text)).replace("\n", "  \n")
    text = re.sub(r"(http\S+/\w+/)[\w-]+", r"\1…", text)
    if one.seen is None:
        return [f"{clock} **{one.who}:** {text}", ""]
    quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    if one.seen.file:
        quoted += f"\n> _{one.seen.name or 'file'}_"
    buttons = " ".join(f"`{label}`" for label in one.seen.labels)
    return [f"{clock} → {one.who}", "", quoted, *([">", f"> {buttons}"] if buttons else []), ""]


async def _write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            telegram_bot_token="123456:" + "x" * 30,
            telegram_api_url="http://127.0.0.1:9",
            data_dir=Path(folder),
            base_url="http://127.0.0.1:8080",
        )
        line = await open_line(settings, open_library(search.load(FOLDER, Path("data/cache"))))
        year = await begin(line)
        await live(year)
        for side in year.sides:
            path = EXAMPLES / f"half-year.{side.employer.language}.md"
            path.write_text(transcript(side), encoding="utf-8")
        await line.close()


if __name__ == "__main__":
    asyncio.run(_write())
