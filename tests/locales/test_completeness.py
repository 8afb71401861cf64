"""Sentences that are missing or filled in differently are found."""

from pathlib import Path

from locales.completeness import gaps


def write(folder: Path, danish: str, english: str) -> Path:
    for language, text in (("da", danish), ("en", english)):
        (folder / language).mkdir(parents=True)
        (folder / language / "some.ftl").write_text(text, encoding="utf-8")
    return folder


def test_a_missing_sentence_is_named_in_either_direction(tmp_path: Path) -> None:
    folder = write(tmp_path, "one = Et\ntwo = To\n", "one = One\nthree = Three\n")
    assert gaps(folder=folder) == [
        "locales/da: three: is missing",
        "locales/en: two: is missing",
    ]


def test_a_blank_left_out_is_named_unless_every_sentence_may_have_it(tmp_path: Path) -> None:
    folder = write(tmp_path, "one = { $name } ringer { $phone }\n", "one = Call\n")
    assert gaps(["phone"], folder) == ["locales/en: one: expected the blanks name"]


def test_what_cannot_be_read_or_stands_twice_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, "one = Et\none = Et igen\n", "one = One\n= two\n")
    found = gaps(folder=folder)
    assert found == [
        "locales/da/some.ftl: one: stands twice",
        "locales/en/some.ftl: '= two' cannot be read",
    ]
