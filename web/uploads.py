"""Files that come and go in the web chat: what may be sent, where it lies, and who gets it."""

import asyncio
import os
import secrets
import shutil
from pathlib import Path, PurePath
from typing import BinaryIO

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from domain.errors import HotlineError, NotFound
from domain.masking import mask
from models.database import Session
from models.web import StoredFile, lines_after
from services.files import LARGEST, FileTooLarge
from web.browser import desk_of
from web.desk import Desk
from web.feeds import BATCH, as_json

NAME_LIMIT = 100

_IMAGES = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_OTHERS = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".aac": "audio/aac",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".odt": f"{_OPEN}.text",
    ".ods": f"{_OPEN}.spreadsheet",
    ".odp": f"{_OPEN}.presentation",
}
ACCEPT = ",".join(sorted(_IMAGES | _OTHERS.keys()))
"""For the file dialog."""


class FileNotTaken(HotlineError):
    """A kind of file that we do not take, or that is not what its name says."""

    key = "web-file-refused"


def media_type(name: str, start: bytes) -> str:
    """What the file is, by its name and its first bytes. Raises FileNotTaken."""
    ending = PurePath(name).suffix.lower()
    if ending in _IMAGES:
        found = _image(start)
    elif ending == ".pdf" and b"%PDF-" not in start:
        found = ""
    else:
        found = _OTHERS.get(ending, "")
    if not found:
        raise FileNotTaken()
    return found


def _image(start: bytes) -> str:
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    if start[4:8] == b"ftyp" and start[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1"):
        return "image/heic"
    return ""


async def store(request: Request, chat_key: str) -> StoredFile:
    """Put the file of this request into the data folder. Raises FileNotTaken, FileTooLarge."""
    desk = desk_of(request)
    async with request.form(max_files=1, max_fields=2) as form:
        sent = form.get("file")
        if not isinstance(sent, UploadFile) or not sent.size:
            raise FileNotTaken()
        if sent.size > LARGEST:
            raise FileTooLarge()
        kind = media_type(sent.filename or "", await sent.read(1024))
        await sent.seek(0)
        file_id = secrets.token_urlsafe(16)
        await asyncio.to_thread(_write, desk.files / file_id, sent.file)
        return StoredFile(
            id=file_id,
            chat_key=chat_key,
            name=_safe_name(sent.filename or ""),
            media_type=kind,
            size=sent.size,
            created_at=desk.now(),
        )


def _write(target: Path, source: BinaryIO) -> None:
    """Copy to the disk, and be sure that it is there before the row says so."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())


def _safe_name(name: str) -> str:
    """The last part of the name, printable, not too long, its ending kept; no CPR number in it."""
    plain = PurePath(name.replace("\\", "/").encode("utf-8", "replace").decode()).name
    path = PurePath(mask("".join(c for c in plain if c.isprintable())).text)
    return path.stem[:NAME_LIMIT] + path.suffix


async def give(request: Request, chat_key: str, file_id: str) -> Response:
    """A file for whoever sent it or got it in this chat. Raises NotFound for all others."""
    desk = desk_of(request)
    async with desk.database.read() as session:
        file = await session.get(StoredFile, file_id)
        if file is None or not await _belongs(session, file, chat_key):
            raise NotFound()
    return serve(desk, file)


def serve(desk: Desk, file: StoredFile) -> Response:
    """The file, to be kept by whoever opens it. Raises NotFound where it is gone."""
    path = desk.files / file.id
    if not path.is_file():
        raise NotFound()
    headers = {"Cache-Control": "private, no-store"}
    return FileResponse(
        path,
        media_type=file.media_type,
        filename=file.name,
        content_disposition_type="attachment",
        headers=headers,
    )


async def _belongs(session: Session, file: StoredFile, chat_key: str) -> bool:
    if file.chat_key == chat_key:
        return True
    after = 0
    while lines := await lines_after(session, chat_key, after, BATCH):
        if any(as_json(line).get("file", {}).get("id") == file.id for line in lines):
            return True
        after = lines[-1].id or 0
    return False
