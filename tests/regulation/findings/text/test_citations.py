"""Laws cited in two ways, gazettes out of order, two lists of legal bases."""

import pytest

from tests.regulation.building import heading, item, paragraph
from tests.regulation.findings.text.checking import printed, said

LAW = "Undang-Undang Nomor 23 Tahun 2014"
STATE = "Lembaran Negara Republik Indonesia"
FULL = f"{LAW} tentang Pemerintahan Daerah ({STATE} Tahun 2014 Nomor {{}}, Tambahan {STATE} Nomor 5587)"
SERVICE = (
    f"Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik ({STATE} Tahun 2009 Nomor 112, Tambahan {STATE} "
    "Nomor {})"
)


def body(*laws: str):
    return paragraph("Mengingat :"), *(item(f"{number}.", f"{law};", 1) for number, law in enumerate(laws, 1))


def annex(*laws: str, title: str = "1.1 Dasar Hukum"):
    listed = (item(f"{number}.", f"{law};", 1) for number, law in enumerate(laws, 1))
    return heading("BAB I PENDAHULUAN"), heading(title, 2), *listed


def amended(by: int) -> str:
    return (
        f"{FULL.format(244)} sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor {by} Tahun "
        f"2015 ({STATE} Tahun 2015 Nomor 58, Tambahan {STATE} Nomor 5679)"
    )


def test_two_gazette_numbers():
    assert said("citation_two_ways", *body(FULL.format(244)), *annex(FULL.format(125))) == [
        ("Undang-Undang Nomor 23 Tahun 2014: nomor Lembaran Negara tertulis 244 dan 125.", [LAW, LAW])
    ]


def test_two_last_amendments():
    assert said("citation_two_ways", *body(amended(19)), *annex(amended(9))) == [
        (
            "Undang-Undang Nomor 23 Tahun 2014 disebut terakhir diubah dengan Undang-Undang Nomor 19 Tahun 2015 dan "
            "Undang-Undang Nomor 9 Tahun 2015. Keduanya memakai Lembaran Negara Tahun 2015 Nomor 58, jadi hanya satu "
            "yang benar.",
            ["Undang-Undang Nomor 19 Tahun 2015", "Undang-Undang Nomor 9 Tahun 2015"],
        )
    ]


def test_one_gazette_number_for_two_laws():
    other = SERVICE.replace("2009 Nomor 112", "2014 Nomor 244").format(5038)
    assert said("citation_two_ways", *body(FULL.format(244), other)) == [
        (
            "Lembaran Negara Tahun 2014 Nomor 244 disebut untuk Undang-Undang Nomor 23 Tahun 2014 dan Undang-Undang "
            "Nomor 25 Tahun 2009.",
            [LAW, "Undang-Undang Nomor 25 Tahun 2009"],
        )
    ]


def test_two_titles():
    told = paragraph(f"Sesuai {LAW} tentang Keuangan Antara Pusat dan Daerah yang berlaku.")
    again = f"{LAW} tentang Keuangan Antara Pusat dan Kota"
    assert len(printed("citation_two_ways", *body(f"{LAW} tentang Pemerintahan Daerah dan Kota"), *annex(), told)) == 1
    assert printed("citation_two_ways", *body(again), *annex(), told) == []


def test_two_short_titles():
    short = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur{}Negara"
    assert len(printed("citation_two_ways", *body(short.format(" Sipil ")), *annex(short.format(" ")))) == 1
    assert printed("citation_two_ways", *body(short.format(" Sipil ")), *annex(short.format(" Sipil "))) == []


def test_three_short_names_of_one_regulation():
    names = ("Permenpan", "Permenpan RB", "Peraturan Menteri PANRB")
    sentences = [paragraph(f"Sesuai {name} Nomor 3 tahun 2023 disusun rencana.") for name in names]
    assert [places for _, places in said("citation_two_ways", *sentences)] == [
        [f"{name} Nomor 3 tahun 2023" for name in names]
    ]
    full = paragraph(
        "Sesuai Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 3 Tahun 2023."
    )
    assert printed("citation_two_ways", full, sentences[2]) == []


def test_the_same_law_cited_alike():
    told = paragraph("Undang-Undang (UU) Nomor 23 Tahun 2014 tentang Pemda mengatur hal itu.")
    assert printed("citation_two_ways", *body(amended(9)), *annex(amended(9)), told) == []


def test_supplements_run_on_from_year_to_year():
    assert said("gazette_out_of_order", *body(SERVICE.format(5938), FULL.format(244))) == [
        (
            "Tambahan Lembaran Negara Nomor 5938 disebut untuk tahun 2009, padahal Nomor 5587 untuk tahun 2014.",
            ["Undang-Undang Nomor 25 Tahun 2009", LAW],
        )
    ]
    assert printed("gazette_out_of_order", *body(FULL.format(244), SERVICE.format(5038), amended(9))) == []


def test_two_lists_of_legal_bases():
    service = SERVICE.format(5038)
    assert said("legal_basis_differs", *body(FULL.format(244), service), *annex(amended(9))) == [
        (
            "Dua daftar dasar hukum tidak sama; hanya pada konsiderans: Undang-Undang Nomor 25 Tahun 2009.",
            ["Undang-Undang Nomor 25 Tahun 2009"],
        )
    ]
    assert printed("legal_basis_differs", *body(FULL.format(244), service), *annex(service, amended(9))) == []
    assert printed("legal_basis_differs", *body(service)) == []


@pytest.mark.parametrize("title", ["1.2 Landasan Hukum", "1.2 Landasan (Hukum)", "1.2 Landasan", "C. LANDASAN"])
def test_a_legal_basis_under_another_heading(title: str):
    service = SERVICE.format(5038)
    found = printed("legal_basis_differs", *body(FULL.format(244), service), *annex(amended(9), title=title))
    assert found == [["Undang-Undang Nomor 25 Tahun 2009"]]


def test_a_section_on_other_foundations_is_no_legal_basis():
    service = SERVICE.format(5038)
    parts = (*body(FULL.format(244), service), *annex(amended(9), title="1.2 Landasan Pemikiran"))
    assert printed("legal_basis_differs", *parts) == []


def test_a_law_named_in_the_title_of_another_is_listed():
    changing = f"Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan atas {LAW} tentang Pemerintahan Daerah"
    assert (
        printed(
            "legal_basis_differs",
            *body(f"{FULL.format(244)} sebagaimana telah diubah dengan {changing}"),
            *annex(changing),
        )
        == []
    )
