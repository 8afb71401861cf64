"""Kills the program again and again, and counts what is lost and what is doubled.

A fake Telegram in a process of its own survives; the hotline beside it is killed with `kill -9` at
random instants, while it starts and while whole conversations arrive in bursts. At the end it is
let come to rest, and its database is compared with what was written to it and with what Telegram
was given. `make crash` runs it; `--json FILE` writes the figures. The exit code is 1 where a
promise was broken.
"""

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from sqlmodel import col, func, select

from bench.conversations import conversation, joining, message, press
from bench.telegram_side import ROOT, Server, fake_telegram, hotline_environment
from bench.throughput import invitations
from bot.clock import Clock
from bot.settings import Settings
from domain.messages import SET_COMMANDS, split_text
from knowledge import search
from knowledge.library import FOLDER, open_library
from models.database import Database, Session
from models.escalations import EscalationStep
from models.inbox import InboxRow, InboxStatus
from models.incidents import Incident
from models.outbox import OutboxRow, OutboxStatus
from models.people import load_chats
from services.phrases import Phrases, from_json

Update = dict[str, Any]
Sent = Counter[tuple[str, str]]
"""How often Telegram was given a text for a chat."""

FIRST_CHAT = 1000
SPECIALISTS = 2
OPEN = (InboxStatus.PENDING, OutboxStatus.QUEUED, OutboxStatus.SENDING)


@dataclass
class Figures:
    """What came out. The first four are counts; of the others all but `repeats` must be 0."""

    kills: int = 0
    updates: int = 0
    incidents: int = 0
    messages: int = 0
    incidents_lost: int = 0
    incidents_doubled: int = 0
    updates_lost: int = 0
    updates_set_aside: int = 0
    messages_lost: int = 0
    cases_not_told: int = 0
    conversations_broken: int = 0
    out_of_order: int = 0
    repeats: int = 0
    """Messages that were sent again although they had arrived: one per kill is allowed."""

    def broken(self) -> list[str]:
        """The promises that were not kept."""
        counts = {"kills", "updates", "incidents", "messages", "repeats"}
        found = [name for name, value in asdict(self).items() if value and name not in counts]
        return found + (["repeats"] if self.repeats > self.kills else [])


class Script:
    """What people write: every incident and every call for a specialist has a text of its own."""

    def __init__(self, codes: list[str], updates: int) -> None:
        self.chats = [FIRST_CHAT + number for number in range(len(codes))]
        self.employers = self.chats[SPECIALISTS:]
        self.incidents: list[str] = []
        self.calls: list[str] = []
        self.updates = _interleaved(
            [joining(chat, code) for chat, code in zip(self.chats, codes, strict=True)]
        )
        while len(self.updates) < updates:
            self.updates += _interleaved([self._talk(chat) for chat in self.employers])
        self.begun = {chat: f"Det sidste, der skete hos {chat}" for chat in self.employers}
        self.incidents += self.begun.values()

    def _talk(self, chat: int) -> list[Update]:
        number = len(self.incidents)
        call = f"Vi vil gerne tale med jer, gang nummer {number}"
        talk = conversation(chat, number)
        self.incidents.append(talk[5]["message"]["text"])
        self.calls.append(call)
        return [*talk, press(chat, "specialist"), message(chat, call)]

    def beginnings(self) -> list[Update]:
        """Everybody begins to log an incident and is interrupted."""
        return _interleaved(
            [[press(c, "incident"), message(c, text)] for c, text in self.begun.items()]
        )

    def endings(self) -> list[Update]:
        """Everybody goes on where they were."""
        return _interleaved(
            [[message(c, "Ikke noget"), press(c, "level:normal")] for c in self.employers]
        )


def _interleaved(talks: list[list[Update]]) -> list[Update]:
    return [update for step in zip_longest(*talks) for update in step if update is not None]


def _bursts(updates: list[Update], number: int, chance: random.Random) -> list[list[Update]]:
    cuts = sorted(chance.choices(range(len(updates)), k=number - 1))
    return [updates[a:b] for a, b in zip([0, *cuts], [*cuts, len(updates)], strict=True)]


class Hotline:
    """The program under test."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.environment = hotline_environment(folder, server.address)
        self.seconds_to_open = 2.0

    def lives(self, burst: list[Update], chance: random.Random) -> None:
        """One life: start, be given a burst of updates, be killed at some instant."""
        process = self._start()
        if chance.random() < 0.2:
            self.server.push(burst)
            time.sleep(chance.uniform(0, self.seconds_to_open))
        else:
            self._wait_until_open(process)
            before = self.server.count()
            self.server.push(burst)
            if chance.random() < 0.3:
                time.sleep(chance.uniform(0, 0.3))
            else:
                self._wait_for_calls(before + chance.randint(0, 3 * len(burst)))
        process.kill()
        process.wait()

    def rests(self) -> None:
        """A life that ends in peace, when nothing waits any more."""
        process = self._start()
        self._wait_until_open(process)
        self.server.settle()
        process.terminate()
        process.wait(timeout=30)

    def _start(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "bot", "run"]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True
        )

    def _wait_until_open(self, process: subprocess.Popen[str]) -> None:
        began = time.monotonic()
        assert process.stdout
        if not process.stdout.readline():
            raise RuntimeError("the program did not start")
        self.seconds_to_open = time.monotonic() - began

    def _wait_for_calls(self, number: int) -> None:
        end = time.monotonic() + 3
        while self.server.count() < number and time.monotonic() < end:
            time.sleep(0.002)


async def _check(
    folder: Path, script: Script, sent: list[dict[str, Any]], figures: Figures
) -> None:
    database = Database(f"sqlite+aiosqlite:///{folder / 'hotline.db'}")
    async with database.read() as session:
        await _check_incidents(session, script, figures)
        await _check_inbox(session, figures)
        await _check_messages(session, _phrases(), sent, figures)
        await _check_calls(session, script, figures)
    await database.close()


async def _check_incidents(session: Session, script: Script, figures: Figures) -> None:
    found = Counter((await session.exec(select(Incident.happened))).all())
    figures.incidents = found.total()
    expected = script.incidents + script.calls
    figures.incidents_lost = sum(not found[text] for text in expected)
    figures.incidents_doubled = found.total() - len(found)


async def _check_calls(session: Session, script: Script, figures: Figures) -> None:
    """Somebody has been told of every call, or will be when the next one is on duty."""
    steps = select(Incident.happened).join(
        EscalationStep, col(EscalationStep.incident_id) == Incident.id
    )
    told = set((await session.exec(steps.where(EscalationStep.told != "[]"))).all())
    waiting = col(EscalationStep.done_at).is_(None)
    planned = set((await session.exec(steps.where(waiting, EscalationStep.due_at > _now()))).all())
    figures.cases_not_told = len(set(script.calls) - told - planned)


def _now() -> datetime:
    return Clock().now()


async def _check_inbox(session: Session, figures: Figures) -> None:
    statuses = select(InboxRow.status, func.count()).group_by(InboxRow.status)
    found = dict((await session.exec(statuses)).all())
    figures.updates_lost = figures.updates - found.get(InboxStatus.DONE, 0)
    figures.updates_set_aside = found.get(InboxStatus.FAILED, 0)


async def _check_messages(
    session: Session, phrases: Phrases, sent: list[dict[str, Any]], figures: Figures
) -> None:
    """Compare the outbox with what Telegram was given, message by message."""
    wanted = select(OutboxRow).where(OutboxRow.key != SET_COMMANDS).order_by(col(OutboxRow.id))
    rows = (await session.exec(wanted)).all()
    people = await load_chats(session, {row.chat_key for row in rows})
    queued: Sent = Counter()
    last: dict[tuple[str, int], int] = {}
    for row in rows:
        chat, person = people[row.chat_key]
        text = phrases.say(
            person.language if person else chat.language, row.key, from_json(row.params)
        )
        queued.update((str(chat.chat_id), part) for part in split_text(text))
        figures.messages_lost += row.status != OutboxStatus.SENT
        place, number = (row.chat_key, row.priority), row.message_id or 0
        figures.out_of_order += number < last.get(place, 0)
        last[place] = number
    given: Sent = Counter(
        (note["chat_id"], note["text"]) for note in sent if note["method"] == "sendMessage"
    )
    figures.messages = queued.total()
    figures.messages_lost += (queued - given).total()
    figures.repeats = (given - queued).total()


def _phrases() -> Phrases:
    library = open_library(search.load(FOLDER, ROOT / "data" / "cache"))
    return Phrases.of(library, Settings(_env_file=None).facts)


async def _broken_conversations(folder: Path, script: Script) -> int:
    """How many chats do not stand where their conversation was interrupted."""
    database = Database(f"sqlite+aiosqlite:///{folder / 'hotline.db'}")
    async with database.read() as session:
        chats = await load_chats(session, {f"telegram:{chat}" for chat in script.employers})
    await database.close()
    return sum(
        (chat.step, json.loads(chat.answers).get("happened"))
        != ("tried", script.begun[chat.chat_id])
        for chat, _person in chats.values()
    ) + (len(script.employers) - len(chats))


def crash(folder: Path, kills: int, updates: int, seed: int) -> Figures:
    """The whole experiment in this folder."""
    chance = random.Random(seed)
    script = Script(invitations(folder, max(4, updates // 70)), updates)
    search.load(FOLDER, ROOT / "data" / "cache")
    shutil.copytree(ROOT / "data" / "cache", folder / "cache")
    bursts = _bursts(script.updates, kills - 1, chance)
    figures = Figures(kills=kills)
    with fake_telegram() as server:
        hotline = Hotline(server, folder)
        for number, burst in enumerate([*bursts, script.beginnings()], 1):
            hotline.lives(burst, chance)
            print(f"\rkilled {number} of {kills}", end="", file=sys.stderr, flush=True)
        hotline.rests()
        figures.conversations_broken = asyncio.run(_broken_conversations(folder, script))
        server.push(script.endings())
        hotline.rests()
        sent = server.control("state")["sent"]
    everything = chain(script.updates, script.beginnings(), script.endings())
    figures.updates = sum(1 for _update in everything)
    asyncio.run(_check(folder, script, sent, figures))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--updates", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = crash(Path(name), wanted.kills, wanted.updates, wanted.seed)
    print(file=sys.stderr)
    for key, value in asdict(figures).items():
        print(f"{key.replace('_', ' '):24} {value:6}")
    if wanted.json:
        wanted.json.write_text(json.dumps(asdict(figures), indent=2))
    if broken := figures.broken():
        print(f"broken: {', '.join(broken)}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
