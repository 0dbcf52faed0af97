from petajalan.regulation.data import TableKind
from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, table
from tests.regulation.recognise.showing import figure, indicator, text

NATIONAL_AND_LOCAL = table(
    "3.1",
    "Tujuan, Indikator dan Target",
    "Tujuan RB Nasional 2020-2024 | Indikator Tujuan RB Nasional | Tujuan RB Kota Contoh | Indikator Tujuan RB Kota "
    "Contoh | Baseline 2022 | Target 2024 | Target Nasional",
    """
    Birokrasi nasional yang bersih | Indeks RB Nasional | Birokrasi kota yang bersih | Indeks RB | 64,09 | 67 | Baik
    | Angka Kemiskinan | | Kemiskinan Kota | 6,37 | 5,37 | Menurun
    """,
)


def test_goals_with_national_and_local_columns() -> None:
    data = recognise(document(NATIONAL_AND_LOCAL))

    (goal,) = data.road_map.goals
    assert (text(goal.name), text(goal.national_name)) == (
        "Birokrasi kota yang bersih",
        "Birokrasi nasional yang bersih",
    )
    assert [indicator(row) for row in goal.indicators] == [
        {
            "name": "Indeks RB",
            "national": "Indeks RB Nasional",
            "baseline": "64,09",
            "year": 2022,
            "targets": {"2024": "67"},
            "national_target": "Baik",
        },
        {
            "name": "Kemiskinan Kota",
            "national": "Angka Kemiskinan",
            "baseline": "6,37",
            "year": 2022,
            "targets": {"2024": "5,37"},
            "national_target": "Menurun",
        },
    ]


def test_goals_without_national_columns_and_with_a_unit() -> None:
    data = recognise(
        document(
            table(
                None,
                "",
                "Tujuan | Indikator | Satuan | Kondisi Awal (2024) | Target Kinerja / 2025 | Target Kinerja / 2026",
                "Pemerintahan yang melayani | Indeks RB | Indeks | 71,2 | 72 | 73",
            )
        )
    )

    (goal,) = data.road_map.goals
    assert text(goal.national_name) is None
    assert [indicator(row) for row in goal.indicators] == [
        {
            "name": "Indeks RB",
            "unit": "Indeks",
            "baseline": "71,2",
            "year": 2024,
            "targets": {"2025": "72", "2026": "73"},
        }
    ]


def test_the_indicator_column_beside_the_national_objective_is_the_national_one() -> None:
    data = recognise(
        document(
            table(
                "3.2",
                "Sasaran Strategis",
                "No | Sasaran Nasional | Indikator Sasaran | Sasaran Kota | Indikator | Target 2024",
                """
                1 | Tata kelola nasional | Indeks SPBE Nasional | Tata kelola kota | Indeks SPBE | 2,95
                  | | | | Nilai SAKIP | BB
                """,
            )
        )
    )

    assert data.meanings[0].columns == (
        "no",
        "national_name",
        "national_indicator",
        "name",
        "indicator",
        "target:2024",
    )
    (objective,) = data.road_map.objectives
    assert text(objective.number) == "1"
    assert [(text(row.name), text(row.national_indicator)) for row in objective.indicators] == [
        ("Indeks SPBE", "Indeks SPBE Nasional"),
        ("Nilai SAKIP", None),
    ]


def test_a_national_row_without_a_local_counterpart_has_no_name() -> None:
    data = recognise(
        document(
            table(
                "1",
                "Tujuan",
                "Tujuan Nasional | Indikator Nasional | Tujuan | Indikator | Target 2024",
                """
                Negara maju | Indeks Daya Saing | | | -
                """,
            )
        )
    )

    (goal,) = data.road_map.goals
    assert (goal.name, text(goal.national_name), goal.indicators[0].name) == (None, "Negara maju", None)


def test_objectives_split_over_two_tables_are_gathered() -> None:
    headers = "Sasaran | Indikator | Target 2025"
    data = recognise(
        document(
            table("3.2", "Sasaran Pertama", headers, "Tata kelola digital | Indeks SPBE | 3"),
            table(
                "3.3",
                "Sasaran Kedua",
                headers,
                """
                | Nilai SAKIP | BB
                Budaya kerja | Indeks BerAKHLAK | 70
                tata kelola  Digital | Opini BPK | WTP
                """,
            ),
        )
    )

    assert [
        (text(objective.name), [text(row.name) for row in objective.indicators])
        for objective in data.road_map.objectives
    ] == [
        ("Tata kelola digital", ["Indeks SPBE", "Nilai SAKIP", "Opini BPK"]),
        ("Budaya kerja", ["Indeks BerAKHLAK"]),
    ]
    assert [row.table for row in data.road_map.objectives[0].indicators] == [0, 1, 1]


def test_merged_cells_name_the_rows_they_cover_but_never_fill_figures() -> None:
    data = recognise(
        document(
            table(
                "1",
                "Sasaran",
                "Sasaran | Indikator | Baseline 2024 | Target 2025 | Penanggung Jawab",
                """
                Tata kelola | Indeks SPBE | 2,5 | 3 | Diskominfo
                ^ | Nilai SAKIP | ^ | 70 | ^
                """,
            )
        )
    )

    (objective,) = data.road_map.objectives
    assert [indicator(row) for row in objective.indicators] == [
        {
            "name": "Indeks SPBE",
            "baseline": "2,5",
            "year": 2024,
            "targets": {"2025": "3"},
            "coordinator": "Diskominfo",
        },
        {"name": "Nilai SAKIP", "targets": {"2025": "70"}, "coordinator": "Diskominfo"},
    ]


def test_an_empty_cell_that_is_not_merged_is_not_filled() -> None:
    data = recognise(
        document(
            table(
                "1",
                "Sasaran",
                "Sasaran | Indikator | Target 2025 | Penanggung Jawab",
                """
                Tata kelola | Indeks SPBE | 3 | Diskominfo
                | Nilai SAKIP | |
                """,
            )
        )
    )

    second = data.road_map.objectives[0].indicators[1]
    assert (second.coordinator, figure(second.targets["2025"])) == (None, "")


def test_a_table_of_goals_and_objectives_together() -> None:
    data = recognise(
        document(
            table(
                "3",
                "Tujuan dan Sasaran",
                "Tujuan | Sasaran | Indikator | Target 2025",
                """
                Birokrasi melayani | | Indeks RB | 75
                | Tata kelola digital | Indeks SPBE | 3
                | Budaya kerja | Indeks BerAKHLAK | 70
                """,
            )
        )
    )

    assert data.meanings[0].kind is TableKind.OBJECTIVES
    assert [(text(goal.name), [text(row.name) for row in goal.indicators]) for goal in data.road_map.goals] == [
        ("Birokrasi melayani", ["Indeks RB"])
    ]
    assert [
        (text(objective.name), [text(row.name) for row in objective.indicators])
        for objective in data.road_map.objectives
    ] == [("Tata kelola digital", ["Indeks SPBE"]), ("Budaya kerja", ["Indeks BerAKHLAK"])]


def test_earlier_results_stand_beside_the_baseline_and_the_latest_is_the_baseline_when_there_is_none() -> None:
    rows = "Tata kelola | Indeks SPBE | 2,1 | 2,4 | 3"
    without = recognise(
        document(table("1", "Sasaran", "Sasaran | Indikator | Capaian 2021 | Capaian 2022 | Target 2024", rows))
    )
    with_one = recognise(
        document(table("1", "Sasaran", "Sasaran | Indikator | Capaian 2021 | Kondisi Awal 2022 | Target 2024", rows))
    )

    expected = {
        "name": "Indeks SPBE",
        "baseline": "2,4",
        "year": 2022,
        "targets": {"2024": "3"},
        "actuals": {"2021": "2,1"},
    }
    assert indicator(without.road_map.objectives[0].indicators[0]) == expected
    assert indicator(with_one.road_map.objectives[0].indicators[0]) == expected
