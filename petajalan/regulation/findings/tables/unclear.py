"""Indicators whose figures cannot be judged because their scale or direction is told nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.calc.scales import Scale
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.bounds import printed_scale
from petajalan.regulation.findings.tables.directions import direction_of
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.findings.tables.units import is_bare, is_in_points
from petajalan.regulation.findings.tables.values import Series, all_series, is_stated
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.reference import Reference

MISSING_SCALE = Code(
    "missing_scale",
    Severity.NOTE,
    Words(
        "Indeks atau nilai tercetak tanpa skala, dan skalanya bukan 0–100 yang lazim atau tidak dikenal.",
        "An index or score is printed without its scale, which is not the usual 0–100 or is unknown.",
    ),
    Words("Target 2,92 tanpa keterangan skala 1–5.", "A target of 2.92 without saying that the scale is 1–5."),
)
MISSING_DIRECTION = Code(
    "missing_direction",
    Severity.NOTE,
    Words(
        "Tidak jelas apakah nilai indikator yang lebih tinggi lebih baik atau lebih buruk.",
        "It is not clear whether a higher value of an indicator is better or worse.",
    ),
    Words("“Waktu layanan” dengan satu target saja.", "“Service time” with a single target."),
)
USUAL_TOP = 100


def missing_scale(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    rows = [(series, printed_scale(data, series)) for series in all_series(data, indicators)]
    printed = {series.key for series, scale in rows if scale}
    bare: dict[str, Series] = {}
    for series, scale in rows:
        if series.key in printed or not is_bare(series) or not is_in_points(series, indicators):
            continue
        known = indicators.known(series.name)
        if known and known.scale is None and scale is None:
            continue  # a statistic such as the depth of poverty is measured on no scale
        if scale == "" or not _is_usual(indicators.scale(series.name), series):
            bare.setdefault(series.key, series)
    if not bare:
        return
    names = listed(quoted(series.name) for series in bare.values())
    yield MISSING_SCALE.found(
        Words(f"Skala tidak tercetak untuk {names.id}.", f"No scale is printed for {names.en}."),
        Words("Cetak skala di samping indikatornya.", "Print the scale beside the indicator."),
        [series.row.place if series.row else series.place for series in bare.values()],
    )


def _is_usual(scale: Scale | None, series: Series) -> bool:
    """Whether a reader will take the right scale for granted: 0 to 100, or a level by its name."""
    if scale is None:
        return any((value.figure.reading.unit or value.figure.reading.level) for value in series.values)
    ranges = [(scale.low, scale.high), *scale.printed_ranges]
    return any(high == USUAL_TOP for _, high in ranges) or bool(scale.levels)


def missing_direction(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    unclear: dict[str, Series] = {}
    for series in all_series(data, indicators):
        numbers = {v.figure.reading.value for v in series.values if v.figure.reading.value is not None}
        targeted = any(value.kind == "target" and is_stated(value.figure) for value in series.values)
        if targeted and len(numbers) == 1 and direction_of(series.name, indicators) is None:
            unclear.setdefault(series.key, series)
    if not unclear:
        return
    names = listed(quoted(series.name) for series in unclear.values())
    yield MISSING_DIRECTION.found(
        Words(
            f"Arah yang baik (naik atau turun) tidak jelas untuk {names.id}.",
            f"It is not clear whether more or less is better for {names.en}.",
        ),
        Words(
            "Tulis arahnya, misalnya “makin rendah makin baik”.",
            "State the direction, for example “lower is better”.",
        ),
        [series.row.place if series.row else series.place for series in unclear.values()],
    )


RULES = (
    Rule(missing_scale, (MISSING_SCALE,)),
    Rule(missing_direction, (MISSING_DIRECTION,)),
)
