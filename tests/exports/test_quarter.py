"""The quarterly report as a workbook: the figures of the page, as numbers and dates, for those who may see them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from petajalan.planning.models import Action
from tests.planning.plans import text_of
from tests.reporting.reports import YEAR, Quarter
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

ADDRESS = f"/kota-melati/capaian/{YEAR}/1/laporan.xlsx"


def book(client: Client, quarter: Quarter, address: str = ADDRESS) -> Any:
    client.force_login(quarter.cast.rina)
    response = client.get(address)
    assert response.status_code == 200
    return load_workbook(BytesIO(response.content))


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    head, *found = list(sheet.iter_rows(values_only=True))
    return [dict(zip(head, row, strict=True)) for row in found]


def filled(city: City) -> Action:
    action = city.quarter.action('=HYPERLINK("x")', indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda"))
    city.measuring.save(city.indicator, "2,36")
    return action


def test_it_holds_the_figures_of_the_page_as_numbers_and_dates(client: Client, city: City) -> None:
    filled(city)
    found = book(client, city.quarter)
    assert found.sheetnames == ["Ringkasan", "Ketepatan", "Aksi", "Indikator", "Kelompok"]
    [action] = rows(found["Aksi"])
    assert (action["Realisasi"], action["Target"], action["Capaian (%)"], action["Kategori"]) == (3, 4, 75, "Sedang")
    assert (action["Unit diketahui"], action["Dari unit"], action["Terserap (Rp)"]) == (1, 1, 10)
    assert (action["Kode dan versi rumus"], action["Dasar rumus"]) == ("ratio 1", "PermenPANRB 8/2021, kondisi normal")
    assert "Maret 2025: 3" in action["Asal angka"]
    [indicator] = rows(found["Indikator"])
    assert (indicator["Capaian (%)"], indicator["Dinilai terhadap"]) == (80, "target 2025")
    assert "Surat KemenPANRB 12/2025" in indicator["Asal angka"]
    groups = {row["Kelompok"]: row for row in rows(found["Kelompok"]) if row["Capaian (%)"] is not None}
    assert {name: row["Capaian (%)"] for name, row in groups.items()} == {
        "Kegiatan utama": 80, "Sasaran strategis": 80, "Tema": 80, "Unit": 80
    }  # fmt: skip
    march = rows(found["Ketepatan"])[2]
    assert (march["Bulan"], march["Keadaan"]) == ("Maret 2025", "tepat waktu")
    assert isinstance(march["Tenggat"], datetime)
    assert march["Tenggat"].hour == 23
    page = text_of(client.get(f"/kota-melati/capaian/{YEAR}/1/?tampil=aksi").content)
    assert "75%" in page
    assert rows(found["Ringkasan"])[2]["Keterangan"] in page


def test_panes_are_frozen_and_a_text_that_looks_like_a_formula_stays_a_text(client: Client, city: City) -> None:
    filled(city)
    sheet = book(client, city.quarter)["Aksi"]
    assert sheet.freeze_panes == "B2"
    cell = sheet["A2"]
    assert (cell.data_type, cell.value) == ("s", '\'=HYPERLINK("x")')


def test_nothing_known_is_an_empty_cell_and_zero_a_zero(client: Client, city: City) -> None:
    city.quarter.action(indicator_key=city.indicator.key)
    city.accept(city.quarter.sent(3, 0, budget_absorbed=Decimal(0), obstacle="Hujan", solution="Tenda"))
    [action] = rows(book(client, city.quarter)["Aksi"])
    assert (action["Realisasi"], action["Capaian (%)"], action["Terserap (Rp)"]) == (0, 0, 0)
    [later] = rows(book(client, city.quarter, ADDRESS.replace("/1/", "/2/"))["Aksi"])
    assert (later["Realisasi"], later["Capaian (%)"]) == (None, None)
    assert later["Sebab belum dinilai"] == "tidak ada kegiatan pada triwulan ini"


@pytest.mark.parametrize(
    "address", [ADDRESS, f"/kota-melati/capaian/{YEAR}/1/", f"/kota-melati/ketepatan/{YEAR}/", "one"]
)
def test_another_agency_gets_nothing(client: Client, city: City, address: str) -> None:
    action = filled(city)
    address = f"/kota-melati/capaian/{YEAR}/1/aksi/{action.key}/" if address == "one" else address
    client.force_login(city.quarter.cast.dewi)
    assert client.get(address).status_code == 404
    # The row of one agency under the address of another.
    elsewhere = address.replace("kota-melati", "kota-contoh")
    assert "HYPERLINK" not in client.get(elsewhere).content.decode("utf-8", "replace")
    client.force_login(city.quarter.cast.rina)
    assert client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code in (302, 404)


@pytest.mark.parametrize("address", ["capaian/1800/1/", "capaian/2025/5/", "capaian/2025/1/aksi/x/", "ketepatan/1800/"])
def test_what_there_is_not_is_not_found(client: Client, city: City, address: str) -> None:
    client.force_login(city.quarter.cast.rina)
    assert client.get(f"/kota-melati/{address}").status_code == 404
