"""Two units that lead one key activity, as some regulations print it."""

from __future__ import annotations

import pytest
from django.test import Client

from petajalan.common.models import AuditEntry
from petajalan.planning.models import IndicatorRow, KeyActivity, RoadMap
from petajalan.planning.queries.live_findings import find_in
from petajalan.planning.queries.register import coordinators_of, register_of
from petajalan.planning.services import (
    Refused,
    add_indicator,
    edit_key_activity,
    match_units,
    set_row_coordinator,
    start_amendment,
)
from tests.cast import Cast
from tests.planning.plans import text_of
from tests.planning.regulations import AT, MELATI, stored
from tests.planning.services.conftest import Plan, unit
from tests.planning.services.conftest import plan as plan  # the fixture


def printed(words: str) -> bytes:
    return MELATI.replace(b"| Dispersip | Seluruh PD |", f"| {words} | Seluruh PD |".encode())


@pytest.mark.parametrize("words", ["Ditaba, Bagta", "Ditaba dan Bagta", "Ditaba & Bagta", "Ditaba; Bagta"])
def test_print_that_names_two_units_is_read_as_two(cast: Cast, words: str) -> None:
    first, second = unit(cast.agency, "Dinas Taman dan Bacaan", "Ditaba"), unit(cast.agency, "Bagian Tata", "Bagta")
    _regulation, road_map = stored(cast.agency, printed(words))
    activity = KeyActivity.objects.get(road_map=road_map, name="Arsip Digital")
    assert activity.coordinators == (first, second)
    entry = next(one for one in register_of(road_map).entries if one.coordinators == ("Ditaba", "Bagta"))
    assert entry.indicator.name == "Tingkat Digitalisasi Arsip"


def test_name_with_dan_is_one_unit(cast: Cast) -> None:
    one = unit(cast.agency, "Dinas Taman dan Bacaan")
    _regulation, road_map = stored(cast.agency, printed("Dinas Taman dan Bacaan"))
    assert KeyActivity.objects.get(road_map=road_map, name="Arsip Digital").coordinators == (one,)


def test_two_of_which_one_is_unknown_are_not_guessed_and_matched_later(cast: Cast) -> None:
    first = unit(cast.agency, "Dinas Taman Bacaan", "Ditaba")
    _regulation, road_map = stored(cast.agency, printed("Ditaba, Bagian Kolam"))
    row = IndicatorRow.objects.get(road_map=road_map, key_activity__name="Arsip Digital")
    assert (row.key_activity.coordinators, coordinators_of(row)) == ((), ("Ditaba, Bagian Kolam",))
    second = unit(cast.agency, "Bagian Kolam")
    match_units(road_map=road_map, by=cast.rina, at=AT)
    assert KeyActivity.objects.get(pk=row.key_activity_id).coordinators == (first, second)


def test_second_coordinator_is_another_unit_beside_a_first(plan: Plan) -> None:
    told = {"activity": plan.activity, "seen": 1, "by": plan.rina, "at": AT}
    with pytest.raises(Refused, match="Pilih koordinatornya dahulu"):
        edit_key_activity(**told, second_coordinator=plan.unit)
    with pytest.raises(Refused, match="sama dengan koordinator"):
        edit_key_activity(**told, coordinator=plan.unit, second_coordinator=plan.unit)
    with pytest.raises(Refused, match="bukan unit instansi ini"):
        edit_key_activity(
            **told, coordinator=plan.unit, second_coordinator=unit(plan.cast.other_agency, "Dinas Mereka")
        )
    edit_key_activity(**told, coordinator=plan.unit, second_coordinator=plan.other_unit)
    with pytest.raises(Refused, match="Pilih koordinatornya dahulu"):
        edit_key_activity(**{**told, "seen": 2}, coordinator=None)


def test_form_takes_both_and_the_trail_and_the_amendment_have_them(client: Client, plan: Plan) -> None:
    client.force_login(plan.cast.wati)
    address = f"/kota-melati/rencana/peta-logika/ubah/kegiatan/{plan.activity.key}/"
    sent = {
        "name": plan.activity.name, "objective": plan.objective.pk, "policy_objective": "", "mandatory": "ya",
        "coordinator": plan.unit.pk, "second_coordinator": plan.unit.pk, "versi_baris": 1,
    }  # fmt: skip
    refused = client.post(address, sent)
    assert refused.status_code == 409
    assert "Koordinator kedua sama dengan koordinator." in text_of(refused.content)
    assert client.post(address, {**sent, "second_coordinator": plan.other_unit.pk}).status_code == 302
    changed = KeyActivity.objects.get(pk=plan.activity.pk)
    assert changed.coordinators == (plan.unit, plan.other_unit)
    entry = AuditEntry.objects.filter(action="key_activity_changed").latest("pk")
    assert (entry.actor, entry.after["second_coordinator"]) == (plan.cast.wati, str(plan.other_unit))
    plan.enacted()
    draft = start_amendment(road_map=plan.road_map, reason="Uji", by=plan.rina, at=AT)
    assert KeyActivity.objects.get(road_map=draft).coordinators == (plan.unit, plan.other_unit)
    page = client.get("/kota-melati/rencana/peta-logika/").content
    assert "Diskomel, Inspektorat Melati" in text_of(page)


def test_two_that_lead_it_on_purpose_are_no_finding(plan: Plan) -> None:
    other = add_indicator(owner=plan.activity, name="Layanan terpadu", by=plan.rina, at=AT)
    told = {"by": plan.rina, "at": AT}
    edit_key_activity(activity=plan.activity, seen=1, coordinator=plan.unit, **told)
    set_row_coordinator(row=other.rows.get(), unit=plan.other_unit, seen=1, **told)

    def codes() -> set[str]:
        return {one.finding.code for one in find_in(RoadMap.objects.get(pk=plan.road_map.pk)).findings}

    assert "two_coordinators" in codes()
    edit_key_activity(activity=plan.activity, seen=2, second_coordinator=plan.other_unit, **told)
    assert "two_coordinators" not in codes()
    third = unit(plan.agency, "Badan Kolam Melati")
    set_row_coordinator(row=other.rows.get(), unit=third, seen=2, **told)
    assert "two_coordinators" in codes()
