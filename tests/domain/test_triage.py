import cProfile
import pstats
import random
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.triage import Level, Triage, TriageRules, triage
from knowledge.alarm import load_alarm
from knowledge.errors import KnowledgeError
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


@pytest.mark.parametrize(
    "name", [name for name, table in MESSAGES.items() if table["level"] == "normal"]
)
def test_dramatic_words_in_a_normal_message_stay_normal(name: str) -> None:
    calm = MESSAGES[name]["da"] + MESSAGES[name]["en"]
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
        ("hantrækkerikkevejret", Level.EMERGENCY),
        ("han er bevistløs", Level.EMERGENCY),
        ("der er ild på lageret", Level.EMERGENCY),
        ("ved I om der var ild på lageret sidste år", Level.NORMAL),
        ("hun besvimede i går", Level.URGENT),
        ("han truer en kollega", Level.URGENT),
        ("han truer ingen", Level.NORMAL),
        ("jeg læste at mange autister har tanker om selvmord", Level.NORMAL),
        ("in the film he kills them with an axe", Level.NORMAL),
        ("", Level.NORMAL),
    ],
)
def test_tense_negation_spelling_and_figures_of_speech(text: str, level: Level) -> None:
    assert triage(text, RULES).level is level


def test_signals_are_names_of_rules_and_never_text() -> None:
    signals = triage("han trækker ikke vejret og har en kniv", RULES).signals
    assert "not-breathing" in signals
    assert [signal for signal in signals if not re.fullmatch("[a-z0-9-]+", signal)] == []


def test_the_gravest_signal_comes_first() -> None:
    signals = triage("de er bange for ham og nu står han med en kniv og truer os", RULES).signals
    assert signals.index("weapon-and-threat") < signals.index("fear-of-someone")


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text: str) -> None:
    assert triage(text, RULES).level in ORDER


def test_without_rules_everything_is_normal() -> None:
    nothing = TriageRules(RULES.grammar, ())
    assert triage("han trækker ikke vejret", nothing).level is Level.NORMAL


WORDS = ("figure", "not", "nostop", "imagined", "unreal", "turn", "past", "long_ago", "habit")
OTHERS = ("whenever", "story", "small", "over", "aware")
FILE = "\n".join(
    [
        "harmless = []",
        'links = ["ikke"]',
        "[usual.emergency]",
        "[groups]",
        *(f"{name} = []" for name in (*WORDS, *OTHERS)),
        "[points.urgent]",
        "needed = 2",
        "[[rules]]",
        'name = "fire"',
        'level = "emergency"',
        'signs = ["brænder"]',
    ]
)


def test_a_file_of_words_becomes_rules(tmp_path: Path) -> None:
    path = tmp_path / "alarm.toml"
    path.write_text(FILE, encoding="utf-8")
    rules = load_alarm(path)
    assert triage("det braender", rules) == Triage(Level.EMERGENCY, ("fire",))
    assert triage("det er koldt", rules) == Triage(Level.NORMAL, ())


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('["brænder"]', '["<ild>"]', "alarm.toml: rules.fire.signs: '<ild>' names"),
        ('["brænder"]', '["brænder .."]', "alarm.toml: rules.fire.signs: 'brænder ..' must"),
        ('"emergency"\nsigns', '"bad"\nsigns', "alarm.toml: rules.fire.level: expected one of"),
        ("whenever = []", "", "alarm.toml: groups.whenever: is missing"),
        ("needed = 2", "", "alarm.toml: points.urgent.needed: expected how many points"),
        ("[groups]", "[groups", "alarm.toml: TOML: "),
    ],
)
def test_a_mistake_in_the_file_is_told_by_file_and_key(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    path = tmp_path / "alarm.toml"
    path.write_text(FILE.replace(right, wrong), encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load_alarm(path)
    assert str(raised.value)[: len(message)] == message


def work(text: str) -> int:
    """How many functions are called to read a message."""
    profile = cProfile.Profile()
    profile.runcall(triage, text, RULES)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_a_word_of_a_long_message_costs_no_more_than_one_of_a_short() -> None:
    texts = [text for table in MESSAGES.values() for text in table["da"]]
    long = " ".join(random.Random(1).choices(texts, k=400)).replace(".", "")[:16_000]
    triage(long, RULES)
    assert work(long) < 11 * work(long[:2_000])
