"""Objections to official values: who writes, approves and answers, what is refused, what stays in sight."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import Objection, ScoreCorrection, WorksheetScore
from petajalan.evaluation.services.objections import sending, writing
from petajalan.evaluation.services.worksheet.writing import Overtaken
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.owed import tasks_of
from tests.evaluation.objecting import LINK, claim, proofs, proposed, sent, written
from tests.evaluation.worksheets import AT, LATER, Scoring
from tests.evaluation.worksheets import scoring_ as scoring_


def official(scoring: Scoring) -> WorksheetScore:
    return WorksheetScore.objects.get(worksheet=scoring.worksheet, item="B1", party="national")


def test_an_objection_keeps_the_value_it_is_against_and_what_shows_it(scoring_: Scoring) -> None:
    row = written(scoring_, claim=claim(page="12"))
    assert (row.raw, row.claimed_raw, row.state, row.due) == (
        Decimal("2.8"), Decimal("3.1"), "draft", date(2025, 12, 10),
    )  # fmt: skip
    assert proofs(row) == [(LINK, "12")]
    entry = AuditEntry.objects.get(action="objection_written")
    assert (entry.reason, entry.after["value"], entry.after["claimed"]) == (
        "Laporan PANRB menyebut 3,1", "2.8", "3.1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"raw": "2.8"}, "Nilai yang Anda tulis sama dengan nilai resminya, jadi tidak ada yang disanggah."),
        ({"raw": "7"}, "7 di luar rentang butir ini, 1 sampai 5. Periksa angka dan satuannya."),
        ({"raw": None}, "Isi nilai mentahnya, misalnya 3,15."),
        ({"reason": " "}, "Isi alasan sanggahan: mengapa nilai resminya tidak tepat."),
    ],
)
def test_a_claim_that_cannot_be_is_refused(scoring_: Scoring, given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        written(scoring_, claim=claim(**given))
    assert refused.value.sentence == sentence
    assert not Objection.objects.exists()


def test_there_is_an_official_value_and_one_objection_at_a_time(scoring_: Scoring) -> None:
    with pytest.raises(Refused, match="belum mempunyai nilai resmi"):
        writing.write_objection(
            worksheet=scoring_.worksheet, code="B2", claim=claim(), by=scoring_.cast.ani, at=AT
        )  # fmt: skip
    written(scoring_)
    with pytest.raises(Refused, match="sudah disanggah dan belum dijawab"):
        written(scoring_)


def test_who_writes_and_who_sends(scoring_: Scoring) -> None:
    cast = scoring_.cast
    for user in (cast.siti, cast.budi, cast.rina, cast.wali, cast.dewi):
        with pytest.raises(PermissionDenied):
            written(scoring_, by=user)
    row = proposed(scoring_)
    for user in (cast.ani, cast.wati, cast.siti, cast.dewi):
        with pytest.raises(PermissionDenied):
            sending.send_objection(objection=row, version=row.version, by=user, at=LATER)
    sending.send_objection(objection=row, version=row.version, by=cast.rina, at=LATER)
    row.refresh_from_db()
    assert (row.state, row.sent_by, row.sent_at) == ("submitted", cast.rina, LATER)


def test_nobody_approves_what_they_wrote(scoring_: Scoring) -> None:
    row = proposed(scoring_)
    Objection.objects.filter(pk=row.pk).update(written_by=scoring_.cast.rina)
    with pytest.raises(PermissionDenied, match="Anda sendiri yang menulisnya"):
        sending.send_objection(objection=row, version=row.version, by=scoring_.cast.rina, at=LATER)


def test_without_evidence_it_does_not_go_to_the_secretariat(scoring_: Scoring) -> None:
    row = written(scoring_, claim=claim(link=""))
    with pytest.raises(Refused, match="sekurang-kurangnya satu bukti"):
        sending.propose_objection(objection=row, version=row.version, by=scoring_.cast.ani, at=AT)


def test_the_secretariat_gives_it_back_and_it_is_mended(scoring_: Scoring) -> None:
    row, cast = proposed(scoring_), scoring_.cast
    with pytest.raises(Refused, match="bukan rancangan lagi"):
        writing.change_objection(objection=row, claim=claim("3.2"), version=row.version, by=cast.ani, at=AT)
    with pytest.raises(Refused, match="Tulis apa yang perlu diperbaiki"):
        sending.return_objection(objection=row, reason="", version=row.version, by=cast.rina, at=AT)
    sending.return_objection(objection=row, reason="Bukti kurang", version=row.version, by=cast.rina, at=AT)
    row.refresh_from_db()
    assert (row.state, row.returned) == ("draft", "Bukti kurang")
    with pytest.raises(Refused, match="baru saja diubah orang lain"):
        writing.change_objection(objection=row, claim=claim("3.2"), version=row.version - 1, by=cast.ani, at=AT)
    more = claim("3.2", link="https://contoh.go.id/surat")
    row = writing.change_objection(objection=row, claim=more, version=row.version, by=cast.ani, at=AT)
    assert (row.claimed_raw, len(proofs(row))) == (Decimal("3.2"), 2)
    first, _second = row.proofs.all()
    writing.take_proof_away(objection=row, evidence=first.evidence_id, by=cast.ani, at=AT)
    assert proofs(row) == [("https://contoh.go.id/surat", "")]
    writing.drop_objection(objection=row, version=row.version, by=cast.ani, at=AT)
    assert not Objection.objects.exists()
    assert AuditEntry.objects.get(action="objection_dropped").before["claimed"] == "3.2"


@pytest.mark.parametrize("final", [False, True])
def test_an_accepted_objection_puts_the_official_value_right_in_sight(scoring_: Scoring, final: bool) -> None:
    scoring_.all()
    row, cast = sent(scoring_), scoring_.cast
    if final:
        scoring_.finalise()
    given: dict[str, Any] = {"objection": row, "version": row.version, "by": cast.ani, "at": LATER}
    with pytest.raises(Refused, match="Tulis dokumen yang memuat jawaban"):
        sending.accept_objection(values=scoring_.values("3.1"), score_version=1, **given)
    with pytest.raises(Overtaken):
        sending.accept_objection(values=scoring_.values("3.1", source="BA"), score_version=7, **given)
    sending.accept_objection(
        values=scoring_.values("3.1", source="Berita acara sanggah"), score_version=1, answer="Sesuai laporan", **given
    )
    row.refresh_from_db()
    assert (row.state, row.answer, row.answer_source, row.answered_by) == (
        "accepted", "Sesuai laporan", "Berita acara sanggah", cast.ani,
    )  # fmt: skip
    assert (official(scoring_).raw, official(scoring_).source) == (Decimal("3.1"), "Berita acara sanggah")
    assert [(one.raw, one.reason) for one in ScoreCorrection.objects.all()] == [(Decimal("2.8"), "Sesuai laporan")]
    with pytest.raises(Refused, match="belum dijawab"):
        sending.refuse_objection(**{**given, "version": row.version}, answer="x", source="x")


def test_a_refused_objection_leaves_the_value_with_the_reason(scoring_: Scoring) -> None:
    row, cast = sent(scoring_), scoring_.cast
    given: dict[str, Any] = {"objection": row, "version": row.version, "by": cast.wati, "at": LATER}
    with pytest.raises(Refused, match="Tulis alasan penolakan"):
        sending.refuse_objection(answer="", source="Surat", **given)
    with pytest.raises(PermissionDenied):
        sending.refuse_objection(answer="Bukti lama", source="Surat", **{**given, "by": cast.rina})
    sending.refuse_objection(answer="Bukti lama", source="Surat", **given)
    row.refresh_from_db()
    assert (row.state, row.answer, official(scoring_).raw) == ("refused", "Bukti lama", Decimal("2.8"))
    assert written(scoring_).pk != row.pk  # it may be objected to once more


def test_it_stands_among_the_tasks_of_who_has_to_act(scoring_: Scoring) -> None:
    def tasks(name: str) -> list[tuple[str, str, str]]:
        found = tasks_of(scoring_.cast[name], scoring_.cast.agency, at=AT)
        return [(one.kind, one.title, one.about) for one in found if one.kind.startswith("objection")]

    row = written(scoring_)
    about = "butir B1, LKE 2025"
    mine = [("objection", "Lengkapi dan ajukan sanggahan", about)]
    assert [tasks(name) for name in ("ani", "wati", "rina", "siti")] == [mine, mine, [], []]
    sending.propose_objection(objection=row, version=row.version, by=scoring_.cast.wati, at=AT)
    theirs = [("objection_approval", "Setujui sanggahan", about)]
    assert [tasks(name) for name in ("ani", "wati", "rina", "siti")] == [[], [], theirs, []]
    [task] = [one for one in tasks_of(scoring_.cast.rina, scoring_.cast.agency, at=AT) if one.kind.startswith("obj")]
    assert task.due is not None
    assert task.due.date() == date(2025, 12, 10)
    row.refresh_from_db()
    sending.send_objection(objection=row, version=row.version, by=scoring_.cast.rina, at=AT)
    assert [tasks(name) for name in ("ani", "rina")] == [[], []]


def test_another_agency_sees_none(scoring_: Scoring) -> None:
    written(scoring_)
    assert Objection.objects.visible_to(scoring_.cast.siti).count() == 1
    assert not Objection.objects.visible_to(scoring_.cast.dewi).exists()
