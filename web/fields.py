"""What stands in the fields of a form, read and cleaned."""

from datetime import date

from starlette.datastructures import FormData

from domain.dates import full_day
from domain.errors import HotlineError
from web.browser import whole_number

LINE = 200  # characters
TEXT = 2000


class NoDay(HotlineError):
    """A field for a day that holds something else."""

    key = "error-form-day"


class NoNumber(HotlineError):
    """A field for a number that holds something else."""

    key = "error-form-number"


def line(form: FormData, name: str, longest: int = LINE) -> str:
    """One line of text."""
    return " ".join(text(form, name, longest).split())


def text(form: FormData, name: str, longest: int = TEXT) -> str:
    """Text of several lines."""
    value = form.get(name)
    plain = value if isinstance(value, str) else ""
    plain = plain.encode("utf-8", "replace").decode().replace("\0", "").replace("\r\n", "\n")
    return plain.strip()[:longest]


def day(form: FormData, name: str) -> date | None:
    """A day, or nothing where the field is empty. Raises NoDay."""
    written = line(form, name)
    try:
        return full_day(written) if written else None
    except ValueError:
        raise NoDay(written=written) from None


def number(form: FormData, name: str) -> float | None:
    """A number with comma or point, or nothing where the field is empty. Raises NoNumber."""
    written = line(form, name)
    try:
        return float(written.replace(",", ".")) if written else None
    except ValueError:
        raise NoNumber(written=written) from None


def row_id(form: FormData, name: str) -> int | None:
    """The id of a chosen row, or nothing."""
    return whole_number(line(form, name)) or None
