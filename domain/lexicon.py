"""Recognises words in spite of endings, missing æøå, typing slips and missing spaces.

A word pattern is `kniv` (this word), `kniv*` (with any ending), `*kniv` (any beginning),
`*kniv*` (anywhere inside), `#` (a number), `##` (one of at least two digits), `~besvim*` (also
with one typing slip), `=vaske` (exactly so, not for a "væske" typed without æ), or `!her` (this
word, in an English message only).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from domain.wording import fold, one_slip_apart, plain_spellings

MARKS = "*=~!"
NUMBERS = NUMBER, LARGE_NUMBER = "#", "##"
SHORTEST_SLIP = 4
"""Letters of the shortest spelling that is looked up for a typing slip."""
LONGEST_PATTERN = 24
LONGEST_PART = 12
"""Letters of a pattern that are looked at: keeps the work per letter of a message bounded."""
GLUED_FROM, SURELY_GLUED = 8, 14
LONGEST_GLUED = 160
SHORTEST_PLAIN_STEM = 4
"""Letters of the shortest stem that may have any ending when typed without æ, ø and å."""
ENDINGS = ("", "r", "er", "e", "t", "te", "et", "en", "ne", "ene")
LONGEST_ENDING = 3
"""Letters that may follow a stem inside a chain of words typed without spaces."""
REMEMBERED = 4096
"""Words whose reading is kept in memory; words only, never messages."""

Atoms = frozenset[int]
_NONE: Atoms = frozenset()
Table = Mapping[str, Atoms]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Tables from spelling to atoms; an atom is the number of a word pattern."""

    exact: Table
    stems: Table
    ends: Table
    parts: Table
    english: Table
    """Whole words that count in an English message only."""
    plain: "Lexicon | None"
    """The same patterns as typed without æ, ø and å."""
    slips: Mapping[str, tuple[tuple[str, bool, int], ...]]
    """Shortened spelling -> patterns it may stand for: (pattern, may it have an ending, atom)."""
    harmless: frozenset[str]
    """Words that never stand for another word by a slip or by a missing æ, ø or å."""
    links: frozenset[str]
    """Words one of which must be in a chain typed without spaces: he, she, not, …"""


def build_lexicon(
    patterns: Mapping[str, int], harmless: Iterable[str], links: Iterable[str]
) -> Lexicon:
    """A lexicon of `pattern -> atom`."""
    quiet = frozenset(fold(word) for word in harmless)
    linking = frozenset(fold(word) for word in links)
    spelled: list[tuple[str, int]] = []
    plain: list[tuple[str, int]] = []
    slips: dict[str, list[tuple[str, bool, int]]] = {}
    for pattern, atom in patterns.items():
        before, word, after = _take_apart(pattern)
        spelled.append((before + word + after, atom))
        if pattern[0] not in "=!":
            plain += [(spelling, atom) for spelling in _plain_patterns(before, word, after)]
        if pattern[0] == "~":
            for short in _shortened(word):
                slips.setdefault(short, []).append((word, after == "*", atom))
    frozen = {short: tuple(found) for short, found in slips.items()}
    inner = Lexicon(*_tables(plain), None, frozen, quiet, linking)
    return Lexicon(*_tables(spelled), inner, frozen, quiet, linking)


def read_word(lexicon: Lexicon, word: str, plain: bool, english: bool) -> Atoms:
    """The atoms a folded word stands for; `plain` when its message has no æ, ø or å at all."""
    found = _read(lexicon, word, plain)
    return found | lexicon.english.get(word, _NONE) if english else found


@lru_cache(maxsize=REMEMBERED)
def _read(lexicon: Lexicon, word: str, plain: bool) -> Atoms:
    if word[0].isdigit():
        large = lexicon.exact.get(LARGE_NUMBER, _NONE) if len(word) > 1 else _NONE
        return lexicon.exact.get(NUMBER, _NONE) | large | lexicon.exact.get(word, _NONE)
    found = _spelled(lexicon, word)
    if word in lexicon.harmless:
        return found
    if plain and lexicon.plain:
        found |= _spelled(lexicon.plain, word)
    return found | _slipped(lexicon, word)


def unglue(lexicon: Lexicon, word: str, plain: bool) -> tuple[str, ...]:
    """Words typed without spaces, apart; the word alone when it is not wholly known words."""
    if not GLUED_FROM <= len(word) <= LONGEST_GLUED or word in lexicon.harmless:
        return (word,)
    if not any(link in word for link in lexicon.links):
        return (word,)
    if len(word) < SURELY_GLUED and _spelled(lexicon, word):
        return (word,)
    table = lexicon.plain if plain and lexicon.plain else lexicon
    best: list[tuple[float, tuple[str, ...]] | None] = [(0, ())] + [None] * len(word)
    for end in range(1, len(word) + 1):
        ways = [
            (before[0] + cost, (*before[1], word[start:end]))
            for start in range(max(0, end - LONGEST_PART), end)
            if (before := best[start]) and (cost := _piece_cost(table, word[start:end]))
        ]
        best[end] = min(ways, default=None)
    whole = best[-1][1] if best[-1] else ()
    return whole if len(whole) > 2 and lexicon.links.intersection(whole) else (word,)


def _piece_cost(table: Lexicon, piece: str) -> float:
    """What a piece costs as a word of a chain: the less the likelier, and 0 when it is none."""
    if piece in table.links:
        return 0.9
    if piece in table.exact:
        return float(len(piece) > 1)
    shortest = max(4, len(piece) - LONGEST_ENDING)
    return 1.5 * any(piece[:cut] in table.stems for cut in range(shortest, len(piece) + 1))


def _spelled(lexicon: Lexicon, word: str) -> Atoms:
    found = set(lexicon.exact.get(word, _NONE))
    size = len(word)
    for cut in range(1, min(size, LONGEST_PATTERN) + 1):
        found |= lexicon.stems.get(word[:cut], _NONE)
        found |= lexicon.ends.get(word[-cut:], _NONE)
    if lexicon.parts:
        for start in range(size - 2):
            for end in range(start + 3, min(size, start + LONGEST_PART) + 1):
                found |= lexicon.parts.get(word[start:end], _NONE)
    return frozenset(found)


def _slipped(lexicon: Lexicon, word: str) -> Atoms:
    found = set()
    for cut in range(SHORTEST_SLIP, min(len(word), LONGEST_PATTERN) + 1):
        start = word[:cut]
        for short in _shortened(start):
            for pattern, open_end, atom in lexicon.slips.get(short, ()):
                if (open_end or cut == len(word)) and one_slip_apart(start, pattern):
                    found.add(atom)
    return frozenset(found)


def _shortened(word: str) -> frozenset[str]:
    """The word, and the word with each one letter left out."""
    return frozenset({word} | {word[:i] + word[i + 1 :] for i in range(len(word))})


def _take_apart(pattern: str) -> tuple[str, str, str]:
    """What may stand before, the folded word, what may stand after: `("*", "kniv", "")`."""
    before = "!" if pattern.startswith("!") else "*" * pattern.startswith("*")
    return before, fold(pattern.strip(MARKS)), "*" * pattern.endswith("*")


def _plain_patterns(before: str, word: str, after: str) -> list[str]:
    """The pattern without some or all of æ, ø and å. A short stem gets the usual endings only."""
    spellings = plain_spellings(word)
    if after and not before and len(min(spellings, key=len)) < SHORTEST_PLAIN_STEM:
        return [spelling + ending for spelling in spellings for ending in ENDINGS]
    return [before + spelling + after for spelling in spellings]


def _tables(patterns: Iterable[tuple[str, int]]) -> tuple[Table, Table, Table, Table, Table]:
    """Patterns by kind: whole words, stems, endings, parts, English whole words."""
    exact: dict[str, set[int]] = {}
    stems: dict[str, set[int]] = {}
    ends: dict[str, set[int]] = {}
    parts: dict[str, set[int]] = {}
    english: dict[str, set[int]] = {}
    for pattern, atom in patterns:
        if pattern[0] == "!":
            table = english
        elif pattern[0] == "*":
            table = parts if pattern[-1] == "*" else ends
        else:
            table = stems if pattern[-1] == "*" else exact
        table.setdefault(pattern.strip("*!"), set()).add(atom)
    return _frozen(exact), _frozen(stems), _frozen(ends), _frozen(parts), _frozen(english)


def _frozen(table: dict[str, set[int]]) -> Table:
    return {word: frozenset(atoms) for word, atoms in table.items()}
