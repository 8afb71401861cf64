"""Finds the guides for a message, in the employer's own words: in-process, without a network.

The search is fitted from the knowledge folder and kept in a cache named by a hash of what it was
fitted from, so a changed folder is fitted anew and an unchanged one is ready in a moment.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.index import FORMAT, Answer, Index, Suggestion, from_bytes

__all__ = ["Answer", "Index", "Suggestion", "cached", "fit", "load", "newest"]

KEPT = 3  # indexes in the cache, about 20 MB each: going back to older knowledge is then quick
FIT_SECONDS = 600  # a fit takes up to a minute; beyond this something is wrong
_PATTERNS = ("guides/*.md", "examples/*/*.txt", "everyday.toml")
PROJECT = Path(__file__).resolve().parent.parent


def fit(folder: Path, overlay: Path | None = None) -> Index:
    """Fit here and now; needs scikit-learn and takes up to a minute."""
    from knowledge.fitting import fit_index  # the running program must not carry scikit-learn

    return fit_index(folder, overlay)


def load(folder: Path, cache_dir: Path, overlay: Path | None = None) -> Index:
    """The index of this knowledge, from the cache or fitted in a process of its own.

    May take a minute: run it in a thread beside the old index (`cached`, `newest`).
    Raises KnowledgeError when the knowledge cannot be used.
    """
    found = cached(folder, cache_dir, overlay)
    if found is not None:
        return found
    command = fit_command(folder, cache_dir, overlay)
    done = subprocess.run(
        command, cwd=PROJECT, capture_output=True, text=True, timeout=FIT_SECONDS, check=False
    )
    return fitted(folder, cache_dir, overlay, done.stderr)


def fit_command(folder: Path, cache_dir: Path, overlay: Path | None = None) -> list[str]:
    """The command that fits the search into the cache, to be run in `PROJECT`."""
    cache_dir.mkdir(parents=True, exist_ok=True)
    path = _cache_file(folder, cache_dir, overlay).resolve()
    command = [sys.executable, "-m", "knowledge.fitting", str(folder.resolve()), str(path)]
    return [*command, str(overlay.resolve())] if overlay is not None else command


def fitted(folder: Path, cache_dir: Path, overlay: Path | None, complaint: str) -> Index:
    """What the command has left in the cache. Raises KnowledgeError with its last complaint."""
    found = cached(folder, cache_dir, overlay)
    if found is None:
        last = complaint.strip().splitlines()[-1:] or ["the fit left no index"]
        raise KnowledgeError(folder.name, "search", last[0])
    return found


def cached(folder: Path, cache_dir: Path, overlay: Path | None = None) -> Index | None:
    """The index of exactly this knowledge if the cache has it, in less than half a second."""
    return _read(_cache_file(folder, cache_dir, overlay))


def newest(cache_dir: Path) -> Index | None:
    """The latest index of any knowledge, to serve with while a new one is being fitted."""
    found = (_read(path) for path in _by_age(cache_dir))
    return next((index for index in found if index is not None), None)


def knowledge_hash(folder: Path, overlay: Path | None = None) -> str:
    """Changes when anything changes that the search is fitted from, the program included."""
    digest = hashlib.sha256(f"format {FORMAT}".encode())
    own = [
        PROJECT / "knowledge" / f"{name}.py"
        for name in ("fitting", "features", "everyday", "index")
    ]
    for path in own:
        digest.update(path.read_bytes())
    for root in (folder, overlay):
        for path in sorted(p for pattern in _PATTERNS for p in root.glob(pattern)) if root else ():
            digest.update(f"\0{path.relative_to(root)}\0".encode())  # type: ignore[arg-type]
            digest.update(path.read_bytes())
        digest.update(b"\0\0")
    return digest.hexdigest()[:20]


def _cache_file(folder: Path, cache_dir: Path, overlay: Path | None) -> Path:
    return cache_dir / f"search-{knowledge_hash(folder, overlay)}.npz"


def _by_age(cache_dir: Path) -> list[Path]:
    """The indexes in the cache, the newest first."""
    paths = cache_dir.glob("search-*.npz")
    return sorted(paths, key=lambda path: path.stat().st_mtime, reverse=True)


def _read(path: Path) -> Index | None:
    try:
        return from_bytes(path.read_bytes())
    except (OSError, ValueError, KeyError):
        return None  # missing, or of another format: it is fitted anew
