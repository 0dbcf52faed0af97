"""Years that a row leaves without a target."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.regulation.data import IndicatorRow, RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.values import is_absent, is_yearly
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.reference import Reference

GAP_YEAR = Code(
    "gap_year",
    Severity.WARNING,
    Words(
        "Satu tahun tidak bertarget sedangkan tahun lain pada baris yang sama bertarget.",
        "A year has no target although another year of the same row has one.",
    ),
    Words("Target 2023 “-” sedangkan target 2024 “3”.", "The 2023 target is “-” while the 2024 target is “3”."),
)
MISSING_TARGET = Code(
    "missing_target",
    Severity.WARNING,
    Words("Indikator tidak mempunyai target sama sekali.", "An indicator has no target at all."),
    Words("Semua kolom target berisi “-”.", "Every target column holds “-”."),
)
_HALF_YEARS = ("Q2", "Q4")


def gap_year(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for row in data.road_map.indicators():
        empty = _empty(row)
        if not row.name or not empty:
            continue
        filled = [period for period, figure in sorted(row.targets.items()) if not is_absent(figure)]
        if filled:
            name, years = quoted(row.name.text), listed(empty)
            others = listed(f"{period} ({row.targets[period].reading.printed})" for period in filled)
            yield GAP_YEAR.found(
                Words(
                    f"{name} tidak bertarget pada {years.id}, sedangkan bertarget pada {others.id}.",
                    f"{name} has no target for {years.en}, while it has one for {others.en}.",
                ),
                Words(
                    "Isi target tahun itu, atau tulis bahwa indikator memang tidak diukur pada tahun itu.",
                    "Fill in the target of that year, or state that the indicator is not measured in it.",
                ),
                [row.targets[period].place for period in empty],
            )


def _empty(row: IndicatorRow) -> list[str]:
    """Years without a target; of quarters only one between two that have one, for many are measured once or twice a
    year."""
    periods = sorted(row.targets)
    filled = [at for at, period in enumerate(periods) if not is_absent(row.targets[period])]
    if filled and all(periods[at].endswith(_HALF_YEARS) for at in filled):
        return []
    return [
        period
        for at, period in enumerate(periods)
        if at not in filled and (is_yearly(period) or (filled and filled[0] < at < filled[-1]))
    ]


def missing_target(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for row in data.road_map.indicators():
        if row.name and row.targets and all(is_absent(figure) for figure in row.targets.values()):
            name = quoted(row.name.text)
            yield MISSING_TARGET.found(
                Words(f"{name} tidak mempunyai target.", f"{name} has no target."),
                Words("Tetapkan targetnya atau hapus indikatornya.", "Set its target or drop the indicator."),
                [row.place],
            )


RULES = (
    Rule(gap_year, (GAP_YEAR,)),
    Rule(missing_target, (MISSING_TARGET,)),
)
