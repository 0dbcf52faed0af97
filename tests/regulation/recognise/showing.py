"""What was recognised, as printed words only, so that a test can compare the whole of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from petajalan.regulation.data import Figure, IndicatorRow, KeyActivity, Printed, RegulationData, Team
from petajalan.regulation.document import Document, Place


def text(printed: Printed | None) -> str | None:
    return None if printed is None else printed.text


def figure(figure: Figure | None) -> str | None:
    return None if figure is None else figure.reading.printed


def indicator(row: IndicatorRow) -> dict[str, object]:
    """The parts of an indicator that are printed."""
    shown: dict[str, object] = {
        "name": text(row.name),
        "national": text(row.national_indicator),
        "unit": text(row.unit),
        "baseline": figure(row.baseline),
        "year": row.baseline_year,
        "targets": {period: figure(target) for period, target in row.targets.items()},
        "national_target": figure(row.national_target),
        "source": text(row.source),
        "actuals": {period: figure(actual) for period, actual in row.actuals.items()},
        "coordinator": text(row.coordinator),
        "implementers": text(row.implementers),
    }
    return {key: value for key, value in shown.items() if value not in (None, {})}


def scores(activity: KeyActivity) -> dict[str, str | None]:
    return {code: figure(score) for code, score in activity.scores.items()}


def members(team: Team) -> list[tuple[str, str | None, str]]:
    return [(member.role, member.number, member.position.text) for member in team.members]


def without_places(value: object) -> object:
    """The regulation as data with all its words and figures, and without where they stand in the file."""
    if isinstance(value, Place | Document):
        return None
    if isinstance(value, RegulationData):
        parts = ("sections", "articles")  # their blocks are numbered by the format
        shown = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in parts}
        numbers = [section.number for section in value.sections], [article.number for article in value.articles]
        return without_places(shown), numbers
    if is_dataclass(value):
        return {field.name: without_places(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items()}
    return [without_places(item) for item in value] if isinstance(value, tuple) else value
