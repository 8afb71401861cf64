"""Which question comes next, what is missing, how far one has come."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from domain.forms import (
    Condition,
    Form,
    FormWords,
    Kind,
    Question,
    Wording,
    asked,
    before,
    how_far,
    missing,
    next_open,
    total,
)
from domain.people import LANGUAGES

NAMES = ("one", "two", "three", "four", "five", "six")


def question(
    place: int, *, required: bool = False, on: str = "", kind: Kind = Kind.TEXT
) -> Question:
    words = {language: Wording(NAMES[place], "?") for language in LANGUAGES}
    condition = Condition(on, ("yes",)) if on else None
    return Question(NAMES[place], place + 1, kind, words, required, condition)


def form(*questions: Question) -> Form:
    words = {language: FormWords("A form", "…") for language in LANGUAGES}
    return Form("a-form", 1, "sheet", words, questions)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Forms whose questions may depend on earlier ones."""
    count = draw(st.integers(1, 6))
    return form(
        *(
            question(
                place,
                required=draw(st.booleans()),
                on=draw(st.sampled_from(["", *NAMES[:place]])) if place else "",
            )
            for place in range(count)
        )
    )


ANSWERS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["yes", "no", "", None, ()]))


@given(forms(), ANSWERS)
def test_the_next_question_is_asked_open_and_the_first_such(form: Form, answers: dict) -> None:
    found = next_open(form, answers)
    open_ones = [q for q in asked(form, answers) if q.id not in answers]
    assert found == (open_ones[0] if open_ones else None)


@given(forms(), st.sampled_from(["yes", "no", None]))
def test_answering_what_is_asked_comes_to_an_end_and_never_asks_twice(
    form: Form, value: str
) -> None:
    answers: dict = {}
    order = []
    while found := next_open(form, answers):
        order.append(found.id)
        answers[found.id] = value
    assert len(order) == len(set(order)) <= len(form.questions)
    assert how_far(form, answers) == total(form)


@given(forms(), ANSWERS)
def test_what_is_missing_is_required_asked_and_without_a_usable_answer(
    form: Form, answers: dict
) -> None:
    for lacking in missing(form, answers):
        assert lacking.required
        assert lacking in asked(form, answers)
        assert not answers.get(lacking.id)


@given(forms(), ANSWERS)
def test_back_is_the_question_in_front(form: Form, answers: dict) -> None:
    questions = asked(form, answers)
    for earlier, later in itertools.pairwise(questions):
        assert before(form, answers, later.id) == earlier
    assert before(form, answers, questions[0].id) is None


def test_skipping_leaves_a_question_open_for_later() -> None:
    three = form(question(0), question(1), question(2))
    assert next_open(three, {"one": "x"}, after="two") == three.questions[2]
    assert next_open(three, {"one": "x", "three": "x"}) == three.questions[1]


def test_not_known_yet_is_an_answer_but_not_enough_where_one_is_required() -> None:
    one = form(question(0, required=True))
    assert next_open(one, {"one": None}) is None
    assert missing(one, {"one": None}) == one.questions


def test_an_answer_to_a_question_the_form_no_longer_has_disturbs_nothing() -> None:
    one = form(question(0))
    assert next_open(one, {"gone": "x"}) == one.questions[0]
    assert one.question("gone") is None
