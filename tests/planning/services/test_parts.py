"""Sections in their wordings, series of data, trees of causes, units of activities: what is particular to each."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import ProtectedError

from petajalan.accounts.models import Unit
from petajalan.common.models import AuditEntry
from petajalan.planning.models import DataPoint, Goal, RootCause, SectionText
from petajalan.planning.services import (
    Conflict,
    Point,
    Refused,
    add_goal,
    add_key_activity,
    add_objective,
    add_programme,
    add_root_cause,
    add_series,
    add_theme,
    edit_goal,
    edit_key_activity,
    edit_objective,
    edit_point,
    edit_root_cause,
    edit_theme,
    name_indicator,
    remove_goal,
    remove_objective,
    remove_section,
    set_implementers,
    set_points,
    set_row_coordinator,
    write_section,
)
from tests.planning.regulations import AT, LATER
from tests.planning.services.conftest import Plan, unit


def write(plan: Plan, body: str, *, seen: int, at: object = AT, **more: object) -> SectionText:
    given = {"by": plan.rina, "title": plan.section.title, **more}
    return write_section(section=plan.section, seen=seen, body=body, at=at, **given)


# ---- conflicts ----


def test_conflict_says_what_both_wrote_who_and_when(plan: Plan) -> None:
    edit_theme(theme=plan.theme, seen=1, gap="2 poin", evidence="BPS", by=plan.cast.wati, at=LATER)
    with pytest.raises(Conflict) as refusal:
        edit_theme(theme=plan.theme, seen=1, gap="3 poin", by=plan.rina, at=LATER)
    conflict = refusal.value
    assert [(one.label, one.yours, one.theirs) for one in conflict.clashes] == [("kesenjangan", "3 poin", "2 poin")]
    assert (conflict.by, conflict.at, conflict.version) == ("Wati Setyowati", LATER, 2)
    assert conflict.sentence.startswith("Wati Setyowati mengubahnya pada")


def test_writing_what_is_there_already_changes_nothing(plan: Plan) -> None:
    entries = AuditEntry.objects.count()
    edit_goal(goal=plan.goal, seen=1, name=" Birokrasi bersih ", by=plan.rina, at=AT)
    edit_goal(goal=plan.goal, seen=99, name="Birokrasi bersih", by=plan.rina, at=AT)
    assert (AuditEntry.objects.count(), Goal.objects.get(pk=plan.goal.pk).version) == (entries, 1)


def test_button_pressed_twice_makes_one_row(plan: Plan) -> None:
    with pytest.raises(Refused, match="sama sudah ada"):
        add_goal(road_map=plan.road_map, name="Birokrasi bersih", by=plan.rina, at=AT)
    assert Goal.objects.count() == 1


def test_row_that_somebody_took_out_is_named_as_such(plan: Plan) -> None:
    goal = Goal.objects.get(pk=plan.goal.pk)
    remove_goal(goal=plan.goal, seen=1, by=plan.cast.wati, at=AT)
    with pytest.raises(Refused, match="sudah dihapus"):
        edit_goal(goal=goal, seen=1, name="X", by=plan.rina, at=AT)


# ---- what belongs together ----


def test_rows_of_another_plan_are_refused(plan: Plan, in_force: object) -> None:
    other = Goal.objects.exclude(road_map=plan.road_map).first()
    with pytest.raises(Refused, match="bukan bagian"):
        add_objective(road_map=plan.road_map, name="X", goal=other, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="bukan bagian"):
        edit_objective(objective=plan.objective, seen=1, goal=other, by=plan.rina, at=AT)


def test_units_of_another_agency_are_refused(plan: Plan) -> None:
    theirs = unit(plan.cast.other_agency, "Dinas Mereka")
    with pytest.raises(Refused, match="bukan unit instansi ini"):
        edit_key_activity(activity=plan.activity, seen=1, coordinator=theirs, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="bukan unit instansi ini"):
        set_implementers(activity=plan.activity, units=[theirs], all_units=False, seen=1, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="bukan unit instansi ini"):
        set_row_coordinator(row=plan.row, unit=theirs, seen=1, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="bukan unit instansi ini"):
        add_programme(theme=plan.theme, name="X", kind="programme", owner=theirs, by=plan.rina, at=AT)


def test_policy_objective_belongs_to_the_objective_of_the_activity(plan: Plan) -> None:
    other = add_objective(road_map=plan.road_map, name="ASN profesional", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="sasaran strategis lain"):
        edit_key_activity(
            activity=plan.activity, seen=1, objective=other, policy_objective=plan.policy, by=plan.rina, at=AT
        )
    with pytest.raises(Refused, match="sasaran strategis lain"):
        add_key_activity(road_map=plan.road_map, name="X", policy_objective=plan.policy, by=plan.rina, at=AT)


def test_activity_stays_when_its_objective_goes(plan: Plan) -> None:
    remove_objective(objective=plan.objective, seen=1, by=plan.rina, at=AT)
    plan.activity.refresh_from_db()
    assert (plan.activity.objective, plan.activity.policy_objective) == (None, None)


@pytest.mark.parametrize(("field", "value"), [("element", "lunak"), ("name", " "), ("national_code", "x" * 61)])
def test_value_that_does_not_fit_is_refused_with_the_name_of_its_field(plan: Plan, field: str, value: str) -> None:
    with pytest.raises(Refused, match="Isian “"):
        edit_objective(objective=plan.objective, seen=1, by=plan.rina, at=AT, **{field: value})


# ---- who carries an activity out ----


def test_implementers_are_replaced_as_a_whole_and_named_in_the_trail(plan: Plan) -> None:
    set_implementers(
        activity=plan.activity, units=[plan.unit, plan.other_unit], all_units=False, seen=1, by=plan.rina, at=AT
    )
    set_implementers(activity=plan.activity, units=[plan.other_unit], all_units=True, seen=2, by=plan.rina, at=AT)
    assert list(plan.activity.implementers.all()) == [plan.other_unit]
    entry = AuditEntry.objects.order_by("-pk").first()
    assert entry.before == {
        "implementers": ["Dinas Komunikasi Melati", "Inspektorat Melati"], "all_units": False,
    }  # fmt: skip
    assert entry.after == {"implementers": ["Inspektorat Melati"], "all_units": True}
    again = set_implementers(
        activity=plan.activity, units=[plan.other_unit], all_units=True, seen=1, by=plan.rina, at=AT
    )
    assert again.version == 3  # nothing differs, so an old version does not matter


def test_unit_that_leads_something_cannot_be_deleted(plan: Plan) -> None:
    edit_key_activity(activity=plan.activity, seen=1, coordinator=plan.unit, by=plan.rina, at=AT)
    with pytest.raises(ProtectedError):
        Unit.objects.get(pk=plan.unit.pk).delete()


def test_only_rows_of_activities_have_a_coordinator(plan: Plan) -> None:
    row = name_indicator(owner=plan.goal, indicator=plan.indicator, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="Hanya indikator kegiatan utama"):
        set_row_coordinator(row=row, unit=plan.unit, seen=1, by=plan.rina, at=AT)


# ---- sections ----


def test_new_wording_leaves_the_old_one_readable(plan: Plan) -> None:
    write(plan, "Sekda memimpin.", seen=1)
    latest = write(plan, "Wakil wali kota memimpin.", seen=2, at=LATER, reason="Keputusan rapat")
    wordings = SectionText.objects.filter(key=plan.section.key).order_by("wording")
    assert [(one.wording, one.body, one.current) for one in wordings] == [
        (1, "", False), (2, "Sekda memimpin.", False), (3, "Wakil wali kota memimpin.", True),
    ]  # fmt: skip
    assert (latest.written_by, latest.written_at, latest.part, latest.position) == (
        plan.rina, LATER, "management", plan.section.position,
    )  # fmt: skip


def test_stale_wording_is_kept_apart_with_both_texts(plan: Plan) -> None:
    write(plan, "Sekda memimpin.", seen=1, by=plan.cast.wati)
    with pytest.raises(Conflict) as refusal:
        write(plan, "Asisten memimpin.", seen=1)
    assert [(one.yours, one.theirs) for one in refusal.value.clashes] == [("Asisten memimpin.", "Sekda memimpin.")]
    assert (refusal.value.by, refusal.value.version) == ("Wati Setyowati", 2)


def test_section_goes_with_all_its_wordings(plan: Plan) -> None:
    latest = write(plan, "Sekda memimpin.", seen=1)
    remove_section(section=latest, seen=2, by=plan.rina, at=AT)
    assert not SectionText.objects.filter(key=plan.section.key).exists()


# ---- causes ----


def test_cause_cannot_stand_below_itself(plan: Plan) -> None:
    child = add_root_cause(
        theme=plan.theme, parent=plan.cause, text="Petugas kurang", category="people", by=plan.rina, at=AT
    )
    grandchild = add_root_cause(
        theme=plan.theme, parent=child, text="Formasi kosong", category="people", by=plan.rina, at=AT
    )
    for parent in (plan.cause, child, grandchild):
        with pytest.raises(Refused, match="di bawah dirinya"):
            edit_root_cause(cause=plan.cause, seen=1, parent=parent, by=plan.rina, at=AT)
    moved = edit_root_cause(cause=grandchild, seen=1, parent=plan.cause, by=plan.rina, at=AT)
    assert moved.parent == plan.cause


def test_causes_belong_to_their_theme(plan: Plan) -> None:
    other = add_theme(road_map=plan.road_map, name="Kemiskinan", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="tema lain"):
        add_root_cause(theme=other, parent=plan.cause, text="X", category="data", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="tema lain"):
        add_programme(theme=other, cause=plan.cause, name="X", kind="programme", by=plan.rina, at=AT)
    assert RootCause.objects.count() == 1


# ---- series ----


def test_points_of_a_file_are_written_together(plan: Plan) -> None:
    points = [
        Point("2023", Decimal("2.6"), "BPS", date(2024, 1, 2)), Point("2024-06", Decimal(0)),
        Point("2024-Q1", Decimal("-0.1")),
    ]  # fmt: skip
    assert set_points(series=plan.series, points=points, by=plan.rina, at=AT) == (2, 1)
    found = DataPoint.objects.filter(series=plan.series).order_by("period")
    assert [(one.period, one.value, one.source, one.version) for one in found] == [
        ("2023", Decimal("2.6"), "BPS", 2), ("2024-06", Decimal(0), "", 1), ("2024-Q1", Decimal("-0.1"), "", 1),
    ]  # fmt: skip
    entry = AuditEntry.objects.order_by("-pk").first()
    assert (entry.before, entry.after) == (
        {"2023": "2,5"}, {"2023": "2,6", "2024-06": "0", "2024-Q1": "-0,1"},
    )  # fmt: skip
    assert set_points(series=plan.series, points=points, by=plan.rina, at=AT) == (0, 0)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([Point("2024", Decimal(1)), Point("24", Decimal(1))], "“24” tidak dikenal"),
        ([Point("2024-Q5", Decimal(1))], "tidak dikenal"),
        ([Point("2024-13", Decimal(1))], "tidak dikenal"),
        ([Point("2024", Decimal(1)), Point("2024", Decimal(2))], "tertulis dua kali"),
        ([Point("2024", Decimal("NaN"))], "bukan angka"),
        ([Point("2024", Decimal(10) ** 25)], "bukan angka"),
    ],
)
def test_one_mistake_in_a_file_writes_nothing(plan: Plan, points: list[Point], words: str) -> None:
    with pytest.raises(Refused, match=words):
        set_points(series=plan.series, points=points, by=plan.rina, at=AT)
    assert DataPoint.objects.count() == 1


def test_period_and_name_are_there_once(plan: Plan) -> None:
    set_points(series=plan.series, points=[Point("2024", Decimal(3))], by=plan.rina, at=AT)
    with pytest.raises(Refused, match="2024 sudah ada"):
        edit_point(point=plan.point, seen=1, period="2024", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="sudah ada pada tema ini"):
        add_series(theme=plan.theme, name=" Inflasi ", by=plan.rina, at=AT)
