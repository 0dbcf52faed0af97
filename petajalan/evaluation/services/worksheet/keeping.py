"""The worksheet of a year: begun, made final; the coefficient of the national evaluator."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.calc.numbers import format_value
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common import audit
from petajalan.evaluation.choices import Party, WorksheetStatus
from petajalan.evaluation.models import CoefficientCorrection, EvaluationWorksheet
from petajalan.evaluation.queries.worksheet.index import worksheet_index
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.services.amounts import check_fits
from petajalan.reporting.services.write_keys import first_time

MISSING = "missing"  # the reason of `calc.index` for an item that nobody scored


@transaction.atomic
def start_worksheet(*, instrument: AdoptedInstrument, year: int, by: User, at: datetime) -> EvaluationWorksheet:
    """On an instrument that the agency adopted for the year. Somebody who begins it again gets the one there is."""
    agency = instrument.agency
    permit(by, "evaluation.keep_worksheet", agency)
    if not instrument.first_year <= year <= instrument.last_year:
        told = {"name": instrument, "first": instrument.first_year, "last": instrument.last_year}
        raise Refused(_("%(name)s berlaku untuk tahun %(first)d sampai %(last)d. Pilih instrumen tahun itu.") % told)
    known = EvaluationWorksheet.objects.filter(agency=agency, year=year).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            made: EvaluationWorksheet = EvaluationWorksheet.objects.create(
                agency=agency, year=year, adopted=instrument, instrument_version=instrument.version
            )
    except IntegrityError:  # somebody began it at the same moment
        return EvaluationWorksheet.objects.get(agency=agency, year=year)
    audit.record(
        agency=agency, by=by, action="worksheet_started", about=made, at=at,
        after={"year": year, "instrument": str(instrument)},
    )  # fmt: skip
    return made


@transaction.atomic
def set_coefficient(
    *, worksheet: EvaluationWorksheet, coefficient: Decimal, note: str, version: int, by: User, at: datetime
) -> EvaluationWorksheet:
    """The deduction of the national evaluator, with the document that states it; 0 takes it away."""
    held = _deducting(worksheet, coefficient, note, by)
    writable(held)
    return _deducted(held, coefficient, note, version, by, at, "coefficient_set")


@transaction.atomic
def correct_coefficient(
    *, worksheet: EvaluationWorksheet, coefficient: Decimal, note: str, reason: str, version: int, by: User,
    at: datetime,
) -> EvaluationWorksheet:  # fmt: skip
    """Put the coefficient of a final worksheet right. What it was stays in sight, with the reason."""
    held = _deducting(worksheet, coefficient, note, by)
    if held.is_open:
        raise Refused(_("Lembar kerja ini masih rancangan. Ubah koefisiennya, tidak perlu koreksi."))
    if not reason.strip():
        raise Refused(_("Isi alasan koreksi."))
    if (held.coefficient, held.coefficient_note) == (coefficient, note.strip()):
        raise Refused(_("Isian ini sama dengan yang sudah ada."))
    changed = _deducted(held, coefficient, note, version, by, at, "coefficient_corrected", reason.strip())
    CoefficientCorrection.objects.create(
        agency=held.agency, worksheet=held, coefficient=held.coefficient, coefficient_note=held.coefficient_note,
        reason=reason.strip(), made_by=by, made_at=at,
    )  # fmt: skip
    return changed


def _deducting(worksheet: EvaluationWorksheet, coefficient: Decimal, note: str, by: User) -> EvaluationWorksheet:
    """The worksheet, held, after the questions that every write of a coefficient asks."""
    held = taken(worksheet)
    permit(by, "evaluation.score_national", held.agency)
    if coefficient > 0:
        raise Refused(_("Koefisien adalah pengurangan: isi 0 atau angka di bawah 0, misalnya -0,5."))
    check_fits(coefficient, EvaluationWorksheet._meta.get_field("coefficient"))
    if coefficient and not note.strip():
        raise Refused(_("Tulis dokumen yang menetapkan koefisien ini."))
    return held


def _deducted(
    held: EvaluationWorksheet, coefficient: Decimal, note: str, version: int, by: User, at: datetime, action: str,
    reason: str = "",
) -> EvaluationWorksheet:  # fmt: skip
    changed = EvaluationWorksheet.objects.filter(pk=held.pk, version=version).update(
        coefficient=coefficient, coefficient_note=note.strip(), version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_("Lembar kerja ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi."))
    audit.record(
        agency=held.agency, by=by, action=action, about=held, at=at, reason=reason,
        before={"coefficient": held.coefficient, "document": held.coefficient_note},
        after={"coefficient": coefficient, "document": note.strip()},
    )  # fmt: skip
    return EvaluationWorksheet.objects.get(pk=held.pk)


@transaction.atomic
def finalise_worksheet(
    *, worksheet: EvaluationWorksheet, version: int, by: User, at: datetime, key: UUID | None = None
) -> EvaluationWorksheet:
    """From now on it keeps the instrument as it is today, and its values change by a correction in sight only."""
    held = taken(worksheet)
    permit(by, "evaluation.keep_worksheet", held.agency)
    if not first_time(about=held, key=key, what="finalise_worksheet", by=by, at=at):
        return held
    writable(held)
    missing = [one.item.code for one in worksheet_index(held, Party.SELF).items if one.reason == MISSING]
    if missing:
        told = ngettext(
            "%(count)d butir belum dinilai mandiri: %(codes)s. Isi, bawa nilainya, atau tandai di luar lokus.",
            "%(count)d butir belum dinilai mandiri: %(codes)s. Isi, bawa nilainya, atau tandai di luar lokus.",
            len(missing),
        )
        raise Refused(told % {"count": len(missing), "codes": ", ".join(missing)})
    changed = EvaluationWorksheet.objects.filter(
        pk=held.pk, version=version, status=WorksheetStatus.DRAFT
    ).update(
        status=WorksheetStatus.FINAL, frozen=held.adopted.data, finalised_at=at, finalised_by=by,
        version=F("version") + 1,
    )  # fmt: skip
    if changed != 1:
        raise Refused(_("Lembar kerja ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi."))
    audit.record(
        agency=held.agency, by=by, action="worksheet_finalised", about=held, at=at,
        after={"instrument": str(held.adopted), "index": _indices(held)},
    )  # fmt: skip
    return EvaluationWorksheet.objects.get(pk=held.pk)


def taken(worksheet: EvaluationWorksheet) -> EvaluationWorksheet:
    """The worksheet, held until the end of the transaction: writes to one come one after another."""
    assert transaction.get_connection().in_atomic_block
    held = EvaluationWorksheet.objects.select_for_update(of=("self",)).select_related("agency", "adopted")
    found: EvaluationWorksheet = held.get(pk=worksheet.pk)
    return found


def writable(worksheet: EvaluationWorksheet) -> None:
    if not worksheet.is_open:
        raise Refused(_("Lembar kerja ini sudah final. Nilainya hanya berubah lewat koreksi dengan alasan."))


def _indices(worksheet: EvaluationWorksheet) -> str:
    index = worksheet_index(worksheet, Party.SELF).index
    return format_value(index, places=2) if index is not None else ""
