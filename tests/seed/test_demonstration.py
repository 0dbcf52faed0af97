"""The real text and the demonstration's digest of it give the same road map and the same findings."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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


def test_national_counterparts_are_part_of_what_is_compared(db: None, seed: Path) -> None:
    """They are read from the real text, in code and words: blanks on both sides would compare equal too."""
    real = import_regulation(agency="kota-nyata", data=seed.read_bytes(), filename=seed.name, by=SYSTEM, at=AT)
    assert real.road_map is not None
    read = road_map_json(real.road_map)
    rows = {kind: read[kind] for kind in ("goals", "objectives", "key_activities", "themes")}
    rows["indicators"] = [one for kind in rows for row in rows[kind] for one in row["indicators"]]
    assert {kind: (sum(map(_has_counterpart, found)), len(found)) for kind, found in rows.items()} == {
        "goals": (1, 1),
        "objectives": (2, 2),
        "key_activities": (21, 21),
        "themes": (5, 5),
        "indicators": (34, 40),
    }


def _has_counterpart(row: dict[str, Any]) -> bool:
    return bool(row["national_code"]) and bool(row["national_counterpart"])
