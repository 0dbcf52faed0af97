"""The indicators that recommendations concern: named themselves, or by the action that is concerned."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from petajalan.accounts.models import Agency
from petajalan.evaluation.models import Recommendation
from petajalan.planning.models import Indicator
from petajalan.reporting.queries.measuring import keys_of


def current_indicators(agency: Agency) -> QuerySet[Indicator]:
    """Those of the road map that people see first, by name: their pages stay when its years are over."""
    found: QuerySet[Indicator] = Indicator.objects.filter(agency=agency, road_map__current=True)
    return found.order_by("name", "pk")


def concerning(rows: QuerySet[Recommendation], keys: Collection[UUID]) -> QuerySet[Recommendation]:
    return rows.filter(Q(indicator_key__in=keys) | Q(action__indicator_key__in=keys))


def all_keys(key: UUID) -> list[UUID]:
    """The key of an indicator with those of entries that were joined into it. One query."""
    found = {key}
    for one in Indicator.objects.filter(key=key).only("key", "joined"):
        found |= set(keys_of(one))
    return sorted(found)


def indicator_of(one: Recommendation, agency: Agency) -> Indicator | None:
    """As the current road map names it. One query, none where the recommendation concerns no indicator."""
    key = one.indicator_key or (one.action.indicator_key if one.action else None)
    if key is None:
        return None
    return next((each for each in current_indicators(agency) if key in keys_of(each)), None)


def indicators_in(rows: QuerySet[Recommendation], agency: Agency) -> list[Indicator]:
    """Of the current road map, those that one of the recommendations concerns. Two queries, one where none does."""
    pairs = rows.order_by().values_list("indicator_key", "action__indicator_key").distinct()
    keys = {key for pair in pairs for key in pair if key}
    return [one for one in current_indicators(agency) if keys & set(keys_of(one))] if keys else []
