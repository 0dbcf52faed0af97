"""Number, year and title on the title page, in the annex, and at the enactment."""

from dataclasses import replace

from petajalan.regulation.data import Identity
from tests.regulation.building import heading, paragraph, place, regulation
from tests.regulation.findings.text.checking import SIGNED, findings_in, printed, said


def annex(number: str = "1", year: int = 2023, subject: str = "PEMERINTAH KOTA CONTOH", period: str = "2023-2024"):
    return (
        heading("LAMPIRAN"),
        paragraph("PERATURAN WALI KOTA CONTOH"),
        paragraph(f"NOMOR {number} TAHUN {year}"),
        paragraph("TENTANG"),
        paragraph(f"ROAD MAP REFORMASI BIROKRASI {subject}"),
        paragraph(f"TAHUN {period}"),
    )


def test_another_number_in_the_annex():
    assert said("number_mismatch", *annex("11")) == [
        (
            "Nomor peraturan tertulis 1 pada judul, tetapi 11 pada lampiran.",
            ["NOMOR 1 TAHUN 2023", "NOMOR 11 TAHUN 2023"],
        )
    ]


def test_the_gazette_has_a_number_of_its_own():
    assert printed("number_mismatch", paragraph("BERITA DAERAH KOTA CONTOH TAHUN 2023 NOMOR 7"), *annex()) == []


def test_another_year():
    assert printed("year_mismatch", *annex(year=2024)) == [["NOMOR 1 TAHUN 2023", "NOMOR 1 TAHUN 2024"]]
    late = paragraph("Ditetapkan di Contoh pada tanggal 3 Januari 2024")
    assert said("year_mismatch", late, *annex()) == [
        ("Peraturan bertahun 2023, tetapi ditetapkan pada tahun 2024.", ["NOMOR 1 TAHUN 2023"])
    ]
    assert printed("year_mismatch", SIGNED, *annex()) == []


def test_another_title():
    assert len(printed("title_mismatch", *annex(subject="KOTA CONTOH"))) == 1
    assert printed("title_mismatch", *annex()) == []
    assert printed("title_mismatch", *annex(period="2023 – 2026")) == []  # told as a period


def test_case_and_signs_of_a_title_do_not_matter():
    body = Identity("body", "1", 2023, "ROAD MAP (PETA JALAN) KOTA", None, place())
    data = regulation(
        identities=(body, replace(body, part="article", number=None, title="tentang Road Map Peta Jalan Kota"))
    )
    assert findings_in(data) == []
