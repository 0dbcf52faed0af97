"""An adopted worksheet is taken away again, as long as nothing stands on it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from petajalan.catalogue import services
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common.models import AuditEntry
from petajalan.evaluation.services.worksheet import keeping
from tests.cast import Cast
from tests.catalogue.pages import text_of

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)
HERE = "/kota-melati/katalog/instrumen/"


@pytest.fixture
def adopted(cast: Cast) -> AdoptedInstrument:
    return services.adopt_instrument(agency=cast.agency, code="lke-2024-kabkota", by=cast.wati, at=AT)


def removed(client: Client, one: AdoptedInstrument, version: int = 1) -> str:
    return text_of(client.post(f"{HERE}{one.pk}/hapus/", {"version": version}, follow=True))


def test_the_administrator_removes_one_that_nothing_uses(
    client: Client, cast: Cast, adopted: AdoptedInstrument
) -> None:
    client.force_login(cast.wati)
    assert "Hapus instrumen ini" in text_of(client.get(f"{HERE}{adopted.pk}/"))
    assert f"“{adopted}” dihapus." in removed(client, adopted)
    assert not AdoptedInstrument.objects.exists()
    entry = AuditEntry.objects.get(action="instrument_removed")
    assert (entry.actor, entry.before) == (cast.wati, {"instrument": "lke-2024-kabkota"})
    assert services.adopt_instrument(agency=cast.agency, code="lke-2024-kabkota", by=cast.wati, at=AT).version == 1


def test_a_worksheet_or_a_later_year_holds_it(client: Client, cast: Cast, adopted: AdoptedInstrument) -> None:
    client.force_login(cast.wati)
    later = services.open_next_year(adopted=adopted, year=2025, by=cast.wati, at=AT)
    keeping.start_worksheet(instrument=later, year=2025, by=cast.wati, at=AT)
    assert "Hapus dahulu instrumen itu." in removed(client, adopted)
    assert f"da lembar kerja evaluasi yang memakai {later}, jadi" in removed(client, later)
    assert AdoptedInstrument.objects.count() == 2
    assert not AuditEntry.objects.filter(action="instrument_removed").exists()


def test_not_over_a_change_of_somebody_else_nor_by_others(
    client: Client, cast: Cast, adopted: AdoptedInstrument
) -> None:
    client.force_login(cast.wati)
    assert "diubah orang lain" in removed(client, adopted, version=7)
    for user, status in ((cast.siti, 403), (cast.dewi, 404)):
        client.force_login(user)
        assert client.post(f"{HERE}{adopted.pk}/hapus/", {"version": 1}).status_code == status
        assert "Hapus instrumen ini" not in text_of(client.get(f"{HERE}{adopted.pk}/"))
    assert AdoptedInstrument.objects.count() == 1
