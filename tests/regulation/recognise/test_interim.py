from petajalan.regulation.data import TableKind
from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, table
from tests.regulation.recognise.showing import figure, text


def test_interim_results_with_scale_two_years_and_source() -> None:
    data = recognise(
        document(
            table(
                "2.1",
                "Capaian Hasil Antara Kabupaten Contoh",
                "No | Hasil Antara | Skala | Nilai 2021 | Nilai 2022 | Sumber Data",
                """
                1 | Sistem Merit | 0-400 | 175,5 | 256,5 | KASN
                2 | Maturitas SPIP | 0-5 | - | 2 | BPKP
                """,
            )
        )
    )

    assert data.meanings[0].columns == ("no", "name", "scale", "value:2021", "value:2022", "source")
    assert [
        (
            row.name.text,
            text(row.number),
            text(row.scale),
            {year: figure(value) for year, value in row.values.items()},
            text(row.source),
        )
        for row in data.road_map.interim_results
    ] == [
        ("Sistem Merit", "1", "0-400", {2021: "175,5", 2022: "256,5"}, "KASN"),
        ("Maturitas SPIP", "2", "0-5", {2021: "-", 2022: "2"}, "BPKP"),
    ]
    assert data.notices == ()


def test_other_words_and_another_order() -> None:
    data = recognise(
        document(
            table(
                "5",
                "Hasil Antara Reformasi Birokrasi",
                "Instansi Penilai | Capaian / 2022 | Capaian / 2023 | Rentang Nilai | Indikator",
                "LAN | 51 | 60 | 0-100 | Indeks Kualitas Kebijakan",
            )
        )
    )

    assert data.meanings[0].columns == ("source", "value:2022", "value:2023", "scale", "name")
    row = data.road_map.interim_results[0]
    assert (row.name.text, text(row.scale), text(row.source)) == ("Indeks Kualitas Kebijakan", "0-100", "LAN")


def test_a_lone_year_beside_a_result_is_a_result() -> None:
    data = recognise(
        document(table("1", "Capaian Hasil Antara", "Hasil Antara | Nilai 2021 | 2022 | 2023", "SPIP | 1 | 2 | 3"))
    )

    assert data.meanings[0].columns == ("name", "value:2021", "value:2022", "value:2023")


def test_a_table_of_targets_is_not_one_of_results() -> None:
    data = recognise(
        document(table("1", "Capaian dan Target", "Uraian | Capaian 2022 | Target 2024", "Indeks | 1 | 2"))
    )

    assert data.meanings[0].kind is TableKind.UNKNOWN
    assert data.road_map.interim_results == ()


def test_bare_years_beside_an_indicator_are_results_where_nothing_is_planned() -> None:
    def meant(caption: str, headers: str) -> tuple[str, ...]:
        return recognise(document(table("1", caption, headers, "1 | SPIP | 2 | 3"))).meanings[0].columns

    assert meant("Hasil Antara", "No | Indikator | Tahun 2022 | Tahun 2023") == (
        "no",
        "name",
        "value:2022",
        "value:2023",
    )
    assert meant("Hasil dan Target Sasaran", "No | Indikator | 2022 | 2023")[2:] == ("target:2022", "target:2023")
