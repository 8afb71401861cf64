"""What a sign-in at the municipality's own provider asks and may end with."""

import secrets
from dataclasses import dataclass

from domain.errors import HotlineError


class ProviderSilent(HotlineError):
    """The municipality's sign-in does not answer as it should."""

    key = "error-provider-silent"


class SignInRefused(HotlineError):
    """What came back was not the answer to what was asked, or the person changed their mind."""

    key = "error-sign-in-refused"


@dataclass(frozen=True)
class Asked:
    """What this browser asked, kept in its cookie until the answer comes."""

    state: str
    nonce: str
    verifier: str

    def as_cookie(self) -> str:
        """In a form that `read_question` reads back."""
        return ".".join((self.state, self.nonce, self.verifier))


def new_question() -> Asked:
    """Three secrets of 192 bits or more; the verifier's length is that of RFC 7636."""
    return Asked(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))


def read_question(cookie: str) -> Asked:
    """The question back from the cookie. Raises SignInRefused."""
    parts = cookie.split(".")
    if len(parts) != 3 or not all(parts):
        raise SignInRefused()
    return Asked(*parts)
