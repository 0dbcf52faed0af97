"""The evaluation of 2025 as a year: the plans before it, targets, effects and management after it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from petajalan.accounts.models import User
from petajalan.evaluation.models import Evaluation, EvaluationPoint
from petajalan.evaluation.services import evaluations
from petajalan.evaluation.services.internal import evaluations as services
from petajalan.evaluation.services.internal.points import judge_point
from petajalan.evaluation.values import PointValues
from tests.evaluation.sheets import Evaluating
from tests.reporting.reports import YEAR

EARLY = datetime(YEAR, 2, 3, 3, 0, tzinfo=UTC)  # the plans are looked at until 27 March (31 March is no working day)
AFTER = datetime(YEAR + 1, 2, 3, 3, 0, tzinfo=UTC)


def when(kind: str) -> datetime:
    return EARLY if kind == "ex_ante" else AFTER


def begin(evaluating: Evaluating, kind: str = "ex_ante", **more: object) -> Evaluation:
    given = {"agency": evaluating.cast.agency, "kind": kind, "year": YEAR, "by": evaluating.cast.ani, "at": when(kind)}
    return services.start_internal(**{**given, **more})  # type: ignore[arg-type]


def point_of(evaluation: Evaluation, **of: object) -> EvaluationPoint:
    found: EvaluationPoint = EvaluationPoint.objects.select_related("evaluation").get(evaluation=evaluation, **of)
    return found


def judge(
    point: EvaluationPoint, by: User, judgement: str = "conforms", note: str = "", *, version: int | None = None,
    at: datetime | None = None, key: UUID | None = None,
) -> EvaluationPoint:  # fmt: skip
    point.refresh_from_db()
    return judge_point(
        point=point, values=PointValues(judgement, note), version=point.version if version is None else version, by=by,
        at=at or when(point.evaluation.kind), key=key,
    )  # fmt: skip


def send(evaluating: Evaluating, evaluation: Evaluation, **more: object) -> Evaluation:
    evaluation.refresh_from_db()
    given = {"evaluation": evaluation, "by": evaluating.cast.ani, "at": when(evaluation.kind)}
    return services.submit_internal(**{**given, **more})  # type: ignore[arg-type]


def receive(evaluating: Evaluating, evaluation: Evaluation, **more: object) -> Evaluation:
    evaluation.refresh_from_db()
    given = {
        "evaluation": evaluation, "version": evaluation.version, "by": evaluating.cast.rina,
        "at": when(evaluation.kind),
    }  # fmt: skip
    return evaluations.acknowledge_evaluation(**{**given, **more})  # type: ignore[arg-type]
