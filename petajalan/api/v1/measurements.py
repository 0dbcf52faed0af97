"""Endpoints of measurements: the same services as their pages."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.api.choices import ApiScope
from petajalan.api.v1.agency import seen_units
from petajalan.api.v1.answers import stamped
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.filters import Quarter, Since, Year, changed_since
from petajalan.api.v1.paging import Key, Page, Paged, page_of
from petajalan.api.v1.shapes.agency import UnitName
from petajalan.api.v1.shapes.reporting import (
    MeasuredShape,
    MeasurementShape,
    MeasurementWrite,
    StandingShape,
)
from petajalan.api.v1.writing import match
from petajalan.calc.numbers import Reading, State, read_typed
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measured import Measured
from petajalan.reporting.queries.measurement_page import QuarterPage, quarter_page, units_in
from petajalan.reporting.services import measurements as services
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.values import FigureValues

group = Group("reporting", ApiScope.REPORTING_READ, "reporting.view_reports")
OF_UNIT = "units/<int:unit>/measurements/<int:year>/<int:quarter>"


class Measurements(Paged):
    """`unit` is the coordinator; `indicator` its key; `changed_since`: only what was written since."""

    year: Year | None = None
    quarter: Quarter | None = None
    unit: Key | None = None
    indicator: UUID | None = None
    changed_since: Since | None = None


@group.get("measurements", _("Pengukuran yang sudah diisi"), gives=Page[MeasuredShape], query=Measurements)
def list_measurements(call: Call) -> Page[MeasuredShape]:
    given = call.query
    wanted = {
        "year": given.year, "quarter": given.quarter, "coordinator": given.unit, "indicator_key": given.indicator,
    }  # fmt: skip
    seen = Measurement.objects.visible_to(call.user).filter(agency=call.agency)
    rows: QuerySet[Measurement] = seen.filter(**{name: one for name, one in wanted.items() if one is not None})
    if given.changed_since is not None:
        rows = changed_since(rows, given.changed_since)
    return page_of(call, rows.select_related("coordinator", "measured_by"), _measured)


@group.get(OF_UNIT, _("Indikator yang diukur satu unit dalam satu triwulan"), gives=Page[MeasurementShape])
def of_unit(call: Call, unit: int, year: int, quarter: int) -> Page[MeasurementShape]:
    page = _page(call, unit, year, quarter)
    return Page([_shape(page, one) for one in page.rows], None)


@group.get(OF_UNIT + "/<uuid:indicator>", _("Satu indikator dalam satu triwulan"), gives=MeasurementShape)
def one_measurement(call: Call, unit: int, year: int, quarter: int, indicator: UUID) -> MeasurementShape:
    return _shape(*_one(call, unit, year, quarter, indicator))


@group.write(
    "PUT", OF_UNIT + "/<uuid:indicator>", _("Mengisi pengukuran satu indikator"), gives=MeasurementShape,
    scope=ApiScope.REPORTING_WRITE, body=MeasurementWrite, matched=True,
)  # fmt: skip
def write_measurement(
    call: Call, unit: int, year: int, quarter: int, indicator: UUID, *, again: bool
) -> MeasurementShape:
    page, one = _one(call, unit, year, quarter, indicator)
    if again:
        return _shape(page, one)
    match(call, _shape(page, one).etag)
    services.save_measurement(
        of=services.Subject(one.indicator, page.unit, year, quarter), values=_values(call.body),
        version=one.row.version if one.row else 0, by=call.user, at=call.at,
    )  # fmt: skip
    return _shape(*_one(call, unit, year, quarter, indicator))


def _page(call: Call, unit: int, year: int, quarter: int, key: UUID | None = None) -> QuarterPage:
    if year not in YEARS or not 1 <= quarter <= 4:
        raise Http404
    units = units_in(call.agency, year, quarter, at=call.at).filter(pk__in=seen_units(call))
    of = get_object_or_404(units, pk=unit)
    of.agency = call.agency
    return quarter_page(of, year, quarter, call.user, at=call.at, key=key)


def _one(call: Call, unit: int, year: int, quarter: int, key: UUID) -> tuple[QuarterPage, Measured]:
    page = _page(call, unit, year, quarter, key)
    if not page.rows:
        raise Http404
    return page, page.rows[0]


def _values(given: MeasurementWrite) -> FigureValues:
    """A plain number is taken as JSON writes it, with a point; anything else as a person here would type it."""
    return FigureValues(
        figure=_reading(given.figure), numerator=_decimal(given.numerator), denominator=_decimal(given.denominator),
        released=given.released, source=given.source, issuer=given.issuer, expected_month=given.expected_month,
        note=given.note, confirmation=given.confirmation,
    )  # fmt: skip


def _reading(figure: str | None) -> Reading | None:
    text = " ".join((figure or "").split())
    if not text:
        return None
    number, _space, rest = text.partition(" ")
    digits = number.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdecimal()):
        return read_typed(text)
    read = read_typed(f"{number.replace('.', ',')} {rest}".strip())
    return read if read.state is not State.REFUSED else read_typed(text)


def _shape(page: QuarterPage, one: Measured) -> MeasurementShape:
    row = one.row
    if row is not None:
        row.coordinator = page.unit
    shape: MeasurementShape = stamped(
        MeasurementShape(
            indicator=one.indicator.key, name=one.indicator.name, under=one.under,
            target=one.target.printed if one.target else None, measured=_measured(row) if row else None,
            standing=_standing(one), may_write=page.may_measure(one),
        )
    )  # fmt: skip
    return shape


def _standing(one: Measured) -> StandingShape:
    found = one.standing
    reached = found.achievement
    reason = found.lack or (reached.reason if reached else None)
    return StandingShape(
        actual=found.actual if isinstance(found.actual, Decimal) else None,
        actual_level=found.actual if isinstance(found.actual, str) else None,
        percent=reached.percent if reached else None,
        reason=reason.value if reason else None,
        verdict=reached.verdict.value if reached and reached.verdict else None,
        expression=reached.trace.expression if reached else None,
        source=reached.trace.source if reached else None,
    )  # fmt: skip


def _measured(row: Measurement) -> MeasuredShape:
    return MeasuredShape(
        id=row.pk, indicator=row.indicator_key, coordinator=UnitName.of(row.coordinator), year=row.year,
        quarter=row.quarter, value=row.value, numerator=row.numerator, denominator=row.denominator,
        level=row.level or None, provisional=row.provisional, released=row.released, source=row.source or None,
        issuer=row.issuer or None, expected_month=row.expected_month, note=row.note or None,
        measured_by=str(row.measured_by) if row.measured_by else None, measured_at=row.measured_at,
        locked_at=row.locked_at, simulated=row.simulated,
    )  # fmt: skip


def _decimal(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
