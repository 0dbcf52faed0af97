"""Years that a row leaves without a target."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
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


def gap_year(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for row in data.road_map.indicators():
        yearly = {period: figure for period, figure in sorted(row.targets.items()) if is_yearly(period)}
        empty = [period for period, figure in yearly.items() if is_absent(figure)]
        if not row.name or not empty:
            continue
        name, filled = quoted(row.name.text), [period for period in yearly if period not in empty]
        if len(empty) < len(yearly):
            years, others = listed(empty), listed(f"{period} ({yearly[period].reading.printed})" for period in filled)
            yield GAP_YEAR.found(
                Words(
                    f"{name} tidak bertarget pada {years.id}, sedangkan bertarget pada {others.id}.",
                    f"{name} has no target for {years.en}, while it has one for {others.en}.",
                ),
                Words(
                    "Isi target tahun itu, atau tulis bahwa indikator memang tidak diukur pada tahun itu.",
                    "Fill in the target of that year, or state that the indicator is not measured in it.",
                ),
                [yearly[period].place for period in empty],
            )


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
