"""`hotline handout` and `hotline guide`."""

from pathlib import Path

import pytest

from bot.commands import main


@pytest.fixture
def hotline(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["hotline", *words])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return run


@pytest.mark.parametrize(
    "words", [("handout",), ("guide", "adhd"), ("guide", "adhd", "--lang", "en")]
)
def test_a_pdf_is_written(hotline, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    monkeypatch.setenv("HOTLINE_BASE_URL", "https://hvlinjen.example.dk")
    assert hotline(*words, "--out", "x.pdf") == (0, "x.pdf\n", "")
    assert Path("x.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_a_code_that_leads_nowhere_is_said(hotline) -> None:
    code, _, err = hotline("handout", "--out", "x.pdf")
    assert code == 0
    assert "set HOTLINE_BASE_URL" in err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("handout",), "out"),
        (("handout", "--out", "no/such/folder/x.pdf"), "--out: cannot write"),
        (("handout", "--out", "x.pdf", "--lang", "sv"), "--lang"),
        (("guide", "nonsense", "--out", "x.pdf"), "no guide is called nonsense"),
    ],
)
def test_bad_input_gets_one_line_and_exit_code_2(
    hotline, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], hint: str
) -> None:
    monkeypatch.setenv("HOTLINE_BASE_URL", "https://hvlinjen.example.dk")
    code, out, err = hotline(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert hint in err
