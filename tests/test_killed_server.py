"""`kill -9` of the server in the middle of a burst: what it acknowledged is there, and nothing is there twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cast import PASSWORD
from tests.installation import ENGINES, installed
from tests.server import SEE_OTHER, Client, burst, serving

ADD = "/kota-melati/unit/tambah/"
FORMS = [{"kind": "department", "name": f"Dinas Uji {number:03}"} for number in range(60)]

ASSEMBLE = """
from petajalan.cli.database import open_database
open_database()
from tests.cast import assemble
print(assemble().agency.slug)
"""
STORED = """
import json
from petajalan.accounts.models import Unit
from petajalan.common.models import AuditEntry
units = dict(Unit.objects.filter(name__startswith="Dinas Uji").values_list("pk", "name"))
created = AuditEntry.objects.filter(action="unit_created", object_key__in=map(str, units))
entries = sorted(units[int(key)] for key in created.values_list("object_key", flat=True))
print(json.dumps([sorted(units.values()), entries]))
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_an_acknowledged_unit_survives_and_none_is_there_twice(engine: str, tmp_path: Path) -> None:
    with installed(tmp_path / "data", engine) as installation:
        assert installation.asked(ASSEMBLE) == "kota-melati"
        with serving(installation, PETAJALAN_WORKERS="2") as server:
            clients = [signed_in(server.address) for _number in range(4)]
            acknowledged = burst(server, clients, [(ADD, form) for form in FORMS], kill_after=12)
        assert 12 <= len(acknowledged) < len(FORMS)

        units, entries = json.loads(installation.asked(STORED))
        assert set(units) >= {FORMS[number]["name"] for number in acknowledged}
        assert len(units) == len(set(units))
        assert units == entries  # no unit without its entry in the trail, no entry without its unit

        # Everybody sends again what was not acknowledged, not knowing whether it arrived.
        with serving(installation, PETAJALAN_WORKERS="2") as server:
            wati = signed_in(server.address)
            answers = [
                wati.post(ADD, form) in SEE_OTHER for number, form in enumerate(FORMS) if number not in acknowledged
            ]
        assert answers.count(False) == len(units) - len(acknowledged)
        units, entries = json.loads(installation.asked(STORED))
        assert units == entries == [form["name"] for form in FORMS]


def signed_in(address: str) -> Client:
    wati = Client(address)
    wati.sign_in("wati@kota-melati.example", PASSWORD)
    wati.get(ADD)
    return wati
