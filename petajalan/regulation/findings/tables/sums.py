"""Sums of other tables than the priority table: a row "Jumlah", and columns that a formula defines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from petajalan.calc.numbers import Reading, read_value
from petajalan.regulation.data import RegulationData, TableKind
from petajalan.regulation.document import Cell, Row, Table
from petajalan.regulation.findings.model import Finding, Rule, Words
from petajalan.regulation.findings.tables.totals import WRONG_TOTAL
from petajalan.regulation.findings.wording import number, quoted, table_named
from petajalan.regulation.reference import Reference

_SUM_ROW = re.compile(r"^(?:jumlah|total|grand total)(?: (?:keseluruhan|seluruhnya|anggaran|skor|total))?$", re.I)
_FORMULA = re.compile(r"^\$?\s*(?P<column>\d+)\s*=\s*\(?\s*(?P<parts>\d+(?:\s*\+\s*\d+)+)\s*\)?\s*\$?$")
_FEWEST = 2  # rows above a sum
_ADVICE = Words(
    "Hitung ulang jumlahnya, atau periksa angka yang dijumlahkan.",
    "Compute the sum again, or check the figures that are summed.",
)


def wrong_sum(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    scored = {meaning.table for meaning in data.meanings if meaning.kind is TableKind.PRIORITIES}
    for table in data.document.tables:
        yield from _sum_rows(table)
        if table.index not in scored:
            yield from _formula_columns(table)


def _sum_rows(table: Table) -> Iterator[Finding]:
    """Each row of sums adds up the rows since the one before it, or all sums before it."""
    above: list[Row] = []
    sums: list[Row] = []
    for row in table.rows:
        words = [cell.text.strip() for cell in row if cell.text.strip()]
        if not words or not _SUM_ROW.match(words[0]):
            above.append(row)
            continue
        for at, cell in enumerate(row):
            of_sums = [_number(other[at]).value for other in sums]
            if of_sums and None not in of_sums and sum(filter(None, of_sums)) == _number(cell).value:
                continue
            parts = [_number(other[at]) for other in above]
            yield from _compared(table, cell, parts, Words("jumlah kolomnya", "its column adds up to"))
        sums.append(row)
        above = []


def _formula_columns(table: Table) -> Iterator[Finding]:
    for formula in table.column_formulas:
        found = _FORMULA.match(formula.replace(" ", ""))
        if found is None:
            continue
        total, columns = int(found["column"]) - 1, [int(column) - 1 for column in re.findall(r"\d+", found["parts"])]
        for row in table.rows:
            if max(total, *columns) < len(row):
                parts = [_number(row[column]) for column in columns]
                said = Words(f"menurut rumus kolom {found['parts']}", f"by the formula {found['parts']} it is")
                yield from _compared(table, row[total], parts, said)


def _number(cell: Cell) -> Reading:
    return read_value(cell.text)


def _compared(table: Table, cell: Cell, parts: Sequence[Reading], said: Words) -> Iterator[Finding]:
    """A finding when every part and the sum are plain numbers of one unit and do not add up."""
    printed, values = _number(cell), [part.value for part in parts]
    if printed.value is None or printed.level or printed.label or len(values) < _FEWEST:
        return
    known = [value for value in values if value is not None]
    if len(known) < len(values) or {part.unit for part in parts} != {printed.unit}:
        return
    total = sum(known, Decimal(0))
    if total == printed.value:
        return
    name, shown = table_named(table.name), number(total)
    yield WRONG_TOTAL.found(
        Words(
            f"{name.id} mencetak jumlah {quoted(printed.printed)}, padahal {said.id} {shown.id}.",
            f"{name.en} prints a sum of {quoted(printed.printed)}, but {said.en} {shown.en}.",
        ),
        _ADVICE,
        [cell.place],
    )


RULES = (Rule(wrong_sum, (WRONG_TOTAL,)),)
