"""What the rules of the regulation check find in a plan as it is now, each finding one step from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from petajalan.planning.models import KeyActivity, PlanCheck, RoadMap
from petajalan.planning.models.rows import PlanRow
from petajalan.planning.queries.as_data import PlanData, plan_data
from petajalan.planning.queries.national import reference_of
from petajalan.planning.readings import RULES_VERSION
from petajalan.regulation import findings
from petajalan.regulation.findings.model import Finding, Severity

TWO_COORDINATORS = "two_coordinators"


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row of the plan that a finding is about. `kind` is its model ("Indicator", "KeyActivity", "Theme", "Factor",
    "InterimResult", "PrintedTeamMember", ...), `key` its key in every version."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class LiveFinding:
    """`about` are the rows in the order of the places of the finding, each once."""

    finding: Finding
    about: tuple[RowRef, ...]


@dataclass(frozen=True, slots=True)
class LiveFindings:
    findings: tuple[LiveFinding, ...]

    def count(self, severity: Severity) -> int:
        return sum(1 for one in self.findings if one.finding.severity is severity)

    def by_row(self, *, but: Collection[str] = ()) -> Counter[str]:
        """How many findings each row has, by its key, those with the codes in `but` apart."""
        counted = [one for one in self.findings if one.finding.code not in but]
        return Counter(ref.key for one in counted for ref in one.about)

    def about(self, key: object) -> tuple[LiveFinding, ...]:
        """The findings about one row, by its key."""
        return tuple(one for one in self.findings if str(key) in {ref.key for ref in one.about})


def live_findings_of(road_map: RoadMap) -> LiveFindings:
    """The findings of the plan as it is now: as kept (one query) while nothing has changed since, else found anew."""
    kept = _kept(road_map)
    found = _decoded(kept.findings) if kept is not None and is_current(kept, road_map) else None
    return find_in(road_map) if found is None else found


def last_findings_of(road_map: RoadMap) -> LiveFindings:
    """What the rules found the last time they ran, seconds after the last edit; none before the first. One query."""
    kept = _kept(road_map)
    return (_decoded(kept.findings) if kept else None) or LiveFindings(())


def _kept(road_map: RoadMap) -> PlanCheck | None:
    return PlanCheck.objects.filter(agency=road_map.agency_id, road_map=road_map).first()


@lru_cache(maxsize=8)
def _decoded(kept: str) -> LiveFindings | None:
    """`None` where an earlier version of the program wrote another shape."""
    try:
        return _decoder().decode(kept)
    except msgspec.ValidationError:
        return None


def find_in(road_map: RoadMap) -> LiveFindings:
    """Run the rules on the plan. A constant number of queries."""
    reference = reference_of(road_map.agency)
    plan = plan_data(road_map, reference)
    found = []
    for finding in findings.check(plan.data, reference):
        if finding.code == TWO_COORDINATORS and _on_purpose(plan, finding):
            continue
        rows = [row for place in finding.places if (row := plan.row_at(place)) is not None]
        refs = {str(row.key): _ref(row) for row in rows}
        found.append(LiveFinding(finding, tuple(refs.values())))
    return LiveFindings(tuple(found))


def _on_purpose(plan: PlanData, finding: Finding) -> bool:
    """Whether the plan says itself that these units lead the activity together."""
    for place in finding.places:
        spot = (place.table, place.row)
        owner, row = plan.owners.get(spot), plan.rows.get(spot)
        if not isinstance(owner, KeyActivity) or owner.second_coordinator_id is None or row is None:
            return False
        if row.coordinator_unit_id not in (None, owner.coordinator_id, owner.second_coordinator_id):
            return False
    return True


def is_current(kept: PlanCheck, road_map: RoadMap) -> bool:
    return (kept.edits, kept.rules_version) == (road_map.edits, RULES_VERSION)


def encode(found: LiveFindings) -> str:
    return msgspec.json.encode(found).decode()


@cache
def _decoder() -> msgspec.json.Decoder[LiveFindings]:
    return msgspec.json.Decoder(LiveFindings)


def _ref(row: PlanRow) -> RowRef:
    return RowRef(type(row).__name__, str(row.key), str(row))
