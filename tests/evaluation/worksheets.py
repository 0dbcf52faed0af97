"""The worksheet of 2025 in Kota Melati, on a small instrument: SPBE and the follow-up of complaints are led by
Bagian Organisasi (Budi, Wati), SPIP by the inspectorate (Ani); the plan for reform belongs to nobody."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.evaluation.models import EvaluationWorksheet, Objection, Scenario, WorksheetScore
from petajalan.evaluation.services.worksheet import keeping, scoring
from petajalan.evaluation.services.worksheet.scoring import ScoreValues
from tests.cast import Cast
from tests.reporting.measuring import INDEX, Measuring
from tests.reporting.measuring import measures as measures

YEAR = 2025
AT = datetime(YEAR, 11, 3, 3, 0, tzinfo=UTC)
LATER = datetime(YEAR, 12, 3, 3, 0, tzinfo=UTC)

# Weights of the test alone: general 100 = A 20 + B 80, thematic 20.
ENTRY: dict[str, Any] = {
    "name": "LKE uji 2025", "group": "kabkota", "years": [2023, 2026], "scale": "reform-index",
    "source": "Petunjuk teknis uji", "confidence": "P",
    "general": {
        "code": "general", "name": "RB General", "weight": "100", "parts": [
            {"code": "A", "name": "Strategi", "weight": "20", "parts": [
                {"code": "A1", "name": "Mutu rencana aksi", "weight": "5", "range": ["0", "100"],
                 "evaluator": "Evaluator Nasional", "target_good": "80"},
                {"code": "A2", "name": "Implementasi rencana aksi", "weight": "15", "range": ["0", "100"],
                 "evaluator": "Evaluator Nasional", "multiplier": "A1", "target_good": "80"},
            ]},
            {"code": "B", "name": "Capaian", "weight": "80", "parts": [
                {"code": "B1", "name": "Indeks SPBE", "weight": "40", "range": ["1", "5"], "evaluator": "PANRB",
                 "indicator": "spbe", "target_good": "2.6"},
                {"code": "B2", "name": "Maturitas SPIP", "weight": "20", "range": ["1", "5"], "evaluator": "BPKP",
                 "indicator": "spip", "target_good": "3"},
                {"code": "B3", "name": "Opini BPK", "weight": "20", "range": ["0", "100"], "evaluator": "BPK",
                 "indicator": "bpk-opinion", "levels": [["WTP", "100"], ["WDP", "60"], ["TMP", None]],
                 "target_good": "100"},
            ]},
        ],
    },
    "thematic": {"code": "thematic", "name": "RB Tematik", "weight": "20", "parts": [
        {"code": "T1", "name": "Kemiskinan", "weight": "20", "range": ["0", "100"], "evaluator": "Evaluator Nasional"},
    ]},
}  # fmt: skip


@dataclass(frozen=True)
class Scoring:
    measuring: Measuring
    inspectorate: Unit
    adopted: AdoptedInstrument
    worksheet: EvaluationWorksheet

    @property
    def cast(self) -> Cast:
        return self.measuring.cast

    def score(
        self, code: str, raw: object = None, *, party: str = "self", version: int | None = None, by: User | None = None,
        at: datetime = AT, **more: Any,
    ) -> WorksheetScore:  # fmt: skip
        if version is None:
            row = WorksheetScore.objects.filter(worksheet=self.worksheet, item=code, party=party).first()
            version = row.version if row else 0
        return scoring.score_item(
            worksheet=self.worksheet, code=code, party=party, version=version, by=by or self.cast.wati, at=at,
            key=more.pop("key", None), values=self.values(raw, **more),
        )  # fmt: skip

    def values(self, raw: object = None, **more: Any) -> ScoreValues:
        return ScoreValues(raw=None if raw is None else Decimal(str(raw)), **more)

    def all(self, party: str = "self", **more: Any) -> None:
        """Of the self-assessment: A1 80, A2 50, SPBE 2,5, SPIP 3, WTP, thematic 70."""
        for code, raw in (("A1", 80), ("A2", 50), ("B1", "2.5"), ("B2", 3), ("T1", 70)):
            self.score(code, raw, party=party, **more)
        self.score("B3", level="WTP", party=party, **more)

    def finalise(self, **more: Any) -> EvaluationWorksheet:
        self.worksheet.refresh_from_db()
        given = {"worksheet": self.worksheet, "version": self.worksheet.version, "by": self.cast.wati, "at": AT}
        return keeping.finalise_worksheet(**{**given, **more})


def adopt(cast: Cast, **changes: Any) -> AdoptedInstrument:
    data = {**deepcopy(ENTRY), **changes}
    return AdoptedInstrument.objects.create(
        agency=cast.agency, code=changes.get("code", "lke-uji"), data=data, first_year=2023, last_year=2026,
        adopted_from="lke-2024-kabkota", adopted_by=cast.wati, adopted_at=AT, changed_at=AT,
    )  # fmt: skip


def led(measuring: Measuring) -> Unit:
    """Indicators behind the items; gives the inspectorate, which leads SPIP."""
    inspectorate = units_of(measuring.cast.ani, measuring.cast.agency)[0]
    measuring.indicator("Indeks SPBE", known_code="spbe", scale_code="spbe", **INDEX)  # type: ignore[arg-type]
    measuring.indicator("Maturitas SPIP", known_code="spip", unit=inspectorate, target="3", **INDEX)
    return inspectorate


@pytest.fixture
def scoring_(cast: Cast) -> Scoring:
    return begin(cast)


def begin(cast: Cast) -> Scoring:
    measuring = measures(cast)
    inspectorate = led(measuring)
    adopted = adopt(cast)
    worksheet = keeping.start_worksheet(instrument=adopted, year=YEAR, by=cast.wati, at=AT)
    return Scoring(measuring, inspectorate, adopted, worksheet)


def kept(cast: Cast) -> None:
    """A worksheet of 2024 with a score, a scenario, and an official value that is objected to: for the test of every
    page."""
    worksheet = keeping.start_worksheet(instrument=adopt(cast), year=2024, by=cast.wati, at=AT)
    WorksheetScore.objects.create(
        agency=cast.agency, worksheet=worksheet, item="B1", party="self", raw=Decimal(3), entered_at=AT
    )
    WorksheetScore.objects.create(
        agency=cast.agency,
        worksheet=worksheet,
        item="B2",
        party="national",
        raw=Decimal(3),
        source="LHE",
        entered_at=AT,
    )
    Objection.objects.create(
        agency=cast.agency, worksheet=worksheet, item="B1", raw=Decimal(3), claimed_raw=Decimal(4), reason="Uji",
        written_by=cast.wati, written_at=AT,
    )  # fmt: skip
    Scenario.objects.create(
        agency=cast.agency, worksheet=worksheet, name="Uji", party="self", values={"B1": {"raw": "4"}},
        saved_by=cast.wati, saved_at=AT,
    )  # fmt: skip
