"""One spelling for the many ways people type in a hurry: folding, words, sentences, clauses."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 20_000
"""Characters read of one message; Telegram's own limit is 4,096 (Bot API, sendMessage)."""

_LETTERS = str.maketrans({"ä": "æ", "ö": "ø", "’": "'", "`": "'", "´": "'", "‘": "'"})
_FOREIGN = re.compile(r"[^\x00-\x7fæøå]")
_AE = re.compile(r"ae(?!rs?\b|rne\b)|(?<![a-zæøå]{3})ae")
_RUN = re.compile(r"([a-zæøå])\1{2,}")
_DOUBLE = re.compile(r"([a-zæøå])\1")
_LONG_WORD = re.compile(r"[a-zæøå]{4,}")
_TOKEN = re.compile(r"[a-zæøå]+|[0-9]+|[.!?\n]+|[,;:()–—]|\s-+\s")
_SHORTENED = re.compile(r"\b(kl|ca|min|nr|tlf|evt|pga|mdr|stk|dvs|bl|fx|mr|mrs)\.")
_ORDINAL = re.compile(r"([0-9])\.(?= *(?:sal|etage|gang|klasse|dag|uge|time)\b)")
_ENGLISH = frozenset(
    {"the", "is", "he", "she", "and", "his", "with", "my", "this", "was", "are", "they", "it"}
    | {"to", "has", "we", "you", "what", "a", "of", "him", "cant", "dont", "not", "no", "on", "be"}
    | {"had", "does", "did", "if", "when", "how", "someone", "us", "our", "your", "there", "who"}
    | {"out", "by", "an", "hes", "shes", "day", "today", "now", "just", "here", "from", "im"}
)
_DANISH = frozenset(
    {"han", "hun", "er", "og", "det", "jeg", "ikke", "har", "til", "der", "en", "på", "som", "vi"}
    | {"med", "af", "den", "at", "de", "ham", "hende", "kan", "nu", "et", "ik", "ikk", "skal"}
)
_HALT = frozenset(".!?\n")


@dataclass(frozen=True)
class Words:
    """A message as words in `fold` spelling; `sentence` and `clause` number each word's place."""

    words: tuple[str, ...]
    sentence: tuple[int, ...]
    clause: tuple[int, ...]
    plain: bool
    """Typed without æ, ø and å, so that `a` may mean `å` or `æ`, and `o` may mean `ø`."""
    english: bool
    """More English than Danish among its small words."""


def fold(text: str) -> str:
    """Lower case; ae/oe/aa as æ/ø/å; foreign accents off; doubled letters single; no apostrophes.

    `"Trækker"`, `"traekker"` and `"TRÆKER"` all become `"træker"`. Words of three letters keep
    their doubled letter: the Jutlandic "itt" (not) is no English "it".
    """
    small = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS).replace("'", "")
    small = _FOREIGN.sub(_base_letter, small)
    small = _RUN.sub(r"\1", small)
    small = _AE.sub("æ", small).replace("oe", "ø").replace("aa", "å")
    return _LONG_WORD.sub(_single, small)


def read_words(text: str) -> Words:
    """Cut a message into words. A comma ends a clause; a full stop or a line break a sentence."""
    words: list[str] = []
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = 0
    folded = _ORDINAL.sub(r"\1", _SHORTENED.sub(r"\1 ", fold(text[:LONGEST_TEXT])))
    for token in _TOKEN.findall(folded):
        if token[0].isalnum():
            words.append(token)
            sentences.append(sentence)
            clauses.append(clause)
            continue
        clause += 1
        sentence += token[0] in _HALT
    plain = not any(letter in word for word in words for letter in "æøå")
    english = sum(word in _ENGLISH for word in words) > sum(word in _DANISH for word in words)
    return Words(tuple(words), tuple(sentences), tuple(clauses), plain, english)


def plain_spellings(word: str) -> frozenset[str]:
    """The folded word, and each way to type it without some or all of æ, ø and å."""
    if word.isascii():
        return frozenset({word})
    spellings = {""}
    for letter in word:
        choices = {"æ": "æa", "ø": "øo", "å": "åa"}.get(letter, letter)
        spellings = {start + choice for start in spellings for choice in choices}
    return frozenset(_LONG_WORD.sub(_single, spelling) for spelling in spellings)


def one_slip_apart(left: str, right: str) -> bool:
    """Whether one typing slip (a letter missing, added, changed, or two swapped) is the difference.

    The first letter must be right: a slip there is rare and makes too many words look alike.
    """
    if left[:1] != right[:1] or abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    same = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    rest, other = left[same:], right[same:]
    if len(left) < len(right):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])


def _single(match: re.Match[str]) -> str:
    return _DOUBLE.sub(r"\1", match[0])


def _base_letter(match: re.Match[str]) -> str:
    """`é` becomes `e`; marks without width vanish; what is no letter becomes a space."""
    base = unicodedata.normalize("NFD", match[0])[0]
    if unicodedata.category(match[0]) in {"Cf", "Mn"}:
        return ""
    return base if base.isascii() and base.isalpha() else _other_sign(match[0])


def _other_sign(sign: str) -> str:
    return sign if sign in "–—" else " "
