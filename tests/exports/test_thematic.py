"""Thematic action plans in the layout of the national portal: the columns, where each figure comes from, who may."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from petajalan.exports.thematic import HEADINGS
from petajalan.planning.models import Action, Theme
from petajalan.reporting.services.rollups import refresh_year
from tests.reporting.measuring import PERCENT
from tests.reporting.reports import YEAR
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

ADDRESS = f"/kota-melati/capaian/{YEAR}/1/tematik-portal.xlsx"
THEMATIC = {
    "problem": "Data warga miskin tersebar",
    "problem_indicator": "=SUM(A1)",
    "focus_code": "data",
    "output_indicator": "Jumlah dokumen",
}


def table(client: Client, city: City, address: str = ADDRESS) -> list[list[Any]]:
    client.force_login(city.quarter.cast.rina)
    answer = client.get(address)
    assert answer.status_code == 200
    head, *rows = load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True)
    assert list(head) == list(HEADINGS)
    return [list(row) for row in rows]


def acted(city: City, **more: object) -> Action:
    return city.quarter.action("Menyatukan data", indicator_key=city.indicator.key, **{**THEMATIC, **more})


def test_the_layout_has_the_31_columns_of_the_portal() -> None:
    assert len(HEADINGS) == 31
    assert (HEADINGS[0], HEADINGS[10], HEADINGS[19], HEADINGS[30]) == (
        "No", "Permasalahan", "Rencana Aksi", "Capaian Anggaran"
    )  # fmt: skip


def test_figures_are_those_of_the_stored_achievements(client: Client, city: City) -> None:
    Theme.objects.update(objective="Kemiskinan turun")
    action = acted(city)
    city.accept(city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda"))
    city.measuring.save(city.indicator, "2,36", note="Dinilai panel")
    [row] = table(client, city)
    assert row[:10] == [
        1, "Kemiskinan", "Kemiskinan turun", "Indeks SPBE", 2.95, None, 2.36, 80, "Dinilai panel", None
    ]  # fmt: skip
    assert row[10:19] == ["Data warga miskin tersebar", None, "'=SUM(A1)", *[None] * 6]
    coordinator, unit = city.quarter.coordinator, city.quarter.unit
    assert row[19:27] == [
        "Menyatukan data", "Jumlah dokumen", "dokumen", 4, 100, "Data", coordinator.name, unit.called
    ]  # fmt: skip
    stored = city.stored("action", action.key)
    assert row[27:] == [3, 10, 75, 10]
    assert [stored.actual, stored.absorbed, stored.percent] == [3, 10, 75]


def test_unknown_is_empty_and_zero_is_zero(client: Client, city: City) -> None:
    acted(city)
    refresh_year(agency=city.quarter.cast.agency, year=YEAR)
    [row] = table(client, city)
    assert row[6:10] == [None] * 4
    assert row[22:24] + row[27:] == [4, 100, None, None, None, None]
    city.accept(city.quarter.sent(3, 0, budget_absorbed=Decimal(0), obstacle="Hujan", solution="Tenda"))
    [row] = table(client, city)
    assert row[27:] == [0, 0, 0, 0]


def test_an_indicator_without_an_action_and_a_theme_without_an_indicator_have_rows(client: Client, city: City) -> None:
    Theme.objects.create(agency=city.theme.agency, road_map=city.theme.road_map, position=2, name="Investasi")
    city.quarter.action("Bukan tematik")
    refresh_year(agency=city.quarter.cast.agency, year=YEAR)
    rows = table(client, city)
    assert [row[:4] for row in rows] == [[1, "Kemiskinan", None, "Indeks SPBE"], [2, "Investasi", None, None]]
    assert all(cell is None for row in rows for cell in row[10:])


def test_a_range_is_written_with_decimal_dots(client: Client, city: City) -> None:
    ranged = city.measuring.indicator("Inflasi", target="1,5% hingga 3,5%", **{**PERCENT, "formula": "range"})
    row = ranged.rows.get()
    row.theme, row.key_activity = city.theme, None
    row.save()
    refresh_year(agency=city.quarter.cast.agency, year=YEAR)
    assert [row[4] for row in table(client, city) if row[3] == "Inflasi"] == ["1.5 - 3.5"]


def test_made_up_rows_say_so_in_the_name_of_the_file(client: Client, city: City) -> None:
    acted(city, simulated=True)
    refresh_year(agency=city.quarter.cast.agency, year=YEAR)
    client.force_login(city.quarter.cast.rina)
    answer = client.get(ADDRESS)
    assert "-data-simulasi.xlsx" in answer["Content-Disposition"]
    assert load_workbook(BytesIO(answer.content)).sheetnames[0] == "Tematik (data simulasi)"


@pytest.mark.parametrize("address", [ADDRESS, "/kota-melati/tematik-portal.xlsx"])
def test_another_agency_gets_nothing(client: Client, city: City, address: str) -> None:
    client.force_login(city.quarter.cast.dewi)
    assert client.get(address).status_code == 404
    client.force_login(city.quarter.cast.rina)
    assert client.get(address, follow=True).status_code == 200
    assert client.get("/kota-melati/capaian/1800/1/tematik-portal.xlsx").status_code == 404


def test_pages_of_plans_and_themes_lead_there(client: Client, city: City) -> None:
    client.force_login(city.quarter.cast.rina)
    page = client.get(f"/kota-melati/rencana-aksi/?tahun={YEAR}").content.decode()
    assert ADDRESS in page
    for address in ("/kota-melati/rencana/tema/", f"/kota-melati/rencana/tema/{city.theme.key}/"):
        assert "tematik-portal.xlsx" in client.get(address + f"?versi={city.theme.road_map.version}").content.decode()
