"""The table of everyday words: which concepts a message touches, however it is spelt."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import Stemmer

from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Language

LONGEST_PHRASE = 5  # words

_Key = TypeVar("_Key", str, tuple[str, ...])

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[!?]")
_TO_DANISH = str.maketrans({"ä": "æ", "ö": "ø"})
_DIGRAPHS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
_TO_ONE_FORM = str.maketrans({"æ": "a", "ø": "o", "å": "a", "’": "", "'": ""})
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_STEMMERS = {"da": Stemmer.Stemmer("danish"), "en": Stemmer.Stemmer("english")}


@dataclass(frozen=True)
class Concepts:
    """Where the words of the table stand; keys are in the one form that `fold` and `stem` give."""

    spelling: Mapping[str, tuple[str, ...]]
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    prefixes: Mapping[str, tuple[str, ...]]
    suffixes: Mapping[str, tuple[str, ...]]


def tokens(text: str) -> list[str]:
    """Words in small letters with æ, ø, å restored; numbers are all one word, `0`."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_TO_DANISH)
    return ["0" if token[0].isdigit() else danish(token) for token in _TOKEN.findall(plain)]


def danish(word: str) -> str:
    """Write ae, oe and aa as the letters they stand for."""
    for pair, letter in _DIGRAPHS:
        word = word.replace(pair, letter)
    return word


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """One form for spellings that differ in æ/ae/a, ø/oe/o, å/aa/a, accents and doubled letters."""
    word = word.translate(_TO_ONE_FORM)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=16_384)
def stem(word: str, language: Language) -> str:
    """The folded stem of one word as `tokens` gives it."""
    stemmed: str = _STEMMERS[language].stemWord(word)
    return fold(stemmed)


def load_concepts(paths: Iterable[Path]) -> Concepts:
    """Read one or more tables (ours, then a municipality's); words of the same concept add up."""
    spelling: dict[str, tuple[str, ...]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    prefixes: dict[str, set[str]] = {}
    suffixes: dict[str, set[str]] = {}
    for path in paths:
        data = _read(path)
        for language in LANGUAGES:
            for word, variants in data.get("spelling", {}).get(language, {}).items():
                for variant in variants.split(","):
                    spelling[fold(danish(variant.strip()))] = tuple(tokens(word))
        for name, entry in data.get("concept", {}).items():
            for language, entries in _entries(path, name, entry):
                for written in entries:
                    if written.endswith("*"):
                        prefixes.setdefault(_fold_all(written[:-1]), set()).add(name)
                    elif written.startswith("*"):
                        suffixes.setdefault(_fold_all(written[1:]), set()).add(name)
                    else:
                        key = tuple(stem(word, language) for word in tokens(written))
                        phrases.setdefault(key, set()).add(name)
    return Concepts(spelling, _sorted(phrases), _sorted(prefixes), _sorted(suffixes))


def find_concepts(concepts: Concepts, words: Sequence[str], stems: Sequence[str]) -> set[str]:
    """Names of the concepts touched by a message, given its folded words and their stems."""
    found: set[str] = set()
    for word in set(words):
        for cut in range(3, len(word) + 1):
            found.update(concepts.prefixes.get(word[:cut], ()))
            found.update(concepts.suffixes.get(word[-cut:], ()))
    for start in range(len(stems)):
        for length in range(1, LONGEST_PHRASE + 1):
            found.update(concepts.phrases.get(tuple(stems[start : start + length]), ()))
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, "TOML", str(error)) from None


def _entries(path: Path, name: str, entry: object) -> Iterator[tuple[Language, list[str]]]:
    for language in LANGUAGES:
        written = entry.get(language) if isinstance(entry, dict) else None
        if not isinstance(written, str):
            raise KnowledgeError(
                path.name, f"concept.{name}.{language}", "expected words with commas between them"
            )
        yield language, [word.strip() for word in written.split(",") if word.strip(" *\n")]


def _fold_all(part: str) -> str:
    return "".join(fold(word) for word in tokens(part))


def _sorted(table: Mapping[_Key, set[str]]) -> dict[_Key, tuple[str, ...]]:
    return {key: tuple(sorted(names)) for key, names in table.items()}
