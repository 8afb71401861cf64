"""What people write, read as an answer."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.answers import AnswerRefused, read_answer, read_lines
from domain.forms import Kind, Question, Value, Wording
from domain.people import LANGUAGES

TODAY = date(2026, 11, 23)
TEXT = Question("q", 1, Kind.TEXT, {language: Wording("Q", "?") for language in LANGUAGES})
SCALE = replace(TEXT, kind=Kind.SCALE, lowest=1, highest=5)
CHOICE = replace(
    TEXT,
    kind=Kind.CHOICE,
    choices=("yes", "no"),
    words={
        "da": Wording("", "", choices=("Ja", "Nej")),
        "en": Wording("", "", choices=("Yes", "No")),
    },
)
STEPS = replace(TEXT, kind=Kind.STEPS, most=4, longest=40)
THINGS = replace(STEPS, commas=True)


def of(kind: Kind, **more: object) -> Question:
    return replace(TEXT, kind=kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "written", "kept"),
    [
        (TEXT, "  Fyld \n hylden ", "Fyld hylden"),
        (of(Kind.NUMBER), "15 timer", 15),
        (of(Kind.NUMBER), "7,5", 7.5),
        (of(Kind.NUMBER), "-3", -3),
        (SCALE, "5", 5),
        (CHOICE, "ja.", "yes"),
        (CHOICE, "No", "no"),
        (CHOICE, "2", "no"),
        (of(Kind.TIME), "kl. 8", "08:00"),
        (of(Kind.TIME), "8.15", "08:15"),
        (of(Kind.TIME), "0815", "08:15"),
        (of(Kind.TIME), "23:59", "23:59"),
        (of(Kind.DATE), "24.11.2026", "2026-11-24"),
        (of(Kind.DATE), "24/11", "2026-11-24"),
        (of(Kind.DATE), "2026-11-24", "2026-11-24"),
        (of(Kind.DATE), "1.12.26", "2026-12-01"),
        (of(Kind.DATE, past=False), "3/1", "2027-01-03"),
        (STEPS, "1. Hent\n2) Sæt\n- Luk", ("Hent", "Sæt", "Luk")),
        (STEPS, "1 Hent vognen. 2 Sæt mælk. 3 Luk", ("Hent vognen.", "Sæt mælk.", "Luk")),
        (STEPS, "1 Hent\n2 Sæt", ("Hent", "Sæt")),
        (STEPS, "09.30 Mette kommer\n10.15 Pause", ("09.30 Mette kommer", "10.15 Pause")),
        (STEPS, "2 poser mel hældes i", ("2 poser mel hældes i",)),
        (
            THINGS,
            "Vogn (porten, til højre), 2 klude, sæbe.",
            ("Vogn (porten, til højre)", "2 klude", "sæbe"),
        ),
    ],
)
def test_it_is_read(question: Question, written: str, kept: Value) -> None:
    assert read_answer(question, written, TODAY) == kept


@pytest.mark.parametrize(
    ("question", "written", "key"),
    [
        (TEXT, " \n ", "answer-empty"),
        (TEXT, "x" * 5000, "answer-too-long"),
        (of(Kind.NUMBER), "mellem 3 og 4", "answer-number"),
        (of(Kind.NUMBER), "9" * 400, "answer-number"),
        (SCALE, "6", "answer-number-between"),
        (SCALE, "2,5", "answer-number-between"),
        (CHOICE, "måske", "answer-choice"),
        (of(Kind.TIME), "25.00", "answer-time"),
        (of(Kind.TIME), "efter frokost", "answer-time"),
        (of(Kind.TIME), "8.15-9.00", "answer-time"),
        (of(Kind.DATE), "31.2.2026", "answer-date"),
        (of(Kind.DATE), "i morgen", "answer-date"),
        (of(Kind.DATE, past=False), "22.11.2026", "answer-date-past"),
        (of(Kind.DATE), "1.1.0001", "answer-date"),
        (STEPS, "a\nb\nc\nd\ne", "answer-too-many"),
        (STEPS, "x" * 41, "answer-too-long"),
        (of(Kind.PHOTO), "se her", "answer-photo"),
    ],
)
def test_it_is_refused_with_a_sentence(question: Question, written: str, key: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read_answer(question, written, TODAY)
    assert refused.value.key == key


def test_lines_are_added_to_those_that_are_there() -> None:
    assert read_lines(STEPS, "Luk", ("Hent", "Sæt")) == ("Hent", "Sæt", "Luk")
    assert read_lines(STEPS, "3 Luk\n4 Gå", ("Hent", "Sæt")) == ("Hent", "Sæt", "Luk", "Gå")


@given(st.sampled_from(list(Kind)), st.text(max_size=300), st.booleans(), st.booleans())
def test_whatever_is_written_is_kept_within_limits_or_refused(
    kind: Kind, written: str, commas: bool, past: bool
) -> None:
    question = replace(CHOICE, kind=kind, lowest=1, highest=5, longest=50, most=4, commas=commas)
    question = replace(question, past=past)
    try:
        value = read_answer(question, written, TODAY)
    except AnswerRefused:
        return
    lines = value if isinstance(value, tuple) else (value,)
    assert 0 < len(lines) <= 4
    assert all(line not in ("", None) and len(str(line)) <= 50 for line in lines)
