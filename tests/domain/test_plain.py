"""Vague words, health words and surnames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.plain import (
    KINDS,
    Vague,
    WordList,
    find_vague,
    has_health_word,
    made_precise,
    without_surnames,
)
from knowledge.library import FOLDER
from knowledge.plain import load_plain

WORDS = load_plain(FOLDER)


@pytest.mark.parametrize(
    ("text", "kinds", "word"),
    [
        ("Snart efter kaffen", ("time",), "Snart"),
        ("Kom hurtigst muligt", ("time",), "hurtigst muligt"),
        ("Gå bagefter.", ("time",), "bagefter"),
        ("Gå til Mette bagefter og hold pause", ("time",), ""),
        ("ca. 30 minutter", ("about",), "ca."),
        ("Hæld lidt vand i", ("quantity",), "lidt"),
        ("Slidt klud", ("quantity",), ""),
        ("Spørg de andre", ("person",), "de andre"),
        ("Man henter vognen", ("anyone",), "Man"),
        ("Mandag kl. 8", ("anyone", "time"), ""),
        ("Ryd op", ("verb",), "Ryd op"),
        ("Hylden ser pænt ud", ("time",), ""),
        ("Hylden ser pænt ud", ("quality",), "pænt"),
    ],
)
def test_the_first_vague_word_of_the_asked_kinds(
    text: str, kinds: tuple[str, ...], word: str
) -> None:
    found = find_vague(text, kinds, WORDS, "da")
    assert (found.word if found else "") == word


@pytest.mark.parametrize(
    ("text", "kind", "precise", "merged"),
    [
        ("Snart efter kaffen", "time", "kl. 08.15", "Kl. 08.15 efter kaffen"),
        ("Ca. 30 minutter. Stop kl. 9.", "about", "30-45 minutter", "30-45 minutter. Stop kl. 9."),
        ("Hæld lidt vand i", "quantity", "2 liter", "Hæld 2 liter vand i"),
        ("Hylden ser pænt ud.", "quality", "Alle etiketter vender frem.",
         "Hylden ser pænt ud: Alle etiketter vender frem"),
        ("Spørg de andre", "person", "Mette", "Spørg Mette"),
        ("Tør måske bordet af", "doubt", "Tør bordet af", "Tør bordet af"),
    ],
)  # fmt: skip
def test_it_is_made_precise(text: str, kind: str, precise: str, merged: str) -> None:
    found = find_vague(text, (kind,), WORDS, "da")
    assert found
    assert made_precise(text, found, precise) == merged


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Spørg Mette Hansen i kiosken", "Spørg Mette i kiosken"),
        ("Mette Hansen er der", "Mette er der"),
        ("Jonas P. Møller", "Jonas"),
        ("Spørg Mette. Jonas er afløser", "Spørg Mette. Jonas er afløser"),
        ("Gå til Rød Stue", "Gå til Rød Stue"),
    ],
)
def test_only_first_names_stay(text: str, kept: str) -> None:
    assert without_surnames(text, WORDS) == kept


def test_words_about_health_are_found_at_the_beginning_of_words() -> None:
    assert has_health_word("Han har ADHD", WORDS) == "ADHD"
    assert has_health_word("En autistisk mand", WORDS) == "autis"
    assert has_health_word("Mangel på kasser", WORDS) == ""


@given(st.text(max_size=200), st.sampled_from(KINDS), st.text(max_size=50))
def test_any_text_can_be_looked_at_and_mended(text: str, kind: str, precise: str) -> None:
    found = find_vague(text, KINDS, WORDS, "da")
    if found:
        assert text[found.start : found.end] == found.word
        made_precise(text, found, precise)
    assert isinstance(without_surnames(text, WORDS), str)


def test_a_list_without_words_finds_nothing() -> None:
    empty = WordList({"time": {"da": (), "en": ()}}, {}, (), {})
    assert find_vague("snart", ("time",), empty, "da") is None
    assert made_precise("snart", Vague("time", "snart", 0, 5), "kl. 8") == "kl. 8"
