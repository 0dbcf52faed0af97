"""Activities for the core values of civil servants: planned, changed, held, taken out of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, Unit, User
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import CoreValue
from petajalan.reporting.models import CultureActivity, EvidenceUse
from petajalan.reporting.queries.culture import may_write_for
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.calendar import YEARS
from petajalan.reporting.services.write_keys import first_time


@dataclass(frozen=True, slots=True)
class ActivityValues:
    day: date
    title: str
    core_value: str
    participants: int | None = None
    note: str = ""

    @property
    def columns(self) -> dict[str, object]:
        return {
            "day": self.day, "title": " ".join(self.title.split()), "core_value": self.core_value,
            "participants": self.participants, "note": self.note.strip(),
        }  # fmt: skip


@transaction.atomic
def plan_activity(
    *, agency: Agency, unit: Unit, values: ActivityValues, by: User, at: datetime, key: UUID | None = None
) -> CultureActivity | None:
    """`None` when the same form arrived before."""
    permit(by, "reporting.write_culture", agency)
    if unit.agency_id != agency.pk:
        raise Refused(_("Pilih unit instansi ini."))
    _writes(by, unit)
    _sound(values)
    if not first_time(about=agency, key=key, what="plan_activity", by=by, at=at):
        return None
    made = CultureActivity.objects.create(agency=agency, unit=unit, written_by=by, **values.columns)
    audit.record(agency=agency, by=by, action="culture_planned", about=made, at=at, after=_kept(made))
    return made


@transaction.atomic
def change_activity(
    *, activity: CultureActivity, values: ActivityValues, version: int, by: User, at: datetime
) -> CultureActivity:
    _writes(by, activity.unit)
    _sound(values)
    current = CultureActivity.objects.get(pk=activity.pk)
    if current.held_at is not None and values.day > today_of(activity.agency, at):
        raise Refused(_("Kegiatan ini sudah terlaksana, jadi tanggalnya tidak dapat sesudah hari ini."))
    _change(activity, version, **values.columns)
    after = CultureActivity.objects.get(pk=activity.pk)
    audit.record(
        agency=activity.agency, by=by, action="culture_changed", about=after, at=at, before=_kept(current),
        after=_kept(after),
    )  # fmt: skip
    return after


@transaction.atomic
def hold_activity(
    *, activity: CultureActivity, participants: int | None, version: int, by: User, at: datetime
) -> CultureActivity:
    """It took place. How many took part is written where somebody counted."""
    _writes(by, activity.unit)
    if activity.day > today_of(activity.agency, at):
        raise Refused(_("Tanggal kegiatan ini belum tiba. Nyatakan terlaksana sesudah diadakan, atau ubah tanggalnya."))
    if CultureActivity.objects.filter(pk=activity.pk, held_at__isnull=False).exists():
        raise Refused(_("Kegiatan ini sudah dinyatakan terlaksana."))
    _change(activity, version, held_at=at, held_by=by, participants=participants)
    audit.record(
        agency=activity.agency, by=by, action="culture_held", about=activity, at=at,
        after={"participants": participants},
    )  # fmt: skip
    return CultureActivity.objects.get(pk=activity.pk)


@transaction.atomic
def reopen_activity(*, activity: CultureActivity, version: int, by: User, at: datetime) -> CultureActivity:
    """It did not take place after all: back to the plan."""
    _writes(by, activity.unit)
    _change(activity, version, held_at=None, held_by=None)
    audit.record(agency=activity.agency, by=by, action="culture_reopened", about=activity, at=at)
    return CultureActivity.objects.get(pk=activity.pk)


@transaction.atomic
def remove_activity(*, activity: CultureActivity, version: int, by: User, at: datetime) -> None:
    """Take a planned activity out. One that was held, or that evidence proves, stays."""
    _writes(by, activity.unit)
    if EvidenceUse.objects.filter(agency=activity.agency_id, activity=activity).exists():
        raise Refused(_("Kegiatan ini mempunyai bukti dukung. Lepas buktinya lebih dahulu."))
    count, _kinds = CultureActivity.objects.filter(pk=activity.pk, version=version, held_at=None).delete()
    if not count:
        raise Refused(_("Kegiatan ini sudah terlaksana, atau baru saja diubah. Muat ulang halaman, lalu periksa lagi."))
    audit.record(agency=activity.agency, by=by, action="culture_removed", about=activity, at=at, before=_kept(activity))


def _writes(by: User, unit: Unit) -> None:
    if not may_write_for(by, unit):
        raise PermissionDenied(_("Kegiatan budaya ditulis oleh orang dari unitnya sendiri, atau oleh administrator."))


def _sound(values: ActivityValues) -> None:
    if not values.title.strip():
        raise Refused(_("Tulis nama kegiatannya."))
    if values.core_value not in CoreValue.values:
        raise Refused(_("Pilih nilai BerAKHLAK yang dituju."))
    if values.day.year not in YEARS:
        raise Refused(_("Isi tahun antara %(first)d dan %(last)d.") % {"first": YEARS[0], "last": YEARS[-1]})


def _change(activity: CultureActivity, version: int, **values: object) -> None:
    rows = CultureActivity.objects.filter(pk=activity.pk, version=version)
    if rows.update(**values, version=F("version") + 1) != 1:
        raise Refused(_("Kegiatan ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi."))


def _kept(activity: CultureActivity) -> dict[str, object]:
    return {
        "unit": str(activity.unit), "day": activity.day.isoformat(), "title": activity.title,
        "core_value": activity.core_value, "participants": activity.participants, "note": activity.note,
    }  # fmt: skip
