"""A form is one file; a file that is wrong is named in one line."""

import re
from datetime import date
from pathlib import Path

import pytest

from domain.answers import read_answer
from domain.forms import Form, Kind, missing
from domain.plain import find_vague
from knowledge.errors import KnowledgeError
from knowledge.forms import load_forms, read_form
from knowledge.library import FOLDER
from knowledge.plain import load_plain
from services.sheets import checked

WORDS = load_plain(FOLDER)
FORMS = load_forms(FOLDER, WORDS)

GOOD = """
version = 1
roles = ["employer"]
[da]
title = "Prøve"
intro = "En prøve."
[en]
title = "Trial"
intro = "A trial."
[[question]]
id = "name"
[question.da]
label = "Navn"
ask = "Hvad?"
help = "Kort."
example = "Sådan."
[question.en]
label = "Name"
ask = "What?"
help = "Short."
example = "Like this."
"""


def write(folder: Path, text: str, name: str = "trial.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_all_forms_of_the_sources_are_there() -> None:
    assert set(FORMS) == {
        "task-card", "alignment", "match", "circumstances", "first-day", "sensory-check",
        "status-note", "progress", "goals", "burden", "week-plan", "step-card", "learning-circle",
        "certificate", "evaluation",
    }  # fmt: skip


def test_the_ten_questions_in_their_order() -> None:
    card = FORMS["task-card"]
    labels = [question.words["da"].label for question in card.questions]
    assert labels == [
        "Opgave", "Formål", "Sted", "Start", "Tid", "Du skal bruge", "Sådan gør du", "Færdig når",
        "Hjælp", "Bagefter", "Hvis",
    ]  # fmt: skip
    assert {question.number for question in card.questions} == set(range(1, 11))
    needed = {question.number for question in missing(card, {})}
    assert needed == {1, 3, 4, 7, 8, 9, 10}
    assert next(q for q in card.questions if q.kind is Kind.STEPS and q.photos > 1).most == 8


def test_the_seven_questions_before_the_start() -> None:
    assert {question.number for question in FORMS["alignment"].questions} == set(range(1, 8))


def test_nobody_is_asked_for_reasons_anywhere() -> None:
    root = FOLDER.parent
    files = [*(FOLDER / "forms").glob("*.toml"), *(FOLDER / "print").glob("*.typ")]
    files += [*root.glob("locales/*/sheets.ftl"), *root.glob("docs/examples/*.txt")]
    for path in files:
        assert not re.search("hvorfor", path.read_text(encoding="utf-8"), re.IGNORECASE), path.name


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_examples_would_not_be_questioned(form: Form) -> None:
    for question in form.questions:
        for language, words in question.words.items():
            if words.example:
                value = read_answer(question, words.example, date(2026, 11, 23))
                assert checked(form, question, value, WORDS) == value, question.id
                lines = value if isinstance(value, tuple) else (value,)
                for line in lines:
                    assert find_vague(line, question.vague, WORDS, language) is None, line


def test_a_form_of_ones_own_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    write(tmp_path / "forms", GOOD)
    forms = load_forms(FOLDER, WORDS, tmp_path)
    assert forms["trial"].words["en"].title == "Trial"
    assert "task-card" in forms


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version = 1", "version = 0", "trial.toml: version: expected a whole number"),
        ("version = 1", "version =", "trial.toml: TOML: "),
        ('roles = ["employer"]', 'roles = ["boss"]', "trial.toml: roles: expected some of"),
        ('title = "Prøve"', "", "trial.toml: da.title: expected one line of text"),
        ('id = "name"', 'id = "Name!"', "trial.toml: question Name!.id: expected a word"),
        ('id = "name"', 'id = "name"\nkind = "essay"', "question name.kind: expected one of text"),
        ('id = "name"', 'id = "name"\nlongst = 3', "question name.longst: is not known; expected"),
        ('id = "name"', 'id = "name"\nkind = "scale"', "question name.lowest: expected lowest and"),
        ('id = "name"', 'id = "name"\nkind = "choice"', "question name.choices: expected at least"),
        ('id = "name"', 'id = "name"\nvague = ["odd"]', "question name.vague: expected some of"),
        ('id = "name"', 'id = "name"\nwhen = { question = "x", is = ["y"] }',
         "question name.when.question: expected the id of an earlier question"),
        ('label = "Name"', "label = 3", "question name.en.label: expected one line of text"),
        ('help = "Kort."', "", "question name.da.help: expected one line of text"),
        ('ask = "Hvad?"', 'ask = "Hvorfor?"', "hvorfor: must not stand in a form"),
        ("[[question]]", "[question]", "trial.toml: question: expected at least one [[question]]"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(KnowledgeError) as error:
        read_form(path, WORDS)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith("trial.toml: ")
