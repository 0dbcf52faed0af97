"""Totals of the priority table, and the order of the table that follows them."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, findings, messages, priorities, said

RIGHT = priorities(
    """
    1 | Arsip Digital | 10 | 8 | 8 | 26
    2 | Pencegahan Korupsi | 10 | 7 | 10 | 27
    3 | Sistem Merit | 9 | 6 | 8 | 23
    """
)
WRONG = priorities(
    """
    1 | Arsip Digital | 10 | 8 | 8 | 26
    2 | Pencegahan Korupsi | 10 | 7 | 10 | 27
    3 | Sistem Merit | 9 | 2 | 8 | 29
    4 | Data Statistik | 9 | 7 | 8 | 24
    """
)
AFTER_WRONG = activities(
    """
    1 | Sistem Merit | Indeks A | 60 | 65 | 70 | BKD | Dinas A
    2 | Pencegahan Korupsi | Indeks B | 60 | 65 | 70 | BKD | Dinas A
    3 | Arsip Digital | Indeks C | 60 | 65 | 70 | BKD | Dinas A
    4 | Data Statistik | Indeks D | 60 | 65 | 70 | BKD | Dinas A
    """
)


def test_a_wrong_total_with_what_it_does_to_the_rank():
    finding = next(finding for finding in findings(WRONG) if finding.code == "wrong_total")

    assert finding.as_json() == {
        "code": "wrong_total",
        "severity": "error",
        "message": {
            "id": "Jumlah skor “Sistem Merit” tercetak 29, padahal 9 + 2 + 8 = 19. Peringkatnya berubah dari 1 menjadi "
            "4 dari 4 kegiatan.",
            "en": "The total of “Sistem Merit” is printed as 29, but 9 + 2 + 8 = 19. Its rank changes from 1 to 4 of 4 "
            "activities.",
        },
        "advice": {
            "id": "Perbaiki jumlah menjadi 19, atau perbaiki skor faktornya bila skor itu yang keliru.",
            "en": "Correct the total to 19, or the factor scores if they are what is wrong.",
        },
        "places": [{"line": 10, "page": None, "table": "3.3", "row": 3, "column": 6, "printed": "29"}],
    }


def test_right_totals_raise_nothing():
    assert said("wrong_total", RIGHT) == []


def test_a_weighted_total_on_a_scale_of_five():
    headers = "No | Kegiatan | Mandat (1-5) Bobot 50% | Keparahan (1-5) Bobot 30% | Kesiapan (1-5) Bobot 20% | Total"
    weighted = table(
        "2.4",
        "Prioritas Kegiatan Utama",
        headers,
        """
        1 | Arsip Digital | 4 | 5 | 2 | 3,9
        2 | Sistem Merit | 5 | 3 | 4 | 4,5
        """,
    )
    assert said("wrong_total", weighted) == [
        (
            "Jumlah berbobot “Sistem Merit” tercetak 4,5, padahal 0,5 × 5 + 0,3 × 3 + 0,2 × 4 = 4,2. Peringkatnya "
            "tetap 1 dari 2.",
            ["4,5"],
        )
    ]


def test_the_targets_table_follows_a_wrong_total():
    assert said("order_follows_wrong_total", WRONG, AFTER_WRONG) == [
        (
            "Urutan pada Tabel 3.4 mengikuti jumlah skor yang salah: “Sistem Merit” nomor 1, menurut hitungan "
            "peringkat 4.",
            ["Sistem Merit", "29"],
        )
    ]
    assert said("order_unexplained", WRONG, AFTER_WRONG) == []


def test_an_order_that_follows_the_true_totals_is_no_consequence():
    true_order = activities(
        """
        1 | Pencegahan Korupsi | Indeks B | 60 | 65 | 70 | BKD | Dinas A
        2 | Arsip Digital | Indeks C | 60 | 65 | 70 | BKD | Dinas A
        3 | Data Statistik | Indeks D | 60 | 65 | 70 | BKD | Dinas A
        4 | Sistem Merit | Indeks A | 60 | 65 | 70 | BKD | Dinas A
        """
    )
    assert messages("order_follows_wrong_total", WRONG, true_order) == []


LONG = priorities(
    """
    1 | Arsip Digital | 10 | 2 | 1 | 13
    2 | Pencegahan Korupsi | 10 | 8 | 10 | 28
    3 | Sistem Merit | 9 | 8 | 8 | 25
    4 | Data Statistik | 9 | 7 | 8 | 24
    5 | Pengaduan | 9 | 6 | 8 | 23
    6 | Pengadaan | 9 | 5 | 8 | 22
    7 | Zona Integritas | 9 | 4 | 8 | 21
    """
)


def _targets(*names: str):
    rows = [f"{at} | {name} | Indeks {name} | 60 | 65 | 70 | BKD | Dinas A" for at, name in enumerate(names, 1)]
    return activities("\n".join(rows))


def test_an_order_that_no_total_explains():
    order = _targets(
        "Pencegahan Korupsi",
        "Sistem Merit",
        "Data Statistik",
        "Pengadaan",
        "Pengaduan",
        "Zona Integritas",
        "Arsip Digital",
    )
    assert said("order_unexplained", LONG, order) == [
        (
            "Urutan pada Tabel 3.4 tidak sesuai dengan jumlah skor: “Pengadaan” (jumlah 22) di atas “Pengaduan” "
            "(jumlah 23).",
            ["Pengadaan", "Pengaduan"],
        )
    ]


def test_a_targets_table_in_the_order_of_the_priority_table_claims_no_order():
    order = _targets(
        "Arsip Digital",
        "Pencegahan Korupsi",
        "Sistem Merit",
        "Data Statistik",
        "Pengaduan",
        "Pengadaan",
        "Zona Integritas",
    )
    assert messages("order_unexplained", LONG, order) == []


def _means(header: str, *means: str):
    scores = (("Arsip Digital", 10, 8, 8), ("Pencegahan Korupsi", 10, 7, 9), ("Sistem Merit", 9, 6, 8))
    rows = [f"{name} | {a} | {b} | {c} | {mean}" for (name, a, b, c), mean in zip(scores, means, strict=True)]
    return table(
        "3.3", "Prioritas Kegiatan Utama", f"Kegiatan Utama | Mandat | Dampak | Waktu | {header}", "\n".join(rows)
    )


def test_a_printed_mean_is_checked_as_a_mean():
    wrong = _means("Rata-rata Skor", "8,67", "8,67", "8,97")
    assert said("wrong_total", wrong) == [
        ("Rata-rata skor “Sistem Merit” tercetak 8,97, padahal (9 + 6 + 8) / 3 = 7,67.", ["8,97"])
    ]
    assert messages("wrong_total", _means("Rata-rata Skor", "8,7", "8,6", "7,67")) == []
    assert messages("wrong_total", _means("Rata-rata", "9", "9", "8")) == []
