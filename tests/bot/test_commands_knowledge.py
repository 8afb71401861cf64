"""`hotline learn`, `ask`, `evaluate` and `check`, as somebody at a terminal sees them."""

import io
import json
from pathlib import Path

import pytest
import structlog

from bot import commands_knowledge
from bot.commands import main
from knowledge.library import Library


@pytest.fixture
def hotline(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    library: Library,
):
    """Run one command line; returns exit code, what was printed, and what was said on the side."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(commands_knowledge, "_library", lambda _settings: library)

    def run(*words: str, typed: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["hotline", *words])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_ask_prints_guides_level_and_masked_text(hotline) -> None:
    code, out, _ = hotline("ask", "radioen kører og hun holder sig for ørerne, cpr 010190-1234")
    assert code == 0
    assert "level: normal" in out
    assert "010190-1234" not in out
    assert "sensory-environment: Lyd, lys, lugt og berøring" in out


def test_ask_as_json_has_the_promised_keys(hotline) -> None:
    code, out, _ = hotline("ask", "--json", "radioen kører og hun holder sig for ørerne")
    found = json.loads(out)
    assert code == 0
    assert set(found) == {"guides", "level", "masked", "offers"}
    assert set(found["guides"][0]) == {"id", "confidence"}
    assert found["guides"][0]["id"] == "sensory-environment"
    assert 1 <= found["offers"] <= 3


def test_ask_reads_one_message_per_line_whatever_is_in_it(hotline) -> None:
    typed = "hej\n\nhan råber\u2028højt\r\n😀\n".encode() + b"\xff\xfe ikke utf-8\n<b>html</b>"
    code, out, _ = hotline("ask", "-", "--json", typed=typed)
    found = [json.loads(line) for line in out.split("\n") if line]
    assert code == 0
    assert len(found) == 6
    assert found[1]["offers"] == 0
    assert found[5]["masked"] == "<b>html</b>"


def test_evaluate_measures_a_file(hotline, tmp_path: Path) -> None:
    row = {"lang": "da", "text": "radioen larmer og hun holder sig for ørerne", "level": "normal"}
    file = tmp_path / "some.jsonl"
    file.write_text(json.dumps(row | {"topics": ["sensory-environment"]}) + "\n")
    code, out, _ = hotline("evaluate", str(file), "--json")
    assert code == 0
    assert json.loads(out)["sections"]["all"]["search"]["first"] == 1.0
    code, out, _ = hotline("evaluate", str(file))
    assert "first suggestion right" in out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("nonsense",), "nonsense"),
        (("ask",), "text"),
        (("ask", "hej", "--lang", "sv"), "--lang"),
        (("evaluate", "missing.jsonl"), "missing.jsonl"),
        (("evaluate", "."), "."),
        (("evaluate", "broken.jsonl"), "line 1"),
        (("evaluate", "latin.jsonl"), "UTF-8"),
    ],
)
def test_bad_input_gets_one_line_and_exit_code_2(
    hotline, tmp_path: Path, words: tuple[str, ...], hint: str
) -> None:
    (tmp_path / "broken.jsonl").write_text('{"text": 1\n')
    (tmp_path / "latin.jsonl").write_bytes("æøå".encode("latin-1"))
    code, out, err = hotline(*words)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert hint in err


def test_a_wrong_setting_is_named(hotline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTLINE_KNOWLEDGE_DIR", "/nowhere/at/all")
    code, _, err = hotline("check")
    assert code == 2
    assert err == "hotline: HOTLINE_KNOWLEDGE_DIR: expected a folder that exists\n"


def test_check_finds_our_own_knowledge_and_sentences_clean(hotline) -> None:
    code, out, _ = hotline("check")
    assert code == 0, out
    assert out.splitlines()[-1].startswith("0 to mend")


def test_check_names_what_must_be_mended(
    hotline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "own" / "guides").mkdir(parents=True)
    (tmp_path / "own" / "guides" / "adhd.da.md").write_text("+++\ntitle = 1\n+++\n")
    monkeypatch.setenv("HOTLINE_KNOWLEDGE_DIR", str(tmp_path / "own"))
    code, out, _ = hotline("check")
    assert code == 1
    assert out.startswith("warning: ") or "adhd.da.md: " in out
    assert "adhd.da.md: reviewed: expected a date such as 2026-11-22" in out


def test_learn_says_when_there_is_nothing_to_learn(
    hotline, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    monkeypatch.setattr(commands_knowledge.search, "cached", lambda *_: library.index)
    code, out, _ = hotline("learn")
    assert (code, out) == (0, "The search knows today's knowledge already.\n")


def test_learn_tells_how_much_it_learnt(
    hotline, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    monkeypatch.setattr(commands_knowledge.search, "load", lambda *_: library.index)
    code, out, err = hotline("learn")
    assert code == 0
    assert out.startswith("The search has learnt 39 guides in ")
    assert err.startswith("Learning from the examples")


def test_a_knowledge_folder_that_cannot_be_used_stops_the_start_with_one_line(
    hotline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "own" / "guides").mkdir(parents=True)
    (tmp_path / "own" / "guides" / "adhd.da.md").write_text("nonsense")
    monkeypatch.setenv("HOTLINE_KNOWLEDGE_DIR", str(tmp_path / "own"))
    monkeypatch.setenv("HOTLINE_PORT", "0")
    code, out, err = hotline("run")
    structlog.reset_defaults()  # `run` says where the log goes: here, a file that is gone
    assert (code, out) == (2, "")
    assert err == "hotline: adhd.da.md: front matter: expected TOML between two lines of +++\n"
