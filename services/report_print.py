"""Prints a report as tagged PDF, with its pictures. Takes a second or two: call it in a thread."""

import html
import re
from datetime import datetime
from typing import Any

import locales
from domain.people import Language
from services import charts
from services.leaflets import Leaflet, make
from services.phrases import Phrases
from services.report_words import Figure, Report

_POINTS = 0.3528
"""Millimetres in a pixel of a chart, printed at a little less than its size on the screen."""
FIRST = ("types", "parts")
"""The pictures on the first page."""
_HEIGHT = re.compile(r'<svg[^>]* height="([\d.]+)"')


def print_report(phrases: Phrases, language: Language, report: Report, made: datetime) -> bytes:
    """The PDF. Raises NotDrawn."""

    def say(key: str, **params: str) -> str:
        return html.unescape(phrases.say(language, key, params))

    def figure(one: Figure) -> dict[str, Any]:
        picture = charts.svg(one.chart, language, paper=True) if one.chart else ""
        return {
            "title": one.title,
            "sentence": one.sentence,
            "heads": list(one.heads),
            "rows": [list(row) for row in one.rows],
            "picture": picture,
            "height": _height(picture),
            "alt": say("report-picture", title=one.title),
        }

    drawn = [one for section in report.sections for one in section.figures if one.chart]
    organisation = phrases.organisation["organisation"]
    content = {
        "language": language,
        "title": f"{report.title} {report.period}",
        "name": say("print-name"),
        "tagline": say("print-tagline"),
        "organisation": organisation,
        "foot": say("report-of", organisation=organisation, period=report.period),
        "of": say("report-of", organisation=organisation, period=report.period),
        "side": "",
        "tiles": [vars(tile) for tile in report.tiles],
        "first": say("report-first"),
        "summary": list(report.summary),
        "pictures": [figure(one) for one in drawn if one.name in FIRST],
        "veil": say("report-veil-what", day=locales.day(language, made)),
        "sections": [
            {
                "title": section.title,
                "lead": section.lead,
                "figures": [figure(one) for one in section.figures],
            }
            for section in report.sections
        ],
        "appendix": say("report-appendix"),
        "number": say("report-number"),
        "meaning": say("report-meaning"),
        "definitions": [list(row) for row in report.definitions],
    }
    return make(Leaflet("report", content))


def _height(picture: str) -> float:
    found = _HEIGHT.search(picture)
    return round(float(found[1]) * _POINTS * 0.72, 1) if found else 0
