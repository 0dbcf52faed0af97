"""Queries of a plan that are composed once in the life of a process, and asked for every page.

Django composes a query of many parts ten times as long as the database answers it. Only the SQL is kept, nothing that
it brought. For columns that every database gives back as they are: numbers without a fraction, texts, yes and no.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from petajalan.planning.models import RoadMap

# They stand for the agency and the plan where a query is composed; no row has such a key.
AGENCY, ROAD_MAP = -1, -2


@dataclass(frozen=True, slots=True)
class Composed:
    sql: str
    params: tuple[Any, ...]

    def rows(self, road_map: RoadMap) -> list[tuple[Any, ...]]:
        meant = {AGENCY: road_map.agency_id, ROAD_MAP: road_map.pk}
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [meant.get(one, one) if type(one) is int else one for one in self.params])
            return cursor.fetchall()


def composed(rows: QuerySet[Any, Any]) -> Composed:
    """Of a `values_list` of `AGENCY` and `ROAD_MAP`."""
    return Composed(*rows.query.sql_with_params())
