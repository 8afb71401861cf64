"""The stems of a text's words: what two texts about the same thing have in common."""

from knowledge.everyday import stem, tokens
from knowledge.language import detect_language

SHORTEST = 3  # letters of a word that says something


def stems(text: str) -> list[str]:
    """The stems of the words that say something, each once, in order."""
    words = [word for word in tokens(text) if word.isalpha()]
    language = detect_language(words) or "da"
    found = (stem(word, language) for word in words if len(word) >= SHORTEST)
    return list(dict.fromkeys(found))
