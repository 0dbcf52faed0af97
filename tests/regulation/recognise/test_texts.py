"""Whole regulations of other places, read from their files: other words, other columns, nothing left over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from petajalan.regulation.data import RegulationData, TableKind, TeamKind
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise
from tests.regulation.recognise.showing import figure, indicator, members, scores, text, without_places
from tests.regulation.writing import manuscript, to_docx, to_pdf, to_xlsx

TEXTS = Path(__file__).parent.parent / "texts"
FORMATS = {"docx": to_docx, "pdf": to_pdf, "xlsx": to_xlsx}
ALL = (
    "kabupaten-bersih.md",
    "kabupaten-bobot.md",
    "kabupaten-nyaris.md",
    "kabupaten-sel-gabung.md",
    "kota-lima-tahun.md",
    "kota-tema-lain.md",
    "kota-terpotong.md",
    "provinsi-bersih.md",
    "provinsi-triwulan.md",
)


def read(name: str) -> RegulationData:
    return recognise(read_document((TEXTS / name).read_bytes(), name))


@pytest.mark.parametrize("name", ALL)
def test_every_table_is_known_and_every_cell_has_its_place(name: str) -> None:
    data = read(name)

    assert TableKind.UNKNOWN not in [meaning.kind for meaning in data.meanings]
    assert data.road_map.unplaced == ()
    assert data.notices == ()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["kabupaten-bersih.md", "kabupaten-sel-gabung.md", "provinsi-bersih.md"])
def test_a_regulation_is_the_same_in_every_format(name: str, format: str) -> None:
    page = manuscript((TEXTS / name).read_text())
    written = read_document(FORMATS[format](page), f"peraturan.{format}")

    assert without_places(recognise(written)) == without_places(recognise(page))


def test_the_regency() -> None:
    data = read("kabupaten-bersih.md")

    assert (data.agency_kind, data.agency_name, data.number, data.year, data.period, data.enacted_on) == (
        "regency",
        "Kabupaten Sukamaju",
        "12",
        2025,
        (2025, 2029),
        date(2025, 3, 17),
    )
    assert {(found.part, found.number, found.year) for found in data.identities} == {
        ("body", "12", 2025),
        ("article", None, None),
        ("gazette", "12", 2025),
        ("annex", "12", 2025),
    }
    years = tuple(f"target:{year}" for year in range(2025, 2030))
    assert [(meaning.kind, meaning.columns) for meaning in data.meanings] == [
        (TableKind.INTERIM_RESULTS, ("no", "name", "scale", "value:2023", "value:2024", "source")),
        (TableKind.GOALS, ("name", "indicator", "unit", "baseline", *years, "source")),
        (TableKind.OBJECTIVES, ("no", "name", "indicator", "unit", "baseline", *years, "source")),
        (TableKind.PRIORITIES, ("no", "name", "score:urgency", "score:severity", "score:kesiapan", "total")),
        (
            TableKind.KEY_ACTIVITIES,
            ("no", "name", "indicator", "unit", "baseline", *years, "coordinator", "implementers", "source"),
        ),
        (TableKind.THEMES, ("no", "name", "objective", "indicator", "unit", "baseline", *years, "source")),
        (TableKind.TEAMS, ("no", "role", "position")),
    ]
    road_map = data.road_map
    assert [(factor.code, factor.low, factor.high, factor.weight) for factor in road_map.factors] == [
        ("urgency", 1, 5, Decimal("0.3")),
        ("severity", 1, 5, Decimal("0.5")),
        ("kesiapan", 1, 5, Decimal("0.2")),
    ]
    assert [
        (activity.total, figure(activity.total_printed), activity.rank_printed, activity.rank, activity.mandatory)
        for activity in road_map.key_activities
    ] == [
        (Decimal("4.8"), "4,80", 1, 1, True),
        (Decimal("4.3"), "4,30", 3, 3, True),
        (Decimal("3.8"), "3,80", 4, 4, True),
        (Decimal("3.7"), "3,70", 5, 5, True),
        (Decimal("3.5"), "3,50", 6, 6, True),
        (Decimal("3.4"), "3,40", 7, 7, True),
        (Decimal("4.7"), "4,70", 2, 2, True),
    ]
    assert indicator(road_map.key_activities[-1].indicators[1]) == {
        "name": "Survei Kepuasan Masyarakat",
        "unit": "Nilai",
        "baseline": "84,20",
        "year": 2024,
        "targets": {"2025": "85,00", "2026": "85,80", "2027": "86,60", "2028": "87,40", "2029": "88,20"},
        "source": "Bagian Organisasi",
        "coordinator": "Bagian Organisasi",
        "implementers": "Perangkat Daerah pemberi layanan",
    }
    assert [len(road_map.interim_results), len(road_map.goals), len(road_map.objectives), len(road_map.themes)] == [
        4,
        1,
        2,
        3,
    ]
    assert [(team.kind, team.name.text, len(team.members)) for team in road_map.teams] == [
        (TeamKind.SECRETARIAT, "TIM SEKRETARIAT", 3),
        (TeamKind.GENERAL, "TIM RB GENERAL", 5),
        (TeamKind.THEMATIC, "PENGENTASAN KEMISKINAN", 3),
        (TeamKind.THEMATIC, "PENINGKATAN INVESTASI", 3),
        (TeamKind.THEMATIC, "PENGENDALIAN INFLASI", 3),
        (TeamKind.EVALUATION, "TIM EVALUASI", 3),
    ]


def test_the_province() -> None:
    data = read("provinsi-bersih.md")

    assert (data.agency_kind, data.agency_name, data.number, data.period) == (
        "province",
        "Provinsi Nusa Cendana",
        "6",
        (2025, 2026),
    )
    assert [meaning.kind for meaning in data.meanings] == [
        TableKind.INTERIM_RESULTS,
        TableKind.GOALS,
        TableKind.OBJECTIVES,
        TableKind.OBJECTIVES,
        TableKind.PRIORITIES,
        TableKind.KEY_ACTIVITIES,
        TableKind.THEMES,
        TableKind.TEAMS,
    ]
    road_map = data.road_map
    (goal,) = road_map.goals
    assert (text(goal.national_name), figure(goal.indicators[0].national_target)) == (
        "Birokrasi yang bersih, efektif, dan berdaya saing",
        "85% provinsi minimal Baik",
    )
    assert [text(objective.name) for objective in road_map.objectives] == [
        "Terwujudnya layanan digital antarpulau",
        "Terwujudnya aparatur yang ahli dan tersebar merata",
    ]
    assert [
        (scores(activity), activity.total, activity.rank_printed, activity.rank, activity.mandatory)
        for activity in road_map.key_activities
    ] == [
        ({"manfaat": "9", "urgency": "9", "kesiapan": "7", "mandate": "9"}, 34, 1, 1, True),
        ({"manfaat": "8", "urgency": "7", "kesiapan": "7", "mandate": "8"}, 30, 2, 2, True),
        ({"manfaat": "7", "urgency": "6", "kesiapan": "6", "mandate": "5"}, 24, 3, 3, False),
    ]
    assert indicator(road_map.key_activities[1].indicators[0])["targets"] == {
        "2025": "3,25",
        "2026-Q1": "3,27",
        "2026-Q2": "3,30",
        "2026-Q3": "3,32",
        "2026-Q4": "3,35",
    }
    assert text(road_map.themes[0].indicators[0].coordinator) == "Dinas Sosial"
    assert [(team.kind, [role for role, _, _ in members(team)]) for team in road_map.teams] == [
        (TeamKind.SECRETARIAT, ["chair", "vice_chair", "secretary"]),
        (TeamKind.GENERAL, ["chair", "member", "member", "member"]),
        (TeamKind.THEMATIC, ["chair", "member", "member"]),
        (TeamKind.EVALUATION, ["chair", "member", "member"]),
    ]
