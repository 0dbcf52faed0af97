"""What holds for every edit of a plan: who may do it, when it is refused, and that the trail has it."""

import inspect

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.audit import SYSTEM, action_words
from petajalan.common.models import AuditEntry
from petajalan.planning import services
from petajalan.planning.models import PlanCheck, RoadMap
from petajalan.planning.services import Conflict, NotADraft
from tests.planning.regulations import AT
from tests.planning.services.conftest import Plan
from tests.planning.services.edits import EDITS, Edit

every_edit = pytest.mark.parametrize("edit", EDITS, ids=str)
NOT_EDITS = {
    # the life of a plan, and what is no edit of one: tested in files of their own
    "adopt_regulation", "check_plan", "correct_figure", "create_road_map", "discard_draft", "enact",
    "import_regulation", "join_indicators", "keep_carried", "match_units", "open_year", "read_again", "read_uploaded",
    "resume_unfinished", "revoke", "separate_row", "start_amendment", "upload_regulation",
}  # fmt: skip


def state(road_map: RoadMap) -> tuple[int, int]:
    return RoadMap.objects.values_list("edits", flat=True).get(pk=road_map.pk), AuditEntry.objects.count()


def test_every_service_is_here_or_in_a_file_of_its_own() -> None:
    functions = {name for name in services.__all__ if inspect.isfunction(getattr(services, name))}
    assert functions - {edit.service for edit in EDITS} == NOT_EDITS


@every_edit
def test_secretariat_edits_a_draft_and_the_trail_has_it(plan: Plan, edit: Edit) -> None:
    edits, entries = state(plan.road_map)
    edit.run(plan, plan.rina, 1)
    new = list(AuditEntry.objects.order_by("pk"))[entries:]
    assert edit.action in [entry.action for entry in new]
    assert {(entry.actor, entry.agency, entry.at) for entry in new} == {(plan.rina, plan.agency, AT)}
    assert all(entry.object_name and action_words(entry.action) != entry.action.replace("_", " ") for entry in new)
    assert state(plan.road_map)[0] == edits + 1


@every_edit
def test_others_may_not(plan: Plan, edit: Edit) -> None:
    before = state(plan.road_map)
    for who in ("siti", "joko", "budi", "ani", "wali", "dewi"):
        with pytest.raises(PermissionDenied):
            edit.run(plan, plan.cast[who], 1)
    assert state(plan.road_map) == before


@every_edit
def test_administrator_and_command_line_may(plan: Plan, edit: Edit) -> None:
    edit.run(plan, plan.cast.wati if len(edit.service) % 2 else SYSTEM, 1)


@every_edit
def test_plan_in_force_is_not_edited(plan: Plan, edit: Edit) -> None:
    before = state(plan.road_map)
    with pytest.raises(NotADraft) as refusal:
        edit.run(plan.enacted(), plan.rina, 1)
    assert refusal.value.sentence.endswith("Mulai perubahan dulu.")
    assert state(plan.road_map) == before


@pytest.mark.parametrize("edit", [edit for edit in EDITS if edit.versioned], ids=str)
def test_stale_version_is_a_conflict(plan: Plan, edit: Edit) -> None:
    before = state(plan.road_map)
    with pytest.raises(Conflict) as refusal:
        edit.run(plan, plan.rina, 0 if edit.service == "set_score" else 7)
    assert refusal.value.sentence.endswith(".")
    assert refusal.value.version == 1
    assert state(plan.road_map) == before


def test_what_the_rules_find_goes_stale_with_every_edit(plan: Plan) -> None:
    services.check_plan(road_map=RoadMap.objects.get(pk=plan.road_map.pk))
    assert services.check_plan(road_map=RoadMap.objects.get(pk=plan.road_map.pk)) is False
    services.add_goal(road_map=plan.road_map, name="Lain", by=plan.rina, at=AT)
    kept = PlanCheck.objects.get(road_map=plan.road_map)
    assert kept.edits < RoadMap.objects.get(pk=plan.road_map.pk).edits
