"""Makes PDF and PNG with typst: tagged, checked against PDF/UA while it is written.

Nothing here touches the database. `make` takes about 100 ms of one core; call it in a thread.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from domain.errors import HotlineError
from knowledge.library import FOLDER

Paper = Literal["a4", "a5", "phone"]
PHONE_WIDTH = 800
"""Pixels of the picture for a phone, 100 mm wide on paper."""

TOO_LONG = "too long for one page"
SHRUNK = 700
"""Pixels of a large photo's longer side on paper: 300 to the inch at 6 cm."""
LARGE = 600_000
"""Bytes above which a photo is made smaller."""

_STARTS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"GIF8": "gif"}


class TooLongForPage(HotlineError):
    """The texts do not fit the page even at the smallest size; `label` names the longest one."""

    key = "error-too-long-for-page"


class PictureRefused(HotlineError):
    """Not a picture that can be printed."""

    key = "error-picture-refused"


@dataclass(frozen=True)
class Made:
    """What was printed: the PDF, and the picture for the phone."""

    pdf: bytes
    picture: bytes


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts that come with typst, so that paper looks the same everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def template(name: str, overlay: Path | None = None) -> str:
    """A template with what all of them share in front; a municipality's own file comes first."""

    def text(part: str) -> str:
        own = overlay / "print" / part if overlay else None
        path = own if own and own.is_file() else FOLDER / "print" / part
        return path.read_text(encoding="utf-8")

    return text("common.typ") + "\n" + text(f"{name}.typ")


def make(content: dict[str, Any], source: str, paper: Paper, files: Path) -> Made:
    """Print: the PDF on this paper and the picture for a phone. Photos are read from `files`.

    Raises TooLongForPage.
    """
    made = pdf(content, source, paper, files)
    picture = _compile(content, source, "phone", files, format="png", ppi=PHONE_WIDTH / 100 * 25.4)
    return Made(made, picture)


def pdf(content: dict[str, Any], source: str, paper: Paper = "a4", files: Path = FOLDER) -> bytes:
    """The PDF alone. Raises TooLongForPage."""
    return _compile(content, source, paper, files, format="pdf", pdf_standards=["ua-1"])


def _compile(
    content: dict[str, Any], source: str, paper: Paper, files: Path, **wanted: Any
) -> bytes:
    inputs = {"content": json.dumps(content, ensure_ascii=False), "paper": paper}
    try:
        return _typeset(source.encode(), files, inputs, **wanted)
    except typst.TypstError as error:
        if TOO_LONG in error.message:
            raise TooLongForPage(label=longest(content)) from None
        raise


def _typeset(source: bytes, files: Path, inputs: dict[str, str], **wanted: Any) -> bytes:
    """One run of typst; of several pictures, the first page's."""
    made: Any = typst.compile(
        source,
        root=files,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        **wanted,
    )
    first: bytes = made[0] if isinstance(made, list) else made
    return first


def longest(content: dict[str, Any]) -> str:
    """The heading of the longest text: the one to shorten."""
    lengths: dict[str, int] = {
        slot["label"]: len(slot["text"]) + sum(len(line["text"]) + 20 for line in slot["lines"])
        for slot in content["slots"]
    }
    return max(lengths, key=lengths.__getitem__)


def picture_kind(start: bytes) -> str:
    """`jpg`, `png`, `gif` or `webp` by a file's first bytes. Raises PictureRefused."""
    for mark, kind in _STARTS.items():
        if start.startswith(mark):
            return kind
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "webp"
    raise PictureRefused()


def prepare(path: Path) -> tuple[str, bytes]:
    """Look whether a photo can be printed: its kind, and its bytes made smaller where it is large
    (else none). Raises PictureRefused."""
    with path.open("rb") as file:
        kind = picture_kind(file.read(16))
    large = path.stat().st_size > LARGE
    source, inputs = _SHRINK if large else _LOOK, {"file": f"/{path.name}", "kind": kind}
    try:
        made = _typeset(source, path.parent, inputs, format="png", ppi=72.0)
    except typst.TypstError:
        raise PictureRefused() from None
    return ("png", made) if large else (kind, b"")


def picture_of(svg: str, scale: float) -> bytes:
    """A drawing as PNG on white, `scale` pixels to each of its own, with the embedded fonts."""
    return _typeset(_DRAWING, FOLDER, {"svg": svg}, format="png", ppi=72.0 * scale)


_DRAWING = (
    b"#set page(width: auto, height: auto, margin: 8pt, fill: white)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", alt: "")'
)
_IMAGE = 'image(sys.inputs.file, format: sys.inputs.kind, alt: "", {size})'
_LOOK = (
    f"#set page(width: 9pt, height: 9pt, margin: 0pt)\n#{_IMAGE.format(size='width: 1pt')}".encode()
)
_SHRINK = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    f"#{_IMAGE.format(size=f'width: {SHRUNK}pt')}"
).encode()
