"""Endpoints of the plan: versions of the road map, their parts, the register of indicators."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.api.choices import ApiScope
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.paging import Page, Paged, page_of, page_of_all
from petajalan.api.v1.shapes.planning import (
    FigureShape,
    GoalShape,
    IndicatorShape,
    KeyActivityShape,
    ObjectiveShape,
    RoadMapShape,
    StepShape,
    ThemeShape,
    statement_of,
)
from petajalan.catalogue.queries import reference_for
from petajalan.planning.choices import (
    Direction,
    FigureRole,
    FormulaChoice,
    ReadingState,
    RoadMapStatus,
    TimeRuleChoice,
    UnitRuleChoice,
    ValueKind,
)
from petajalan.planning.display.figures import owner_words
from petajalan.planning.display.indicator import Step, indicator_page
from petajalan.planning.models import (
    Goal,
    Implementer,
    Indicator,
    KeyActivity,
    Objective,
    Programme,
    RoadMap,
    RootCause,
    Score,
    Theme,
)
from petajalan.planning.queries.register import Entry, Slot, register_of

group = Group("planning", ApiScope.PLANNING_READ, "planning.view_regulation")


class RoadMaps(Paged):
    """`status`: only versions in that state; `current`: only the one people see first, or only the others."""

    status: RoadMapStatus | None = None
    current: bool | None = None


@group.get("road-maps", _("Versi road map"), gives=Page[RoadMapShape], query=RoadMaps)
def road_maps(call: Call) -> Page[RoadMapShape]:
    rows = _road_maps(call)
    if call.query.status is not None:
        rows = rows.filter(status=call.query.status)
    if call.query.current is not None:
        rows = rows.filter(current=call.query.current)
    return page_of(call, rows, RoadMapShape.of)


@group.get("road-maps/<int:version>", _("Satu versi road map"), gives=RoadMapShape)
def road_map(call: Call, version: int) -> RoadMapShape:
    return RoadMapShape.of(find_road_map(call, version))


@group.get("road-maps/<int:version>/goals", _("Tujuan"), gives=Page[GoalShape], query=Paged)
def goals(call: Call, version: int) -> Page[GoalShape]:
    return page_of(call, _rows(call, version, Goal.objects.all()), GoalShape.of)


@group.get("road-maps/<int:version>/objectives", _("Sasaran strategis"), gives=Page[ObjectiveShape], query=Paged)
def objectives(call: Call, version: int) -> Page[ObjectiveShape]:
    return page_of(call, _rows(call, version, Objective.objects.select_related("goal")), ObjectiveShape.of)


@group.get(
    "road-maps/<int:version>/key-activities", _("Kegiatan utama beserta prioritasnya"),
    gives=Page[KeyActivityShape], query=Paged,
)  # fmt: skip
def key_activities(call: Call, version: int) -> Page[KeyActivityShape]:
    rows = KeyActivity.objects.select_related("objective", "coordinator", "second_coordinator").prefetch_related(
        Prefetch("scores", Score.objects.select_related("factor").order_by("factor__position")),
        Prefetch("named_implementers", Implementer.objects.select_related("unit").order_by("position")),
    )
    return page_of(call, _rows(call, version, rows), KeyActivityShape.of)


@group.get("road-maps/<int:version>/themes", _("Tema RB tematik"), gives=Page[ThemeShape], query=Paged)
def themes(call: Call, version: int) -> Page[ThemeShape]:
    rows = Theme.objects.prefetch_related(
        "obstacles",
        Prefetch("root_causes", RootCause.objects.order_by("position")),
        Prefetch("programmes", Programme.objects.select_related("owner").order_by("position")),
    )
    return page_of(call, _rows(call, version, rows), ThemeShape.of)


@group.get(
    "road-maps/<int:version>/indicators", _("Register indikator: baseline, target, sumber"),
    gives=Page[IndicatorShape], query=Paged,
)  # fmt: skip
def indicators(call: Call, version: int) -> Page[IndicatorShape]:
    of = find_road_map(call, version)

    def shapes(found: list[Indicator]) -> list[IndicatorShape]:
        entries = {entry.indicator.pk: entry for entry in register_of(of).entries}
        return [_indicator(entries[one.pk]) for one in found]

    return page_of_all(call, Indicator.objects.filter(agency=call.agency, road_map=of), shapes)


@group.get(
    "road-maps/<int:version>/indicators/<uuid:key>", _("Satu indikator, dan asal-usul setiap angkanya"),
    gives=IndicatorShape,
)  # fmt: skip
def indicator(call: Call, version: int, key: UUID) -> IndicatorShape:
    of = find_road_map(call, version)
    found = get_object_or_404(Indicator.objects.filter(agency=call.agency, road_map=of), key=key)
    found.road_map = of
    page = indicator_page(register_of(of, found), reference_for(call.agency))
    steps = {one.view.slot.code: [_step(step) for step in one.steps] for one in page.figures}
    return _indicator(page.entry, lambda slot: steps.get(slot.code, []))


def find_road_map(call: Call, version: int) -> RoadMap:
    found = get_object_or_404(_road_maps(call), version=version)
    found.agency = call.agency
    return found


def _road_maps(call: Call) -> QuerySet[RoadMap]:
    found: QuerySet[RoadMap] = RoadMap.objects.visible_to(call.user).filter(agency=call.agency)
    return found


def _rows(call: Call, version: int, rows: QuerySet) -> QuerySet:
    return rows.filter(agency=call.agency, road_map=find_road_map(call, version))


def _indicator(entry: Entry, steps: Callable[[Slot], list[StepShape] | None] = lambda _slot: None) -> IndicatorShape:
    one = entry.indicator
    return IndicatorShape(
        id=one.pk, key=one.key, name=one.name, known_code=one.known_code or None, definition=one.definition or None,
        value_kind=ValueKind(one.value_kind) if one.value_kind else None,
        direction=Direction(one.direction) if one.direction else None,
        formula=FormulaChoice(one.formula) if one.formula else None,
        time_rule=TimeRuleChoice(one.time_rule) if one.time_rule else None,
        unit_rule=UnitRuleChoice(one.unit_rule) if one.unit_rule else None,
        cap=one.cap, scale_code=one.scale_code or None, unit=one.unit or None, source=one.source or None,
        baseline_year=one.baseline_year, coordinators=list(entry.coordinators),
        under=list(dict.fromkeys(map(owner_words, entry.owners))), national_code=one.national_code or None,
        figures=[_figure(slot, steps(slot)) for slot in entry.slots.values()],
    )  # fmt: skip


def _figure(slot: Slot, steps: list[StepShape] | None) -> FigureShape:
    empty = partial(FigureShape, role=FigureRole(slot.role), period=slot.period or None, undecided=slot.is_open)
    said = [statement_of(one.reading) for one in slot.statements]
    adopted, reading = slot.adopted, slot.reading
    if adopted is None or reading is None:
        return empty(
            printed=None, state=None, value=None, unit=None, level=None, low=None, high=None, exclusive=False,
            decided_at=None, reason=None, statements=said, steps=steps,
        )  # fmt: skip
    return empty(
        printed=reading.printed, state=ReadingState(reading.state.value), value=reading.value, unit=reading.unit,
        level=reading.level, low=reading.low, high=reading.high, exclusive=reading.exclusive,
        decided_at=adopted.decided_at, reason=adopted.reason if steps is not None and adopted.reason else None,
        statements=said, steps=steps,
    )  # fmt: skip


def _step(step: Step) -> StepShape:
    return StepShape(step.title, step.text, step.box or None, step.table or None)
