"""Figures and printed scales against the scale of their indicator."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.calc.scales import Scale, in_range
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.bounds import Bounds, printed_bounds, read_bounds
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.findings.tables.values import Value, all_series
from petajalan.regulation.findings.wording import both, listed, quoted
from petajalan.regulation.reference import Reference

OUTSIDE_SCALE = Code(
    "outside_scale",
    Severity.WARNING,
    Words(
        "Nilai berada di luar skala yang tercetak atau skala indikator yang dikenal.",
        "A value lies outside the printed scale or the known scale of its indicator.",
    ),
    Words("Target 6 pada indeks berskala 1–5.", "A target of 6 for an index with a scale of 1–5."),
)
SCALE_PRINTED_WRONG = Code(
    "scale_printed_wrong",
    Severity.NOTE,
    Words(
        "Skala yang tercetak berbeda dari skala yang ditetapkan untuk indikator itu.",
        "The printed scale differs from the scale laid down for the indicator.",
    ),
    Words("Tingkat kematangan berskala 1–5 tercetak 0–5.", "A maturity level of 1–5 is printed as 0–5."),
)
CONFIDENT = ("P", "S", "C", "N", "D")  # marks of sources that a finding on a printed scale may rest on


def outside_scale(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators, reported = indicators_of(reference), set()
    for series in all_series(data, indicators):
        printed = printed_bounds(data, series)
        scale = indicators.scale(series.name)
        outside = [value for value in series.values if _is_outside(value, printed, scale)]
        numbers = tuple((value.period, value.figure.reading.value) for value in outside)
        if not outside or (series.key, numbers) in reported:
            continue
        reported.add((series.key, numbers))
        name, shown = quoted(series.name), printed.shown if printed else _known_bounds(scale)
        said = listed(f"{value.figure.reading.printed} ({value.period})" for value in outside)
        basis = Words("yang tercetak", "as printed") if printed else Words("indikator ini", "of this indicator")
        yield OUTSIDE_SCALE.found(
            Words(
                f"Nilai {name} {said.id} di luar skala {basis.id}, {shown}.",
                f"The value of {name}, {said.en}, lies outside the scale {basis.en}, {shown}.",
            ),
            Words(
                "Perbaiki nilai, atau tulis satuan dan skala yang sebenarnya dipakai.",
                "Correct the value, or print the unit and the scale that is really used.",
            ),
            [value.figure.place for value in outside],
        )


def _is_outside(value: Value, printed: Bounds | None, scale: Scale | None) -> bool:
    reading = value.figure.reading
    if reading.value is None or reading.unit not in (None, "percent", "level"):
        return False
    if printed:
        return not printed.low <= reading.value <= printed.high
    if scale is None or in_range(scale, reading.value, value.year) is not False:
        return False
    return not any(low <= reading.value <= high for low, high in scale.printed_ranges)


def _known_bounds(scale: Scale | None) -> str:
    if scale is None or scale.low is None or scale.high is None:
        return "–"
    return Bounds(scale.low, scale.high).shown


def scale_printed_wrong(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    places, pieces = [], []
    for result in data.road_map.interim_results:
        bounds = read_bounds(result.scale.text) if result.scale else None
        scale = indicators.scale(result.name.text)
        if result.scale and bounds and scale and scale.confidence in CONFIDENT and _differs(bounds, scale):
            places.append(result.scale.place)
            name, known = quoted(result.name.text), _known_bounds(scale)
            pieces.append(
                Words(
                    f"{name} tercetak {bounds.shown}, seharusnya {known}",
                    f"{name} is printed as {bounds.shown}, should be {known}",
                )
            )
    if places:
        said = both(pieces)
        yield SCALE_PRINTED_WRONG.found(
            Words(f"Skala berbeda dari aturannya: {said.id}.", f"Scales differ from their rules: {said.en}."),
            Words("Cetak skala menurut aturan penilaiannya.", "Print the scale as its rule lays it down."),
            places,
        )


def _differs(bounds: Bounds, scale: Scale) -> bool:
    """A printed range in common use passes, but a maturity that starts at level 1 cannot be 0."""
    if scale.low is None or scale.high is None or (bounds.low, bounds.high) == (scale.low, scale.high):
        return False
    starts_below_one = scale.low == 1 and bounds.low < 1 and bounds.high == scale.high
    return starts_below_one or (bounds.low, bounds.high) not in scale.printed_ranges


RULES = (
    Rule(outside_scale, (OUTSIDE_SCALE,)),
    Rule(scale_printed_wrong, (SCALE_PRINTED_WRONG,)),
)
