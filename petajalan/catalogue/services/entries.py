"""Writes to an agency's own part of the catalogue. Each entry is checked by the loader of the national data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from petajalan.accounts.models import Agency
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.own import Own, build, with_entry
from petajalan.catalogue.queries import merged_for
from petajalan.common import audit

# Keys of the kept data, by the words under which the trail knows them.
FIELDS = {"name": "entry_name", "names": "spellings", "unit": "measured_in", "of": "alias_of"}


class ChangedMeanwhile(Exception):
    """Somebody else has changed the entry since it was read."""


class StillUsed(Exception):
    """Another entry of the agency needs this one; `by` is the other one."""

    def __init__(self, by: str) -> None:
        super().__init__(by)
        self.by = by


@transaction.atomic
def add_entry(
    *, agency: Agency, kind: str, code: str, data: Mapping[str, Any], by: audit.Actor, at: datetime
) -> OwnEntry:
    """Raises `Refused` when the entry is not sound, or when the agency has used the code before."""
    _check(agency, Own(kind, code, data))
    person = None if by == audit.SYSTEM else by
    entry = OwnEntry(agency=agency, kind=kind, code=code, data=dict(data), added_by=person, changed_by=person)
    entry.added_at = entry.changed_at = at
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            f"“{entry.name}” baru saja ditambahkan, atau pernah ada dan dihentikan. Buka daftar isian.",
            f"“{entry.name}” was added just now, or was there before and is retired. Open the list of entries.",
        ) from error
    audit.record(agency=agency, by=by, action="own_entry_added", about=entry, at=at, after=_told(kind, data))
    return entry


@transaction.atomic
def change_entry(*, entry: OwnEntry, data: Mapping[str, Any], version: int, by: audit.Actor, at: datetime) -> None:
    """`version` is the one the person saw. Raises `Refused` or `ChangedMeanwhile`. The same data change nothing."""
    _check(entry.agency, Own(entry.kind, entry.code, data), entry)
    if entry.version == version and entry.data == data:
        return
    _write(entry, version, by=by, at=at, data=dict(data))
    before, after = _told(entry.kind, entry.data), _told(entry.kind, data)
    changed = [key for key in before | after if before.get(key) != after.get(key)]
    audit.record(
        agency=entry.agency,
        by=by,
        action="own_entry_changed",
        about=entry,
        at=at,
        before={key: before.get(key) for key in changed},
        after={key: after.get(key) for key in changed},
    )
    entry.data = dict(data)


@transaction.atomic
def retire_entry(*, entry: OwnEntry, version: int, by: audit.Actor, at: datetime) -> None:
    """From now on the national data hold again. Raises `ChangedMeanwhile`, or `StillUsed` when something needs it."""
    before = {(own.kind, own.code) for own, _why in merged_for(entry.agency).refused}
    for own, _why in merged_for(entry.agency, without=entry).refused:
        if (own.kind, own.code) not in before:
            raise StillUsed(OwnEntry(code=own.code, data=own.data).name)
    _write(entry, version, by=by, at=at, active=False)
    audit.record(agency=entry.agency, by=by, action="own_entry_retired", about=entry, at=at)
    entry.active = False


@transaction.atomic
def restore_entry(*, entry: OwnEntry, version: int, by: audit.Actor, at: datetime) -> None:
    """Use a retired entry again. Raises `Refused` when it no longer fits, or `ChangedMeanwhile`."""
    _check(entry.agency, entry.as_own, entry)
    _write(entry, version, by=by, at=at, active=True)
    audit.record(agency=entry.agency, by=by, action="own_entry_restored", about=entry, at=at)
    entry.active = True


def _check(agency: Agency, own: Own, entry: OwnEntry | None = None) -> None:
    with_entry(merged_for(agency, without=entry).reference, build(own))


def _write(entry: OwnEntry, version: int, *, by: audit.Actor, at: datetime, **values: object) -> None:
    person = None if by == audit.SYSTEM else by
    rows = OwnEntry.objects.filter(agency=entry.agency_id, pk=entry.pk, version=version)
    if rows.update(version=F("version") + 1, changed_by=person, changed_at=at, **values) != 1:
        raise ChangedMeanwhile
    entry.version = version + 1


def _told(kind: str, data: Mapping[str, Any]) -> dict[str, object]:
    """The entry as the trail tells it: names of fields that read in words there, tables of classes as short texts."""
    told: dict[str, object] = {"entry_kind": kind}
    for key, value in data.items():
        if key == "classifications":
            told["class_tables"] = [_table(table) for table in value]
        elif key == "range":
            told["value_range"] = "–".join(bound or "…" for bound in value)
        else:
            told[FIELDS.get(key, key)] = value
    return told


def _table(table: Mapping[str, Any]) -> str:
    """ "≥2024: C Gersang [0, 5]; A Rindang (5, 10]"."""
    first, last = table["years"]
    years = (
        f"≥{first}" if first and not last else f"≤{last}" if last and not first else f"{first}–{last}" if first else ""
    )
    bands = (" ".join(filter(None, (letter, label, interval))) for letter, label, interval, _colour in table["bands"])
    return ": ".join(filter(None, (years, "; ".join(bands))))
