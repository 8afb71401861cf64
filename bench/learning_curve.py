"""How the search gets better with more examples: a table, and docs/pictures/learning-curve.svg.

`python -m bench.learning_curve LABELLED.jsonl` fits on 5, 10, 20 … examples per guide,
drawn by chance, and asks the labelled messages, which no fit has seen. Needs matplotlib.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from knowledge.evaluation import Labelled, read_labelled
from knowledge.examples import Example, load_examples
from knowledge.fitting import fit_examples
from knowledge.index import NONE, Index

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
PICTURE = Path(__file__).parent.parent / "docs" / "pictures" / "learning-curve.svg"
STEPS = (5, 10, 20, 40, 80, 120, 160, 240, 330, 10_000)
COLOURS = {"da": "#1b6ca8", "en": "#c4622d"}
NAMES = {"da": "Danish", "en": "English"}

Shares = dict[tuple[str, int], tuple[float, float, float]]  # (language, step) -> n, first, three


def draw(examples: Sequence[Example], count: int, seed: int = 7) -> list[Example]:
    """Up to `count` examples per guide and language; messages without a guide are all kept."""
    groups: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for example in examples:
        groups[(example.topic, example.language)].append(example)
    chance = random.Random(seed)
    drawn: list[Example] = []
    for (topic, _), group in sorted(groups.items()):
        chance.shuffle(group)
        drawn += group if topic == NONE else group[:count]
    return drawn


def share(index: Index, messages: Sequence[Labelled]) -> tuple[float, float]:
    """First suggestion right, one of three right."""
    first = three = 0
    for message in messages:
        found = [guess.guide_id for guess in index.ask(message.text).suggestions]
        first += found[0] in message.topics
        three += bool(set(found) & set(message.topics))
    return first / len(messages), three / len(messages)


def measure(labelled: Path) -> Shares:
    messages = [message for message in read_labelled(labelled) if message.topics]
    examples = load_examples(KNOWLEDGE)
    guides = len({example.topic for example in examples} - {NONE})
    shares: Shares = {}
    last = 0
    for step in STEPS:
        drawn = draw(examples, step)
        if len(drawn) == last:
            break
        last = len(drawn)
        index = fit_examples(drawn, KNOWLEDGE)
        for language in NAMES:
            used = sum(e.language == language and e.topic != NONE for e in drawn) / guides
            part = [message for message in messages if message.language == language]
            shares[(language, step)] = (used, *share(index, part))
            print(
                f"| {NAMES[language]} | {used:.0f} | "
                + " | ".join(f"{value:.2f}" for value in shares[(language, step)][1:])
                + " |",
                flush=True,
            )
    return shares


def picture(shares: Shares) -> None:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4))
    for language, name in NAMES.items():
        points = [values for (at, _), values in shares.items() if at == language]
        for column, style, label in ((2, "-", "one of three"), (1, "--", "first")):
            axes.plot(
                [point[0] for point in points],
                [point[column] for point in points],
                style,
                marker="o",
                markersize=3,
                color=COLOURS[language],
                label=f"{name}, {label}",
            )
    axes.set_xlabel("example messages per guide")
    axes.set_ylabel("share of messages answered rightly")
    axes.set_ylim(0, 1)
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right", frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.tight_layout()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PICTURE, metadata={"Date": None})


if __name__ == "__main__":
    picture(measure(Path(sys.argv[1])))
