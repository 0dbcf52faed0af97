"""What an indicator reached in a quarter: measured by its coordinator, and put right in sight of everybody later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Unit, User
from petajalan.calc.measuring import Doubt, doubts, plain
from petajalan.common import audit
from petajalan.planning.models import Indicator
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.duties import heads, is_of
from petajalan.reporting.models import Measurement, MeasurementCorrection
from petajalan.reporting.models.measurement import MeasuredFigure
from petajalan.reporting.queries.measured import Measured, figure_of, measured
from petajalan.reporting.queries.measuring import led_in
from petajalan.reporting.queries.openness import is_open
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.measured_figures import figure_columns
from petajalan.reporting.services.rollups import refresh_indicator
from petajalan.reporting.services.write_keys import first_time
from petajalan.reporting.values import FigureValues
from petajalan.reporting.words import measured_words


class Implausible(Refused):
    """A figure that is hard to believe: it is kept once a reason says why it is right."""

    def __init__(self, sentence: str, found: tuple[Doubt, ...]) -> None:
        super().__init__(sentence)
        self.doubts = found


class Overtaken(Refused):
    """Somebody else measured meanwhile. `measurement` is the row as it is now."""

    def __init__(self, measurement: Measurement, indicator: Indicator) -> None:
        told = {"who": measurement.measured_by or _("Orang lain"), "figure": measured_words(measurement, indicator)}
        super().__init__(_("%(who)s sudah mengisi %(figure)s. Bandingkan, lalu simpan lagi.") % told)
        self.measurement = measurement


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: an indicator of the road map, by a coordinator, in a quarter."""

    indicator: Indicator
    unit: Unit
    year: int
    quarter: int

    @property
    def period(self) -> str:
        return f"{self.year}-Q{self.quarter}"


@transaction.atomic
def save_measurement(
    *, of: Subject, values: FigureValues, version: int, by: User, at: datetime, key: UUID | None = None
) -> Measurement:
    """Keep what was measured. `version` is that of the row the person saw, 0 where there was none."""
    unit, what = of.unit, f"measure {of.indicator.key.hex} {of.period}"
    first = not is_of(by, unit) or first_time(about=unit, key=key, what=what, by=by, at=at)
    seen = _measured(of, by)
    row = seen.row
    if not first and row is not None:
        return row
    _enterable(of, row, at)
    columns = figure_columns(values, of.indicator, seen)
    _outside(values, columns)
    found = _doubts(columns, seen)
    if found and not values.confirmation.strip():
        raise Implausible(_("Angka ini tidak biasa. Periksa lagi, atau tulis alasan bahwa angka ini benar."), found)
    reason = values.confirmation.strip() if found else ""
    columns |= {
        "issuer": "" if values.released else values.issuer.strip(),
        "expected_month": None if values.released else values.expected_month,
        "note": values.note.strip(),
        "confirmation": reason,
        "measured_by": by,
        "measured_at": at,
    }
    row = _created(of, columns) if row is None and version == 0 else _changed(row, version, columns, of.indicator)
    row.indicator_name = of.indicator.name
    audit.record(
        agency=unit.agency, by=by, action="measurement_saved", about=row, at=at, reason=reason,
        before=_trail(seen.row), after=_trail(row),
    )  # fmt: skip
    _follow(row)
    return row


@transaction.atomic
def correct_measurement(
    *, measurement: Measurement, values: FigureValues, reason: str, version: int, by: User, at: datetime,
    key: UUID | None = None,
) -> Measurement:  # fmt: skip
    """Put a figure right after its quarter closed, or enter one that was released since. What it was stays in sight."""
    held = Measurement.objects.select_for_update(of=("self",)).select_related("coordinator__agency")
    row: Measurement = held.get(pk=measurement.pk)
    unit = row.coordinator
    if not heads(by, unit):
        raise PermissionDenied(_("Koreksi pengukuran dibuat oleh kepala unit koordinatornya."))
    if not first_time(about=row, key=key, what="correct_measurement", by=by, at=at):
        return row
    period = f"{row.year}-Q{row.quarter}"
    if row.locked_at is None and is_open(unit, DeadlineKind.QUARTERLY_MEASUREMENT, period, at=at):
        raise Refused(_("Triwulan ini masih terbuka. Ubah pengukurannya, tidak perlu koreksi."))
    if not reason.strip():
        raise Refused(_("Isi alasan koreksi."))
    seen = _measured(Subject(_indicator_of(row), unit, row.year, row.quarter), by)
    columns = figure_columns(values, seen.indicator, seen)
    _outside(values, columns)
    if all(getattr(row, name) == value for name, value in columns.items()):
        raise Refused(_("Angka ini sama dengan yang sudah ada."))
    before = {field.name: getattr(row, field.name) for field in MeasuredFigure._meta.get_fields()}
    found = _doubts(columns, seen)
    more = {"confirmation": reason.strip() if found else ""}
    if values.released:
        more |= {"issuer": "", "expected_month": None}  # type: ignore[dict-item]
    after = _changed(row, version, columns | more, seen.indicator)
    after.indicator_name = seen.indicator.name
    MeasurementCorrection.objects.create(
        agency=unit.agency, measurement=row, reason=reason.strip(), made_by=by, made_at=at, **before
    )
    audit.record(
        agency=unit.agency, by=by, action="measurement_corrected", about=after, at=at, reason=reason.strip(),
        before=_trail(row), after=_trail(after),
    )  # fmt: skip
    _follow(after)
    return after


@transaction.atomic
def lock_measurements(*, agency: Agency, year: int, by: audit.Actor, at: datetime) -> int:
    """The evaluation of the year was finished: from now on its figures change by correction only. Gives how many.

    Whoever finishes an evaluation has asked the permission for that; this is a part of it.
    """
    count = Measurement.objects.filter(agency=agency, year=year, locked_at=None).update(
        locked_at=at, version=F("version") + 1
    )
    if count:
        audit.record(
            agency=agency, by=by, action="measurements_locked", about=agency, at=at,
            after={"year": year, "rows": count},
        )  # fmt: skip
    return count


def _measured(of: Subject, by: User) -> Measured:
    """The indicator as it is measured now, for people of a unit that coordinates it."""
    if not is_of(by, of.unit):
        raise PermissionDenied(_("Pengukuran diisi oleh orang dari unit koordinatornya."))
    led = led_in(of.unit.agency, of.year, [of.unit], key=of.indicator.key)
    if not led:
        raise Refused(_("Unit ini bukan koordinator indikator itu pada road map yang berlaku tahun ini."))
    return measured(of.unit, led, of.year, of.quarter)[0]


def _follow(row: Measurement) -> None:
    """Totals that the figure enters move with it."""
    refresh_indicator(agency=row.agency, indicator_key=row.indicator_key, year=row.year, quarter=row.quarter)


def _indicator_of(row: Measurement) -> Indicator:
    """The entry that a measurement is about: the one of its key, or the one that took it over."""
    led = led_in(row.coordinator.agency, row.year, [row.coordinator])
    found = next((one.indicator for one in led if row.indicator_key in one.keys), None)
    if found is None:
        raise Refused(_("Unit ini bukan koordinator indikator itu pada road map yang berlaku tahun ini."))
    return found


def _enterable(of: Subject, row: Measurement | None, at: datetime) -> None:
    if date(of.year, of.quarter * 3 - 2, 1) > today_of(of.unit.agency, at):
        raise Refused(_("Triwulan itu belum mulai. Isi triwulan yang sedang berjalan atau sebelumnya."))
    locked = row.locked_at is not None if row else _year_is_locked(of)
    if locked:
        raise Refused(_("Evaluasi tahun ini sudah selesai. Angkanya hanya berubah lewat koreksi oleh kepala unit."))
    if not is_open(of.unit, DeadlineKind.QUARTERLY_MEASUREMENT, of.period, at=at):
        raise Refused(_("Triwulan ini sudah ditutup. Minta pengecualian kepada sekretariat, atau buat koreksi."))


def _year_is_locked(of: Subject) -> bool:
    return Measurement.objects.filter(agency=of.unit.agency_id, year=of.year, locked_at__isnull=False).exists()


def _outside(values: FigureValues, columns: dict[str, object]) -> None:
    """What must be said of a figure: where it is from; and of an index that is not released, whose it is and when."""
    known = any(columns[name] not in (None, "") for name in ("value", "numerator", "level"))
    if not values.released and not (values.issuer.strip() and values.expected_month):
        raise Refused(_("Isi penerbit dan perkiraan bulan terbit dari indeks yang belum terbit."))
    if values.expected_month is not None and not 1 <= values.expected_month <= 12:
        raise Refused(_("Pilih bulan 1 sampai 12."))
    if values.released and not known:
        raise Refused(_("Isi angkanya. Bila indeksnya belum terbit, tandai “belum terbit”."))
    if known and not values.source.strip():
        raise Refused(_("Tulis dokumen sumber angka ini, misalnya nama dan nomor suratnya."))


def _doubts(columns: dict[str, object], seen: Measured) -> tuple[Doubt, ...]:
    figure = plain(figure_of(Measurement(**columns), seen.indicator))
    return () if figure is None else doubts(figure, seen.ground)


def _created(of: Subject, columns: dict[str, object]) -> Measurement:
    row = Measurement(
        agency=of.unit.agency, indicator_key=of.indicator.key, coordinator=of.unit, year=of.year, quarter=of.quarter,
        **columns,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:  # somebody of the unit measured at the same moment
        theirs = Measurement.objects.select_related("measured_by").get(
            agency=of.unit.agency_id, indicator_key=of.indicator.key, coordinator=of.unit, year=of.year,
            quarter=of.quarter,
        )  # fmt: skip
        raise Overtaken(theirs, of.indicator) from error
    return row


def _changed(row: Measurement | None, version: int, columns: dict[str, object], indicator: Indicator) -> Measurement:
    if row is None:
        raise Refused(_("Pengukuran ini belum ada. Muat ulang halaman, lalu isi lagi."))
    rows = Measurement.objects.select_related("measured_by", "coordinator__agency", "agency")
    if rows.filter(pk=row.pk, version=version).update(**columns, version=F("version") + 1) != 1:
        raise Overtaken(rows.get(pk=row.pk), indicator)
    changed: Measurement = rows.get(pk=row.pk)
    return changed


def _trail(row: Measurement | None) -> dict[str, object]:
    if row is None:
        return {}
    parts = {"numerator": row.numerator, "denominator": row.denominator} if row.numerator is not None else {}
    level = {"measured_level": row.level} if row.level else {}
    return {"value": row.value, **parts, **level, "released": row.released, "document": row.source}
