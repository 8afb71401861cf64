"""Files in the web chat: which are taken, where they lie, and who gets them."""

import pytest

from models.web import StoredFile
from tests.web.office import Chatting, Office
from web.protection import FILE_LIMIT
from web.uploads import LARGEST, FileNotTaken, media_type

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 20
HEIC = b"\0\0\0\x18ftypheic" + b"0" * 20
WEBP = b"RIFF1234WEBP" + b"0" * 20
PDF = b"%PDF-1.7\n"


async def sent(office: Office, chat: Chatting, name: str, content: bytes) -> StoredFile:
    assert (await chat.sends_file(name, content)).json() == {"ok": True}
    file_id = (await chat.lines())[-1]["file"]["id"]
    async with office.desk.database.read() as session:
        return await session.get_one(StoredFile, file_id)


async def test_a_picture_is_stored_and_can_be_fetched_back(office: Office) -> None:
    async with office.chatting() as mette:
        file = await sent(office, mette, "Køkken æøå.PNG", PNG)
        assert (file.media_type, file.size, file.chat_key) == ("image/png", len(PNG), mette.key)
        assert (office.desk.files / file.id).read_bytes() == PNG
        answer = await mette.browser.get(f"/chat/file/{file.id}")
        assert answer.content == PNG
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "no-store" in answer.headers["cache-control"]


async def test_nobody_else_gets_it_unless_it_stands_in_their_chat(office: Office) -> None:
    async with office.chatting() as mette, office.chatting() as anna:
        file = await sent(office, mette, "plan.pdf", PDF)
        assert (await anna.browser.get(f"/chat/file/{file.id}")).status_code == 404
        shown = {"id": file.id, "name": file.name}
        await office.says(anna.key, "Mette sender en fil", 1, file=shown)
        assert (await anna.browser.get(f"/chat/file/{file.id}")).content == PDF


async def test_a_file_that_is_unknown_or_gone_is_a_kind_404(office: Office) -> None:
    async with office.chatting() as mette:
        file = await sent(office, mette, "plan.pdf", PDF)
        (office.desk.files / file.id).unlink()
        for name in (file.id, "nothing", "..%2Ftest.db", "%2e%2e"):
            answer = await mette.browser.get(f"/chat/file/{name}")
            assert answer.status_code == 404
            assert "Siden findes ikke" in answer.text


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("a.jpg", JPEG, "image/jpeg"),
        ("a.jpeg", PNG, "image/png"),
        ("a.HEIC", HEIC, "image/heic"),
        ("a.webp", WEBP, "image/webp"),
        ("a.pdf", PDF, "application/pdf"),
        ("a.txt", b"hej", "text/plain"),
        ("a.m4a", b"x", "audio/mp4"),
        ("a.odt", b"PK", "application/vnd.oasis.opendocument.text"),
    ],
)
def test_files_that_are_taken(name: str, start: bytes, kind: str) -> None:
    assert media_type(name, start) == kind


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.exe", b"MZ"),
        ("a.html", b"<html>"),
        ("a.svg", b"<svg/>"),
        ("a.png", b"<script>"),
        ("a.jpg", b"MZ"),
        ("a.pdf", b"<html>"),
        ("a.png.js", PNG),
        ("a", PNG),
        ("", PNG),
    ],
)
def test_files_that_are_refused(name: str, start: bytes) -> None:
    with pytest.raises(FileNotTaken):
        media_type(name, start)


async def test_a_refused_file_gets_a_kind_sentence_and_leaves_no_trace(office: Office) -> None:
    async with office.chatting() as mette:
        for name, content in (("virus.exe", b"MZ"), ("tom.png", b""), ("x.png", b"MZ")):
            answer = await mette.sends_file(name, content)
            assert answer.status_code == 400
            assert "Send et billede" in answer.json()["error"]
        assert (await mette.browser.post("/chat/file", headers=mette.headers)).status_code == 400
        assert await mette.lines() == []
        assert list(office.desk.files.iterdir()) == []


async def test_a_file_that_is_too_large_is_refused(office: Office) -> None:
    async with office.chatting() as mette:
        answer = await mette.sends_file("stor.txt", b"x" * (LARGEST + 1))
        assert answer.status_code == 400
        assert "20 MB" in answer.json()["error"]
        answer = await mette.sends_file("større.txt", b"x" * (FILE_LIMIT + 1))
        assert answer.status_code == 413
        assert "20 MB" in answer.json()["error"]
        assert list(office.desk.files.iterdir()) == []


async def test_a_body_without_announced_size_is_counted(office: Office) -> None:
    async def endless():
        for _ in range(40):
            yield b"x" * 10_000

    async with office.chatting() as mette:
        answer = await mette.browser.post("/chat/send", content=endless(), headers=mette.headers)
        assert answer.status_code == 413


async def test_names_keep_no_paths_no_control_letters_and_no_cpr(office: Office) -> None:
    async with office.chatting() as mette:
        file = await sent(office, mette, "C:\\fakepath\\..\\plan 010190-1234\x07.pdf", PDF)
        assert "010190" not in file.name
        assert "\\" not in file.name
        assert file.name.endswith(".pdf")
        long = await sent(office, mette, "x" * 300 + ".pdf", PDF)
        assert long.name == "x" * 100 + ".pdf"
