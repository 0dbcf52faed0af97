"""`show road-map --json`: every cell of every table, in the shape that is promised."""

from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from petajalan.planning.queries import current_road_map, road_map_json
from tests.cast import Cast
from tests.planning.regulations import MELATI, stored


def figure(printed: str, state: str = "set", value: float | None = None, **known: object) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(("value", "unit", "level", "label", "low", "high"))
    return {"printed": printed, "state": state, **empty, "value": value, **known}


def national(code: str | None = None, name: str | None = None) -> dict[str, str | None]:
    return {"national_code": code, "national_counterpart": name}


def test_whole_road_map(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    assert road_map_json(road_map) == {
        "interim_results": [
            {
                "name": "Sistem Merit",
                "scale": "0-400",
                "values": {"2021": figure("175,5", value=175.5), "2022": figure("256,5", value=256.5)},
                "source": "KASN",
            }
        ],
        "goals": [
            {
                "name": "Birokrasi Melati yang bersih",
                "national_name": "Birokrasi yang bersih",
                **national(
                    "goal",
                    "Terwujudnya birokrasi yang bersih, efektif dan berdaya saing mendorong pembangunan nasional dan "
                    "pelayanan publik",
                ),
                "indicators": [
                    {
                        "name": "Indeks RB",
                        **national("reform-index", "Indeks Reformasi Birokrasi"),
                        "national_indicator": "Indeks Reformasi Birokrasi",
                        "baseline": figure("Baik (nilai 64,09)", value=64.09, level="Baik", label="Baik"),
                        "targets": {"2024": figure("67,56", value=67.56)},
                        "national_target": figure(
                            "70% Kab/Kota Minimal Baik",
                            "text",
                            70,
                            unit="percent",
                            level="Baik",
                            label="Kab/Kota Minimal Baik",
                        ),
                        "source": None,
                    }
                ],
            }
        ],
        "objectives": [
            {
                "name": "Tata kelola digital Melati",
                "national_name": "Tata kelola digital",
                **national(),
                "indicators": [
                    {
                        "name": "Indeks SPBE",
                        **national("spbe", "Indeks SPBE"),
                        "national_indicator": "Indeks SPBE",
                        "baseline": figure("2,66", value=2.66),
                        "targets": {"2024": figure("2,95", value=2.95)},
                        "national_target": figure(
                            "50% Kab/Kota Baik", "text", 50, unit="percent", level="Baik", label="Kab/Kota Baik"
                        ),
                        "source": "Kementerian PANRB",
                    }
                ],
            }
        ],
        "key_activities": [
            {
                "name": "Arsip Digital",
                **national("digital-archives", "Pelaksanaan Arsip Digital"),
                "objective": "SS.1: Tata kelola digital Melati",
                "mandatory": True,
                "scores": {"mandate": 10, "severity": 2, "urgency": 5},
                "total_printed": 27,
                "total": 17,
                "rank_printed": 2,
                "rank": 2,
                "indicators": [
                    {
                        "name": "Tingkat Digitalisasi Arsip",
                        **national("archive-digitalisation", "Tingkat Digitalisasi Arsip"),
                        "baseline": figure("-", "not_set"),
                        "targets": {
                            "2023": figure("75%", value=75, unit="percent"),
                            "2024": figure("80%", value=80, unit="percent"),
                        },
                        "coordinator": "Dispersip",
                        "implementers": "Seluruh PD",
                    }
                ],
            },
            {
                "name": "Arsitektur SPBE",
                **national("spbe-architecture", "Pelaksanaan Arsitektur SPBE Nasional"),
                "objective": "SS.1: Tata kelola digital Melati",
                "mandatory": True,
                "scores": {"mandate": 9, "severity": 10, "urgency": 9},
                "total_printed": 28,
                "total": 28,
                "rank_printed": 1,
                "rank": 1,
                "indicators": [
                    {
                        "name": "Indeks SPBE",
                        **national("spbe", "Indeks SPBE"),
                        "baseline": figure("2,66", value=2.66),
                        "targets": {"2023": figure("2,81", value=2.81), "2024": figure("2,95", value=2.95)},
                        "coordinator": "Diskominfo",
                        "implementers": "Seluruh PD",
                    }
                ],
            },
        ],
        "themes": [
            {
                "name": "Pengendalian Inflasi",
                **national("inflation", "Pengendalian Inflasi"),
                "objective": "Menurunnya inflasi",
                "indicators": [
                    {
                        "name": "Tingkat Inflasi (YoY)",
                        **national("inflation", "Laju Inflasi"),
                        "baseline": figure("n.a", "not_available"),
                        "targets": {"2023": figure("3,0", value=3), "2024": figure("2,5", value=2.5)},
                    }
                ],
            }
        ],
        "teams": [
            {
                "kind": "evaluation",
                "name": "TIM EVALUASI",
                "members": [
                    {"role": "chair", "position": "Inspektur"},
                    {"role": "member", "position": "Irban Wilayah I"},
                ],
            }
        ],
    }


def test_baseline_without_a_cell_is_not_set(cast: Cast) -> None:
    lines = MELATI.decode().splitlines()
    table = [at for at, line in enumerate(lines) if "| Tema |" in line or "Pengendalian Inflasi |" in line]
    without = [
        line.replace("| Baseline 2022 ", "").replace("| n.a ", "") if at in table else line
        for at, line in enumerate(lines)
    ]
    inside = table[0]
    without[inside + 1], without[inside + 2] = "|---|---|---|---|---|---|", "| | | | | 2023 | 2024 |"
    _regulation, road_map = stored(cast.agency, "\n".join(without).encode())
    assert road_map_json(road_map)["themes"][0]["indicators"][0]["baseline"] == figure("", "not_set")


def test_column_that_only_some_regulations_have_is_not_lost(cast: Cast) -> None:
    with_source = MELATI.decode().splitlines()
    for at, line in enumerate(with_source):
        if line.startswith("| No | Tema"):
            for offset, cell in enumerate((" Sumber Data |", "---|", " |", " BPS |")):
                with_source[at + offset] += cell
    _regulation, road_map = stored(cast.agency, "\n".join(with_source).encode())
    assert road_map_json(road_map)["themes"][0]["indicators"][0]["source"] == "BPS"


@pytest.mark.parametrize("activities", [1, 3])
def test_number_of_queries_does_not_grow(
    cast: Cast, activities: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    more = MELATI.decode().replace(
        "\n\nTabel 3.3",
        "".join(
            f"\n| {n} | Kegiatan {n} | Indeks {n} | 1 | 2 | 3 | Bagor | Seluruh PD |" for n in range(3, 3 + activities)
        )
        + "\n\nTabel 3.3",
    )
    _regulation, road_map = stored(cast.agency, more.encode())
    with django_assert_num_queries(11) as queries:
        assert len(road_map_json(road_map)["key_activities"]) == 2 + activities
    assert isinstance(queries, CaptureQueriesContext)


def test_no_road_map_and_no_agency_give_nothing(cast: Cast) -> None:
    assert current_road_map("kota-melati") is None
    assert current_road_map("kota-entah") is None
