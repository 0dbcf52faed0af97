"""Open data: whole files, compared cell by cell."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from petajalan.accounts.choices import PublicItem
from petajalan.planning.models import Theme
from petajalan.reporting.services.rollups import refresh_year
from tests.dashboard.publishing import CONTENT, PAGE, enacted, show
from tests.reporting.measuring import CLOSED, YEAR, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture


@pytest.fixture
def city(measuring: Measuring, monkeypatch: pytest.MonkeyPatch) -> Measuring:
    monkeypatch.setattr("django.utils.timezone.now", lambda: CLOSED)
    return enacted(measuring)


def rows(name: str) -> list[list[str]]:
    answer = Client().get(f"{PAGE}data/{name}.csv")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8; header=present")
    return list(csv.reader(StringIO(answer.content.decode())))


def loaded(name: str) -> Any:
    answer = Client().get(f"{PAGE}data/{name}.json")
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_four_tables_in_two_formats(city: Measuring) -> None:
    made = city.indicator("=2+5 Indeks", baseline="-1,5")
    city.save(made, "2,8")
    refresh_year(agency=city.cast.agency, year=YEAR)
    theme = Theme.objects.create(
        agency=city.cast.agency, road_map=city.road_map, position=1, name="@Tema", objective="Warga, sejahtera"
    )
    show(city.cast, *CONTENT)
    key = str(made.key)
    assert rows("indikator")[1:] == [
        [key, "'=2+5 Indeks", "", "", "higher", "", "Bagor", "Arsitektur SPBE", "2024", "-1.5", "'-1,5"]
    ]
    assert rows("target") == [
        ["kunci_indikator", "indikator", "periode", "target", "target_tertulis", "batas_bawah", "batas_atas"],
        [key, "'=2+5 Indeks", "2025", "2.95", "2,95", "", ""],
    ]
    assert rows("realisasi")[1:] == [[key, "'=2+5 Indeks", "2025", "1", "2.8", "", "94.92", "false", "false", "1", "1"]]
    assert rows("tema")[1:] == [[str(theme.key), "'@Tema", "Warga, sejahtera", "", "", "", ""]]
    assert loaded("realisasi")["data"] == [
        {
            "kunci_indikator": key, "indikator": "=2+5 Indeks", "tahun": 2025, "triwulan": 1, "realisasi": 2.8,
            "predikat": "", "capaian_persen": 94.92, "sementara": False, "simulasi": False, "unit_mengukur": 1,
            "unit_seluruhnya": 1,
        }
    ]  # fmt: skip


def test_the_description_names_what_is_open(city: Measuring) -> None:
    city.indicator()
    show(city.cast, PublicItem.INDICATORS, PublicItem.DATA)
    told = loaded("deskripsi")
    assert {name: told[name] for name in ("title", "publisher", "license", "contactPoint")} == {
        "title": "Road map reformasi birokrasi Kota Melati",
        "publisher": "Kota Melati",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "contactPoint": None,
    }
    assert [one["identifier"] for one in told["dataset"]] == ["indikator", "target"]
    assert told["dataset"][0]["distribution"][0]["downloadURL"] == f"http://testserver{PAGE}data/indikator.csv"
    assert [one["name"] for one in told["dataset"][1]["columns"]] == rows("target")[0]


@pytest.mark.parametrize("name", ["realisasi.csv", "realisasi.json", "tema.csv", "target.xlsx", "target", "lain.csv"])
def test_what_is_not_open_does_not_exist(city: Measuring, name: str) -> None:
    city.indicator()
    show(city.cast, PublicItem.INDICATORS, PublicItem.DATA)
    assert Client().get(f"{PAGE}data/{name}").status_code == 404
    show(city.cast, PublicItem.DATA, shown=False)
    assert Client().get(f"{PAGE}data/target.csv").status_code == 404
