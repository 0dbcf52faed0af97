"""The first start of the demonstration writes its year; a later one, or a city with work of its own, gets nothing."""

from __future__ import annotations

from typing import Any

from petajalan.accounts.models import Unit, User
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.demo import CITY
from petajalan.planning.demo.actions import YEAR
from petajalan.planning.models import Action, ActionPlan, AdoptedFigure, Figure
from petajalan.planning.services import actions as plans
from petajalan.reporting.demo import SIMULATED, simulate_year
from petajalan.reporting.models import LockException, ProgressLine, ProgressReport
from tests.reporting.demonstration import AT, city


def test_trail_says_once_that_the_year_was_made_up_and_a_second_start_adds_nothing(db: None) -> None:
    year = city()
    assert simulate_year(slug=CITY["slug"], at=AT)
    entry = AuditEntry.objects.get(action=SIMULATED)
    assert (entry.agency, entry.actor_name, entry.after["actions"]) == (year, SYSTEM, 60)
    assert entry.after["reports"] == ProgressReport.objects.count()

    def counts() -> list[int]:
        models: list[Any] = [Action, ActionPlan, ProgressReport, ProgressLine, LockException, AuditEntry]
        return [model.objects.count() for model in models]

    before = counts()
    city()
    assert not simulate_year(slug=CITY["slug"], at=AT)
    assert counts() == before


def test_figures_of_the_regulation_stay_as_they_are(db: None) -> None:
    def figures() -> list[Any]:
        return [list(model.objects.order_by("pk").values()) for model in (Figure, AdoptedFigure)]

    city()
    before = figures()
    assert before[0]
    assert simulate_year(slug=CITY["slug"], at=AT)
    assert figures() == before


def test_a_city_that_works_on_the_year_itself_is_left_alone(db: None) -> None:
    agency = city()
    unit = Unit.objects.get(agency=agency, short_name="Diskominfo")
    ProgressReport.objects.create(agency=agency, unit=unit, year=YEAR, month=3)
    assert not simulate_year(slug=CITY["slug"], at=AT)
    assert not Action.objects.exists()


def test_a_plan_that_somebody_drafts_stays_theirs(db: None) -> None:
    agency = city()
    unit = Unit.objects.get(agency=agency, short_name="Diskominfo")
    siti = User.objects.get(email__startswith="siti@kota-pasuruan")
    plans.open_action_plan(agency=agency, year=YEAR, coordinator=unit, by=siti, at=AT)
    assert simulate_year(slug=CITY["slug"], at=AT)
    assert not Action.objects.filter(plan__coordinator=unit).exists()
    assert ProgressReport.objects.exists()


def test_a_city_without_its_people_has_no_exceptions(db: None) -> None:
    city()
    User.objects.filter(email__startswith="rina@").update(is_active=False)
    assert simulate_year(slug=CITY["slug"], at=AT)
    assert not LockException.objects.exists()
    approved = ActionPlan.objects.filter(decided_by=None, status="approved")
    assert approved.count() == ActionPlan.objects.count() == 13
