"""The fitted search as plain arrays: read in a moment, asked without scikit-learn.

One linear model over three blocks of features (see `knowledge.features`), then a calibration:
`sharpness` turns scores into probabilities, `gate` into the probability that any guide answers.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.everyday import Concepts, tokens
from knowledge.features import Hashes, Lexicon, Message, make_lexicon, take_apart
from knowledge.guides import Language
from knowledge.language import detect_language

FORMAT = 1  # of the cache file; a new number makes old caches unreadable on purpose
NONE = "none"  # the class of messages that no guide answers
MOST_OFFERS = 3
LEAST_CONFIDENCE = 0.02  # a second or third guide below this is not worth a button

Floats = NDArray[np.float32]


KEYWORDS = 4
"""A message of so few words is a look-up ("larm", "ny på mandag") rather than a story."""

SURE = 0.9
"""The confidence at which a look-up is answered, although the gate has little to go by."""


@dataclass(frozen=True)
class Suggestion:
    """A guide and the chance, 0 to 1, that it answers the message."""

    guide_id: str
    confidence: float


@dataclass(frozen=True)
class Answer:
    """The three best guides, and how many of them a person should be shown (0: honestly none)."""

    suggestions: tuple[Suggestion, ...]
    offers: int
    language: Language


@dataclass(frozen=True)
class Block:
    """Known features of one kind: sorted hashes, the weight of each, where its rows begin."""

    hashes: Hashes
    idf: Floats
    scale: float
    first_row: int


@dataclass(frozen=True)
class Calibration:
    """Learnt from messages the model had not seen; `gate` weighs `gate_features`, last is bias."""

    sharpness: float
    gate: tuple[float, ...]
    threshold: float


@dataclass(frozen=True)
class Index:
    """Everything needed to answer; `weights` is (features, classes) in half precision."""

    classes: tuple[str, ...]
    lexicon: Lexicon
    blocks: tuple[Block, ...]
    weights: NDArray[np.float16]
    bias: Floats
    calibration: Calibration

    def ask(self, text: str, lang: Language | None = None) -> Answer:
        """The best guides for a message. `lang` decides only where the text itself does not tell.

        Never raises for any string; only the first 1,000 characters are read.
        """
        language = detect_language(tokens(text[:500])) or lang or "da"
        message = take_apart(self.lexicon, text, language)
        scores = self.scores(message)
        chances = probabilities(scores[np.newaxis], self.calibration.sharpness)[0]
        best = [i for i in np.argsort(-chances) if self.classes[i] != NONE][:MOST_OFFERS]
        suggestions = tuple(Suggestion(self.classes[i], float(chances[i])) for i in best)
        return Answer(suggestions, self._offers(message, scores, suggestions), language)

    def scores(self, message: Message) -> Floats:
        """One score per class."""
        total = self.bias.copy()
        for block, hashes in zip(self.blocks, message.blocks, strict=True):
            rows, values = vectorise(block, hashes)
            if len(rows):
                total += values @ self.weights[rows + block.first_row].astype(np.float32)
        return total

    def _offers(self, message: Message, scores: Floats, suggestions: tuple[Suggestion, ...]) -> int:
        features = gate_features(self.classes, scores[np.newaxis], [message], self.calibration)
        if not message.words or not suggestions:
            return 0
        if message.words <= KEYWORDS and suggestions[0].confidence >= SURE:
            return 1
        answerable = 1 / (1 + np.exp(-(features[0] @ np.array(self.calibration.gate))))
        if answerable < self.calibration.threshold:
            return 0
        return max(1, sum(found.confidence >= LEAST_CONFIDENCE for found in suggestions))


def vectorise(block: Block, hashes: Hashes) -> tuple[NDArray[np.intp], Floats]:
    """Rows and values of a message in one block: tf-idf with logarithmic counts, length `scale`."""
    found, counts = np.unique(hashes, return_counts=True)
    rows = np.minimum(np.searchsorted(block.hashes, found), max(len(block.hashes) - 1, 0))
    known = block.hashes[rows] == found if len(block.hashes) else np.zeros(len(found), bool)
    rows = rows[known]
    values = ((1 + np.log(counts[known])) * block.idf[rows]).astype(np.float32)
    length = float(np.linalg.norm(values))
    return rows, values * np.float32(block.scale / length) if length else values


def probabilities(scores: Floats, sharpness: float) -> Floats:
    """Softmax of scores (messages, classes) times sharpness."""
    scaled = (scores - scores.max(axis=1, keepdims=True)) * sharpness
    chances = np.exp(scaled)
    result: Floats = (chances / chances.sum(axis=1, keepdims=True)).astype(np.float32)
    return result


def gate_features(
    classes: tuple[str, ...], scores: Floats, messages: list[Message], calibration: Calibration
) -> Floats:
    """What tells whether any guide answers, (messages, 6): scores, margins, known words, 1."""
    none = np.array([name == NONE for name in classes])
    guides = np.sort(scores[:, ~none], axis=1)
    nothing = scores[:, none].max(axis=1) if none.any() else np.full(len(scores), -1.0)
    chances = probabilities(scores, calibration.sharpness)[:, none].sum(axis=1)
    words = np.array([message.words for message in messages], dtype=np.float32)
    known = np.array([message.known for message in messages], dtype=np.float32)
    return np.column_stack(
        [
            guides[:, -1],
            nothing,
            np.log(np.clip(chances, 1e-4, 1)),
            np.log1p(words),
            known / np.maximum(words, 1),
            np.ones(len(scores)),
        ]
    ).astype(np.float32)


def to_bytes(index: Index) -> bytes:
    """The index as one file without pickled objects."""
    lexicon = index.lexicon
    words = {
        "format": FORMAT,
        "classes": index.classes,
        "scales": [block.scale for block in index.blocks],
        "stems": lexicon.stems,
        "guessable": sorted({w for group in lexicon.nearby.values() for w in group}),
        "spelling": lexicon.concepts.spelling,
        "phrases": [[list(key), names] for key, names in lexicon.concepts.phrases.items()],
        "prefixes": lexicon.concepts.prefixes,
        "suffixes": lexicon.concepts.suffixes,
        "sharpness": index.calibration.sharpness,
        "gate": index.calibration.gate,
        "threshold": index.calibration.threshold,
    }
    arrays: dict[str, NDArray[Any]] = {"weights": index.weights, "bias": index.bias}
    for number, block in enumerate(index.blocks):
        arrays |= {f"hashes{number}": block.hashes, f"idf{number}": block.idf}
    arrays["words"] = np.frombuffer(json.dumps(words).encode(), dtype=np.uint8)
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def from_bytes(data: bytes) -> Index:
    """The index that `to_bytes` wrote; raises ValueError or KeyError when it is another format."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        words = json.loads(arrays["words"].tobytes())
        if words["format"] != FORMAT:
            raise ValueError("a cache of another format")
        blocks: list[Block] = []
        row = 0
        for number, scale in enumerate(words["scales"]):
            hashes = arrays[f"hashes{number}"]
            blocks.append(Block(hashes, arrays[f"idf{number}"], scale, row))
            row += len(hashes)
        return Index(
            classes=tuple(words["classes"]),
            lexicon=_lexicon(words),
            blocks=tuple(blocks),
            weights=arrays["weights"],
            bias=arrays["bias"],
            calibration=Calibration(words["sharpness"], tuple(words["gate"]), words["threshold"]),
        )


def _lexicon(words: Mapping[str, Any]) -> Lexicon:
    concepts = Concepts(
        spelling={key: tuple(value) for key, value in words["spelling"].items()},
        phrases={tuple(key): tuple(names) for key, names in words["phrases"]},
        prefixes={key: tuple(value) for key, value in words["prefixes"].items()},
        suffixes={key: tuple(value) for key, value in words["suffixes"].items()},
    )
    seldom = frozenset(words["stems"]) - frozenset(words["guessable"])
    return make_lexicon(concepts, words["stems"], seldom)
