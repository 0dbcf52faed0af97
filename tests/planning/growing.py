"""Many rows of every kind in a draft, so that a page whose queries grow with its rows is seen."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from petajalan.accounts.models import User
from petajalan.planning import services
from petajalan.planning.models import (
    ActionPlan,
    ActionRevision,
    Factor,
    Goal,
    Indicator,
    KeyActivity,
    Objective,
    RoadMap,
    Theme,
)
from petajalan.planning.services import actions
from tests.cast import Cast
from tests.planning.actions import COMPLETE
from tests.planning.regulations import LATER


def grow(road_map: RoadMap, by: User, numbers: range) -> None:
    """One more row of each kind for each number: of the plan, and of the first goal, activity, indicator and theme."""
    for number in numbers:
        who: dict[str, Any] = {"by": by, "at": LATER + timedelta(minutes=number)}
        services.add_issue(road_map=road_map, title=f"Isu {number}", level="upstream", scope="local", **who)
        services.add_condition(road_map=road_map, title=f"Kondisi {number}", **who)
        services.add_section(road_map=road_map, title=f"Bagian {number}", **who)
        goal = services.add_goal(road_map=road_map, name=f"Tujuan {number}", **who)
        objective = services.add_objective(road_map=road_map, name=f"Sasaran {number}", goal=goal, **who)
        services.add_policy_objective(objective=objective, name=f"Sasaran kebijakan {number}", **who)
        activity = services.add_key_activity(
            road_map=road_map, name=f"Kegiatan {number}", objective=objective, mandatory=True, **who
        )
        for factor in Factor.objects.filter(road_map=road_map):
            services.set_score(activity=activity, factor=factor, value=Decimal(3 + number % 5), seen=0, **who)
        for owner in (goal, objective, activity, *_first(road_map, Goal, Objective, KeyActivity)):
            name = f"Indikator {number} {type(owner).__name__} {owner.pk}"
            indicator = services.add_indicator(owner=owner, name=name, direction="higher", formula="ratio", **who)
            for role, period in (("baseline", ""), ("target", str(road_map.period_start))):
                services.decide_figure(
                    indicator=indicator, role=role, period=period, seen=0, text=f"{number}", reason="Uji", **who
                )
        theme = services.add_theme(road_map=road_map, name=f"Tema {number}", **who)
        for one in (theme, *_first(road_map, Theme)):
            _grow_theme(one, number, who)
        services.edit_indicator(indicator=Indicator.objects.filter(road_map=road_map)[0], seen=number + 1,
                                definition=f"Definisi {number}", **who)  # fmt: skip


def _first(road_map: RoadMap, *models: Any) -> list[Any]:
    return [model.objects.filter(road_map=road_map).order_by("position")[0] for model in models]


def _grow_theme(theme: Theme, number: int, who: dict[str, Any]) -> None:
    services.add_obstacle(theme=theme, text=f"Hambatan {number}", **who)
    cause = services.add_root_cause(theme=theme, text=f"Akar {number}", category="data", **who)
    services.add_root_cause(theme=theme, text=f"Cabang {number}", category="data", parent=cause, **who)
    services.add_programme(theme=theme, name=f"Program {number}", kind="programme", **who)
    services.add_related_regulation(theme=theme, title=f"Peraturan Daerah {number}/2023", **who)
    series = services.add_series(theme=theme, name=f"Seri {number}", unit="persen", **who)
    points = [services.Point(str(2020 + year), Decimal(number)) for year in range(3)]
    services.set_points(series=series, points=points, **who)


def with_actions(cast: Cast, numbers: range) -> None:
    """One more action for each number in the plan of Diskominfo."""
    unit = cast.siti.current_holdings[0].position.unit
    plan = ActionPlan.objects.filter(agency=cast.agency, coordinator=unit, year=2024).first()
    plan = plan or actions.open_action_plan(agency=cast.agency, year=2024, coordinator=unit, by=cast.siti, at=LATER)
    ActionRevision.objects.get_or_create(
        agency=cast.agency,
        plan=plan,
        number=1,
        defaults={"made_at": LATER, "made_by": cast.wati, "reason": "Uji", "rows": []},
    )
    key = Indicator.objects.filter(agency=cast.agency).order_by("pk")[0].key
    for number in numbers:
        values = {"indicator_key": key, "implementers": [unit], **COMPLETE}
        actions.add_action(plan=plan, name=f"Aksi {number}", by=cast.siti, at=LATER, **values)
