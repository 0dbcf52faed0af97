"""The worksheets of the demonstration: weights that are said to be made up; 2023 with its official result, 2024 in
motion."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petajalan.accounts.models import Agency
from petajalan.calc.index import uneven
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common.models import AuditEntry
from petajalan.evaluation.demo_indices import simulate_indices
from petajalan.evaluation.demo_worksheet import simulate_worksheets
from petajalan.evaluation.demo_worksheet_years import NOTE
from petajalan.evaluation.models import EvaluationWorksheet, WorksheetScore
from petajalan.evaluation.queries.worksheet.index import Sheet, sheet_of
from petajalan.planning.demo import CITY, create_demonstration
from petajalan.reporting.demo import SIMULATED
from tests.planning.regulations import AT


@pytest.fixture
def sheets(db: None) -> dict[int, Sheet]:
    create_demonstration(at=AT)
    assert not simulate_worksheets(slug=CITY["slug"])  # its year was not simulated
    agency = Agency.objects.get(slug=CITY["slug"])
    AuditEntry.objects.create(agency=agency, action=SIMULATED, at=AT)
    assert simulate_indices(slug=CITY["slug"])
    assert simulate_worksheets(slug=CITY["slug"])
    assert not simulate_worksheets(slug=CITY["slug"])
    return {one.year: sheet_of(one) for one in EvaluationWorksheet.objects.select_related("agency", "adopted")}


def test_its_weights_are_said_to_be_made_up(sheets: dict[int, Sheet]) -> None:
    for year in sheets:
        adopted = AdoptedInstrument.objects.get(code=f"lke-{year}-kabkota")
        instrument = adopted.instrument
        assert (adopted.simulated, instrument.note, uneven(instrument)) == (True, NOTE, ())
        assert sum((one.weight or Decimal(0) for one in instrument.general.items()), Decimal(0)) == 100
        assert sum((one.weight or Decimal(0) for one in instrument.items()), Decimal(0)) == 120
    assert set(EvaluationWorksheet.objects.values_list("simulated", flat=True)) == {True}


def test_2023_is_filled_from_the_indicators_and_has_its_official_result(sheets: dict[int, Sheet]) -> None:
    own, official = sheets[2023].index("self"), sheets[2023].index("national")
    assert (len(own.items), own.unknown, official.unknown) == (35, (), ())
    scores = {one.item: one for one in WorksheetScore.objects.filter(worksheet__year=2023, party="self")}
    spbe = scores["C1"]
    assert (spbe.raw, spbe.source) == (Decimal("2.79"), "Keputusan hasil evaluasi SPBE 2023 (data simulasi)")
    assert (scores["B13"].raw, scores["B13"].carried_from) == (30, 2022)
    assert official.index is not None
    assert round(official.index, 2) == Decimal("66.12")  # what the register of outside indices says, too


def test_2024_is_in_motion(sheets: dict[int, Sheet]) -> None:
    own = sheets[2024].index("self")
    assert (len(own.items), len(own.unknown), own.index) == (35, 5, None)
    assert sheets[2024].begun("internal")
    assert not sheets[2024].begun("national")
    assert not WorksheetScore.objects.filter(worksheet__year=2024, party="internal", item="B3").exists()
