"""The pages of achievements and punctuality: what they say, how they lead to the lines, and how much they ask."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Unit
from petajalan.common import clock
from petajalan.planning.models import ActionImplementer
from petajalan.reporting.models import ProgressLine
from petajalan.reporting.services.rollups import refresh_year
from tests.planning.plans import words
from tests.reporting.reports import YEAR, moment
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

CITY = "/kota-melati/"
PAGE = f"{CITY}capaian/{YEAR}/1/"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    def now() -> datetime:
        return moment(4, 2)

    monkeypatch.setattr(clock, "now", now)


def filled(city: City) -> ProgressLine:
    city.quarter.action(indicator_key=city.indicator.key)
    report = city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda")
    city.accept(report)
    city.measuring.save(city.indicator, "2,36")
    return ProgressLine.objects.get(report=report)


def test_the_quarter_is_said_in_a_sentence_and_each_number_explained(client: Client, city: City) -> None:
    filled(city)
    client.force_login(city.quarter.cast.wali)
    page = words(client, PAGE)
    assert "Triwulan I 2025: 1 dari 1 indikator sudah dinilai: 1 tinggi atau sangat tinggi" in page
    assert "1 dari 1 aksi sudah dinilai, rata-rata 75%. Anggaran terserap 10% sejak awal tahun" in page
    assert "2,36 ÷ 2,95 × 100 = 80%" in page
    assert "80% Tinggi" in page
    actions = words(client, f"{PAGE}?tampil=aksi")
    assert "3 ÷ 4 × 100 = 75%" in actions
    assert "1 dari 1 unit" in actions
    assert "rata-rata 1 dari 1 indikator" in words(client, f"{PAGE}?tampil=tema")


def test_three_clicks_lead_from_the_quarter_to_the_line_and_its_evidence(client: Client, city: City) -> None:
    line = filled(city)
    client.force_login(city.quarter.cast.rina)
    listed = client.get(PAGE).content.decode()
    indicator = f"{PAGE}indikator/{city.indicator.key}/"
    assert f'href="{indicator}"' in listed
    action = f"{PAGE}aksi/{line.action.key}/"
    assert f'href="{action}"' in client.get(indicator).content.decode()
    report = f"{CITY}laporan/{YEAR}/3/{city.quarter.unit.pk}/"
    assert f'href="{report}#l{line.pk}"' in client.get(action).content.decode()
    assert f'id="l{line.pk}"' in client.get(report).content.decode()


def test_a_running_quarter_has_no_percentage_and_nothing_is_zero(client: Client, city: City) -> None:
    city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(1, 2))
    client.force_login(city.quarter.cast.rina)
    page = words(client, f"{PAGE}?tampil=aksi")
    assert "dinilai setelah laporan bulan terakhir triwulan diterima" in page
    assert "0%" not in page.replace("10%", "")


def test_nobody_has_planned_anything(client: Client, city: City) -> None:
    client.force_login(city.quarter.cast.rina)
    assert "Belum ada capaian" in words(client, PAGE)
    assert "Belum ada yang wajib melapor" in words(client, f"{CITY}ketepatan/{YEAR}/")


def test_punctuality_says_each_cell_in_words(client: Client, city: City) -> None:
    filled(city)
    client.force_login(city.quarter.cast.rina)
    page = words(client, f"{CITY}ketepatan/{YEAR}/")
    assert "3 laporan jatuh tempo: 1 tepat waktu, 0 terlambat, 2 belum dikirim." in page
    assert "Maret: tepat waktu, dikirim 20 Maret 2025" in page
    assert "Januari: belum dikirim; tenggat 31 Januari 2025, ditutup 28 Februari 2025" in page
    assert "1 dari 3" in page


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}?tampil=aksi", f"{CITY}ketepatan/{YEAR}/", f"{PAGE}laporan.xlsx"])
def test_forty_units_and_twelve_actions_ask_no_more(client: Client, city: City, address: str) -> None:
    filled(city)
    client.force_login(city.quarter.cast.rina)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    client.get(address)
    few = asked()
    agency = city.quarter.cast.agency
    actions = [city.quarter.action(f"Aksi {number}", indicator_key=city.indicator.key) for number in range(12)]
    for number in range(40):
        unit = Unit.objects.create(agency=agency, kind="department", name=f"Dinas {number}", key=f"dinas {number}")
        ActionImplementer.objects.create(agency=agency, action=actions[number % 12], unit=unit)
    refresh_year(agency=agency, year=YEAR)
    assert asked() == few <= 12
