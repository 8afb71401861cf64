"""Where the phrases of a grammar stand in a message."""

from collections.abc import Mapping
from typing import NamedTuple

from domain.lexicon import Atoms
from domain.phrases import NO_STARTS, Grammar, Item, Phrase, Reading, Starts

LONGEST_PHRASE = 40
"""Words a phrase may span."""


class Span(NamedTuple):
    """Where a phrase stands: its first word, and the word after its last."""

    start: int
    end: int
    negates: bool
    """Whether a negation is one of the phrase's own words ("svarer ikke")."""


Found = Mapping[str, tuple[Span, ...]]


def find_phrases(grammar: Grammar, reading: Reading) -> dict[str, tuple[Span, ...]]:
    """Every place of every group in a message, by first word.

    Goes from the last word to the first, so that what may follow is known when it is asked for.
    """
    search = _Search(reading, grammar.negations)
    for start in range(len(reading.words) - 1, -1, -1):
        begun = [
            (phrase, start + 1, search.negations[start])
            for atom in reading.atoms[start]
            for phrase in search.possible(grammar.by_atom.get(atom, NO_STARTS))
        ]
        while begun:
            phrase, after, negates = begun.pop()
            ends: list[tuple[int, bool]] = []
            search.follow(phrase.items, 1, after, negates, ends)
            for end, negated in ends:
                if search.note(start, phrase.group, end, negated):
                    longer = search.possible(grammar.by_group.get(phrase.group, NO_STARTS))
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
        """The word is done: what begins here may follow the words before it.

        What stands further off than a phrase reaches is forgotten now and then, so that a word of a
        long message costs no more than one of a short message.
        """
        if start % LONGEST_PHRASE == 0:
            near = range(start + 1, min(start + LONGEST_PHRASE, len(self._ends)))
            self._later_atoms = {atom for place in near for atom in self._reading.atoms[place]}
            self._later_groups = {group for place in near for group in self._ends[place]}
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
