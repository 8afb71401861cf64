"""All the knowledge the program answers from, loaded together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from domain.followups import Plans
from domain.forms import Form
from domain.plain import WordList
from domain.triage import TriageRules
from knowledge.alarm import load_alarm
from knowledge.categories import Categories, load_categories
from knowledge.examples import load_taught
from knowledge.forms import load_forms
from knowledge.guides import Guide, load_guides
from knowledge.handout import Lines, load_handout
from knowledge.helplines import Helplines, load_helplines
from knowledge.overlay import check_overlay
from knowledge.plain import load_plain
from knowledge.plans import load_plans
from knowledge.search import Index
from knowledge.situations import Situations, load_situations

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Library:
    """Guides, the doors to them, the search, the words that mean danger, whom to call, what was
    taught here, the forms with the words they ask about, the follow-up plans, and what a case may
    be about."""

    guides: Mapping[str, Guide]
    situations: Situations
    alarm: TriageRules
    index: Index
    helplines: Helplines
    autism: Lines
    taught: Mapping[str, str]
    forms: Mapping[str, Form]
    words: WordList
    plans: Plans
    categories: Categories


def open_library(index: Index, overlay: Path | None = None) -> Library:
    """Read the knowledge folder, with a municipality's own folder laid over it.

    Raises KnowledgeError for the first file that cannot be used.
    """
    check_overlay(FOLDER, overlay)
    words = load_plain(FOLDER, overlay)
    return Library(
        guides=load_guides(FOLDER, overlay),
        situations=load_situations(FOLDER),
        alarm=load_alarm(FOLDER / "alarm.toml"),
        index=index,
        helplines=load_helplines(FOLDER, overlay),
        autism=load_handout(FOLDER, overlay),
        taught=load_taught(overlay),
        forms=load_forms(FOLDER, words, overlay),
        words=words,
        plans=load_plans(FOLDER, overlay),
        categories=load_categories(FOLDER),
    )


def check_knowledge(overlay: Path | None = None) -> None:
    """Read everything once, the slow search apart. Raises KnowledgeError for the first file that
    cannot be used."""
    check_overlay(FOLDER, overlay)
    load_guides(FOLDER, overlay)
    load_situations(FOLDER)
    load_categories(FOLDER)
    load_alarm(FOLDER / "alarm.toml")
    load_helplines(FOLDER, overlay)
    load_handout(FOLDER, overlay)
    load_forms(FOLDER, load_plain(FOLDER, overlay), overlay)
    load_plans(FOLDER, overlay)
