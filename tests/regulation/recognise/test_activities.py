from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, paragraph, table
from tests.regulation.recognise.showing import indicator, text

HEADERS = (
    "No | Kegiatan Utama | Indikator Kegiatan Utama | Baseline 2022 | Target / 2023 | Target / 2024 | "
    "Unit / Satuan Kerja Pelaksana / Koordinator | Unit / Satuan Kerja Pelaksana / Pelaksana"
)


def test_targets_with_coordinator_and_implementers_under_merged_heads() -> None:
    data = recognise(
        document(
            table(
                "3.4",
                "Penetapan Target Kegiatan Utama",
                HEADERS,
                """
                1 | Core Values ASN | Indeks BerAKHLAK* | 61,8 | 65 | 70 | BKD | Seluruh PD
                | | Employer Branding* | 71,2 | - | 75 | Bagor | Seluruh PD
                2 | Arsip Digital | Digitalisasi Arsip | - | 75 | 80 | Dispersip | Seluruh PD
                """,
            )
        )
    )

    assert data.meanings[0].columns == (
        "no",
        "name",
        "indicator",
        "baseline",
        "target:2023",
        "target:2024",
        "coordinator",
        "implementers",
    )
    assert [
        (activity.name.text, text(activity.target_name), activity.rank_printed, activity.rank)
        for activity in data.road_map.key_activities
    ] == [("Core Values ASN", "Core Values ASN", 1, None), ("Arsip Digital", "Arsip Digital", 2, None)]
    assert [indicator(row) for row in data.road_map.indicators()] == [
        {
            "name": "Indeks BerAKHLAK*",
            "baseline": "61,8",
            "year": 2022,
            "targets": {"2023": "65", "2024": "70"},
            "coordinator": "BKD",
            "implementers": "Seluruh PD",
        },
        {
            "name": "Employer Branding*",
            "baseline": "71,2",
            "year": 2022,
            "targets": {"2023": "-", "2024": "75"},
            "coordinator": "Bagor",
            "implementers": "Seluruh PD",
        },
        {
            "name": "Digitalisasi Arsip",
            "baseline": "-",
            "year": 2022,
            "targets": {"2023": "75", "2024": "80"},
            "coordinator": "Dispersip",
            "implementers": "Seluruh PD",
        },
    ]


def test_the_place_of_an_indicator_is_its_row() -> None:
    data = recognise(document(table("3.4", "Target", HEADERS, "1 | Arsip | Indeks | 1 | 2 | 3 | A | B")))

    (row,) = data.road_map.indicators()
    assert (row.place.line, row.place.table, row.place.row, row.place.column, row.place.printed) == (
        3,
        "3.4",
        1,
        None,
        "1 | Arsip | Indeks | 1 | 2 | 3 | A | B",
    )


def test_several_indicators_in_one_cell_with_as_many_figures() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target",
                "Kegiatan | Indikator | Satuan | Target 2025 | Target 2026 | PD Pengampu",
                "Arsip | a. Indeks Arsip¶b. Digitalisasi Arsip | Indeks¶% | 70¶75 | 72¶80 | Dinas Arsip",
            )
        )
    )

    (activity,) = data.road_map.key_activities
    assert [indicator(row) for row in activity.indicators] == [
        {
            "name": "Indeks Arsip",
            "unit": "Indeks",
            "targets": {"2025": "70", "2026": "72"},
            "coordinator": "Dinas Arsip",
        },
        {
            "name": "Digitalisasi Arsip",
            "unit": "%",
            "targets": {"2025": "75", "2026": "80"},
            "coordinator": "Dinas Arsip",
        },
    ]


def test_figures_side_by_side_in_one_line_are_told_apart() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target",
                "Kegiatan | Indikator | Satuan | Target 2025 | Target 2026",
                "Arsip | 1. Indeks Arsip¶2. Digitalisasi Arsip | Indeks Indeks | 70 75 | 72¶80",
            )
        )
    )

    assert [indicator(row) for row in data.road_map.indicators()] == [
        {"name": "Indeks Arsip", "unit": "Indeks", "targets": {"2025": "70", "2026": "72"}},
        {"name": "Digitalisasi Arsip", "unit": "Indeks", "targets": {"2025": "75", "2026": "80"}},
    ]


def test_several_indicators_with_one_figure_stay_one_row() -> None:
    data = recognise(
        document(table("3", "Target", "Kegiatan | Indikator | Target 2025", "Arsip | Indeks Arsip¶Digitalisasi | 70"))
    )

    assert [indicator(row) for row in data.road_map.indicators()] == [
        {"name": "Indeks Arsip Digitalisasi", "targets": {"2025": "70"}}
    ]


def test_a_wrapped_name_beside_wrapped_words_is_not_several_indicators() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target",
                "Kegiatan | Indikator | Target 2025",
                "Arsip | Tingkat kematangan¶penyelenggaraan | Baik¶B",
            )
        )
    )

    assert [text(row.name) for row in data.road_map.indicators()] == ["Tingkat kematangan penyelenggaraan"]


def test_activities_as_headings_over_their_indicators() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target Kegiatan Utama",
                "No | Kegiatan Utama | Indikator | Target 2025",
                """
                A | Arsip Digital | |
                1 | | Indeks Arsip | 70
                2 | | Digitalisasi | 80
                B | Sistem Merit | |
                1 | | Indeks Merit | 300
                """,
            )
        )
    )

    assert [
        (activity.name.text, [text(row.name) for row in activity.indicators])
        for activity in data.road_map.key_activities
    ] == [("Arsip Digital", ["Indeks Arsip", "Digitalisasi"]), ("Sistem Merit", ["Indeks Merit"])]


def test_a_name_repeated_on_every_row_is_one_activity() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target",
                "Kegiatan | Indikator | Target 2025",
                "Arsip | Indeks Arsip | 70\nArsip | Digitalisasi | 80",
            )
        )
    )

    assert [len(activity.indicators) for activity in data.road_map.key_activities] == [2]
    assert data.road_map.unplaced == ()


def test_numbers_that_start_again_are_no_rank() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target Kegiatan",
                "No | Kegiatan | Indikator | Target 2025",
                """
                Sasaran 1: Tata kelola | < | < | <
                1 | Arsip | Indeks Arsip | 70
                Sasaran 2: Budaya | < | < | <
                1 | Merit | Indeks Merit | 300
                """,
            )
        )
    )

    assert [(text(activity.objective), activity.rank_printed) for activity in data.road_map.key_activities] == [
        ("Sasaran 1: Tata kelola", None),
        ("Sasaran 2: Budaya", None),
    ]


def test_an_objective_column_is_kept() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Target",
                "Sasaran Strategis | Kegiatan | Indikator | Target 2025",
                "Tata kelola | Arsip | Indeks | 70",
            )
        )
    )

    assert text(data.road_map.key_activities[0].objective) == "Tata kelola"
    assert data.road_map.objectives == ()


def test_initiative_activities_announced_before_their_own_table() -> None:
    data = recognise(
        document(
            paragraph("Kegiatan utama inisiatif daerah disajikan pada tabel berikut."),
            table("3", "Target", "Kegiatan | Indikator | Target 2025", "Taman Baca | Jumlah Taman | 70"),
        )
    )

    assert data.road_map.key_activities[0].mandatory is False
