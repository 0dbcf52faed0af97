"""Who coordinates what, and who is offered what."""

import pytest

from petajalan.accounts.roles import units_of
from petajalan.planning.models import KeyActivity, RoadMap
from petajalan.planning.rules import coordinates, may_edit, may_edit_plan, may_enact
from tests.cast import Cast
from tests.planning.regulations import stored


@pytest.fixture
def activity(cast: Cast) -> KeyActivity:
    _regulation, road_map = stored(cast.agency)
    found = KeyActivity.objects.get(road_map=road_map, name="Arsitektur SPBE")
    KeyActivity.objects.filter(road_map=road_map).update(coordinator=None)
    found.indicators.update(coordinator_unit=None)
    return KeyActivity.objects.get(pk=found.pk)


def test_people_of_the_unit_that_leads_an_activity_coordinate_it(cast: Cast, activity: KeyActivity) -> None:
    unit = units_of(cast.joko, cast.agency)[0]
    assert not coordinates(cast.joko, activity)
    activity.coordinator = unit
    assert coordinates(cast.joko, activity)
    assert not coordinates(cast.dewi, activity)


def test_people_of_the_unit_that_answers_for_one_indicator_coordinate_too(cast: Cast, activity: KeyActivity) -> None:
    activity.indicators.update(coordinator_unit=units_of(cast.joko, cast.agency)[0])
    assert coordinates(cast.joko, activity)
    assert not coordinates(cast.dewi, activity)


def test_people_of_the_second_unit_that_leads_it_coordinate_too(cast: Cast, activity: KeyActivity) -> None:
    activity.coordinator, activity.second_coordinator = (
        units_of(cast[name], cast.agency)[0] for name in ("ani", "joko")
    )
    assert [coordinates(cast[name], activity) for name in ("ani", "joko", "dewi")] == [True, True, False]


def test_only_drafts_are_offered_for_editing_and_only_the_secretariat_is_offered_to_enact(
    cast: Cast, activity: KeyActivity
) -> None:
    road_map = activity.road_map
    editors = {name: may_edit(cast[name], cast.agency) for name in ("siti", "joko", "wali", "rina", "wati", "dewi")}
    assert editors == {"siti": False, "joko": False, "wali": False, "rina": True, "wati": True, "dewi": False}
    assert not may_edit_plan(cast.rina, road_map)
    RoadMap.objects.filter(pk=road_map.pk).update(status="draft")
    assert may_edit_plan(cast.rina, RoadMap.objects.get(pk=road_map.pk))
    assert [may_enact(cast[name], cast.agency) for name in ("rina", "wati", "dewi")] == [True, False, False]
