"""The pages of measurements, through the addresses that people use."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.planning.models import Indicator
from petajalan.reporting.models import Measurement, MeasurementCorrection
from tests.planning.plans import text_of, words
from tests.reporting.measuring import CLOSED, GRADE, OPEN, PERCENT, YEAR, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture
from tests.reporting.test_report_pages import signed_in

MOST = 12


@pytest.fixture(autouse=True)
def april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: OPEN)


def address(measuring: Measuring, indicator: Indicator | None = None, more: str = "", quarter: int = 1) -> str:
    of = f"{indicator.key}/{more}" if indicator else ""
    return f"/kota-melati/pengukuran/{YEAR}/{quarter}/{measuring.unit.pk}/{of}"


def typed(figure: str = "2,7", version: int = 0, **more: object) -> dict[str, Any]:
    return {
        "version": version, "key": uuid4(), "figure": figure, "source": "Surat 12", "released": "ya", **more,
    }  # fmt: skip


def test_from_the_menu_to_the_unit_and_its_quarter(measuring: Measuring) -> None:
    measuring.indicator()
    budi, siti = signed_in(measuring.cast.budi), signed_in(measuring.cast.siti)
    assert budi.get("/kota-melati/pengukuran/").headers["Location"] == address(measuring)
    elsewhere = siti.get("/kota-melati/pengukuran/").headers["Location"]
    assert elsewhere == f"/kota-melati/pengukuran/{YEAR}/1/"
    assert "0 dari 1 indikator sudah diukur" in words(siti, elsewhere)


def test_a_figure_is_typed_and_its_achievement_explained(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    wati = signed_in(measuring.cast.wati)
    assert "belum diukur" in words(wati, address(measuring))
    answer = wati.post(address(measuring, spbe), typed())
    assert answer.headers["Location"] == address(measuring, spbe)
    page = words(wati, address(measuring))
    for said in ("1 dari 1 indikator sudah diisi", "91,53%", "2,7 ÷ 2,95 × 100 = 91,53%", "PermenPANRB 8/2021"):
        assert said in page
    assert "(2,7 − 2,66) ÷ (2,95 − 2,66) × 100 = 13,79%" in page
    assert "Surat 12 · diisi Wati" in words(wati, address(measuring, spbe))


def test_a_percentage_shows_what_it_was_made_of(measuring: Measuring) -> None:
    share = measuring.indicator("Layanan", baseline="60%", target="80%", **PERCENT)
    budi = signed_in(measuring.cast.budi)
    budi.post(address(measuring, share), typed("", numerator="36", denominator="60"))
    page = words(budi, address(measuring, share))
    assert ("60% (36 dari 60)" in page, "60 ÷ 80 × 100 = 75%" in page) == (True, True)


def test_a_provisional_figure_is_marked_wherever_it_stands(measuring: Measuring) -> None:
    sakip = measuring.indicator("Predikat SAKIP", baseline="B", target="A", **GRADE)
    budi = signed_in(measuring.cast.budi)
    budi.post(address(measuring, sakip), typed("BB", released="belum", issuer="KemenPANRB", expected_month="12"))
    assert Measurement.objects.get().provisional
    for page in (words(budi, address(measuring)), words(budi, address(measuring, sakip))):
        assert "sementara" in page
    assert "KemenPANRB, perkiraan terbit Desember" in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"figure": "8,5"}, "Angkanya jauh dari baseline."),
        ({"figure": "banyak"}, "satu angka atau predikat"),
        ({"figure": ""}, "Isi angkanya"),
        ({"source": ""}, "Tulis dokumen sumber"),
        ({"released": "mungkin"}, "Masukkan pilihan yang valid"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(measuring: Measuring, more: dict[str, str], said: str) -> None:
    spbe = measuring.indicator()
    answer = signed_in(measuring.cast.budi).post(address(measuring, spbe), typed(**{"note": "Catatan saya", **more}))
    assert answer.status_code == 422
    assert (said in text_of(answer.content), b"Catatan saya" in answer.content) == (True, True)
    assert Measurement.objects.count() == 0


def test_a_conflict_shows_both_figures_and_saving_again_overwrites_on_purpose(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    measuring.save(spbe, "2,8")
    budi = signed_in(measuring.cast.budi)
    answer = budi.post(address(measuring, spbe), typed("2,7"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert [one in page for one in ("sudah mengisi 2,8", 'value="2,7"', 'name="version" value="1"')] == [True] * 3
    budi.post(address(measuring, spbe), typed("2,7", version=1))
    assert str(Measurement.objects.get().value) == "2.7"


def test_after_closing_the_head_corrects_and_both_figures_stay(
    measuring: Measuring, monkeypatch: pytest.MonkeyPatch
) -> None:
    spbe = measuring.indicator()
    measuring.save(spbe, "2,7")
    monkeypatch.setattr("django.utils.timezone.now", lambda: CLOSED)
    budi, wati = signed_in(measuring.cast.budi), signed_in(measuring.cast.wati)
    closed = wati.post(address(measuring, spbe), typed("2,8", version=1))
    assert (closed.status_code, "sudah ditutup" in text_of(closed.content)) == (422, True)
    place = address(measuring, spbe, "koreksi/")
    assert place in budi.get(address(measuring, spbe)).content.decode()
    assert place not in wati.get(address(measuring, spbe)).content.decode()
    refused = budi.post(place, typed("2,8", version=1))
    assert (refused.status_code, "Isi alasan koreksi" in text_of(refused.content)) == (422, True)
    assert wati.post(place, typed("2,8", version=1, reason="a")).status_code == 403
    budi.post(place, typed("2,8", version=1, reason="Salah kutip"))
    assert "Semula 2,7 (Surat KemenPANRB 12/2025): Salah kutip" in words(wati, address(measuring, spbe))
    stale = budi.post(place, typed("2,9", version=1, reason="Salah lagi"))
    assert (stale.status_code, MeasurementCorrection.objects.count()) == (409, 1)


def test_other_people_read_and_another_agency_sees_nothing(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    measuring.save(spbe, "2,7")
    joko, dewi = signed_in(measuring.cast.joko), signed_in(measuring.cast.dewi)
    assert b"Simpan pengukuran" not in joko.get(address(measuring, spbe)).content
    assert joko.post(address(measuring, spbe), typed("2,8", version=1)).status_code == 403
    reading = [f"/kota-melati/pengukuran/{more}" for more in ("", f"{YEAR}/1/")]
    reading += [address(measuring), address(measuring, spbe)]
    assert [dewi.get(one).status_code for one in reading] == [404] * 4
    hidden = address(measuring).replace("kota-melati", "kota-contoh")
    writing = [address(measuring, spbe), address(measuring, spbe, "koreksi/")]
    assert [dewi.post(one, typed(version=1)).status_code for one in writing] == [404] * 2
    assert dewi.get(hidden).status_code == 404


def test_there_is_no_other_quarter_unit_or_indicator(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    budi = signed_in(measuring.cast.budi)
    wrong = [
        address(measuring, quarter=5),
        f"/kota-melati/pengukuran/{YEAR}/1/999999/",
        address(measuring).replace(str(YEAR), "1900"),
        address(measuring, Indicator(key=uuid4())),
        address(measuring, spbe).replace("/2025/", "/2031/"),
    ]
    assert [budi.get(one).status_code for one in wrong] == [404] * 5


def test_pages_ask_as_much_for_one_indicator_as_for_three(measuring: Measuring) -> None:
    client = signed_in(measuring.cast.budi)
    counts: list[list[int]] = []
    for rows in (1, 2):
        for number in range(rows):
            made = measuring.indicator(f"Indeks {rows}{number}")
            measuring.save(made, "2,7")
        overview = f"/kota-melati/pengukuran/{YEAR}/1/"
        counts.append([asked(client, one) for one in (overview, address(measuring), address(measuring, made))])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST


def asked(client: Client, place: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(place).status_code == 200
    return len(captured)
