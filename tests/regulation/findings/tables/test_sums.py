"""Sums in other tables."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import messages, said


def test_a_row_of_sums_that_do_not_add_up():
    budget = table(
        "5.1",
        "Rencana Anggaran",
        "No | Uraian | 2023 | 2024",
        """
        1 | Pelatihan | Rp 100.000.000 | Rp 120.000.000
        2 | Aplikasi | Rp 250.000.000 | Rp 200.000.000
        Jumlah | < | Rp 350.000.000 | Rp 330.000.000
        """,
    )
    assert said("wrong_total", budget) == [
        (
            "Tabel 5.1 mencetak jumlah “Rp 330.000.000”, padahal jumlah kolomnya 320.000.000.",
            ["Rp 330.000.000"],
        )
    ]


def test_a_column_that_a_formula_defines():
    visits = table(
        "5.2",
        "Kunjungan",
        "No | Layanan | Semester I | Semester II | Setahun",
        """
        1 | Izin | 120 | 130 | 250
        2 | Aduan | 40 | 35 | 85
        """,
        formulas="1 | 2 | 3 | 4 | 5=(3+4)",
    )
    assert messages("wrong_total", visits) == ["Tabel 5.2 mencetak jumlah “85”, padahal menurut rumus kolom 3+4 75."]


def test_right_sums_and_columns_that_cannot_be_summed():
    right = table(
        "5.1",
        "Rencana",
        "No | Uraian | Jumlah | Capaian | Predikat",
        """
        1 | Pelatihan | 10 | 80% | B
        2 | Aplikasi | 25 | - | A
        Total | < | 35 | 90% | A
        """,
    )
    assert messages("wrong_total", right) == []


def test_sums_of_groups_and_the_sum_of_those():
    grouped = table(
        "5.3",
        "Rencana",
        "No | Uraian | Jumlah",
        """
        1 | Pelatihan | 10
        2 | Aplikasi | 25
        Jumlah | < | 35
        3 | Perjalanan | 5
        4 | Rapat | 7
        Jumlah | < | 12
        Total | < | 47
        """,
    )
    assert messages("wrong_total", grouped) == []
