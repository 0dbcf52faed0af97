"""The form of figures against their indicator: a number or a grade, an amount or a share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of
from petajalan.regulation.findings.tables.units import indicator_rows, numbers_of, prints_percent
from petajalan.regulation.findings.tables.values import Series, Value, series_of
from petajalan.regulation.findings.wording import listed, quoted, table_named
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

NUMBER_AND_GRADE_MIXED = Code(
    "number_and_grade_mixed",
    Severity.WARNING,
    Words(
        "Satu baris mencampur angka dan predikat sehingga target tidak dapat dibandingkan dengan baseline.",
        "One row mixes numbers and grades, so that target and baseline cannot be compared.",
    ),
    Words("Baseline “70,4 (BB)” dan target “BB”.", "Baseline “70,4 (BB)” and target “BB”."),
)
AMOUNT_IN_PERCENT = Code(
    "amount_in_percent",
    Severity.WARNING,
    Words(
        "Indikator menyebut jumlah atau nilai, tetapi angkanya persentase.",
        "An indicator names an amount, but its figures are percentages.",
    ),
    Words("“Nilai investasi” dengan target 2,5%.", "“Value of investment” with a target of 2.5%."),
)
_GROWTH = re.compile(r"\b(?:pertumbuhan|peningkatan|kenaikan|persentase|proporsi|rasio|laju|share|tingkat)\b")


def number_and_grade_mixed(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for row in data.road_map.indicators():
        if row.name is None:
            continue
        values = [v for v in series_of(row, indicators_of(reference)).values if _form(v)]
        if len({_form(value) for value in values}) < 2 or not any(_form(value) != "number" for value in values):
            continue
        name = quoted(row.name.text)
        said = listed(f"{value.figure.reading.printed} ({value.period})" for value in values)
        yield NUMBER_AND_GRADE_MIXED.found(
            Words(
                f"{name} mencampur angka dan predikat: {said.id}.",
                f"{name} mixes numbers and grades: {said.en}.",
            ),
            Words(
                "Cetak angka beserta predikatnya pada baseline dan semua target.",
                "Print the number with its grade for the baseline and every target.",
            ),
            [row.place],
        )


def _form(value: Value) -> str | None:
    """How a figure is printed: as a number, as a grade or as both; `None` for anything else."""
    reading = value.figure.reading
    grade = reading.level or (reading.label if reading.value is not None else None)
    if reading.value is not None:
        return "both" if grade else "number"
    return "grade" if reading.level else None


def amount_in_percent(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    rows = list(indicator_rows(data, indicators))
    for series in rows:
        if series.row is None or not prints_percent(series) or not _names_an_amount(series, indicators):
            continue
        twin = next((other for other in rows if other.key != series.key and _same_figures(series, other)), None)
        name, numbers = quoted(series.name), ", ".join(numbers_of(series))
        also = Words("", "")
        if twin:
            table = table_named(twin.place.table)
            also = Words(
                f" dan sama dengan {quoted(twin.name)} di {table.id}",
                f" and equal those of {quoted(twin.name)} in {table.en}",
            )
        yield AMOUNT_IN_PERCENT.found(
            Words(
                f"{name} menyebut jumlah, tetapi angkanya persentase ({numbers}){also.id}.",
                f"{name} names an amount, but its figures are percentages ({numbers}){also.en}.",
            ),
            Words(
                "Sebut indikatornya sebagai pertumbuhan, atau cetak jumlahnya dalam rupiah atau satuannya.",
                "Call the indicator a growth rate, or print the amount in rupiah or its unit.",
            ),
            [other.row.place for other in (series, twin) if other and other.row],
        )


def _names_an_amount(series: Series, indicators: Indicators) -> bool:
    words, known = plain(series.name), indicators.known(series.name)
    if _GROWTH.search(words):
        return False
    return (known is not None and known.unit in ("rupiah", "people")) or re.search(r"\bjumlah\b", words) is not None


def _same_figures(one: Series, other: Series) -> bool:
    first = {(v.kind, v.period): v.figure.reading.value for v in one.values if v.figure.reading.value is not None}
    second = {(v.kind, v.period): v.figure.reading.value for v in other.values if v.figure.reading.value is not None}
    shared = first.keys() & second.keys()
    return len(shared) > 1 and all(first[period] == second[period] for period in shared)


RULES = (
    Rule(number_and_grade_mixed, (NUMBER_AND_GRADE_MIXED,)),
    Rule(amount_in_percent, (AMOUNT_IN_PERCENT,)),
)
