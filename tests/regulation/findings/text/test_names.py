"""Names written several ways, and different names that look alike."""

import pytest

from petajalan.regulation.data import TeamKind
from tests.regulation.building import (
    activity,
    document,
    heading,
    indicator_row,
    item,
    objective,
    paragraph,
    regulation,
    team,
)
from tests.regulation.findings.text.checking import activities, findings_in, objectives, printed, said


def variants(data) -> list[tuple[str, str, list[str]]]:
    return [
        (str(finding.severity), finding.message.id, [place.printed for place in finding.places])
        for finding in findings_in(data)
        if finding.code == "name_variants"
    ]


def owned_by(*units: str, teams=(), read=None):
    rows = [indicator_row(f"Indikator {'abcdefgh'[at]}", coordinator=unit) for at, unit in enumerate(units)]
    return regulation(read, key_activities=(activity("Penataan", *rows),), teams=teams)


def test_a_unit_with_a_slip():
    assert variants(owned_by("Inspektorat", "Inspektorat", "Insepektorat")) == [
        (
            "warning",
            "Satu unit ditulis dengan 2 cara: “Inspektorat” (2) dan “Insepektorat” (1).",
            ["Inspektorat", "Inspektorat", "Insepektorat"],
        )
    ]


def test_two_short_names_in_the_register():
    assert variants(owned_by("Bagor", "Bagian Ortala")) == [
        ("note", "Satu unit ditulis dengan 2 cara: “Bagor” (1) dan “Bagian Ortala” (1).", ["Bagor", "Bagian Ortala"])
    ]


def test_units_that_no_register_knows():
    assert [message for _, message, _ in variants(owned_by("DPMPTSP", "DPMPTSP", "DPMPSTSP"))] == [
        "Satu unit ditulis dengan 2 cara: “DPMPTSP” (2) dan “DPMPSTSP” (1)."
    ]


def test_a_unit_of_the_table_with_a_slip_in_the_text():
    text = document(paragraph("Data diolah oleh Bapelitbangda setiap bulan."))
    assert [message for _, message, _ in variants(owned_by("Bappelitbangda", "Bappelitbangda", read=text))] == [
        "Satu unit ditulis dengan 2 cara: “Bappelitbangda” (2) dan “Bapelitbangda” (1)."
    ]


def test_a_position_without_its_kind_of_unit():
    seats = team(TeamKind.GENERAL, "TIM", "Sekretaris Daerah", "Kepala Dinas Perikanan", "Kepala Perikanan")
    assert [message for _, message, _ in variants(regulation(teams=(seats,)))] == [
        "Satu unit ditulis dengan 2 cara: “Dinas Perikanan” (1) dan “Perikanan” (1)."
    ]


@pytest.mark.parametrize(
    "units",
    [
        ("Bagor", "Bagian Organisasi"),  # a full name and one abbreviation
        ("Dishub", "Dishut"),  # two units one letter apart
        ("BKD", "BPKD"),
        ("Dinas Pertanian", "Dinas Pertanahan"),
        ("Diskominfo", "diskominfo"),
        ("Dinas Komunikasi, dan Informatika", "Dinas Komunikasi dan Informatika"),
        ("Diskominfo", "Dinas Komunikasi"),  # the full name cut short
        ("Seluruh PD", "Seluruh OPD"),
        ("Bagor, Diskominfo", "Diskominfo dan Bagor"),
    ],
)
def test_units_that_differ_rightly(units: tuple[str, ...]):
    assert variants(owned_by(*units)) == []


def test_a_slip_in_the_first_word_of_a_position():
    seats = team(TeamKind.EVALUATION, "TIM", "Inspektur", "Irba wilayah I", "Irban wilayah II", "Irban Khusus")
    assert [message for _, message, _ in variants(regulation(teams=(seats,)))] == [
        "Satu sebutan jabatan ditulis dengan 2 cara: “Irban” (2) dan “Irba” (1)."
    ]
    apart = team(TeamKind.GENERAL, "TIM", "Camat", "Lurah", "Kepala Dinas A", "Kepala Dinas B")
    assert variants(regulation(teams=(apart,))) == []


GOVERNANCE = "Terciptanya tata kelola digital yang efektif, lincah, dan kolaboratif"


def test_an_objective_worded_in_two_ways():
    reworded = "Terciptanya Tata Kelola Digital yang Lincah, Kolaboratif, dan Akuntabel"
    data = regulation(
        document(item("a.", "terciptanya tata kelola digital yang efektif, lincah, dan kolaboratif; dan", 1)),
        objectives=(objective(GOVERNANCE),),
        key_activities=(activity("Arsip", objective=f"SS.1: {reworded}"),),
    )
    assert [(message, places) for _, message, places in variants(data)] == [
        (
            f"Satu sasaran ditulis dengan 2 cara: “{GOVERNANCE}” (2) dan “{reworded}” (1).",
            ["terciptanya tata kelola digital yang efektif, lincah, dan kolaboratif", GOVERNANCE, reworded],
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{GOVERNANCE} sebagai aspek keras. Sasaran ini penting.",
        "Budaya kerja ASN yang profesional",
        "Terciptanya pelayanan publik yang prima bagi seluruh warga",
        "Terciptanya tata kelola desa yang lincah",
    ],
)
def test_objectives_worded_alike_or_others(text: str):
    data = regulation(
        document(item("1)", text, 1)),
        objectives=(
            objective(GOVERNANCE),
            objective("Terciptanya budaya kerja Aparatur Sipil Negara yang profesional"),
        ),
        key_activities=(activity("Arsip", objective=f"{GOVERNANCE} di Kota Contoh"),),
    )
    assert variants(data) == []


def test_an_indicator_with_a_slip_in_table_and_text():
    table = objectives("1 | Budaya | Nilai Survei Employer Branding | 70 | 75 | 80 | Bagor")
    other = activities("1 | Nilai Dasar | Employeeer Branding | Bagor")
    text = paragraph("Edaran tentang Employed Branding telah terbit.")
    assert said("name_variants", text, table, other) == [
        (
            "Satu indikator ditulis dengan 3 cara: “Employer Branding” (1), “Employed Branding” (1), dan "
            "“Employeeer Branding” (1).",
            ["Employed Branding", "Employer Branding", "Employeeer Branding"],
        )
    ]


def test_indicators_that_differ_rightly():
    table = objectives(
        """
        1 | Layanan | Tingkat Penerapan Kebijakan | 70 | 75 | 80 | Bagor
        2 | Arsip | Indeks Kepatuhan Warga | 70 | 75 | 80 | Bagor
        """
    )
    text = paragraph("Penetapan kebijakan dan kepatuhan warga dipantau; indeks kepuasan warga naik.")
    assert printed("name_variants", text, table) == []


def test_a_coined_word():
    text = paragraph("BerAKHLAK dan BerAKHLAK, lalu Berakhlak serta BerAkhlik.")
    assert [message for message, _ in said("name_variants", text)] == [
        "Satu istilah ditulis dengan 3 cara: “BerAKHLAK” (2), “Berakhlak” (1), dan “BerAkhlik” (1)."
    ]
    assert printed("name_variants", heading("BAB I CORE VALUE BERAKHLAK"), paragraph("Nilai BerAKHLAK.")) == []


DEFINED = (
    heading("Pasal 1", 2),
    item("1.", "Walikota adalah Walikota Contoh.", 1),
    item("2.", "Perangkat Daerah adalah unsur pembantu Walikota.", 1),
    heading("BAB I PENDAHULUAN"),
)


def test_defined_terms():
    text = paragraph("Keputusan Wali Kota disampaikan kepada seluruh OPD.")
    called = paragraph("Peta jalan disampaikan kepada Pegawai ASN di tiap Organisasi Perangkat Daerah.")
    assert [message for message, _ in said("name_variants", *DEFINED, called)] == [
        "Satu istilah ditulis dengan 2 cara: “Perangkat Daerah” (1) dan “Organisasi Perangkat Daerah” (1)."
    ]
    assert [message for message, _ in said("name_variants", *DEFINED, text)] == [
        "Satu istilah ditulis dengan 2 cara: “Walikota” (3) dan “Wali Kota” (1).",
        "Satu istilah ditulis dengan 2 cara: “Perangkat Daerah” (1) dan “OPD” (1).",
    ]
    same = paragraph("Keputusan Walikota disampaikan kepada Perangkat Daerah (PD).")
    assert printed("name_variants", *DEFINED, same) == []


def test_a_team_with_a_slip_in_the_text():
    secretariat = team(TeamKind.SECRETARIAT, "TIM STU/KESEKRETARIATAN", "Sekretaris Daerah", "Asisten 1")
    slipped = regulation(document(paragraph("Dilaporkan kepada Tim STU/Keskretariat.")), teams=(secretariat,))
    assert [message for _, message, _ in variants(slipped)] == [
        "Satu tim ditulis dengan 2 cara: “TIM STU/KESEKRETARIATAN” (1) dan “Tim STU/Keskretariat” (1)."
    ]
    same = regulation(document(paragraph("Dilaporkan kepada Tim STU/Kesekretariatan.")), teams=(secretariat,))
    assert variants(same) == []
