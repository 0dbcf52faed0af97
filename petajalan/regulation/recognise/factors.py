"""The scoring factors of a priority table: what its columns are called, their scales and weights."""

from __future__ import annotations

import re
from decimal import Decimal

from petajalan.calc.numbers import State, read_value
from petajalan.regulation.data import Factor, Printed
from petajalan.regulation.document import Cell, Place
from petajalan.regulation.recognise.names import fold, plain, slug
from petajalan.regulation.recognise.rows import KnownRow, KnownTable

_SCALE = re.compile(r"(?<![\d,.])(\d{1,3})\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*(\d{1,3})(?![\d,.%])")
_WEIGHT = re.compile(r"bobot\s*[:=]?\s*(\d+(?:[.,]\d+)?)\s*(%|persen)?|(\d+(?:[.,]\d+)?)\s*(%)", re.IGNORECASE)

_GENERAL = re.compile(r"\b(faktor|kriteria|aspek|penilaian|skor|nilai|skala|bobot)\b", re.IGNORECASE)


def code_of(header: str) -> str:
    """The code of a factor whose words are not known: its own words, without scale and weight."""
    return slug(_bare(_own_words(header))) or slug(header)


def _own_words(header: str) -> str:
    """Of "Faktor Penilaian / Biaya (1-10) / Skor" the part that names the factor."""
    return next((part for part in reversed(header.split(" / ")) if slug(_bare(part))), header)


def _bare(words: str) -> str:
    return _GENERAL.sub(" ", _SCALE.sub(" ", _WEIGHT.sub(" ", words)))


def says_scale(words: str) -> bool:
    return _SCALE.search(words) is not None


def says_weight(words: str) -> bool:
    return _WEIGHT.search(words) is not None


def factors(known: KnownTable) -> tuple[Factor, ...]:
    """In the order of the columns. A scale or weight that is not printed is `None`."""
    return tuple(_factor(known, code, at) for code, at in known.columns("score").items())


def is_weights(row: KnownRow) -> bool:
    """Whether the row prints the weights of the factors ("Bobot | 40% | 30% | 30%") and no activity."""
    name = row.cell("name") or row.cell("no")
    return name is not None and plain(name.text).startswith("bobot") and len(plain(name.text).split()) <= 3


def _factor(known: KnownTable, code: str, column: int) -> Factor:
    header = known.table.headers[column]
    scale = _SCALE.search(header)
    weight, place = _weight_of_header(header), None
    if weight is None:
        weight, place = _weight_of_row(known, code)
    return Factor(
        code,
        Printed(_own_words(header), _place(known, column, _own_words(header))),
        Decimal(scale.group(1)) if scale else None,
        Decimal(scale.group(2)) if scale else None,
        weight,
        place,
    )


def _place(known: KnownTable, column: int, words: str) -> Place:
    for row in reversed(known.table.header_rows):
        if column < len(row) and row[column].text:
            return row[column].place.showing(words)
    caption = known.table.caption_place or Place()
    return Place(caption.line, caption.page, known.table.name, 0, column + 1, words)


def _weight_of_header(header: str) -> Decimal | None:
    found = _WEIGHT.search(header)
    if found is None:
        return None
    number, percent = (found.group(1), found.group(2)) if found.group(1) else (found.group(3), found.group(4))
    return _share(read_value(number).value, percent is not None)


def _weight_of_row(known: KnownTable, code: str) -> tuple[Decimal | None, Place | None]:
    for row in known.rows():
        cell = row.cell(f"score:{code}")
        if is_weights(row) and cell is not None:
            return _weight_of_cell(cell, [other.text for other in row.cells.values()]), cell.place
    return None, None


def _weight_of_cell(cell: Cell, others: list[str]) -> Decimal | None:
    reading = read_value(fold(cell.text))
    if reading.state is not State.SET:
        return None
    all_percent = sum(read_value(fold(text)).value or 0 for text in others) >= 100
    return _share(reading.value, reading.unit == "percent" or all_percent)


def _share(value: Decimal | None, percent: bool) -> Decimal | None:
    return None if value is None else value / 100 if percent else value
