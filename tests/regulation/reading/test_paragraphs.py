"""Running text: what belongs together although it stands on several lines or pages."""

import pytest

from tests.regulation.reading.showing import blocks, lines, read

LONG = (
    "Pelayanan publik di daerah ini dibenahi lewat penyederhanaan prosedur, penambahan loket keliling, serta penilaian "
    "berkala oleh warga yang hasilnya dibahas"
)


def test_each_line_of_a_title_page_is_a_block_of_its_own():
    document = read("BUPATI LANGKAP\nPERATURAN BUPATI LANGKAP\nNOMOR 7 TAHUN 2025\n\nTENTANG\n\nROAD MAP")
    assert blocks(document) == [
        "paragraph BUPATI LANGKAP",
        "paragraph PERATURAN BUPATI LANGKAP",
        "paragraph NOMOR 7 TAHUN 2025",
        "paragraph TENTANG",
        "paragraph ROAD MAP",
    ]
    assert lines(document) == [(1,), (2,), (3,), (5,), (7,)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rapat diadakan setiap bulan dan", "hasilnya dilaporkan."),
        (LONG, "Kepala Dinas setiap triwulan."),
        (LONG, "16 kecamatan ikut serta."),
        ("Inflasi tahun lalu mencapai 1,8% dan", "1,7% tahun ini."),
        ("Sasaran itu mencakup Pengawasan,", "Pelayanan, dan Penataan."),
    ],
)
def test_a_paragraph_cut_by_a_page_is_one_again(first, second):
    document = read(f"{first}\n\n{second}")
    assert blocks(document) == [f"paragraph {first} {second}"]
    assert lines(document) == [(1, 3)]
    assert [place.printed for place in document.blocks[0].places] == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rapat diadakan setiap bulan.", "Hasilnya dilaporkan."),
        ("Manajemen Perubahan", "Perubahan dikelola oleh tim."),
        (f"{LONG}.", "Kepala Dinas hadir."),
        ("KEPALA BAGIAN HUKUM", "Pembina"),
    ],
)
def test_what_ended_stays_apart(first, second):
    assert blocks(read(f"{first}\n\n{second}")) == [f"paragraph {first}", f"paragraph {second}"]


def test_a_long_title_does_not_swallow_the_text_below_it():
    title = "Rencana Kegiatan Lintas Sektor Dengan Menggabungkan Program Dan Kegiatan Perangkat Daerah Sejak 2022"
    document = read(f"3. {title} Secara Keseluruhan\n\nKegiatan dibagi tiga.")
    assert blocks(document) == [f"item 3. {title} Secara Keseluruhan", "paragraph Kegiatan dibagi tiga."]


def test_lines_wrapped_by_hand_are_one_paragraph():
    document = read(
        "Kota ini membenahi pelayanan sejak dua tahun\nDinas Kominfo memimpin upaya itu bersama\nseluruh unit."
    )
    assert blocks(document) == [
        "paragraph Kota ini membenahi pelayanan sejak dua tahun Dinas Kominfo memimpin upaya itu bersama seluruh unit."
    ]
    assert lines(document) == [(1, 2, 3)]


def test_a_file_wrapped_to_a_width_gives_its_paragraphs_and_items():
    text = """\
Reformasi birokrasi di kabupaten ini dijalankan bertahap mulai tahun
2025. Sekretaris Daerah memimpin pelaksanaan. Laporan disusun setiap
triwulan.

1. Satu Data dibangun bersama Bappeda dan Dinas Komunikasi dan
   Informatika Kabupaten Langkap;
2. Arsip digital dibenahi oleh Dinas Perpustakaan dan Kearsipan; dan
3. Sistem merit diterapkan penuh.
"""
    assert blocks(read(text)) == [
        "paragraph Reformasi birokrasi di kabupaten ini dijalankan bertahap mulai tahun 2025. Sekretaris Daerah "
        "memimpin pelaksanaan. Laporan disusun setiap triwulan.",
        "item 1. Satu Data dibangun bersama Bappeda dan Dinas Komunikasi dan Informatika Kabupaten Langkap;",
        "item 2. Arsip digital dibenahi oleh Dinas Perpustakaan dan Kearsipan; dan",
        "item 3. Sistem merit diterapkan penuh.",
    ]


def test_catchwords_say_nothing_new_and_part_no_sentence():
    document = read(
        "2. Undang-Undang Nomor 2;\n\n3. Undang-Undang ...\n\n3. Undang-Undang Nomor 3 tentang keuangan dan\n\n"
        "pemerintahan ...\n\npemerintahan daerah;\n\nMEMUTUSKAN: ...\n\nMEMUTUSKAN:"
    )
    assert blocks(document) == [
        "item 2. Undang-Undang Nomor 2;",
        "catchword 3. Undang-Undang ...",
        "item 3. Undang-Undang Nomor 3 tentang keuangan dan pemerintahan daerah;",
        "catchword pemerintahan ...",
        "catchword MEMUTUSKAN: ...",
        "paragraph MEMUTUSKAN:",
    ]


def test_dots_that_announce_nothing_are_text():
    assert blocks(read("Nama lengkap ...\n\nAlamat rumah")) == ["paragraph Nama lengkap ...", "paragraph Alamat rumah"]


@pytest.mark.parametrize("number", ["12", "- 12 -", "Halaman 3 dari 40"])
def test_page_numbers_are_no_text(number):
    assert blocks(read(f"Satu kalimat.\n\n{number}\n\nKalimat lain.")) == [
        "paragraph Satu kalimat.",
        "paragraph Kalimat lain.",
    ]


def test_emphasis_goes_and_asterisks_that_mean_something_stay():
    document = read(
        "*Road Map* **RB** &nbsp;dan “*AYO*” tetap\\* Indeks BerAKHLAK* naik <br> turun [teks](https://x.id)"
    )
    assert blocks(document) == ["paragraph Road Map RB dan “AYO” tetap* Indeks BerAKHLAK* naik turun teks"]


def test_a_source_line_belongs_to_no_sentence():
    assert blocks(read("Gambar 1. 2 Alur\nSumber : Bagian Hukum, 2024")) == [
        "caption Gambar 1. 2 Alur",
        "source Sumber : Bagian Hukum, 2024",
    ]


def test_place_of_words_after_a_page_break_is_their_own_line():
    block = read("Laporan disampaikan kepada\n\nwali kota setiap bulan.").blocks[0]
    assert block.place_of("setiap bulan").line == 3
    assert block.place_of("disampaikan").line == 1
