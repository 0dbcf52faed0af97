"""Abbreviations with and without their full names."""

from tests.regulation.building import heading, item, paragraph, table
from tests.regulation.findings.text.checking import printed, said


def test_spelled_out_nowhere():
    text = paragraph("Tema ditentukan oleh tingkat makro (KPRBN) dengan data TKDN.")
    cells = table("2.1", "Hasil", "No | Sumber", "1 | LKPP\n2 | LKPP")
    assert said("abbreviation_undefined", text, cells) == [
        ("3 singkatan tidak dijelaskan: KPRBN, LKPP, dan TKDN.", ["KPRBN", "TKDN", "LKPP"])
    ]


def test_spelled_out_everyday_or_no_abbreviations():
    assert (
        printed(
            "abbreviation_undefined",
            heading("BAB I LATAR BELAKANG"),
            paragraph(
                "Mal Pelayanan Publik (MPP) dan TRBN (Tim Reformasi Birokrasi Nasional) bekerja; MPP dan TRBN hadir."
            ),
            paragraph("Pemberdayaan Usaha Lokal (BERAKAL) menurut UU, seluruh OPD, dan jargon AYO BELANJA."),
            paragraph("Pegawai ASN bekerja; Aparatur Sipil Negara diatur undang-undang."),
            item("4.", "BANSER", 1),
            item("5.", "SIAP BOSS", 1),
        )
        == []
    )


def test_one_name_two_abbreviations():
    text = paragraph("Pembinaan Kader Pembangunan Manusia (IPM) melalui pelatihan Kader Pembangunan Manusia (KPM).")
    assert [message for message, _ in said("abbreviation_conflict", text)] == [
        "“kader pembangunan manusia” disingkat “IPM” dan “KPM”."
    ]
    contests = paragraph("Kompetisi Inovasi Pelayanan (KIP) dan Kompetisi Inovasi Pelayanan (NOVA) berbeda.")
    assert printed("abbreviation_conflict", contests) == []


def test_a_header_in_capitals_holds_words():
    shouted = table("3.1", "Tujuan", "NO | TUJUAN | SUMBER", "1 | Layanan | BPXS")
    assert printed("abbreviation_undefined", shouted) == [["BPXS"]]
