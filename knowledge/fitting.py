"""Fits the search from the examples, the guides and the table of everyday words.

Needs scikit-learn and about 800 MB, so the running program does it in another process:
`python -m knowledge.fitting FOLDER CACHE_FILE [OVERLAY]`.
"""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from knowledge.errors import KnowledgeError
from knowledge.everyday import fold, load_concepts, stem, tokens
from knowledge.examples import Example, load_examples
from knowledge.features import BLOCKS, Lexicon, Message, make_lexicon, take_apart
from knowledge.guides import load_guides
from knowledge.index import (
    NONE,
    Block,
    Calibration,
    Floats,
    Index,
    gate_features,
    probabilities,
    to_bytes,
    vectorise,
)

SCALES = (1.0, 1.0, 0.5, 0.6)  # of the blocks: letters, words, pairs, concepts
SEEN_BY_TWO = 2  # a feature of one message only teaches nothing about others
OFTEN = 4  # a word must be this frequent before a misspelling is read as it
SOFTNESS = 0.2  # LinearSVC's C
BAYES_SMOOTHING = 1.0
BAYES_SHARE = 0.35  # of the naive Bayes member, when both members' scores have the same spread
WRONGLY_REFUSED = 0.10  # share of our answerable examples, harder than real ones, told "no guide"
PLAINER = 1.6  # real messages are plainer than our examples, which seek variety (docs/search.md)


def fit_index(folder: Path, overlay: Path | None = None) -> Index:
    """Fit from a knowledge folder. Takes up to a minute."""
    return fit_examples(usable_examples(folder, overlay), folder, overlay)


def fit_examples(examples: Sequence[Example], folder: Path, overlay: Path | None = None) -> Index:
    """Fit from these examples and the folder's table of everyday words."""
    lexicon = make_lexicon_of(examples, folder, overlay)
    messages = [take_apart(lexicon, example.text, example.language) for example in examples]
    classes = tuple(sorted({example.topic for example in examples}))
    numbers = np.array([classes.index(example.topic) for example in examples], dtype=np.intp)
    blocks = make_blocks(messages)
    matrix = make_matrix(blocks, messages)
    calibration = calibrate(classes, numbers, messages, matrix)
    weights, bias = _members(matrix, numbers, len(classes))
    return Index(classes, lexicon, blocks, weights.astype(np.float16), bias, calibration)


def usable_examples(folder: Path, overlay: Path | None = None) -> list[Example]:
    """Examples and the guides' own lines, of guides that exist and are not hidden."""
    guides = load_guides(folder, overlay)
    examples = [e for e in load_examples(folder, overlay) if e.topic in guides or e.topic == NONE]
    for guide in guides.values():
        for language, text in guide.texts.items():
            lines = [text.title, text.core]
            lines += [item.text for part in text.sections.values() for item in part]
            examples += [Example(line, guide.id, language) for line in lines]
    if len({example.topic for example in examples} - {NONE}) < 2:
        raise KnowledgeError("examples", "files", "expected examples of at least two guides")
    return examples


def make_lexicon_of(
    examples: Sequence[Example], folder: Path, overlay: Path | None = None
) -> Lexicon:
    """Concepts of the table, and the words that at least two examples hold."""
    paths = [root / "everyday.toml" for root in (folder, overlay) if root]
    counts: Counter[str] = Counter()
    stems: dict[str, str] = {}
    for example in examples:
        for word in tokens(example.text):
            folded = fold(word)
            counts[folded] += 1
            stems.setdefault(folded, stem(word, example.language))
    known = {w: stems[w] for w, n in sorted(counts.items()) if n >= SEEN_BY_TWO and len(w) > 2}
    seldom = frozenset(word for word in known if counts[word] < OFTEN)
    return make_lexicon(load_concepts([p for p in paths if p.exists()]), known, seldom)


def make_blocks(messages: Sequence[Message]) -> tuple[Block, ...]:
    """The features that at least two messages hold, with their weights."""
    blocks: list[Block] = []
    row = 0
    for number in range(len(BLOCKS)):
        seen = np.concatenate([np.unique(message.blocks[number]) for message in messages])
        hashes, counts = np.unique(seen, return_counts=True)
        hashes, counts = hashes[counts >= SEEN_BY_TWO], counts[counts >= SEEN_BY_TWO]
        idf = (np.log((1 + len(messages)) / (1 + counts)) + 1).astype(np.float32)
        blocks.append(Block(hashes, idf, SCALES[number], row))
        row += len(hashes)
    return tuple(blocks)


def make_matrix(blocks: Sequence[Block], messages: Sequence[Message]) -> csr_matrix:
    """Messages by features."""
    columns: list[NDArray[np.intp]] = []
    values: list[Floats] = []
    ends = [0]
    for message in messages:
        for block, hashes in zip(blocks, message.blocks, strict=True):
            rows, numbers = vectorise(block, hashes)
            columns.append(rows + block.first_row)
            values.append(numbers)
        ends.append(ends[-1] + sum(len(part) for part in columns[-len(blocks) :]))
    shape = (len(messages), sum(len(block.hashes) for block in blocks))
    return csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=shape)


def _members(matrix: csr_matrix, numbers: NDArray[np.intp], classes: int) -> tuple[Floats, Floats]:
    """Weights (features, classes) and bias of the two linear members, added into one model."""
    seen = np.unique(numbers)  # a small fold may lack a class
    margins = LinearSVC(C=SOFTNESS, tol=1e-2, random_state=0).fit(matrix, numbers)
    support, offset = margins.coef_.T, margins.intercept_
    if len(seen) == 2:  # scikit-learn then keeps one column, for the second class
        support, offset = np.column_stack([-support, support]), np.array([-offset[0], offset[0]])
    bayes = ComplementNB(alpha=BAYES_SMOOTHING).fit(matrix, numbers).feature_log_prob_.T
    bayes = bayes - bayes.mean(axis=1, keepdims=True)
    sample = matrix[::10]
    spread = float(np.std(sample @ support)) / max(float(np.std(sample @ bayes)), 1e-9)
    weights = np.zeros((matrix.shape[1], classes), dtype=np.float32)
    bias = np.full(classes, -1.0, dtype=np.float32)
    weights[:, seen] = (1 - BAYES_SHARE) * support + BAYES_SHARE * spread * bayes
    bias[seen] = (1 - BAYES_SHARE) * offset
    return weights, bias


def calibrate(
    classes: tuple[str, ...],
    numbers: NDArray[np.intp],
    messages: Sequence[Message],
    matrix: csr_matrix,
) -> Calibration:
    """Sharpness and gate from one half of the messages, by a model that has learnt the other."""
    unseen = _half(numbers)
    weights, bias = _members(matrix[~unseen], numbers[~unseen], len(classes))
    scores = (matrix[unseen] @ weights + bias).astype(np.float32)
    held_out = [message for message, kept in zip(messages, unseen, strict=True) if kept]
    sharpness = PLAINER * _sharpness(scores, numbers[unseen])
    blank = Calibration(sharpness, (0.0,) * 6, 0.0)
    return _gate(classes, numbers[unseen], held_out, scores, blank)


def _half(numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Every other message of every class, by chance."""
    order = np.random.default_rng(0).permutation(len(numbers))
    shuffled = order[np.argsort(numbers[order], kind="stable")]
    chosen = np.zeros(len(numbers), dtype=np.bool_)
    chosen[shuffled[::2]] = True
    return chosen


def _sharpness(scores: Floats, numbers: NDArray[np.intp]) -> float:
    """The sharpness under which the true classes of unseen messages are most likely."""
    tried = np.geomspace(0.3, 60, 80)
    rows = np.arange(len(numbers))
    likelihood = [
        np.log(np.maximum(probabilities(scores, float(s))[rows, numbers], 1e-9)).mean()
        for s in tried
    ]
    return float(tried[int(np.argmax(likelihood))])


def _gate(
    classes: tuple[str, ...],
    numbers: NDArray[np.intp],
    messages: Sequence[Message],
    scores: Floats,
    calibration: Calibration,
) -> Calibration:
    if NONE not in classes or not (numbers == classes.index(NONE)).any():
        return Calibration(calibration.sharpness, (0.0,) * 5 + (1.0,), 0.0)
    features = gate_features(classes, scores, list(messages), calibration)
    answerable = numbers != classes.index(NONE)
    model = LogisticRegression(class_weight="balanced", max_iter=500, fit_intercept=False)
    model.fit(features, answerable)
    chances = model.predict_proba(features)[answerable, 1]
    threshold = float(np.quantile(chances, WRONGLY_REFUSED))
    return Calibration(
        calibration.sharpness, tuple(float(w) for w in model.coef_[0]), min(threshold, 0.5)
    )


def main() -> None:
    """Fit and write the cache file in one step, so that a reader never sees half of it."""
    folder, cache_file = Path(sys.argv[1]), Path(sys.argv[2])
    overlay = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    written = cache_file.with_name(f"{cache_file.name}.{os.getpid()}")
    written.write_bytes(to_bytes(fit_index(folder, overlay)))
    written.replace(cache_file)


if __name__ == "__main__":
    main()
