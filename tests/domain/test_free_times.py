"""Free slots, checked against a search that tries every half hour and every minute."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.promises import latest_day
from domain.visits import (
    OFFERED,
    Diary,
    VisitKind,
    VisitRules,
    Wish,
    best,
    free_starts,
    quarters,
    together,
)
from domain.working_time import DENMARK, Span, Weekly, WorkingTime, danish_day, instant, parse_hours

OFFICE = parse_hours("mandag-torsdag 8-15.30, fredag 8-14")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RULES = VisitRules()


def clocks(starts: list[datetime]) -> list[str]:
    return [f"{at.astimezone(DENMARK):%a %H.%M}" for at in starts]


def wish(**changes: object) -> Wish:
    usual = {
        "length": timedelta(hours=1),
        "way": timedelta(minutes=30),
        "earliest": MONDAY,
        "last_day": date(2026, 11, 24),
    }
    return Wish(**(usual | changes))  # type: ignore[arg-type]


def test_a_quiet_week_leaves_all_but_lunch_and_the_ways() -> None:
    free = free_starts(Diary(1, WorkingTime(OFFICE)), wish(), RULES)
    assert clocks(free) == [
        *("Mon 10.30", "Mon 13.00", "Mon 13.30", "Mon 14.00"),
        *("Tue 08.30", "Tue 09.00", "Tue 09.30", "Tue 10.00", "Tue 10.30"),
        *("Tue 13.00", "Tue 13.30", "Tue 14.00"),
    ]


def test_a_call_needs_no_way_and_half_the_time() -> None:
    call = wish(length=timedelta(minutes=30), way=timedelta(), last_day=date(2026, 11, 23))
    assert clocks(free_starts(Diary(1, WorkingTime(OFFICE)), call, RULES)) == [
        *("Mon 10.00", "Mon 10.30", "Mon 11.00", "Mon 11.30"),
        *("Mon 12.30", "Mon 13.00", "Mon 13.30", "Mon 14.00", "Mon 14.30", "Mon 15.00"),
    ]


def test_the_way_is_counted_in_whole_quarters_and_the_company_has_its_own() -> None:
    assert RULES.travel_to(VisitKind.WORKPLACE, None) == timedelta(minutes=30)
    assert RULES.travel_to(VisitKind.WORKPLACE, 45) == timedelta(minutes=45)
    assert RULES.travel_to(VisitKind.WORKPLACE, 0) == timedelta()
    assert RULES.travel_to(VisitKind.VIDEO, 45) == timedelta()


def test_six_times_are_spread_over_both_people_and_both_days() -> None:
    works = WorkingTime(OFFICE)
    free = free_starts(Diary(1, works), wish(), RULES)
    offered = best({2: free, 1: free})
    assert [(slot.person_id, *clocks([slot.starts])) for slot in offered] == [
        (2, "Mon 10.30"),
        (2, "Tue 08.30"),
        (2, "Tue 10.30"),
        (1, "Mon 13.00"),
        (1, "Mon 14.00"),
        (1, "Tue 14.00"),
    ]


def test_one_who_has_no_time_leaves_all_six_to_the_other() -> None:
    free = free_starts(Diary(1, WorkingTime(OFFICE)), wish(), RULES)
    assert {slot.person_id for slot in best({2: [], 1: free})} == {1}
    assert len(best({2: [], 1: free})) == OFFERED
    assert best({2: [], 1: []}) == []


def test_the_latest_day_is_counted_in_working_days() -> None:
    christmas = frozenset({date(2026, 12, day) for day in (24, 25, 26, 31)} | {date(2027, 1, 1)})
    friday = datetime(2026, 11, 27, 22, 59, tzinfo=UTC)
    saturday = friday + timedelta(minutes=1)  # midnight in Denmark
    assert latest_day(MONDAY, christmas, 1) == date(2026, 11, 24)
    assert latest_day(friday, christmas, 1) == date(2026, 11, 30)
    assert latest_day(saturday, christmas, 1) == date(2026, 11, 30)
    assert latest_day(datetime(2026, 12, 23, 12, tzinfo=UTC), christmas, 1) == date(2026, 12, 28)
    assert latest_day(MONDAY, christmas, 2) == date(2026, 11, 25)


# --- against brute force --------------------------------------------------------------------

_starts = st.integers(0, 12 * 24 * 230).map(
    lambda number: datetime(2026, 3, 20, tzinfo=UTC) + timedelta(minutes=5 * number)
)
_clock = st.builds(time, st.integers(6, 17), st.sampled_from([0, 10, 15, 30, 45]))


@st.composite
def working_times(draw: st.DrawFn, around: datetime) -> WorkingTime:
    hours = []
    for weekday in draw(st.sets(st.integers(0, 6))):
        first, second = sorted((draw(_clock), draw(_clock)))
        hours.append(Weekly(weekday, first, second))
    closed = frozenset(
        danish_day(around) + timedelta(days=day) for day in draw(st.sets(st.integers(0, 5)))
    )
    away = tuple(draw(st.lists(spans(around), max_size=2)))
    extra = tuple(draw(st.lists(spans(around), max_size=1)))
    return WorkingTime(tuple(hours), closed, away, extra)


@st.composite
def spans(draw: st.DrawFn, around: datetime) -> Span:
    starts = around + timedelta(minutes=5 * draw(st.integers(-200, 1500)))
    return Span(starts, starts + timedelta(minutes=5 * draw(st.integers(1, 60))))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Diary, Wish, VisitRules]:
    earliest = draw(_starts)
    rules = VisitRules(lunch=draw(st.sampled_from([None, (time(12), time(12, 30))])))
    taken = tuple(draw(st.lists(spans(earliest), max_size=4)))
    diary = Diary(1, draw(working_times(earliest)), taken)
    days = draw(st.integers(0, 5))
    return (
        diary,
        Wish(
            length=timedelta(minutes=draw(st.sampled_from([30, 45, 60, 90]))),
            way=timedelta(minutes=draw(st.sampled_from([0, 15, 30, 45]))),
            earliest=earliest,
            last_day=danish_day(earliest) + timedelta(days=days),
        ),
        rules,
    )


def by_brute_force(diary: Diary, wish: Wish, rules: VisitRules) -> list[datetime]:
    """Every half hour, and for each every five minutes of it: is it worked and not taken?"""
    found, at = [], instant(danish_day(wish.earliest), time.min)
    until = instant(wish.last_day + timedelta(days=1), time.min)
    while at < until:
        if all(good(diary, minute, wish, rules) for minute in minutes(wish.takes(at))):
            found.append(at)
        at += timedelta(minutes=30)
    return found


def minutes(span: Span) -> list[datetime]:
    count = int((span.ends - span.starts) / timedelta(minutes=5))
    return [span.starts + timedelta(minutes=5 * number) for number in range(count)]


def good(diary: Diary, at: datetime, wish: Wish, rules: VisitRules) -> bool:
    lunch = rules.lunch_on(danish_day(at))
    return (
        at >= wish.earliest
        and diary.works.is_working(at)
        and not any(span.starts <= at < span.ends for span in (*lunch, *diary.taken))
    )


@given(questions())
@settings(max_examples=300, deadline=None)
def test_the_free_times_are_those_that_a_brute_force_search_finds(
    question: tuple[Diary, Wish, VisitRules],
) -> None:
    assert free_starts(*question) == by_brute_force(*question)


@given(questions(), questions())
@settings(max_examples=150, deadline=None)
def test_what_is_offered_is_free_and_the_promise_is_met_whenever_it_can_be(
    first: tuple[Diary, Wish, VisitRules], second: tuple[Diary, Wish, VisitRules]
) -> None:
    diary, wish, rules = first
    starts = {1: free_starts(diary, wish, rules), 2: free_starts(second[0], wish, rules)}
    offered = best(starts)
    possible = by_brute_force(diary, wish, rules), by_brute_force(second[0], wish, rules)
    assert bool(offered) == any(possible)
    assert len(offered) == min(OFFERED, sum(map(len, possible)))
    assert len(set(offered)) == len(offered)
    for slot in offered:
        assert slot.starts in possible[slot.person_id - 1]
        assert danish_day(slot.starts) <= wish.last_day
    if possible[0]:
        assert offered[0].person_id == 1
        assert offered[0].starts == possible[0][0]
    assert together(list(starts.values())) == [at for at in possible[0] if at in possible[1]]


@given(_starts, st.integers(1, 300))
def test_the_quarters_of_a_span_cover_it_and_no_more(starts: datetime, length: int) -> None:
    span = Span(starts, starts + timedelta(minutes=length))
    touched = quarters(span)
    assert touched[0] <= span.starts < touched[0] + timedelta(minutes=15)
    assert touched[-1] < span.ends <= touched[-1] + timedelta(minutes=15)
    assert all(b - a == timedelta(minutes=15) for a, b in pairwise(touched))
