"""The commands that print: the handout, and any guide, as PDF."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlparse

import typer

from bot.settings import Settings
from bot.terminal import app, chosen_language, fail, fail_to_write, settings_or_fail
from knowledge.errors import KnowledgeError
from knowledge.guides import load_guides
from knowledge.handout import load_handout
from knowledge.helplines import load_helplines
from knowledge.library import FOLDER
from knowledge.situations import load_situations
from services import leaflets
from services.leaflets import Leaflet
from services.phrases import Phrases

Out = Annotated[Path, typer.Option(help="The PDF to write")]
Lang = Annotated[str, typer.Option(help="da or en")]


@app.command()
def handout(out: Out, lang: Lang = "da") -> None:
    """Print the handout for employers: what autism is, what help there is, how to reach us."""
    settings, language = settings_or_fail(), chosen_language(lang)
    phrases = words(settings)
    _write(settings, out, leaflets.handout(phrases, language, settings.public_url))


@app.command()
def guide(
    guide_id: Annotated[str, typer.Argument(metavar="ID", help="Such as sensory-environment")],
    out: Out,
    lang: Lang = "da",
) -> None:
    """Print one guide."""
    settings, language = settings_or_fail(), chosen_language(lang)
    phrases = words(settings)
    found = phrases.guides.get(guide_id)
    if found is None:
        fail(f"no guide is called {guide_id}; there are {', '.join(phrases.guides)}")
    _write(settings, out, leaflets.guide_leaflet(phrases, language, found, settings.public_url))


def words(settings: Settings) -> Phrases:
    """The words without the search, which no paper needs."""
    try:
        return Phrases(
            load_guides(FOLDER, settings.overlay),
            load_situations(FOLDER),
            settings.facts,
            helplines=load_helplines(FOLDER, settings.overlay),
            autism=load_handout(FOLDER, settings.overlay),
        )
    except KnowledgeError as error:
        fail(str(error))


def _write(settings: Settings, out: Path, leaflet: Leaflet) -> None:
    if urlparse(settings.public_url).hostname in ("127.0.0.1", "localhost", "::1"):
        typer.echo(
            "hotline: the code on the paper leads to this machine only; set HOTLINE_BASE_URL",
            err=True,
        )
    try:
        out.write_bytes(leaflets.make(leaflet))
    except OSError as error:
        fail_to_write(out, "--out", error)
    typer.echo(str(out))
