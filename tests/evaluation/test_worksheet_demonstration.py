"""The worksheet of the demonstration year: weights that are said to be made up, most items assessed, none national."""

from __future__ import annotations

from decimal import Decimal

from petajalan.accounts.models import Agency
from petajalan.calc.index import uneven
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common.models import AuditEntry
from petajalan.evaluation.demo_worksheet import NOTE, simulate_worksheet
from petajalan.evaluation.models import EvaluationWorksheet, WorksheetScore
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.planning.demo import CITY, create_demonstration
from petajalan.reporting.demo import SIMULATED
from tests.planning.regulations import AT


def test_the_demonstration_has_a_worksheet_in_motion(db: None) -> None:
    create_demonstration(at=AT)
    assert not simulate_worksheet(slug=CITY["slug"])  # its year was not simulated
    agency = Agency.objects.get(slug=CITY["slug"])
    AuditEntry.objects.create(agency=agency, action=SIMULATED, at=AT)
    assert simulate_worksheet(slug=CITY["slug"])
    assert not simulate_worksheet(slug=CITY["slug"])
    adopted, worksheet = AdoptedInstrument.objects.get(), EvaluationWorksheet.objects.get()
    instrument = adopted.instrument
    assert (adopted.simulated, worksheet.simulated, instrument.note) == (True, True, NOTE)
    assert uneven(instrument) == ()
    assert sum((one.weight or Decimal(0) for one in instrument.general.items()), Decimal(0)) == 100
    assert sum((one.weight or Decimal(0) for one in instrument.items()), Decimal(0)) == 120
    sheet = sheet_of(worksheet)
    own = sheet.index("self")
    assert (len(own.items), len(own.unknown), own.index) == (35, 5, None)
    assert sheet.begun("internal")
    assert not sheet.begun("national")
    assert not WorksheetScore.objects.filter(party="internal", item="B3").exists()
