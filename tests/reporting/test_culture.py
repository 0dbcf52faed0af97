"""Activities for the core values: planned, held, proved, listed by month, and as a workbook."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from uuid import uuid4

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import CultureActivity, EvidenceUse
from petajalan.reporting.services import culture as services
from petajalan.reporting.services import evidence
from tests.cast import Cast
from tests.reporting.files import uploaded

MAY = datetime(2025, 5, 20, 3, 0, tzinfo=UTC)
YEAR = "/kota-melati/budaya/2025/"


@pytest.fixture(autouse=True)
def in_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MAY)


def unit_of(cast: Cast) -> Unit:
    unit = units_of(cast.siti, cast.agency)[0]
    unit.agency = cast.agency
    return unit


def planned(cast: Cast, day: date = date(2025, 5, 6), by: User | None = None, **more: object) -> CultureActivity:
    values = services.ActivityValues(**{"day": day, "title": "Apel nilai", "core_value": "loyal", **more})  # type: ignore[arg-type]
    made = services.plan_activity(agency=cast.agency, unit=unit_of(cast), values=values, by=by or cast.siti, at=MAY)
    assert made is not None
    made.unit.agency = cast.agency
    return made


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_its_unit_and_the_administrator_write(cast: Cast) -> None:
    planned(cast)
    planned(cast, by=cast.wati)
    for user in (cast.budi, cast.ani, cast.wali):
        with pytest.raises(PermissionDenied):
            planned(cast, by=user)
    assert CultureActivity.objects.count() == 2


def test_what_is_wrong_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="nama"):
        planned(cast, title=" ")
    with pytest.raises(Refused, match="BerAKHLAK"):
        planned(cast, core_value="rajin")
    later = planned(cast, date(2025, 6, 1))
    with pytest.raises(Refused, match="belum tiba"):
        services.hold_activity(activity=later, participants=3, version=1, by=cast.siti, at=MAY)


def test_held_it_keeps_who_said_so_and_how_many_came(cast: Cast) -> None:
    held = services.hold_activity(activity=planned(cast), participants=40, version=1, by=cast.siti, at=MAY)
    assert (held.held_at, held.held_by, held.participants, held.version) == (MAY, cast.siti, 40, 2)
    held.unit.agency = cast.agency
    with pytest.raises(Refused, match="sudah"):
        services.hold_activity(activity=held, participants=41, version=2, by=cast.siti, at=MAY)
    with pytest.raises(Refused):
        services.remove_activity(activity=held, version=2, by=cast.siti, at=MAY)
    again = services.reopen_activity(activity=held, version=2, by=cast.siti, at=MAY)
    again.unit.agency = cast.agency
    services.remove_activity(activity=again, version=3, by=cast.siti, at=MAY)
    assert not CultureActivity.objects.exists()
    actions = AuditEntry.objects.filter(action__startswith="culture").order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["culture_planned", "culture_held", "culture_reopened", "culture_removed"]


def test_evidence_proves_it_and_keeps_it_there(cast: Cast) -> None:
    activity = planned(cast)
    use = evidence.add_file(to=activity, file=uploaded(), name="foto.pdf", by=cast.siti, at=MAY)
    with pytest.raises(PermissionDenied):
        evidence.add_file(to=activity, file=uploaded(), name="foto.pdf", by=cast.budi, at=MAY)
    with pytest.raises(Refused, match="bukti"):
        services.remove_activity(activity=activity, version=1, by=cast.siti, at=MAY)
    client = signed_in(cast.siti)
    assert "Apel nilai" in client.get(f"/kota-melati/bukti-dukung/unit/{activity.unit_id}/").content.decode()
    assert "foto.pdf" in client.get(f"/kota-melati/bukti-dukung/budaya/{activity.pk}/").content.decode()
    evidence.remove_use(use=use, by=cast.siti, at=MAY)
    assert not EvidenceUse.objects.exists()


def test_a_year_lists_its_months_and_counts_what_was_held(cast: Cast) -> None:
    services.hold_activity(activity=planned(cast), participants=40, version=1, by=cast.siti, at=MAY)
    planned(cast, date(2025, 5, 9), title="Kelas layanan", core_value="service")
    planned(cast, date(2025, 8, 1), title="Kerja bakti", core_value="collaborative")
    planned(cast, date(2024, 8, 1), title="Tahun lalu")
    page = signed_in(cast.wali).get(YEAR).content.decode()
    for words in ("1 dari 3 kegiatan", "40 peserta", "Mei 2025", "Agustus 2025", "Lewat, belum dinyatakan"):
        assert words in page
    assert "Tahun lalu" not in page
    assert "Tambah kegiatan" not in page
    assert signed_in(cast.dewi).get(YEAR).status_code == 404


def test_the_workbook_holds_every_activity_of_the_year(cast: Cast) -> None:
    planned(cast, title="=1+1")
    content = signed_in(cast.ani).get(f"{YEAR}kegiatan.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[2]][:5] == ["2025-05-06", "'=1+1", unit_of(cast).name, "Loyal", "Direncanakan"]


def test_from_the_form_to_held(cast: Cast) -> None:
    client = signed_in(cast.siti)
    sent = {"unit": unit_of(cast).pk, "title": "Apel", "day": "2025-05-05", "core_value": "loyal", "key": uuid4()}
    for _time in range(2):
        assert client.post("/kota-melati/budaya/kegiatan/tambah/", sent).status_code == 302
    activity = CultureActivity.objects.get()
    one = f"/kota-melati/budaya/kegiatan/{activity.pk}/"
    client.post(f"{one}terlaksana/", {"version": "1", "participants": "-3"})
    assert CultureActivity.objects.get().held_at is None
    client.post(f"{one}terlaksana/", {"version": "1", "participants": "12"})
    assert CultureActivity.objects.get().participants == 12
    changed = {**sent, "title": "Apel besar", "version": "1"}
    assert client.post(f"{one}ubah/", changed).status_code == 422
    assert client.post(f"{one}ubah/", {**changed, "version": "2", "participants": "12"}).status_code == 302
    assert "Apel besar" in client.get(one).content.decode()
