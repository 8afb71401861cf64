"""The search and the triage: how long an answer takes, how long the start from the cache, and that
no string makes them fail. `make bench` runs it; `--random N` says how many strings are tried."""

import argparse
import random
import time
import unicodedata
from pathlib import Path

from knowledge import search
from knowledge.examples import load_examples
from knowledge.library import FOLDER, open_library
from services.guides import read_message

CACHE = Path("data/cache")
ASKED = 2000


def percentile(waits: list[float], share: float) -> float:
    return sorted(waits)[int(len(waits) * share)]


def random_text(chance: random.Random) -> str:
    """Up to 60 characters from anywhere in Unicode, mixed with markup, digits and Danish."""
    pieces = ("<b>", "&", "han ", "ikke ", "112 ", "010190", "-", "\n", "🙂", "\u202e", "\x00")
    letters = [
        chance.choice(pieces) if chance.random() < 0.3 else chr(chance.randrange(1, 0x2FFFF))
        for _ in range(chance.randrange(60))
    ]
    return "".join(letter for letter in letters if unicodedata.category(letter[-1]) != "Cs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=2000)
    wanted = parser.parse_args()
    chance = random.Random(1)
    search.load(FOLDER, CACHE)
    began = time.perf_counter()
    index = search.load(FOLDER, CACHE)
    library = open_library(index)
    print(f"{'library_from_cache_seconds':28} {time.perf_counter() - began:10.2f}")
    asked = chance.sample([example.text for example in load_examples(FOLDER)], ASKED)
    for name, texts in (("message", asked), ("10000_characters", [" ".join(asked)[:10_000]] * 50)):
        searched, whole = [], []
        for text in texts:
            began = time.perf_counter()
            index.ask(text, "da")
            middle = time.perf_counter()
            read_message(library, text, "da")
            searched.append(1000 * (middle - began))
            whole.append(1000 * (time.perf_counter() - middle))
        print(f"{f'search_{name}_p50_ms':28} {percentile(searched, 0.5):10.2f}")
        print(f"{f'search_{name}_p99_ms':28} {percentile(searched, 0.99):10.2f}")
        print(f"{f'with_triage_{name}_p99_ms':28} {percentile(whole, 0.99):10.2f}")
    for _ in range(wanted.random):
        read_message(library, random_text(chance))
    print(f"{'random_strings_answered':28} {wanted.random:10d}")


if __name__ == "__main__":
    main()
