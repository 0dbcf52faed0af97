"""What coordinators owe after a quarter: their own view of their actions."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from petajalan.evaluation.queries.owed_self_assessments import figures
from petajalan.planning.models import Action
from petajalan.planning.queries.actions import active_in
from petajalan.reporting.queries.owed import Owed, tasks_of
from petajalan.reporting.services.exceptions import grant_exception
from tests.evaluation.sheets import ALL, Evaluating
from tests.evaluation.sheets import evaluating as evaluating
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_self_assessments import assess
from tests.reporting.reports import moment

APRIL = moment(4, 3)
LATE = moment(6, 3)


def owed(evaluating: Evaluating, name: str, at: datetime) -> list[Owed]:
    found = tasks_of(evaluating.cast[name], evaluating.cast.agency, at=at)
    return [one for one in found if one.kind == "self_assessment"]


def test_the_unit_that_coordinates_owes_it_from_the_end_of_the_quarter(evaluating: Evaluating) -> None:
    first = evaluating.quarter.action()
    evaluating.quarter.action("Melatih petugas")
    evaluating.quarter.action("Nanti", target_q1=None, budget_q1=None, target_q2=Decimal(1))
    assert owed(evaluating, "budi", moment(3, 31)) == []
    [task] = owed(evaluating, "budi", APRIL)
    unit = evaluating.quarter.plan.coordinator
    assert (task.title, task.lines, task.state.value) == ("Penilaian mandiri Triwulan I 2025", 2, "to_do")
    assert task.url == f"/kota-melati/evaluasi/mandiri/2025/1/{unit.pk}/"
    assert [owed(evaluating, name, APRIL) for name in ("ani", "rina", "siti")] == [[], [], []]
    assess(first, evaluating.cast.budi, at=APRIL, **ALL)
    [task] = owed(evaluating, "budi", APRIL)
    assert (task.lines, task.state.value) == (1, "begun")


def test_it_is_over_once_all_is_said_or_the_evaluation_was_sent_or_the_time_is(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    assess(action, evaluating.cast.budi, at=APRIL, execution="conforms")
    assert len(owed(evaluating, "budi", APRIL)) == 1  # one dimension of four
    assert owed(evaluating, "budi", LATE) == []
    unit = evaluating.quarter.plan.coordinator
    grant_exception(
        unit=unit, kind="quarterly_forum", period="2025-Q1", reason="Banjir", expires_at=moment(7),
        by=evaluating.cast.rina, at=LATE,
    )  # fmt: skip
    assert [one.period for one in owed(evaluating, "budi", LATE)] == ["2025-Q1"]
    evaluation = evaluating.start(1, "quarter")
    assert len(owed(evaluating, "budi", APRIL)) == 1
    evaluating.send_back(evaluating.submit(evaluation))
    assert owed(evaluating, "budi", APRIL) == []


@pytest.mark.parametrize("rule", ["per_quarter", "to_date"])
@pytest.mark.parametrize(
    "targets", [(0, 4, None, 4), (4, 4, 4, 4), (4, None, 4, 5), (None, 3, 3, 0), (None, None, None, None)]
)
def test_the_database_knows_active_quarters_as_the_formula_does(
    evaluating: Evaluating, rule: str, targets: tuple[int | None, ...]
) -> None:
    given = {f"target_q{number}": one for number, one in enumerate(targets, 1)}
    action = evaluating.quarter.action(figure_rule=rule, budget_q1=None, **given)
    action.refresh_from_db()
    for number in range(1, 5):
        found = Action.objects.filter(figures(number), pk=action.pk).exists()
        assert found == active_in(action, number), (rule, targets, number)
