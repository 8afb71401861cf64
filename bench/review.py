"""How long the pages of the review room take with a small and with a large log, asked in turns.

python -m bench.years --cases 10000 data/small.db
python -m bench.years --cases 1000000 data/large.db
python -m bench.review data/small.db data/large.db
"""

import argparse
import asyncio
import gc
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from bench.rows import NOW, REVIEWER
from domain.people import Role
from models.database import Database
from models.migrate import migrate
from models.people import Person
from services import signin
from services.phrases import Phrases
from tests.web.office import ADDRESS, FACTS
from web.app import build_app
from web.desk import Desk

LOG = "/review/incidents"
PAGES = {
    "overview": "/review",
    "log": LOG,
    "log, oldest first": f"{LOG}?sort=when",
    "log, most serious first": f"{LOG}?sort=-level",
    "log, longest wait first": f"{LOG}?sort=-answer",
    "page in the middle": f"{LOG}?after=1700000000.1",
    "level": f"{LOG}?level=emergency",
    "category": f"{LOG}?category=people",
    "status": f"{LOG}?status=taken",
    "company": f"{LOG}?company=Virksomhed+19+(opdigtet)",
    "placement type": f"{LOG}?type=flexjob",
    "specialist": f"{LOG}?specialist=2",
    "answer": f"{LOG}?answer=late",
    "not reviewed": f"{LOG}?reviewed=no",
    "period": f"{LOG}?period=last-year",
    "three filters": f"{LOG}?period=last-year&level=urgent&answer=late",
    "filters that hardly fit": f"{LOG}?level=emergency&status=open&company=Virksomhed+9",
    "filter and sort": f"{LOG}?category=people&sort=-answer",
    "search, common word": f"{LOG}?q=medarbejderen",
    "search, beginning": f"{LOG}?q=frokost",
    "search, three words": f"{LOG}?q=st%C3%B8jen+lageret+kunden",
    "search, rare word": f"{LOG}?q=bafigo",
    "search and filter": f"{LOG}?q=larmen&level=urgent&period=last-year",
    "one case": f"{LOG}/5000",
    "search and sort": f"{LOG}?q=larmen&sort=-answer",
    "search and filters that hardly fit": f"{LOG}?q=medarbejderen&level=emergency&category=safety"
    "&type=part-time&status=open",
    "search and company": f"{LOG}?q=medarbejderen&company=Virksomhed+9",
    "wide filters that hardly fit": f"{LOG}?level=urgent&category=safety&type=part-time"
    "&specialist=2&answer=late&reviewed=no",
    "the same, sorted": f"{LOG}?level=urgent&category=safety&type=part-time&sort=-answer",
    "placements": "/review/placements",
    "placements, mine": "/review/placements?mine=yes",
    "placements, type and status": "/review/placements?type=flexjob&status=running",
    "companies": "/review/companies",
    "companies by name": "/review/companies?name=9+(opd",
    "visits": "/review/visits",
    "visits, to be planned": "/review/visits/plan",
    "follow-ups: tasks": "/review/followups",
    "follow-ups: unanswered": "/review/followups?view=unanswered",
    "follow-ups: coming": "/review/followups?view=coming",
    "follow-ups: mine": "/review/followups?mine=yes",
    "guides": "/review/guides",
    "guides, least helpful": "/review/guides?sort=helped",
    "learned notes": "/review/learned",
    "learned notes, words": "/review/learned?words=skilt+pause",
    "people": "/review/people",
    "access log": "/review/access",
    "access log of one person": "/review/access?who=2",
    "access log of one case": "/review/access?subject=H-2026-0042",
}


async def open_browser(path: Path) -> tuple[Desk, httpx.AsyncClient]:
    """A signed-in reviewer in front of this database."""
    migrate(f"sqlite+aiosqlite:///{path}", NOW)
    database = Database(f"sqlite+aiosqlite:///{path}")
    desk = Desk(
        database=database,
        now=lambda: NOW,
        phrases=Phrases({}, None, FACTS),  # type: ignore[arg-type]
        base_url=ADDRESS,
        files=path.parent,
        bot_username=lambda: "",
        received=lambda: None,
        trouble=lambda: "",
    )
    browser = httpx.AsyncClient(
        transport=httpx.ASGITransport(build_app(desk)),
        base_url=ADDRESS,
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    async with database.write() as session:
        person = await session.get_one(Person, REVIEWER)
        assert person.role is Role.REVIEWER
        link = signin.login_link(session, NOW, person)
    await browser.post(f"/login/{link}")
    return desk, browser


def at(waits: list[float], share: float) -> float:
    return sorted(waits)[min(int(len(waits) * share), len(waits) - 1)] * 1000


async def measure(paths: list[Path], times: int, clock: Callable[[], float]) -> None:
    opened = [await open_browser(path) for path in paths]
    gc.freeze()  # as the program does when it stands
    heads = "".join(f"{path.stem:>12} p50{'p95':>6}{'most':>6}" for path in paths)
    print(f"{'milliseconds':35}{heads}  ratio p50{'p95':>6}")
    for name, address in PAGES.items():
        waits: list[list[float]] = [[] for _ in opened]
        for turn in range(times + 1):
            for place, (_, browser) in enumerate(opened):
                began = clock()
                answer = await browser.get(address)
                if turn:  # the first is to warm up
                    waits[place].append(clock() - began)
                if answer.status_code != 200:
                    raise SystemExit(f"{address}: {answer.status_code}")
        shares = (0.5, 0.95, 1)
        figures = [[at(one, share) for share in shares] for one in waits]
        shown = "".join(f"{p50:16.0f}{p95:6.0f}{most:6.0f}" for p50, p95, most in figures)
        ratios = [figures[-1][place] / figures[0][place] for place in (0, 1)]
        print(f"{name:35}{shown}{ratios[0]:11.1f}{ratios[1]:6.1f}", flush=True)
    for desk, browser in opened:
        await browser.aclose()
        await desk.database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument(
        "--processor", action="store_true", help="processor time, on a busy machine"
    )
    asked = parser.parse_args()
    clock = time.process_time if asked.processor else time.perf_counter
    asyncio.run(measure(asked.paths, asked.times, clock))


if __name__ == "__main__":
    main()
