from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, table
from tests.regulation.recognise.showing import indicator, text


def test_themes_with_objective_and_indicator() -> None:
    data = recognise(
        document(
            table(
                "3.5",
                "Penetapan Target Reformasi Birokrasi Tematik",
                "No | Tema | Sasaran Tematik | Indikator | Baseline 2022 | Target / 2023 | Target / 2024",
                """
                1 | Pengentasan Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6,37 | 5,65 | 5,37
                2 | Pengendalian Inflasi | Terkendalinya harga | Inflasi | n.a | 3,0 | 2,5
                """,
            )
        )
    )

    assert [
        (text(theme.number), theme.name.text, text(theme.objective), [indicator(row) for row in theme.indicators])
        for theme in data.road_map.themes
    ] == [
        (
            "1",
            "Pengentasan Kemiskinan",
            "Menurunnya kemiskinan",
            [
                {
                    "name": "Angka Kemiskinan",
                    "baseline": "6,37",
                    "year": 2022,
                    "targets": {"2023": "5,65", "2024": "5,37"},
                }
            ],
        ),
        (
            "2",
            "Pengendalian Inflasi",
            "Terkendalinya harga",
            [{"name": "Inflasi", "baseline": "n.a", "year": 2022, "targets": {"2023": "3,0", "2024": "2,5"}}],
        ),
    ]


def test_a_theme_with_two_objectives_is_one_theme() -> None:
    data = recognise(
        document(
            table(
                "1",
                "Tema",
                "Tema RB Tematik | Sasaran | Indikator | Target 2025",
                """
                Ketahanan Pangan | Meningkatnya produksi | Produksi padi | 10
                ^ | Terjaganya harga | Harga beras | 12
                ^ | ^ | Stok beras | 5
                """,
            )
        )
    )

    (theme,) = data.road_map.themes
    assert (text(theme.objective), [further.text for further in theme.further_objectives]) == (
        "Meningkatnya produksi",
        ["Terjaganya harga"],
    )
    assert [text(row.name) for row in theme.indicators] == ["Produksi padi", "Harga beras", "Stok beras"]
    assert data.road_map.unplaced == ()


def test_a_table_for_one_theme_names_it_in_its_caption() -> None:
    data = recognise(
        document(
            table(
                "4",
                "Target RB Tematik Hilirisasi",
                "Sasaran | Indikator | Target 2025",
                "Meningkatnya nilai tambah | Ekspor olahan | 10\n | Industri baru | 3",
            )
        )
    )

    (theme,) = data.road_map.themes
    assert (theme.name.text, text(theme.objective), len(theme.indicators)) == (
        "Hilirisasi",
        "Meningkatnya nilai tambah",
        2,
    )


def test_themes_as_rows_across_the_table() -> None:
    data = recognise(
        document(
            table(
                "4",
                "Tema dan Target",
                "No | Tema | Sasaran | Indikator | Target 2025",
                """
                Tema Kesehatan | < | < | < | <
                1 | | Turunnya stunting | Prevalensi stunting | 14
                Tema Pendidikan | < | < | < | <
                1 | | Naiknya literasi | Indeks literasi | 70
                """,
            )
        )
    )

    assert [(theme.name.text, text(theme.objective)) for theme in data.road_map.themes] == [
        ("Tema Kesehatan", "Turunnya stunting"),
        ("Tema Pendidikan", "Naiknya literasi"),
    ]


def test_a_theme_may_have_a_coordinator() -> None:
    data = recognise(
        document(
            table(
                "4",
                "Tema",
                "Tema | Indikator | Target 2025 | Leading Sector",
                "Kesehatan | Stunting | 14 | Dinas Kesehatan",
            )
        )
    )

    assert text(data.road_map.themes[0].indicators[0].coordinator) == "Dinas Kesehatan"
