"""Open data: whole files, compared cell by cell."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from petajalan.accounts.choices import PublicItem
from petajalan.exports.models import FrozenDocument, FrozenFile
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


def frozen_annex(city: Measuring, *, road_map: int | None = None) -> FrozenDocument:
    about = f"road_map={road_map or city.road_map.pk}"
    version = FrozenDocument.objects.filter(about=about).count() + 1
    made = FrozenDocument.objects.create(
        agency=city.cast.agency, kind="annex", about=about, subject="Road map 2025", version=version, number="7/2025",
        dated=date(2025, 3, 3), tree={}, sha256="0" * 64, frozen_by=city.cast.rina, frozen_at=CLOSED,
        replaces=FrozenDocument.objects.filter(about=about).order_by("-version").first(),
    )  # fmt: skip
    FrozenFile.objects.create(
        agency=city.cast.agency, document=made, format="pdf", content=b"%PDF-1.7", sha256=f"{made.pk:064}", size=8,
        made_at=CLOSED,
    )  # fmt: skip
    return made


def test_the_latest_frozen_annex_of_the_road_map_in_force_can_be_taken_home(city: Measuring) -> None:
    before, latest = frozen_annex(city), frozen_annex(city)
    other = frozen_annex(city, road_map=city.road_map.pk + 1)
    show(city.cast, PublicItem.ROAD_MAP)
    assert Client().get(f"{PAGE}dokumen/{latest.key}.pdf").status_code == 404
    show(city.cast, PublicItem.DOCUMENTS)
    answer = Client().get(f"{PAGE}dokumen/{latest.key}.pdf")
    assert (answer.status_code, answer.content) == (200, b"%PDF-1.7")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kota-melati-annex.pdf"'
    page = Client().get(PAGE).content.decode()
    assert [str(one.key) in page for one in (latest, before, other)] == [True, False, False]
    assert ("Nomor 7/2025, 3 Maret 2025" in page, str(city.cast.rina) in page) == (True, False)
    for one, format in ((before, "pdf"), (other, "pdf"), (latest, "docx"), (latest, "exe")):
        assert Client().get(f"{PAGE}dokumen/{one.key}.{format}").status_code == 404
