"""Printed ranks, and activities that only one table holds."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, messages, priorities, said

HEADERS = "No | Kegiatan Utama | Mandat (1-10) | Tingkat Keparahan (1-10) | Waktu (1-10) | Total Skor | Peringkat"


def test_a_rank_that_its_total_does_not_give():
    ranks = table(
        "3.3",
        "Penetapan Prioritas Kegiatan Utama",
        HEADERS,
        """
        1 | Arsip Digital | 10 | 8 | 8 | 26 | 1
        2 | Pencegahan Korupsi | 10 | 7 | 10 | 27 | 2
        3 | Sistem Merit | 10 | 6 | 8 | 24 | 3
        """,
    )
    assert said("wrong_rank", ranks) == [
        ("Peringkat “Arsip Digital” tercetak 1, padahal jumlah 26 berada di peringkat 2 dari 3.", ["1"]),
        ("Peringkat “Pencegahan Korupsi” tercetak 2, padahal jumlah 27 berada di peringkat 1 dari 3.", ["2"]),
    ]


def test_ranks_that_follow_and_ties_in_either_order():
    ranks = table(
        "3.3",
        "Penetapan Prioritas Kegiatan Utama",
        HEADERS,
        """
        1 | Arsip Digital | 10 | 8 | 8 | 26 | 2
        2 | Pencegahan Korupsi | 10 | 7 | 10 | 27 | 1
        3 | Sistem Merit | 10 | 8 | 8 | 26 | 3
        """,
    )
    assert messages("wrong_rank", ranks) == []


SCORED = priorities("1 | Arsip Digital | 10 | 8 | 8 | 26\n2 | Sistem Merit | 10 | 6 | 8 | 24")
TARGETED = activities(
    """
    1 | Arsip Digital | Indeks Arsip | 60 | 65 | 70 | BKD | Dinas A
    2 | Pelayanan Publik Prima | Indeks Layanan | 60 | 65 | 70 | BKD | Dinas A
    """
)


def test_activities_that_only_one_table_holds():
    assert said("activity_without_target", SCORED, TARGETED) == [
        ("Diberi skor di Tabel 3.3 tetapi tidak ada di Tabel 3.4: “Sistem Merit”.", ["Sistem Merit"])
    ]
    assert said("activity_without_score", SCORED, TARGETED) == [
        ("Bertarget di Tabel 3.4 tetapi tidak ada di Tabel 3.3: “Pelayanan Publik Prima”.", ["Pelayanan Publik Prima"])
    ]


def test_one_table_alone_or_the_same_activities():
    assert messages("activity_without_target", SCORED) == []
    assert messages("activity_without_score", TARGETED) == []
    both = activities(
        """
        1 | Arsip Digital | Indeks Arsip | 60 | 65 | 70 | BKD | Dinas A
        2 | SISTEM MERIT | Indeks Merit | 60 | 65 | 70 | BKD | Dinas A
        """
    )
    assert messages("activity_without_target", SCORED, both) == []
    assert messages("activity_without_score", SCORED, both) == []


def test_an_unknown_total_may_stand_anywhere():
    ranks = table(
        "3.3",
        "Penetapan Prioritas Kegiatan Utama",
        HEADERS,
        """
        1 | Arsip Digital | 10 | 8 | 8 | 26 | 1
        2 | Pencegahan Korupsi | 10 | - | 7 | 25 | 2
        3 | Sistem Merit | 10 | 6 | 8 | 24 | 3
        """,
    )
    assert messages("wrong_rank", ranks) == []


def test_a_wrong_rank_is_not_told_again_as_an_order():
    ranks = table(
        "3.3",
        "Penetapan Prioritas Kegiatan Utama",
        HEADERS,
        """
        1 | Arsip Digital | 10 | 10 | 10 | 30 | 1
        2 | Pencegahan Korupsi | 10 | 9 | 10 | 29 | 2
        3 | Sistem Merit | 10 | 8 | 8 | 26 | 4
        4 | Data Statistik | 10 | 8 | 7 | 25 | 3
        5 | Pengaduan | 10 | 5 | 8 | 23 | 5
        """,
    )
    assert len(messages("wrong_rank", ranks)) == 2
    assert messages("order_unexplained", ranks) == []
