"""Scoring factors: constant, without a scale, and scores outside it or missing."""

from petajalan.regulation.data import Factor, Printed
from petajalan.regulation.document import Place
from petajalan.regulation.findings.tables.factors import short_name
from tests.regulation.building import paragraph, table
from tests.regulation.findings.tables.checking import messages, priorities, said

VARYING = priorities(
    """
    1 | Arsip Digital | 9 | 8 | 8 | 25
    2 | Pencegahan Korupsi | 10 | 7 | 10 | 27
    3 | Sistem Merit | 10 | 6 | 8 | 24
    """
)


def test_a_factor_that_is_the_same_for_all():
    constant = priorities(
        """
        1 | Arsip Digital | 10 | 8 | 8 | 26
        2 | Pencegahan Korupsi | 10 | 7 | 10 | 27
        3 | Sistem Merit | 10 | 6 | 8 | 24
        """
    )
    assert said("constant_factor", constant) == [
        (
            "Faktor “Mandat” bernilai 10 pada semua 3 kegiatan, jadi tidak membedakan prioritas.",
            ["Mandat (1-10)"],
        )
    ]
    assert said("constant_factor", VARYING) == []


def test_a_factor_without_the_scale_that_others_print():
    headers = "No | Kegiatan Utama | Mandat (1-10) | Tingkat Keparahan (1-10) | Waktu | Total Skor"
    rows = "1 | Arsip Digital | 9 | 8 | 8 | 25\n2 | Sistem Merit | 10 | 6 | 8 | 24"
    assert said("factor_without_scale", table("3.3", "Prioritas Kegiatan Utama", headers, rows)) == [
        (
            "Tabel 3.3 tidak menyebut skala faktor “Waktu”, sedangkan “Mandat (1-10)” dan “Tingkat Keparahan (1-10)” "
            "menyebutnya.",
            ["Waktu"],
        )
    ]
    assert messages("factor_without_scale", VARYING) == []


def test_no_factor_needs_to_print_the_scale_that_the_text_gives():
    headers = "No | Kegiatan Utama | Mandat | Tingkat Keparahan | Waktu | Total Skor"
    bare = table("3.3", "Prioritas Kegiatan Utama", headers, "1 | Arsip Digital | 9 | 8 | 8 | 25")
    text = paragraph("Skor masing-masing faktor dalam skala 1-10, kemudian dijumlahkan.")
    assert messages("factor_without_scale", text, bare) == []
    assert messages("factor_without_scale", bare) == [
        "Tabel 3.3 tidak menyebut skala faktor “Mandat”, “Tingkat Keparahan”, dan “Waktu”."
    ]


def test_a_score_outside_its_scale():
    outside = priorities("1 | Arsip Digital | 12 | 8 | 8 | 28\n2 | Sistem Merit | 10 | 1 | 8 | 19")
    assert said("score_outside_scale", outside) == [
        ("Skor “Mandat” bagi “Arsip Digital” tercetak 12, di luar skala 1–10.", ["12"])
    ]


def test_a_missing_score_leaves_the_total_open():
    missing = priorities("1 | Arsip Digital | 10 | - | 8 | 18\n2 | Sistem Merit | 10 | 6 | 8 | 24")
    assert said("missing_score", missing) == [
        ("Skor tidak lengkap sehingga jumlahnya tidak dapat dihitung: “Arsip Digital”.", ["-"])
    ]
    assert messages("wrong_total", missing) == []
    assert messages("missing_score", VARYING) == []


def test_weights_add_up_to_a_hundred():
    headers = "No | Kegiatan | Mandat (1-5) Bobot 50% | Keparahan (1-5) Bobot 30% | Kesiapan (1-5) Bobot {}% | Total"
    rows = "1 | Arsip Digital | 4 | 5 | 2 | 3,9\n2 | Sistem Merit | 5 | 3 | 4 | 4,2"
    whole = table("2.4", "Prioritas Kegiatan Utama", headers.format(20), rows)
    short = table("2.4", "Prioritas Kegiatan Utama", headers.format(10), rows)
    assert messages("weights_not_whole", whole) == []
    assert messages("weights_not_whole", short) == ["Bobot faktor pada Tabel 2.4 berjumlah 90%."]


def test_a_factor_is_named_without_its_weight():
    names = ("Kemendesakan Bobot 25%", "Dampak (1-5), bobot: 0,5", "Kesiapan (bobot 25 persen)", "Mandat 20%", "Waktu")
    factors = [Factor("x", Printed(name, Place(printed=name)), None, None, None) for name in names]
    assert [short_name(factor) for factor in factors] == ["Kemendesakan", "Dampak", "Kesiapan", "Mandat", "Waktu"]
