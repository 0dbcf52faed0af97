import pytest

from petajalan.regulation.document import Block, BlockKind
from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, heading, item, paragraph, source, table

Shown = tuple[str, str, int | None, str | None]

KINDS = [
    ("Undang-Undang Nomor 23 Tahun 2014", "undang-undang", "23", 2014),
    ("UU No. 5 Tahun 2014", "undang-undang", "5", 2014),
    ("Undang-Undang (UU) Nomor 5 Tahun 2014", "undang-undang", "5", 2014),
    ("Undang-Undang Nr 16 dan 17 Tahun 1950", "undang-undang", "16 dan 17", 1950),
    ("Perppu Nomor 2 Tahun 2022", "peraturan pemerintah pengganti undang-undang", "2", 2022),
    ("Peraturan Pemerintah Nomor 46 Tahun 1982", "peraturan pemerintah", "46", 1982),
    ("PP 24 tahun 2019", "peraturan pemerintah", "24", 2019),
    ("Peraturan Presiden Republik Indonesia Nomor 81 Tahun 2010", "peraturan presiden", "81", 2010),
    ("Perpres 81 tahun 2010", "peraturan presiden", "81", 2010),
    ("Instruksi Presiden (Inpres) Nomor 2 Tahun 2022", "instruksi presiden", "2", 2022),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 3 Tahun 2023",
        "peraturan menteri panrb",
        "3",
        2023,
    ),
    ("Peraturan Menteri PANRB No. 3 tahun 2023", "peraturan menteri panrb", "3", 2023),
    ("PermenPANRB Nomor 3 Tahun 2023", "peraturan menteri panrb", "3", 2023),
    ("Permenpan Reformasi Birokrasi Nomor 3 tahun 2023", "peraturan menteri panrb", "3", 2023),
    ("Permen PAN dan RB Nomor 3 Tahun 2023", "peraturan menteri panrb", "3", 2023),
    ("Permendagri Nomor 86 Tahun 2017", "peraturan menteri dalam negeri", "86", 2017),
    ("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017", "peraturan menteri dalam negeri", "86", 2017),
    ("Keputusan Menteri PANRB Nomor 739 Tahun 2023", "keputusan menteri panrb", "739", 2023),
    ("Peraturan Badan Kepegawaian Negara Nomor 8 Tahun 2019", "peraturan badan kepegawaian negara", "8", 2019),
    ("Peraturan BPKP Nomor 5 Tahun 2021", "peraturan bpkp", "5", 2021),
    ("Peraturan Daerah Kota Contoh Nomor 4 Tahun 2021", "peraturan daerah", "4", 2021),
    ("Perda Nomor 4 Tahun 2021", "peraturan daerah", "4", 2021),
    ("Peraturan Walikota 56 Tahun 2021", "peraturan walikota", "56", 2021),
    ("Perwali Nomor 51 Tahun 2022", "peraturan walikota", "51", 2022),
    ("Peraturan Wali Kota Contoh Nomor 51 Tahun 2022", "peraturan walikota", "51", 2022),
    ("Perbup No. 7 Tahun 2025", "peraturan bupati", "7", 2025),
    ("Keputusan Walikota Contoh Nomor188/123/423.011/2023", "keputusan walikota", "188/123/423.011/2023", 2023),
    ("Surat Keputusan Bupati Contoh Nomor 188/1/2024", "keputusan bupati", "188/1/2024", 2024),
    ("Surat Edaran Nomor B/98/RB.00/2023", "surat edaran", "B/98/RB.00/2023", 2023),
    ("Surat Edaran Ketua Harian Nomor 500/47/423 tanggal 6 Juni 2022", "surat edaran", "500/47/423", 2022),
    ("Surat Edaran Kepala Daerah Nomor 060/18", "surat edaran", "060/18", None),
]


@pytest.mark.parametrize(("words", "kind", "number", "year"), KINDS)
def test_kinds_are_known_in_full_and_in_short(words: str, kind: str, number: str, year: int | None) -> None:
    (found,) = recognise(document(paragraph(f"Hal itu sesuai {words}."))).citations

    assert (found.kind, found.number, found.year, found.title) == (kind, number, year, None)


@pytest.mark.parametrize(
    "words",
    [
        "Peraturan Walikota ini mulai berlaku pada tanggal diundangkan.",
        "perlu menetapkan Peraturan Walikota tentang Road Map;",
        "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
        "Surat itu dikirim pada Tahun 2023.",
        "PERATURAN WALIKOTA CONTOH NOMOR 18 TAHUN 2023 TENTANG ROAD MAP",
    ],
)
def test_words_without_a_number_and_the_own_title_are_no_citation(words: str) -> None:
    assert recognise(document(paragraph(words))).citations == ()


def cited(text: str, *before: Block) -> list[Shown]:
    return [
        (found.kind, found.number, found.year, found.title)
        for found in recognise(document(*before, paragraph(text))).citations
    ]


def test_a_title_in_running_text_ends_where_the_sentence_carries_on() -> None:
    for rest in (
        " yang terbagi dalam tiga periode.",
        ". Selanjutnya daerah menyusun.",
        ", Pemerintah Daerah perlu menyesuaikan.",
        " menuntut aparatur bekerja lebih cepat.",
        " sebagaimana telah diubah;",
        " (Berita Negara Republik Indonesia Tahun 2020 Nomor 441);",
        ";",
        "",
    ):
        assert cited(f"Menurut Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Tahun 2010-2025{rest}") == [
            ("peraturan presiden", "81", 2010, "Grand Design Tahun 2010-2025")
        ]


def test_a_law_inside_a_title_follows_it_and_a_list_in_one_sentence_is_several() -> None:
    amending = (
        "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan atas Undang-Undang Nomor 23 Tahun 2014 tentang Daerah"
    )
    replacing = (
        "Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Perppu Nomor 2 Tahun 2022 tentang Kerja menjadi "
        "Undang-Undang"
    )

    assert cited(amending) == [
        ("undang-undang", "9", 2015, "Perubahan atas Undang-Undang Nomor 23 Tahun 2014 tentang Daerah"),
        ("undang-undang", "23", 2014, "Daerah"),
    ]
    assert cited(replacing) == [
        ("undang-undang", "6", 2023, "Penetapan Perppu Nomor 2 Tahun 2022 tentang Kerja menjadi Undang-Undang"),
        ("peraturan pemerintah pengganti undang-undang", "2", 2022, "Kerja"),
    ]
    assert cited("Perwali 56 Tahun 2021 tentang Satu Data dan Perwali Nomor 51 Tahun 2022 tentang SPBE.") == [
        ("peraturan walikota", "56", 2021, "Satu Data"),
        ("peraturan walikota", "51", 2022, "SPBE"),
    ]


def test_gazettes_belong_to_the_outer_law() -> None:
    data = recognise(
        document(
            paragraph("Mengingat :"),
            item(
                "1.",
                "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan atas Undang-Undang Nomor 23 Tahun 2014 tentang "
                "Daerah (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 58, Tambahan Lembaran Negara Republik "
                "Indonesia Nomor 5679);",
            ),
            item("2.", "Undang-Undang Nomor 17 Tahun 1950 tentang Kota (Berita Negara tanggal 14 Agustus 1950);"),
            item("3.", "Perda Nomor 4 Tahun 2021 (Lembaran Daerah Kota Contoh Tahun 2021 Nomor 4);"),
        )
    )

    assert [(found.number, found.gazette) for found in data.citations] == [
        ("9", (("lembaran negara", 2015, "58"), ("tambahan lembaran negara", None, "5679"))),
        ("23", ()),
        ("17", (("berita negara", 1950, ""),)),
        ("4", (("lembaran daerah", 2021, "4"),)),
    ]


def test_where_a_law_is_cited() -> None:
    law = "Undang-Undang Nomor 5 Tahun 2014 tentang ASN;"
    data = recognise(
        document(
            paragraph("Menirnbang :"),
            item("a.", f"bahwa menurut {law}"),
            paragraph("Mengingat :"),
            item("1.", law),
            Block(BlockKind.CATCHWORD, "2. Undang-Undang Nomor 5 Tahun 2014 ...", item("2.", law).place),
            paragraph(f"MEMUTUSKAN: {law}"),
            heading("1.3 Dasar Hukum", 2),
            item("1.", law),
            heading("2.1 Isu", 2),
            source(f"Sumber: {law}"),
            table("1", "Daftar", "No | Rujukan", f"1 | {law}"),
        )
    )

    assert [(found.where, found.place.line, found.place.printed) for found in data.citations] == [
        ("considering", 2, "Undang-Undang Nomor 5 Tahun 2014"),
        ("legal_basis", 4, "Undang-Undang Nomor 5 Tahun 2014"),
        ("text", 6, "Undang-Undang Nomor 5 Tahun 2014"),
        ("legal_basis_section", 8, "Undang-Undang Nomor 5 Tahun 2014"),
        ("text", 10, "Undang-Undang Nomor 5 Tahun 2014"),
        ("text", 13, "Undang-Undang Nomor 5 Tahun 2014"),
    ]
