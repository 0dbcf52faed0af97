"""What the running text tells of an indicator must agree with its table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from petajalan.calc.numbers import rounded
from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import Amount, amounts, sentences
from petajalan.regulation.findings.tables.agreement import INDICATOR_TWO_VALUES
from petajalan.regulation.findings.tables.directions import direction_of
from petajalan.regulation.findings.tables.indicators import Indicators, indicators_of
from petajalan.regulation.findings.tables.told import Told, named_in, subjects, told, year_within
from petajalan.regulation.findings.tables.values import Series, Value, all_series
from petajalan.regulation.findings.wording import both, quoted, table_named
from petajalan.regulation.reference import Reference

_GRADED = re.compile(r"\s*,?\s*(?:dengan|atau|dan)?\s*(?:masuk\s+)?(?:dalam\s+)?(?:kategori|predikat|kriteria)\b", re.I)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """rounds  the text only drops decimals; worse  the result that the text's target would fall behind"""

    statement: Told
    stated: tuple[tuple[Series, Value], ...]
    rounds: bool
    worse: Value | None


def text_two_values(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    rows = list(all_series(data, indicators))
    reported: set[tuple[str, str, int, Decimal]] = set()
    for statement in told(data, subjects(rows, indicators)):
        stated = _stated(rows, statement)
        if not stated or any(_says_the_same(value, statement) for _, value in stated):
            continue
        once = (statement.key, statement.kind, statement.year, statement.amount.value)
        if once in reported:
            continue
        reported.add(once)
        rounds = all(_rounds_to(value, statement.amount) for _, value in stated)
        worse = None if rounds else _worse_than_before(statement, rows, direction_of(stated[0][0].name, indicators))
        yield _contradiction(Contradiction(statement, tuple(stated), rounds, worse))


def graded_two_values(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """A graded figure in the text ("yaitu 71 dengan kategori baik") that is a table's figure without its decimals."""
    indicators = indicators_of(reference)
    rows = list(all_series(data, indicators))
    beside = _beside(data, indicators)
    values = [(series, value) for series in rows for value in series.values if value.kind == "actual"]
    block, year = -1, None
    for sentence in sentences(data.document):
        if sentence.block != block:
            block, year = sentence.block, None
        year = year_within(sentence, year)
        for amount in amounts(sentence.text):
            if year is None or amount.unit or not _GRADED.match(sentence.text, amount.end):
                continue
            same_year = [(series, value) for series, value in values if value.year == year]
            if any(value.figure.reading.value == amount.value for _, value in same_year):
                continue
            near = [(series, value) for series, value in same_year if _rounds_to(value, amount)]
            if len({series.key for series, _ in near}) > 1:
                named = named_in(data.document.blocks[block].text, subjects(rows, indicators))
                kin = {key for subject in named for key in beside[subject.key]}
                near = [(series, value) for series, value in near if series.key in kin]
            if len({series.key for series, _ in near}) == 1:
                statement = Told(near[0][0].key, "actual", year, amount, False, sentence)
                yield _contradiction(Contradiction(statement, tuple(near), True, None))


def _beside(data: RegulationData, indicators: Indicators) -> dict[str, set[str]]:
    """By indicator, those that measure the same key activity."""
    found: dict[str, set[str]] = defaultdict(set)
    for activity in data.road_map.key_activities:
        keys = {indicators.key(row.name.text) for row in activity.indicators if row.name}
        for key in keys:
            found[key] |= keys - {key}
    return found


def _stated(rows: Sequence[Series], statement: Told) -> list[tuple[Series, Value]]:
    return [
        (series, value)
        for series in rows
        if series.key == statement.key
        for value in series.values
        if value.kind == statement.kind and value.period == str(statement.year) and value.is_number
    ]


def _says_the_same(value: Value, statement: Told) -> bool:
    reading, amount = value.figure.reading, statement.amount
    if reading.value is None:
        return reading.low is None or reading.high is None or reading.low <= amount.value <= reading.high
    return reading.value == amount.value or (statement.about and _rounds_to(value, amount))


def _rounds_to(value: Value, amount: Amount) -> bool:
    exact, shown = value.figure.reading.value, amount.value.as_tuple().exponent
    if exact is None or not isinstance(shown, int) or exact == amount.value:
        return False
    return rounded(exact, max(0, -shown)) == amount.value


def _worse_than_before(statement: Told, rows: Sequence[Series], direction: str | None) -> Value | None:
    """The latest result that a told target would fall behind."""
    if statement.kind != "target" or direction not in ("higher", "lower"):
        return None
    results = [
        value
        for series in rows
        if series.key == statement.key
        for value in series.values
        if value.kind == "actual" and value.figure.reading.value is not None
    ]
    latest = max(results, key=lambda value: value.period, default=None)
    if latest is None or latest.figure.reading.value is None:
        return None
    behind = statement.amount.value - latest.figure.reading.value
    return latest if (behind > 0 if direction == "lower" else behind < 0) else None


def _contradiction(found: Contradiction) -> Finding:
    told_as, values = found.statement.amount.printed, [value for _, value in found.stated]
    name = quoted(found.stated[0][0].name)
    printed: dict[str, list[Value]] = {}
    for value in values:
        printed.setdefault(value.figure.reading.printed, []).append(value)
    what, said = _what(found.statement), both([_said(text, same) for text, same in printed.items()])
    why = _why(found)
    return INDICATOR_TWO_VALUES.found(
        Words(
            f"Teks menyebut {what.id} {name} {told_as}, sedangkan tercetak {said.id}{why.id}.",
            f"The text gives the {what.en} of {name} as {told_as}, but it is printed as {said.en}{why.en}.",
        ),
        Words(
            "Samakan teks dengan tabel, atau jelaskan mengapa keduanya berbeda.",
            "Make text and table agree, or explain why they differ.",
        ),
        [found.statement.sentence.place, *(value.figure.place for value in values)],
        severity=Severity.NOTE if found.rounds else None,
    )


def _what(statement: Told) -> Words:
    if statement.kind == "target":
        return Words(f"target {statement.year}", f"{statement.year} target")
    return Words(f"nilai {statement.year}", f"{statement.year} value")


def _why(found: Contradiction) -> Words:
    if found.rounds:
        return Words(" (tampaknya dibulatkan)", " (apparently rounded)")
    if found.worse is None:
        return Words("", "")
    before, period = found.worse.figure.reading.printed, found.worse.period
    return Words(
        f"; nilai di teks bahkan lebih buruk daripada {before} ({period})",
        f"; the text's value is even worse than {before} ({period})",
    )


def _said(text: str, values: Sequence[Value]) -> Words:
    tables = [table_named(name) for name in dict.fromkeys(value.figure.place.table for value in values)]
    where = both(tables)
    return Words(f"{text} di {where.id}", f"{text} in {where.en}")


RULES = (
    Rule(text_two_values, (INDICATOR_TWO_VALUES,)),
    Rule(graded_two_values, (INDICATOR_TWO_VALUES,)),
)
