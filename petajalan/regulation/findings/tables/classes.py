"""Figures against the classes valid in their year."""

from __future__ import annotations

from collections.abc import Iterator

from petajalan.calc.scales import Scale, classification_in, classify, lowest_band, same_scheme
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of
from petajalan.regulation.findings.tables.values import Series, Value, all_series
from petajalan.regulation.findings.wording import number, quoted
from petajalan.regulation.reference import Reference

LOWEST_CLASS = Code(
    "lowest_class",
    Severity.WARNING,
    Words(
        "Target terakhir masih berada di kelas terendah menurut tabel kelas yang berlaku pada tahunnya.",
        "The last target is still in the lowest class of the table valid in its year.",
    ),
    Words(
        "Target survei integritas 2024 sebesar 70 masih kelas terendah (di bawah 73).",
        "A 2024 target of 70 in the integrity survey is still the lowest class (below 73).",
    ),
)
INDEX_OVER_TWO_SCHEMES = Code(
    "index_over_two_schemes",
    Severity.WARNING,
    Words(
        "Nilai dua tahun dibandingkan padahal cara penilaian atau tabel kelasnya berganti di antaranya.",
        "Values of two years are compared although the scheme or its classes changed in between.",
    ),
    Words(
        "Indeks RB 2022 (skema lama) menjadi baseline bagi target 2024 (skema baru).",
        "The reform index of 2022 (old scheme) is the baseline of a 2024 target (new scheme).",
    ),
)


def lowest_class(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    low: dict[str, list[tuple[Series, Value]]] = {}
    for series in all_series(data, indicators):
        targets = [v for v in series.values if v.kind == "target" and v.figure.reading.value is not None]
        scale = indicators.scale(series.name)
        if targets and scale and _in_lowest(scale, targets[-1]):
            low.setdefault(series.key, []).append((series, targets[-1]))
    for same in low.values():
        series, value = same[0]
        scale = indicators.scale(series.name)
        if scale is not None:
            yield _lowest(scale, value, same)


def _in_lowest(scale: Scale, value: Value) -> bool:
    table, reading = classification_in(scale, value.year), value.figure.reading
    if table is None or len(table.bands) < 2 or reading.value is None or value.year is None:
        return False
    found = classify(scale, reading.value, value.year)
    return found is not None and found.band == lowest_band(scale, value.year)


def _lowest(scale: Scale, value: Value, same: list[tuple[Series, Value]]) -> Finding:
    table = classification_in(scale, value.year)
    band, above = (table.bands[0], table.bands[1]) if table else (None, None)
    name, printed = quoted(same[0][0].name), value.figure.reading.printed
    label = band.label if band else ""
    start = number(above.low) if above and above.low is not None else Words("", "")
    next_label = above.label if above else ""
    doubt = table is None or table.confidence in ("I", "M")
    return LOWEST_CLASS.found(
        Words(
            f"Target {name} tahun {value.period} sebesar {printed} masih di kelas terendah, “{label}”; "
            f"“{next_label}” dimulai dari {start.id}.",
            f"The {value.period} target of {name}, {printed}, is still in the lowest class, “{label}”; "
            f"“{next_label}” begins at {start.en}.",
        ),
        Words(
            "Tetapkan target yang mencapai kelas berikutnya, atau jelaskan mengapa belum dapat dicapai.",
            "Set a target that reaches the next class, or explain why it is out of reach.",
        ),
        [item.figure.place for _, item in same],
        severity=Severity.NOTE if doubt else None,
    )


def index_over_two_schemes(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    broken: dict[str, list[tuple[Series, Value, Value]]] = {}
    for series in all_series(data, indicators):
        pair = _over_a_break(series, indicators)
        if pair:
            broken.setdefault(series.key, []).append((series, *pair))
    for same in broken.values():
        series, before, after = same[0]
        scale = indicators.scale(series.name)
        table = classification_in(scale, after.year) if scale else None
        since = table.first_year if table else after.year
        name, a, b = quoted(series.name), before.figure.reading.printed, after.figure.reading.printed
        yield INDEX_OVER_TWO_SCHEMES.found(
            Words(
                f"{name}: {a} ({before.period}) dan {b} ({after.period}) dinilai dengan dua skema; skema berganti "
                f"sejak {since}.",
                f"{name}: {a} ({before.period}) and {b} ({after.period}) stand on two schemes; the scheme changed in "
                f"{since}.",
            ),
            Words(
                "Sebut skema tiap nilai, dan jangan membaca selisihnya sebagai kenaikan.",
                "Name the scheme of each value, and do not read the difference as growth.",
            ),
            [place for _, one, other in same for place in (one.figure.place, other.figure.place)],
        )


def _over_a_break(series: Series, indicators: Indicators) -> tuple[Value, Value] | None:
    """The last value of the old scheme and the last of the new one."""
    scale = indicators.scale(series.name)
    stated = [v for v in series.values if v.year and (v.figure.reading.value is not None or v.figure.reading.level)]
    if scale is None or len(stated) < 2:
        return None
    last = stated[-1]
    for value in reversed(stated[:-1]):
        if same_scheme(scale, value.year or 0, last.year or 0) is False:
            return value, last
    return None


RULES = (
    Rule(lowest_class, (LOWEST_CLASS,)),
    Rule(index_over_two_schemes, (INDEX_OVER_TWO_SCHEMES,)),
)
