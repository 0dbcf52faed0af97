"""What if: raw values that somebody supposes, laid over what a party scored. Reads only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import QuerySet

from petajalan.accounts.models import Agency, User
from petajalan.calc.index import Gain, Index, Item, State, Value, compute, gains, steps
from petajalan.calc.numbers import State as Read
from petajalan.evaluation.models import EvaluationWorksheet, Scenario
from petajalan.evaluation.queries.worksheet.index import Sheet
from petajalan.evaluation.queries.worksheet.leave import Leading, behind
from petajalan.planning.choices import FigureRole, ValueKind
from petajalan.planning.models import AdoptedFigure

PERCENT = Decimal(100)
Supposed = Mapping[str, Value]  # by code of the item


@dataclass(frozen=True, slots=True)
class Simulation:
    """values  what counts: those of the party with the supposed ones over them; `changed` names the latter"""

    sheet: Sheet
    party: str
    values: Mapping[str, Value]
    changed: frozenset[str]
    index: Index

    @property
    def actual(self) -> Index:
        return self.sheet.index(self.party)

    @property
    def difference(self) -> Decimal | None:
        """Of what is certain in both: the index, or its points so far while an item has no score."""
        then, now = self.index.reached, self.actual.reached
        return None if then is None or now is None else then - now


def simulate(sheet: Sheet, party: str, supposed: Supposed) -> Simulation:
    """A supposed value that is the actual one changes nothing; one of an item out of scope is left aside."""
    actual = sheet.values(party)
    codes = {item.code for item in sheet.instrument.items()}
    changed = {}
    for code, value in supposed.items():
        now = actual.get(code)
        if code not in codes or (now is not None and now.state is State.EXCLUDED):
            continue
        if now is None or (now.raw, now.level) != (value.raw, value.level):
            changed[code] = replace(value, state=State.ASSESSED)
    values = {**actual, **changed}
    index = compute(sheet.instrument, values, sheet.worksheet.coefficient)
    return Simulation(sheet, party, values, frozenset(changed), index)


def ranked_gains(simulation: Simulation, targets: Mapping[str, Decimal]) -> Sequence[Gain]:
    """The gain of every step of every item from where the simulation stands, the largest first."""
    sheet = simulation.sheet
    wanted = [
        (one.item.code, step)
        for one in simulation.index.items
        if one.raw is not None and one.score is not None
        for step in steps(
            one.item, one.raw, sheet.scale_of_indicator.get(one.item.indicator or ""), sheet.worksheet.year,
            targets.get(one.item.code),
        )
    ]  # fmt: skip
    return gains(sheet.instrument, simulation.values, wanted, sheet.worksheet.coefficient)


def targets_of(agency: Agency, year: int, items: Sequence[Item], led: Leading) -> dict[str, Decimal]:
    """The plan's target of the year by item, where it is one number in the unit of the item. One query."""
    indicators = {one.indicator.pk: one.indicator for item in items for one in behind(item, led)}
    found = AdoptedFigure.objects.filter(
        agency=agency, indicator__in=indicators, role=FigureRole.TARGET, period=str(year)
    )
    of_indicator = {figure.indicator_id: figure.reading for figure in found}
    targets: dict[str, Decimal] = {}
    for item in items:
        for one in behind(item, led):
            reading = of_indicator.get(one.indicator.pk)
            percent = one.indicator.value_kind == ValueKind.PERCENT
            if reading is None or reading.state is not Read.SET or reading.value is None:
                continue
            if percent == (item.high == PERCENT) or not percent:
                targets.setdefault(item.code, reading.value)
    return targets


def supposed_of(scenario: Scenario) -> dict[str, Value]:
    """What a scenario supposes; an entry that cannot be read is left aside."""
    return {
        code: Value(Decimal(kept["raw"]) if kept.get("raw") else None, level=kept.get("level") or None)
        for code, kept in scenario.values.items()
    }


def kept_of(supposed: Supposed) -> dict[str, dict[str, str]]:
    """As `Scenario.values` keeps it."""
    return {
        code: {"level": value.level} if value.level else {"raw": f"{value.raw:f}"} for code, value in supposed.items()
    }


def scenarios_of(user: User, worksheet: EvaluationWorksheet) -> QuerySet[Scenario]:
    """Of a worksheet, by name, with who saved them."""
    found: QuerySet[Scenario] = Scenario.objects.visible_to(user).filter(
        agency=worksheet.agency_id, worksheet=worksheet
    )
    return found.select_related("saved_by")
