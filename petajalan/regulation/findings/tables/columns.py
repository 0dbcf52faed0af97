"""Columns that a table lacks, and cells of them left empty: baseline, source, years of the period."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.regulation.data import RegulationData, TableKind
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.known_values import known_value_not_available
from petajalan.regulation.findings.tables.meanings import WITH_INDICATORS, Known, known_tables, rows_of
from petajalan.regulation.findings.tables.values import is_absent, is_blank, year_of
from petajalan.regulation.findings.wording import both, listed, quoted, table_named
from petajalan.regulation.reference import Reference

MISSING_BASELINE = Code(
    "missing_baseline",
    Severity.WARNING,
    Words(
        "Indikator bertarget tidak mempunyai baseline, sehingga kemajuannya tidak dapat diukur.",
        "An indicator with targets has no baseline, so its progress cannot be measured.",
    ),
    Words("Baseline “-”, target 2024 “70”.", "Baseline “-”, 2024 target “70”."),
)
MISSING_SOURCE = Code(
    "missing_source",
    Severity.NOTE,
    Words(
        "Tabel tidak menyebut sumber data tiap indikator, atau selnya kosong.",
        "A table names no data source for its indicators, or the cell is empty.",
    ),
    Words("Tabel target tanpa kolom “Sumber Data”.", "A targets table without a “Data source” column."),
)
MISSING_YEAR_COLUMN = Code(
    "missing_year_column",
    Severity.WARNING,
    Words(
        "Tabel tidak mempunyai kolom target untuk setiap tahun periode road map.",
        "A table has no target column for a year of the road map's period.",
    ),
    Words("Road map 2023-2024 dengan kolom target 2024 saja.", "A road map 2023-2024 with a 2024 target column only."),
)
TARGET_OUTSIDE_PERIOD = Code(
    "target_outside_period",
    Severity.WARNING,
    Words(
        "Tabel menetapkan target untuk tahun di luar masa road map.",
        "A table sets targets for a year outside the period of the road map.",
    ),
    Words("Kolom target 2025 pada road map 2023-2024.", "A 2025 target column in a road map 2023-2024."),
)


def missing_baseline(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    told = {place for finding in known_value_not_available(data, reference) for place in finding.places}
    for known in known_tables(data, *WITH_INDICATORS):
        rows = [row for row in rows_of(data, known) if any(not is_absent(figure) for figure in row.targets.values())]
        table = table_named(known.table.name)
        advice = Words(
            "Ukur dan cetak nilai awalnya, atau tulis kapan akan diukur.",
            "Measure and print the starting value, or state when it will be measured.",
        )
        if rows and not known.has("baseline") and not any(row.baseline for row in rows):
            yield MISSING_BASELINE.found(
                Words(f"{table.id} tidak mempunyai kolom baseline.", f"{table.en} has no baseline column."),
                advice,
                [known.head()],
            )
            continue
        empty = [row for row in rows if row.baseline and is_absent(row.baseline) and row.baseline.place not in told]
        if empty:
            names = listed(quoted(row.name.text) for row in empty if row.name)
            yield MISSING_BASELINE.found(
                Words(
                    f"{table.id}: indikator bertarget tanpa baseline: {names.id}.",
                    f"{table.en}: indicators with targets but without a baseline: {names.en}.",
                ),
                advice,
                [row.baseline.place for row in empty if row.baseline],
            )


def missing_source(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    without: list[Known] = []
    for known in known_tables(data, TableKind.INTERIM_RESULTS, *WITH_INDICATORS):
        if not known.has("source"):
            without.append(known)
            continue
        places, names = _without_source(data, known)
        if places:
            table, said = table_named(known.table.name), listed(names)
            yield MISSING_SOURCE.found(
                Words(
                    f"{table.id}: sumber data kosong untuk {said.id}.",
                    f"{table.en}: no data source for {said.en}.",
                ),
                Words("Isi sumber datanya.", "Fill in the data source."),
                places,
                severity=Severity.WARNING,
            )
    if without:
        tables = both([table_named(known.table.name) for known in without])
        yield MISSING_SOURCE.found(
            Words(
                f"Tanpa kolom sumber data per indikator: {tables.id}.",
                f"No column for the data source of each indicator: {tables.en}.",
            ),
            Words(
                "Tambahkan kolom sumber data agar capaian dapat diperiksa.",
                "Add a column for the data source, so that results can be checked.",
            ),
            [known.head() for known in without],
        )


def _without_source(data: RegulationData, known: Known) -> tuple[list[Place], list[str]]:
    if known.kind is TableKind.INTERIM_RESULTS:
        results = [result for result in data.road_map.interim_results if is_blank(result.source)]
        return [result.name.place for result in results], [quoted(result.name.text) for result in results]
    rows = [row for row in rows_of(data, known) if is_blank(row.source)]
    return [row.place for row in rows], [quoted(row.name.text) for row in rows if row.name]


def missing_year_column(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    if data.period is None:
        return
    first, last = data.period
    for known in known_tables(data, *WITH_INDICATORS):
        found = {year for period in known.periods() if (year := year_of(period)) is not None}
        absent = [str(year) for year in range(first, last + 1) if year not in found]
        if not found or not absent:
            continue
        table, years = table_named(known.table.name), listed(absent)
        yield MISSING_YEAR_COLUMN.found(
            Words(
                f"{table.id} tidak mempunyai kolom target {years.id}, padahal periode road map {first}-{last}.",
                f"{table.en} has no target column for {years.en}, though the road map covers {first}-{last}.",
            ),
            Words("Tambahkan target untuk setiap tahun periode.", "Add a target for every year of the period."),
            [known.head("target:")],
        )


def target_outside_period(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    if data.period is None:
        return
    first, last = data.period
    for known in known_tables(data, *WITH_INDICATORS):
        outside = [period for period in known.periods() if not first <= (year_of(period) or first) <= last]
        if outside:
            table, years = table_named(known.table.name), listed(outside)
            yield TARGET_OUTSIDE_PERIOD.found(
                Words(
                    f"{table.id} menetapkan target {years.id}, di luar masa road map {first}-{last}.",
                    f"{table.en} sets targets for {years.en}, outside the road map's period {first}-{last}.",
                ),
                Words("Hapus kolom itu, atau perbaiki masa road map.", "Drop the column, or correct the period."),
                [known.head(f"target:{period}") for period in outside],
            )


RULES = (
    Rule(missing_baseline, (MISSING_BASELINE,)),
    Rule(missing_source, (MISSING_SOURCE,)),
    Rule(missing_year_column, (MISSING_YEAR_COLUMN,)),
    Rule(target_outside_period, (TARGET_OUTSIDE_PERIOD,)),
)
