"""The indicators that recommendations concern: named themselves, or by the action that is concerned."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from petajalan.accounts.models import Agency
from petajalan.evaluation.models import Recommendation
from petajalan.planning.models import Indicator
from petajalan.reporting.queries.measuring import keys_of, rows_in_force


def indicators_in_force(agency: Agency, year: int) -> QuerySet[Indicator]:
    """Those of the road map in force, by name."""
    of_rows = rows_in_force(agency, year).values("indicator")
    found: QuerySet[Indicator] = Indicator.objects.filter(agency=agency, pk__in=of_rows).order_by("name", "pk")
    return found


def concerning(rows: QuerySet[Recommendation], keys: Collection[UUID]) -> QuerySet[Recommendation]:
    return rows.filter(Q(indicator_key__in=keys) | Q(action__indicator_key__in=keys))


def all_keys(key: UUID) -> list[UUID]:
    """The key of an indicator with those of entries that were joined into it. One query."""
    found = {key}
    for one in Indicator.objects.filter(key=key).only("key", "joined"):
        found |= set(keys_of(one))
    return sorted(found)


def indicator_of(one: Recommendation, agency: Agency, year: int) -> Indicator | None:
    """As the road map in force names it. One query, none where the recommendation concerns no indicator."""
    key = one.indicator_key or (one.action.indicator_key if one.action else None)
    if key is None:
        return None
    return next((each for each in indicators_in_force(agency, year) if key in keys_of(each)), None)


def indicators_in(rows: QuerySet[Recommendation], agency: Agency, year: int) -> list[Indicator]:
    """Of the road map in force, those that one of the recommendations concerns. Two queries, one where none does."""
    pairs = rows.order_by().values_list("indicator_key", "action__indicator_key").distinct()
    keys = {key for pair in pairs for key in pair if key}
    return [one for one in indicators_in_force(agency, year) if keys & set(keys_of(one))] if keys else []
