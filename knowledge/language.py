"""Is a message Danish or English? Decided by the small words that every sentence needs."""

from collections.abc import Sequence

from knowledge.guides import Language

_DANISH = """og er han hun at det på med ikke til der en jeg vi så som af har hvad kan skal hvis men
    den et ham hende hvordan når om min vores bare ved sig hej tak nej ja hjælp går får gør fra også
    kommer siger blev bliver var igen ud op ned nu mig dig os jer dem mit din hans hendes må vil
    hvor hvorfor hvem sidder står ingen noget nogen alle uden efter under over eller for"""
_ENGLISH = """the and is are he she to of with that it was has his her but they we my you on not do
    does what how who why be this if so just when hi hello thanks help no yes our from them their
    him can should will would could cannot gets keeps says about been am i'm he's she's it's don't
    doesn't can't won't didn't i an then there which where again out up down now me us"""
_ONLY_DANISH = frozenset("æøå")

_DANISH_WORDS = frozenset(_DANISH.split())
_ENGLISH_WORDS = frozenset(_ENGLISH.split())


def detect_language(words: Sequence[str]) -> Language | None:
    """The language of a message given as `everyday.tokens`, or None when nothing tells."""
    english = sum(word in _ENGLISH_WORDS for word in words)
    danish = sum(word in _DANISH_WORDS or not _ONLY_DANISH.isdisjoint(word) for word in words)
    if english == danish:
        return None
    return "en" if english > danish else "da"
