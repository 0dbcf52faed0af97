"""Action plans: who writes them, their rows, and the way to an approved one and its amendment."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.planning.models import Action, ActionPlan, ActionRevision, PlanRepair
from petajalan.planning.queries.actions import active_in, budget_total, target_total
from petajalan.planning.services import Conflict, Incomplete, Refused
from petajalan.planning.services import actions as services
from tests.planning.actions import Acting
from tests.planning.actions import acting as acting  # the fixture
from tests.planning.regulations import AT


def last() -> tuple[str, dict, dict]:
    entry = AuditEntry.objects.order_by("-pk").first()
    return entry.action, entry.before, entry.after


def test_plan_is_opened_once_by_the_unit_or_the_administrator(acting: Acting) -> None:
    again = {"agency": acting.cast.agency, "year": 2025, "coordinator": acting.unit, "at": AT}
    for person in ("budi", "ani", "rina", "wali", "dewi"):
        with pytest.raises(PermissionDenied):
            services.open_action_plan(by=acting.cast[person], **again)
    assert services.open_action_plan(by=acting.cast.wati, **again).status == "draft"
    with pytest.raises(Refused, match="2025 sudah ada"):
        services.open_action_plan(by=acting.cast.joko, **again)


def test_row_is_added_and_totals_follow_its_rule(acting: Acting) -> None:
    action = acting.add()
    assert (target_total(action), budget_total(action)) == (Decimal("3.5"), Decimal(10_000_000))
    assert [active_in(action, quarter) for quarter in (1, 2, 3, 4)] == [True, False, True, False]
    assert [one.unit for one in action.named_implementers.all()] == [acting.unit]
    services.edit_action(action=action, seen=1, figure_rule="to_date", target_q4=Decimal(4), by=acting.cast.siti, at=AT)
    assert target_total(action) == Decimal(4)
    assert last() == (
        "action_changed",
        {"figure_rule": "per_quarter", "target_q4": None},
        {"figure_rule": "to_date", "target_q4": "4"},
    )


def test_row_that_somebody_else_changed_shows_both_values(acting: Acting) -> None:
    action = acting.add()
    mine, theirs = Action.objects.get(pk=action.pk), Action.objects.get(pk=action.pk)
    services.edit_action(action=theirs, seen=1, target_q2=Decimal(5), by=acting.cast.joko, at=AT)
    with pytest.raises(Conflict, match="mengubahnya pada") as raised:
        services.edit_action(action=mine, seen=1, target_q2=Decimal(7), by=acting.cast.siti, at=AT)
    assert [(one.field, one.yours, one.theirs) for one in raised.value.clashes] == [("target_q2", "7", "5")]
    assert (raised.value.by, raised.value.version) == (str(acting.cast.joko), 2)


def test_same_values_again_change_nothing(acting: Acting) -> None:
    action = acting.add()
    assert services.edit_action(action=action, seen=1, target_q1=Decimal(1), by=acting.cast.siti, at=AT) is False
    assert (action.version, AuditEntry.objects.filter(action="action_changed").count()) == (1, 0)


@pytest.mark.parametrize("person", ["budi", "ani", "rina", "wali", "dewi"])
def test_others_do_not_write_it(acting: Acting, person: str) -> None:
    action, by = acting.add(), acting.cast[person]
    for write in (
        lambda: services.add_action(plan=acting.plan, indicator_key=acting.indicator.key, name="Lain", by=by, at=AT),
        lambda: services.edit_action(action=action, seen=1, name="Lain", by=by, at=AT),
        lambda: services.remove_action(action=action, seen=1, by=by, at=AT),
        lambda: services.restore_action(action=action, seen=1, by=by, at=AT),
        lambda: services.submit_action_plan(plan=acting.plan, seen=1, by=by, at=AT),
    ):
        with pytest.raises(PermissionDenied):
            write()
    assert list(Action.objects.values_list("name", "version")) == [("Menyatukan layanan", 1)]


def test_what_cannot_be_is_refused_in_words(acting: Acting) -> None:
    with pytest.raises(Refused, match="kurang dari nol"):
        acting.add(target_q1=Decimal(-1))
    with pytest.raises(Refused, match="Isian “rencana aksi” masih kosong"):
        acting.add(name=" ")
    with pytest.raises(Refused, match="Indikator itu tidak ada"):
        acting.add(indicator_key="00000000-0000-4000-8000-000000000000")


def test_submitting_names_all_that_is_missing(acting: Acting) -> None:
    with pytest.raises(Incomplete) as raised:
        acting.submit()
    assert raised.value.missing == ("Rencana ini belum berisi satu aksi pun.",)
    acting.add("Kosong", output="", output_unit="", target_q1=None, target_q3=None, implementers=[])
    acting.add("Turun", figure_rule="to_date", target_q1=Decimal(3))
    with pytest.raises(Incomplete) as raised:
        acting.submit()
    assert raised.value.missing == (
        "Aksi 1 “Kosong”: output belum ditulis, satuan output belum ditulis, belum ada target triwulan,"
        " pelaksana belum dipilih.",
        "Aksi 2 “Turun”: target s/d turun dari triwulan sebelumnya.",
    )
    assert ActionPlan.objects.get().status == "draft"


def test_sent_back_repaired_approved_and_amended(acting: Acting) -> None:
    cast, plan, action = acting.cast, acting.plan, acting.add()
    acting.submit()
    with pytest.raises(Refused, match="sudah diajukan atau disetujui"):
        services.edit_action(action=action, seen=1, name="Lain", by=cast.siti, at=AT)
    with pytest.raises(Refused, match="sudah diajukan atau disetujui"):
        services.submit_action_plan(plan=plan, seen=1, by=cast.joko, at=AT)
    with pytest.raises(Refused, match="Keadaan rencana ini berubah"):
        services.approve_action_plan(plan=plan, seen=1, by=cast.rina, at=AT)
    with pytest.raises(Refused, match="sekurang-kurangnya satu perbaikan"):
        services.send_back_action_plan(plan=plan, seen=2, repairs=[(None, " ")], by=cast.rina, at=AT)
    services.send_back_action_plan(plan=plan, seen=2, repairs=[(action, "Pilih satuan lain")], by=cast.rina, at=AT)
    plan.refresh_from_db()
    with pytest.raises(Incomplete) as raised:
        services.submit_action_plan(plan=plan, seen=3, by=cast.joko, at=AT)
    assert raised.value.missing == ("Perbaikan belum ditandai selesai: Pilih satuan lain",)
    services.mark_repair(repair=PlanRepair.objects.get(), done=True, by=cast.siti, at=AT)
    services.submit_action_plan(plan=plan, seen=3, by=cast.joko, at=AT)
    services.approve_action_plan(plan=plan, seen=4, by=cast.rina, at=AT)
    plan.refresh_from_db()
    assert (plan.status, plan.revision, plan.decided_by) == ("approved", 1, cast.rina)
    with pytest.raises(Refused, match="Alasannya belum ditulis"):
        services.amend_action_plan(plan=plan, seen=5, reason=" ", by=cast.siti, at=AT)
    services.amend_action_plan(plan=plan, seen=5, reason="Anggaran dipotong", by=cast.siti, at=AT)
    services.edit_action(action=action, seen=1, target_q1=Decimal(9), by=cast.siti, at=AT)
    kept = ActionRevision.objects.get()
    assert (kept.number, kept.reason, kept.rows[0]["target_q1"], kept.rows[0]["implementers"]) == (
        1, "Anggaran dipotong", "1", [str(acting.unit)],
    )  # fmt: skip
    assert kept.rows[0]["indicator"] == "Indeks SPBE"
    assert services.remove_action(action=action, seen=2, by=cast.siti, at=AT) is False
    assert Action.objects.get().withdrawn is True
    with pytest.raises(Conflict):
        services.restore_action(action=action, seen=2, by=cast.siti, at=AT)
    services.restore_action(action=action, seen=3, by=cast.siti, at=AT)
    back = Action.objects.get()
    assert (back.withdrawn, back.target_q1, back.version) == (False, Decimal(9), 4)
    with pytest.raises(Refused, match="tidak sedang ditarik"):
        services.restore_action(action=action, seen=4, by=cast.siti, at=AT)


def test_row_of_a_first_draft_is_removed(acting: Acting) -> None:
    action = acting.add()
    with pytest.raises(Conflict):
        services.remove_action(action=action, seen=7, by=acting.cast.siti, at=AT)
    assert services.remove_action(action=action, seen=1, by=acting.cast.siti, at=AT) is True
    assert list(Action.objects.all()) == []


def test_secretariat_decides_but_not_on_what_its_own_unit_coordinates(acting: Acting) -> None:
    cast = acting.cast
    acting.add()
    acting.submit()
    for person in ("siti", "joko", "budi", "wati", "ani", "dewi"):
        with pytest.raises(PermissionDenied):
            services.approve_action_plan(plan=acting.plan, seen=2, by=cast[person], at=AT)
    own = cast.rina.current_holdings[0].position.unit
    ActionPlan.objects.update(coordinator=own)
    with pytest.raises(PermissionDenied, match="unit koordinatornya sendiri"):
        services.approve_action_plan(plan=ActionPlan.objects.get(), seen=2, by=cast.rina, at=AT)
    with pytest.raises(PermissionDenied, match="unit koordinatornya sendiri"):
        services.send_back_action_plan(
            plan=ActionPlan.objects.get(), seen=2, repairs=[(None, "Ubah")], by=cast.rina, at=AT
        )
