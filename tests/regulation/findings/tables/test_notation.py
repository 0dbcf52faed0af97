"""How numbers are printed."""

from tests.regulation.building import paragraph
from tests.regulation.findings.tables.checking import activities, messages, said, themes


def test_decimal_points_in_text_and_tables_are_one_note():
    text = paragraph("Tercatat 28.39% pelaku usaha; sesuai Surat Nomor 188/158/423.011/2022, sebanyak 2.850 jiwa.")
    row = activities("1 | Pelayanan Prima | Survei Kepuasan Warga | 83.51 | 84 | 86 | Bagor | Dinas A")
    assert said("decimal_point", text, row) == [
        ("Tanda desimal tercetak titik: “28.39%” dan “83.51”.", ["28.39%", "83.51"])
    ]
    assert messages("decimal_point", paragraph("Tercatat 28,39% dan 1.250.000 orang pada Tabel 3.4.")) == []


def test_a_lost_plus_minus_sign():
    text = "Inflasi berada dalam rentang sasaran 3,0% + 1%."
    assert said("plus_minus_lost", paragraph(text)) == [
        ("“3,0% + 1%” terbaca sebagai penjumlahan; mungkin maksudnya rentang 2%–4% (±).", [text])
    ]
    in_table = themes("1 | Inflasi | Terkendalinya inflasi | Tingkat Inflasi | 5,45% | 3,0% + 1% | 2,5%")
    assert messages("plus_minus_lost", in_table) == [
        "“3,0% + 1%” terbaca sebagai penjumlahan; mungkin maksudnya rentang 2–4 (±)."
    ]
    assert messages("plus_minus_lost", paragraph("Sasarannya 3,0% ± 1%, dan nilai 2 + 3 = 5.")) == []


def test_a_figure_that_cannot_be_read():
    unreadable = activities("1 | Pelayanan Prima | Survei Kepuasan Warga | 83,51 | 70 75 | 86 | Bagor | Dinas A")
    assert said("unreadable_figure", unreadable) == [("“70 75” tidak dapat dibaca sebagai satu angka.", ["70 75"])]
    readable = activities("1 | Pelayanan Prima | Survei Kepuasan Warga | - | 84 | 86 (tinggi) | Bagor | Dinas A")
    assert messages("unreadable_figure", readable) == []
