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


class Span(NamedTuple):
    """Where a phrase stands: its first word, and the word after its last."""

    start: int
    end: int
    negates: bool
    """Whether a negation is one of the phrase's own words ("svarer ikke")."""


Found = Mapping[str, tuple[Span, ...]]


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


_NO_STARTS = Starts((), {}, {})


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


def find_phrases(grammar: Grammar, reading: Reading) -> dict[str, tuple[Span, ...]]:
    """Every place of every group in a message, by first word.

    Goes from the last word to the first, so that what may follow is known when it is asked for.
    """
    search = _Search(reading, grammar.negations)
    for start in range(len(reading.words) - 1, -1, -1):
        begun = [
            (phrase, start + 1, search.negations[start])
            for atom in reading.atoms[start]
            for phrase in search.possible(grammar.by_atom.get(atom, _NO_STARTS))
        ]
        while begun:
            phrase, after, negates = begun.pop()
            ends: list[tuple[int, bool]] = []
            search.follow(phrase.items, 1, after, negates, ends)
            for end, negated in ends:
                if search.note(start, phrase.group, end, negated):
                    longer = search.possible(grammar.by_group.get(phrase.group, _NO_STARTS))
                    begun += [(p, end, negated) for p in longer]
        search.pass_by(start)
    return search.found()


class _Search:
    """What one search through a message has found so far, from its last word backwards."""

    def __init__(self, reading: Reading, negating: Atoms) -> None:
        self._reading = reading
        self.negations = [not atoms.isdisjoint(negating) for atoms in reading.atoms]
        self._ends: list[dict[str, dict[int, bool]]] = [{} for _ in reading.words]
        self._limits = _sentence_ends(reading.sentence)
        self._later_atoms: set[int] = set()
        self._later_groups: set[str] = set()

    def possible(self, starts: Starts) -> list[Phrase]:
        """The phrases that may still come out, from what stands further on."""
        return starts.possible(self._later_atoms, self._later_groups)

    def follow(
        self,
        items: tuple[Item, ...],
        index: int,
        after: int,
        negates: bool,
        ends: list[tuple[int, bool]],
    ) -> None:
        """Add to `ends` where a phrase may end whose items before `index` reach to `after`."""
        if index == len(items):
            ends.append((after, negates))
            return
        item = items[index]
        atoms = self._reading.atoms
        for place in range(after, min(after + item.gap + 1, self._limits[after - 1])):
            if not item.atoms.isdisjoint(atoms[place]):
                self.follow(items, index + 1, place + 1, negates or self.negations[place], ends)
            here = self._ends[place]
            for group in item.groups & here.keys() if here else ():
                for end, negated in here[group].items():
                    self.follow(items, index + 1, end, negates or negated, ends)

    def note(self, start: int, group: str, end: int, negates: bool) -> bool:
        """Remember a phrase; False when it was known already."""
        known = self._ends[start].setdefault(group, {})
        if known.get(end) in (True, negates):
            return False
        known[end] = negates
        return True

    def pass_by(self, start: int) -> None:
        """The word is done: what begins here may follow the words before it."""
        self._later_atoms |= self._reading.atoms[start]
        self._later_groups |= self._ends[start].keys()

    def found(self) -> dict[str, tuple[Span, ...]]:
        """All groups with their places."""
        spans: dict[str, list[Span]] = {}
        for start, here in enumerate(self._ends):
            for group, stops in here.items():
                spans.setdefault(group, []).extend(Span(start, *stop) for stop in stops.items())
        return {group: tuple(places) for group, places in spans.items()}


def _sentence_ends(sentence: tuple[int, ...]) -> list[int]:
    """For each word, the place after the last word of its sentence."""
    ends = [len(sentence)] * len(sentence)
    for place in range(len(sentence) - 2, -1, -1):
        ends[place] = ends[place + 1] if sentence[place] == sentence[place + 1] else place + 1
    return ends


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
