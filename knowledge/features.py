"""What the search sees of a message: letters, words and everyday concepts, as numbers.

Every feature is a 32-bit hash, so serving needs no table of strings. Four blocks:
letters (pieces of 2 to 5 letters inside words, which survive misspelling and inflection),
words (stems, pairs of neighbours, parts of compounds), pairs (two stems a few words apart)
and concepts (what the table of everyday words says).
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.everyday import Concepts, find_concepts, fold, stem, tokens
from knowledge.guides import Language

BLOCKS = ("letters", "words", "pairs", "concepts")
PAIR_REACH = 5  # words between the two of a pair, at most
LONGEST_MESSAGE = 1_000  # characters that are read: the point is made by then, and it bounds time
LONGEST_WORD = 40  # characters
SHORTEST_PART = 4  # letters of each half of a compound
MOST_GUESSES = 20  # spellings that are guessed in one message, as each takes a while
SHORTEST_GUESS = 6  # letters of a word whose spelling is guessed

Hashes = NDArray[np.uint32]


@dataclass(frozen=True)
class Lexicon:
    """What is known about words: the table of concepts and the folded words of the examples."""

    concepts: Concepts
    known: frozenset[str]
    nearby: Mapping[tuple[str, int], tuple[str, ...]]  # (first letter, length) -> known words
    stems: Mapping[str, str]  # known folded word -> stem, for words mended or cut out of a compound


@dataclass(frozen=True)
class Message:
    """A message taken apart: hashes per block (with repeats) and how much of it is known words."""

    blocks: tuple[Hashes, Hashes, Hashes, Hashes]
    words: int
    known: int


def take_apart(lexicon: Lexicon, text: str, language: Language) -> Message:
    """All features of one message; any text gives an answer, an empty one no features."""
    spelled: list[str] = []
    for token in (word[:LONGEST_WORD] for word in tokens(text[:LONGEST_MESSAGE])):
        spelled.extend(lexicon.concepts.spelling.get(fold(token), (token,)))
    folded = [fold(word) for word in spelled]
    stems: list[str] = []
    parts: list[str] = []
    guesses = MOST_GUESSES
    for word, plain in zip(spelled, folded, strict=True):
        if plain in lexicon.known or len(plain) < SHORTEST_GUESS or not guesses:
            stems.append(stem(word, language))
        else:
            guesses -= 1
            mended = mend(lexicon, plain)
            stems.append(lexicon.stems[mended] if mended else stem(word, language))
        parts.extend(lexicon.stems[part] for part in split_compound(lexicon, plain))
    names = sorted(find_concepts(lexicon.concepts, folded, stems + parts))
    return Message(
        blocks=(
            np.concatenate([_NOTHING, *(_letters(word) for word in folded)]),
            _hashed(_word_features(stems) + [f"w{part}" for part in parts]),
            _hashed(_pairs(stems)),
            _hashed(names),
        ),
        words=len(folded),
        known=sum(word in lexicon.known for word in folded),
    )


def split_compound(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """The two known words of a compound (`frokoststuen`), or nothing; s or e may link them."""
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        tail = word[cut:]
        if tail in lexicon.known:
            head = word[:cut]
            for stump in (head, head[:-1] if head[-1] in "se" else ""):
                if len(stump) >= SHORTEST_PART and stump in lexicon.known:
                    return (stump, tail)
    return ()


def mend(lexicon: Lexicon, word: str) -> str | None:
    """The known word one slip of the finger away, or None."""
    for length in (len(word), len(word) - 1, len(word) + 1):
        near = lexicon.nearby.get((word[0], length), ())
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=1)
        if found is not None:
            return str(found[0])
    return None


def make_lexicon(
    concepts: Concepts, known: Mapping[str, str], seldom: frozenset[str] = frozenset()
) -> Lexicon:
    """`known` maps folded words to stems; words in `seldom` are known but never guessed at."""
    nearby: dict[tuple[str, int], list[str]] = {}
    for word in known:
        if len(word) >= SHORTEST_GUESS - 1 and word not in seldom:
            nearby.setdefault((word[0], len(word)), []).append(word)
    frozen = {key: tuple(sorted(words)) for key, words in nearby.items()}
    return Lexicon(concepts, frozenset(known), frozen, dict(known))


def _word_features(stems: Sequence[str]) -> list[str]:
    pairs = [f"{a} {b}" for a, b in pairwise(stems)]
    return [f"w{word}" for word in stems] + [f"p{pair}" for pair in pairs]


def _pairs(stems: Sequence[str]) -> list[str]:
    """Two stems with one to four words between them, whichever comes first."""
    return [
        f"s{min(one, other)} {max(one, other)}"
        for start, one in enumerate(stems)
        for other in stems[start + 2 : start + PAIR_REACH + 1]
    ]


def _letters(word: str) -> Hashes:
    cached = _CACHE.get(word)
    if cached is None:
        padded = f" {word} "
        pieces = [
            padded[start : start + length]
            for length in range(2, 6)
            for start in range(max(1, len(padded) - length + 1))
        ]
        cached = _hashed(pieces)
        if len(_CACHE) < _CACHE_LIMIT:
            _CACHE[word] = cached
    return cached


def _hashed(features: Sequence[str]) -> Hashes:
    return np.array([zlib.crc32(feature.encode()) for feature in features], dtype=np.uint32)


_NOTHING: Hashes = np.zeros(0, dtype=np.uint32)
_CACHE: dict[str, Hashes] = {}
_CACHE_LIMIT = 20_000  # words; a few megabytes
