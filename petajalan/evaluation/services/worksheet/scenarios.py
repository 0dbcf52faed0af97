"""Scenarios of the simulation: kept under a name, changed and removed by who made them. No score is ever touched."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import rules
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, Scenario
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.evaluation.queries.worksheet.simulation import Supposed, kept_of, simulate
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.services.write_keys import first_time

SAVE = "evaluation.save_scenario"


@transaction.atomic
def save_scenario(
    *, worksheet: EvaluationWorksheet, name: str, party: str, supposed: Supposed, by: User, at: datetime,
    key: UUID | None = None,
) -> Scenario:  # fmt: skip
    """A new one, with the values that differ from those of the party."""
    permit(by, SAVE, worksheet.agency)
    name = " ".join(name.split())[:100]
    if not name:
        raise Refused(_("Beri nama skenario ini, misalnya “SPBE naik ke 3,5”."))
    known = Scenario.objects.filter(agency=worksheet.agency_id, worksheet=worksheet, name=name).first()
    if not first_time(about=worksheet, key=key, what="save_scenario", by=by, at=at) and known is not None:
        return known
    values = _changed(worksheet, party, supposed)
    try:
        with transaction.atomic():
            made: Scenario = Scenario.objects.create(
                agency=worksheet.agency, worksheet=worksheet, name=name, party=Party(party), values=values,
                saved_by=by, saved_at=at,
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(_("Nama “%(name)s” sudah dipakai. Pilih nama lain.") % {"name": name}) from error
    _record(made, "scenario_saved", by, at)
    return made


@transaction.atomic
def change_scenario(*, scenario: Scenario, supposed: Supposed, version: int, by: User, at: datetime) -> Scenario:
    """Other values under the same name."""
    _own(scenario, by)
    values = _changed(scenario.worksheet, scenario.party, supposed)
    changed = Scenario.objects.filter(pk=scenario.pk, version=version).update(
        values=values, saved_at=at, saved_by=by, version=F("version") + 1
    )
    if changed != 1:
        raise Refused(_("Skenario ini sudah diubah orang lain. Simpan dengan nama lain, lalu bandingkan."))
    found: Scenario = Scenario.objects.get(pk=scenario.pk)
    _record(found, "scenario_saved", by, at)
    return found


@transaction.atomic
def remove_scenario(*, scenario: Scenario, by: User, at: datetime) -> None:
    _own(scenario, by)
    if Scenario.objects.filter(pk=scenario.pk).delete()[0]:
        _record(scenario, "scenario_removed", by, at)


def _changed(worksheet: EvaluationWorksheet, party: str, supposed: Supposed) -> dict[str, dict[str, str]]:
    simulation = simulate(sheet_of(worksheet), party, supposed)
    if not simulation.changed:
        raise Refused(_("Ubah sekurang-kurangnya satu nilai. Tanpa itu skenario sama dengan keadaan sekarang."))
    return kept_of({code: simulation.values[code] for code in sorted(simulation.changed)})


def _own(scenario: Scenario, by: User) -> None:
    permit(by, SAVE, scenario.agency)
    if scenario.saved_by_id != by.pk and not rules.has_perm("evaluation.keep_worksheet", by, scenario.agency):
        raise PermissionDenied(
            _("Skenario diubah dan dihapus oleh orang yang membuatnya, administrator, atau sekretariat.")
        )


def _record(scenario: Scenario, action: str, by: User, at: datetime) -> None:
    audit.record(
        agency=scenario.agency, by=by, action=action, about=scenario, at=at,
        after={"name": scenario.name, "party": scenario.party, "supposed_items": ", ".join(scenario.values)},
    )  # fmt: skip
