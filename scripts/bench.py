"""How long the pages of the demonstration city take, each beside a bare view of Django measured in the same moment.

The bare view answers "ok" behind the same middleware to the same signed-in person: session and person are read, nothing
else. Everything runs in one process on a temporary database; requests to a page and to the bare view take turns, after
a few that warm caches up, and the medians are compared. The number is a ratio, so that slow and fast machines agree;
what is counted is processor time (SQLite works within the process), so that other programs do not count.

    make bench
    .venv/bin/python scripts/bench.py --rounds 40 --only indicator
    .venv/bin/python scripts/bench.py --json > bench.json
"""

from __future__ import annotations

import argparse
import json
import os
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

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
GOAL = 15
WARM_UP = 3
# The first of them who may open a page does.
PEOPLE = ("rina", "wati")


@dataclass(frozen=True, slots=True)
class Measured:
    """`state` is how the plan stands: "enacted" as the demonstration has it, "draft" once it is being amended."""

    page: str
    address: str
    state: str
    milliseconds: float
    ratio: float
    queries: int
    bytes: int

    @property
    def within(self) -> bool:
        return self.ratio <= GOAL


def main() -> int:
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="petajalan-bench-") as folder, demonstration(Path(folder)):
        found = sorted(measure(given.rounds, given.only), key=lambda one: -one.ratio)
    if given.json:
        print(json.dumps({"goal": GOAL, "pages": [asdict(one) for one in found]}, indent=1))
    else:
        print_table(found)
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
    os.environ["DJANGO_SETTINGS_MODULE"] = "petajalan.settings"
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.db import connection
    from django.urls import path

    from petajalan import urls
    from petajalan.cli.database import open_database
    from petajalan.planning.demo import create_demonstration

    urls.urlpatterns.insert(0, path("polos/", bare))
    open_database()
    create_demonstration(at=datetime.now(UTC))
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
    from tests.pages import pages_of

    clients = [signed_in(name) for name in PEOPLE]
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
    return Measured(name, address, state, round(page * 1000, 1), round(page / floor, 1), queries, length)


def once(client: Client, address: str) -> float:
    start = time.process_time()
    client.get(address)
    return time.process_time() - start


def print_table(found: list[Measured]) -> None:
    print(f"{'page':34} {'plan':8} {'ratio':>6} {'ms':>7} {'queries':>7} {'kB':>6}   goal: ratio at most {GOAL}")
    for one in found:
        mark = "" if one.within else "   above the goal"
        sizes = f"{one.milliseconds:7.1f} {one.queries:7} {one.bytes / 1000:6.0f}"
        print(f"{one.page:34} {one.state:8} {one.ratio:6.1f} {sizes}{mark}")
    above = sum(1 for one in found if not one.within)
    middle = median(one.ratio for one in found) if found else 0
    print(f"\n{len(found)} pages, {above} above {GOAL} times a bare view; median {middle:.1f} times.")


if __name__ == "__main__":
    sys.exit(main())
