"""The real regulation, recognised: every fact of its tables, counted and compared."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from petajalan.regulation.data import KeyActivity, RegulationData, TableKind, TeamKind
from petajalan.regulation.document import Document, Place
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise
from tests.regulation.recognise.showing import figure, indicator, members, scores, text, without_places
from tests.regulation.writing import to_docx, to_pdf, to_xlsx


@pytest.fixture(scope="module")
def read(seed: Path) -> Document:
    return read_document(seed.read_bytes(), seed.name)


@pytest.fixture(scope="module")
def data(read: Document) -> RegulationData:
    return recognise(read)


def test_identity(data: RegulationData) -> None:
    title = "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA PASURUAN TAHUN 2023-2024"

    assert (data.agency_kind, data.agency_name) == ("city", "Kota Pasuruan")
    assert (data.number, data.year, data.title, data.period) == ("18", 2023, title, (2023, 2024))
    assert data.enacted_on == date(2023, 7, 6)
    assert [
        (found.part, found.number, found.year, found.title, found.period, found.place.line) for found in data.identities
    ] == [
        ("body", "18", 2023, title, (2023, 2024), 9),
        ("article", None, None, title, (2023, 2024), 39),
        ("gazette", "18", 2023, None, None, 100),
        ("annex", "28", 2023, title, (2023, 2024), 104),
    ]


def test_structure(data: RegulationData) -> None:
    assert [article.number for article in data.articles] == ["1", "2", "3", "4", "5"]
    assert [(section.number, section.place.line) for section in data.sections] == [
        ("I", 110),
        ("1.1", 113),
        ("1.2", 139),
        ("1.3", 148),
        ("II", 161),
        ("2.1", 163),
        ("2.1.1", 167),
        ("2.1.2", 191),
        ("2.2", 213),
        ("2.2.1", 264),
        ("2.2.2", 368),
        ("III", 406),
        ("3.1", 433),
        ("3.2", 489),
        ("3.3", 587),
        ("IV", 906),
        ("4.1", 908),
        ("4.2", 973),
        ("V", 989),
    ]


def test_citations(data: RegulationData) -> None:
    where = [citation.where for citation in data.citations]
    assert {name: where.count(name) for name in where} == {
        "considering": 2,
        "legal_basis": 14,
        "text": 32,
        "legal_basis_section": 9,
    }
    assert {
        citation.gazette
        for citation in data.citations
        if (citation.kind, citation.number, citation.year) == ("undang-undang", "23", 2014) and citation.gazette
    } == {
        (("lembaran negara", 2014, "244"), ("tambahan lembaran negara", None, "5587")),
        (("lembaran negara", 2014, "125"), ("tambahan lembaran negara", None, "5587")),
    }
    assert [
        citation.place.line
        for citation in data.citations
        if (citation.kind, citation.number) == ("peraturan menteri panrb", "3")
    ] == [20, 33, 137, 137, 158, 165, 414, 431, 598]


def test_what_the_tables_and_their_columns_mean(data: RegulationData) -> None:
    assert [
        (data.document.tables[meaning.table].number, meaning.kind, meaning.columns) for meaning in data.meanings
    ] == [
        ("2.1", TableKind.INTERIM_RESULTS, ("no", "name", "scale", "value:2021", "value:2022", "source")),
        (
            "3.1",
            TableKind.GOALS,
            (
                "national_name",
                "national_indicator",
                "name",
                "indicator",
                "baseline",
                "target:2024",
                "national_target",
            ),
        ),
        (
            "3.2",
            TableKind.OBJECTIVES,
            (
                "no",
                "national_name",
                "national_indicator",
                "name",
                "indicator",
                "baseline",
                "target:2024",
                "national_target",
                "source",
            ),
        ),
        ("3.3", TableKind.PRIORITIES, ("no", "name", "score:mandate", "score:severity", "score:urgency", "total")),
        (
            "3.4",
            TableKind.KEY_ACTIVITIES,
            ("no", "name", "indicator", "baseline", "target:2023", "target:2024", "coordinator", "implementers"),
        ),
        (
            "3.5",
            TableKind.THEMES,
            ("no", "name", "objective", "indicator", "baseline", "target:2023", "target:2024"),
        ),
        ("4.1", TableKind.TEAMS, ("no", "role", "position")),
    ]
    assert data.notices == ()


def test_interim_results(data: RegulationData) -> None:
    assert [
        (
            row.name.text,
            text(row.scale),
            {year: figure(value) for year, value in row.values.items()},
            text(row.source),
        )
        for row in data.road_map.interim_results
    ] == [
        ("Sistem Merit", "0-400", {2021: "175,5", 2022: "256,5"}, "KASN"),
        ("ASN yang Profesional", "0-100", {2021: "38,95", 2022: "51,74"}, "BKN"),
        ("Implementasi SPBE", "0-5", {2021: "1,83", 2022: "2,66"}, "Kementerian PANRB"),
        ("Kualitas Pengelolaan Pengadaan Barang dan Jasa", "0-100", {2021: "20,28", 2022: "38,5"}, "LKPP"),
        ("Kualitas Pelayanan Publik", "0-5", {2021: "4,09", 2022: "4,14"}, "Kementerian PANRB"),
        ("Maturitas SPIP", "0-5", {2021: "2", 2022: "2"}, "BPKP"),
        ("Kapabilitas APIP", "0-5", {2021: "2", 2022: "2"}, "BPKP"),
        (
            "Kepatuhan terhadap Standar Pelayanan Publik",
            "0-100",
            {2021: "56,16", 2022: "77,42"},
            "Ombudsman Republik Indonesia",
        ),
        ("Kualitas Pengelolaan Arsip", "0-100", {2021: "59,97", 2022: "74,87"}, "ANRI"),
    ]


def test_goals_and_objectives(data: RegulationData) -> None:
    (goal,) = data.road_map.goals
    assert text(goal.name) == (
        "Birokrasi yang bersih, efektif dan berdaya saing mendorong pembangunan Daerah dan pelayanan publik"
    )
    assert text(goal.national_name) == (
        "Terwujudnya birokrasi yang bersih, efektif dan berdaya saing mendorong pembangunan nasional dan pelayanan "
        "publik"
    )
    assert [
        (
            text(row.name),
            figure(row.baseline),
            row.baseline_year,
            figure(row.targets["2024"]),
            figure(row.national_target),
        )
        for row in goal.indicators
    ] == [
        ("Indeks RB", "Baik (nilai 64,09)", 2022, "67,56", "70% Kab/Kota Minimal Baik"),
        ("Capaian Indikator Kinerja Pembangunan (Angka Kemiskinan)", "6,37", 2022, "5,37", "Menurun"),
        ("Capaian Indikator Kinerja Pembangunan (Pertumbuhan Investasi)", "2,03%", 2022, "2,8%", "Meningkat"),
    ]
    assert [
        (
            text(objective.number),
            [
                (
                    text(row.name),
                    text(row.national_indicator),
                    figure(row.baseline),
                    figure(row.targets["2024"]),
                    text(row.source),
                )
                for row in objective.indicators
            ],
        )
        for objective in data.road_map.objectives
    ] == [
        (
            "1",
            [
                ("Indeks SPBE", "Indeks SPBE", "2,66", "2,95", "Kementerian PANRB"),
                (
                    "Capaian Akuntabilitas Kinerja",
                    "Capaian Akuntabilitas Kinerja",
                    "70,4 (BB)",
                    "BB",
                    "Kementerian PANRB",
                ),
                ("Capaian Akuntabilitas Keuangan", "Capaian Akuntabilitas Keuangan", "WTP", "WTP", "BPK"),
            ],
        ),
        (
            "2",
            [
                ("Nilai Survei Employer Branding", "Nilai Survei Employer Branding", "71,2", "75", "Kementerian PANRB"),
                ("Nilai Survei Indeks BerAKHLAK", "Nilai Survei Indeks BerAKHLAK", "61,8", "70", "Kementerian PANRB"),
                ("Nilai Survei Penilaian Integritas", "Nilai Survei Penilaian Integritas", "71,4", "72,12", "KPK"),
                ("Nilai Survei Kepuasan Masyarakat", None, "83,51", "85", "Kementerian PANRB"),
            ],
        ),
    ]


def test_factors(data: RegulationData) -> None:
    assert [
        (factor.code, factor.name.text, factor.low, factor.high, factor.weight) for factor in data.road_map.factors
    ] == [
        ("mandate", "Mandat RB General Nasional (1-10)", 1, 10, None),
        ("severity", "Tingkat Keparahan (1-10)", 1, 10, None),
        ("urgency", "Waktu", None, None, None),
    ]


def _priority(activity: KeyActivity) -> tuple[object, ...]:
    return (
        text(activity.number),
        " ".join(activity.name.text.split()[:3]),
        tuple(scores(activity).values()),
        figure(activity.total_printed),
        activity.total,
        activity.rank_printed,
        activity.rank,
        len(activity.indicators),
    )


def test_key_activities_are_scored_ranked_and_joined(data: RegulationData) -> None:
    activities = data.road_map.key_activities
    assert [_priority(activity) for activity in activities] == [
        ("1", "Penyederhanaan Birokrasi (Penyederhanaan", ("10", "2", "5"), "27", 17, 7, 21, 1),
        ("2", "Pelaksanaan Sistem Kerja", ("10", "10", "10"), "30", 30, 1, 1, 1),
        ("3", "Pelaksanaan Arsitektur SPBE", ("10", "10", "9"), "29", 29, 4, 4, 1),
        ("4", "Pelaksanaan Sistem Akuntabilitas", ("10", "4", "7"), "21", 21, 20, 19, 2),
        ("5", "Pelaksanaan Pelayanan Publik", ("10", "7", "6"), "23", 23, 18, 17, 1),
        ("6", "Pembangunan Zona Integritas", ("10", "10", "10"), "30", 30, 3, 1, 1),
        ("7", "Penguatan implementasi sistem", ("10", "10", "10"), "30", 30, 2, 1, 1),
        ("8", "Penguatan Pengelolaan Pengaduan", ("10", "8", "10"), "28", 28, 5, 5, 1),
        ("9", "Penguatan Upaya Pencegahan", ("10", "7", "10"), "27", 27, 8, 7, 1),
        ("10", "Pelaksanaan Tata Kelola", ("10", "7", "9"), "27", 26, 9, 8, 1),
        ("11", "Pelaksanaan Pembentukan Peraturan", ("10", "8", "8"), "26", 26, 10, 8, 1),
        ("12", "Pelaksanaan Arsip Digital", ("10", "8", "8"), "26", 26, 11, 8, 1),
        ("13", "Pelaksanaan Data Statistik", ("10", "7", "7"), "24", 24, 14, 13, 1),
        ("14", "Penguatan Pengadaan Barang", ("10", "7", "8"), "25", 25, 12, 11, 1),
        ("15", "Penguatan Pengelolaan Keuangan", ("10", "7", "7"), "24", 24, 15, 13, 2),
        ("1", "Penataan Jabatan Fungsional", ("10", "5", "5"), "20", 20, 21, 20, 1),
        ("2", "Penguatan Manajemen Talenta", ("10", "7", "7"), "24", 24, 16, 13, 1),
        ("3", "Pengelolaan Kinerja Pegawai", ("10", "6", "7"), "23", 23, 19, 17, 1),
        ("4", "Penguatan Sistem Merit", ("10", "6", "8"), "24", 24, 17, 13, 1),
        ("5", "Pelaksanaan Core Values", ("10", "5", "10"), "25", 25, 13, 11, 2),
        ("6", "Pelaksanaan Pelayanan Publik", ("10", "8", "10"), "28", 28, 6, 5, 2),
    ]
    assert [text(activity.objective) for activity in activities] == [
        *["SS.1: Terciptanya Tata Kelola Pemerintahan Digital yang Lincah, Kolaboratif, dan Akuntabel"] * 15,
        *["SS.2: Budaya Birokrasi BerAKHLAK dengan ASN yang Profesional"] * 6,
    ]
    assert {(activity.mandatory, text(activity.mandatory_from)) for activity in activities} == {(True, "Mandatory")}


def test_indicators_of_key_activities(data: RegulationData) -> None:
    rows = [row for activity in data.road_map.key_activities for row in activity.indicators]
    assert len(rows) == 25
    by_name = {text(row.name): indicator(row) for row in rows}
    assert by_name["Tindak Lanjut Rekomendasi BPK"] == {
        "name": "Tindak Lanjut Rekomendasi BPK",
        "baseline": "72,97%",
        "year": 2022,
        "targets": {"2023": "75%", "2024": "100%"},
        "coordinator": "Insepektorat",
        "implementers": "Seluruh PD",
    }
    assert by_name["Tingkat Maturitas SPIP"]["targets"] == {"2023": "-", "2024": "3"}
    assert by_name["Tingkat Implementasi Kebijakan Transformasi Digital MPP*"]["coordinator"] == "DPMPSTSP"
    assert sorted({str(shown["coordinator"]) for shown in by_name.values()}) == [
        "BKD",
        "BLP",
        "BPKA",
        "Bagor",
        "Bakum",
        "Bappelitbangda",
        "DPMPSTSP",
        "Diskominfo",
        "Dispersip",
        "Insepektorat",
        "Inspektorat",
    ]


def test_themes(data: RegulationData) -> None:
    assert [
        (
            theme.name.text,
            text(theme.objective),
            [(text(row.name), figure(row.baseline), *map(figure, row.targets.values())) for row in theme.indicators],
        )
        for theme in data.road_map.themes
    ] == [
        (
            "Pengentasan Kemiskinan",
            "Menurunnya angka kemiskinan",
            [("Angka Kemiskinan, indeks kedalaman (P1) dan keparahan kemiskinan (P2)", "6,37", "5,65", "5,37")],
        ),
        (
            "Peningkatan Investasi",
            "Meningkatnya Nilai Investasi",
            [("Nilai Investasi (Jumlah PMDN dan PMA)", "2,03%", "2,4%", "2,8%")],
        ),
        (
            "Digitalisasi Administrasi Pemerintahan",
            "Meningkatnya kualitas tata kelola pemerintahan berbasis teknologi informasi dan komunikasi",
            [("Angka Stunting", "n.a", "16%", "14%")],
        ),
        (
            "Peningkatan Penggunaan Produk dalam Negeri (PDN)",
            "Meningkatnya penggunaan produk dalam negeri",
            [("Realisasi Penggunaan Produk dalam Negeri (PDN)", "n.a", "90%", "95%")],
        ),
        (
            "Pengendalian Inflasi",
            "Menurunnya tingkat Inflasi daerah",
            [("Tingkat Inflasi (YoY)", "5,45", "3,0", "2,5")],
        ),
    ]


def test_teams(data: RegulationData) -> None:
    assert [
        (text(team.number), team.kind, team.name.text, text(team.group), members(team)[0][2], len(team.members))
        for team in data.road_map.teams
    ] == [
        ("A", TeamKind.SECRETARIAT, "TIM STU/KESEKRETARIATAN", None, "Sekretaris Daerah Kota Pasuruan", 3),
        ("B", TeamKind.GENERAL, "TIM RB GENERAL", None, "Asisten Administrasi Umum (Asisten 3)", 11),
        ("C", TeamKind.THEMATIC, "PENANGANAN KEMISKINAN", "TIM RB TEMATIK", "Kepala Bapelitbangda", 9),
        (None, TeamKind.THEMATIC, "PENINGKATAN INVESTASI", "TIM RB TEMATIK", "Kepala DPMPTSP", 7),
        (None, TeamKind.THEMATIC, "PENANGANAN INFLANSI", "TIM RB TEMATIK", "Bagian Perekonomian", 9),
        (None, TeamKind.THEMATIC, "DIGITALISASI (PENANGANAN STUNTING)", "TIM RB TEMATIK", "Kepala Dinas Kesehatan", 9),
        (
            None,
            TeamKind.THEMATIC,
            "P3DN",
            "TIM RB TEMATIK",
            "Kepala Dinas Perindustrian dan perdagangan",
            8,
        ),
        ("D", TeamKind.EVALUATION, "TIM EVALUASI", None, "Inspektur", 5),
    ]
    assert all([member.role for member in team.members].count("chair") == 1 for team in data.road_map.teams)
    assert members(data.road_map.teams[0]) == [
        ("chair", None, "Sekretaris Daerah Kota Pasuruan"),
        ("member", None, "Asisten 1"),
        ("member", None, "Asisten 2"),
    ]
    assert members(data.road_map.teams[1])[-2:] == [
        ("member", "9.", "Kepala Bagian Hukum"),
        ("member", "10.", "Kepala Bagian Pengadaan barang dan jasa"),
    ]
    assert [member.number for member in data.road_map.teams[6].members] == [
        None,
        "1.",
        "3.",
        "4.",
        "5.",
        "6.",
        "7.",
        "8.",
    ]


def test_every_printed_cell_of_the_tables_is_in_the_road_map(read: Document, data: RegulationData) -> None:
    """Row numbers of plain digits apart, each body cell is the place of something recognised."""
    held = _places(data.road_map)
    missing = [
        cell.place
        for table in read.tables
        for cell in table.cells()
        if cell.text.strip()
        and not (cell.place.column == 1 and cell.text.strip().isdigit())
        and (cell.place.table, cell.place.row, cell.place.column) not in held
    ]

    assert missing == []
    assert data.road_map.unplaced == ()
    assert len(held) > 350


def _places(value: object) -> set[tuple[str | None, int | None, int | None]]:
    if isinstance(value, Place):
        return {(value.table, value.row, value.column)}
    if is_dataclass(value):
        return {place for field in fields(value) for place in _places(getattr(value, field.name))}
    if isinstance(value, dict):
        return _places(tuple(value.values()))
    return {place for item in value for place in _places(item)} if isinstance(value, tuple) else set()


@pytest.mark.parametrize(("format", "write"), [("docx", to_docx), ("pdf", to_pdf), ("xlsx", to_xlsx)])
def test_it_is_the_same_in_every_format(
    read: Document, data: RegulationData, format: str, write: Callable[[Document], bytes]
) -> None:
    written = read_document(write(read), f"peraturan.{format}")

    assert without_places(recognise(written)) == without_places(data)


def test_recognition_is_fast(read: Document) -> None:
    recognise(read)
    start = time.perf_counter()
    recognise(read)

    assert time.perf_counter() - start < 0.3
