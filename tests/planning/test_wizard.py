"""From an uploaded regulation to a draft, with decisions; and the findings of the plan that comes of it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.planning import services
from petajalan.planning.demo import regulation as demonstration
from petajalan.planning.display.decisions import offers
from petajalan.planning.models import AdoptedFigure, Regulation, RegulationReading, RoadMap
from petajalan.planning.services.decisions import decidable
from petajalan.planning.views.doors import read_of
from tests.cast import Cast
from tests.planning.plans import text_of, words
from tests.planning.regulations import AT, LATER, MELATI, stored

# One indicator with two targets for 2024: 2,95 among the objectives and 2,90 among the key activities.
TWICE = MELATI.replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,81 | 2,90 | Diskominfo")
assert TWICE != MELATI


@pytest.fixture
def regulation(cast: Cast) -> Regulation:
    one = services.upload_regulation(agency=cast.agency, content=TWICE, filename="perwali.md", by=cast.rina, at=AT)
    services.read_uploaded(regulation=one, at=AT)
    return Regulation.objects.get(pk=one.pk)


def page(regulation: Regulation, rest: str = "") -> str:
    return f"/kota-melati/peraturan/{regulation.pk}/rancang/{rest}"


def conflict(regulation: Regulation) -> tuple[int, int]:
    """The finding about the two targets, and the index of the cell that says 2,95."""
    read = read_of(regulation)
    for number, options in decidable(read).items():
        for option in options:
            if option.place.printed == "2,95" and any(one.place.printed == "2,90" for one in options):
                return number, option.index
    raise AssertionError("no finding about both targets")


def test_a_conflict_decided_with_a_reason_becomes_the_figure_of_the_draft(
    client: Client, cast: Cast, regulation: Regulation
) -> None:
    client.force_login(cast.rina)
    number, index = conflict(regulation)
    shown = words(client, page(regulation, f"?temuan={number}"))
    assert "2,95 tercetak di Tabel" in shown
    assert shown.count("Nilai lain") == 2  # the choice and its field: two cells state one figure
    decision = {"pilihan": f"cetak-{index}", "koreksi": "", "alasan": "Sasaran yang menentukan"}
    assert client.post(page(regulation, f"putuskan/{number}/"), decision).url == page(regulation)
    assert "1 keputusan dipakai;" in words(client, page(regulation, "simpan/"))
    response = client.post(page(regulation, "simpan/"))
    assert response.url == "/kota-melati/rencana/?versi=1"
    road_map = RoadMap.objects.get()
    assert road_map.status == "draft"
    figure = AdoptedFigure.objects.get(road_map=road_map, indicator__name="Indeks SPBE", role="target", period="2024")
    assert (figure.printed, figure.reason, figure.decided_by) == ("2,95", "Sasaran yang menentukan", cast.rina)
    assert "sudah menjadi road map versi 1" in text_of(client.post(page(regulation, "simpan/")).content)


def test_a_correction_is_taken_and_can_be_taken_back(client: Client, cast: Cast, regulation: Regulation) -> None:
    client.force_login(cast.wati)
    number, index = conflict(regulation)
    address = page(regulation, f"putuskan/{number}/")
    client.post(address, {"pilihan": f"koreksi-{index}", "koreksi": "2,93", "alasan": "Salah cetak"})
    assert "2,93" in words(client, page(regulation, "simpan/"))
    client.post(address, {"batal": "1"})
    assert "Belum ada keputusan" in words(client, page(regulation, "simpan/"))


def test_another_reading_of_the_file_begins_without_decisions(
    client: Client, cast: Cast, regulation: Regulation
) -> None:
    """Findings may have other numbers then: an old decision would land on another figure."""
    client.force_login(cast.rina)
    number, index = conflict(regulation)
    client.post(page(regulation, f"putuskan/{number}/"), {"pilihan": f"cetak-{index}", "alasan": "Sasaran"})
    assert "1 keputusan dipakai;" in words(client, page(regulation, "simpan/"))
    RegulationReading.objects.update(read_at=LATER)
    assert "Belum ada keputusan" in words(client, page(regulation, "simpan/"))


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Pilih nilai yang dipakai"),
        ({"pilihan": "koreksi", "alasan": "x"}, "Tulis nilai yang dipakai."),
        ({"pilihan": "cetak"}, "Alasannya belum ditulis."),
        ({"pilihan": "koreksi", "koreksi": "2,95", "alasan": "x"}, "sama dengan yang tercetak"),
    ],
)
def test_half_a_decision_is_refused(
    client: Client, cast: Cast, regulation: Regulation, sent: dict[str, str], sentence: str
) -> None:
    client.force_login(cast.rina)
    number, index = conflict(regulation)
    values = {name: f"{value}-{index}" if name == "pilihan" else value for name, value in sent.items()}
    response = client.post(page(regulation, f"putuskan/{number}/"), values)
    assert response.status_code == 422
    assert sentence in text_of(response.content)


def test_one_figure_under_two_names_is_offered_another_value_once(cast: Cast) -> None:
    """The demonstration prints "Nilai Survei Kepuasan Masyarakat" 85 and "Survei Kepuasan Masyarakat (SKM)" 86."""
    one = services.upload_regulation(
        agency=cast.agency, content=demonstration(), filename="perwali.md", by=cast.rina, at=AT
    )
    services.read_uploaded(regulation=one, at=AT)
    regulation = Regulation.objects.get(pk=one.pk)
    read = read_of(regulation)
    two_values = [
        [offer.text for offer in offers(options)]
        for number, options in decidable(read).items()
        if read.findings[number - 1].code == "indicator_two_values"
    ]
    assert ["85", "86", "Nilai lain"] in two_values
    assert [texts for texts in two_values if len(texts) != len(set(texts))] == []


def test_nothing_typed_is_lost_when_a_decision_is_refused(client: Client, cast: Cast, regulation: Regulation) -> None:
    client.force_login(cast.rina)
    number, _index = conflict(regulation)
    index = decidable(read_of(regulation))[number][0].index
    sent = {"pilihan": f"koreksi-{index}", "koreksi": "2,93", "alasan": ""}
    body = client.post(page(regulation, f"putuskan/{number}/"), sent).content.decode()
    assert f'value="koreksi-{index}" checked' in body
    assert 'name="koreksi" maxlength="500" value="2,93"' in body


def test_only_those_who_edit_decide(client: Client, cast: Cast, regulation: Regulation) -> None:
    pages = (page(regulation), page(regulation, "simpan/"))
    client.force_login(cast.siti)
    assert {client.get(one).status_code for one in pages} == {403}
    client.force_login(cast.dewi)
    assert {client.get(one).status_code for one in pages} == {404}
    client.force_login(cast.rina)
    assert client.get(page(regulation, "?temuan=9999")).status_code == 404
    assert client.post(page(regulation, "putuskan/9999/"), {}).status_code == 404


def test_the_findings_of_the_plan_lead_to_their_rows(client: Client, cast: Cast) -> None:
    stored(cast.agency, TWICE)
    client.force_login(cast.siti)
    address = "/kota-melati/rencana/temuan/"
    body = client.get(address).content.decode()
    assert "temuan" in words(client, address)
    assert "/kota-melati/rencana/indikator/" in body
    assert client.get(f"{address}?tingkat=error").status_code == 200
    client.force_login(cast.dewi)
    assert client.get(address).status_code == 404


def test_findings_as_kept_cost_few_queries(client: Client, cast: Cast) -> None:
    stored(cast.agency, TWICE)
    client.force_login(cast.siti)
    client.get("/kota-melati/rencana/temuan/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/kota-melati/rencana/temuan/")
    assert len(captured) <= 12
