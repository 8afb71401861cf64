"""The other side of a measurement: a fake Telegram in a process of its own, and the hotline in
another, both on loopback."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOKEN = "123456:" + "x" * 30
ROOT = Path(__file__).parent.parent


class Server:
    """The fake Telegram's controls."""

    def __init__(self, address: str) -> None:
        self.address = address

    def control(self, what: str, body: Any = None) -> dict[str, Any]:
        data = json.dumps(body).encode() if body is not None else None
        with urllib.request.urlopen(f"{self.address}/control/{what}", data, timeout=60) as answer:
            return json.load(answer)

    def push(self, updates: list[dict[str, Any]]) -> None:
        self.control("push", updates)

    def count(self) -> int:
        return self.control("count")["count"]

    def settle(self, quiet: float = 1.5, limit: float = 300) -> tuple[int, float]:
        """Wait until nothing waits and nothing has been sent for a while.

        Returns how much was sent in all, and when the last of it had left.
        """
        seen, at, end = -1, time.monotonic(), time.monotonic() + limit
        while time.monotonic() < end:
            state = self.control("count")
            if state["count"] != seen or state["waiting"]:
                seen, at = state["count"], time.monotonic()
            elif time.monotonic() - at > quiet:
                return seen, at
            time.sleep(0.02)
        raise TimeoutError("the program did not come to rest")


@contextmanager
def fake_telegram() -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fake_telegram"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield Server(process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()


def hotline_environment(folder: Path, telegram: str, **more: str) -> dict[str, str]:
    return os.environ | {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "HOTLINE_TELEGRAM_API_URL": telegram,
        "HOTLINE_TELEGRAM_PACE": "off",
        "HOTLINE_DATA_DIR": str(folder),
        "HOTLINE_PORT": "0",
        "HOTLINE_LOG_LEVEL": "WARNING",
        **more,
    }


def start_hotline(environment: dict[str, str]) -> tuple[subprocess.Popen[str], str, float]:
    """Start the program; returns it with its address and the seconds until it was open."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    line = process.stdout.readline()
    found = re.search(r"http://\S+", line)
    if not found:
        raise RuntimeError(f"the program did not start: {line}")
    return process, found[0], time.monotonic() - began


def memory_mb(pid: int) -> float:
    """Resident memory of a process, from the kernel's own account (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0
