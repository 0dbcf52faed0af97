"""A real regulation beside the national framework: every mandatory activity and every theme finds its counterpart."""

from pathlib import Path

from petajalan.catalogue.frameworks import framework_for
from petajalan.catalogue.matching import match_activity, match_objective, match_theme
from petajalan.regulation.data import RoadMapData
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise


def road_map_of(seed: Path) -> RoadMapData:
    return recognise(read_document(seed.read_bytes(), seed.name)).road_map


def test_the_21_activities_are_the_national_ones_in_order(seed: Path) -> None:
    frame = framework_for(2023)
    assert frame is not None
    activities = road_map_of(seed).key_activities
    found = [match_activity(one.name.text, frame) if one.name else None for one in activities]
    assert [one.number if one else None for one in found] == list(range(1, 22))


def test_objectives_and_themes_have_their_counterparts(seed: Path) -> None:
    frame = framework_for(2023)
    assert frame is not None
    road_map = road_map_of(seed)
    objectives = [match_objective(one.name.text, frame) for one in road_map.objectives if one.name]
    themes = [match_theme(one.name.text, frame) for one in road_map.themes]
    assert [one.code for one in objectives if one] == ["digital-governance", "professional-culture"]
    assert [one.code for one in themes if one] == [
        "poverty",
        "investment",
        "digitalisation",
        "domestic-products",
        "inflation",
    ]
