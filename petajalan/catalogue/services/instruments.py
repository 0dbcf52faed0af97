"""Adopting an evaluation worksheet, completing and correcting it, and beginning that of another year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError

from petajalan.accounts.models import Agency
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.instrument_changes import Change, changes
from petajalan.catalogue.instruments import FIRST_YEAR, LAST_YEAR, checked, entry, instrument_named
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.catalogue.services.entries import ChangedMeanwhile
from petajalan.common import audit


@transaction.atomic
def adopt_instrument(*, agency: Agency, code: str, by: audit.Actor, at: datetime) -> AdoptedInstrument:
    """Use a national instrument. Raises `Refused` when there is none, or when the agency uses it already."""
    national = instrument_named(code)
    if national is None:
        raise Refused(f"instrumen {code} tidak dikenal", f"the instrument {code} is not known")
    adopted = _created(agency, code, entry(national), code, by=by, at=at)
    audit.record(
        agency=agency, by=by, action="instrument_adopted", about=adopted, at=at, after={"instrument": adopted.code}
    )
    return adopted


@transaction.atomic
def change_instrument(
    *, adopted: AdoptedInstrument, data: Mapping[str, Any], version: int, by: audit.Actor, at: datetime
) -> tuple[Change, ...]:
    """What changed, nothing when the data are the same. `version` is the one the person saw.

    Raises `Refused` when the weights do not sum or something else is not sound, or `ChangedMeanwhile`.
    """
    after = checked({**data, "code": adopted.code})
    found = changes(adopted.instrument, after)
    kept = entry(after)
    if kept == adopted.data and adopted.version == version:
        return ()
    rows = AdoptedInstrument.objects.filter(agency=adopted.agency_id, pk=adopted.pk, version=version)
    updated = rows.update(
        data=kept,
        first_year=after.first_year,
        last_year=after.last_year,
        version=F("version") + 1,
        changed_by=None if by == audit.SYSTEM else by,
        changed_at=at,
    )
    if updated != 1:
        raise ChangedMeanwhile
    audit.record(
        agency=adopted.agency,
        by=by,
        action="instrument_changed",
        about=adopted,
        at=at,
        before=_told(found, "before"),
        after=_told(found, "after"),
    )
    adopted.data, adopted.version = kept, version + 1
    return found


@transaction.atomic
def open_next_year(*, adopted: AdoptedInstrument, year: int, by: audit.Actor, at: datetime) -> AdoptedInstrument:
    """A copy for another year, to be compared with and corrected. Raises `Refused` when that year has one."""
    before = adopted.instrument
    if not FIRST_YEAR <= year <= LAST_YEAR or before.covers(year):
        raise Refused(
            f"tahun {year} tidak dapat dipakai. Pilih tahun lain daripada tahun instrumen ini",
            f"the year {year} cannot be used. Choose another year than that of this instrument",
        )
    old = str(before.last_year)
    code = adopted.code.replace(old, str(year)) if old in adopted.code else f"{adopted.code}-{year}"
    name = before.name.replace(old, str(year)) if old in before.name else f"{before.name} {year}"
    data = {
        **entry(before),
        "name": name,
        "years": [year, year],
        "source": f"dilanjutkan dari {before.name}",
        "confidence": "I",
    }
    made = _created(adopted.agency, re.sub(r"[^-a-z0-9]", "-", code)[:60], data, adopted.code, by=by, at=at)
    audit.record(
        agency=adopted.agency,
        by=by,
        action="instrument_continued",
        about=made,
        at=at,
        after={"instrument": made.code, "continued_from": adopted.code},
    )
    return made


@transaction.atomic
def remove_instrument(*, adopted: AdoptedInstrument, version: int, by: audit.Actor, at: datetime) -> None:
    """Take away one that nothing stands on. Raises `Refused` where something does, or `ChangedMeanwhile`."""
    rows = AdoptedInstrument.objects.filter(agency=adopted.agency_id)
    later = rows.filter(adopted_from=adopted.code).exclude(pk=adopted.pk).first()
    if later is not None:
        raise Refused(
            f"{later} dimulai dari instrumen ini dan dibandingkan dengannya. Hapus dahulu instrumen itu",
            f"{later} began as this instrument and is compared with it. Remove that one first",
        )
    name = str(adopted)
    audit.record(
        agency=adopted.agency, by=by, action="instrument_removed", about=adopted, at=at,
        before={"instrument": adopted.code},
    )  # fmt: skip
    try:
        removed, _each = rows.filter(pk=adopted.pk, version=version).delete()
    except ProtectedError as error:
        raise Refused(
            f"ada lembar kerja evaluasi yang memakai {name}, jadi instrumen ini tidak dihapus. "
            "Bila isinya salah, perbaiki bobot atau rentangnya",
            f"an evaluation worksheet stands on {name}, so it is not removed. "
            "Where it is wrong, correct its weights or ranges",
        ) from error
    if removed != 1:
        raise ChangedMeanwhile


def _created(
    agency: Agency, code: str, data: Mapping[str, Any], origin: str, *, by: audit.Actor, at: datetime
) -> AdoptedInstrument:
    sound = checked({**data, "code": code})
    person = None if by == audit.SYSTEM else by
    adopted = AdoptedInstrument(
        agency=agency,
        code=code,
        data=entry(sound),
        first_year=sound.first_year,
        last_year=sound.last_year,
        adopted_from=origin,
        adopted_by=person,
        adopted_at=at,
        changed_by=person,
        changed_at=at,
    )
    try:
        with transaction.atomic():
            adopted.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            f"{sound.name} sudah dipakai instansi ini. Buka dari daftar instrumen",
            f"this agency already uses {sound.name}. Open it from the list of instruments",
        ) from error
    return adopted


def _told(found: tuple[Change, ...], side: str) -> dict[str, object]:
    """Each kind of field with the parts that changed in it: "part_weight" → ["A1: 3"]; "-" where nothing is known."""
    told: dict[str, list[str]] = {}
    for one in found:
        told.setdefault(f"part_{one.field}", []).append(f"{one.code}: {getattr(one, side) or '-'}")
    return dict(told)
