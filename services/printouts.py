"""What is to be printed: asked for in the conversation's transaction, made by a part of its own.

A printout that was asked for and committed is made, also after the program was killed: its row says
`wanted` until the files exist and the messages that carry them are queued.
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.errors import HotlineError
from domain.forms import Form
from domain.messages import Button, Message, column
from domain.people import Language
from domain.retry import backoff
from models.companies import Company
from models.database import Session
from models.people import Person
from models.printouts import (
    PhotoStatus,
    Printout,
    PrintoutStatus,
    SheetPhoto,
    printout_of,
    wanted_printouts,
)
from models.web import StoredFile
from services import cards
from services.messages import queue
from services.progress import Progress, draw_figures
from services.progress import content_of as progress_content
from services.sheets import Filled

TRIES = 5


@dataclass(frozen=True)
class Job:
    """A printout with the pictures that go on it: photo id -> (file, kind)."""

    printout: Printout
    pictures: dict[int, tuple[str, str]]


def photo_places(photos: Sequence[SheetPhoto]) -> dict[tuple[str, int], int]:
    """Where each photo belongs; of two at one place the later counts."""
    return {
        (photo.question_id, photo.step): photo.id or 0
        for photo in photos
        if photo.status != PhotoStatus.REFUSED
    }


def content_of(filled: Filled, form: Form, by: Person, now: datetime) -> cards.Content:
    """Everything on the paper for this sheet, at the version it has now."""
    sheet = filled.sheet
    agreed = sheet.approved_revision == sheet.revision
    known = {question.id for question in form.questions}
    return cards.build(
        form,
        filled.answers,
        sheet.language,
        now,
        version=sheet.version,
        asks=by.name,
        photos=photo_places(filled.photos),
        approved_with=sheet.approved_with,
        approved_at=sheet.approved_at if agreed else None,
        company=filled.company,
        typed_by=filled.typed_by if form.belongs_to_citizen else "",
        former=[
            (row.label, as_text(json.loads(row.value)))
            for row in filled.rows
            if row.question_id not in known
        ],
    )


def as_text(value: Any) -> str:
    """An answer without its question: lists one line each, nothing for what is not known."""
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


async def want(
    session: Session, now: datetime, by: Person, filled: Filled, paper: str, chat_key: str
) -> Printout:
    """Ask for a printout to be sent to this chat; the same state printed before is sent at once.

    A sheet that has changed since it was last printed gets its next version.
    """
    sheet, form = filled.sheet, filled.form
    if form is None:
        raise HotlineError("form is gone")
    if sheet.printed_revision != sheet.revision:
        sheet.version += 1
        sheet.printed_revision = sheet.revision
        session.add(sheet)
    made = await printout_of(session, filled.sheet_id, sheet.revision, paper)
    if made:
        send(session, now, made, chat_key)
        return made
    content = content_of(filled, form, by, now)
    printout = _wanted(now, chat_key, content, form.template, paper)
    printout.sheet_id, printout.company_id = filled.sheet_id, sheet.company_id
    printout.version, printout.revision = sheet.version, sheet.revision
    printout.name = cards.file_name(content, paper, sheet.version)
    session.add(printout)
    return printout


async def want_day_plan(
    session: Session,
    now: datetime,
    by: Person,
    sheets: Sequence[Filled],
    language: Language,
    chat_key: str,
) -> Printout:
    """Ask for several cards as one list by time."""
    contents = [content_of(filled, filled.form, by, now) for filled in sheets if filled.form]
    plan = cards.day_plan(contents, language, now)
    company = await session.get(Company, by.company_id) if by.company_id else None
    printout = _wanted(now, chat_key, plan, "day-plan", "a4")
    printout.company_id = company.id if company else None
    printout.name = cards.file_name(plan, "a4", 0)
    session.add(printout)
    return printout


def _wanted(
    now: datetime, chat_key: str, content: cards.Content, template: str, paper: str
) -> Printout:
    return Printout(
        chat_key=chat_key,
        version=0,
        revision=0,
        paper=paper,
        template=template,
        name="",
        content=json.dumps(content, ensure_ascii=False),
        pdf_id=secrets.token_urlsafe(16),
        picture_id=secrets.token_urlsafe(16),
        wanted_at=now,
    )


def want_progress(
    session: Session, now: datetime, progress: Progress, language: Language, chat_key: str
) -> Printout:
    """Ask for a placement's progress as a picture and on paper."""
    content = progress_content(progress, language, now)
    printout = _wanted(now, chat_key, content, "progress", "a4")
    printout.company_id = progress.placement.company_id
    printout.name = cards.file_name(content, "a4", 0)
    session.add(printout)
    return printout


async def next_jobs(session: Session, now: datetime, limit: int) -> list[Job]:
    """What is to be printed now, with the pictures that are ready."""
    jobs = []
    for printout in await wanted_printouts(session, now, limit):
        ids = {photo for photo in _photos_in(json.loads(printout.content)) if photo}
        rows = [await session.get(SheetPhoto, photo_id) for photo_id in ids]
        ready = {
            row.id or 0: (row.picture_id, row.kind)
            for row in rows
            if row and row.status == PhotoStatus.READY
        }
        jobs.append(Job(printout, ready))
    return jobs


def _photos_in(content: cards.Content) -> list[int]:
    slots = content.get("slots", [])
    lines = [line for slot in slots for line in slot["lines"]]
    return [part["photo"] for part in [*slots, *lines]]


def with_pictures(job: Job) -> cards.Content:
    """The content with each photo's file in its place, and its charts drawn; a photo that is no
    use is left out. Takes up to two seconds with charts: call it in a thread."""
    content: cards.Content = json.loads(job.printout.content)
    draw_figures(content)
    slots = content.get("slots", [])
    for part in [*slots, *(line for slot in slots for line in slot["lines"])]:
        file, kind = job.pictures.get(part["photo"] or 0, ("", ""))
        part["photo"] = {"file": f"/{file}", "format": kind} if file else ""
    return content


async def made(
    session: Session, now: datetime, printout_id: int, pdf_size: int, picture_size: int
) -> None:
    """The files lie in the data folder: say so, and send them."""
    printout = await session.get_one(Printout, printout_id)
    if printout.status == PrintoutStatus.MADE:
        return
    for file_id, ending, kind, size in (
        (printout.pdf_id, "pdf", "application/pdf", pdf_size),
        (printout.picture_id, "png", "image/png", picture_size),
    ):
        session.add(
            StoredFile(
                id=file_id,
                chat_key=printout.chat_key,
                name=f"{printout.name}.{ending}",
                media_type=kind,
                size=size,
                created_at=now,
            )
        )
    printout.status, printout.made_at = PrintoutStatus.MADE, now
    session.add(printout)
    await session.flush()
    send(session, now, printout, printout.chat_key)


def send(session: Session, now: datetime, printout: Printout, chat_key: str) -> None:
    """Queue the picture and the PDF, with what can be done next under the PDF."""
    content = json.loads(printout.content)
    title = content["title"]
    queue(
        session,
        now,
        chat_key,
        Message("printed-picture", {"title": title}, document=printout.picture_id),
    )
    sheet_id = printout.sheet_id
    theirs = printout.template == "evaluation"
    buttons = []
    if sheet_id:
        if printout.template == "task-card" and printout.paper == "a4":
            buttons.append(Button("button-print-a5", f"print:{sheet_id}:a5"))
        yes = "button-to-citizen" if theirs else "button-employee-yes"
        buttons.append(Button(yes, f"yes:{sheet_id}"))
        if not theirs:
            buttons.append(Button("button-change", f"change:{sheet_id}"))
    buttons.append(Button("button-menu", "menu"))
    whole = "printed-copy" if theirs and content.get("owner") else "printed"
    key = "printed-draft" if content.get("draft") else whole
    params: dict[str, str] = {"title": title, "foot": content["foot"]}
    if content.get("draft"):
        params["missing"] = content["missing"]
    queue(session, now, chat_key, Message(key, params, column(*buttons), document=printout.pdf_id))


async def not_made(session: Session, now: datetime, printout_id: int, error: Exception) -> None:
    """A text that does not fit is for its writer; anything else is tried again, and then said."""
    printout = await session.get_one(Printout, printout_id)
    session.add(printout)
    printout.attempts += 1
    kind = isinstance(error, HotlineError)
    if not kind and printout.attempts < TRIES:
        printout.not_before = now + backoff(printout.attempts)
        return
    printout.status, printout.failure = PrintoutStatus.FAILED, type(error).__name__
    key = error.key if isinstance(error, HotlineError) else "error-not-printed"
    params = {"title": json.loads(printout.content)["title"]}
    params |= error.params if isinstance(error, HotlineError) else {}
    buttons = [Button("button-menu", "menu")]
    if printout.sheet_id:
        buttons.insert(0, Button("button-change", f"change:{printout.sheet_id}"))
    queue(session, now, printout.chat_key, Message(key, params, column(*buttons)))
