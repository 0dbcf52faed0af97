"""Words spelled, joined or doubled differently, and words that only look alike."""

import pytest

from petajalan.regulation.findings.text.slips import Slip, is_name_slip, slip
from tests.regulation.building import paragraph, table
from tests.regulation.findings.text.checking import printed, said


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("capaian", "capain", Slip.DROPPED),
        ("DP3AKB", "DPA3KB", Slip.SWAPPED),
        ("prevalensi", "prevelensi", Slip.REPLACED),
        ("sector", "sektor", Slip.SOUND),
        ("negative", "negatif", Slip.SOUND),
        ("Keuangann", "keuangan", Slip.SOUND),
        ("penerapan", "penetapan", None),
        ("arsip", "ARSIP", None),
        ("warga", "kota", None),
    ],
)
def test_slips(one: str, other: str, found: Slip | None):
    assert slip(one, other) == found
    assert slip(other, one) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("DPMPTSP", "DPMPSTSP", True),
        ("Bappelitbangda", "Bapelitbangda", True),
        ("Dishub", "Dishut", False),
        ("Disdag", "Disdik", False),
        ("BKD", "BPKD", False),
    ],
)
def test_names(one: str, other: str, same: bool):
    assert is_name_slip(one, other) is same


def test_spelled_in_two_ways():
    text = paragraph(
        "Nilai capaian RB dan nilai capaian SAKIP naik. Nilai capain RB turun pada sector dan sektor jasa."
    )
    assert said("typing_errors", text) == [
        (
            "2 kata dieja lebih dari satu cara: “sektor” (1) – “sector” (1) dan “capaian” (2) – “capain” (1).",
            ["sector", "capain"],
        )
    ]


def test_many_words_are_counted_and_only_a_few_named():
    nouns = "sektor faktor struktur produk efektif objektif konduktif produktif konstruktif kolektif".split()
    pairs = " dan ".join(f"{noun} {noun.replace('k', 'c')}" for noun in nouns)
    ((message, places),) = said("typing_errors", paragraph(f"Kata {pairs}."))
    assert message.startswith("10 kata dieja lebih dari satu cara: “")
    assert message.endswith(", dan 2 lainnya.")
    assert (message.count("–"), len(places)) == (8, 10)


def test_a_label_read_wrongly():
    assert printed("typing_errors", paragraph("Menirnbang :")) == [["Menirnbang"]]
    assert printed("typing_errors", paragraph("Menimbang :"), paragraph("Perhatian:")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Penetapan kebijakan dan penerapan kebijakan, pengadaan barang dan pengaduan barang.",
        "Strategi pembangunan dan strategis pembangunan, antar instansi dan antara instansi.",
        "Tingkatan layanan dan tingkatkan layanan, masukan warga dan masukkan warga.",
        "Pelayanan publik menurut New Public Management dan New Public Service.",
        "Undang-Undang Nomor 9 Tahun 1950 tentang Pembentukan Propinsi Jawa, di Provinsi Jawa.",
        "Tidak lanjut dan tindak lanjut.",
    ],
)
def test_words_that_only_look_alike(sentence: str):
    assert printed("typing_errors", paragraph(sentence)) == []


def test_names_are_left_to_the_names():
    owned = table(
        "3.4",
        "Target Kegiatan Utama",
        "No | Kegiatan Utama | Indikator | Koordinator",
        "1 | Arsip | Nilai | Insepektorat",
    )
    assert printed("typing_errors", paragraph("Inspektorat, Inspektorat dan Inspektorat."), owned) == []


def test_joined_and_apart():
    text = paragraph(
        "Kegiatan di lingkungan kota dan di lingkungan desa dilakukan dilingkungan warga, masing masing masing-masing."
    )
    assert said("word_spacing", text, paragraph("Komitmen dari dari warga masing-masing.")) == [
        (
            "3 penulisan serangkai dan terpisah atau kata ganda: “di lingkungan” (2) – “dilingkungan” (1), "
            "“masing-masing” (2) – “masing masing” (1), dan “dari” – “dari dari”.",
            ["dilingkungan", "masing masing", "dari dari"],
        )
    ]
    assert printed("word_spacing", paragraph("Dilakukan di kota, dikelola di desa, pelan-pelan dan sama-sama.")) == []


def test_brackets():
    row = "1 | Penyederhanaan Birokrasi (Struktur)/berbasis kinerja)\n2 | Penataan (Arsip"
    assert printed("unbalanced_brackets", table("3.3", "Prioritas", "No | Nama", row)) == [
        ["Penyederhanaan Birokrasi (Struktur)/berbasis kinerja)"],
        ["Penataan (Arsip"],
    ]
    paired = "1 | Penataan a) Arsip (Digital 3) dan b) Kas\n2 | Layanan (Prima (Cepat))"
    assert printed("unbalanced_brackets", table("3.3", "Prioritas", "No | Nama", paired)) == []
