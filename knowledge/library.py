"""All the knowledge the program answers from, loaded together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.forms import Form
from domain.plain import WordList
from domain.triage import TriageRules
from knowledge.alarm import load_alarm
from knowledge.forms import load_forms
from knowledge.guides import Guide, load_guides
from knowledge.plain import load_plain
from knowledge.search import Index
from knowledge.situations import Situations, load_situations

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Library:
    """Guides, the doors to them, the search index, the words that mean danger, and the forms with
    the words they ask about."""

    guides: Mapping[str, Guide]
    situations: Situations
    alarm: TriageRules
    index: Index
    forms: Mapping[str, Form]
    words: WordList


def open_library(index: Index, overlay: Path | None = None) -> Library:
    """Read the knowledge folder, with a municipality's own folder laid over it.

    Raises KnowledgeError for the first file that cannot be used.
    """
    words = load_plain(FOLDER, overlay)
    return Library(
        guides=load_guides(FOLDER, overlay),
        situations=load_situations(FOLDER),
        alarm=load_alarm(FOLDER / "alarm.toml"),
        index=index,
        forms=load_forms(FOLDER, words, overlay),
        words=words,
    )
