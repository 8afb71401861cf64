"""Plain BM25 over the guides' own words: what the search is measured against."""

from collections.abc import Callable, Mapping

import bm25s
import numpy as np

from knowledge.everyday import stem, tokens
from knowledge.guides import LANGUAGES, Guide, Language

Ranking = Callable[[str, Language], list[str]]


def bm25_over_guides(guides: Mapping[str, Guide]) -> Ranking:
    """A function that ranks all guide ids for a text, by BM25 over stemmed words."""
    ids = list(guides)
    retrievers: dict[Language, bm25s.BM25] = {}
    for language in LANGUAGES:
        retrievers[language] = bm25s.BM25()
        retrievers[language].index(
            [_stems(_words(guide, language), language) for guide in guides.values()],
            show_progress=False,
        )

    def rank(text: str, language: Language) -> list[str]:
        query = [word for word in _stems(text, language) if word in retrievers[language].vocab_dict]
        if not query:
            return ids
        scores = retrievers[language].get_scores(query)
        return [ids[i] for i in np.argsort(-scores, kind="stable")]

    return rank


def _stems(text: str, language: Language) -> list[str]:
    return [stem(word, language) for word in tokens(text)]


def _words(guide: Guide, language: Language) -> str:
    text = guide.texts[language]
    items = [item.text for part in text.sections.values() for item in part]
    return "\n".join([text.title, text.core, *items])
