"""What a road map is made of beside its logic: chapters, strategic issues, and the condition it starts from."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from petajalan.planning.models import Condition, RoadMap, SectionText, StrategicIssue


@dataclass(frozen=True, slots=True)
class Contents:
    sections: tuple[SectionText, ...]
    issues: tuple[StrategicIssue, ...]
    conditions: tuple[Condition, ...]


def contents_of(road_map: RoadMap) -> Contents:
    """The current wordings without their texts, and the rest. Three queries."""
    of = {"agency": road_map.agency_id, "road_map": road_map}
    return Contents(
        sections=tuple(SectionText.objects.filter(**of, current=True).defer("body")),
        issues=tuple(StrategicIssue.objects.filter(**of)),
        conditions=tuple(Condition.objects.filter(**of)),
    )


def wordings_of(road_map: RoadMap, key: UUID) -> list[SectionText]:
    """All wordings of a section, the newest first, with who wrote them. One query."""
    rows = SectionText.objects.filter(agency=road_map.agency_id, road_map=road_map, key=key)
    return list(rows.select_related("written_by").order_by("-wording"))
