"""Scoring items of a worksheet: who may, what is refused, what is kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import (
    CoefficientCorrection,
    EvaluationWorksheet,
    IndexValue,
    ScoreCorrection,
    Waiver,
    WorksheetScore,
)
from petajalan.evaluation.queries.worksheet.index import sheet_of, worksheet_index
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.worksheet import keeping, scoring
from petajalan.evaluation.services.worksheet.writing import Overtaken
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionPlan, Indicator
from petajalan.planning.services.refusals import Refused
from tests.evaluation.worksheets import AT, LATER, YEAR, Scoring
from tests.evaluation.worksheets import scoring_ as scoring_


def test_three_parties_give_three_indices(scoring_: Scoring) -> None:
    """A1 80/100·5 = 4; A2 50/100·15·(4/5) = 6; SPBE 2,5/5·40 = 20; SPIP 3/5·20 = 12; WTP 20; thematic 14."""
    scoring_.all()
    scoring_.all("national", by=scoring_.cast.ani, source="LHE 2025")
    scoring_.score("B1", 3, party="national", source="LHE 2025")
    found = sheet_of(scoring_.worksheet)
    assert (found.index("self").adjusted, found.index("self").thematic) == (Decimal(62), Decimal(14))
    assert found.index("self").index == Decimal(76)
    assert found.index("national").index == Decimal(80)
    assert found.index("internal").index is None
    assert found.index("internal").unknown == ("A1", "A2", "B1", "B2", "B3", "T1")
    assert worksheet_index(scoring_.worksheet, "self") == found.index("self")


def test_a_component_tells_what_its_points_are_out_of(scoring_: Scoring) -> None:
    scoring_.score("A1", 80)
    scoring_.score("B2", 3)
    total = worksheet_index(scoring_.worksheet, "self").section("general")
    assert (total.score, total.known, total.weighed, total.counted, total.total) == (
        None,
        Decimal(16),
        Decimal(25),
        2,
        5,
    )


@pytest.mark.parametrize(
    ("code", "given", "sentence"),
    [
        ("B1", {"raw": "5.1"}, "5,1 di luar rentang butir ini, 1 sampai 5. Periksa angka dan satuannya."),
        ("B1", {"raw": "0"}, "0 di luar rentang butir ini, 1 sampai 5. Periksa angka dan satuannya."),
        ("B1", {}, "Isi nilai mentahnya, misalnya 3,15."),
        ("B1", {"raw": "2.1234567"}, "Tulis paling banyak 6 angka di belakang koma."),
        ("B3", {"level": "AAA"}, "“AAA” bukan tingkat butir ini. Pilih salah satu: WTP, WDP, TMP."),
        ("B2", {"excluded": True}, "Tulis mengapa instansi ini di luar lokus butir ini."),
        ("X9", {"raw": "1"}, "Butir itu tidak ada lagi pada instrumen ini. Muat ulang halaman."),
    ],
)
def test_what_an_item_cannot_hold_is_refused(
    scoring_: Scoring, code: str, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        scoring_.score(code, given.pop("raw", None), **given)
    assert refused.value.sentence == sentence
    assert not WorksheetScore.objects.exists()


def test_an_item_out_of_scope_shrinks_the_base(scoring_: Scoring) -> None:
    scoring_.all()
    scoring_.score("B2", excluded=True, note="Bukan lokus BPKP")
    found = worksheet_index(scoring_.worksheet, "self")
    assert (found.section("general").scope, found.adjusted) == (Decimal(80), Decimal("62.5"))


def test_a_level_without_a_number_leaves_the_index_unknown(scoring_: Scoring) -> None:
    scoring_.all()
    scoring_.score("B3", level="tmp")
    found = worksheet_index(scoring_.worksheet, "self")
    assert (found.index, found.unknown, found.item("B3").reason) == (None, ("B3",), "no_number")


def test_a_unit_scores_what_it_leads_and_nothing_else(scoring_: Scoring) -> None:
    cast = scoring_.cast
    assert scoring_.score("B1", 3, by=cast.budi).raw == 3
    for code, user in (("B2", cast.budi), ("B1", cast.rina), ("A1", cast.budi), ("B1", cast.siti)):
        with pytest.raises(NotIndependent):
            scoring_.score(code, 3, by=user)
    for user in (cast.wali, cast.dewi):
        with pytest.raises(PermissionDenied):
            scoring_.score("B1", 2, by=user)
    assert WorksheetScore.objects.get().raw == 3


def test_an_internal_evaluator_is_independent_of_the_indicator(scoring_: Scoring) -> None:
    cast = scoring_.cast
    scoring_.score("B1", 3, party="internal", by=cast.ani)
    with pytest.raises(NotIndependent, match="mengoordinasikan"):
        scoring_.score("B2", 3, party="internal", by=cast.ani)
    with pytest.raises(PermissionDenied):
        scoring_.score("B1", 3, party="internal", by=cast.wati)
    # Nobody of the team may score SPIP, so the secretariat does; SPBE is the team's.
    scoring_.score("B2", 3, party="internal", by=cast.rina)
    with pytest.raises(NotIndependent, match="tim evaluasi"):
        scoring_.score("B1", 3, party="internal", by=cast.rina)


def test_a_waiver_for_every_action_of_the_indicator_makes_the_difference(scoring_: Scoring) -> None:
    cast, key = scoring_.cast, Indicator.objects.get(known_code="spip").key
    plan = ActionPlan.objects.create(
        agency=cast.agency, year=YEAR, coordinator=scoring_.inspectorate, status=ActionPlanStatus.APPROVED
    )
    actions = [
        Action.objects.create(agency=cast.agency, plan=plan, position=number, name=f"Aksi {number}", indicator_key=key)
        for number in (1, 2)
    ]
    for number, action in enumerate(actions):
        if number == 1:
            with pytest.raises(NotIndependent):
                scoring_.score("B2", 3, party="internal", by=cast.ani)
        Waiver.objects.create(
            agency=cast.agency, action=action, unit=scoring_.inspectorate, reason="Tidak ada penilai lain",
            signed_by=cast.rina, signed_as="Sekretaris Daerah", signed_at=AT,
        )  # fmt: skip
    row = scoring_.score("B2", 3, party="internal", by=cast.ani)
    assert [one.waiver.reason for one in row.waivers.select_related("waiver")] == ["Tidak ada penilai lain"] * 2
    assert AuditEntry.objects.filter(action="item_scored").latest("pk").reason.startswith("Tidak ada penilai lain")


def test_a_national_score_needs_its_document(scoring_: Scoring) -> None:
    with pytest.raises(Refused, match="dokumen hasil evaluasi nasional"):
        scoring_.score("B1", 3, party="national")
    row = scoring.record_national_score(
        worksheet=scoring_.worksheet, code="B1", values=scoring_.values(3, source="LHE 2025", page="4"), version=0,
        by=scoring_.cast.ani, at=AT,
    )  # fmt: skip
    assert (row.party, row.source, row.page) == ("national", "LHE 2025", "4")
    with pytest.raises(PermissionDenied):
        scoring_.score("B1", 3, party="national", source="LHE", by=scoring_.cast.budi)


def test_somebody_who_was_slower_is_told(scoring_: Scoring) -> None:
    first = scoring_.score("B1", 2)
    scoring_.score("B1", 3)
    with pytest.raises(Overtaken, match="3"):
        scoring_.score("B1", 4, version=first.version)
    with pytest.raises(Overtaken):
        scoring_.score("B1", 4, version=0)
    assert WorksheetScore.objects.get().raw == 3


def test_a_form_that_arrives_twice_counts_once(scoring_: Scoring) -> None:
    key = uuid4()
    first = scoring_.score("B1", 2, version=0, key=key)
    assert scoring_.score("B1", 2, version=0, key=key) == first
    assert AuditEntry.objects.filter(action="item_scored").count() == 1


def test_the_last_value_is_carried_with_its_year(scoring_: Scoring) -> None:
    cast = scoring_.cast
    old = keeping.start_worksheet(instrument=scoring_.adopted, year=2024, by=cast.wati, at=AT)
    scoring.score_item(
        worksheet=old, code="A1", party="self", values=scoring_.values(70, source="LHE 2024"), version=0, by=cast.wati,
        at=AT,
    )  # fmt: skip

    def carry(code: str) -> WorksheetScore:
        return scoring.carry_forward(
            worksheet=scoring_.worksheet, code=code, party="self", version=0, by=cast.wati, at=AT
        )

    row = carry("A1")
    assert (row.state, row.raw, row.carried_from, row.source) == ("carried", Decimal(70), 2024, "LHE 2024")
    IndexValue.objects.create(
        agency=cast.agency, code="spbe", year=2023, value="2.4", source="KepmenPANRB", entered_at=AT
    )
    row = carry("B1")
    assert (row.raw, row.carried_from, row.source) == (Decimal("2.4"), 2023, "KepmenPANRB")
    with pytest.raises(Refused, match="Belum ada nilai tahun sebelumnya"):
        carry("T1")


def test_what_was_entered_by_mistake_is_taken_away(scoring_: Scoring) -> None:
    row = scoring_.score("B1", 2)
    given: dict[str, Any] = {"worksheet": scoring_.worksheet, "code": "B1", "party": "self", "at": AT}
    with pytest.raises(Overtaken):
        scoring.clear_score(**given, version=row.version + 1, by=scoring_.cast.wati)
    scoring.clear_score(**given, version=row.version, by=scoring_.cast.wati)
    assert not WorksheetScore.objects.exists()
    assert AuditEntry.objects.filter(action="item_cleared").count() == 1


def test_a_worksheet_is_final_once_every_item_has_a_self_assessment(scoring_: Scoring) -> None:
    scoring_.score("A1", 80)
    with pytest.raises(Refused, match="5 butir belum dinilai mandiri: A2, B1, B2, B3, T1"):
        scoring_.finalise()
    scoring_.all()
    with pytest.raises(PermissionDenied):
        scoring_.finalise(by=scoring_.cast.ani)
    with pytest.raises(Refused, match="baru saja diubah"):
        scoring_.finalise(version=99)
    assert scoring_.finalise().status == "final"
    with pytest.raises(Refused, match="sudah final"):
        scoring_.finalise()


def test_a_final_worksheet_keeps_its_weights_and_a_draft_follows_the_instrument(scoring_: Scoring) -> None:
    scoring_.all()

    def correct(weights: tuple[str, str]) -> None:
        parts = scoring_.adopted.data["general"]["parts"][1]["parts"]
        parts[0]["weight"], parts[1]["weight"] = weights
        scoring_.adopted.version += 1
        scoring_.adopted.save()

    correct(("20", "40"))
    draft = EvaluationWorksheet.objects.get(pk=scoring_.worksheet.pk)
    assert sheet_of(draft).follows_newer
    assert worksheet_index(draft, "self").index == Decimal(78)
    final = scoring_.finalise()
    correct(("40", "20"))
    final = EvaluationWorksheet.objects.get(pk=final.pk)
    assert not sheet_of(final).follows_newer
    assert worksheet_index(final, "self").index == Decimal(78)


def test_a_final_value_changes_by_a_correction_in_sight_only(scoring_: Scoring) -> None:
    scoring_.all()
    with pytest.raises(Refused, match="masih rancangan"):
        _correct(scoring_, 3, "Salah baca")
    scoring_.finalise()
    with pytest.raises(Refused, match="sudah final"):
        scoring_.score("B1", 3)
    with pytest.raises(Refused, match="alasan koreksi"):
        _correct(scoring_, 3, " ")
    with pytest.raises(Refused, match="sama dengan"):
        _correct(scoring_, "2.5", "Salah baca")
    with pytest.raises(Refused, match="di luar rentang"):
        _correct(scoring_, 30, "Salah baca")
    row = _correct(scoring_, 3, "Salah baca")
    kept = ScoreCorrection.objects.get()
    assert (row.raw, kept.raw, kept.reason, kept.made_by) == (
        Decimal(3),
        Decimal("2.5"),
        "Salah baca",
        scoring_.cast.budi,
    )
    # The national result comes in afterwards, once; then it too changes by a correction.
    scoring_.score("B1", 2, party="national", source="LHE")
    with pytest.raises(Refused, match="sudah final"):
        scoring_.score("B1", 3, party="national", source="LHE")


def _correct(scoring_: Scoring, raw: object, reason: str) -> WorksheetScore:
    return scoring.correct_score(
        worksheet=scoring_.worksheet, code="B1", party="self", values=scoring_.values(raw), reason=reason,
        version=WorksheetScore.objects.get(item="B1", party="self").version, by=scoring_.cast.budi, at=LATER,
    )  # fmt: skip


def test_the_coefficient_deducts_and_names_its_document(scoring_: Scoring) -> None:
    scoring_.all()

    def put(coefficient: str, note: str = "LHE 2025", **more: Any) -> EvaluationWorksheet:
        scoring_.worksheet.refresh_from_db()
        given = {"version": scoring_.worksheet.version, "by": scoring_.cast.wati, "at": AT, **more}
        return keeping.set_coefficient(
            worksheet=scoring_.worksheet, coefficient=Decimal(coefficient), note=note, **given
        )

    for coefficient, note, sentence in (("0.5", "LHE", "pengurangan"), ("-0.5", "", "dokumen")):
        with pytest.raises(Refused, match=sentence):
            put(coefficient, note)
    with pytest.raises(PermissionDenied):
        put("-0.5", by=scoring_.cast.budi)
    assert worksheet_index(put("-2"), "self").adjusted == Decimal(60)


def test_a_final_coefficient_changes_by_a_correction_in_sight(scoring_: Scoring) -> None:
    scoring_.all()

    def put(coefficient: str, reason: str | None = "LHE diterima", **more: Any) -> EvaluationWorksheet:
        scoring_.worksheet.refresh_from_db()
        given = {"version": scoring_.worksheet.version, "by": scoring_.cast.wati, "at": LATER, "note": "LHE 2025"}
        given |= {"worksheet": scoring_.worksheet, "coefficient": Decimal(coefficient), **more}
        if reason is None:
            return keeping.set_coefficient(**given)
        return keeping.correct_coefficient(reason=reason, **given)

    with pytest.raises(Refused, match="masih rancangan"):
        put("-2")
    scoring_.finalise()
    for more, sentence in (
        ({"reason": None}, "lewat koreksi"), ({"reason": " "}, "alasan"), ({"note": ""}, "dokumen"),
        ({"version": 0}, "diubah orang lain"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=sentence):
            put("-2", **more)
    with pytest.raises(PermissionDenied):
        put("-2", by=scoring_.cast.budi)
    assert not CoefficientCorrection.objects.exists()
    assert worksheet_index(put("-2"), "self").adjusted == Decimal(60)
    with pytest.raises(Refused, match="sama dengan"):
        put("-2")
    put("-1", "Salah baca")
    assert [(one.coefficient, one.coefficient_note, one.reason) for one in CoefficientCorrection.objects.all()] == [
        (Decimal(0), "", "LHE diterima"), (Decimal(-2), "LHE 2025", "Salah baca"),
    ]  # fmt: skip
    entry = AuditEntry.objects.filter(action="coefficient_corrected").latest("pk")
    assert (entry.reason, entry.before["coefficient"], entry.after["coefficient"]) == ("Salah baca", "-2", "-1")


def test_a_worksheet_is_begun_once_on_an_instrument_of_its_year(scoring_: Scoring) -> None:
    cast = scoring_.cast
    again = keeping.start_worksheet(instrument=scoring_.adopted, year=YEAR, by=cast.rina, at=LATER)
    assert again == scoring_.worksheet
    with pytest.raises(Refused, match="2023 sampai 2026"):
        keeping.start_worksheet(instrument=scoring_.adopted, year=2030, by=cast.wati, at=AT)
    for user in (cast.ani, cast.dewi):
        with pytest.raises(PermissionDenied):
            keeping.start_worksheet(instrument=scoring_.adopted, year=2024, by=user, at=AT)
