"""Chapters promised and printed; the parts a road map must have."""

from tests.regulation.building import heading, item, paragraph
from tests.regulation.findings.text.checking import activities, findings, objectives, printed, said, themes

PROMISED = (
    heading("Pasal 3", 2),
    item("a.", "BAB I : PENDAHULUAN;", 1),
    item("b.", "BAB II : MANAJEMEN PELAKSANAAN RB; dan", 1),
    item("c.", "BAB III : PENUTUP.", 1),
)


def test_chapters_as_promised():
    annex = (heading("BAB I PENDAHULUAN"), heading("BAB II MANAJEMEN PELAKSANAAN RB"), heading("BAB III PENUTUP"))
    assert printed("systematics_mismatch", *PROMISED, *annex) == []
    assert printed("systematics_mismatch", *annex) == []


def test_chapters_of_the_body_are_no_chapters_of_the_annex():
    body = (heading("BAB I KETENTUAN UMUM"), *PROMISED, heading("BAB IV KETENTUAN PENUTUP"), heading("Pasal 4", 2))
    annex = (heading("BAB I PENDAHULUAN"), heading("BAB II MANAJEMEN PELAKSANAAN RB"), heading("BAB III PENUTUP"))
    assert printed("systematics_mismatch", *body, paragraph("Peraturan ini berlaku."), *annex) == []


def test_another_title_a_missing_and_an_added_chapter():
    annex = (heading("BAB I PENGANTAR"), heading("BAB II MANAJEMEN PELAKSANAAN RB"), heading("BAB IV LAMPIRAN DATA"))
    assert said("systematics_mismatch", *PROMISED, *annex) == [
        (
            "Bab I berjudul “PENDAHULUAN” dalam pasal dan “PENGANTAR” dalam lampiran.",
            ["a. BAB I : PENDAHULUAN;", "BAB I PENGANTAR"],
        ),
        ("Bab III “PENUTUP” tidak ada dalam lampiran.", ["c. BAB III : PENUTUP."]),
        ("Bab IV “LAMPIRAN DATA” tidak disebut dalam sistematika.", ["BAB IV LAMPIRAN DATA"]),
    ]


def test_an_abbreviation_in_a_title_is_a_note():
    annex = (heading("BAB I PENDAHULUAN"), heading("BAB II MANAJEMEN PELAKSANAAN REFORMASI BIROKRASI"))
    found = findings(*PROMISED, *annex, heading("BAB III PENUTUP"))
    assert [str(finding.severity) for finding in found if finding.code == "systematics_mismatch"] == ["note"]


CHAPTERS = (
    heading("BAB I GAMBARAN"),
    heading("1.1 Isu Strategis Kota Contoh", 2),
    objectives("1 | Layanan yang ramah | Survei Warga | 70 | 75 | 80 | Bagor"),
    activities("1 | Penataan Arsip | Nilai Arsip | Bagor"),
    themes("1 | Pengentasan Kemiskinan | Turunnya kemiskinan | Angka Kemiskinan | 7% | 6% | 5%"),
    heading("BAB II MANAJEMEN PELAKSANAAN"),
)


def test_all_parts():
    assert printed("part_missing", *CHAPTERS) == []


def test_parts_that_are_missing():
    assert [message for message, _ in said("part_missing", CHAPTERS[0], CHAPTERS[3], heading("BAB II PENUTUP"))] == [
        "Tidak ditemukan isu strategis.",
        "Tidak ditemukan tujuan dan sasaran strategis.",
        "Tidak ditemukan tema RB Tematik dengan targetnya.",
        "Tidak ditemukan manajemen pelaksanaan reformasi birokrasi.",
    ]


def test_only_national_issues():
    national = (heading("1.1 Isu Strategis Nasional", 2), heading("1.1.1 Isu di Tingkat Hulu", 3))
    assert printed("part_missing", CHAPTERS[0], *national, *CHAPTERS[2:]) == [["1.1 Isu Strategis Nasional"]]
    own = (*national, heading("1.2 Isu Strategis Kota Contoh", 2))
    assert printed("part_missing", CHAPTERS[0], *own, *CHAPTERS[2:]) == []


def test_an_extract_is_not_judged():
    assert printed("part_missing", paragraph("Kutipan."), CHAPTERS[3]) == []
