"""Pieces of evidence, what each proves, and who may still change that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from petajalan.accounts.models import Agency, Unit, User
from petajalan.planning.models import Indicator
from petajalan.reporting.choices import DeadlineKind, LineState, ReportStatus
from petajalan.reporting.duties import heads, is_of
from petajalan.reporting.models import CultureActivity, Evidence, EvidenceUse, Measurement, ProgressLine
from petajalan.reporting.queries.openness import is_open

Proved = ProgressLine | Measurement | CultureActivity


def unit_of(to: Proved) -> Unit:
    """Whose evidence it is: the unit that reports, that measures, or whose activity it is."""
    if isinstance(to, CultureActivity):
        return to.unit
    return to.report.unit if isinstance(to, ProgressLine) else to.coordinator


def kind_of_proved(to: Proved) -> str:
    """The column of `EvidenceUse` that names it."""
    if isinstance(to, CultureActivity):
        return "activity"
    return "line" if isinstance(to, ProgressLine) else "measurement"


def may_remove(user: User, to: Proved | None, *, at: datetime) -> bool:
    """Whether what it proves may still be changed by this person."""
    if to is None or not is_of(user, unit_of(to)):
        return False
    if isinstance(to, CultureActivity):
        return True  # no period closes it
    return _line_is_open(to, at) if isinstance(to, ProgressLine) else _measurement_is_open(to, at)


def may_add(user: User, to: Proved, *, at: datetime) -> bool:
    """As `may_remove`; the head of a coordinator also adds to what only a correction changes: the released index."""
    if may_remove(user, to, at=at):
        return True
    return isinstance(to, Measurement) and heads(user, to.coordinator)


def _line_is_open(line: ProgressLine, at: datetime) -> bool:
    report = line.report
    if report.locked_at is not None:
        return False
    repairing = report.repair_due is not None and at <= report.repair_due
    if not repairing and not is_open(report.unit, DeadlineKind.MONTHLY_PROGRESS, report.period, at=at):
        return False
    if report.status == ReportStatus.DRAFT:
        return True
    return report.status == ReportStatus.SENT_BACK and line.state == LineState.SENT_BACK


def _measurement_is_open(row: Measurement, at: datetime) -> bool:
    period = f"{row.year}-Q{row.quarter}"
    return row.locked_at is None and is_open(row.coordinator, DeadlineKind.QUARTERLY_MEASUREMENT, period, at=at)


def uses_of(to: Proved) -> list[EvidenceUse]:
    """What proves it, with the newer version where there is one. One query."""
    return list(to.evidence_uses.select_related("evidence__replaced_by").order_by("pk"))


def with_evidence() -> Prefetch:
    """For lines of a report: the same as `uses_of`, for all of them in one query."""
    return Prefetch("evidence_uses", EvidenceUse.objects.select_related("evidence__replaced_by").order_by("pk"))


def choices_for(to: Proved) -> QuerySet[Evidence]:
    """The newest versions of what the unit has, which do not prove this yet; the newest first."""
    unit = unit_of(to)
    own = Q(**{f"uses__{kind_of_proved(to)}": to})
    taken = Evidence.objects.filter(own, agency=unit.agency_id).values("pk")
    found: QuerySet[Evidence] = (
        Evidence.objects.filter(agency=unit.agency_id, unit=unit, replaced_by=None)
        .exclude(pk__in=taken)
        .order_by("-added_at", "-pk")
    )
    return found


def measured_names(agency: Agency, pieces: Iterable[Evidence]) -> dict[UUID, str]:
    """Names of the indicators whose measurements these prove, by key; of the newest road map that has it."""
    keys = {use.measurement.indicator_key for one in pieces for use in one.uses.all() if use.measurement is not None}
    found = Indicator.objects.filter(agency=agency, key__in=keys).order_by("road_map__version")
    return dict(found.values_list("key", "name"))


def evidence_of(unit: Unit) -> QuerySet[Evidence]:
    """The newest versions, each with what it proves and with the version before it."""
    uses = EvidenceUse.objects.select_related(
        "line__action", "line__report", "measurement", "activity", "evidence"
    ).order_by("pk")  # fmt: skip
    found: QuerySet[Evidence] = (
        Evidence.objects.filter(agency=unit.agency_id, unit=unit, replaced_by=None)
        .select_related("added_by", "replaces", "unit")
        .prefetch_related(Prefetch("uses", uses))
        .order_by("-added_at", "-pk")
    )
    return found
