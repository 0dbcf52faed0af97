"""Equal totals without a rule, and a total that the text takes for a factor."""

from tests.regulation.building import item, paragraph
from tests.regulation.findings.tables.checking import messages, priorities, said

TIED = priorities(
    """
    1 | Arsip Digital | 10 | 8 | 8 | 26
    2 | Pencegahan Korupsi | 10 | 7 | 9 | 26
    3 | Sistem Merit | 10 | 6 | 8 | 24
    """
)


def test_ties_that_nothing_orders():
    assert said("ties_without_rule", TIED) == [
        ("Jumlah skor sama tanpa aturan urutan: 2 kegiatan berjumlah 26.", ["26", "26"])
    ]


def test_ties_that_the_text_orders():
    rule = paragraph("Apabila terdapat jumlah skor yang sama, urutan ditentukan oleh tingkat keparahan.")
    assert messages("ties_without_rule", rule, TIED) == []


def test_different_totals_need_no_rule():
    different = priorities("1 | Arsip Digital | 10 | 8 | 8 | 26\n2 | Sistem Merit | 10 | 6 | 8 | 24")
    assert messages("ties_without_rule", different) == []


def test_the_total_is_no_factor():
    wrong = item("3.", "Prioritas didasarkan pada empat faktor: Mandat, Tingkat Keparahan, Waktu, dan Total Skor.")
    assert said("total_as_factor", wrong, TIED) == [
        (
            "Teks menyebut “Total Skor” sebagai faktor, padahal itu hasil dari 3 faktor: “Mandat”, “Tingkat "
            "Keparahan”, dan “Waktu”.",
            ["Prioritas didasarkan pada empat faktor: Mandat, Tingkat Keparahan, Waktu, dan Total Skor."],
        )
    ]
    right = item("3.", "Prioritas didasarkan pada tiga faktor: Mandat, Tingkat Keparahan, dan Waktu.")
    assert messages("total_as_factor", right, paragraph("Total skor adalah jumlah ketiga faktor."), TIED) == []
