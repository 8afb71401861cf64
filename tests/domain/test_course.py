"""The steps of the starter course are done by what happens, one after the other."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import locales
from domain.course import COURSE, Act, Deed, PracticeCase, Standing, standing

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HELP = PracticeCase("help", (Act.ASKED, Act.TAKEN, Act.WORD))
PASS = PracticeCase("pass", (Act.ASKED, Act.PASSED, Act.TAKEN))


def done(*deeds: tuple[Act, str]) -> list[Deed]:
    return [Deed(act, about, START + timedelta(minutes=n)) for n, (act, about) in enumerate(deeds)]


def steps(deeds: list[Deed], *course: PracticeCase) -> list[int]:
    return [one.done for one in standing(deeds, course)]


def test_there_are_ten_and_each_has_all_its_words() -> None:
    assert len(COURSE) == len({case.id for case in COURSE}) == 10
    for case in COURSE:
        keys = [f"course-{case.id}", f"course-{case.id}-story"]
        keys += [f"course-{case.id}-{number}" for number in range(1, len(case.steps) + 1)]
        assert [key for key in keys if not locales.has(key)] == []
        assert not locales.has(f"course-{case.id}-{len(case.steps) + 1}")
        for language, mark in (("da", "pdigtet"), ("en", "nvented")):
            story = locales.say(language, f"course-{case.id}-story", {})  # type: ignore[arg-type]
            assert mark in story, case.id


def test_in_the_beginning_nothing_is_done() -> None:
    assert standing([]) == tuple(Standing(case, 0) for case in COURSE)


def test_steps_are_done_in_their_order_and_about_one_thing() -> None:
    assert steps(done((Act.ASKED, "a"), (Act.TAKEN, "a")), HELP) == [2]
    assert steps(done((Act.TAKEN, "a"), (Act.ASKED, "a")), HELP) == [1]
    assert steps(done((Act.ASKED, "a"), (Act.TAKEN, "b"), (Act.WORD, "b")), HELP) == [1]
    other = [(Act.ASKED, "a"), (Act.REMINDED, "a"), (Act.TAKEN, "a"), (Act.WORD, "a")]
    assert standing(done(*other), [HELP])[0].is_done


def test_what_finished_one_practice_case_does_not_count_for_the_next() -> None:
    again = PracticeCase("again", HELP.steps)
    first = [(act, "a") for act in HELP.steps]
    assert steps(done(*first), HELP, again) == [3, 0]
    assert steps(done(*first, (Act.ASKED, "b")), HELP, again) == [3, 1]


def test_what_is_done_stays_done_whatever_follows() -> None:
    deeds = [
        *((Act.ASKED, "a"), (Act.TAKEN, "a"), (Act.WORD, "a"), (Act.PASSED, "a")),
        *((Act.TAKEN, "a"), (Act.ASKED, "b"), (Act.PASSED, "b"), (Act.TAKEN, "b")),
    ]
    for course in permutations((HELP, PASS, PracticeCase("ask", (Act.ASKED,)))):
        finished: set[str] = set()
        for count in range(len(deeds) + 1):
            now = {one.case.id for one in standing(done(*deeds[:count]), course) if one.is_done}
            assert finished <= now, (course, count)
            finished = now


def test_every_practice_case_can_be_finished() -> None:
    deeds = [(act, case.id) for case in COURSE for act in case.steps]
    assert all(one.is_done for one in standing(done(*deeds)))
