"""Coordinators and implementers."""

from tests.regulation.building import table
from tests.regulation.findings.tables.checking import activities, findings, messages, said, themes


def test_an_activity_with_two_coordinators():
    two = activities(
        """
        1 | Core Values | Indeks Budaya | 61 | 65 | 70 | BKD | Dinas A
        ^ | ^ | Indeks Citra | 71 | 73 | 75 | Bagor | Dinas B
        """
    )
    assert said("two_coordinators", two) == [
        ("“Core Values” mempunyai 2 koordinator: BKD dan Bagor.", ["BKD", "Bagor"])
    ]


def test_two_coordinators_in_one_cell():
    two = activities("1 | Core Values | Indeks Budaya | 61 | 65 | 70 | BKD dan Bagor | Dinas A")
    assert messages("two_coordinators", two) == ["“Core Values” mempunyai 2 koordinator: BKD dan Bagor."]


def test_one_coordinator_under_two_names_or_misspelt():
    one = activities(
        """
        1 | Core Values | Indeks Budaya | 61 | 65 | 70 | Bagian Organisasi | Dinas A
        ^ | ^ | Indeks Citra | 71 | 73 | 75 | Bagor | Dinas B
        2 | Keuangan | Indeks Audit | 61 | 65 | 70 | Inspektorat | Dinas A
        ^ | ^ | Indeks Pengawasan | 61 | 65 | 70 | Insepektorat | Dinas A
        3 | Izin | Indeks Izin | 61 | 65 | 70 | Dinas Penanaman Modal | Dinas A
        """
    )
    assert messages("two_coordinators", one) == []


def test_an_empty_coordinator_or_implementer():
    empty = activities(
        """
        1 | Core Values | Indeks Budaya | 61 | 65 | 70 | - | Dinas A
        2 | Keuangan | Indeks Audit | 61 | 65 | 70 | Inspektorat | Dinas A
        """
    )
    assert messages("missing_owner", empty) == ["Tabel 3.4: koordinator atau pelaksana kosong untuk “Indeks Budaya”."]


def test_themes_have_owners_in_columns_or_in_teams():
    bare = themes("1 | Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6% | 5% | 4%")
    teams = table(
        "4.1",
        "Susunan Keanggotaan Tim",
        "No | Kedudukan dalam Tim | Kedudukan dalam Jabatan",
        "A | TIM RB TEMATIK¶PENANGANAN KEMISKINAN¶1. Ketua¶2. Anggota | Kepala Dinas Sosial¶1. Kepala Dinas Kesehatan",
    )
    alone = [finding for finding in findings(bare) if finding.code == "missing_owner"]
    with_teams = [finding for finding in findings(bare, teams) if finding.code == "missing_owner"]

    assert [(finding.severity, finding.message.id) for finding in alone] == [
        ("warning", "Tabel 3.5 tidak menyebut koordinator atau pelaksana.")
    ]
    assert [(finding.severity, finding.message.id) for finding in with_teams] == [
        ("note", "Tabel 3.5 tidak menyebut koordinator atau pelaksana; Tabel 4.1 hanya menyebut tim per tema.")
    ]


def test_one_implementer_for_everything():
    rows = [f"{at} | Kegiatan {at} | Indeks {at} | 61 | 65 | 70 | Bagor | Seluruh PD" for at in range(1, 6)]
    assert said("same_implementer", activities("\n".join(rows))) == [
        ("Tabel 3.4 menyebut pelaksana yang sama pada semua 5 baris: “Seluruh PD”.", ["Pelaksana"])
    ]
    varied = [*rows[:4], "5 | Kegiatan 5 | Indeks 5 | 61 | 65 | 70 | Bagor | Dinas A"]
    assert messages("same_implementer", activities("\n".join(varied))) == []


def test_one_unit_whose_name_holds_and():
    one = activities(
        """
        1 | Keuangan | Indeks Audit | 61 | 65 | 70 | Badan Keuangan dan Aset Daerah | Dinas A
        2 | Pangan | Indeks Pangan | 61 | 65 | 70 | Dinas Perikanan dan Pertanian | Dinas A
        """
    )
    assert messages("two_coordinators", one) == []
