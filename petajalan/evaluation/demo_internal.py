"""The internal evaluation of the demonstration year: what coordinators say of themselves, the plans before it sent and
received, the year itself begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from petajalan.accounts.models import Agency, Holding, User
from petajalan.calc.evaluation import Dimension, Judgement
from petajalan.evaluation.choices import EvaluationKind, PointPart
from petajalan.evaluation.display.facts import facts_of
from petajalan.evaluation.models import Evaluation, EvaluationPoint, EvaluationRow, ImprovementArea, SelfAssessment
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.points import before_point, bound_to, with_waivers
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import sheet_of
from petajalan.evaluation.services.evaluations import acknowledge_evaluation
from petajalan.evaluation.services.internal import evaluations as services

HIGHER = 5  # one in so many that falls short says of itself that it does not
JUDGED_OF_YEAR = 6  # targets that somebody has looked at so far


def simulate_own_views(quarter: Evaluation, *, by: User, at: datetime) -> None:
    """Each coordinator judges its actions as the months do, some higher; those get an area of improvement."""
    rows = sheet_of(
        quarter, with_actions(EvaluationRow.objects.filter(evaluation=quarter)), dates_of(quarter), at=at
    ).rows
    people = _heads(quarter.agency)
    made, areas = [], []
    for place, one in enumerate(rows):
        action = one.row.action
        values = {dimension.value: one.values[dimension.value] or Judgement.CONFORMS for dimension in Dimension}
        short = [name for name, code in values.items() if code == Judgement.DEVIATES]
        if short and place % HIGHER == 0:
            values = dict.fromkeys(values, Judgement.CONFORMS)
            areas.append(_area(one.row, by, at))
        made.append(
            SelfAssessment(
                agency=quarter.agency, action=action, year=quarter.year, quarter=quarter.number, **values,
                judged_by=people.get(action.plan.coordinator_id), judged_at=at, simulated=True,
            )
        )  # fmt: skip
    SelfAssessment.objects.bulk_create(made)
    ImprovementArea.objects.bulk_create(areas)


def simulate_years(agency: Agency, year: int, *, evaluator: User, secretary: User) -> None:
    """The plans were looked at in March; the year is being judged in the first days of the next."""
    zone = ZoneInfo(agency.time_zone)
    march = [datetime(year, 3, day, hour, tzinfo=zone) for day, hour in ((5, 9), (14, 14), (18, 10))]
    before = services.start_internal(
        agency=agency, kind=EvaluationKind.EX_ANTE, year=year, by=evaluator, at=march[0]
    )  # fmt: skip
    _judge(before, with_waivers(before.points.all()), (evaluator, secretary), march[0])
    before = services.write_texts(
        evaluation=before, version=before.version, by=evaluator, at=march[0],
        overview=f"Road map dan rencana aksi {year} diperiksa sebelum dijalankan (data simulasi).",
        conclusion="Rencana layak dijalankan. Rencana yang belum lengkap diperbaiki koordinatornya pada triwulan II.",
    )  # fmt: skip
    before = services.submit_internal(evaluation=before, by=evaluator, at=march[1])
    acknowledge_evaluation(evaluation=before, version=before.version, by=secretary, at=march[2])
    begun = datetime(year + 1, 1, 6, 8, tzinfo=zone)
    after = services.start_internal(agency=agency, kind=EvaluationKind.YEAR, year=year, by=evaluator, at=begun)
    points = with_waivers(after.points.exclude(part=PointPart.EFFECT))
    judged = [one for one in points if facts_of(one).proposal is not None]
    few = [one for one in judged if one.part == PointPart.TARGET][:JUDGED_OF_YEAR]
    _judge(after, [*few, *(one for one in judged if one.part == PointPart.MANAGEMENT)], (evaluator, secretary), begun)


def _judge(evaluation: Evaluation, points: Iterable[EvaluationPoint], people: tuple[User, User], at: datetime) -> None:
    """As the data suggest, by whoever may."""
    listed = list(points)
    bound = bound_to(evaluation.agency, listed, evaluation.year)
    judged = []
    for one in listed:
        free = (
            person
            for person in people
            if before_point(person, evaluation.agency, bound[one.pk], day=at.date()).leave.may
        )  # fmt: skip
        by = next(free, None)
        if by is None:
            continue
        one.judgement, one.note = _found(one)
        one.judged_by, one.judged_at = by, at
        judged.append(one)
    EvaluationPoint.objects.bulk_update(judged, ["judgement", "note", "judged_by", "judged_at"])


def _found(point: EvaluationPoint) -> tuple[str, str]:
    facts = facts_of(point)
    # References to other plans came later in the demonstration, so that they do not decide.
    decisive = [one for one in point.basis.get("facts", ()) if one["code"] != "planning_reference"]
    lacking = [one for one in decisive if one["count"] < one["of"]]
    meets = facts.proposal if facts.proposal is not None else not lacking
    if meets:
        return Judgement.CONFORMS.value, ""
    return Judgement.DEVIATES.value, facts.lines[0] if facts.lines else "Belum lengkap."


def _area(row: EvaluationRow, by: User, at: datetime) -> ImprovementArea:
    return ImprovementArea(
        agency=row.agency, row=row, title="Penilaian mandiri lebih tinggi dari laporan",
        condition="Koordinator menilai aksi ini sesuai, sedangkan laporan bulanannya menunjukkan kekurangan.",
        criterion="Penilaian mandiri didasarkan pada laporan yang diterima dan bukti dukungnya.",
        consequence="Kekurangan tidak segera diperbaiki.",
        suggestion="Periksa laporan unit pelaksana sebelum mengisi penilaian mandiri.",
        written_by=by, written_at=at,
    )  # fmt: skip


def _heads(agency: Agency) -> dict[int, User]:
    """By key of the unit, as far as the demonstration has people."""
    held = Holding.objects.filter(agency=agency, position__is_head=True, position__unit__isnull=False)
    return {one.position.unit_id: one.user for one in held.select_related("position", "user") if one.position.unit_id}
