"""Import of companies and placements: a file, a look at it, and then all of it or nothing."""

import asyncio
import secrets
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.errors import HotlineError
from services import imports, signin
from services.imports import LISTS, Checked, Known
from services.spreadsheets import csv_text
from web.browser import desk_of
from web.room import show
from web.signing import check_form, staff_of_request

PATH = "/review/import"
SHOWN = 100
MOST_JOBS = 5
"""Files that are looked at at one time; the oldest gives way."""


@dataclass
class Job:
    """A file that is being looked at. It lives in memory only: after a restart it is sent again."""

    kind: str
    owner: int
    done: int = 0
    rows: int = 0
    checked: Checked | None = None
    problem: HotlineError | None = None
    stored: int = 0
    task: asyncio.Task[None] | None = None


def _jobs(request: Request) -> dict[str, Job]:
    if not hasattr(request.app.state, "imports"):
        request.app.state.imports = {}
    jobs: dict[str, Job] = request.app.state.imports
    return jobs


async def show_form(request: Request) -> Response:
    """Which list, and the file."""
    person = signin.reviewers_only(await staff_of_request(request))
    return show(request, "import.html", person, "placements", job=None, shown=[])


async def template(request: Request) -> Response:
    """An empty list with the right headings."""
    signin.reviewers_only(await staff_of_request(request))
    kind = request.path_params["kind"]
    if kind not in LISTS:
        raise HTTPException(404)
    text = csv_text([[names[0] for names in LISTS[kind].values()]], semicolons=True)
    headers = {"Content-Disposition": f'attachment; filename="{kind}.csv"'}
    return Response(text.encode("utf-8-sig"), media_type="text/csv", headers=headers)


async def take(request: Request) -> Response:
    """Take a file and begin to look at it."""
    person = signin.reviewers_only(await staff_of_request(request))
    await check_form(request)
    desk, form = desk_of(request), await request.form()
    file, kind = form.get("file"), str(form.get("kind"))
    if not isinstance(file, UploadFile) or kind not in LISTS:
        raise imports.CannotRead()
    content = await file.read()
    async with desk.database.read() as session:
        known = await imports.what_is_known(session, person)
    jobs, name = _jobs(request), secrets.token_urlsafe(12)
    while len(jobs) >= MOST_JOBS:
        del jobs[next(iter(jobs))]
    job = jobs[name] = Job(kind, person.id or 0)
    job.task = asyncio.create_task(_look(job, content, known))
    return RedirectResponse(f"{PATH}/{name}", 303)


async def _look(job: Job, content: bytes, known: Known) -> None:
    """Read and check in a thread, so that everybody else is answered meanwhile."""

    def progress(done: int, rows: int) -> None:
        job.done, job.rows = done, rows

    def look() -> Checked:
        return imports.check(job.kind, imports.read(content), known, progress)

    try:
        job.checked = await asyncio.to_thread(look)
    except HotlineError as problem:
        job.problem = problem


async def show_job(request: Request) -> Response:
    """How far it is; then what is wrong, or the button that stores all."""
    person = signin.reviewers_only(await staff_of_request(request))
    job = _jobs(request).get(request.path_params["job"])
    if job is None or job.owner != person.id:
        return RedirectResponse(PATH, 303)
    problems = job.checked.problems if job.checked else []
    return show(
        request,
        "import.html",
        person,
        "placements",
        job=job,
        name=request.path_params["job"],
        shown=problems[:SHOWN],
    )


async def confirm(request: Request) -> Response:
    """Store all of it, in one transaction."""
    person = signin.reviewers_only(await staff_of_request(request))
    await check_form(request)
    desk, name = desk_of(request), request.path_params["job"]
    job = _jobs(request).get(name)
    if job is None or job.owner != person.id or job.checked is None or job.stored:
        return RedirectResponse(PATH, 303)
    async with desk.database.write() as session:
        stored = await imports.store(session, desk.now(), person, job.checked)
    job.stored = stored
    job.checked = Checked(job.kind)
    return RedirectResponse(f"{PATH}/{name}", 303)


def import_routes() -> list[Route]:
    """The form, the template, and a file on its way."""
    return [
        Route(PATH, show_form),
        Route(PATH, take, methods=["POST"]),
        Route(f"{PATH}/template/{{kind}}", template),
        Route(f"{PATH}/{{job}}", show_job),
        Route(f"{PATH}/{{job}}", confirm, methods=["POST"]),
    ]
