"""Who evaluates whom, and what teams lack."""

from petajalan.regulation.data import TeamKind
from tests.regulation.building import activity, indicator_row, paragraph, regulation, team, theme
from tests.regulation.findings.text.checking import findings_in, printed, read, said, teams

EVALUATION = team(TeamKind.EVALUATION, "TIM EVALUASI", "Inspektur", "Irban Wilayah I")


def coded(data, code: str) -> list[tuple[str, list[str]]]:
    return [
        (finding.message.id, [place.printed for place in finding.places])
        for finding in findings_in(data)
        if finding.code == code
    ]


def test_the_evaluating_unit_coordinates():
    rows = [
        indicator_row(f"Indikator {number}", coordinator=unit) for number, unit in enumerate(("Inspektorat", "Bagor"))
    ]
    data = regulation(key_activities=(activity("Pengawasan", *rows),), teams=(EVALUATION,))
    assert coded(data, "evaluator_coordinates") == [
        (
            "“Inspektur” duduk dalam tim evaluasi, tetapi unitnya mengoordinasikan 1 indikator.",
            ["Inspektorat", "Inspektur"],
        )
    ]


def test_another_unit_coordinates():
    data = regulation(
        key_activities=(activity("Arsip", indicator_row("Arsip", coordinator="Bagor")),), teams=(EVALUATION,)
    )
    assert coded(data, "evaluator_coordinates") == []


def test_any_unit_may_evaluate():
    evaluating = team(TeamKind.EVALUATION, "Tim Penilai", "Kepala Bagian Ortala")
    data = regulation(
        key_activities=(activity("Arsip", indicator_row("Arsip", coordinator="Bagor")),), teams=(evaluating,)
    )
    assert coded(data, "evaluator_coordinates") == [
        (
            "“Kepala Bagian Ortala” duduk dalam tim evaluasi, tetapi unitnya mengoordinasikan 1 indikator.",
            ["Bagor", "Kepala Bagian Ortala"],
        )
    ]


def test_the_evaluating_unit_sits_in_the_team_it_evaluates():
    general = team(TeamKind.GENERAL, "TIM GENERAL", "Asisten Administrasi Umum", "Kepala Diskominfo", "inspektorat")
    assert coded(regulation(teams=(general, EVALUATION)), "evaluator_in_team") == [
        (
            "“Inspektur” duduk dalam tim evaluasi, tetapi unitnya juga anggota “TIM GENERAL”.",
            ["inspektorat", "Inspektur"],
        )
    ]
    working = team(TeamKind.OTHER, "TIM PELAKSANA", "inspektorat")
    assert len(coded(regulation(teams=(working, EVALUATION)), "evaluator_in_team")) == 1
    steering = team(TeamKind.OTHER, "TIM PENGARAH", "inspektorat")
    assert coded(regulation(teams=(steering, EVALUATION)), "evaluator_in_team") == []
    apart = team(TeamKind.GENERAL, "TIM GENERAL", "Asisten Administrasi Umum", "Kepala Diskominfo")
    secretariat = team(TeamKind.SECRETARIAT, "SEKRETARIAT", "Inspektur")
    assert coded(regulation(teams=(apart, secretariat, EVALUATION)), "evaluator_in_team") == []


TABLE = teams(
    """
    A | SEKRETARIAT¶1. Ketua | Sekretaris Daerah
    B | TIM RB GENERAL¶1. Ketua¶2. Anggota | Asisten Administrasi Umum¶1. Kepala Diskominfo
    C | TIM EVALUASI¶1. Ketua¶2. Anggota | Inspektur¶1. Irban Wilayah I
    """
)


def test_teams_of_the_text_and_of_the_table():
    sentence = paragraph("Tim Reformasi Birokrasi terdiri dari a) Tim RB General; dan b) Tim Evaluasi.")
    assert [message for message, _ in said("team_not_announced", sentence, TABLE)] == [
        "“SEKRETARIAT” ada dalam tabel tim, tetapi tidak disebut dalam susunan tim di teks."
    ]
    more = paragraph("Tim terdiri atas Sekretariat, Tim RB General, Tim RB Tematik, dan Tim Evaluasi.")
    assert [message for message, _ in said("team_not_announced", more, TABLE)] == [
        "Teks menyebut tim RB Tematik, tetapi tabel tim tidak memuatnya."
    ]
    same = paragraph("Tim terdiri atas Sekretariat, Tim RB General, dan Tim Evaluasi.")
    assert printed("team_not_announced", same, TABLE) == []


def test_a_team_without_chair_or_members():
    found = coded(read(TABLE), "chair_missing")
    assert [message for message, _ in found] == ["“SEKRETARIAT” tidak mempunyai anggota."]
    headless = team(TeamKind.GENERAL, "TIM GENERAL", None, "Kepala Diskominfo")
    assert [message for message, _ in coded(regulation(teams=(headless, EVALUATION)), "chair_missing")] == [
        "“TIM GENERAL” tidak mempunyai ketua."
    ]
    assert coded(regulation(teams=(headless,)), "chair_missing") == []  # no roles in this table


def test_units_among_positions():
    mixed = team(TeamKind.GENERAL, "TIM", "Asisten 3", "Diskominfo", "Kepala Dinas Sosial", "Seluruh OPD", "Camat")
    assert coded(regulation(teams=(mixed,)), "position_is_unit") == [
        ("Kedudukan dalam jabatan diisi nama unit: “Diskominfo” dan “Seluruh OPD”.", ["Diskominfo", "Seluruh OPD"])
    ]
    units = team(TeamKind.GENERAL, "TIM", "Diskominfo", "Dinas Sosial")
    assert coded(regulation(teams=(units,)), "position_is_unit") == []
    assert coded(regulation(teams=(EVALUATION,)), "position_is_unit") == []


def thematic(*names: str):
    return tuple(team(TeamKind.THEMATIC, name, "Kepala Bappeda", "Kepala Dinas Sosial") for name in names)


def test_themes_and_their_teams():
    poverty, inflation = theme("Pengentasan Kemiskinan"), theme("Pengendalian Inflasi")
    data = regulation(themes=(poverty, inflation), teams=thematic("PENANGANAN KEMISKINAN", "PENINGKATAN INVESTASI"))
    assert [message for message, _ in coded(data, "team_theme_mismatch")] == [
        "Tim “PENINGKATAN INVESTASI” tidak mempunyai tema.",
        "Tema “Pengendalian Inflasi” tidak mempunyai tim.",
    ]
    assert [message for message, _ in coded(data, "name_variants")] == [
        "Satu tema ditulis dengan 2 cara: “Pengentasan Kemiskinan” (1) dan “PENANGANAN KEMISKINAN” (1)."
    ]
    same = regulation(
        themes=(poverty, inflation), teams=thematic("TIM RB TEMATIK KEMISKINAN", "Tim Pengendalian Inflasi")
    )
    assert coded(same, "team_theme_mismatch") == []
    assert coded(same, "name_variants") == []
    together = regulation(themes=(poverty, inflation), teams=thematic("TIM RB TEMATIK"))
    assert coded(together, "team_theme_mismatch") == []


def test_a_team_named_by_the_initials_of_its_theme():
    local = theme("Peningkatan Penggunaan Produk dalam Negeri")
    data = regulation(themes=(local, theme("Pengendalian Inflasi")), teams=thematic("P3DN", "PENANGANAN INFLANSI"))
    assert coded(data, "team_theme_mismatch") == []
    assert [message for message, _ in coded(data, "name_variants")] == [
        "Satu tema ditulis dengan 2 cara: “Peningkatan Penggunaan Produk dalam Negeri” (1) dan “P3DN” (1).",
        "Satu tema ditulis dengan 2 cara: “Pengendalian Inflasi” (1) dan “PENANGANAN INFLANSI” (1).",
    ]
