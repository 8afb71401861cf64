"""The `hotline` command."""

import asyncio
import json
import socket
import sys
from typing import Annotated, NoReturn

import structlog
import typer
from telegram.error import InvalidToken

from bot.clock import Clock
from bot.practice import RealData
from bot.program import build
from bot.program import run as run_program
from bot.settings import Settings, SettingsError, load_settings
from bot.sheet_command import sheet
from domain.errors import HotlineError
from domain.people import Role
from knowledge.errors import KnowledgeError
from models.database import Database
from models.migrate import migrate
from models.people import person_named
from models.program import read_fact
from services import people, signin

app = typer.Typer(
    help="HV-linjen: a chat hotline for workplaces.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def fail(line: str) -> NoReturn:
    """One line on what is wrong, exit code 2."""
    typer.echo(f"hotline: {' '.join(line.split())}", err=True)
    raise typer.Exit(2)


def settings_or_fail() -> Settings:
    """The settings, or one line that names the wrong one."""
    try:
        return load_settings()
    except SettingsError as error:
        fail(str(error))


@app.command()
def run() -> None:
    """Start everything: doors, worker, notifier, ticks and pages."""
    settings = settings_or_fail()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level.lower()),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    listener = _listen(settings)
    try:
        with asyncio.Runner(loop_factory=_loop) as runner:
            runner.run(_run(settings, listener))
    except InvalidToken:
        fail("TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it from @BotFather again")
    except RealData:
        fail("HOTLINE_DATABASE_URL: this database holds real data; practice mode will not touch it")
    except KnowledgeError as error:
        fail(str(error))
    except OSError as error:
        fail(f"HOTLINE_DATA_DIR: cannot write in {settings.data_dir}: {error.strerror or error}")
    except KeyboardInterrupt:
        typer.echo("")


def _loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(128)
    except OSError as error:
        fail(
            f"HOTLINE_PORT: cannot listen on {settings.host}:{settings.port} "
            f"({error.strerror}); is the hotline running already? choose another port"
        )
    return listener


async def _run(settings: Settings, listener: socket.socket) -> None:
    program = await build(settings)

    def ready() -> None:
        host, port = listener.getsockname()[:2]
        address = settings.base_url or f"http://{host}:{port}"
        mode = "practice, invented people only" if settings.practice_mode else "live"
        typer.echo(f"HV-linjen is open ({mode}): {address}")

    await run_program(program, listener, ready)


@app.command()
def invite(
    role: Annotated[Role, typer.Argument(help="employer, specialist or reviewer")],
    name: Annotated[str, typer.Option(help="First name of the person")],
    company: Annotated[str, typer.Option(help="For an employer: the company")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Make an invitation and print its links. The code is shown only now."""
    settings = settings_or_fail()
    code, username = asyncio.run(_invite(settings, role, name, company))
    found = {
        "code": code,
        "web_link": f"{settings.public_url}/i/{code}",
        "telegram_link": f"https://t.me/{username}?start={code}" if username else "",
    }
    if as_json:
        typer.echo(json.dumps(found))
    else:
        typer.echo("\n".join(f"{key}: {value}" for key, value in found.items() if value))


async def _invite(settings: Settings, role: Role, name: str, company: str) -> tuple[str, str]:
    database = _open(settings)
    try:
        async with database.write() as session:
            code = await people.invite(session, Clock().now(), role, name, company)
            return code, await read_fact(session, "bot-username")
    except HotlineError as error:
        fail(f"--company: {error}")
    finally:
        await database.close()


@app.command("login-link")
def login_link(
    name: Annotated[str, typer.Argument(help="Name of a specialist or reviewer")],
) -> None:
    """Print a link that signs somebody in to the review pages, once."""
    settings = settings_or_fail()
    typer.echo(f"{settings.public_url}/login/{asyncio.run(_login_link(settings, name))}")


async def _login_link(settings: Settings, name: str) -> str:
    database = _open(settings)
    try:
        async with database.write() as session:
            person = await person_named(session, name)
            if person is None:
                fail(f"nobody here is called {name}; see the people on the review pages")
            return signin.login_link(session, Clock().now(), person)
    except HotlineError:
        fail(f"{name} is an employer; the review pages are for specialists and reviewers")
    finally:
        await database.close()


def _open(settings: Settings) -> Database:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        migrate(settings.database, Clock().now())
    except OSError as error:
        fail(f"HOTLINE_DATA_DIR: cannot write in {settings.data_dir}: {error.strerror or error}")
    return Database(settings.database)


app.command()(sheet)


def main() -> None:
    """The entry point; wrong words on the command line get one line and exit code 2."""
    app()
