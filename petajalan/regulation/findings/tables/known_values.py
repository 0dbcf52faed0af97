"""Baselines left open although their value is known elsewhere in the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.findings.tables.told import Told, subjects, told
from petajalan.regulation.findings.tables.values import Series, Value, all_series, is_absent
from petajalan.regulation.findings.wording import quoted, table_named
from petajalan.regulation.reference import Reference

KNOWN_VALUE_NOT_AVAILABLE = Code(
    "known_value_not_available",
    Severity.WARNING,
    Words(
        "Tabel menyatakan suatu nilai tidak tersedia padahal nilainya disebut di teks atau tabel lain.",
        "A table prints a value as not available although the text or another table gives it.",
    ),
    Words(
        "Baseline 2022 tertulis “n.a”, sedangkan teks menyebut 24,5% pada 2022.",
        "The 2022 baseline says “n.a” while the text tells of 24.5% in 2022.",
    ),
)


def known_value_not_available(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    indicators = indicators_of(reference)
    rows = list(all_series(data, indicators))
    open_rows = [series for series in rows if series.row and series.row.baseline and is_absent(series.row.baseline)]
    statements = list(told(data, subjects(rows, indicators))) if open_rows else []
    for series in open_rows:
        value = next(value for value in series.values if value.kind == "actual" and is_absent(value.figure))
        found = _in_table(series, value, rows) or _in_text(series, value, statements)
        if found is None:
            continue
        words, place = found
        name, absent = quoted(series.name), value.figure.reading.printed or "kosong"
        yield KNOWN_VALUE_NOT_AVAILABLE.found(
            Words(
                f"Baseline {value.period} {name} tercetak “{absent}”, padahal {words.id}.",
                f"The {value.period} baseline of {name} is printed as “{absent}”, but {words.en}.",
            ),
            Words(
                "Isi baseline dengan nilai yang sudah diketahui itu, beserta sumbernya.",
                "Fill in the baseline with that known value and its source.",
            ),
            [value.figure.place, place],
        )


def _in_table(open_row: Series, open_value: Value, rows: Sequence[Series]) -> tuple[Words, Place] | None:
    for series in rows:
        for value in series.values:
            same = (series.key, value.kind, value.period) == (open_row.key, "actual", open_value.period)
            if same and value.is_number:
                printed, table = value.figure.reading.printed, table_named(value.figure.place.table)
                words = Words(f"{table.id} mencetak {printed}", f"{table.en} prints {printed}")
                return words, value.figure.place
    return None


def _in_text(open_row: Series, open_value: Value, statements: Sequence[Told]) -> tuple[Words, Place] | None:
    for statement in statements:
        if (statement.key, statement.kind, str(statement.year)) == (open_row.key, "actual", open_value.period):
            printed = statement.amount.printed
            words = Words(f"teks menyebut {printed}", f"the text tells of {printed}")
            return words, statement.sentence.place
    return None


RULES = (Rule(known_value_not_available, (KNOWN_VALUE_NOT_AVAILABLE,)),)
