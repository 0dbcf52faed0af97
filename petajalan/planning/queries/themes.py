"""Themes, and everything that is known of one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Value

from petajalan.planning.models import (
    DataPoint,
    DataSeries,
    IndicatorRow,
    Obstacle,
    Programme,
    RelatedRegulation,
    RoadMap,
    RootCause,
    Theme,
)


@dataclass(frozen=True, slots=True)
class Branch:
    """A cause with the programmes that answer it and what causes it in turn."""

    cause: RootCause
    programmes: tuple[Programme, ...]
    below: tuple[Branch, ...]

    @property
    def is_answered(self) -> bool:
        return bool(self.programmes) or any(one.is_answered for one in self.below)


@dataclass(frozen=True, slots=True)
class Series:
    series: DataSeries
    points: tuple[DataPoint, ...]  # the earliest first

    @property
    def last(self) -> DataPoint | None:
        return self.points[-1] if self.points else None


@dataclass(frozen=True, slots=True)
class Line:
    """An obstacle, or a related regulation: a sentence of the theme that can be edited."""

    pk: int
    text: str


@dataclass(frozen=True, slots=True)
class ThemePage:
    theme: Theme
    indicators: tuple[IndicatorRow, ...]
    obstacles: tuple[Line, ...]
    causes: tuple[Branch, ...]
    programmes: tuple[Programme, ...]
    regulations: tuple[Line, ...]
    series: tuple[Series, ...]


def themes_of(road_map: RoadMap) -> list[Theme]:
    """Themes in their order, counted: `causes`, `answers`, `lines` and `measured`. One query."""
    return list(
        Theme.objects.filter(agency=road_map.agency_id, road_map=road_map).annotate(
            causes=Count("root_causes", distinct=True),
            answers=Count("programmes", distinct=True),
            lines=Count("series", distinct=True),
            measured=Count("indicators", distinct=True),
        )
    )


def theme_page(theme: Theme) -> ThemePage:
    """Five queries beside the one for the theme."""
    of = {"agency": theme.agency_id, "theme": theme}
    causes = list(RootCause.objects.filter(**of))
    lines = _lines(theme)
    programmes = tuple(Programme.objects.filter(**of).select_related("owner"))
    return ThemePage(
        theme=theme,
        indicators=tuple(IndicatorRow.objects.filter(**of, indicator__isnull=False).select_related("indicator")),
        obstacles=lines["obstacle"],
        causes=_tree(causes, programmes),
        programmes=programmes,
        regulations=lines["regulation"],
        series=series_of(theme),
    )


def _lines(theme: Theme) -> dict[str, tuple[Line, ...]]:
    of = {"agency": theme.agency_id, "theme": theme}
    columns = ("kind", "position", "pk", "line")
    obstacles = Obstacle.objects.filter(**of).order_by().annotate(kind=_kind("obstacle"), line=F("text"))
    regulations = RelatedRegulation.objects.filter(**of).order_by().annotate(kind=_kind("regulation"), line=F("title"))
    found = obstacles.values_list(*columns).union(regulations.values_list(*columns), all=True)
    rows = sorted(found, key=lambda row: row[1])
    return {name: tuple(Line(row[2], row[3]) for row in rows if row[0] == name) for name in ("obstacle", "regulation")}


def _kind(name: str) -> Value:
    return Value(name, output_field=CharField())


def series_of(theme: Theme) -> tuple[Series, ...]:
    """One query: a series without a point comes with an empty one."""
    names = [field.attname for field in DataPoint._meta.concrete_fields]
    found: dict[int, list[DataPoint]] = defaultdict(list)
    known: dict[int, DataSeries] = {}
    rows = DataSeries.objects.filter(agency=theme.agency_id, theme=theme).order_by("position", "points__period")
    for row in rows.annotate(**{f"point_{name}": F(f"points__{name}") for name in names}):
        known.setdefault(row.pk, row)
        if row.point_id is not None:  # type: ignore[attr-defined]
            found[row.pk].append(DataPoint(**{name: getattr(row, f"point_{name}") for name in names}))
    return tuple(Series(one, tuple(found[key])) for key, one in known.items())


def _tree(causes: list[RootCause], programmes: tuple[Programme, ...]) -> tuple[Branch, ...]:
    below: dict[int | None, list[RootCause]] = defaultdict(list)
    for cause in causes:
        below[cause.parent_id].append(cause)
    answers: dict[int | None, list[Programme]] = defaultdict(list)
    for programme in programmes:
        answers[programme.cause_id].append(programme)

    def branches(parent: int | None) -> tuple[Branch, ...]:
        return tuple(Branch(one, tuple(answers[one.pk]), branches(one.pk)) for one in below[parent])

    return branches(None)
