"""The units of figures: lost, or printed for some rows and not for others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of
from petajalan.regulation.findings.tables.values import Series, Value, all_series
from petajalan.regulation.findings.wording import listed, quoted, table_named
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

MISSING_UNIT = Code(
    "missing_unit",
    Severity.WARNING,
    Words(
        "Angka tercetak tanpa satuan pada indikator yang tidak jelas satuannya.",
        "Figures are printed without a unit for an indicator whose unit is not plain.",
    ),
    Words(
        "“Tingkat tindak lanjut aduan: 100”: persen, atau aduan?", "“Follow-up of complaints: 100”: percent, or cases?"
    ),
)
PERCENT_MIXED = Code(
    "percent_mixed",
    Severity.WARNING,
    Words(
        "Persentase tercetak sebagian dengan tanda % dan sebagian sebagai angka saja.",
        "Percentages are printed partly with a percent sign and partly as plain numbers.",
    ),
    Words("Kemiskinan 6,4 di samping investasi 2,1%.", "Poverty 6.4 beside investment 2.1%."),
)
_IN_POINTS = ("index", "score", "level")
_POINTS = re.compile(
    r"\b(?:indeks|nilai|skor|survei|maturitas|kematangan|level|predikat|opini|kapabilitas|rasio|jumlah|banyaknya)\b"
)
_KIND_WORDS = 2  # the first words of a name that make two indicators one kind ("Tingkat Implementasi ...")


def missing_unit(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    bare: dict[str | None, list[Series]] = {}
    rows = list(indicator_rows(data, indicators))
    printed = percentages(rows)
    for series in rows:
        if is_bare(series) and not _is_percent(series, indicators, printed) and not is_in_points(series, indicators):
            bare.setdefault(series.place.table, []).append(series)
    for name, without in bare.items():
        table = table_named(name)
        said = listed(f"{quoted(series.name)} ({', '.join(numbers_of(series))})" for series in without)
        yield MISSING_UNIT.found(
            Words(
                f"{table.id} mencetak angka tanpa satuan: {said.id}.",
                f"{table.en} prints figures without a unit: {said.en}.",
            ),
            Words("Tulis satuannya (%, nilai, level, jumlah).", "Print the unit (%, score, level, number)."),
            [series.row.place for series in without if series.row],
        )


def indicator_rows(data: RegulationData, indicators: Indicators) -> Iterator[Series]:
    return (series for series in all_series(data, indicators) if series.row is not None)


def is_bare(series: Series) -> bool:
    """Whether the row prints numbers and no unit anywhere."""
    readings = [value.figure.reading for value in series.values if value.figure.reading.value is not None]
    has_unit = series.row is not None and series.row.unit is not None
    return bool(readings) and not has_unit and not any(reading.unit or reading.level for reading in readings)


def is_in_points(series: Series, indicators: Indicators) -> bool:
    known = indicators.known(series.name)
    if known and known.unit:
        return known.unit in _IN_POINTS
    return _POINTS.search(plain(series.name)) is not None


Kind = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Percentages:
    """What the document prints with a percent sign: keys of indicators, and in which tables names that begin so."""

    keys: frozenset[str]
    kinds: frozenset[Kind]


def percentages(rows: Sequence[Series]) -> Percentages:
    signed = [series for series in rows if prints_percent(series)]
    return Percentages(frozenset(series.key for series in signed), frozenset(map(_kind, signed)))


def _is_percent(series: Series, indicators: Indicators, printed: Percentages) -> bool:
    """Whether it is a percentage: as is known, as another table prints it, or like a neighbour of the same kind."""
    known = indicators.known(series.name)
    if known and known.unit:
        return known.unit == "percent"
    return series.key in printed.keys or _kind(series) in printed.kinds


def _kind(series: Series) -> Kind:
    return series.place.table, tuple(plain(series.name).split()[:_KIND_WORDS])


def prints_percent(series: Series) -> bool:
    row_unit = series.row.unit.text if series.row and series.row.unit else ""
    return "%" in row_unit or any(value.figure.reading.unit == "percent" for value in series.values)


def numbers_of(series: Series) -> list[str]:
    stated = [value.figure.reading.printed for value in series.values if value.figure.reading.value is not None]
    return list(dict.fromkeys(stated))


def percent_mixed(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    every = list(indicator_rows(data, indicators))
    printed = percentages(every)
    tables: dict[str | None, list[Series]] = {}
    for series in every:
        tables.setdefault(series.place.table, []).append(series)
    for name, rows in tables.items():
        signed = [series for series in rows if prints_percent(series)]
        bare = [series for series in rows if is_bare(series) and _is_percent(series, indicators, printed)]
        half = [series for series in signed if _bare_values(series)]
        if not half and not (bare and signed):
            if bare:
                yield _percent_lost(name, bare)
            continue
        table, example = table_named(name), signed[0]
        said = listed(f"{quoted(series.name)} ({', '.join(numbers_of(series))})" for series in [*bare, *half])
        shown = f"{quoted(example.name)} ({', '.join(numbers_of(example))})"
        yield PERCENT_MIXED.found(
            Words(
                f"{table.id} mencetak persentase tanpa tanda %: {said.id}; yang lain memakainya, misalnya {shown}.",
                f"{table.en} prints percentages without a percent sign: {said.en}; others have it, such as {shown}.",
            ),
            Words(
                "Pakai satuan yang sama: tulis % pada semua persentase.", "Use one unit: print % for every percentage."
            ),
            [series.row.place for series in [*bare, *half] if series.row],
        )


def _percent_lost(name: str | None, bare: Sequence[Series]) -> Finding:
    table = table_named(name)
    said = listed(f"{quoted(series.name)} ({', '.join(numbers_of(series))})" for series in bare)
    return MISSING_UNIT.found(
        Words(
            f"{table.id} mencetak persentase tanpa tanda %: {said.id}.",
            f"{table.en} prints percentages without a percent sign: {said.en}.",
        ),
        Words("Tulis % pada persentase.", "Print % for percentages."),
        [series.row.place for series in bare if series.row],
    )


def _bare_values(series: Series) -> list[Value]:
    """Numbers without a sign in a row that prints others with it."""
    if series.row is None or series.row.unit:
        return []
    return [v for v in series.values if v.figure.reading.value is not None and v.figure.reading.unit is None]


RULES = (
    Rule(missing_unit, (MISSING_UNIT,)),
    Rule(percent_mixed, (PERCENT_MIXED, MISSING_UNIT)),
)
