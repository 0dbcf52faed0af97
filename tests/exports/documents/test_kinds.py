"""What each kind of document says, from the same figures as the pages; and what it says where there is nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import override_settings
from openpyxl import load_workbook

from petajalan.accounts.models import Holding, Position
from petajalan.exports.documents.about import about_of, choice_of, subject_of
from petajalan.exports.documents.choice import Choice, Format, NothingToWrite
from petajalan.exports.documents.collect.signing import head_of
from petajalan.exports.documents.collecting import collected
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.documents.tree import Fact, Letterhead, OfficialDocument, Paragraph, Signature, Signatures, Table
from petajalan.exports.documents.write import write
from petajalan.planning.models import Theme
from tests.evaluation import internal
from tests.evaluation.sheets import Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.worksheets import Scoring
from tests.evaluation.worksheets import scoring_ as scoring_  # the fixture
from tests.exports.making import plan_of
from tests.reporting import forums
from tests.reporting.reports import YEAR, Quarter
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City
from tests.reporting.test_rollups import city as city  # the fixture

NOTHING = {
    "action_plan", "thematic_action_plan", "monthly_evaluation", "forum_minutes", "ex_ante", "quarterly_evaluation",
    "yearly_evaluation", "worksheet", "portal_package", "meeting_sheet",
}  # fmt: skip


def document(kind: str, choice: Choice) -> OfficialDocument:
    """Each can be written, whatever it says."""
    found = collected(KINDS[kind], choice)
    assert write(found, Format.MARKDOWN)
    return found


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def tables(found: OfficialDocument) -> dict[str, Table]:
    return {one.caption: one for one in found.tables()}


def facts(found: OfficialDocument) -> dict[str, str]:
    return {one.label: one.value for one in found.blocks() if isinstance(one, Fact)}


def said(found: OfficialDocument) -> list[str]:
    return [one.text for one in found.blocks() if isinstance(one, Paragraph)]


def test_where_there_is_nothing_every_kind_says_what_to_do(quarter: Quarter) -> None:
    agency = quarter.cast.other_agency
    choice = Choice(agency, year=YEAR, month=1, quarter=1, unit=quarter.unit, theme="bukan-kunci")
    for code in sorted(NOTHING):
        with pytest.raises(NothingToWrite) as refused:
            collected(KINDS[code], choice)
        assert str(refused.value).endswith("."), code
        with pytest.raises(NothingToWrite):
            collected(KINDS[code], Choice(agency))


def test_an_action_plan_has_its_targets_budgets_and_who_signs(quarter: Quarter) -> None:
    quarter.action(figure_rule="to_date", target_q2=Decimal(6), target_q4=Decimal(8), output_indicator="Jumlah layanan")
    quarter.action("Menata data", target_q1=None, budget_q1=None, withdrawn=True)
    found = document("action_plan", plan_of(quarter.cast))
    assert found.title == ("RENCANA AKSI REFORMASI BIROKRASI", "BAGIAN ORGANISASI", f"TAHUN {YEAR}")
    assert found.letterhead == Letterhead(("PEMERINTAH KOTA MELATI",))
    assert found.notices == ()
    assert texts(tables(found)["Aksi dan target"]) == [
        ["1", "belum ada", "Menyatukan layanan", "Jumlah layanan", "dokumen", "s/d 4", "s/d 6", "belum ada", "s/d 8",
         "8", quarter.unit.called],
    ]  # fmt: skip
    assert texts(tables(found)["Anggaran (rupiah)"])[-1] == ["Jumlah anggaran yang diketahui", "belum ada"]
    signatures = found.parts[0].blocks[-1]
    assert isinstance(signatures, Signatures)
    assert [one.position for one in signatures.signers] == ["KEPALA BAGIAN ORGANISASI"]


def test_a_plan_that_nobody_approved_says_so(quarter: Quarter) -> None:
    quarter.action(simulated=True)
    quarter.plan.status = "draft"
    quarter.plan.save()
    assert document("action_plan", plan_of(quarter.cast)).notices == (
        "Data simulasi kota contoh, bukan data resmi.",
        "Rancangan: rencana ini belum disetujui sekretariat.",
    )


def test_an_acting_head_signs_as_such(quarter: Quarter) -> None:
    position = Position.objects.get(agency=quarter.cast.agency, unit=quarter.unit, is_head=True)
    Holding.objects.filter(position=position).update(acting="plt")
    assert head_of(quarter.unit, date(YEAR, 5, 2)) == Signature(f"Plt. {position.name.upper()}", "Joko Prasetyo")
    Holding.objects.filter(position=position).delete()
    assert head_of(quarter.unit, date(YEAR, 5, 2)) == Signature(position.name.upper())


def test_a_month_of_evaluation_names_who_was_missing(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    evaluation = evaluating.start(1)
    evaluating.judge(evaluating.row(evaluation), execution="deviates", note="Terlambat", recommendation="Percepat")
    choice = Choice(evaluating.cast.agency, year=YEAR, month=1)
    with override_settings(TODAY=in_time(1).date()):
        draft = document("monthly_evaluation", choice)
        evaluating.submit(evaluation)
        evaluating.acknowledge(evaluation)
        sent = document("monthly_evaluation", choice)
    assert draft.notices == ("Rancangan: evaluasi ini belum dikirim kepada sekretariat.",)
    assert (facts(draft)["Keadaan"], sent.notices) == ("rancangan, belum dikirim", ())
    assert facts(sent)["Diterima"].startswith("Rina Hapsari, ")
    [row] = texts(tables(sent)["Penilaian setiap aksi"])
    assert row[3:] == [
        "Tidak sesuai",
        "belum dinilai",
        "belum dinilai",
        "belum dinilai",
        "Terlambat\nRekomendasi: Percepat",
    ]
    assert f"Laporan belum ada: {evaluating.quarter.unit.name}." in said(sent)
    assert texts(tables(sent)["Rekap penilaian"])[0] == ["Ketepatan Pelaksanaan", "0", "1", "1", "0%"]


def test_internal_evaluations_of_quarter_and_year(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    agency = evaluating.cast.agency
    evaluating.start(1, "quarter")
    internal.begin(evaluating, "ex_ante")
    internal.begin(evaluating, "year")
    quarterly = document("quarterly_evaluation", Choice(agency, year=YEAR, quarter=1))
    assert "Simpulan" in [one.text for one in quarterly.blocks() if type(one).__name__ == "Heading"]
    assert tables(quarterly)["Rekap penilaian"].head[0][-1].text == "Mandiri: sesuai dari yang dinilai"
    before, after = (document(kind, Choice(agency, year=YEAR)) for kind in ("ex_ante", "yearly_evaluation"))
    assert (before.title[1], after.title[1]) == (f"EVALUASI EX-ANTE TAHUN {YEAR}", f"EVALUASI TAHUNAN TAHUN {YEAR}")
    assert [row[0] for row in texts(tables(before)["Rekap penilaian"])] == [
        "Relevansi", "Kelengkapan", "Kualitas rencana", "Keterkaitan", "Kelayakan"
    ]  # fmt: skip
    assert "Kualitas pengelolaan reformasi birokrasi" in tables(after)


def test_minutes_say_who_came_and_what_was_decided(quarter: Quarter) -> None:
    quarter.action()
    choice = Choice(quarter.cast.agency, year=2025, quarter=1)
    forum, decision = forums.closed(quarter)
    found = document("forum_minutes", choice)
    assert found.notices == ()
    assert said(found)[0].startswith("Pada hari Kamis, 10 April 2025, pukul 10.00, ")
    assert texts(tables(found)["Keputusan, penanggung jawab, dan batas waktu"]) == [
        ["1", decision.text, quarter.unit.name, "9 Mei 2025", "Belum selesai"]
    ]
    assert {row[2] for row in texts(tables(found)["Daftar hadir"])} == {"Hadir"}
    assert len(texts(tables(found)["Daftar hadir"])) == forum.attendances.count()


def test_the_worksheet_marks_an_estimate_and_what_is_unknown(scoring_: Scoring) -> None:
    agency = scoring_.measuring.cast.agency
    found = document("worksheet", Choice(agency, year=YEAR))
    assert found.notices == ("Rancangan: lembar kerja ini belum final.", "Perkiraan: bukan hasil resmi kementerian.")
    assert [row[3] for row in texts(tables(found)["Indeks menurut setiap penilai"])] == ["belum ada"] * 3


def test_package_and_meeting_sheet_hold_the_stored_achievements(city: City) -> None:
    Theme.objects.update(objective="Kemiskinan turun")
    city.quarter.action("Menyatukan data", indicator_key=city.indicator.key, output_indicator="Jumlah dokumen")
    city.accept(city.quarter.sent(3, 3, obstacle="Hujan", solution="Tenda"))
    city.measuring.save(city.indicator, "2,36", note="Dinilai panel")
    agency, coordinator = city.quarter.cast.agency, city.quarter.coordinator
    coordinator.agency = agency
    package = document("portal_package", Choice(agency, year=YEAR, quarter=1))
    [row] = texts(tables(package)["RB Tematik"])
    assert (row[3], row[6], row[7], row[19], row[27], row[29]) == (
        "Indeks SPBE", "2,36", "80", "Menyatukan data", "3", "75"
    )  # fmt: skip
    [plan] = texts(tables(package)[f"{coordinator.called}: Indeks SPBE"])
    assert plan[:5] == ["Menyatukan data", "dokumen", "Jumlah dokumen", "4", ""]
    with ZipFile(BytesIO(write(package, Format.ZIP))) as bundle:
        names = bundle.namelist()
        [head, first] = load_workbook(BytesIO(bundle.read(names[1]))).worksheets[0].iter_rows(values_only=True)
    assert names == [
        "00-portal-package.docx", f"01-{coordinator.called.lower().replace(' ', '-')}-indeks-spbe.xlsx",
        "02-rb-tematik.xlsx",
    ]  # fmt: skip
    assert (head[0], head[3], first[0], first[3], first[4]) == (
        "rencana_aksi", "target_tw1", "Menyatukan data", 4, None
    )  # fmt: skip
    sheet = document("meeting_sheet", Choice(agency, year=YEAR, quarter=1, unit=coordinator))
    listed = [texts(one) for one in sheet.tables()][-1]
    assert listed == [["Indeks SPBE", "2,95", "2,36", "80%", "Tinggi"]]


def test_the_actions_of_a_theme_come_from_every_coordinator(city: City) -> None:
    theme = Theme.objects.get(agency=city.quarter.cast.agency)
    city.quarter.action("Menyatukan data", indicator_key=city.indicator.key, problem="Data tersebar")
    found = document("thematic_action_plan", Choice(city.quarter.cast.agency, year=YEAR, theme=str(theme.key)))
    assert texts(tables(found)["Aksi dan target"])[0][1:4] == [
        "Indeks SPBE", "Menyatukan data", city.quarter.coordinator.called
    ]  # fmt: skip
    assert texts(tables(found)["Bukti dukung dan acuan perencanaan"])[0][2] == "Data tersebar"


def test_a_choice_is_kept_as_a_text_and_comes_back(quarter: Quarter) -> None:
    kind, choice = KINDS["meeting_sheet"], Choice(quarter.cast.agency, year=YEAR, quarter=2, unit=quarter.unit)
    about = about_of(kind, choice)
    assert about == f"year={YEAR}&quarter=2&unit={quarter.unit.pk}"
    assert choice_of(quarter.cast.agency, about) == choice
    assert subject_of(kind, choice) == f"{quarter.unit.name}, Triwulan II {YEAR}"
    with pytest.raises(NothingToWrite):
        choice_of(quarter.cast.other_agency, about)
