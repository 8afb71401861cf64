"""The `hotline` command."""

import asyncio
import gc
import json
import logging
import socket
import sys
from typing import Annotated

import structlog
import typer
from telegram.error import InvalidToken

from bot import commands_drill as commands_drill  # registers its command
from bot import commands_knowledge as commands_knowledge  # registers its commands
from bot import commands_print as commands_print
from bot import commands_report as commands_report
from bot import commands_sheet as commands_sheet
from bot.clock import Clock
from bot.practice import RealData
from bot.program import build
from bot.program import run as run_program
from bot.settings import Settings
from bot.terminal import app, fail, fail_to_write, open_database, settings_or_fail
from domain.errors import HotlineError
from domain.people import Role
from knowledge.errors import KnowledgeError
from models.migrate import CannotOpen
from models.people import person_named
from models.program import BOT_USERNAME, read_fact
from services import people, signin


@app.command()
def run() -> None:
    """Start everything: doors, worker, notifier, ticks and pages."""
    settings = settings_or_fail()
    log_to_stderr(settings.log_level)
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
    except CannotOpen as error:
        fail(f"HOTLINE_DATABASE_URL: {error}")
    except OSError as error:
        fail_to_write(settings.data_dir, "HOTLINE_DATA_DIR", error)
    except KeyboardInterrupt:
        typer.echo("")


def log_to_stderr(level: str) -> None:
    """What goes wrong is told on stderr, without the values of variables: people wrote them."""
    # A look that is left out while the one before it lasts is no trouble: the next does its work.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level.lower()),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper("iso"),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(),
                exception_formatter=structlog.dev.plain_traceback,
            ),
        ],
    )


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
    gc.disable()  # what is read now stays: looking through it for garbage is a third of the start
    program = await build(settings)
    gc.freeze()
    gc.enable()

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
    database = open_database(settings)
    try:
        async with database.write() as session:
            code = await people.invite(session, Clock().now(), role, name, company)
            return code, await read_fact(session, BOT_USERNAME)
    except people.CompanyMissing:
        fail("--company: an employer is always invited to a company; add --company NAME")
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
    database = open_database(settings)
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


def main() -> None:
    """The entry point; wrong words on the command line get one line and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except typer.TyperException as error:
        line = " ".join(str(error).split()).removeprefix("Value error, ").removesuffix(".")
        typer.echo(f"hotline: {line}; see hotline --help", err=True)
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(code or 0)
