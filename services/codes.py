"""Secret codes: 128 bits of chance, of which only the SHA-256 is ever stored."""

import hashlib
import secrets


def new_code() -> str:
    """22 characters of `A-Za-z0-9_-`: fits a Telegram start link (at most 64)."""
    return secrets.token_urlsafe(16)


def hash_code(code: str) -> str:
    """What is stored of a code. A plain hash suffices: 128 bits cannot be guessed (ASVS 6.5.2)."""
    return hashlib.sha256(code.encode()).hexdigest()
