"""Independence at the desk: Ani cannot judge what the inspectorate leads, somebody else can, or a waiver says so."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Holding, Membership, Position, Unit, User
from petajalan.accounts.roles import units_of
from petajalan.evaluation.models import EvaluationRow, Waiver
from petajalan.evaluation.queries.items import items_of
from petajalan.evaluation.queries.standings import before
from petajalan.evaluation.services import waivers
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.planning.models import Action, ActionImplementer, IndicatorRow
from petajalan.planning.services.refusals import Refused
from tests.cast import person
from tests.evaluation.sheets import Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.planning.regulations import stored

OWN = "Menilai sendiri"


def own_row(evaluating: Evaluating) -> EvaluationRow:
    evaluating.own_action(OWN)
    return evaluating.row(evaluating.start(), OWN)


def sign(evaluating: Evaluating, action: Action, **more: object) -> list[Waiver]:
    given = {
        "agency": evaluating.cast.agency, "actions": [action], "unit": evaluating.inspectorate,
        "reason": "Tidak ada penilai lain", "by": evaluating.cast.rina, "at": in_time(1),
    }  # fmt: skip
    return waivers.sign_waivers(**{**given, **more})  # type: ignore[arg-type]


def joins(evaluating: Evaluating, user: User, unit: Unit) -> Holding:
    """The person gets a second position, in that unit."""
    position = Position.objects.create(agency=evaluating.cast.agency, unit=unit, name="Staf", key="staf", shared=True)
    return Holding.objects.create(
        agency=evaluating.cast.agency, position=position, user=user, starts_on=date(2023, 1, 1)
    )


def names(evaluating: Evaluating, action: Action, who: str = "ani") -> list[str]:
    """Who may judge the action instead of a person who may not."""
    found = Action.objects.select_related("plan__coordinator").get(pk=action.pk)
    agency = evaluating.cast.agency
    items = items_of(agency, [found], in_time(1).date())
    stands = before(evaluating.cast[who], agency, items, found.pk, day=in_time(1).date())
    assert not stands.leave.may
    return [one.name for one in stands.others]


def test_nobody_judges_what_their_own_unit_coordinates(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    with pytest.raises(NotIndependent, match="mengoordinasikan"):
        evaluating.judge(row)
    row.refresh_from_db()
    assert (row.version, row.judged_by, row.execution) == (1, None, "")


def test_nobody_judges_what_their_own_unit_was_named_for(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    ActionImplementer.objects.create(agency=evaluating.cast.agency, action=action, unit=evaluating.inspectorate)
    with pytest.raises(NotIndependent, match="pelaksana"):
        evaluating.judge(evaluating.row(evaluating.start()))


def test_leading_the_indicator_is_coordinating_too(evaluating: Evaluating) -> None:
    """An action in another unit's plan, for an indicator that the inspectorate answers for in the road map."""
    _regulation, road_map = stored(evaluating.cast.agency)
    row = IndicatorRow.objects.filter(road_map=road_map, indicator__isnull=False).first()
    assert row is not None
    action = evaluating.quarter.action()
    Action.objects.filter(pk=action.pk).update(indicator_key=row.indicator.key)
    first = evaluating.row(evaluating.start())
    evaluating.judge(first)
    IndicatorRow.objects.filter(pk=row.pk).update(coordinator_unit=evaluating.inspectorate)
    with pytest.raises(NotIndependent, match="mengoordinasikan"):
        evaluating.judge(first)
    assert action.plan.coordinator != evaluating.inspectorate


def test_one_of_all_units_judges_without_the_lines_of_their_own_unit(evaluating: Evaluating) -> None:
    evaluating.quarter.action("Bersama", all_units=True)
    row = evaluating.judge(evaluating.row(evaluating.start(), "Bersama"))
    assert row.left_out == ["Inspektorat"]
    assert (row.waiver, row.execution) == (None, "conforms")


def test_the_secretariat_judges_what_nobody_of_the_team_may(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row = own_row(evaluating)
    assert names(evaluating, row.action) == ["Rina Hapsari"]
    assert names(evaluating, Action.objects.get(name="Menyatukan layanan"), "rina") == ["Ani Lestari"]
    assert evaluating.judge(row, by=evaluating.cast.rina).judged_by == evaluating.cast.rina
    with pytest.raises(NotIndependent, match="masih dapat dinilai tim evaluasi"):
        evaluating.judge(evaluating.row(row.evaluation), by=evaluating.cast.rina)


def test_somebody_from_outside_judges_instead_of_the_secretariat(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    province = person("provinsi@contoh.example", agency=evaluating.cast.agency, role=Role.EVALUATOR)
    assert names(evaluating, row.action) == ["Orang Baru"]
    with pytest.raises(NotIndependent, match="masih dapat dinilai tim evaluasi"):
        evaluating.judge(row, by=evaluating.cast.rina)
    assert evaluating.judge(row, by=province).judged_by == province


def test_a_member_of_the_secretariat_who_leads_the_action_does_not_judge_it(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    joins(evaluating, evaluating.cast.budi, evaluating.inspectorate)
    Membership.objects.filter(user=evaluating.cast.budi).update(role=Role.SECRETARIAT)
    budi = User.objects.get(pk=evaluating.cast.budi.pk)  # his positions are read once a request
    assert evaluating.inspectorate in units_of(budi, evaluating.cast.agency)
    with pytest.raises(NotIndependent, match="mengoordinasikan"):
        evaluating.judge(row, by=budi)


def test_under_a_waiver_ani_judges_and_the_row_names_it(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    [waiver] = sign(evaluating, row.action)
    assert (waiver.signed_as, waiver.unit) == ("Sekretaris Daerah", evaluating.inspectorate)
    assert names(evaluating, row.action, "rina") == ["Ani Lestari"]
    assert evaluating.judge(row).waiver == waiver
    waivers.revoke_waiver(waiver=waiver, reason="Ada penilai dari provinsi", by=evaluating.cast.rina, at=in_time(1))
    with pytest.raises(NotIndependent):
        evaluating.judge(row)
    row.refresh_from_db()
    assert row.waiver == waiver
    with pytest.raises(Refused, match="sudah dicabut"):
        waivers.revoke_waiver(waiver=waiver, reason="Lagi", by=evaluating.cast.rina, at=in_time(1))
    assert sign(evaluating, row.action)[0].pk != waiver.pk


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "wati", "wali", "dewi"])
def test_only_the_secretariat_comes_near_a_waiver(evaluating: Evaluating, who: str) -> None:
    row = own_row(evaluating)
    [waiver] = sign(evaluating, row.action)
    with pytest.raises(PermissionDenied):
        sign(evaluating, row.action, by=evaluating.cast[who])
    with pytest.raises(PermissionDenied):
        waivers.revoke_waiver(waiver=waiver, reason="x", by=evaluating.cast[who], at=in_time(1))


def test_another_member_of_the_secretariat_does_not_sign(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    assistant = person("asisten@contoh.example", agency=evaluating.cast.agency, role=Role.SECRETARIAT)
    with pytest.raises(Refused, match="ketua sekretariat"):
        sign(evaluating, row.action, by=assistant)


def test_a_chair_who_evaluates_or_coordinates_does_not_sign(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    action = evaluating.quarter.action()
    ActionImplementer.objects.create(agency=evaluating.cast.agency, action=action, unit=evaluating.inspectorate)
    chair = Holding.objects.get(user=evaluating.cast.rina)
    other = joins(evaluating, evaluating.cast.rina, evaluating.quarter.coordinator)
    with pytest.raises(Refused, match="Unit Anda mengoordinasikan"):
        sign(evaluating, action)
    other.delete()
    evaluating.cast.rina.__dict__.pop("current_holdings", None)
    Membership.objects.create(
        agency=evaluating.cast.agency, user=evaluating.cast.rina, role=Role.EVALUATOR, valid_from="2023-01-01"
    )
    evaluating.cast.rina.__dict__.pop("current_memberships", None)
    with pytest.raises(Refused, match="tidak menandatangani"):
        sign(evaluating, row.action)
    assert (Waiver.objects.count(), chair.position.name) == (0, "Sekretaris Daerah")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [({"reason": " "}, "Isi alasan"), ({"actions": []}, "sekurang-kurangnya satu")],
)
def test_waivers_need_a_reason_and_an_action(evaluating: Evaluating, more: dict[str, object], sentence: str) -> None:
    row = own_row(evaluating)
    with pytest.raises(Refused, match=sentence):
        sign(evaluating, row.action, **more)


def test_there_is_no_waiver_without_need_and_none_twice(evaluating: Evaluating) -> None:
    row = own_row(evaluating)
    free = evaluating.quarter.action()
    with pytest.raises(Refused, match="tidak perlu"):
        sign(evaluating, row.action, actions=[row.action, free])
    assert Waiver.objects.count() == 0  # all or none
    sign(evaluating, row.action)
    with pytest.raises(Refused, match="sudah mempunyai"):
        sign(evaluating, row.action)
