"""How long the pages of the demonstration year take, each beside a bare view of Django measured in the same moment.

The bare view answers "ok" behind the same middleware to the same signed-in person: session and person are read, nothing
else. Everything runs in one process on a temporary database; requests to a page and to the bare view take turns, after
a few that warm caches up, and the medians are compared. The number is a ratio, so that slow and fast machines agree;
what is counted is processor time (SQLite works within the process), so that other programs do not count. Beside the
pages one submission of a monthly report is measured, taken back after each time. The city is written by another
process. Then it grows by a figure of each of 40 units for 27 indicators in 10 months (`bench_data`), and what that many
figures pass through is measured again. Last a real server with one worker answers all those pages (`bench_worker`), and
what the worker needed at most is told: after the pages, and after the files as well.

    make bench
    .venv/bin/python scripts/bench.py --rounds 40 --only indicator
    .venv/bin/python scripts/bench.py --json > bench.json
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from uuid import uuid4

import bench_data
from bench_worker import worker_memory

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.test import Client

    from petajalan.reporting.models import ProgressReport

ROOT = Path(__file__).resolve().parent.parent
GOAL = 15
GOALS = {"workbook": 60, "submission": 12}  # of what is no page
MEMORY = 110  # megabytes of a worker
DAY = "2025-01-06"  # the reports of December 2024 are due
WARM_UP = 3
# The first of them who may open a page does.
PEOPLE = ("rina", "wati")


@dataclass(frozen=True, slots=True)
class Measured:
    """`state` is "enacted" as the demonstration has it, "draft" while it is being amended, "large" once it grew."""

    page: str
    address: str
    state: str
    milliseconds: float
    ratio: float
    queries: int
    bytes: int
    goal: int

    @property
    def within(self) -> bool:
        return self.ratio <= self.goal


def main() -> int:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="petajalan-bench-") as folder, demonstration(Path(folder)):
        found = sorted(measure(given.rounds, given.only), key=lambda one: -one.ratio)
        needed = memory(found)
    if given.json:
        pages = [asdict(one) for one in found]
        print(json.dumps({"memory": needed, "memory_goal": MEMORY, "pages": pages}, indent=1))
    else:
        print_table(found)
        print_memory(needed)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Times every page against a bare view.")
    parser.add_argument("--rounds", type=int, default=15, help="requests to each page (15)")
    parser.add_argument("--only", default="", metavar="TEXT", help="only pages whose name has this in it")
    parser.add_argument("--json", action="store_true", help="for machines")
    return parser.parse_args()


@contextmanager
def demonstration(folder: Path) -> Iterator[None]:
    """The settings of an installation, with an empty database that then holds the demonstration city."""
    os.environ |= {"PETAJALAN_DATA_DIR": str(folder), "DATABASE_URL": "", "PETAJALAN_JOBS_IMMEDIATE": "1"}
    os.environ |= {"DJANGO_SETTINGS_MODULE": "petajalan.settings", "PETAJALAN_TODAY": DAY, "PETAJALAN_DEMO": "1"}
    written = "from petajalan.cli import main; raise SystemExit(main())"
    subprocess.run(
        [sys.executable, "-c", written, "demo", "--no-serve"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.db import connection
    from django.urls import path

    from petajalan import urls

    urls.urlpatterns.insert(0, path("polos/", bare))
    yield
    connection.close()


def bare(request: HttpRequest) -> HttpResponse:
    from django.http import HttpResponse

    return HttpResponse("ok")


def measure(rounds: int, only: str) -> Iterator[Measured]:
    """The city as it is; then, with an amendment begun, what that changes: the pages of the plan."""
    from petajalan.accounts.models import User
    from petajalan.planning.models import RoadMap
    from petajalan.planning.services import start_amendment
    from petajalan.planning.services.life import discard_draft
    from tests.pages import pages_of

    clients = [signed_in(name) for name in PEOPLE]
    if only in "submission":
        yield submission(rounds, "enacted")
    in_force = RoadMap.objects.select_related("agency").get()
    draft = None
    for state in ("enacted", "draft"):
        for page in pages_of(in_force.agency, draft or in_force):
            if only in page.name and (state == "enacted" or "/rencana/" in page.address):
                client = next((one for one in clients if one.get(page.address).status_code == 200), None)
                if client:
                    yield timed(client, page.name, page.address, state, rounds)
        rina = User.objects.get(email__startswith=PEOPLE[0])
        draft = draft or start_amendment(road_map=in_force, reason="Percobaan", by=rina, at=datetime.now(UTC))
    if draft:
        discard_draft(road_map=draft, by=rina, at=datetime.now(UTC), reason="Percobaan")
    bench_data.grow(in_force.agency)
    for name, address in bench_data.addresses(in_force.agency.slug).items():
        if only in name:
            yield timed(clients[0], name, address, "large", rounds)
    if only in "submission":
        yield submission(rounds, "large")


def signed_in(nickname: str) -> Client:
    from django.test import Client

    from petajalan.accounts.models import User

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(email__startswith=f"{nickname}@kota-pasuruan"))
    return client


def timed(client: Client, name: str, address: str, state: str, rounds: int) -> Measured:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _round in range(WARM_UP):
        client.get(address)
        client.get("/polos/")
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    queries = len(captured)
    pairs = [(once(client, address), once(client, "/polos/")) for _round in range(rounds)]
    page, floor = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    length = sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)
    goal = GOALS["workbook"] if ".xlsx" in answer.headers.get("Content-Disposition", "") else GOAL
    return Measured(name, address, state, round(page * 1000, 1), round(page / floor, 1), queries, length, goal)


def submission(rounds: int, state: str) -> Measured:
    """The head of a unit sends the report of a month."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from petajalan.accounts.models import Holding
    from petajalan.reporting.models import ProgressReport

    client = signed_in("joko")
    units = Holding.objects.filter(user__email__startswith="joko@", position__is_head=True).values("position__unit")
    report = ProgressReport.objects.select_related("agency").get(year=2024, month=12, unit__in=units)
    address = f"/{report.agency.slug}/laporan/{report.year}/{report.month}/{report.unit_id}/"
    client.post(f"{address}nihil/")
    report.lines.update(obstacle="Percobaan", solution="Percobaan")  # a quarter ends, and all of them are behind
    with CaptureQueriesContext(connection) as captured:
        sent(client, report, f"{address}kirim/")
    told = [one for one in captured.captured_queries if one["sql"].split()[0] in ("SELECT", "INSERT", "UPDATE")]
    queries = len(told) - 1  # the last one looks whether it was sent
    pairs = [(sent(client, report, f"{address}kirim/"), once(client, "/polos/")) for _round in range(rounds + WARM_UP)]
    page, floor = (median(one[at] for one in pairs[WARM_UP:]) for at in (0, 1))
    ratio = round(page / floor, 1)
    return Measured("submission", address, state, round(page * 1000, 1), ratio, queries, 0, GOALS["submission"])


def sent(client: Client, report: ProgressReport, address: str) -> float:
    """How long it takes to send it; then it is as if nobody had."""
    from django.db import transaction

    with transaction.atomic():
        start = time.process_time()
        client.post(address, {"key": str(uuid4())})
        taken = time.process_time() - start
        report.refresh_from_db()
        if report.status != "submitted":
            raise SystemExit("The report was not sent.")
        transaction.set_rollback(True)
    return taken


def memory(found: list[Measured]) -> list[int] | None:
    """Megabytes that a worker has needed at most: after the pages, and after the files as well."""
    from django.conf import settings

    name, client = settings.SESSION_COOKIE_NAME, signed_in(PEOPLE[0])
    open_to_her = [one.address for one in found if client.get(one.address).status_code == 200]
    pages = [one for one in open_to_her if "." not in one]
    return worker_memory(f"{name}={client.cookies[name].value}", pages, set(open_to_her) - set(pages))


def once(client: Client, address: str) -> float:
    start = time.process_time()
    client.get(address)
    return time.process_time() - start


def print_table(found: list[Measured]) -> None:
    goals = f"goal: ratio at most {GOAL}, of workbooks {GOALS['workbook']}, of a submission {GOALS['submission']}"
    print(f"{'page':34} {'plan':8} {'ratio':>6} {'ms':>7} {'queries':>7} {'kB':>6}   {goals}")
    for one in found:
        mark = "" if one.within else "   above the goal"
        sizes = f"{one.milliseconds:7.1f} {one.queries:7} {one.bytes / 1000:6.0f}"
        print(f"{one.page:34} {one.state:8} {one.ratio:6.1f} {sizes}{mark}")
    above = sum(1 for one in found if not one.within)
    middle = median(one.ratio for one in found) if found else 0
    print(f"\n{len(found)} pages, {above} above their goal; median {middle:.1f} times.")


def print_memory(needed: list[int] | None) -> None:
    if needed is None:
        print("Memory: known on Linux only.")
        return
    pages, files = needed
    print(f"Memory of a worker: {pages} MB after the pages, {files} MB after the files; goal: at most {MEMORY} MB.")


if __name__ == "__main__":
    sys.exit(main())
