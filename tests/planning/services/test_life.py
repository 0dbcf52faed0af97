"""From nothing to enacted, amended, revoked; what keeps a plan from it; and that old versions stay as they were."""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from petajalan.common.models import AuditEntry
from petajalan.planning.models import (
    AdoptedFigure,
    Figure,
    Indicator,
    KeyActivity,
    PlanCheck,
    Regulation,
    RoadMap,
    RootCause,
    SectionText,
)
from petajalan.planning.models.rows import PlanRow
from petajalan.planning.queries import road_map_json
from petajalan.planning.queries.completeness import completeness_of
from petajalan.planning.services import (
    Incomplete,
    NotADraft,
    Refused,
    add_condition,
    add_indicator,
    add_root_cause,
    adopt_regulation,
    create_road_map,
    decide_figure,
    discard_draft,
    edit_indicator,
    edit_road_map,
    enact,
    open_year,
    read_uploaded,
    revoke,
    start_amendment,
    upload_regulation,
    write_section,
)
from petajalan.planning.services.copies import COPIED
from tests.cast import Cast
from tests.planning.regulations import AT, LATER, MELATI, stored
from tests.planning.services.conftest import Plan

ON = date(2024, 3, 1)


def complete(plan: Plan) -> RoadMap:
    """What a plan with one row of each kind still lacks: indicators with targets, and the text on management."""
    who = {"by": plan.rina, "at": AT}
    for owner in (plan.goal, plan.objective, plan.theme):
        add_indicator(owner=owner, name=f"Indeks {owner}", **who)
    for indicator in Indicator.objects.filter(road_map=plan.road_map):
        for year in ("2024", "2025"):
            decide_figure(indicator=indicator, role="target", period=year, seen=0, text="5", **who)
    write_section(section=plan.section, seen=1, title=plan.section.title, body="Sekda memimpin.", **who)
    return plan.road_map


def enacted(plan: Plan) -> RoadMap:
    return enact(road_map=complete(plan), reference="Perwali 5/2024", on=ON, by=plan.rina, at=AT)


def test_plan_from_nothing_begins_with_outline_and_factors(cast: Cast) -> None:
    road_map = create_road_map(
        agency=cast.agency, title=" Road map Melati ", period_start=2025, period_end=2029, by=cast.rina, at=AT
    )
    assert (road_map.title, road_map.version, road_map.status, road_map.current, road_map.years) == (
        "Road map Melati", 1, "draft", True, (2025, 2026, 2027, 2028, 2029),
    )  # fmt: skip
    parts = list(SectionText.objects.filter(road_map=road_map).values_list("part", flat=True))
    assert [part for part in parts if part] == ["issues", "goals", "activities", "themes", "management"]
    assert AuditEntry.objects.filter(action="road_map_created", actor=cast.rina).count() == 1


@pytest.mark.parametrize(
    ("title", "start", "end", "words"),
    [
        ("  ", 2025, 2029, "masih kosong"),
        ("A", 2025, 2024, "mendahului"),
        ("A", 2025, 2035, "paling lama 10 tahun"),
        ("A", 20, 25, "tidak dapat dipakai"),
    ],
)
def test_plan_without_a_sound_title_or_period_is_refused(
    cast: Cast, title: str, start: int, end: int, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        create_road_map(agency=cast.agency, title=title, period_start=start, period_end=end, by=cast.rina, at=AT)
    assert RoadMap.objects.count() == 0


def test_new_draft_stands_behind_a_plan_in_force(cast: Cast, in_force: RoadMap) -> None:
    draft = create_road_map(agency=cast.agency, title="Baru", period_start=2025, period_end=2029, by=cast.rina, at=AT)
    assert (draft.current, draft.version, RoadMap.objects.get(current=True)) == (False, 2, in_force)


def test_empty_plan_says_everything_that_is_missing(cast: Cast) -> None:
    road_map = create_road_map(agency=cast.agency, title="A", period_start=2025, period_end=2025, by=cast.rina, at=AT)
    with pytest.raises(Incomplete) as refusal:
        enact(road_map=road_map, reference="1/2025", on=ON, by=cast.rina, at=AT)
    assert len(refusal.value.missing) >= 6
    assert all(sentence.endswith(".") for sentence in refusal.value.missing)
    there = [part.code.value for part in completeness_of(road_map).parts if part.is_there]
    assert there in ([], ["management"])  # the teams of the agency count as its management
    assert RoadMap.objects.get().status == "draft"


def test_complete_plan_is_enacted_by_a_decision(plan: Plan) -> None:
    road_map = enacted(plan)
    road_map.refresh_from_db()
    assert (road_map.status, road_map.current, road_map.decree_reference, road_map.decree_date) == (
        "enacted", True, "Perwali 5/2024", ON,
    )  # fmt: skip
    entry = AuditEntry.objects.get(action="road_map_enacted")
    assert (entry.before["status"], entry.after["status"]) == ("draft", "enacted")


def test_plan_without_a_decision_is_not_enacted(plan: Plan) -> None:
    with pytest.raises(Refused, match="nomor keputusan"):
        enact(road_map=complete(plan), reference=" ", on=ON, by=plan.rina, at=AT)


def test_contested_figure_keeps_a_plan_from_being_enacted(cast: Cast) -> None:
    text = MELATI.replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,81 | 3,10 | Diskominfo")
    _regulation, road_map = stored(cast.agency, text)
    draft = start_amendment(road_map=road_map, reason="x", by=cast.rina, at=AT)
    add_condition(road_map=draft, title="Kondisi", by=cast.rina, at=AT)
    with pytest.raises(Incomplete) as refusal:
        enact(road_map=draft, reference="1/2025", on=ON, by=cast.rina, at=AT)
    assert "Target 2024 “Indeks SPBE” tercetak 2,95 atau 3,10: putuskan salah satu." in refusal.value.missing


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "wati", "wali", "dewi"])
def test_only_the_secretariat_enacts_and_revokes(plan: Plan, who: str) -> None:
    with pytest.raises(PermissionDenied):
        enact(road_map=plan.road_map, reference="x", on=ON, by=plan.cast[who], at=AT)
    road_map = enacted(plan)
    with pytest.raises(PermissionDenied):
        revoke(road_map=road_map, reference="x", reason="x", by=plan.cast[who], at=AT)


def test_enacting_twice_is_refused(plan: Plan) -> None:
    road_map = enacted(plan)
    with pytest.raises(NotADraft):
        enact(road_map=road_map, reference="Lain", on=ON, by=plan.rina, at=AT)


def test_amendment_begins_as_the_plan_is_and_leaves_it_in_force(plan: Plan) -> None:
    add_root_cause(
        theme=plan.theme, parent=plan.cause, text="Alat ukur tua", category="technology", by=plan.rina, at=AT
    )
    road_map = enacted(plan)
    draft = start_amendment(road_map=road_map, reason="Target naik", by=plan.rina, at=LATER)
    assert (draft.version, draft.status, draft.current, draft.based_on, draft.reason) == (
        2, "draft", False, road_map, "Target naik",
    )  # fmt: skip
    assert road_map_json(draft) == road_map_json(road_map)
    for model in COPIED:
        old, new = (
            list(model._default_manager.filter(road_map=one).values_list("key", flat=True).order_by("key"))
            for one in (road_map, draft)
        )
        if model is SectionText:
            old = sorted(set(old))
        assert (model.__name__, new) == (model.__name__, old)
    child = RootCause.objects.get(road_map=draft, text="Alat ukur tua")
    assert (child.parent.road_map, child.theme.road_map) == (draft, draft)


def test_nothing_of_the_copy_points_into_the_old_version(plan: Plan) -> None:
    draft = start_amendment(road_map=enacted(plan), reason="x", by=plan.rina, at=LATER)
    for model in COPIED:
        for field in model._meta.concrete_fields:
            related = field.related_model
            if related is None or not issubclass(related, PlanRow):
                continue
            owners = model._default_manager.filter(road_map=draft, **{f"{field.name}__isnull": False})
            assert set(owners.values_list(f"{field.name}__road_map", flat=True)) <= {draft.pk}, (model, field.name)


def test_every_kind_of_row_is_copied() -> None:

    assert {model for model in apps.get_app_config("planning").get_models() if issubclass(model, PlanRow)} == set(
        COPIED
    )


def test_enacted_amendment_leaves_the_old_version_readable(plan: Plan) -> None:
    road_map = enacted(plan)
    before = road_map_json(road_map)
    draft = start_amendment(road_map=road_map, reason="Target naik", by=plan.rina, at=LATER)
    indicator = Indicator.objects.get(road_map=draft, key=plan.indicator.key)
    decide_figure(indicator=indicator, role="target", period="2024", seen=1, text="6", by=plan.rina, at=LATER)
    enact(road_map=draft, reference="Perwali 9/2024", on=ON, by=plan.rina, at=LATER)
    assert list(RoadMap.objects.values_list("version", "status", "current")) == [
        (2, "enacted", True), (1, "amended", False),
    ]  # fmt: skip
    road_map.refresh_from_db()
    assert road_map_json(road_map) == before
    entry = AuditEntry.objects.get(action="road_map_amended")
    assert (entry.object_key, entry.reason) == (str(road_map.pk), "Target naik")


def test_second_amendment_of_one_version_is_refused_until_the_first_is_gone(plan: Plan) -> None:
    road_map = enacted(plan)
    first = start_amendment(road_map=road_map, reason="x", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="sudah ada"):
        start_amendment(road_map=road_map, reason="y", by=plan.rina, at=AT)
    discard_draft(road_map=first, reason="Keliru", by=plan.rina, at=AT)
    assert start_amendment(road_map=road_map, reason="y", by=plan.rina, at=AT).reason == "y"


@pytest.mark.parametrize("reason", ["", "  "])
def test_amendment_revocation_and_discarding_need_a_reason(plan: Plan, reason: str) -> None:
    with pytest.raises(Refused, match="Alasannya"):
        discard_draft(road_map=plan.road_map, reason=reason, by=plan.rina, at=AT)
    road_map = enacted(plan)
    with pytest.raises(Refused, match="Alasannya"):
        start_amendment(road_map=road_map, reason=reason, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="Alasannya"):
        revoke(road_map=road_map, reference="x", reason=reason, by=plan.rina, at=AT)


def test_draft_is_not_amended_or_revoked(plan: Plan) -> None:
    with pytest.raises(Refused, match="Hanya road map yang ditetapkan"):
        start_amendment(road_map=plan.road_map, reason="x", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="sedang berlaku"):
        revoke(road_map=plan.road_map, reference="x", reason="x", by=plan.rina, at=AT)


def test_revoked_plan_stays_readable_until_another_draft_takes_its_place(plan: Plan) -> None:
    road_map = enacted(plan)
    revoke(road_map=road_map, reference="Perwali 10/2024", reason="Diganti", by=plan.rina, at=AT)
    road_map.refresh_from_db()
    assert (road_map.status, road_map.current, road_map.reason) == ("revoked", True, "Diganti")
    with pytest.raises(NotADraft):
        edit_indicator(indicator=plan.indicator, seen=1, name="X", by=plan.rina, at=AT)
    draft = create_road_map(agency=plan.agency, title="B", period_start=2026, period_end=2030, by=plan.rina, at=AT)
    assert (draft.current, RoadMap.objects.get(pk=road_map.pk).current) == (True, False)


def test_another_plan_that_is_enacted_revokes_the_one_in_force(plan: Plan, in_force: RoadMap) -> None:
    in_force.refresh_from_db()
    enacted(plan)
    in_force.refresh_from_db()
    assert (in_force.status, in_force.current, in_force.reason) == (
        "revoked", False, "Diganti oleh Perwali 5/2024.",
    )  # fmt: skip


def test_discarded_draft_is_gone_and_its_regulation_stays(cast: Cast) -> None:
    regulation = upload_regulation(agency=cast.agency, content=MELATI, filename="a.md", by=cast.rina, at=AT)
    read_uploaded(regulation=regulation, at=AT)
    regulation.refresh_from_db()
    draft = adopt_regulation(regulation=regulation, choices=(), by=cast.rina, at=AT)
    discard_draft(road_map=draft, reason="Ulang", by=cast.rina, at=AT)
    assert (RoadMap.objects.count(), Indicator.objects.count(), Figure.objects.count()) == (0, 0, 0)
    assert Regulation.objects.count() == 1
    assert AuditEntry.objects.get(action="road_map_discarded").reason == "Ulang"


def test_year_is_opened_from_the_year_before_and_shows_what_nobody_has_set(plan: Plan) -> None:
    road_map = complete(plan)
    opened = open_year(road_map=road_map, year=2026, by=plan.rina, at=LATER)
    road_map.refresh_from_db()
    assert (opened, road_map.period_end) == (4, 2026)
    carried = AdoptedFigure.objects.get(indicator=plan.indicator, period="2026")
    assert (carried.printed, carried.carried_from, carried.decided_by) == ("5", "2025", None)
    set_now = decide_figure(
        indicator=plan.indicator, role="target", period="2026", seen=1, text="6", by=plan.rina, at=LATER
    )
    assert (set_now.carried_from, set_now.printed) == ("", "6")
    assert open_year(road_map=road_map, year=2026, by=plan.rina, at=LATER) == 0  # nothing is overwritten


@pytest.mark.parametrize(("year", "words"), [(2030, "target 2029"), (3000, "tidak dapat dipakai")])
def test_year_without_one_before_it_is_refused(plan: Plan, year: int, words: str) -> None:
    with pytest.raises(Refused, match=words):
        open_year(road_map=complete(plan), year=year, by=plan.rina, at=AT)


@pytest.mark.parametrize(
    "action",
    [
        lambda plan, who: create_road_map(
            agency=plan.agency, title="A", period_start=2025, period_end=2026, by=who, at=AT
        ),
        lambda plan, who: discard_draft(road_map=plan.road_map, reason="x", by=who, at=AT),
        lambda plan, who: start_amendment(road_map=plan.road_map, reason="x", by=who, at=AT),
        lambda plan, who: open_year(road_map=plan.road_map, year=2026, by=who, at=AT),
        lambda plan, who: edit_road_map(
            road_map=plan.road_map, title="A", period_start=2024, period_end=2025, by=who, at=AT
        ),
    ],
)
@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "wali", "dewi"])
def test_who_may_not_edit_may_not_begin_or_end_anything(
    plan: Plan, action: Callable[[Plan, object], object], who: str
) -> None:
    with pytest.raises(PermissionDenied):
        action(plan, plan.cast[who])
    assert RoadMap.objects.count() == 1


def test_plan_in_force_is_not_discarded_or_carried_on(plan: Plan) -> None:
    road_map = enacted(plan)
    with pytest.raises(NotADraft):
        discard_draft(road_map=road_map, reason="x", by=plan.rina, at=AT)
    with pytest.raises(NotADraft):
        open_year(road_map=road_map, year=2026, by=plan.rina, at=AT)


def test_database_holds_one_current_version_and_periods_in_order(plan: Plan, in_force: RoadMap) -> None:
    RoadMap.objects.filter(pk=in_force.pk).update(current=True) if not in_force.current else None
    with pytest.raises(IntegrityError), transaction.atomic():
        RoadMap.objects.filter(agency=plan.agency).update(current=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoadMap.objects.filter(pk=plan.road_map.pk).update(period_end=2000)
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyActivity.objects.filter(pk=plan.activity.pk).update(position=None)


def test_findings_are_kept_when_a_plan_is_made(plan: Plan) -> None:
    draft = start_amendment(road_map=enacted(plan), reason="x", by=plan.rina, at=AT)
    assert PlanCheck.objects.filter(road_map=draft, edits=0).exists()
