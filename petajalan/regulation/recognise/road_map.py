"""The road map of a regulation, from its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from petajalan.regulation.data import RoadMapData, TableKind
from petajalan.regulation.document import Document
from petajalan.regulation.recognise.activities import target_rows
from petajalan.regulation.recognise.goals import goals, objectives
from petajalan.regulation.recognise.interim import interim_results
from petajalan.regulation.recognise.joining import key_activities
from petajalan.regulation.recognise.mandatory import announcements
from petajalan.regulation.recognise.placing import unplaced
from petajalan.regulation.recognise.priorities import all_factors, priority_rows
from petajalan.regulation.recognise.rows import KnownTable
from petajalan.regulation.recognise.teams import teams
from petajalan.regulation.recognise.themes import themes


def road_map(document: Document, tables: Sequence[KnownTable]) -> RoadMapData:
    by_kind = {kind: [known for known in tables if known.kind is kind] for kind in TableKind}
    scored = by_kind[TableKind.PRIORITIES]
    # A city may print scores and targets in one table: it is read as both.
    with_targets = [known for known in scored if known.has("indicator")] + by_kind[TableKind.KEY_ACTIVITIES]
    factors = all_factors(scored)
    combined = [known for known in by_kind[TableKind.OBJECTIVES] if known.has("goal")]
    found_themes = tuple(theme for known in by_kind[TableKind.THEMES] for theme in themes(known))
    announced = announcements(document)
    names = [theme.name.text for theme in found_themes]
    found = RoadMapData(
        interim_results=tuple(row for known in by_kind[TableKind.INTERIM_RESULTS] for row in interim_results(known)),
        goals=goals(by_kind[TableKind.GOALS], combined),
        objectives=objectives(by_kind[TableKind.OBJECTIVES]),
        factors=factors,
        key_activities=key_activities(
            factors,
            [row for known in scored for row in priority_rows(known, announced.get(known.table.index))],
            [row for known in with_targets for row in target_rows(known, announced.get(known.table.index))],
        ),
        themes=found_themes,
        teams=tuple(team for known in by_kind[TableKind.TEAMS] for team in teams(known, names)),
    )
    recognised = [known for known in tables if known.kind is not TableKind.UNKNOWN]
    return replace(found, unplaced=tuple(unplaced(recognised, found)))
