from datetime import date

import pytest

from petajalan.regulation.document import Block
from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, heading, item, paragraph


def stated(*blocks: Block) -> list[tuple[str, str | None, int | None, str | None, tuple[int, int] | None, str]]:
    return [
        (found.part, found.number, found.year, found.title, found.period, found.place.printed)
        for found in recognise(document(*blocks)).identities
    ]


TITLE = "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA CONTOH TAHUN 2023-2024"


def test_the_title_page_the_clause_the_gazette_and_the_annex_each_state_it() -> None:
    blocks = (
        paragraph("WALI KOTA CONTOH"),
        paragraph("PERATURAN WALI KOTA CONTOH"),
        paragraph("NOMOR 18 TAHUN 2023"),
        paragraph("TENTANG"),
        paragraph("ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA CONTOH"),
        paragraph("TAHUN 2023-2024"),
        paragraph("DENGAN RAHMAT TUHAN YANG MAHA ESA"),
        paragraph("Menetapkan : PERATURAN WALI KOTA TENTANG ROAD MAP REFORMASI BIROKRASI TAHUN 2023-2024."),
        paragraph("Ditetapkan di Contoh pada tanggal 6 Juli 2023"),
        paragraph("BERITA DAERAH KOTA CONTOH TAHUN 2023 NOMOR 19"),
        heading("LAMPIRAN"),
        paragraph("PERATURAN WALI KOTA CONTOH"),
        paragraph("NOMOR 28 TAHUN 2023"),
        paragraph("TENTANG"),
        paragraph("ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA CONTOH"),
        paragraph("TAHUN 2023 - 2024"),
        heading("BAB I PENDAHULUAN"),
    )

    assert stated(*blocks) == [
        ("body", "18", 2023, TITLE, (2023, 2024), "NOMOR 18 TAHUN 2023"),
        (
            "article",
            None,
            None,
            "ROAD MAP REFORMASI BIROKRASI TAHUN 2023-2024",
            (2023, 2024),
            "ROAD MAP REFORMASI BIROKRASI TAHUN 2023-2024",
        ),
        ("gazette", "19", 2023, None, None, "BERITA DAERAH KOTA CONTOH TAHUN 2023 NOMOR 19"),
        ("annex", "28", 2023, TITLE.replace("2023-", "2023 - "), (2023, 2024), "NOMOR 28 TAHUN 2023"),
    ]
    data = recognise(document(*blocks))
    assert (data.number, data.year, data.title, data.period, data.enacted_on) == (
        "18",
        2023,
        TITLE,
        (2023, 2024),
        date(2023, 7, 6),
    )


def test_a_head_that_runs_on_in_one_paragraph() -> None:
    assert stated(
        paragraph("PERATURAN BUPATI CONTOH NOMOR : 7 TAHUN 2025 TENTANG ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029"),
        paragraph("BUPATI CONTOH,"),
        paragraph(
            "LAMPIRAN I PERATURAN BUPATI CONTOH NOMOR 7 TAHUN 2025 TENTANG ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029"
        ),
    ) == [
        ("body", "7", 2025, "ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029", (2025, 2029), "NOMOR : 7 TAHUN 2025"),
        ("annex", "7", 2025, "ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029", (2025, 2029), "NOMOR 7 TAHUN 2025"),
    ]


def test_a_title_repeated_over_the_first_chapter_is_not_added_to_the_annex_head() -> None:
    (annex,) = stated(
        heading("LAMPIRAN"),
        paragraph("PERATURAN BUPATI CONTOH"),
        paragraph("NOMOR 7 TAHUN 2025"),
        paragraph("TENTANG"),
        paragraph("ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029"),
        paragraph("ROAD MAP REFORMASI BIROKRASI KABUPATEN CONTOH"),
    )

    assert annex[3] == "ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029"


def test_a_document_without_any_head_states_nothing() -> None:
    data = recognise(document(heading("BAB I PENDAHULUAN"), paragraph("Reformasi birokrasi berjalan baik.")))

    assert data.identities == ()
    assert (data.number, data.year, data.title, data.period, data.enacted_on) == (None, None, None, None, None)
    assert (data.agency_kind, data.agency_name) == (None, None)


def test_an_unreadable_date_is_no_date() -> None:
    for words in ("pada tanggal        2025", "pada tanggal 31 Februari 2025", "pada tanggal 5 Juny 2025"):
        assert recognise(document(paragraph(f"Ditetapkan di Contoh {words}"))).enacted_on is None


def test_the_date_may_stand_on_the_next_line() -> None:
    data = recognise(document(paragraph("Ditetapkan di Contoh"), paragraph("pada tanggal 9 Nopember 2024")))

    assert data.enacted_on == date(2024, 11, 9)


AGENCIES = [
    (("PERATURAN WALIKOTA CONTOH", "NOMOR 1 TAHUN 2025"), "city", "Kota Contoh"),
    (("PERATURAN WALI KOTA MAJU JAYA",), "city", "Kota Maju Jaya"),
    (("PERATURAN BUPATI MAJU JAYA",), "regency", "Kabupaten Maju Jaya"),
    (("KEPUTUSAN GUBERNUR CONTOH TENGAH",), "province", "Provinsi Contoh Tengah"),
    (("PERATURAN GUBERNUR DAERAH ISTIMEWA CONTOH",), "province", "Daerah Istimewa Contoh"),
    (("PERATURAN DAERAH KABUPATEN CONTOH NOMOR 3 TAHUN 2025",), "regency", "Kabupaten Contoh"),
    (("PERATURAN MENTERI URUSAN CONTOH DAN UJI",), "ministry", "Kementerian Urusan Contoh dan Uji"),
    (("PERATURAN KEPALA BADAN CONTOH NASIONAL",), "agency", "Badan Contoh Nasional"),
    (("PERATURAN WALIKOTA CONTOH", "Daerah adalah Kota Contoh Baru."), "city", "Kota Contoh Baru"),
    (("Road map ini milik Kabupaten Sentosa.", "Kabupaten Sentosa dan Kota Lain"), "regency", "Kabupaten Sentosa"),
]


@pytest.mark.parametrize(("texts", "kind", "name"), AGENCIES)
def test_whose_regulation_it_is(texts: tuple[str, ...], kind: str, name: str) -> None:
    data = recognise(document(*(paragraph(text) for text in texts)))

    assert (data.agency_kind, data.agency_name) == (kind, name)


def test_a_definition_of_the_region_in_general_is_no_name() -> None:
    data = recognise(document(item("1.", "Daerah adalah daerah otonom."), paragraph("PERATURAN BUPATI CONTOH")))

    assert data.agency_name == "Kabupaten Contoh"
