"""Several people press at the same moment, over HTTP, on SQLite and on PostgreSQL: it happens once.

Akvo RSR answered two simultaneous posts with two rows in 20 of 20 tries, and a double click with a doubled sum.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import uuid4

import pytest

from tests.cast import PASSWORD
from tests.installation import ENGINES, Installation, installed
from tests.server import Client, serving

TRIES = 3
PRESSES = 4
PREPARE = f"""
import json
from petajalan.cli.database import open_database
open_database()
from datetime import UTC, datetime
from tests.cast import assemble
from tests.reporting.reports import ready_to_send
made = ready_to_send(assemble(), {4 * TRIES}, at=datetime.now(UTC))
place = "/kota-melati/laporan/{{}}/{{}}/{{}}/"
print(json.dumps([[place.format(one.year, one.month, one.unit_id), one.lines.get().pk] for one in made]))
for one in made[:{TRIES}]:
    one.delete()
"""
STORED = """
import json
from petajalan.common.models import AuditEntry
from petajalan.reporting.models import ProgressReport
found = {}
for one in ProgressReport.objects.prefetch_related("lines"):
    found[f"/kota-melati/laporan/{one.year}/{one.month}/{one.unit_id}/"] = {
        "status": one.status,
        "lines": [[line.version, line.narrative] for line in one.lines.all()],
    }
counts = {
    action: AuditEntry.objects.filter(action=action).count()
    for action in ("report_started", "line_saved", "report_submitted", "line_accepted", "report_accepted")
}
print(json.dumps([found, counts]))
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_what_several_send_at_the_same_moment_happens_once(engine: str, tmp_path: Path) -> None:
    with installed(tmp_path / "data", engine) as installation:
        made = json.loads(installation.asked(PREPARE))
        begun, typed, clicked, sent = (made[first * TRIES : (first + 1) * TRIES] for first in range(4))
        _reports, before = stored(installation)
        with serving(installation, PETAJALAN_WORKERS="4") as server:
            joko = [signed_in(server.address, "joko") for _press in range(PRESSES)]
            budi = [signed_in(server.address, "budi") for _press in range(PRESSES)]
            for place, _line in begun:
                assert at_once(joko, f"{place}mulai/", lambda _press: {}) == [302] * PRESSES
            for _place, line in typed:  # the same row, each with a key and words of their own
                statuses = at_once(joko, f"/kota-melati/laporan/baris/{line}/", lambda press: words(f"Kata {press}"))
                assert sorted(statuses) == [302] + [409] * (PRESSES - 1)
            for _place, line in clicked:
                once = words("Rapat kedua")
                statuses = at_once(joko, f"/kota-melati/laporan/baris/{line}/", lambda _press, once=once: once)
                assert statuses == [302] * PRESSES
            for place, line in sent:
                assert at_once(joko, f"{place}kirim/", lambda _press: {"key": str(uuid4())}) == [302] * PRESSES
                accept = f"/kota-melati/laporan/baris/{line}/terima/"
                key = {"version": "2"}
                assert at_once(budi, accept, lambda _press, key=key: {**key, "key": str(uuid4())}) == [302] * PRESSES
        reports, after = stored(installation)
    assert [len(reports[place]["lines"]) for place, _line in begun] == [1] * TRIES
    assert [reports[place]["lines"][0][0] for place, _line in typed + clicked] == [3] * TRIES * 2
    assert [reports[place]["status"] for place, _line in sent] == ["accepted"] * TRIES
    assert {action: after[action] - before[action] for action in after} == {
        "report_started": TRIES,
        "line_saved": 2 * TRIES,
        "report_submitted": TRIES,
        "line_accepted": TRIES,
        "report_accepted": TRIES,
    }


def words(narrative: str) -> Mapping[str, str]:
    return {"version": "2", "key": str(uuid4()), "realised_output": "4", "narrative": narrative}


def at_once(clients: list[Client], path: str, form: Callable[[int], Mapping[str, str]]) -> list[int]:
    """All clients post at the same moment; the statuses they get."""
    barrier = Barrier(len(clients))

    def press(number: int) -> int:
        values = form(number)
        barrier.wait()
        return clients[number].post(path, values)

    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(press, range(len(clients))))


def stored(installation: Installation) -> tuple[dict[str, dict[str, list[list[object]]]], dict[str, int]]:
    reports, counts = json.loads(installation.asked(STORED))
    return reports, counts


def signed_in(address: str, name: str) -> Client:
    client = Client(address)
    client.sign_in(f"{name}@kota-melati.example", PASSWORD)
    client.get("/kota-melati/tugas/")
    return client
