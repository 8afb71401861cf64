"""Every sentence that the program names exists, none stands there unused, and the tone is kept."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import locales
from domain.people import LANGUAGES
from locales.completeness import gaps

ROOT = Path(__file__).parent.parent.parent
CODE = [
    path
    for folder in ("bot", "handlers", "services", "web", "domain", "knowledge")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
TEMPLATES = [path for path in (ROOT / "web").rglob("*.*") if path.suffix in (".html", ".js")]
NAMING = {".say", "Button", "Message", "Ref"}
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ALWAYS = {"organisation", "body", "phone", "hours"}


def known() -> set[str]:
    return {key for language in LANGUAGES for key in locales.bundle(language)._messages}


SENTENCES = sorted((ROOT / "locales").glob("*/*.ftl"))
PLACED = re.compile(r"{ ([a-z][a-z0-9-]*) }")
"""A sentence that stands inside another one."""


def pattern(node: ast.expr) -> str:
    """What a text literal may stand for: a formatted value may be anything."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            pattern(part) if isinstance(part, ast.Constant) else ".+" for part in node.values
        )
    return ""


def texts(path: Path) -> Iterator[str]:
    """Every text literal in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant | ast.JoinedStr):
            found = pattern(node)
            if found:
                yield found


def named(path: Path) -> Iterator[tuple[int, str]]:
    """Every key that a sentence, a button or an error is made of."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            name = f".{called.attr}" if isinstance(called, ast.Attribute) else ast.unparse(called)
            if name in NAMING and (found := pattern(node.args[0])):
                yield node.lineno, found
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "key":
                    yield line.lineno, pattern(line.value)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_that_is_named_exists(path: Path) -> None:
    keys = known()
    missing = [
        f"{path.name}:{line}: {key}"
        for line, key in named(path)
        if KEY.fullmatch(key.replace(".+", "x").replace("\\-", "-"))
        and key != "set\\-commands"
        and not any(re.fullmatch(key, one) for one in keys)
    ]
    assert missing == []


def test_no_sentence_is_left_over() -> None:
    patterns = {found for path in CODE for found in texts(path)}
    exact = {re.sub(r"\\(.)", r"\1", found) for found in patterns if ".+" not in found}
    loose = [re.compile(found) for found in patterns if re.match(r"[a-z\\-]{3,}\.\+", found)]
    words = set(re.findall(r"[a-z0-9-]+", "\n".join(path.read_text() for path in TEMPLATES)))
    words |= {name for path in SENTENCES for name in PLACED.findall(path.read_text())}
    unused = [
        key
        for key in sorted(known() - exact - words)
        if not any(one.fullmatch(key) for one in loose)
    ]
    assert unused == []


def test_both_languages_say_everything_with_the_same_blanks() -> None:
    assert gaps(ALWAYS) == []


def test_nobody_is_asked_why() -> None:
    files = [*(locales.FOLDER / "da").glob("*.ftl")]
    asking = [path.name for path in files if re.search(r"\bhvorfor\b", path.read_text(), re.I)]
    assert asking == []
