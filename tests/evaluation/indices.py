"""Outside indices of Kota Melati: Wati (Bagian Organisasi) administers, Ani evaluates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from petajalan.accounts.models import Agency
from petajalan.calc.numbers import read_typed
from petajalan.evaluation.models import IndexValue
from petajalan.evaluation.services import index_values as services
from petajalan.evaluation.values import IssuedValues
from petajalan.planning.models import AdoptedFigure, Figure, Indicator, InterimResult, RoadMap
from petajalan.planning.services.figures import columns_of
from tests.cast import Cast

NOW = datetime(2025, 6, 2, 3, 0, tzinfo=UTC)


def enter(cast: Cast, code: str = "spbe", year: int = 2024, figure: str = "2,88", **more: Any) -> IndexValue:
    """`values` other than the usual ones by name: `source`, `provisional`, `reason`, `confirmation` ..."""
    told = {"agency": cast.agency, "version": 0, "by": cast.wati, "at": NOW, "key": None}
    given = {name: more.pop(name, usual) for name, usual in told.items()}
    values: dict[str, Any] = {"provisional": False, "source": "Surat 12/2025", "released_on": date(2025, 1, 17), **more}
    return services.enter_index_value(
        code=code, year=year, values=IssuedValues(figure=read_typed(figure), **values), **given
    )


def printed(road_map: RoadMap, name: str = "Indeks SPBE", **years: str) -> InterimResult:
    """A result of earlier years as Tabel 2.1 prints it: `y2021="1,83"`."""
    place: dict[str, Any] = {"agency": road_map.agency, "road_map": road_map}
    result = InterimResult.objects.create(**place, position=InterimResult.objects.count() + 1, name=name)
    for year, text in years.items():
        Figure.objects.create(
            **place, position=Figure.objects.count() + 1, interim_result=result, role="value",
            of=year.removeprefix("y"), place_table="2.1", place_row=1, place_column=4, **columns_of(read_typed(text)),
        )  # fmt: skip
    return result


def baseline(road_map: RoadMap, code: str, year: int, text: str) -> Indicator:
    place: dict[str, Any] = {"agency": road_map.agency, "road_map": road_map}
    made = Indicator.objects.create(
        **place, position=Indicator.objects.count() + 1, name=code, known_code=code, baseline_year=year
    )
    AdoptedFigure.objects.create(
        **place, position=AdoptedFigure.objects.count() + 1, indicator=made, role="baseline",
        **columns_of(read_typed(text)),
    )  # fmt: skip
    return made


def some_indices(agency: Agency, rows: range) -> None:
    """Values of as many years, and one that gave way: for the test of every page."""
    for row in rows:
        IndexValue.objects.create(
            agency=agency, code="spbe", year=2015 + row, value="2.5", source="Surat", entered_at=NOW
        )
