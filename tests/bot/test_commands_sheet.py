"""`hotline sheet`: a sheet from a file of answers."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.commands import app

TASK = Path(__file__).parent.parent / "sheets" / "library.toml"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["sheet", *words])
    return result.exit_code, result.output


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_writes_the_pdf_and_the_picture(tmp_path: Path) -> None:
    code, said = run("task-card", "--answers", str(TASK), "--out", "x.pdf", "--png", "x.png")
    assert (code, said.strip()) == (0, "x.pdf")
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


def test_json_will_do_and_what_is_missing_makes_a_draft(tmp_path: Path) -> None:
    answers = tmp_path / "a.json"
    answers.write_text(json.dumps({"language": "en", "answers": {"task": "Sweep the floor"}}))
    assert run("task-card", "--answers", "a.json", "--out", "x.pdf")[0] == 0


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("odd", "", "FORM: there is no odd; there are alignment"),
        ("task-card", "answers = 3", "a.toml: answers: expected a table"),
        ("task-card", "answer = 3", "a.toml: answer: expected one of answers"),
        ("task-card", "[answers]\nodd = 'x'", "a.toml: answers.odd: expected one of task"),
        ("task-card", f"[answers]\ntask = '{'x' * 99}'", "a.toml: answers.task: answer-too-long"),
        ("task-card", "[answers]\ntask = 'Han har ADHD'", "a.toml: answers.task: answer-health"),
        ("task-card", "language = 'sv'", "a.toml: language: expected da or en"),
        ("task-card", "[answers", "a.toml: "),
        ("task-card", "photos.place = 'x.png'\nanswers.place = 'x'", "x.png: No such file"),
    ],
)
def test_what_is_wrong_is_one_line(tmp_path: Path, form: str, text: str, said: str) -> None:
    (tmp_path / "a.toml").write_text(text)
    code, output = run(form, "--answers", "a.toml", "--out", "x.pdf")
    assert code == 2
    assert said in output
    assert output.startswith("hotline: ")
    assert len(output.splitlines()) == 1


def test_a_file_that_is_not_there_is_named() -> None:
    code, output = run("task-card", "--answers", "gone.toml", "--out", "x.pdf")
    assert (code, output.strip()) == (2, "hotline: gone.toml: No such file or directory")
