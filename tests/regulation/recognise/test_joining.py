"""Rows of the priority table and of the targets table that name the same activity."""

import pytest

from petajalan.regulation.recognise import recognise
from petajalan.regulation.recognise.joining import match
from tests.regulation.building import document, table
from tests.regulation.recognise.showing import text

MATCHES = [
    (["Arsip Digital"], ["arsip  digital."], {0: 0}),
    (
        ["Penyederhanaan (Struktur)/transformasi organisasi"],
        ["Penyederhanaan (Struktur)/ transformasi organisasi)"],
        {0: 0},
    ),
    (["Penguatan Pengaduan & Layanan"], ["Penguatan Pengaduan dan Layanan"], {0: 0}),
    # a slip of the pen
    (["Pelaksanaan Pelayanan Publik Digital"], ["Pelaksanan Pelayanan Publik Digital"], {0: 0}),
    # the same words win over similar ones
    (["Penguatan Sistem Merit ASN"], ["Penguatan Sistem Merit", "Penguatan Sistem Merit ASN"], {0: 1}),
    # two candidates as close as each other: not guessed
    (["Penguatan Sistem Merit Pegawai"], ["Penguatan Sistem Merit Pegawal", "Penguatan Sistem Merit Pegawau"], {}),
    # other numbers are other activities
    (["Pembangunan Gedung Tahap 1"], ["Pembangunan Gedung Tahap 2"], {}),
    (["Arsip Digital"], ["Sistem Merit"], {}),
    # each row is taken once
    (["Arsip Digital", "Arsip Digital"], ["Arsip Digital"], {0: 0}),
    ([], ["Arsip Digital"], {}),
]


@pytest.mark.parametrize(("names", "others", "pairs"), MATCHES)
def test_names_are_matched_by_their_words(names: list[str], others: list[str], pairs: dict[int, int]) -> None:
    assert match(names, others) == pairs


def test_rows_are_joined_and_what_has_no_partner_stays_visible() -> None:
    data = recognise(
        document(
            table(
                "3.3",
                "Prioritas Kegiatan Utama",
                "No | Kegiatan Utama | Mandat | Keparahan | Total",
                """
                1 | Penyederhanaan Birokrasi (struktur)/transformasi | 10 | 8 | 18
                2 | Arsip Digital | 10 | 9 | 19
                3 | Taman Baca | 1 | 2 | 3
                """,
            ),
            table(
                "3.4",
                "Target Kegiatan Utama",
                "No | Kegiatan Utama | Indikator | Target 2025",
                """
                1 | Arsip Digital | Indeks Arsip | 70
                2 | Penyederhanaan birokrasi (struktur)/ transformasi) | Tingkat Penyederhanaan | 100
                3 | Sistem Merit | Indeks Merit | 300
                """,
            ),
        )
    )

    assert [
        (
            activity.name.text,
            text(activity.target_name),
            text(activity.target_number),
            activity.rank_printed,
            activity.rank,
            [text(row.name) for row in activity.indicators],
        )
        for activity in data.road_map.key_activities
    ] == [
        (
            "Penyederhanaan Birokrasi (struktur)/transformasi",
            "Penyederhanaan birokrasi (struktur)/ transformasi)",
            "2",
            2,
            2,
            ["Tingkat Penyederhanaan"],
        ),
        ("Arsip Digital", "Arsip Digital", "1", 1, 1, ["Indeks Arsip"]),
        ("Taman Baca", None, None, None, 3, []),
        ("Sistem Merit", "Sistem Merit", "3", 3, None, ["Indeks Merit"]),
    ]
    assert data.road_map.unplaced == ()
