"""How often, to whom and by whom, in the chapter on management."""

import pytest

from tests.regulation.building import heading, item, paragraph
from tests.regulation.findings.text.checking import printed, said

CHAPTER = heading("BAB IV MANAJEMEN PELAKSANAAN")
MONTHLY = item("d.", "Melaporkan hasil evaluasi setiap bulan kepada Tim Sekretariat.", 1)


def test_monthly_and_yearly():
    yearly = paragraph("Monitoring dilakukan secara tribulan dan evaluasi akan dilakukan secara tahunan.")
    assert said("report_cadence_mismatch", CHAPTER, MONTHLY, yearly) == [
        ("Evaluasi disebut bulanan dan tahunan.", ["setiap bulan", "secara tahunan"])
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Monitoring dilakukan secara triwulanan.",
        "Evaluasi disampaikan setiap bulan dan setiap tahun.",
        "Evaluasi tahunan dilakukan setiap tahun.",
        "Monitoring dan evaluasi dilakukan secara tahunan.",
        "Evaluasi dilakukan secara berkala.",
    ],
)
def test_intervals_that_agree(sentence: str):
    assert printed("report_cadence_mismatch", CHAPTER, MONTHLY, paragraph(sentence)) == []


def test_other_chapters_speak_of_other_things():
    other = paragraph("Evaluasi kader dilaksanakan secara tahunan.")
    assert printed("report_cadence_mismatch", heading("BAB III TEMA"), other, CHAPTER, MONTHLY) == []


def test_two_addressees():
    sentence = "Pelaporan hasil evaluasi oleh Inspektorat yang disampaikan kepada Sekretaris Daerah."
    assert said("report_addressee_mismatch", CHAPTER, MONTHLY, paragraph(sentence)) == [
        (
            "Hasil evaluasi dilaporkan kepada “Tim Sekretariat” dan “Sekretaris Daerah”.",
            ["kepada Tim Sekretariat", "kepada Sekretaris Daerah"],
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Laporan hasil evaluasi disampaikan kepada Tim Sekretariat.",
        "Tim Sekretariat melaporkan hasil evaluasi kepada Walikota.",  # passes it on
        "Laporan keuangan disampaikan kepada Walikota.",
    ],
)
def test_addressees_that_agree(sentence: str):
    assert printed("report_addressee_mismatch", CHAPTER, MONTHLY, paragraph(sentence)) == []


def test_two_evaluate():
    manages = paragraph("STU bertugas untuk menggerakkan dan mengevaluasi pelaksanaan.")
    evaluates = paragraph("Monitoring dan evaluasi dilaksanakan oleh Inspektorat Daerah.")
    assert said("evaluation_by_two", CHAPTER, manages, evaluates) == [
        ("Evaluasi ditugaskan kepada “STU” dan “Inspektorat Daerah”.", ["STU", "Inspektorat Daerah"])
    ]
    assert printed("evaluation_by_two", CHAPTER, evaluates, evaluates) == []
    moves = paragraph("STU bertugas untuk menggerakkan pelaksanaan.")
    assert printed("evaluation_by_two", CHAPTER, moves, evaluates) == []


def test_a_duty_in_a_list_is_assigned_to_the_team_that_the_list_is_about():
    evaluates = paragraph("Evaluasi dilaksanakan oleh Inspektorat Daerah.")
    duty = item("b.", "melakukan evaluasi pelaksanaan; dan", 1)
    found = printed("evaluation_by_two", CHAPTER, paragraph("Tim Sekretariat bertugas:"), duty, evaluates)
    assert found == [["melakukan evaluasi pelaksanaan; dan", "Inspektorat Daerah"]]
    # That is its work: the inspectorate makes up the evaluation team.
    assert printed("evaluation_by_two", CHAPTER, paragraph("Tim Evaluasi bertugas:"), duty, evaluates) == []


PROGRESS = paragraph("Perangkat Daerah melaporkan kemajuan rencana aksi setiap triwulan kepada Tim Sekretariat.")


def test_progress_reported_at_two_intervals_and_to_two():
    again = paragraph("Laporan kemajuan Perangkat Daerah disampaikan setiap bulan kepada Sekretaris Daerah.")
    assert said("report_cadence_mismatch", CHAPTER, PROGRESS, again) == [
        ("Laporan kemajuan disebut triwulanan dan bulanan.", ["setiap triwulan", "setiap bulan"])
    ]
    assert said("report_addressee_mismatch", CHAPTER, PROGRESS, again) == [
        (
            "Laporan kemajuan disampaikan kepada “Tim Sekretariat” dan “Sekretaris Daerah”.",
            ["kepada Tim Sekretariat", "kepada Sekretaris Daerah"],
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kemajuan itu dilaporkan setiap triwulan kepada Tim Sekretariat.",
        "Tim Sekretariat menyampaikan laporan kemajuan setiap semester kepada Wali Kota.",  # passes it on
        "Camat melaporkan perkembangan setiap bulan kepada Asisten Pemerintahan.",  # another's report
        "Laporan kemajuan tahunan disampaikan setiap tahun kepada Wali Kota.",  # a report of its own
        "Laporan keuangan disampaikan setiap bulan kepada Wali Kota.",
        "Perangkat Daerah menyusun rencana aksi setiap tahun dan melaporkan kemajuannya setiap triwulan.",
    ],
)
def test_progress_reports_that_agree(sentence: str):
    assert printed("report_cadence_mismatch", CHAPTER, PROGRESS, paragraph(sentence)) == []
    assert printed("report_addressee_mismatch", CHAPTER, PROGRESS, paragraph(sentence)) == []


def test_each_list_of_duties_has_its_own_reports():
    unit = (paragraph("Tim General bertugas:"), item("a.", "Melaporkan kemajuan tiap bulan kepada Tim Sekretariat.", 1))
    to_head = item("a.", "Melaporkan kemajuan tiap semester kepada Wali Kota.", 1)
    assert printed("report_cadence_mismatch", CHAPTER, *unit, paragraph("Tim Sekretariat bertugas:"), to_head) == []
    second = item("b.", "Melaporkan kemajuan tiap semester kepada Wali Kota.", 1)
    assert printed("report_cadence_mismatch", CHAPTER, *unit, second) == [["tiap bulan", "tiap semester"]]


def test_a_monitoring_report_is_told_once():
    first = paragraph("Laporan hasil pemantauan disampaikan setiap bulan kepada Tim Sekretariat.")
    second = paragraph("Laporan hasil pemantauan disampaikan setiap triwulan kepada Wali Kota.")
    assert printed("report_cadence_mismatch", CHAPTER, first, second) == [["setiap bulan", "setiap triwulan"]]
    assert printed("report_addressee_mismatch", CHAPTER, first, second) == [
        ["kepada Tim Sekretariat", "kepada Wali Kota"]
    ]
