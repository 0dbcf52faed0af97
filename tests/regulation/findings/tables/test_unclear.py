"""Scales and directions that are told nowhere."""

from tests.regulation.findings.tables.checking import activities, interim, messages, said


def test_an_index_on_an_unknown_or_unusual_scale():
    bare = activities(
        """
        1 | SPIP | Maturitas Layanan | 2 | 3 | 3 | Inspektorat | Dinas A
        2 | Budaya | Indeks Kerapian | 2,1 | 3 | 3,2 | Bagor | Dinas A
        3 | Pelayanan Prima | Survei Kepuasan Warga | 80 | 82 | 84 | Bagor | Dinas A
        """
    )
    assert said("missing_scale", bare) == [
        (
            "Skala tidak tercetak untuk “Maturitas Layanan” dan “Indeks Kerapian”.",
            [
                "1 | SPIP | Maturitas Layanan | 2 | 3 | 3 | Inspektorat | Dinas A",
                "2 | Budaya | Indeks Kerapian | 2,1 | 3 | 3,2 | Bagor | Dinas A",
            ],
        )
    ]


def test_a_scale_that_the_interim_results_print():
    results = interim("1 | Maturitas Layanan | 1-5 | 2 | 2 | BPKP")
    bare = activities(
        """
        1 | SPIP | Maturitas Layanan | 2 | 3 | 3 | Inspektorat | Dinas A
        2 | Kemiskinan | Indeks Kedalaman Kemiskinan | 0,93 | 0,9 | 0,8 | Dinsos | Dinas A
        """
    )
    assert messages("missing_scale", results, bare) == []
    one_empty = interim("1 | Indeks Kerapian | | 2,1 | 2,2 | Bagor\n2 | Maturitas Layanan | 1-5 | 2 | 2 | BPKP")
    assert messages("missing_scale", one_empty) == ["Skala tidak tercetak untuk “Indeks Kerapian”."]


def test_a_direction_that_neither_name_nor_figures_tell():
    unclear = activities(
        """
        1 | Layanan Cepat | Waktu Layanan Izin | - | 8 hari | 8 hari | DPMPTSP | Dinas A
        2 | Layanan Murah | Biaya Layanan Izin | 9 ribu | 8 ribu | 7 ribu | DPMPTSP | Dinas A
        3 | Budaya | Indeks Kerapian | - | 3 | 3 | Bagor | Dinas A
        """
    )
    assert messages("missing_direction", unclear) == [
        "Arah yang baik (naik atau turun) tidak jelas untuk “Waktu Layanan Izin”."
    ]
