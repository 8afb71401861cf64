"""Durable updates a second, latency, start and memory; the bare library and the bare database in
the same run as yardsticks. `make bench` prints a table; `--json FILE` writes the figures."""

import argparse
import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.conversations import conversation, joining, message
from bench.telegram_side import (
    ROOT,
    Server,
    fake_telegram,
    hotline_environment,
    memory_mb,
    start_hotline,
)
from bot.clock import Clock
from domain.people import Role
from models.database import Database
from models.migrate import migrate
from models.program import Fact
from services import people

EMPLOYERS = 150
ROUNDS = 2
ECHOES = 3000


def invitations(folder: Path, employers: int) -> list[str]:
    """A database with invitations that nobody has used: their codes, specialists first."""
    url = f"sqlite+aiosqlite:///{folder / 'hotline.db'}"
    migrate(url, Clock().now())

    async def make() -> list[str]:
        database = Database(url)
        async with database.write() as session:
            codes = [
                await people.invite(session, Clock().now(), Role.SPECIALIST, name)
                for name in ("Anna", "Jonas")
            ]
            for number in range(employers):
                company = f"Company {number % 40}"
                codes.append(
                    await people.invite(session, Clock().now(), Role.EMPLOYER, "Mette", company)
                )
        await database.close()
        return codes

    return asyncio.run(make())


def throughput(server: Server) -> float:
    """Updates answered a second: whole conversations, from the first fetched to the last reply."""
    updates = [
        update
        for number in range(ROUNDS)
        for chat in range(EMPLOYERS)
        for update in conversation(1000 + chat, number)
    ]
    began = time.monotonic()
    server.push(updates)
    _count, last = server.settle()
    return len(updates) / (last - began)


def latency(server: Server, seconds: int = 15, rate: int = 20) -> list[float]:
    """Milliseconds from a message's arrival at Telegram to its answer's, at a steady pace."""
    server.control("forget")
    pushed: dict[int, float] = {}
    began = time.monotonic()
    for number in range(seconds * rate):
        chat = 1000 + number % EMPLOYERS
        time.sleep(max(0.0, began + number / rate - time.monotonic()))
        pushed[number] = time.monotonic()
        server.push([message(chat, "/menu")])
    server.settle()
    sent = [note for note in server.control("state")["sent"] if note["method"] == "sendMessage"]
    by_chat: dict[str, list[float]] = {}
    for note in sent:
        by_chat.setdefault(note["chat_id"], []).append(note["at"])
    waits = []
    for number, at in pushed.items():
        answers = by_chat[str(1000 + number % EMPLOYERS)]
        waits.append(1000 * (answers.pop(0) - at))
    return waits


def echoes() -> float:
    """What the bare library does: updates echoed a second."""
    with fake_telegram() as server:
        server.push([message(1000 + number % 150, "hej") for number in range(ECHOES)])
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.echo_bot", server.address], cwd=ROOT
        )
        try:
            while server.count() < 100:
                time.sleep(0.005)
            began, before = time.monotonic(), server.count()
            count, last = server.settle()
        finally:
            process.kill()
            process.wait()
    return (count - before) / (last - began)


def commits(folder: Path, seconds: float = 3) -> float:
    """What the bare database does: one-row commits a second."""

    async def work() -> float:
        url = f"sqlite+aiosqlite:///{folder / 'bare.db'}"
        migrate(url, Clock().now())
        database = Database(url)
        number, began = 0, time.monotonic()
        while time.monotonic() - began < seconds:
            async with database.write() as session:
                session.add(Fact(name=str(number), value="x"))
            number += 1
        await database.close()
        return number / (time.monotonic() - began)

    return asyncio.run(work())


def hotline(folder: Path) -> dict[str, float]:
    """The whole program: figures of one run."""
    codes = invitations(folder, EMPLOYERS)
    cache = ROOT / "data" / "cache"
    if cache.exists():
        shutil.copytree(cache, folder / "cache")
    with fake_telegram() as server:
        process, _address, ready = start_hotline(hotline_environment(folder, server.address))
        try:
            people_ = [(1000 + n - 2, code) for n, code in enumerate(codes)]
            server.push([update for chat, code in people_ for update in joining(chat, code)])
            server.settle()
            rates = [throughput(server) for _ in range(3)]
            waits = sorted(latency(server))
            memory = memory_mb(process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)
    return {
        "updates_per_second": statistics.median(rates),
        "latency_p50_ms": waits[len(waits) // 2],
        "latency_p99_ms": waits[int(len(waits) * 0.99)],
        "ready_seconds": ready,
        "memory_mb": memory,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("bare database …", file=sys.stderr)
        figures["bare_commits_per_second"] = commits(folder)
        print("bare library …", file=sys.stderr)
        figures["bare_echoes_per_second"] = echoes()
        print("the hotline …", file=sys.stderr)
        (folder / "hotline").mkdir()
        figures |= hotline(folder / "hotline")
    figures["ratio_to_bare_echo"] = (
        figures["updates_per_second"] / figures["bare_echoes_per_second"]
    )
    for name, value in figures.items():
        print(f"{name:28} {value:10.2f}")
    if wanted.json:
        wanted.json.write_text(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
