"""Turning what a regulation states into the rows of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from django.db.models import Model

from petajalan.calc.numbers import State
from petajalan.planning import models
from petajalan.planning.choices import FigureRole
from petajalan.planning.models.placed import PlacedModel
from petajalan.planning.models.rows import PlanRow, StatedModel
from petajalan.regulation import data as stated
from petajalan.regulation.document import Place

LARGEST = Decimal(10) ** 20  # what a figure's column holds before the decimal mark
SMALLINT = 32767
NO_PLACE = Place()
Spot: TypeAlias = tuple[int | None, int | None, str, int | None, int | None]
RowT = TypeVar("RowT", bound=PlanRow)


def spot_of(place: Place) -> Spot:
    """A place without the words that stand there."""
    return (place.line, place.page, place.table or "", place.row, place.column)


class Statements:
    """Turns the dataclasses into rows, kept in printed order, and stores each kind with one query.

    by_place  the row that is printed in a cell
    """

    def __init__(self, road_map: models.RoadMap) -> None:
        self.road_map = road_map
        self.rows: dict[type[Model], list[Any]] = {}
        self.by_place: dict[Spot, StatedModel] = {}

    def collect(self, road_map: stated.RoadMapData) -> None:
        for result in road_map.interim_results:
            self._interim_result(result)
        for goal in road_map.goals:
            owner = self._row(
                models.Goal, _place(goal.name or goal.national_name), goal.number,
                name=_text(goal.name), national_name=_text(goal.national_name),
            )  # fmt: skip
            self._indicators(goal.indicators, goal=owner)
        for objective in road_map.objectives:
            owner = self._row(
                models.Objective, _place(objective.name or objective.national_name), objective.number,
                name=_text(objective.name), national_name=_text(objective.national_name),
            )  # fmt: skip
            self._indicators(objective.indicators, objective=owner)
        for factor in road_map.factors:
            self._row(
                models.Factor, factor.name.place, None, code=factor.code, name=factor.name.text,
                low=_within(factor.low, 10**8), high=_within(factor.high, 10**8), weight=_within(factor.weight, 10**8),
            )  # fmt: skip
        for activity in road_map.key_activities:
            self._key_activity(activity)
        for theme in road_map.themes:
            owner = self._row(
                models.Theme, theme.name.place, theme.number, name=theme.name.text, objective=_text(theme.objective)
            )
            self._indicators(theme.indicators, theme=owner)
        for team in road_map.teams:
            self._team(team)

    def store(self) -> None:
        for model in STORED_IN_ORDER:
            model._default_manager.bulk_create(self.rows.get(model, []))

    def all(self, model: type[RowT]) -> list[RowT]:
        return self.rows.get(model, [])

    def add(self, model: type[RowT], **values: object) -> RowT:
        rows = self.rows.setdefault(model, [])
        row = model(agency_id=self.road_map.agency_id, road_map=self.road_map, position=len(rows) + 1, **values)
        rows.append(row)
        return row

    def _row(self, model: type[StatedModel], place: Place, number: stated.Printed | None, **values: object) -> Any:
        row = self.add(model, number=_text(number), **PlacedModel.columns_of(place), **values)
        self.by_place.setdefault(spot_of(place), row)
        return row

    def _interim_result(self, result: stated.InterimResult) -> None:
        owner = self._row(
            models.InterimResult, result.name.place, result.number,
            name=result.name.text, scale=_text(result.scale), source=_text(result.source),
        )  # fmt: skip
        for year, figure in result.values.items():
            self._figure(figure, FigureRole.VALUE, str(year), interim_result=owner)

    def _key_activity(self, activity: stated.KeyActivity) -> None:
        owner = self._row(
            models.KeyActivity,
            activity.name.place,
            activity.number,
            name=activity.name.text,
            target_name=_text(activity.target_name),
            target_number=_text(activity.target_number),
            objective_printed=_text(activity.objective),
            mandatory=activity.mandatory,
            total=_within(activity.total, 10**10),
            rank=_small(activity.rank),
            rank_printed=_small(activity.rank_printed),
        )
        factors = {factor.code: factor for factor in self.all(models.Factor)}
        for code, score in activity.scores.items():
            self._figure(score, FigureRole.SCORE, code, key_activity=owner)
            if code in factors:
                value = _within(score.reading.value, 10**8)
                self.add(models.Score, key_activity=owner, factor=factors[code], value=value)
        if activity.total_printed:
            self._figure(activity.total_printed, FigureRole.TOTAL, "", key_activity=owner)
        self._indicators(activity.indicators, key_activity=owner)

    def _indicators(self, indicators: Iterable[stated.IndicatorRow], **owner: StatedModel) -> None:
        for indicator in indicators:
            row = self._row(
                models.IndicatorRow,
                indicator.place,
                None,
                name=_text(indicator.name),
                national_indicator=_text(indicator.national_indicator),
                unit=_text(indicator.unit),
                baseline_year=_small(indicator.baseline_year),
                source=_text(indicator.source),
                coordinator=_text(indicator.coordinator),
                implementers=_text(indicator.implementers),
                **owner,
            )
            if indicator.name:
                self.by_place[spot_of(indicator.name.place)] = row
            if indicator.baseline:
                self._figure(indicator.baseline, FigureRole.BASELINE, "", indicator_row=row)
            for period, figure in indicator.targets.items():
                self._figure(figure, FigureRole.TARGET, period, indicator_row=row)
            for period, figure in indicator.actuals.items():
                self._figure(figure, FigureRole.ACTUAL, period, indicator_row=row)
            if indicator.national_target:
                self._figure(indicator.national_target, FigureRole.NATIONAL_TARGET, "", indicator_row=row)

    def _figure(self, figure: stated.Figure, role: FigureRole, key: str, **owner: StatedModel) -> None:
        read = figure.reading
        numbers = {"value": read.value, "low": read.low, "high": read.high}
        state, reason = read.state, read.reason
        if any(number is not None and abs(number) >= LARGEST for number in numbers.values()):
            state, reason, numbers = State.REFUSED, "too_large", dict.fromkeys(numbers)
        self._row(
            models.Figure,
            figure.place,
            None,
            role=role,
            of=key,
            printed=read.printed,
            state=state.value,
            unit=read.unit,
            level=read.level,
            label=read.label,
            exclusive=read.exclusive,
            refusal=reason,
            doubts=list(read.warnings),
            **numbers,
            **owner,
        )

    def _team(self, team: stated.Team) -> None:
        owner = self._row(
            models.PrintedTeam, team.name.place, team.number,
            kind=team.kind.value, name=team.name.text, group=_text(team.group),
        )  # fmt: skip
        for member in team.members:
            row = self._row(
                models.PrintedTeamMember, member.position.place, None,
                team=owner, role=member.role, role_printed=_text(member.role_printed), holder=member.position.text,
            )  # fmt: skip
            row.number = member.number


# What a row points to is stored before it.
STORED_IN_ORDER: tuple[type[PlanRow], ...] = (
    models.SectionText,
    models.StrategicIssue,
    models.Condition,
    models.Indicator,
    models.InterimResult,
    models.Goal,
    models.Objective,
    models.Factor,
    models.KeyActivity,
    models.Implementer,
    models.Score,
    models.Theme,
    models.IndicatorRow,
    models.Figure,
    models.AdoptedFigure,
    models.PrintedTeam,
    models.PrintedTeamMember,
)


def _text(printed: stated.Printed | None) -> str | None:
    return printed.text if printed else None


def _place(printed: stated.Printed | None) -> Place:
    return printed.place if printed else NO_PLACE


def _within(number: Decimal | None, limit: int) -> Decimal | None:
    """The number, or unknown when it is larger than its column holds."""
    return number if number is not None and abs(number) < limit else None


def _small(number: int | None) -> int | None:
    return number if number is not None and 0 <= number <= SMALLINT else None
