"""Stories 7 and 8 over half a year, in both languages at once, with both changes of the clock,
Christmas and Easter."""

import re
from collections import Counter
from datetime import date, time

from sqlmodel import select

from domain.followups import ASKS, FollowUpStatus
from domain.working_time import DENMARK
from locales import has
from models.followups import FollowUp, follow_ups_of
from services.duty import office_time
from tests.half_year import HalfYear, Said, begin, live
from tests.line import Line

ASKED = [
    date(2026, 10, 19),  # the first day
    date(2026, 10, 21),  # the third
    date(2026, 10, 26),  # a week; winter time since the day before
    date(2026, 10, 27),  # put off to today
    date(2026, 11, 2),  # two weeks: worse
    date(2026, 11, 4),  # the closed case
    date(2026, 11, 16),  # four weeks, and the closed case: no answer
    date(2026, 11, 18),  # once more
    date(2026, 12, 21),  # the month's 19th is a Saturday
    date(2026, 12, 28),  # by hand, meant for Christmas Eve
    date(2027, 1, 4),  # the end comes near; meant for New Year's Day
    date(2027, 1, 18),  # the first day of the next step
    date(2027, 1, 20),
    date(2027, 1, 25),
    date(2027, 2, 1),
    date(2027, 3, 18),  # after the pause, in which four weeks fell
    date(2027, 3, 30),  # meant for Good Friday; summer time since Sunday: no answer
    date(2027, 4, 1),  # once more, and then never again
]
TASKS = [
    (date(2026, 11, 20), 2),  # nobody answered twice
    (date(2027, 3, 19), 1),  # three weeks before the end
    (date(2027, 4, 5), 1),  # nobody answered twice
    (date(2027, 4, 23), 1),  # two weeks after the end
]


async def test_half_a_year_is_followed_up_as_it_should(line: Line) -> None:
    year = await begin(line)
    await live(year)
    for side in year.sides:
        days = [one.day for one in side.asked]
        assert days == ASKED  # none twice a day, none skipped, none after the end
        for one in side.asked:
            assert one.at.astimezone(DENMARK).time().replace(second=0) == time(10), one
        assert Counter(one.day for one in side.tasks) == dict(TASKS)
    await _only_in_working_time(year)
    await _nothing_forgotten(year)
    _read_well(year)
    _evaluated(year)
    _drawn_across_the_step(year)


async def _only_in_working_time(year: HalfYear) -> None:
    async with year.line.database.read() as session:
        duty = await office_time(session, year.line.now, year.line.settings.office)
    for side in year.sides:
        for one in (*side.asked, *side.tasks):
            assert duty.is_working(one.at), one


async def _nothing_forgotten(year: HalfYear) -> None:
    """Every follow-up has come to its end, except tasks that a specialist has not ticked off."""
    async with year.line.database.read() as session:
        rows = (await session.exec(select(FollowUp))).all()
        for side in year.sides:
            around = await follow_ups_of(session, side.placement_id)
            assert all(row.asks <= ASKS for row in around)
            assert max(row.due_at for row in around) <= year.line.now
    assert {row.status for row in rows} <= {
        FollowUpStatus.ANSWERED,
        FollowUpStatus.DONE,
        FollowUpStatus.TASK,
        FollowUpStatus.CANCELLED,
    }


def _read_well(year: HalfYear) -> None:
    """No raw key, no placeholder, no broken line, no question for reasons, and one's own language:
    only what people themselves have written may be in the other."""
    for side in year.sides:
        for one in (*side.employer.said, *side.specialist.said):
            if one.seen is None:
                continue
            for text in (one.text, *one.seen.labels):
                assert not re.search(r"\{|\}|\bNone\b|\n\n\n| $|\bhvorfor\b", text), text
                assert not has(text), text
        if side.employer.language == "en":
            _no_danish(side.employer.said)


def _no_danish(said: list[Said]) -> None:
    for one in said[8:]:  # the door is in both languages
        assert one.seen is None or not re.search(r"[æøåÆØÅ]", one.text), one.text


def _evaluated(year: HalfYear) -> None:
    """The citizen's comment stands on the paper that comes back, and a late tap is told so."""
    for side in year.sides:
        texts = [one.text for one in side.employer.said if one.seen]
        assert any(side.words.citizen in text for text in texts)
        papers = [one.seen.name for one in side.employer.said if one.seen and one.seen.file]
        assert sum(name.endswith(".pdf") for name in papers) == 3
        assert any(re.search(r"opfølgning er afsluttet|follow-up is over", text) for text in texts)


def _drawn_across_the_step(year: HalfYear) -> None:
    """What was measured before the step up is where the picture begins."""
    for side, moved in zip(year.sides, ("(fra 2 til 4)", "(from 2 to 4)"), strict=True):
        assert any(moved in one.text for one in side.specialist.said)
