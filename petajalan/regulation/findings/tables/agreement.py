"""One indicator, one period, one value: what two tables state of it must agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import indicators_of, topic
from petajalan.regulation.findings.tables.values import Series, Value, all_series, is_stated
from petajalan.regulation.findings.wording import both, quoted, table_named
from petajalan.regulation.reference import Reference

INDICATOR_TWO_VALUES = Code(
    "indicator_two_values",
    Severity.ERROR,
    Words(
        "Satu indikator tercetak dengan dua nilai untuk tahun yang sama, di dua tabel atau di tabel dan teks.",
        "One indicator is printed with two values for one year, in two tables or in a table and the text.",
    ),
    Words(
        "Target 2024 suatu survei 85 di tabel sasaran dan 86 di tabel kegiatan utama.",
        "The 2024 target of a survey is 85 in the objectives table and 86 in the activities table.",
    ),
)
NEARLY_EQUAL_VALUES = Code(
    "nearly_equal_values",
    Severity.WARNING,
    Words(
        "Dua ukuran yang berkaitan hampir sama nilainya pada tahun yang sama; mungkin salah satunya salah salin.",
        "Two related measures have nearly the same value in one year; one of them may be miscopied.",
    ),
    Words(
        "Pengelolaan arsip 2022 tercetak 81,35 dan digitalisasi arsip 81,53.",
        "Archive management in 2022 is printed as 81,35 and archive digitalisation as 81,53.",
    ),
)
NEAR = Decimal("0.01")  # two values this close in relation are suspicious when their measures share a word
RARE = 3  # a word shared by at most so many indicators ties two of them together
LONG = 4  # letters


@dataclass(frozen=True, slots=True)
class Stated:
    series: Series
    value: Value


def indicator_two_values(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    indicators = indicators_of(reference)
    for series in all_series(data, indicators):
        for value in series.values:
            if value.year and is_stated(value.figure):
                groups[(series.key, value.kind, value.period)].append(Stated(series, value))
    for (_, kind, period), stated in groups.items():
        different = _different(stated)
        if len(different) < 2:
            continue
        name = quoted(different[0].series.name)
        what = (
            (f"Target {period}", f"The {period} target")
            if kind == "target"
            else (f"Nilai {period}", f"The {period} value")
        )
        said = both([_where(item) for item in different])
        yield INDICATOR_TWO_VALUES.found(
            Words(
                f"{what[0]} untuk {name} tercetak {said.id}.",
                f"{what[1]} of {name} is printed as {said.en}.",
            ),
            Words(
                "Tetapkan satu nilai dan cetak nilai itu di semua tabel.",
                "Decide on one value and print it in every table.",
            ),
            [item.value.figure.place for item in different],
        )


def _where(item: Stated) -> Words:
    printed, table = item.value.figure.reading.printed, table_named(item.value.figure.place.table)
    return Words(f"{printed} di {table.id}", f"{printed} in {table.en}")


def _different(stated: Sequence[Stated]) -> list[Stated]:
    """The first statement and those that contradict one kept before; a number and a grade do not contradict."""
    kept: list[Stated] = []
    for item in stated:
        if not any(_agree(item.value, other.value) for other in kept):
            kept.append(item)
    return kept


def _agree(one: Value, other: Value) -> bool:
    first, second = one.figure.reading, other.figure.reading
    if first.unit and second.unit and first.unit != second.unit:
        return True  # measured differently: nothing to compare
    if first.value is not None and second.value is not None:
        return first.value == second.value
    if first.level and second.level:
        return first.level.casefold() == second.level.casefold()
    if first.value is None and second.value is None and first.low is not None and second.low is not None:
        return (first.low, first.high) == (second.low, second.high)
    return True


def nearly_equal_values(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    rows = list(all_series(data, indicators_of(reference)))
    for first, second in combinations(rows, 2):
        if first.key == second.key or first.place.table == second.place.table:
            continue
        shared = _rare_words(first, second, rows)
        pair = _near_pair(first, second) if shared else None
        if pair is None:
            continue
        one, other = pair
        names = quoted(first.name), quoted(second.name)
        said = both([_where(Stated(first, one)), _where(Stated(second, other))])
        yield NEARLY_EQUAL_VALUES.found(
            Words(
                f"Nilai {one.period} untuk {names[0]} dan {names[1]} hampir sama: {said.id}; mungkin salah salin.",
                f"The {one.period} values of {names[0]} and {names[1]} are nearly equal: {said.en}; a slip?",
            ),
            Words(
                "Pastikan keduanya memang ukuran yang berbeda; bila sama, cetak satu nilai.",
                "Make sure that they are different measures; if they are one, print one value.",
            ),
            [one.figure.place, other.figure.place],
        )


def _rare_words(first: Series, second: Series, rows: Sequence[Series]) -> frozenset[str]:
    shared = {word for word in topic(first.name) & topic(second.name) if len(word) > LONG}
    keys = {word: {row.key for row in rows if word in topic(row.name)} for word in shared}
    return frozenset(word for word in shared if len(keys[word]) <= RARE)


def _near_pair(first: Series, second: Series) -> tuple[Value, Value] | None:
    for one in first.values:
        for other in second.values:
            if (one.kind, one.period) == (other.kind, other.period) and one.kind == "actual" and _are_near(one, other):
                return one, other
    return None


def _are_near(one: Value, other: Value) -> bool:
    a, b = one.figure.reading.value, other.figure.reading.value
    if a is None or b is None or a == b or a == a.to_integral_value() or min(a, b) <= 0:
        return False
    return one.figure.reading.unit == other.figure.reading.unit and abs(a - b) <= NEAR * max(a, b)


RULES = (
    Rule(indicator_two_values, (INDICATOR_TWO_VALUES,)),
    Rule(nearly_equal_values, (NEARLY_EQUAL_VALUES,)),
)
