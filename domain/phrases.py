"""Finds phrases in a message: words in order with small gaps, built from named groups of words.

A phrase is written as its words: `<not> .. vejret`, `falder|faldt om`, `stik* .. af`.
`<name>` stands for any phrase of the group `name`, `a|b_c` for "a" or "b c", `..` for up to three
words in between and `...` for up to seven; a phrase never runs across the end of a sentence.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from domain.lexicon import NUMBERS, Atoms, Lexicon, build_lexicon, read_word, unglue
from domain.wording import Words

GAPS = {"..": 3, "...": 7}
NEGATIONS = "not"
"""The group of the words that negate."""


class Item(NamedTuple):
    """One place in a phrase: what may stand here, and how many words may come before it."""

    atoms: Atoms
    groups: frozenset[str]
    gap: int = 0


class Phrase(NamedTuple):
    """A phrase of a group."""

    group: str
    items: tuple[Item, ...]


@dataclass(frozen=True, eq=False)
class Starts:
    """Phrases with the same beginning: of one item, or by what their last item may be."""

    alone: tuple[Phrase, ...]
    by_last_atom: Mapping[int, tuple[Phrase, ...]]
    by_last_group: Mapping[str, tuple[Phrase, ...]]

    def possible(self, atoms: Set[int], groups: Set[str]) -> list[Phrase]:
        """The phrases whose last item is among what stands further on; some may come twice."""
        longer = [p for atom in self.by_last_atom.keys() & atoms for p in self.by_last_atom[atom]]
        for group in self.by_last_group.keys() & groups:
            longer += self.by_last_group[group]
        return [*self.alone, *longer]


NO_STARTS = Starts((), {}, {})


@dataclass(frozen=True, eq=False)
class Grammar:
    """All phrases, by what they begin with."""

    lexicon: Lexicon
    by_atom: Mapping[int, Starts]
    by_group: Mapping[str, Starts]
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
    joined = {choice: (choice.replace("_", " "),) for choice in _joined(groups.values())}
    every = {**groups, **joined}
    vocabulary = Vocabulary(every)
    phrases = [
        Phrase(group, phrase_items(text, vocabulary))
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
        build_lexicon(vocabulary.numbers, harmless, links),
        {atom: _starts(found) for atom, found in by_atom.items()},
        {group: _starts(found) for group, found in by_group.items()},
        frozenset(atom for item in single for atom in item.atoms),
    )


def _starts(phrases: list[Phrase]) -> Starts:
    atoms: dict[int, list[Phrase]] = {}
    groups: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if len(phrase.items) > 1:
            for atom in phrase.items[-1].atoms:
                atoms.setdefault(atom, []).append(phrase)
            for group in phrase.items[-1].groups:
                groups.setdefault(group, []).append(phrase)
    return Starts(
        tuple(phrase for phrase in phrases if len(phrase.items) == 1),
        {atom: tuple(found) for atom, found in atoms.items()},
        {group: tuple(found) for group, found in groups.items()},
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


class Vocabulary:
    """The word patterns of a grammar, numbered as they come, and what was made of them."""

    def __init__(self, groups: Collection[str]) -> None:
        self.numbers: dict[str, int] = {}
        self._groups = groups
        self._choices: dict[str, tuple[Atoms, frozenset[str]]] = {}

    def choices(self, part: str) -> tuple[Atoms, frozenset[str]]:
        """What may stand in one place: word patterns and groups. Raises ValueError."""
        if part not in self._choices:
            self._choices[part] = self._read(part)
        return self._choices[part]

    def _read(self, part: str) -> tuple[Atoms, frozenset[str]]:
        atoms: set[int] = set()
        named: set[str] = set()
        for choice in part.split("|"):
            if choice.startswith("<") and choice.endswith(">"):
                if choice[1:-1] not in self._groups:
                    raise ValueError(f"names the unknown group {choice}")
                named.add(choice[1:-1])
            elif "_" in choice.strip("_"):
                named.add(choice)
            elif any(sign.isalnum() for sign in choice) or choice.strip("*") in NUMBERS:
                atoms.add(self.numbers.setdefault(choice, len(self.numbers)))
            else:
                raise ValueError(f"holds '{choice}', which is no word")
        return frozenset(atoms), frozenset(named)


def phrase_items(text: str, vocabulary: Vocabulary) -> tuple[Item, ...]:
    """A written phrase as items. Raises ValueError with one line on what is wrong."""
    items: list[Item] = []
    gap = 0
    for part in text.split():
        if part in GAPS:
            gap = GAPS[part]
            continue
        try:
            items.append(Item(*vocabulary.choices(part), gap))
        except ValueError as error:
            raise ValueError(f"'{text}' {error}") from None
        gap = 0
    if not items or gap or text.split()[0] in GAPS:
        raise ValueError(f"'{text}' must begin and end with a word")
    return tuple(items)


def _joined(lists: Iterable[Iterable[str]]) -> Iterator[str]:
    """The choices that are several words: `a_b`."""
    for texts in lists:
        for text in texts:
            if "_" in text:
                choices = (choice for part in text.split() for choice in part.split("|"))
                yield from (choice for choice in choices if "_" in choice)
