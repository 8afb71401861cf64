"""What comes out on paper: one page, tagged, readable in order, and the longest text named."""

import subprocess
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typst

from bot.commands_sheet import print_file
from domain.forms import Form, Kind, Value
from knowledge.forms import load_forms
from knowledge.library import FOLDER
from knowledge.plain import load_plain
from services import cards, printing

TASKS = sorted((Path(__file__).parent.parent / "sheets").glob("*.toml"))
FORMS = load_forms(FOLDER, load_plain(FOLDER))
CARD = FORMS["task-card"]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ORDER = (
    "Formål:", "Sted", "Start", "Tid", "Du skal bruge", "Sådan gør du", "Færdig når", "Hjælp",
    "Bagefter", "Hvis", "Læst og rettet sammen med", "Version",
)  # fmt: skip


def run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True).stdout.decode()


def facts(pdf: Path) -> dict[str, str]:
    lines = run("pdfinfo", str(pdf)).splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def headings(text: str) -> list[int]:
    """Where each heading stands, looked for behind the one before; -1 where it is not there."""
    places = [0]
    for heading in ORDER:
        places.append(text.find(heading, places[-1] + 1))
    return places


def longest_answers(form: Form, share: float = 1.0) -> dict[str, Value]:
    """Every answer as long as the form allows."""
    answers: dict[str, Value] = {}
    for question in form.questions:
        text = ("ordene " * 400)[: int(question.longest * share)].strip()
        answers[question.id] = (text,) * question.most if question.kind is Kind.STEPS else text
    return answers


def content(answers: dict[str, Value], form: Form = CARD) -> cards.Content:
    read = {"approved_with": "Emil", "approved_at": NOW} if answers else {}
    theirs = read if form.belongs_to_citizen else {}
    return cards.build(form, answers, "da", NOW, version=1, asks="Mette", **theirs)


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize("task", TASKS, ids=lambda path: path.stem)
def test_ten_tasks_each_on_one_tagged_page(task: Path, paper: str, tmp_path: Path) -> None:
    pdf = tmp_path / "card.pdf"
    print_file("task-card", task, pdf, paper=paper)
    found = facts(pdf)
    assert (found["Pages"], found["Tagged"]) == ("1", "yes")
    assert b"pdfuaid:part" in pdf.read_bytes()
    for words in ((), ("-raw",)):
        places = headings(run("pdftotext", *words, str(pdf), "-"))
        assert -1 not in places


def test_there_are_ten_tasks_of_ten_trades() -> None:
    assert len(TASKS) == 10


def test_the_longest_card_that_the_form_allows_fits_one_page(tmp_path: Path) -> None:
    made = printing.make(
        content(longest_answers(CARD)), printing.template("task-card"), "a4", tmp_path
    )
    (tmp_path / "card.pdf").write_bytes(made.pdf)
    assert facts(tmp_path / "card.pdf")["Pages"] == "1"


def test_what_does_not_fit_names_the_longest_text(tmp_path: Path) -> None:
    answers = longest_answers(CARD) | {"done": "ord " * 1500}
    with pytest.raises(printing.TooLongForPage) as error:
        printing.make(content(answers), printing.template("task-card"), "a4", tmp_path)
    assert error.value.params == {"label": "Færdig når"}


def test_photos_shrink_so_that_eight_steps_with_eight_photos_fit(tmp_path: Path) -> None:
    photo = typst.compile(b"#set page(width: 400pt, height: 300pt, fill: gray)\n", format="png")
    assert isinstance(photo, bytes)
    (tmp_path / "photo").write_bytes(photo)
    answers = longest_answers(CARD, 0.6)
    card = content(answers)
    for slot in card["slots"]:
        for line in slot["lines"] if slot["id"] == "steps" else ():
            line["photo"] = {"file": "/photo", "format": "png"}
    made = printing.make(card, printing.template("task-card"), "a4", tmp_path)
    (tmp_path / "card.pdf").write_bytes(made.pdf)
    assert facts(tmp_path / "card.pdf")["Pages"] == "1"
    images = run("pdfimages", "-list", str(tmp_path / "card.pdf")).splitlines()[2:]
    assert images


def test_what_is_typed_is_never_read_as_markup(tmp_path: Path) -> None:
    odd = '#panic("x") *fed* $x$ @ref <etiket> \\ = overskrift'
    made = printing.make(
        content({"task": odd, "steps": (odd,)}), printing.template("task-card"), "a4", tmp_path
    )
    (tmp_path / "card.pdf").write_bytes(made.pdf)
    assert '#panic("x") *fed* $x$' in run("pdftotext", "-raw", str(tmp_path / "card.pdf"), "-")


def test_a_card_is_made_in_no_time_when_warm(tmp_path: Path) -> None:
    source = printing.template("task-card")
    spent = []
    for number in range(6):
        card = content({"task": f"Fyld hylde {number} op", "steps": ("Hent vognen.",) * 6})
        start = time.process_time()
        printing.make(card, source, "a4", tmp_path)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.3


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_prints_empty_and_full(form: Form, tmp_path: Path) -> None:
    full: dict[str, Value] = {}
    for question in form.questions:
        match question.kind:
            case Kind.SCALE | Kind.NUMBER:
                full[question.id] = 4
            case Kind.CHOICE:
                full[question.id] = question.choices[0]
            case Kind.DATE:
                full[question.id] = date(2026, 12, 1).isoformat()
            case Kind.TIME:
                full[question.id] = "09:30"
            case Kind.STEPS:
                full[question.id] = ("Æblegrød, ål og øl",) * question.most
            case _:
                full[question.id] = "Æblegrød, ål og øl"
    source = printing.template(form.template)
    for answers in ({}, full):
        made = printing.make(content(answers, form), source, "a4", tmp_path)
        (tmp_path / "sheet.pdf").write_bytes(made.pdf)
        text = run("pdftotext", str(tmp_path / "sheet.pdf"), "-")
        assert ("Kladde" in text) == (not answers)
    assert "Æblegrød, ål og øl" in text


def test_an_answer_of_an_older_form_stays_readable(tmp_path: Path) -> None:
    form = FORMS["alignment"]
    sheet = cards.build(form, {}, "da", NOW, version=3, former=[("Gammel overskrift", "Ja")])
    made = printing.make(sheet, printing.template("sheet"), "a4", tmp_path)
    (tmp_path / "sheet.pdf").write_bytes(made.pdf)
    assert "Gammel overskrift" in run("pdftotext", str(tmp_path / "sheet.pdf"), "-")


def test_a_large_photo_is_made_smaller_and_a_broken_one_is_refused(tmp_path: Path) -> None:
    big = typst.compile(
        b"#set page(width: 2000pt, height: 1500pt)\n#for i in range(4000) [#i ]", format="png"
    )
    assert isinstance(big, bytes)
    path = tmp_path / "big"
    path.write_bytes(big + b"\0" * printing.LARGE)
    kind, smaller = printing.prepare(path)
    assert kind == "png"
    assert 0 < len(smaller) < len(big) + printing.LARGE
    path.write_bytes(b"\x89PNG\r\n\x1a\n broken")
    with pytest.raises(printing.PictureRefused):
        printing.prepare(path)
    path.write_bytes(b"GIF87a")
    with pytest.raises(printing.PictureRefused):
        printing.prepare(path)
    path.write_bytes(b"no picture at all")
    with pytest.raises(printing.PictureRefused):
        printing.prepare(path)
