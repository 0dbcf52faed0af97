"""Printed totals and results of earlier years: corrected or confirmed with a reason, the print itself kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from petajalan.common.models import AuditEntry
from petajalan.planning import services
from petajalan.planning.models import CorrectedFigure, Figure, KeyActivity, Regulation, RoadMap
from petajalan.planning.queries import road_map_json
from petajalan.planning.services import Choice, Conflict, Refused, correct_figure, start_amendment
from petajalan.planning.services.decisions import decidable
from petajalan.planning.views.doors import read_of
from tests.cast import Cast
from tests.planning.plans import text_of, words
from tests.planning.regulations import AT, LATER, MELATI, stored

PRIORITIES = "/kota-melati/rencana/prioritas/"


@pytest.fixture
def regulation(cast: Cast) -> Regulation:
    one = services.upload_regulation(agency=cast.agency, content=MELATI, filename="perwali.md", by=cast.rina, at=AT)
    services.read_uploaded(regulation=one, at=AT)
    return Regulation.objects.get(pk=one.pk)


@pytest.fixture
def draft(cast: Cast) -> RoadMap:
    """An amendment of the regulation, whose total of "Arsip Digital" is printed 27 instead of 17."""
    return start_amendment(road_map=stored(cast.agency)[1], reason="x", by=cast.rina, at=AT)


def total(draft: RoadMap) -> Figure:
    found = Figure.objects.get(road_map=draft, role="total", key_activity__name="Arsip Digital")
    found.road_map = draft
    return found


def told(
    cast: Cast, figure: Figure, text: str | None, reason: str = "Salah jumlah", seen: int = 0
) -> dict[str, object]:
    return {"figure": figure, "text": text, "seen": seen, "reason": reason, "by": cast.rina, "at": AT}


def test_import_corrects_a_printed_total_to_the_sum_of_the_scores_as_decided(
    cast: Cast, regulation: Regulation
) -> None:
    read = read_of(regulation)
    archive = read.data.road_map.key_activities[0]
    choices = [
        Choice(archive.total_printed.place, "19", "Jumlah skor"),  # given first, held against the scores below
        Choice(archive.scores["severity"].place, "4", "Salah ketik"),
    ]
    road_map = services.adopt_regulation(regulation=regulation, choices=choices, by=cast.rina, at=AT)
    corrected = CorrectedFigure.objects.get(road_map=road_map)
    assert (corrected.figure.printed, corrected.printed, corrected.value, corrected.reason, corrected.decided_by) == (
        "27", "19", Decimal(19), "Jumlah skor", cast.rina,
    )  # fmt: skip
    assert KeyActivity.objects.get(road_map=road_map, name="Arsip Digital").total == 19


@pytest.mark.parametrize(
    ("corrected", "sentence"),
    [("18", "berjumlah 17, bukan 18. Tulis 17, atau koreksi skornya."), (None, "berjumlah 17, bukan 27."),
     ("banyak", "bukan angka"), ("7±", "tidak dapat dipastikan")],
)  # fmt: skip
def test_total_that_does_not_add_up_stores_nothing(
    cast: Cast, regulation: Regulation, corrected: str | None, sentence: str
) -> None:
    place = read_of(regulation).data.road_map.key_activities[0].total_printed.place
    with pytest.raises(Refused, match=sentence):
        services.adopt_regulation(regulation=regulation, choices=[Choice(place, corrected, "x")], by=cast.rina, at=AT)
    assert RoadMap.objects.count() == 0


def test_result_of_an_earlier_year_is_corrected_or_confirmed(cast: Cast, regulation: Regulation) -> None:
    values = read_of(regulation).data.road_map.interim_results[0].values
    choices = [
        Choice(values[2021].place, "175,6", "Laporan KASN"),
        Choice(values[2022].place, None, "Sudah dicocokkan"),
    ]
    road_map = services.adopt_regulation(regulation=regulation, choices=choices, by=cast.rina, at=AT)
    shown = road_map_json(road_map)["interim_results"][0]["values"]
    assert {year: figure["value"] for year, figure in shown.items()} == {"2021": 175.6, "2022": 256.5}
    found = CorrectedFigure.objects.filter(road_map=road_map).order_by("printed")
    assert [(one.printed, one.figure.printed, one.reason) for one in found] == [
        ("175,6", "175,5", "Laporan KASN"), ("256,5", "256,5", "Sudah dicocokkan"),
    ]  # fmt: skip
    entries = AuditEntry.objects.filter(action="figure_corrected").order_by("pk")
    assert [(one.object_name, one.before["figure"], one.after["figure"]) for one in entries] == [
        ("Sistem Merit", "175,5", "175,6"), ("Sistem Merit", "256,5", "256,5"),
    ]  # fmt: skip


def test_wizard_offers_the_total_but_not_to_keep_a_wrong_one(
    client: Client, cast: Cast, regulation: Regulation
) -> None:
    read = read_of(regulation)
    offered = {
        (read.findings[number - 1].code, option.place.printed): (option.keeps, number, option.index)
        for number, options in decidable(read).items()
        for option in options
    }
    keeps, number, index = offered["wrong_total", "27"]
    assert keeps is False
    assert "ties_without_rule" not in {code for code, _printed in offered}
    client.force_login(cast.rina)
    page = f"/kota-melati/peraturan/{regulation.pk}/rancang/"
    sent = {"pilihan": f"koreksi-{index}", "koreksi": "17", "alasan": "Jumlah skor"}
    client.post(f"{page}putuskan/{number}/", sent)
    assert client.post(f"{page}simpan/").url == "/kota-melati/rencana/?versi=1"
    assert CorrectedFigure.objects.get().value == 17


def test_priorities_say_what_was_corrected_by_whom_and_why(client: Client, cast: Cast, draft: RoadMap) -> None:
    client.force_login(cast.wati)
    archive = KeyActivity.objects.get(road_map=draft, name="Arsip Digital")
    address = f"{PRIORITIES}{archive.pk}/total/"
    refused = client.post(address, {"versi_baris": "0", "alasan": " "}, follow=True)
    assert "Alasannya belum ditulis." in text_of(refused.content)
    assert "Koreksi yang tercetak" in words(client, PRIORITIES)
    answer = client.post(address, {"versi_baris": "0", "alasan": "Salah jumlah"}, follow=True)
    page = text_of(answer.content)
    assert "Total tercetak untuk Arsip Digital dikoreksi menjadi 17." in page
    assert "27 dikoreksi menjadi 17" in page
    assert f"{cast.wati}, " in page
    assert "Koreksi yang tercetak" not in page
    assert "Mengoreksi angka tercetak" in words(client, "/kota-melati/rencana/riwayat/?jenis=keyactivity")
    # Another score, another sum: the correction no longer settles it.
    score = archive.scores.get(factor__code="severity")
    services.set_score(activity=archive, factor=score.factor, value=Decimal(3), seen=1, by=cast.rina, at=LATER)
    assert "Koreksi yang tercetak" in words(client, PRIORITIES)


def test_stale_correction_is_a_conflict_and_the_amendment_keeps_it(cast: Cast, draft: RoadMap) -> None:
    correct_figure(**told(cast, total(draft), "17"))
    with pytest.raises(Conflict):
        correct_figure(**told(cast, total(draft), "17", "Lagi"))
    again = correct_figure(**told(cast, total(draft), "17", "Lagi", seen=1))
    assert (again.version, again.reason) == (2, "Lagi")
    RoadMap.objects.filter(pk=draft.pk).update(status="enacted")
    RoadMap.objects.exclude(pk=draft.pk).update(status="amended", current=False)
    copy = start_amendment(road_map=RoadMap.objects.get(pk=draft.pk), reason="y", by=cast.rina, at=AT)
    kept = CorrectedFigure.objects.get(road_map=copy)
    assert (kept.figure.road_map, kept.reason, kept.key) == (copy, "Lagi", again.key)


@pytest.mark.parametrize(("name", "status"), [("siti", 403), ("budi", 403), ("ani", 403), ("wali", 403), ("dewi", 404)])
def test_others_correct_nothing(client: Client, cast: Cast, draft: RoadMap, name: str, status: int) -> None:
    client.force_login(cast[name])
    archive = KeyActivity.objects.get(road_map=draft, name="Arsip Digital")
    answer = client.post(f"{PRIORITIES}{archive.pk}/total/?versi=2", {"versi_baris": "0", "alasan": "x"})
    assert answer.status_code == status
    assert not CorrectedFigure.objects.exists()
