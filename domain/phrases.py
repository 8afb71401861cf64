"""Finds phrases in a message: words in order with small gaps, built from named groups of words.

A phrase is written as its words: `<not> .. vejret`, `falder|faldt om`, `stik* .. af`.
`<name>` stands for any phrase of the group `name`, `a|b_c` for "a" or "b c", `..` for up to three
words in between and `...` for up to seven; a phrase never runs across the end of a sentence.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from domain.lexicon import NUMBERS, Atoms, Lexicon, build_lexicon, read_word, unglue
from domain.wording import Words

GAPS = {"..": 3, "...": 7}
NEGATIONS = "not"
"""The group of the words that negate."""


class Span(NamedTuple):
    """Where a phrase stands: its first word, and the word after its last."""

    start: int
    end: int
    negates: bool
    """Whether a negation is one of the phrase's own words ("svarer ikke")."""


Found = Mapping[str, tuple[Span, ...]]
Ends = list[dict[str, dict[int, bool]]]
"""At each word: group -> end of a phrase that begins here -> does it hold a negation itself."""


@dataclass(frozen=True)
class Item:
    """One place in a phrase: what may stand here, and how many words may come before it."""

    atoms: Atoms
    groups: frozenset[str]
    gap: int = 0


@dataclass(frozen=True)
class Phrase:
    """A phrase of a group."""

    group: str
    items: tuple[Item, ...]


@dataclass(frozen=True, eq=False)
class Grammar:
    """All phrases, by what they begin with."""

    lexicon: Lexicon
    by_atom: Mapping[int, tuple[Phrase, ...]]
    by_group: Mapping[str, tuple[Phrase, ...]]
    negations: Atoms


@dataclass(frozen=True)
class Reading:
    """A message word by word, with what each word may stand for."""

    words: tuple[str, ...]
    atoms: tuple[Atoms, ...]
    sentence: tuple[int, ...]
    clause: tuple[int, ...]


def build_grammar(
    groups: Mapping[str, Iterable[str]], harmless: Iterable[str] = (), links: Iterable[str] = ()
) -> Grammar:
    """A grammar of `group -> its phrases`. Raises ValueError naming the phrase that cannot be.

    `harmless` and `links`: words that never stand for another, and words of a chain without spaces.
    """
    numbers: dict[str, int] = {}
    joined = {c: (c.replace("_", " "),) for c in _choices(groups.values()) if "_" in c}
    every = {**groups, **joined}
    phrases = [
        Phrase(group, phrase_items(text, every, numbers))
        for group, texts in every.items()
        for text in texts
    ]
    by_atom: dict[int, list[Phrase]] = {}
    by_group: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for atom in phrase.items[0].atoms:
            by_atom.setdefault(atom, []).append(phrase)
        for group in phrase.items[0].groups:
            by_group.setdefault(group, []).append(phrase)
    single = [p.items[0] for p in phrases if p.group == NEGATIONS and len(p.items) == 1]
    return Grammar(
        build_lexicon(numbers, harmless, links),
        {atom: tuple(found) for atom, found in by_atom.items()},
        {group: tuple(found) for group, found in by_group.items()},
        frozenset(atom for item in single for atom in item.atoms),
    )


def read(grammar: Grammar, words: Words) -> Reading:
    """Look every word up, and take apart those typed without spaces."""
    lexicon = grammar.lexicon
    pieces = [
        (piece, words.sentence[i], words.clause[i])
        for i, word in enumerate(words.words)
        for piece in unglue(lexicon, word, words.plain)
    ]
    return Reading(
        tuple(piece for piece, _, _ in pieces),
        tuple(read_word(lexicon, piece, words.plain, words.english) for piece, _, _ in pieces),
        tuple(sentence for _, sentence, _ in pieces),
        tuple(clause for _, _, clause in pieces),
    )


def find_phrases(grammar: Grammar, reading: Reading) -> dict[str, tuple[Span, ...]]:
    """Every place of every group in a message, by first word.

    Goes from the last word to the first, so that what may follow is known when it is asked for.
    """
    ends: Ends = [{} for _ in range(len(reading.words) + 1)]
    negations = [bool(atoms & grammar.negations) for atoms in reading.atoms]
    for start in range(len(reading.words) - 1, -1, -1):
        agenda = [
            (phrase, start + 1, negations[start])
            for atom in reading.atoms[start]
            for phrase in grammar.by_atom.get(atom, ())
        ]
        while agenda:
            phrase, after, negates = agenda.pop()
            known = ends[start].setdefault(phrase.group, {})
            for end, also in _ends(phrase.items, 1, after, reading, ends, negations):
                if known.get(end) not in (True, negates or also):
                    known[end] = negates or also
                    agenda += [(p, end, known[end]) for p in grammar.by_group.get(phrase.group, ())]
    found: dict[str, list[Span]] = {}
    for start, here in enumerate(ends):
        for group, stops in here.items():
            found.setdefault(group, []).extend(Span(start, *stop) for stop in sorted(stops.items()))
    return {group: tuple(spans) for group, spans in found.items() if spans}


def _ends(
    items: tuple[Item, ...],
    index: int,
    after: int,
    reading: Reading,
    ends: Ends,
    negations: list[bool],
) -> Iterator[tuple[int, bool]]:
    """Where the rest of a phrase may end, from `items[index]` on, when the part before is at `after`.

    With each end: whether a negation is among the words of that rest.
    """
    if index == len(items):
        yield after, False
        return
    item = items[index]
    for place in range(after, min(after + item.gap + 1, len(reading.words))):
        if reading.sentence[place] != reading.sentence[after - 1]:
            return
        steps = [(place + 1, negations[place])] if item.atoms & reading.atoms[place] else []
        for group in item.groups & ends[place].keys():
            steps += ends[place][group].items()
        for step, negates in steps:
            for end, also in _ends(items, index + 1, step, reading, ends, negations):
                yield end, negates or also


def phrase_items(text: str, groups: Collection[str], numbers: dict[str, int]) -> tuple[Item, ...]:
    """A written phrase as items. New word patterns get the next number in `numbers`.

    Raises ValueError with one line on what is wrong; `groups` are the names it may use.
    """
    items: list[Item] = []
    gap = 0
    for part in text.split():
        if part in GAPS:
            gap = GAPS[part]
            continue
        items.append(_item(text, part, gap, groups, numbers))
        gap = 0
    if not items or gap or text.split()[0] in GAPS:
        raise ValueError(f"'{text}' must begin and end with a word")
    return tuple(items)


def _item(text: str, part: str, gap: int, groups: Collection[str], numbers: dict[str, int]) -> Item:
    atoms: set[int] = set()
    named: set[str] = set()
    for choice in part.split("|"):
        if choice.startswith("<") and choice.endswith(">"):
            if choice[1:-1] not in groups:
                raise ValueError(f"'{text}' names the unknown group {choice}")
            named.add(choice[1:-1])
        elif "_" in choice.strip("_"):
            named.add(choice)
        elif any(sign.isalnum() for sign in choice) or choice.strip("*") in NUMBERS:
            atoms.add(numbers.setdefault(choice, len(numbers)))
        else:
            raise ValueError(f"'{text}' holds '{choice}', which is no word")
    return Item(frozenset(atoms), frozenset(named), gap)


def _choices(lists: Iterable[Iterable[str]]) -> Iterator[str]:
    for texts in lists:
        for text in texts:
            yield from (choice for part in text.split() for choice in part.split("|"))
