"""Which printed cells found no place in the road map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from petajalan.regulation.data import Printed, RoadMapData
from petajalan.regulation.document import Place
from petajalan.regulation.recognise.factors import is_weights
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.rows import KnownTable, as_printed

_Spot = tuple[str | None, int | None, int | None, int | None, int | None]
_REPEATED = {"name", "national_name", "goal", "objective", "team"}
_LONGEST_NUMBER = 8


def unplaced(tables: Iterable[KnownTable], road_map: RoadMapData) -> Iterator[Printed]:
    """Cells of the known tables that no part of the road map holds.

    Left out: row numbers, names printed again on each row of their group, and the words of a row of weights.
    """
    held = set(_spots(road_map))
    for known in tables:
        said: dict[str, str] = {}
        for row in known.rows():
            weights = is_weights(row)
            for meaning, cell in (*row.cells.items(), *(("", loose) for loose in row.loose)):
                if not cell.text.strip():
                    continue
                words = plain(cell.text)
                again = meaning in _REPEATED and said.get(meaning) == words
                said[meaning] = words
                number = meaning == "no" and len(cell.text.strip()) <= _LONGEST_NUMBER
                if not (_spot(cell.place) in held or again or number or weights):
                    yield as_printed(cell)


def _spots(value: object) -> Iterator[_Spot]:
    if isinstance(value, Place):
        yield _spot(value)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spots(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _spots(item)
    elif isinstance(value, dict):
        yield from _spots(tuple(value.values()))


def _spot(place: Place) -> _Spot:
    return (place.table, place.row, place.column, place.line, place.page)
