"""The real text and the demonstration's digest of it give the same road map and the same findings."""

from datetime import UTC, datetime
from pathlib import Path

from petajalan.common.audit import SYSTEM
from petajalan.planning.demo import create_demonstration
from petajalan.planning.models import RoadMap
from petajalan.planning.queries import road_map_json
from petajalan.planning.services import import_regulation

AT = datetime(2024, 2, 5, 2, 0, tzinfo=UTC)


def test_real_text_gives_the_road_map_of_the_demonstration(db: None, seed: Path) -> None:
    create_demonstration(at=AT)
    real = import_regulation(agency="kota-nyata", data=seed.read_bytes(), filename=seed.name, by=SYSTEM, at=AT)
    assert real.road_map is not None
    assert road_map_json(real.road_map) == road_map_json(RoadMap.objects.get(agency__slug="kota-pasuruan"))
