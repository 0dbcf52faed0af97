"""Two people at the same moment: one wins, the other is told; nothing is lost and nothing is written twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from datetime import date
from decimal import Decimal
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, connections

from petajalan.accounts.models import Unit
from petajalan.planning import services
from petajalan.planning.models import Action, AdoptedFigure, Goal, RoadMap
from petajalan.planning.services import Refused, actions
from petajalan.planning.services.refusals import Conflict
from tests.cast import assemble
from tests.planning.regulations import AT

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="threads share no in-memory database"),
]
TRIES = 5


def at_once(*actions: Callable[[], object]) -> list[object]:
    """Run them in threads that start together; gives what each gave, or its refusal."""
    barrier = Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return action()
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def refusals(answers: list[object]) -> int:
    return sum(isinstance(answer, Refused) for answer in answers)


@pytest.fixture
def plan() -> RoadMap:
    cast = assemble()
    return services.create_road_map(
        agency=cast.agency, title="Road map", period_start=2024, period_end=2025, by="system", at=AT
    )


def test_one_of_two_edits_of_one_row_wins(plan: RoadMap) -> None:
    goal = services.add_goal(road_map=plan, name="Tujuan", by="system", at=AT)
    for attempt in range(TRIES):
        goal.refresh_from_db()
        seen = attempt + 1
        answers = at_once(
            *(
                partial(services.edit_goal, goal=copy(goal), seen=seen, name=name, by="system", at=AT)
                for name in (f"A{attempt}", f"B{attempt}")
            )
        )
        assert refusals(answers) == 1
    assert Goal.objects.get().version == TRIES + 1


def test_one_of_two_first_figures_wins(plan: RoadMap) -> None:
    goal = services.add_goal(road_map=plan, name="Tujuan", by="system", at=AT)
    indicator = services.add_indicator(owner=goal, name="Indeks", by="system", at=AT)
    for year in range(2024, 2024 + TRIES):
        answers = at_once(
            *(
                partial(
                    services.decide_figure,
                    indicator=indicator,
                    role="target",
                    period=str(year),
                    seen=0,
                    text=text,
                    by="system",
                    at=AT,
                )
                for text in ("1", "2")
            )
        )
        assert (refusals(answers), AdoptedFigure.objects.filter(period=str(year)).count()) == (1, 1)


def test_rows_added_together_both_stand_in_an_order(plan: RoadMap) -> None:
    answers = at_once(
        *(partial(services.add_goal, road_map=copy(plan), name=name, by="system", at=AT) for name in "ABCD")
    )
    assert refusals(answers) == 0
    assert sorted(Goal.objects.values_list("position", flat=True)) == [1, 2, 3, 4]


def test_one_of_two_amendments_of_a_plan_begins(plan: RoadMap) -> None:
    RoadMap.objects.update(status="enacted")

    def begin() -> RoadMap:
        return services.start_amendment(road_map=plan, reason="x", by="system", at=AT)

    assert refusals(at_once(begin, begin)) == 1
    assert RoadMap.objects.filter(status="draft").count() == 1


def test_nothing_is_edited_after_it_is_enacted(plan: RoadMap) -> None:
    goal = services.add_goal(road_map=plan, name="Tujuan", by="system", at=AT)

    def enact() -> object:
        return services.enact(road_map=plan, reference="1/2024", on=date(2024, 1, 1), by="system", at=AT)

    def remove() -> object:
        return services.remove_goal(goal=Goal.objects.get(pk=goal.pk), seen=1, by="system", at=AT)

    # The plan is not complete: whichever comes first, it stays a draft, and the edit is whole or refused.
    answers = at_once(enact, remove)
    assert isinstance(answers[0], Refused)
    assert RoadMap.objects.get().status == "draft"
    assert Goal.objects.count() == (1 if isinstance(answers[1], Refused) else 0)


def test_one_of_two_edits_of_one_action_wins(plan: RoadMap) -> None:
    """Both edits are of the same row as both saw it: the other is told what stands there now."""
    unit = Unit.objects.filter(agency=plan.agency).order_by("pk")[0]
    of = {"agency": plan.agency, "year": 2024, "coordinator": unit, "by": "system", "at": AT}
    action_plan = actions.open_action_plan(**of)
    goal = services.add_goal(road_map=plan, name="Tujuan", by="system", at=AT)
    indicator = services.add_indicator(owner=goal, name="Indeks", by="system", at=AT)
    added = actions.add_action(plan=action_plan, indicator_key=indicator.key, name="Aksi", by="system", at=AT)
    for attempt in range(TRIES):
        targets = (Decimal(10 * attempt + 1), Decimal(10 * attempt + 2))
        row = Action.objects.select_related("plan__agency").get(pk=added.pk)
        answers = at_once(
            *(
                partial(actions.edit_action, action=copy(row), seen=attempt + 1, target_q1=target, by="system", at=AT)
                for target in targets
            )
        )
        assert refusals(answers) == 1
        (told,) = [one for one in answers if isinstance(one, Conflict)]
        kept = Action.objects.get(pk=added.pk)
        assert (kept.version, kept.target_q1 in targets) == (attempt + 2, True)
        assert [clash.field for clash in told.clashes] == ["target_q1"]
