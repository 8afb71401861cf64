"""The follow-up plans: one TOML file each in `plans/`, which specialists edit.

There is a plan for every type of placement, one for incidents and one for visits. A municipality's
own folder lays over ours file by file.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from domain.followups import Compare, Item, Plan, Plans, Source, To, Unit, When, parse_when
from domain.people import LANGUAGES
from domain.placements import PlacementType
from knowledge.errors import KnowledgeError

FOLDER = "plans"
IDS = (*PlacementType, Source.INCIDENT, Source.VISIT)
LONGEST = 300  # characters of a question

_KEYS = {"id", "when", "to", "compare", *LANGUAGES}
_MOST = 40

Word = TypeVar("Word", To, Compare)


def load_plans(folder: Path, overlay: Path | None = None) -> Plans:
    """Every plan by its id. Raises KnowledgeError for the first file that cannot be used."""
    own = overlay / FOLDER if overlay else None
    for path in sorted(own.glob("*.toml")) if own else ():
        if path.stem not in IDS:
            raise KnowledgeError(
                f"{FOLDER}/{path.name}", "file name", f"expected one of {', '.join(IDS)}"
            )
    return {name: _load(folder, overlay, name) for name in IDS}


def _load(folder: Path, overlay: Path | None, name: str) -> Plan:
    shown = f"{FOLDER}/{name}.toml"
    own = overlay / shown if overlay else None
    path = own if own and own.is_file() else folder / shown
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(shown, "TOML", str(error)) from None
    entries = data.get("items")
    if data.keys() != {"items"} or not isinstance(entries, list) or len(entries) > _MOST:
        raise KnowledgeError(shown, "items", f"expected [[items]] entries, at most {_MOST}")
    items = tuple(_item(shown, entry) for entry in entries)
    ids = [item.id for item in items]
    for item_id in ids:
        if ids.count(item_id) > 1:
            raise KnowledgeError(shown, item_id, "stands twice")
    return Plan(name, items)


def _item(file: str, entry: Any) -> Item:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not entry["id"]:
        raise KnowledgeError(file, "id", "expected a name for each of the [[items]]")
    name = entry["id"]
    for key in entry.keys() - _KEYS:
        raise KnowledgeError(file, f"{name}.{key}", f"is not known; expected {sorted(_KEYS)}")
    for language in LANGUAGES:
        text = entry.get(language)
        if not isinstance(text, str) or not 0 < len(text.strip()) <= LONGEST or "\n" in text:
            raise KnowledgeError(
                file, f"{name}.{language}", f"expected one line of at most {LONGEST} characters"
            )
    to, when = _one_of(file, name, "to", To, entry), _when(file, name, entry.get("when"))
    if when.unit is Unit.AFTER_END and to is To.EMPLOYER:
        raise KnowledgeError(
            file, f"{name}.to", "expected specialist: nobody is asked after the end"
        )
    return Item(
        id=name,
        when=when,
        to=to,
        compare=_one_of(file, name, "compare", Compare, {"compare": "before", **entry}),
        ask={language: entry[language].strip() for language in LANGUAGES},
    )


def _when(file: str, name: str, text: object) -> When:
    try:
        return parse_when(str(text))
    except ValueError:
        raise KnowledgeError(
            file,
            f"{name}.when",
            "expected day 3, week 2, every month, every 3 months, 2 weeks before the end or "
            "2 weeks after the end",
        ) from None


def _one_of(file: str, name: str, key: str, words: type[Word], entry: dict[str, Any]) -> Word:
    value = entry.get(key, "employer")
    for word in words:
        if word == value:
            return word
    raise KnowledgeError(file, f"{name}.{key}", f"expected one of {', '.join(words)}")


@cache
def our_plans() -> Plans:
    """Those that come with the program."""
    return load_plans(Path(__file__).parent)
