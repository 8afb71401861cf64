import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.triage import Level, TriageRules, triage
from knowledge.alarm import load_alarm
from knowledge.library import FOLDER

MESSAGES = tomllib.loads(
    (Path(__file__).parent / "triage_messages.toml").read_text(encoding="utf-8")
)
RULES = load_alarm(FOLDER / "alarm.toml")
ORDER = [Level.NORMAL, Level.URGENT, Level.EMERGENCY]


def too_low(level: Level, name: str) -> list[str]:
    """The messages of a table that are answered with less than they need."""
    table = MESSAGES[name]
    return [
        text
        for text in table["da"] + table["en"]
        if ORDER.index(triage(text, RULES).level) < ORDER.index(level)
    ]


@pytest.mark.parametrize(
    "name", [name for name, table in MESSAGES.items() if table["level"] == "emergency"]
)
def test_danger_to_life_is_never_less_than_an_emergency(name: str) -> None:
    assert too_low(Level.EMERGENCY, name) == []


@pytest.mark.parametrize(
    "name", [name for name, table in MESSAGES.items() if table["level"] == "urgent"]
)
def test_what_cannot_wait_is_never_less_than_urgent(name: str) -> None:
    assert too_low(Level.URGENT, name) == []


def test_dramatic_words_in_a_normal_message_stay_normal() -> None:
    calm = MESSAGES["calm"]["da"] + MESSAGES["calm"]["en"]
    emergencies = [t for t in calm if triage(t, RULES).level is Level.EMERGENCY]
    raised = [t for t in calm if triage(t, RULES).level is not Level.NORMAL]
    assert len(emergencies) <= 0.02 * len(calm), emergencies
    assert len(raised) <= 0.06 * len(calm), raised


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("han trækker ikke vejret", Level.EMERGENCY),
        ("a tror itt han trækker vejret", Level.EMERGENCY),
        ("han traekker ikke vejret", Level.EMERGENCY),
        ("HAN TRÆKKER IKKE VEJRET", Level.EMERGENCY),
        ("hun er ikke til fare, men hun har en kniv mod halsen nu", Level.EMERGENCY),
        ("hvad gør man hvis en medarbejder besvimer? det er ikke sket", Level.NORMAL),
        ("der står 112 paller på lageret", Level.NORMAL),
        ("jeg dør af grin", Level.NORMAL),
        ("", Level.NORMAL),
    ],
)
def test_tense_negation_spelling_and_figures_of_speech(text: str, level: Level) -> None:
    assert triage(text, RULES).level is level


def test_signals_are_names_of_rules_and_never_text() -> None:
    signals = triage("han trækker ikke vejret og har en kniv", RULES).signals
    assert "not-breathing" in signals
    assert [signal for signal in signals if not re.fullmatch("[a-z0-9-]+", signal)] == []


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text: str) -> None:
    assert triage(text, RULES).level in ORDER


def test_without_rules_everything_is_normal() -> None:
    nothing = TriageRules(RULES.grammar, ())
    assert triage("han trækker ikke vejret", nothing).level is Level.NORMAL
