"""Who can be called when somebody may be in danger: numbers with their region, source and age."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.errors import KnowledgeError
from knowledge.guides import LANGUAGES, Language

FILE = "helplines.toml"
EMERGENCY = "112"
REGIONS = ("midtjylland", "hovedstaden", "syddanmark", "nordjylland", "sjaelland")
GOOD_FOR = dt.timedelta(days=180)
"""How long a number is taken for right after a person has looked at its source."""

_NUMBER = re.compile(r"^(\d[\d ]{1,14}\d)?$")
_NEEDED = {"id", "number", "name", "when", "guides", "source", "checked"}
_OPTIONAL = {"regions", "doctor", "never_alone", "uncertain"}


@dataclass(frozen=True)
class Helpline:
    """One number. `guides` are those it stands under; `doctor`: this is the region's lægevagt."""

    id: str
    number: str
    name: Mapping[Language, str]
    when: Mapping[Language, str]
    guides: tuple[str, ...]
    source: str
    checked: dt.date
    regions: tuple[str, ...] = REGIONS
    doctor: bool = False
    never_alone: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class Helplines:
    """All numbers, and what the lægevagt is called where its number is not confirmed."""

    lines: tuple[Helpline, ...]
    unnamed_doctor: Mapping[Language, str]

    def shown(self, region: str) -> tuple[Helpline, ...]:
        """The confirmed numbers of a region, in order."""
        return tuple(x for x in self.lines if region in x.regions and not x.uncertain)

    def under(self, guide_id: str, region: str) -> tuple[Helpline, ...]:
        """The numbers that stand under a guide."""
        return tuple(line for line in self.shown(region) if guide_id in line.guides)

    def doctor(self, region: str, language: Language) -> str:
        """Whom to call for a doctor outside opening hours: `lægevagten 70 11 31 31`."""
        for line in self.lines:
            if line.doctor and region in line.regions and not line.uncertain:
                name = line.name[language]
                return f"{name[0].lower()}{name[1:]} {line.number}"
        return self.unnamed_doctor[language]


def load_helplines(folder: Path, overlay: Path | None = None) -> Helplines:
    """Read `helplines.toml`; the overlay's own file takes the place of ours."""
    own = overlay / FILE if overlay else None
    path = own if own and own.is_file() else folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(FILE, "TOML", str(error)) from None
    entries = data.get("lines")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise KnowledgeError(FILE, "lines", "expected [[lines]] entries")
    lines = tuple(_line(entry) for entry in entries)
    if not lines or lines[0].number != EMERGENCY or lines[0].regions != REGIONS:
        raise KnowledgeError(FILE, "lines", "expected 112 as the first, in every region")
    for guide in {guide for line in lines if line.never_alone for guide in line.guides}:
        if guide not in lines[0].guides:
            raise KnowledgeError(FILE, "never_alone", f"expected 112 under {guide} too")
    return Helplines(lines, _words("doctor", data.get("doctor")))


def _line(entry: Mapping[str, Any]) -> Helpline:
    name = str(entry.get("id", "?"))
    for key in sorted(_NEEDED - entry.keys()):
        raise KnowledgeError(FILE, f"{name}.{key}", "is missing")
    for key in sorted(entry.keys() - _NEEDED - _OPTIONAL):
        raise KnowledgeError(FILE, f"{name}.{key}", "is not known")
    if not isinstance(entry["number"], str) or not _NUMBER.match(entry["number"]):
        raise KnowledgeError(FILE, f"{name}.number", 'expected digits such as "70 11 31 31"')
    checked = entry["checked"]
    if not isinstance(checked, dt.date) or isinstance(checked, dt.datetime):
        raise KnowledgeError(FILE, f"{name}.checked", "expected a date such as 2026-11-22")
    flags = {key: entry.get(key, False) for key in ("doctor", "never_alone", "uncertain")}
    for key, value in flags.items():
        if not isinstance(value, bool):
            raise KnowledgeError(FILE, f"{name}.{key}", "expected true or false")
    regions = _list(f"{name}.regions", entry.get("regions", list(REGIONS)))
    if not set(regions) <= set(REGIONS):
        raise KnowledgeError(FILE, f"{name}.regions", f"expected some of {', '.join(REGIONS)}")
    return Helpline(
        id=name,
        number=entry["number"],
        name=_words(f"{name}.name", entry["name"]),
        when=_words(f"{name}.when", entry["when"]),
        guides=_list(f"{name}.guides", entry["guides"]),
        source=str(entry["source"]),
        checked=checked,
        regions=regions,
        **flags,
    )


def _words(key: str, value: object) -> dict[Language, str]:
    words: dict[Language, str] = {}
    for language in LANGUAGES:
        text = value.get(language) if isinstance(value, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise KnowledgeError(FILE, f"{key}.{language}", "expected a text")
        words[language] = text.strip()
    return words


def _list(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise KnowledgeError(FILE, key, "expected a list of words")
    return tuple(value)


def to_look_at(helplines: Helplines, today: dt.date) -> Iterator[str]:
    """One line per number that a person must compare with its source."""
    for line in helplines.lines:
        number = f"{FILE}: {line.id} {line.number}".rstrip()
        if line.uncertain:
            yield f"{number} is not shown until a person has confirmed it"
        elif today - line.checked > GOOD_FOR:
            yield f"{number} was last checked on {line.checked}: look at its source again"


@cache
def our_helplines() -> Helplines:
    """Those that come with the program."""
    return load_helplines(Path(__file__).parent)


def unknown_names(
    helplines: Helplines, guides: Sequence[str], sources: Sequence[str]
) -> Iterator[str]:
    """One line per guide or source that a number names and that does not exist."""
    for line in helplines.lines:
        wrong = [guide for guide in line.guides if guide not in guides]
        if wrong:
            yield f"{FILE}: {line.id}.guides: {', '.join(wrong)} is not known"
        if line.source not in sources and line.source != "own":
            yield f"{FILE}: {line.id}.source: {line.source} is not known"
