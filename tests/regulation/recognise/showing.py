"""What was recognised, as printed words only, so that a test can compare the whole of it."""

from __future__ import annotations

from petajalan.regulation.data import Figure, IndicatorRow, KeyActivity, Printed, Team


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
