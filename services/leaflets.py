"""Sheets of paper for employers: the handout, and any guide, as tagged PDF (PDF/UA-1).

What stands on a leaflet is put together at once; the PDF itself takes 50 to 300 ms, so it is made
in a thread, outside every transaction.
"""

import html
import io
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from typing import Any

import segno
import typst

import locales
from domain.people import LANGUAGES, Language
from knowledge.guides import HEADINGS, Guide
from knowledge.library import FOLDER
from models.database import Session
from models.people import Chat
from models.web import StoredFile
from services.phrases import Phrases

TEMPLATES = FOLDER / "print"
GUIDE = "guide"
"""The kind of recipe that makes a guide: `guide:ID:LANGUAGE`."""
HELP = ("advice", "card", "log", "specialist")
WHO = ("mentor", "contact", "specialist")


@dataclass(frozen=True)
class Leaflet:
    """A sheet before it is printed: the template's name and every word on it."""

    template: str
    content: dict[str, Any]


def handout(
    phrases: Phrases, language: Language, link: str, *, invitation: bool = False
) -> Leaflet:
    """What autism is, what help there is, how to reach us. `link` is the web address, or an
    invitation's link, which then lets one person in."""

    def say(key: str) -> str:
        return html.unescape(phrases.say(language, f"handout-{key}"))

    content = _frame(phrases, language, say("title"), link) | {
        "side": "",
        "lead": say("lead"),
        "autism_title": say("autism"),
        "autism": [item.text for item in phrases.autism[language]],
        "help_title": say("help"),
        "help": [say(f"help-{line}") for line in HELP],
        "reach_title": say("reach"),
        "scan": say("reach-scan-invitation" if invitation else "reach-scan"),
        "no_invitation": "" if invitation else say("reach-no-invitation"),
        "call": say("reach-call"),
        "danger": say("reach-danger"),
        "who_title": say("who"),
        "who": [say(f"who-{role}") for role in WHO],
        "privacy": say("privacy"),
    }
    return Leaflet("handout", content)


def guide_leaflet(phrases: Phrases, language: Language, guide: Guide, link: str) -> Leaflet:
    """A whole guide with the numbers that stand under it."""
    text = guide.texts[language]
    reviewed = locales.day(language, datetime.combine(text.reviewed, time(12), UTC))
    parts = [
        {
            "title": HEADINGS[language][part],
            "lines": [item.text for item in items],
            "numbered": part == "now",
        }
        for part, items in text.sections.items()
    ]
    content = _frame(phrases, language, text.title, link) | {
        "side": _say(phrases, language, "leaflet-reviewed", day=reviewed),
        "core": text.core,
        "parts": parts,
        "numbers_title": _say(phrases, language, "leaflet-numbers"),
        "numbers": _numbers(phrases, language, guide.id),
        "help": _say(phrases, language, "leaflet-help"),
    }
    return Leaflet("guide", content)


def _numbers(phrases: Phrases, language: Language, guide_id: str) -> list[dict[str, str]]:
    region = phrases.organisation.get("region", "")
    return [
        {
            "number": line.number,
            "text": _say(
                phrases,
                language,
                "leaflet-numbers-line",
                name=line.name[language],
                when=line.when[language],
            ),
        }
        for line in phrases.helplines.under(guide_id, region)
    ]


def _frame(phrases: Phrases, language: Language, title: str, link: str) -> dict[str, Any]:
    """What stands on every leaflet."""
    organisation = phrases.organisation
    return {
        "language": language,
        "title": title,
        "name": _say(phrases, language, "print-name"),
        "tagline": _say(phrases, language, "print-tagline"),
        "organisation": organisation["organisation"],
        "phone": organisation["phone"],
        "hours": organisation["hours"],
        "link": link,
        "qr": _qr(link),
        "qr_text": _say(phrases, language, "handout-qr", link=link),
        "foot": _say(phrases, language, "leaflet-foot"),
    }


def _say(phrases: Phrases, language: Language, key: str, **params: str) -> str:
    """A sentence as plain text: typst takes it as it is."""
    return html.unescape(phrases.say(language, key, params))


def _qr(link: str) -> str:
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", xmldecl=False, border=2, scale=4)
    return out.getvalue().decode()


def make(leaflet: Leaflet) -> bytes:
    """The PDF. Takes 50 to 300 ms: call it in a thread."""
    made = typst.compile(
        str(TEMPLATES / f"{leaflet.template}.typ"),
        root=str(TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"content": json.dumps(leaflet.content, ensure_ascii=False)},
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts that come with typst, so that paper looks the same everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def file_name(title: str) -> str:
    """A name that people recognise in their downloads."""
    plain = "".join(c if c.isalnum() or c in " -" else " " for c in title)
    return f"HV-linjen - {' '.join(plain.split())}.pdf"


def order(session: Session, now: datetime, chat: Chat, guide: Guide, language: Language) -> str:
    """Promise this chat a guide as PDF and return the file's id. It is made when it is sent, so
    whatever happens in between, the promise stands in the database."""
    file = StoredFile(
        id=secrets.token_urlsafe(16),
        chat_key=chat.key,
        name=file_name(guide.title(language)),
        media_type="application/pdf",
        size=0,
        created_at=now,
        recipe=f"{GUIDE}:{guide.id}:{language}",
    )
    session.add(file)
    return file.id


def from_recipe(phrases: Phrases, recipe: str, link: str) -> Leaflet | None:
    """The leaflet that was promised; nothing if its guide has been hidden since."""
    _, guide_id, code = recipe.split(":")
    guide = phrases.guides.get(guide_id)
    language = next(known for known in LANGUAGES if known == code)
    return guide_leaflet(phrases, language, guide, link) if guide else None
