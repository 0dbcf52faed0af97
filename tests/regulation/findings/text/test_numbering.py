"""Gaps in numbers, and lists that rightly begin again."""

from petajalan.regulation.data import Member, Team, TeamKind
from tests.regulation.building import caption, heading, item, paragraph, regulation, table, words
from tests.regulation.findings.text.checking import findings_in, printed, said


def test_gap_in_a_lettered_list():
    assert said("list_number_gap", item("a.", "Pangan;", 1), item("b.", "Air;", 1), item("d.", "Energi.", 1)) == [
        ("Daftar meloncat dari “b.” ke “d.”: c tidak ada.", ["b. Air;", "d. Energi."])
    ]


def test_restarting_nested_and_bulleted_lists_have_no_gap():
    assert (
        printed(
            "list_number_gap",
            item("1.", "Tema pertama", 1),
            item("1)", "bantuan;", 2),
            item("2)", "pelatihan.", 2),
            item("2.", "Tema kedua", 1),
            item("1.", "kendala;", 2),
            item("2.", "harapan.", 2),
            item("-", "radio", 3),
            item("3.", "Tema ketiga", 1),
            heading("2.2 Lanjutan", 2),
            item("2)", "Capaian lain", 1),
            item("i.", "satu", 1),
            item("ii.", "dua", 1),
        )
        == []
    )


def test_a_number_printed_twice():
    first = (item("1.", "Pangan;", 1), item("2.", "Air;", 1))
    assert said("list_number_gap", *first, item("2.", "Energi;", 2), item("3.", "Jalan.", 2)) == [
        ("Daftar memakai “2.” dua kali berturut-turut.", ["2. Air;", "2. Energi;"])
    ]
    lettered = (item("a.", "satu;", 1), item("b.", "dua:", 1), item("1)", "kecil;", 2), item("b.", "tiga.", 1))
    assert printed("list_number_gap", *lettered) == [["b. dua:", "b. tiga."]]
    # The second 2 is a 3: nothing else is missing.
    assert len(printed("list_number_gap", *first, item("2.", "Energi;", 1), item("4.", "Jalan.", 1))) == 1
    assert len(printed("list_number_gap", *first, item("2.", "Energi;", 1), item("6.", "Jalan.", 1))) == 2


def test_the_same_number_in_two_lists():
    first = (item("1.", "Pangan;", 1), item("2.", "Air;", 1))
    assert printed("list_number_gap", *first, item("1.", "Energi;", 1), item("2.", "Jalan.", 1)) == []
    assert printed("list_number_gap", *first, heading("2.2 Lanjutan", 2), item("2.", "Jalan.", 1)) == []
    assert printed("list_number_gap", *first, paragraph("Lanjutan tahun lalu:"), item("2.", "Jalan.", 1)) == []
    nested = (item("1.", "Tema:", 1), item("1.", "satu;", 2), item("2.", "dua;", 2), item("2.", "Tema lain", 1))
    assert printed("list_number_gap", *nested) == []


def test_gap_in_row_numbers():
    rows = "1 | Arsip\n2 | Merit\n4 | Zona Integritas"
    assert printed("list_number_gap", table("3.9", "Daftar", "No | Nama", rows)) == [["2", "4"]]
    assert printed("list_number_gap", table("3.9", "Daftar", "No | Nama", "1 | A\n2 | B\n1 | C\n2 | D")) == []
    assert printed("list_number_gap", table("3.9", "Daftar", "Nilai | Nama", "1 | A\n5 | B")) == []


def test_gap_among_the_members_of_a_team():
    def team(*numbers: str) -> Team:
        members = [Member("member", words(f"Kepala Dinas {number}", "4.1"), number) for number in numbers]
        return Team(TeamKind.GENERAL, words("Tim Arsip", "4.1"), tuple(members))

    found = [finding.message.id for finding in findings_in(regulation(teams=(team("1.", "3."), team("1.", "2."))))]
    assert "Daftar anggota “Tim Arsip” meloncat dari “1.” ke “3.”: 2 tidak ada." in found
    assert sum("meloncat" in message for message in found) == 1
    twice = [finding.message.id for finding in findings_in(regulation(teams=(team("1.", "2.", "2.", "3."),)))]
    assert "Daftar anggota “Tim Arsip” memakai “2.” dua kali berturut-turut." in twice


def test_gap_among_headings():
    chapters = (heading("BAB I PENDAHULUAN"), heading("1.1 Latar Belakang", 2), heading("1.3 Dasar Hukum", 2))
    assert said("heading_number_gap", *chapters, heading("BAB II PENUTUP")) == [
        ("Bagian dari 1: setelah 1.1 tercetak 1.3.", ["1.1 Latar Belakang", "1.3 Dasar Hukum"])
    ]
    assert printed("heading_number_gap", heading("BAB I PENDAHULUAN"), heading("BAB III PENUTUP")) == [
        ["BAB I PENDAHULUAN", "BAB III PENUTUP"]
    ]
    assert printed("heading_number_gap", heading("Pasal 1", 2), heading("Pasal 3", 2)) == [["Pasal 1", "Pasal 3"]]


def test_headings_in_order():
    assert (
        printed(
            "heading_number_gap",
            heading("Pasal 1", 2),
            heading("Pasal 2", 2),
            heading("BAB I PENDAHULUAN"),
            heading("1.1 Latar Belakang", 2),
            heading("1.1.1 Umum", 3),
            heading("1.2 Dasar Hukum", 2),
            heading("BAB II GAMBARAN"),
            heading("2.1 Isu", 2),
            heading("BAB III PENUTUP"),
        )
        == []
    )


def test_a_second_annex_begins_again():
    first = (heading("BAB I PENDAHULUAN"), heading("BAB II PENUTUP"), caption("Tabel 1 A"), caption("Tabel 2 B"))
    second = (heading("LAMPIRAN II"), heading("BAB I UMUM"), caption("Tabel 1 C"))
    assert printed("heading_number_gap", *first, *second) == []
    assert printed("caption_number_gap", *first, *second) == []


def test_captions():
    assert said("caption_number_gap", caption("Gambar 2. 1 Tren"), caption("Gambar 2. 3 Hasil")) == [
        ("Gambar pada Bab 2: setelah Gambar 2.1 tercetak Gambar 2.3.", ["Gambar 2. 1 Tren", "Gambar 2. 3 Hasil"])
    ]
    assert printed("caption_number_gap", caption("Tabel 3.1 A"), paragraph("x"), caption("Tabel 3.1 B")) == [
        ["Tabel 3.1 A", "Tabel 3.1 B"]
    ]
    assert (
        printed(
            "caption_number_gap",
            caption("Gambar 1.1 A"),
            caption("Tabel 1.1 B"),
            caption("Gambar 1.2 C"),
            caption("Tabel 2.1 D"),
        )
        == []
    )
