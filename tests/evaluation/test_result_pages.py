"""Pages of national results, differences, objections and the history: what they say, keep, refuse, and for whom."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from petajalan.evaluation.models import EvaluationWorksheet, IndexValue, NationalResult, Objection, WorksheetScore
from petajalan.evaluation.services.worksheet import keeping
from tests.evaluation.objecting import claim, proposed, sent, written
from tests.evaluation.test_national_results import ALL, filled
from tests.evaluation.test_worksheet_pages import at, signed_in, text
from tests.evaluation.worksheets import AT, YEAR, Scoring
from tests.evaluation.worksheets import scoring_ as scoring_


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petajalan.common.clock.now", lambda: AT)


def uploaded(client: Client, data: bytes, name: str = "nilai.xlsx") -> Any:
    return client.post(at("worksheet_national_upload"), {"file": SimpleUploadedFile(name, data)})


def signed(page: str) -> str:
    return page.split('name="read" value="')[1].split('"')[0]


def rows(content: bytes) -> list[tuple[Any, ...]]:
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_a_file_is_shown_before_it_is_kept(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.ani)
    assert "0 dari 6 butir sudah mempunyai nilai resmi." in text(client, at("worksheet_national"))
    answer = uploaded(client, filled(scoring_, {**ALL, "B1": (9,)}, {"Indeks": 77}))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Belum ada yang disimpan. Dalam berkas ini: 5 baru, 1 ditolak." in page
    assert "9 di luar rentang butir ini, 1 sampai 5." in page
    assert not WorksheetScore.objects.exists()
    refused = client.post(at("worksheet_national_confirm"), {"read": signed(page), "source": "", "page": "4"})
    assert refused.status_code == 422
    assert 'value="4"' in refused.content.decode()
    kept = client.post(
        at("worksheet_national_confirm"), {"read": signed(refused.content.decode()), "source": "LHE 2025"}, follow=True
    )
    assert "5 nilai resmi tersimpan. 1 baris ditolak dan belum masuk: B1." in kept.content.decode()
    assert (WorksheetScore.objects.count(), NationalResult.objects.get().index) == (5, Decimal(77))


def test_a_preview_that_somebody_forged_or_of_another_worksheet_is_not_taken(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.ani)
    page = uploaded(client, filled(scoring_, ALL)).content.decode()
    told = client.post(at("worksheet_national_confirm"), {"read": signed(page) + "x", "source": "L"}, follow=True)
    assert "Pratinjau ini tidak berlaku lagi." in told.content.decode()
    other = keeping.start_worksheet(instrument=scoring_.adopted, year=YEAR - 1, by=scoring_.cast.wati, at=AT)
    address = reverse("worksheet_national_confirm", args=["kota-melati", other.year])
    told = client.post(address, {"read": signed(page), "source": "L"}, follow=True)
    assert "Pratinjau ini tidak berlaku lagi." in told.content.decode()
    assert not WorksheetScore.objects.exists()


def test_what_changed_since_the_preview_is_shown_again(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.ani)
    page = uploaded(client, filled(scoring_, ALL)).content.decode()
    scoring_.score("B2", 4, party="national", source="LHE lain")
    told = client.post(at("worksheet_national_confirm"), {"read": signed(page), "source": "LHE 2025"})
    assert told.status_code == 422
    assert "sudah mengubah nilai ini menjadi 4" in told.content.decode()
    kept = client.post(at("worksheet_national_confirm"), {"read": signed(told.content.decode()), "source": "LHE 2025"})
    assert kept.status_code == 302
    assert WorksheetScore.objects.get(item="B2").raw == Decimal("3.2")


def test_a_file_that_cannot_be_read_says_so_on_the_page(scoring_: Scoring) -> None:
    answer = uploaded(signed_in(scoring_.cast.ani), b"bukan excel", "nilai.xlsx")
    assert answer.status_code == 422
    assert "Berkas ini bukan buku kerja Excel" in answer.content.decode()


def test_printed_totals_that_contradict_their_items_are_told(scoring_: Scoring) -> None:
    """General (70/100·5 + 60/100·15·0,7 + 2,8/5·40 + 3,2/5·20 + 20) = 65; thematic 13; index 78."""
    client = signed_in(scoring_.cast.wati)
    page = uploaded(client, filled(scoring_, ALL)).content.decode()
    client.post(at("worksheet_national_confirm"), {"read": signed(page), "source": "LHE 2025"})
    given = {"version": 0, "general": "65", "thematic": "13", "index": "78,00", "grade": "BB", "source": "LHE 2025"}
    client.post(at("worksheet_printed"), given)
    page = text(client, at("worksheet_national"))
    assert "bertentangan" not in page
    client.post(at("worksheet_printed"), {**given, "version": 1, "index": "78,5"})
    page = text(client, at("worksheet_national"))
    assert "2 angka tercetak bertentangan dengan nilai butirnya." in page  # with its items, and with its own parts
    assert "beda -0,50" in page
    differences = text(client, at("worksheet_differences"))
    assert "Indeks tercetak 78,50, pembanding 78,00" in differences
    late = client.post(at("worksheet_printed"), {**given, "index": "79"})
    assert (late.status_code, NationalResult.objects.get().index) == (422, Decimal("78.5"))
    assert 'value="79"' in late.content.decode()


def test_differences_stand_by_effect_and_add_up(scoring_: Scoring) -> None:
    """Ours 76: A1 4, A2 6, B1 20, B2 12, B3 20, T1 14. Official 78."""
    scoring_.all()
    client = signed_in(scoring_.cast.ani)
    page = uploaded(client, filled(scoring_, ALL)).content.decode()
    client.post(at("worksheet_national_confirm"), {"read": signed(page), "source": "LHE 2025"})
    page = text(client, at("worksheet_differences"))
    assert "Indeks menurut nilai resmi 78,00, perkiraan penilaian mandiri 76,00: selisih +2,0000 poin." in page
    order = [page.index(f"{code} · ") for code in ("B1", "T1", "B2", "A1", "A2", "B3")]
    assert order == sorted(order)
    found = rows(client.get(at("worksheet_differences_workbook")).content)
    assert found[1][:9] == ("B1", "Indeks SPBE", "2,5", 20, "2,8", 22.4, 20, 22.4, 2.4)
    assert sum(row[8] for row in found[1:-1]) == pytest.approx(2)
    assert found[-1][1:9] == ("Jumlah selisih = selisih indeks", None, None, None, None, 76, 78, 2)


def test_unknown_items_are_marked_and_not_counted(scoring_: Scoring) -> None:
    scoring_.score("B1", "2.5")
    scoring_.score("B1", "2.8", party="national", source="LHE")
    page = text(signed_in(scoring_.cast.siti), at("worksheet_differences"))
    assert "1 dari 6 butir dapat dibandingkan. Belum diketahui: A1, A2, B2, B3, T1." in page
    assert "perkiraan: belum ada nilai; resmi: belum ada nilai" in page
    assert "Jumlah 1 dari 6 butir yang nilainya ada di kedua pihak" in page
    empty = text(signed_in(scoring_.cast.siti), at("worksheet_differences") + "?dari=nasional")
    assert "Sanggah<" not in empty


def test_an_objection_goes_its_way_over_the_pages(scoring_: Scoring) -> None:
    scoring_.score("B1", "2.8", party="national", source="LHE 2025")
    ani, rina, siti = (signed_in(scoring_.cast[name]) for name in ("ani", "rina", "siti"))
    assert at("objection_write", "B1") in text(ani, at("worksheet_differences"))
    assert at("objection_write", "B1") not in text(siti, at("worksheet_differences"))
    given = {"version": 0, "raw": "3,1", "reason": "Laporan menyebut 3,1", "due": "2025-11-20"}
    refused = ani.post(at("objection_write", "B1"), {**given, "raw": "31"})
    assert refused.status_code == 422
    assert 'value="31"' in refused.content.decode()
    assert ani.post(at("objection_write", "B1"), {**given, "link": "https://contoh.go.id/spbe"}).status_code == 302
    row = Objection.objects.get()
    one = at("objection", row.pk)
    assert ani.get(at("objection_write", "B1")).headers["Location"] == one
    assert "Menurut instansi" in text(siti, at("objections"))
    assert "Ubah rancangan" not in text(siti, one)
    ani.post(at("objection_propose", row.pk), {"version": 1})
    assert "Setujui dan catat dikirim" in text(rina, one)
    assert rina.post(at("objection_return", row.pk), {"version": 2, "reason": ""}).status_code == 422
    rina.post(at("objection_send", row.pk), {"version": 2})
    assert "Menunggu jawaban evaluator nasional" in text(ani, one)
    answer = {"version": 3, "score_version": 1, "hasil": "diterima", "raw": "3,1", "source": ""}
    assert ani.post(at("objection_answer", row.pk), answer).status_code == 422
    ani.post(at("objection_answer", row.pk), {**answer, "source": "Berita acara"})
    row.refresh_from_db()
    assert (row.state, WorksheetScore.objects.get(item="B1", party="national").raw) == ("accepted", Decimal("3.1"))
    assert "Semula 2,8" in text(ani, at("worksheet_item", "B1"))
    kept = reverse("evidence_unit", args=["kota-melati", scoring_.inspectorate.pk])
    assert "Sanggahan butir B1, LKE 2025" in text(ani, kept)


def test_a_refusal_of_the_ministry_is_recorded(scoring_: Scoring) -> None:
    row = sent(scoring_)
    given = {"version": row.version, "score_version": 1, "hasil": "ditolak", "answer": "Bukti lama", "source": "Surat"}
    signed_in(scoring_.cast.wati).post(at("objection_answer", row.pk), given)
    row.refresh_from_db()
    assert (row.state, row.answer) == ("refused", "Bukti lama")


def test_who_may_and_for_whom_nothing_exists(scoring_: Scoring) -> None:
    row = proposed(scoring_)
    addresses = [
        at("worksheet_national"), at("worksheet_differences"), at("objections"), at("objection", row.pk),
        at("national_template"), at("worksheet_differences_workbook"),
        *(reverse(f"worksheet_history{kind}", args=["kota-melati"]) for kind in ("", "_workbook", "_csv")),
    ]  # fmt: skip
    dewi, siti = signed_in(scoring_.cast.dewi), signed_in(scoring_.cast.siti)
    assert {dewi.get(address).status_code for address in addresses} == {404}
    assert [siti.get(address).status_code for address in addresses] == [200, 200, 200, 200, 403, 200, 200, 200, 200]
    writes = [
        at("worksheet_national_upload"), at("worksheet_national_confirm"), at("worksheet_printed"),
        *(at(f"objection_{name}", row.pk) for name in ("change", "propose", "send", "return", "answer", "drop")),
        at("objection_proof_remove", row.pk, 1), at("objection_write", "B1"),
    ]  # fmt: skip
    assert {siti.post(address, {"version": 1}).status_code for address in writes} == {403}
    assert {dewi.post(address, {"version": 1}).status_code for address in writes} == {404}
    other = reverse("objection", args=["kota-melati", YEAR - 1, row.pk])
    assert siti.get(other).status_code == 404


def official(scoring: Scoring, year: int, value: str, level: str = "") -> None:
    IndexValue.objects.create(
        agency=scoring.cast.agency, code="reform-index", year=year, value=value, level=level, source=f"Surat {year}",
        entered_at=AT,
    )  # fmt: skip


def test_the_history_compares_within_a_scheme_only(scoring_: Scoring) -> None:
    for year, value in ((2021, "61.2"), (2022, "63.4"), (2023, "70.5")):
        official(scoring_, year, value)
    scoring_.all()
    NationalResult.objects.create(
        agency=scoring_.cast.agency, worksheet=scoring_.worksheet, general=Decimal(60), index=Decimal("73"), grade="BB",
        source="LHE 2025", entered_by=scoring_.cast.wati, entered_at=AT,
    )  # fmt: skip
    client = signed_in(scoring_.cast.siti)
    page = text(client, reverse("worksheet_history", args=["kota-melati"]))
    assert "Skema berganti antara 2022 dan 2023; tidak dibandingkan." in page
    assert page.count('class="ei-cut"') == 1
    found = rows(client.get(reverse("worksheet_history_workbook", args=["kota-melati"])).content)
    assert [(row[1], row[2], row[3], row[5], row[8]) for row in found[1:]] == [
        (2025, "Resmi", 73, None, 2.5),
        (2025, "Perkiraan mandiri", 76, "Sangat Baik", None),
        (2023, "Resmi", 70.5, "Sangat Baik", None),
        (2022, "Resmi", 63.4, "Baik", 2.2),
        (2021, "Resmi", 61.2, "Baik", None),
    ]
    text_ = client.get(reverse("worksheet_history_csv", args=["kota-melati"])).content.decode("utf-8-sig")
    assert text_.splitlines()[4].startswith("sampai 2022;2022;Resmi;63,40;B;Baik;;;2,20;Surat 2022")


def test_as_many_queries_for_one_row_as_for_three(scoring_: Scoring) -> None:
    client = signed_in(scoring_.cast.ani)
    addresses = [
        at("worksheet_differences"), at("objections"), at("worksheet_national"),
        reverse("worksheet_history", args=["kota-melati"]),
    ]  # fmt: skip
    written(scoring_)
    counts = []
    for more in (False, True):
        if more:
            written(scoring_, code="A1", claim=claim("30"))
            written(scoring_, code="T1", claim=claim("40"))
            for year in (2023, 2024):
                EvaluationWorksheet.objects.create(
                    agency=scoring_.cast.agency, year=year, adopted=scoring_.adopted, instrument_version=1
                )
                official(scoring_, year, "70")
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            found.append(len(captured))
        counts.append(found)
    assert counts[0] == counts[1]
