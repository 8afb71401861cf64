"""Charts: what is drawn, in which colours and numbers, and what a broken specification says."""

import re

import pytest

from knowledge.library import FOLDER
from services import charts
from services.charts import Chart, NotDrawn

BARS = Chart("bars", [{"label": "helt", "value": 1234.5}, {"label": "slet ikke", "value": 0}])
CURVE = Chart(
    "curve",
    [{"day": f"2026-0{n}-01", "value": n - 3, "series": "Møder til tiden"} for n in (2, 5, 8)],
    {"low": -5, "high": 5, "zero": 0, "days": "%B %Y"},
)
RADAR = Chart(
    "radar",
    [
        {"axis": axis, "value": 3, "series": "maj 2026", "when": "latest"}
        for axis in ("Motivation", "Viden")
    ],
    {"low": 1, "high": 5},
)
STAIRS = Chart(
    "stairs",
    [{"step": 1, "label": "Praktik", "when": "", "state": "here"}],
    {"top": 2, "width": 120},
)
ALL = pytest.mark.parametrize("chart", [BARS, CURVE, RADAR, STAIRS], ids=lambda chart: chart.name)


@ALL
def test_a_page_gets_its_own_colours_and_paper_its_own(chart: Chart) -> None:
    page, paper = charts.svg(chart, "da"), charts.svg(chart, "da", paper=True)
    assert "var(--accent)" in page
    assert charts.PAPER["accent"] in paper
    assert "var(" not in paper
    for drawn in (page, paper):
        assert "style=" not in drawn
        assert "#000" not in drawn
        assert "black" not in drawn


@ALL
def test_a_picture_is_a_png(chart: Chart) -> None:
    assert charts.png(chart, "da").startswith(b"\x89PNG")


def test_numbers_and_months_are_written_as_the_reader_does() -> None:
    assert ">1.234,5<" in charts.svg(BARS, "da")
    assert ">1,234.5<" in charts.svg(BARS, "en")
    assert ">maj 2026<" in charts.svg(CURVE, "da").lower()
    assert ">may 2026<" in charts.svg(CURVE, "en").lower()


def test_what_is_missing_is_said_and_the_next_chart_is_drawn() -> None:
    with pytest.raises(KeyError, match="low"):
        charts.svg(Chart("radar", RADAR.rows, {"high": 5}), "da")
    with pytest.raises(NotDrawn):
        charts._drawn({"spec": {"$schema": "https://x/vega-lite/v6.json"}, "locale": "da-DK"})
    assert charts.svg(BARS, "da")


def test_a_drawing_process_that_was_killed_is_started_anew() -> None:
    charts.svg(BARS, "da")
    running = charts._process._running
    assert running is not None
    running.kill()
    running.wait()
    charts._ask.cache_clear()
    assert charts.svg(BARS, "da").startswith("<svg")


def test_the_colours_of_paper_are_those_of_the_pages() -> None:
    style = (FOLDER.parent / "web" / "static" / "style.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([\w-]+): (#\w+);", style.split("@media")[0]))
    assert {name: light[name] for name in charts.PAPER} == charts.PAPER
