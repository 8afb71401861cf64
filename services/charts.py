"""Draws charts: a specification and its data in, SVG text or PNG bytes out.

A specification is a Vega-Lite or Vega file in `knowledge/charts/`. In it, `"@accent"` is a colour
of the design and `"$rows"` (or any `"$name"`) is filled in here. Drawing holds Python's lock for up
to a second and a half, so a process of its own draws; it ends by itself when nobody asks, or when
the program is gone. Call `svg` and `png` in a thread.
"""

import json
import select
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from domain.people import Language
from knowledge.library import FOLDER
from services.printing import picture_of

Row = Mapping[str, str | int | float]

PAPER = {
    "text": "#16282c",
    "quiet": "#4a5f64",
    "line": "#cfdbdd",
    "edge": "#6b8086",
    "ground": "#ffffff",
    "accent": "#0b4a57",
    "accent-soft": "#e2eff0",
    "warn": "#854a00",
    "good": "#1d6338",
    "danger": "#a11d1a",
}
"""The light colours of `web/static/style.css`, for paper and pictures."""
SCREEN = {name: f"var(--{name})" for name in PAPER}
"""The page's own colours: light, dark and print without drawing anew."""

LOCALES: Mapping[Language, str] = {"da": "da-DK", "en": "en-GB"}
IDLE = 300
"""Seconds after which a drawing process that nobody asks ends."""
PATIENCE = 30.0
"""Seconds for one chart, the start of the process included."""
SCALE = 2
"""Pixels of a PNG to each of the SVG."""


class NotDrawn(Exception):
    """A chart could not be drawn; the message says what the specification lacks."""


@dataclass(frozen=True)
class Chart:
    """What is to be drawn: the name of a specification, its rows, and whatever else it asks for."""

    name: str
    rows: Sequence[Row]
    values: Mapping[str, str | int | float | Sequence[str]] = field(default_factory=dict)


def svg(chart: Chart, language: Language, *, paper: bool = False) -> str:
    """The chart as SVG: in a page's own colours, or in those of paper. Raises NotDrawn."""
    return _drawn(_job(chart, language, PAPER if paper else SCREEN, paper))


def png(chart: Chart, language: Language) -> bytes:
    """The chart as a picture on white, with the letters that come along. Raises NotDrawn."""
    return picture_of(svg(chart, language, paper=True), SCALE)


def _job(chart: Chart, language: Language, inks: Mapping[str, str], paper: bool) -> dict[str, Any]:
    font = "Libertinus Serif" if paper else "system-ui, sans-serif"
    values: dict[str, Any] = {"rows": list(chart.rows), "font": font, **chart.values}
    text = (FOLDER / "charts" / f"{chart.name}.json").read_text(encoding="utf-8")
    spec = _fill(json.loads(text), inks, values)
    return {"spec": spec | {"config": _config(inks, font)}, "locale": LOCALES[language]}


def _fill(part: Any, inks: Mapping[str, str], values: Mapping[str, Any]) -> Any:
    if isinstance(part, dict):
        return {key: _fill(value, inks, values) for key, value in part.items()}
    if isinstance(part, list):
        return [_fill(value, inks, values) for value in part]
    if isinstance(part, str) and part[:1] == "@":
        return inks[part[1:]]
    if isinstance(part, str) and part[:1] == "$":
        return values[part[1:]]
    return part


def _config(inks: Mapping[str, str], font: str) -> dict[str, Any]:
    """What all charts share. The reader's sentence stands beside the picture, so no ARIA inside."""
    return {
        "aria": False,
        "background": None,
        "font": font,
        "view": {"stroke": None},
        "axis": {
            "labelColor": inks["quiet"],
            "labelFont": font,
            "labelFontSize": 13,
            "gridColor": inks["line"],
            "tickColor": inks["edge"],
            "domainColor": inks["edge"],
        },
        "legend": {
            "labelColor": inks["text"],
            "labelFont": font,
            "labelFontSize": 14,
            "columnPadding": 28,
            "symbolFillColor": inks["text"],
            "symbolStrokeColor": inks["text"],
        },
        "text": {"font": font},
    }


def _drawn(job: dict[str, Any]) -> str:
    return _ask(json.dumps(job))


@lru_cache(maxsize=64)
def _ask(line: str) -> str:
    """The answer of the drawing process; the same question is drawn once."""
    answer: dict[str, str] = json.loads(_process.ask(line))
    if "wrong" in answer:
        raise NotDrawn(answer["wrong"])
    return answer["made"]


class _Process:
    """The process that draws: started when it is needed, one question at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: subprocess.Popen[str] | None = None

    def ask(self, line: str) -> str:
        """One line in, one line out; a process that has ended is started anew once."""
        with self._lock:
            for _ in range(2):
                with suppress(BrokenPipeError):
                    if answer := self._try(line):
                        return answer
                self._end()
        raise NotDrawn("the drawing process gives no answer")

    def _try(self, line: str) -> str:
        if self._running is None or self._running.poll() is not None:
            self._end()
            self._running = subprocess.Popen(
                [sys.executable, "-m", "services.charts"],
                cwd=Path(__file__).parent.parent,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,  # Ctrl-C is for the program
                env={"TZ": "UTC", "PATH": "/usr/bin:/bin"},
            )
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        self._running.stdin.write(line + "\n")
        self._running.stdin.flush()
        watch = threading.Timer(PATIENCE, self._running.kill)
        watch.start()
        try:
            return self._running.stdout.readline()
        finally:
            watch.cancel()

    def _end(self) -> None:
        if self._running is None:
            return
        for pipe in (self._running.stdin, self._running.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        self._running.kill()
        self._running.wait()
        self._running = None


_process = _Process()


def serve(questions: IO[str], answers: IO[str]) -> None:
    """Answer until the program is gone or has not asked for a while."""
    while select.select([questions], [], [], IDLE)[0] and (line := questions.readline()):
        answers.write(json.dumps(_answer(json.loads(line))) + "\n")
        answers.flush()


def _answer(job: dict[str, Any]) -> dict[str, str]:
    import vl_convert as drawing  # 80 MB that only this process needs

    lite = "/vega-lite/" in job["spec"]["$schema"]
    draw = drawing.vegalite_to_svg if lite else drawing.vega_to_svg
    try:
        made = draw(
            job["spec"],
            allowed_base_urls=[],
            format_locale=job["locale"],
            time_format_locale=job["locale"],
        )
    except ValueError as error:
        return {"wrong": str(error)[:500]}
    return {"made": made}


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
