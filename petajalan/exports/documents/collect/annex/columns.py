"""How the columns of an annex are set: their width, how their cells stand, and what a workbook holds of a figure.

A column is named by its meaning, as `regulation.data.TableMeaning` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from petajalan.calc.numbers import Reading, State, read_value
from petajalan.exports.documents.tree import Align, Column, Table

WIDTHS = {
    "no": Decimal("0.5"),
    "name": Decimal(3),
    "national_name": Decimal(3),
    "goal": Decimal(3),
    "objective": Decimal("2.4"),
    "indicator": Decimal("2.6"),
    "national_indicator": Decimal("2.6"),
    "baseline": Decimal("1.1"),
    "national_target": Decimal("1.7"),
    "source": Decimal("1.5"),
    "coordinator": Decimal("1.5"),
    "implementers": Decimal("1.5"),
    "total": Decimal("1.2"),
    "mandatory": Decimal("1.2"),
    "role": Decimal("2.6"),
    "position": Decimal("3.4"),
    "": Decimal("1.5"),
}
FIGURES = ("baseline", "target", "actual", "value", "score", "total", "mean", "rank", "national_target")
CENTRED = (*FIGURES, "no", "unit", "scale", "mandatory")
# Tables wider than this are printed on pages turned sideways.
PORTRAIT = Decimal(12)


def column_of(meaning: str) -> Column:
    sort = meaning.partition(":")[0]
    centred = sort in CENTRED and sort != "national_target"
    return Column(WIDTHS.get(sort, Decimal(1)), Align.CENTER if centred else Align.LEFT)


def columns_of(meanings: Sequence[str]) -> tuple[Column, ...]:
    return tuple(column_of(one) for one in meanings)


def is_figure(meaning: str) -> bool:
    return meaning.partition(":")[0] in FIGURES


def is_wide(table: Table) -> bool:
    return sum((Decimal(column.width) for column in table.columns), Decimal()) > PORTRAIT


def number_of(text: str) -> Decimal | None:
    """What a workbook holds for a printed cell; `None` for what is more than a number or a percentage."""
    return value_of(read_value(text))


def value_of(reading: Reading) -> Decimal | None:
    plain = reading.state is State.SET and reading.value is not None and not (reading.level or reading.label)
    if not plain or reading.low is not None or reading.high is not None or reading.unit not in (None, "percent"):
        return None
    assert reading.value is not None
    return reading.value / 100 if reading.unit == "percent" else reading.value
