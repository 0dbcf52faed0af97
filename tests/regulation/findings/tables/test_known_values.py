"""Baselines left open although the document knows them."""

from tests.regulation.building import paragraph
from tests.regulation.findings.tables.checking import activities, interim, messages, said, themes

STUNTING = themes("1 | Digitalisasi | Menurunnya stunting | Angka Stunting | n.a | 16% | 14%")


def test_the_text_gives_the_baseline():
    text = "Angka prevalensi stunting 2021 mencapai 22,1% dan pada tahun 2022 mencapai 21,1%."
    assert said("known_value_not_available", paragraph(text), STUNTING) == [
        ("Baseline 2022 “Angka Stunting” tercetak “n.a”, padahal teks menyebut 21,1%.", ["n.a", text])
    ]
    assert messages("missing_baseline", paragraph(text), STUNTING) == []


def test_another_year_is_not_the_baseline():
    text = paragraph("Angka prevalensi stunting pada tahun 2021 mencapai 22,1%.")
    assert messages("known_value_not_available", text, STUNTING) == []
    assert messages("missing_baseline", text, STUNTING) == [
        "Tabel 3.5: indikator bertarget tanpa baseline: “Angka Stunting”."
    ]


def test_another_table_gives_the_baseline():
    results = interim("1 | Survei Kepuasan Warga | 0-100 | 80,1 | 83,15 | Bagian Organisasi")
    open_row = activities("1 | Pelayanan Prima | SKW | - | 84 | 86 | Bagor | Dinas A")
    assert messages("known_value_not_available", results, open_row) == [
        "Baseline 2022 “SKW” tercetak “-”, padahal Tabel 2.1 mencetak 83,15."
    ]
