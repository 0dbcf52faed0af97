"""Evaluations of 2025 in Kota Melati: Ani (Inspektorat) evaluates, Bu Rina chairs the secretariat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import pytest

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.evaluation.models import (
    Evaluation,
    EvaluationPoint,
    EvaluationRow,
    Guidance,
    ImprovementArea,
    Recommendation,
    Waiver,
)
from petajalan.evaluation.services import evaluations, judging
from petajalan.evaluation.values import RowValues
from petajalan.planning.choices import ActionPlanStatus
from petajalan.planning.models import Action, ActionPlan
from petajalan.reporting.services import review
from tests.cast import Cast
from tests.reporting.reports import YEAR, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

ALL = {"execution": "conforms", "output": "conforms", "quality": "conforms", "timeliness": "conforms"}


def in_time(month: int) -> datetime:
    """The third of the month after: in time for the evaluation, after the reports were due."""
    return moment(month + 1, 3)


@dataclass(frozen=True)
class Evaluating:
    quarter: Quarter
    inspectorate: Unit

    @property
    def cast(self) -> Cast:
        return self.quarter.cast

    def own_action(self, name: str = "Menilai sendiri") -> Action:
        """One that the inspectorate coordinates, and so carries out itself."""
        plan, _created = ActionPlan.objects.get_or_create(
            agency=self.cast.agency, year=YEAR, coordinator=self.inspectorate,
            defaults={"status": ActionPlanStatus.APPROVED},
        )  # fmt: skip
        action = Quarter(self.cast, self.inspectorate, self.inspectorate, plan).action(name)
        action.named_implementers.all().delete()
        return action

    def accepted(self, month: int = 1) -> None:
        """Diskominfo's report of the month, accepted by Bagian Organisasi."""
        for line in self.quarter.sent(month).lines.all():
            review.accept_line(line=line, version=line.version, by=self.cast.budi, at=moment(month, 28))

    def start(self, number: int = 1, kind: str = "month", **more: object) -> Evaluation:
        given = {"agency": self.cast.agency, "kind": kind, "year": YEAR, "number": number, "by": self.cast.ani, **more}
        if "at" not in given:
            given["at"] = in_time(number if kind == "month" else number * 3)
        return evaluations.start_evaluation(**given)  # type: ignore[arg-type]

    def judge(
        self, row: EvaluationRow, *, by: User | None = None, at: datetime | None = None, version: int | None = None,
        key: UUID | None = None, **values: str,
    ) -> EvaluationRow:  # fmt: skip
        row.refresh_from_db()
        return judging.judge_row(
            row=row, values=RowValues(**(values or ALL)), version=row.version if version is None else version,
            by=by or self.cast.ani, at=at or in_time(row.evaluation.last_month), key=key,
        )  # fmt: skip

    def submit(self, evaluation: Evaluation, **more: object) -> Evaluation:
        given = {"evaluation": evaluation, "by": self.cast.ani, "at": in_time(evaluation.last_month)}
        return evaluations.submit_evaluation(**{**given, **more})  # type: ignore[arg-type]

    def acknowledge(self, evaluation: Evaluation, **more: object) -> Evaluation:
        evaluation.refresh_from_db()
        given = {
            "evaluation": evaluation, "version": evaluation.version, "by": self.cast.rina,
            "at": moment(evaluation.last_month + 1, 5),
        }  # fmt: skip
        return evaluations.acknowledge_evaluation(**{**given, **more})  # type: ignore[arg-type]

    def send_back(self, evaluation: Evaluation, **more: object) -> Evaluation:
        evaluation.refresh_from_db()
        given = {
            "evaluation": evaluation, "version": evaluation.version, "by": self.cast.rina, "reason": "Lengkapi catatan",
            "at": moment(evaluation.last_month + 1, 5),
        }  # fmt: skip
        return evaluations.return_evaluation(**{**given, **more})  # type: ignore[arg-type]

    def row(self, evaluation: Evaluation, name: str = "Menyatukan layanan") -> EvaluationRow:
        row: EvaluationRow = EvaluationRow.objects.select_related("evaluation").get(
            evaluation=evaluation, action__name=name
        )
        return row


@pytest.fixture
def evaluating(quarter: Quarter) -> Evaluating:
    return Evaluating(quarter, units_of(quarter.cast.ani, quarter.cast.agency)[0])


def judged(cast: Cast) -> None:
    """An evaluation with a row, a note with a follow-up and a waiver, where a unit has reported (`begun`): for the test
    of every page."""
    agency, action = cast.agency, Action.objects.filter(agency=cast.agency, plan__year=YEAR).first()
    assert action is not None
    evaluation = Evaluation.objects.create(agency=agency, kind="month", year=YEAR, number=1)
    row = EvaluationRow.objects.create(agency=agency, evaluation=evaluation, action=action, judged_by=cast.rina)
    ImprovementArea.objects.create(
        agency=agency, row=row, title="Notula", condition="a", criterion="b", consequence="c", suggestion="Unggah",
        written_by=cast.rina, written_at=in_time(1),
    )  # fmt: skip
    for kind, part, code in (("ex_ante", "aspect", "relevance"), ("year", "management", "teams")):
        of_year = Evaluation.objects.create(agency=agency, kind=kind, year=YEAR, number=1)
        EvaluationPoint.objects.create(
            agency=agency, evaluation=of_year, part=part, code=code, position=1, name="Butir"
        )
    unit = action.plan.coordinator
    note = Guidance.objects.create(
        agency=agency, kind="direction", day=date(YEAR, 1, 15), subject="Bukti", text="Lengkapi.",
        written_by=cast.rina, written_at=in_time(1),
    )  # fmt: skip
    Recommendation.objects.create(
        agency=agency, year=YEAR, number=1, source_kind="guidance", guidance=note, what="Unggah", owner=unit,
        due=date(YEAR, 2, 1), first_due=date(YEAR, 2, 1), raised_by=cast.rina, raised_at=in_time(1),
    )  # fmt: skip
    Waiver.objects.create(
        agency=agency, action=action, unit=unit, reason="Uji", signed_by=cast.rina, signed_as="Sekretaris Daerah",
        signed_at=in_time(1),
    )  # fmt: skip
