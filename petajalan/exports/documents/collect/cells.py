"""Cells and tables as documents of an agency print them. What is not known is written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.timezone import localtime

from petajalan.calc.numbers import rounded
from petajalan.exports.documents.tree import Align, Cell, Column, Table
from petajalan.planning.display.words import number
from petajalan.reporting.words import percent_words

UNKNOWN = "belum ada"


def said(text: object, *, bold: bool = False) -> Cell:
    """Words as somebody wrote them."""
    return Cell(str(text), bold=bold)


def known(text: str) -> Cell:
    """Words that may be missing."""
    return Cell(text or UNKNOWN)


def figure(value: Decimal | int | None, places: int | None = None) -> Cell:
    if value is None:
        return Cell(UNKNOWN, align=Align.RIGHT)
    shown = rounded(Decimal(value), places) if places is not None else Decimal(value)
    return Cell(number(shown), shown, align=Align.RIGHT)


def percent(value: Decimal | None) -> Cell:
    """80 is "80%", which a workbook holds as 0.8."""
    if value is None:
        return Cell(UNKNOWN, align=Align.RIGHT)
    return Cell(percent_words(value), rounded(value, 2) / 100, align=Align.RIGHT)


def dated(value: date | None) -> Cell:
    return Cell(UNKNOWN) if value is None else Cell(day(value), value)


def day(value: date) -> str:
    """ "5 Maret 2025", in the agency's zone where it is a moment."""
    return date_format(localtime(value) if isinstance(value, datetime) else value, "j F Y")


def numbered(rows: Iterable[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """With the number of each in front."""
    return tuple((figure(at), *row) for at, row in enumerate(rows, start=1))


def table(
    columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]], *, caption: str = "", source: str = "",
    note: str = "",
) -> Table:  # fmt: skip
    """`columns`: the heading of each and its share of the width."""
    return Table(
        columns=tuple(Column(width) for _heading, width in columns),
        head=(tuple(Cell(heading, align=Align.CENTER, bold=True) for heading, _width in columns),),
        rows=tuple(tuple(row) for row in rows),
        caption=caption,
        source=source,
        note=note,
    )
