"""Where something has to improve, beside the row of an action or a point of an evaluation of a year."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.evaluation.models import Evaluation, EvaluationPoint, EvaluationRow, ImprovementArea
from petajalan.evaluation.services.internal.points import leave_or_refuse
from petajalan.evaluation.services.judging import NotIndependent, leave_for, why_not
from petajalan.evaluation.services.open_sheet import taken, writable
from petajalan.planning.services.refusals import Refused


@dataclass(frozen=True, slots=True)
class AreaValues:
    """The five parts of the internal evaluation's report."""

    title: str
    condition: str
    criterion: str
    consequence: str
    suggestion: str


@transaction.atomic
def write_area(*, row: EvaluationRow, values: AreaValues, version: int, by: User, at: datetime) -> ImprovementArea:
    """One for each row, by somebody who may judge it. `version`: of the area the person saw, 0 while there is none."""
    evaluation = taken(row.evaluation)
    permit(by, "evaluation.judge", evaluation.agency)
    writable(evaluation, by, at)
    current = EvaluationRow.objects.select_related("action__plan__coordinator").get(pk=row.pk, evaluation=evaluation)
    allowed, _items = leave_for(current, evaluation, by, at)
    if not allowed.may:
        raise NotIndependent(why_not(allowed))
    return _write({"row": current}, evaluation, values, version, by, at)


@transaction.atomic
def write_area_of_point(
    *, point: EvaluationPoint, values: AreaValues, version: int, by: User, at: datetime
) -> ImprovementArea:
    """The same of a point of an evaluation of a year."""
    evaluation = taken(point.evaluation)
    permit(by, "evaluation.judge", evaluation.agency)
    writable(evaluation, by, at)
    leave_or_refuse(point, evaluation, by, at)
    return _write({"point": point}, evaluation, values, version, by, at)


@transaction.atomic
def remove_area(*, row: EvaluationRow, version: int, by: User, at: datetime) -> None:
    evaluation = taken(row.evaluation)
    permit(by, "evaluation.judge", evaluation.agency)
    writable(evaluation, by, at)
    allowed, _items = leave_for(row, evaluation, by, at)
    if not allowed.may:
        raise NotIndependent(why_not(allowed))
    _remove({"row": row}, evaluation, version, by, at)


@transaction.atomic
def remove_area_of_point(*, point: EvaluationPoint, version: int, by: User, at: datetime) -> None:
    evaluation = taken(point.evaluation)
    permit(by, "evaluation.judge", evaluation.agency)
    writable(evaluation, by, at)
    leave_or_refuse(point, evaluation, by, at)
    _remove({"point": point}, evaluation, version, by, at)


def _write(
    of: dict[str, Any], evaluation: Evaluation, values: AreaValues, version: int, by: User, at: datetime
) -> ImprovementArea:
    """`of`: the row or the point, by the name of the column."""
    given = {name: text.strip() for name, text in asdict(values).items()}
    if not all(given.values()):
        raise Refused(_("Isi kelima bagiannya: judul, kondisi, kriteria, akibat, dan saran."))
    if version == 0:
        area = _made(of, evaluation, given, by, at)
    else:
        changed = ImprovementArea.objects.filter(**of, version=version).update(
            **given, written_by=by, written_at=at, version=F("version") + 1
        )
        if changed != 1:
            raise Refused(_changed())
        area = ImprovementArea.objects.get(**of)
    audit.record(agency=evaluation.agency, by=by, action="area_written", about=area, at=at, after=given)
    return area


def _remove(of: dict[str, Any], evaluation: Evaluation, version: int, by: User, at: datetime) -> None:
    area = ImprovementArea.objects.filter(**of, version=version).first()
    if area is None:
        raise Refused(_changed())
    if area.recommendations.exists():
        raise Refused(_("Area perbaikan ini sudah menjadi rekomendasi, jadi tidak dihapus. Ubah isinya bila perlu."))
    audit.record(
        agency=evaluation.agency, by=by, action="area_removed", about=area, at=at,
        before={"title": area.title, "suggestion": area.suggestion},
    )  # fmt: skip
    area.delete()


def _made(of: dict[str, Any], evaluation: Evaluation, given: dict[str, str], by: User, at: datetime) -> ImprovementArea:
    try:
        with transaction.atomic():
            return ImprovementArea.objects.create(agency=evaluation.agency, **of, **given, written_by=by, written_at=at)
    except IntegrityError as error:
        raise Refused(_changed()) from error


def _changed() -> str:
    return _("Area perbaikan ini sudah diubah orang lain. Muat ulang halaman, lalu bandingkan.")
