"""Telegram's sending limits as pure arithmetic (https://core.telegram.org/bots/faq, "limits")."""

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pace:
    """How fast one bot may send. Seconds and messages."""

    overall_per_second: int = 30
    chat_interval: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20


UNPACED = Pace(1_000_000, 0.0, 1_000_000, 1_000_000)
"""No limits: for a chat server of our own."""


@dataclass
class Pacer:
    """Remembers what was sent when, and says how long a chat must wait. One per bot, in memory:
    after a restart the worst that happens is one short burst, which Telegram answers with a
    RetryAfter that is honoured."""

    pace: Pace
    recent: deque[float] = field(default_factory=deque)
    chats: dict[str, deque[float]] = field(default_factory=dict)
    blocked_until: dict[str, float] = field(default_factory=dict)

    def overall_wait(self, now: float) -> float:
        """Seconds until any message may leave."""
        while self.recent and self.recent[0] <= now - 1:
            self.recent.popleft()
        if len(self.recent) < self.pace.overall_per_second:
            return 0.0
        return self.recent[-self.pace.overall_per_second] + 1 - now

    def chat_wait(self, chat: str, now: float, *, group: bool = False) -> float:
        """Seconds until this chat may get its next message."""
        wait = max(0.0, self.blocked_until.get(chat, 0.0) - now)
        sent = self.chats.get(chat)
        if not sent:
            return wait
        burst, interval = self.pace.chat_burst, self.pace.chat_interval
        if group:
            burst, interval = self.pace.group_per_minute, 60 / self.pace.group_per_minute
        while sent and sent[0] <= now - burst * interval:
            sent.popleft()
        if len(sent) >= burst:
            wait = max(wait, sent[0] + burst * interval - now)
        return wait

    def sent(self, chat: str, now: float) -> None:
        """Count one message to this chat."""
        self.recent.append(now)
        self.chats.setdefault(chat, deque()).append(now)
        if len(self.chats) > 10_000:
            self._forget(now)

    def retry_after(self, chat: str, now: float, seconds: float) -> None:
        """Telegram asked for a pause: for this chat only."""
        self.blocked_until[chat] = now + seconds

    def _forget(self, now: float) -> None:
        for chat in [chat for chat, sent in self.chats.items() if not sent or sent[-1] < now - 60]:
            del self.chats[chat]
        for chat in [chat for chat, until in self.blocked_until.items() if until < now]:
            del self.blocked_until[chat]
