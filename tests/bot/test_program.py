"""The whole program in a process of its own: told to stop, it ends between two messages."""

import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from bench.conversations import joining, message
from bench.telegram_side import ROOT, Server, fake_telegram, hotline_environment, start_hotline
from bench.throughput import invitations
from tests.conftest import CACHE


def sent(server: Server) -> Counter[str]:
    notes = server.control("state")["sent"]
    return Counter(note["text"] for note in notes if note["method"] == "sendMessage")


def test_told_to_stop_while_sending_it_repeats_and_loses_nothing(tmp_path: Path) -> None:
    codes = invitations(tmp_path, 10)
    (tmp_path / "cache").symlink_to(CACHE.resolve())
    with fake_telegram() as server:
        environment = hotline_environment(tmp_path, server.address)
        process, _address, _seconds = start_hotline(environment)
        server.push([u for n, code in enumerate(codes) for u in joining(1000 + n, code)])
        server.settle(quiet=2)
        texts = [f"Det er gang nummer {number}, hun går hjem" for number in range(150)]
        for number, text in enumerate(texts):
            chat = 1002 + number % 10
            server.push([message(chat, "/cancel"), message(chat, "/incident"), message(chat, text)])
        before = server.count()
        while server.count() < before + 60:
            time.sleep(0.002)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        stopped = sent(server)
        process, _address, _seconds = start_hotline(environment)
        server.settle(quiet=2)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        asked = [text for text in sent(server) if re.search("Hvad skete der", text)]
        assert stopped.total() < sent(server).total()
        assert sum(sent(server)[text] for text in asked) == len(texts)


def test_where_the_log_goes_nothing_that_people_wrote_goes_along() -> None:
    program = """
import structlog
from bot.commands import log_to_stderr
log_to_stderr("INFO")
def step(text):
    raise RuntimeError("planted")
try:
    step("hemmelighed")
except RuntimeError:
    structlog.get_logger().exception("step failed", part="worker")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "RuntimeError: planted" in done.stderr
    assert "part=worker" in done.stderr
    assert "hemmelighed" not in done.stderr.replace('step("hemmelighed")', "")
