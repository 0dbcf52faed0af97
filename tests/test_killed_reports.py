"""`kill -9` of the server while reports are being sent: what it acknowledged was sent, and nothing was sent twice."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest

from tests.cast import PASSWORD
from tests.installation import ENGINES, Installation, installed
from tests.server import SEE_OTHER, Client, Post, burst, serving

COUNT = 60
PREPARE = f"""
import json
from petajalan.cli.database import open_database
open_database()
from datetime import UTC, datetime
from django.urls import reverse
from tests.cast import assemble
from tests.reporting.reports import ready_to_send
made = ready_to_send(assemble(), {COUNT}, at=datetime.now(UTC))
print(json.dumps([reverse("report_submit", args=["kota-melati", one.year, one.month, one.unit_id]) for one in made]))
"""
STORED = """
import json
from django.urls import reverse
from petajalan.common.models import AuditEntry
from petajalan.reporting.models import ProgressReport, WriteKey
def address(one):
    return reverse("report_submit", args=["kota-melati", one.year, one.month, one.unit_id])
reports = {str(one.pk): address(one) for one in ProgressReport.objects.all()}
sent = ProgressReport.objects.exclude(status="draft").exclude(submitted_at=None)
entries = AuditEntry.objects.filter(action="report_submitted").values_list("object_key", flat=True)
keys = WriteKey.objects.filter(what__startswith="submit_report ").values_list("what", flat=True)
print(json.dumps([
    sorted(address(one) for one in sent),
    sorted(reports[key] for key in entries),
    sorted(reports[what.removeprefix("submit_report ")] for what in keys),
]))
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_an_acknowledged_report_is_sent_and_none_is_sent_twice(engine: str, tmp_path: Path) -> None:
    with installed(tmp_path / "data", engine) as installation:
        addresses = json.loads(installation.asked(PREPARE))
        assert len(addresses) == COUNT
        # Everybody presses twice; the second press may overtake the first.
        presses: list[Post] = [(one, {"key": str(uuid4())}) for one in addresses]
        posts = [press for press in presses for _twice in range(2)]
        with serving(installation, PETAJALAN_WORKERS="2") as server:
            clients = [head(server.address) for _number in range(4)]
            acknowledged = burst(server, clients, posts, kill_after=24)
        assert 24 <= len(acknowledged) < len(posts)

        sent, entries, keys = stored(installation)
        assert set(sent) >= {posts[number][0] for number in acknowledged}
        assert sent == entries == keys  # none without its entry in the trail and its key, none with two
        assert len(sent) == len(set(sent)) < COUNT

        # All are sent again with their keys, by somebody who does not know which of them arrived.
        with serving(installation, PETAJALAN_WORKERS="2") as server:
            joko = head(server.address)
            assert all(joko.post(*post) in SEE_OTHER for post in posts)
        sent, entries, keys = stored(installation)
        assert sent == entries == keys == sorted(addresses)


def stored(installation: Installation) -> tuple[list[str], list[str], list[str]]:
    sent, entries, keys = json.loads(installation.asked(STORED))
    return sent, entries, keys


def head(address: str) -> Client:
    joko = Client(address)
    joko.sign_in("joko@kota-melati.example", PASSWORD)
    joko.get("/kota-melati/tugas/")
    return joko
