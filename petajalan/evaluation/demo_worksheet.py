"""The evaluation worksheets of the demonstration: 2023 with its official result, 2024 in motion. Both are marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, User
from petajalan.calc.index import Value
from petajalan.catalogue.instruments import entry, instrument, instrument_named
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common.models import AuditEntry
from petajalan.evaluation.choices import Party
from petajalan.evaluation.demo_worksheet_years import (
    IMPACT,
    LEVELS,
    NOTE,
    SECTIONS,
    STRATEGY,
    WEIGHTS,
    YEARS,
    WorksheetYear,
)
from petajalan.evaluation.models import EvaluationWorksheet
from petajalan.evaluation.queries.index_values import index_values
from petajalan.evaluation.queries.worksheet.known import known_of
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.worksheet import keeping, scenarios, scoring
from petajalan.evaluation.services.worksheet.scoring import ScoreValues
from petajalan.reporting.demo import SIMULATED

WORKING_PAPERS = {Party.SELF: "Kertas kerja penilaian mandiri", Party.INTERNAL: "Kertas kerja evaluasi internal"}
OFFICIAL = "Hasil evaluasi nasional"


@transaction.atomic
def simulate_worksheets(*, slug: str) -> bool:
    """`False` when the city has one, or the year was not simulated, or the people who make it are gone."""
    agency = Agency.objects.get(slug=slug)
    people = {
        name: User.objects.filter(email=f"{name}@{slug}.example", is_active=True).first() for name in ("wati", "ani")
    }
    wati, ani = people["wati"], people["ani"]
    if (
        wati is None
        or ani is None
        or not AuditEntry.objects.filter(agency=agency, action=SIMULATED).exists()
        or EvaluationWorksheet.objects.filter(agency=agency).exists()
        or AdoptedInstrument.objects.filter(agency=agency, code__in=[one.code for one in YEARS]).exists()
    ):
        return False
    for one in YEARS:
        _Filling(agency, one, wati, ani).fill()
    return True


class _Filling:
    """One year: Wati assesses and writes down the official result, Ani evaluates."""

    def __init__(self, agency: Agency, one: WorksheetYear, wati: User, ani: User) -> None:
        self.agency, self.one, self.wati, self.ani = agency, one, wati, ani
        self.at = self._moment(one.at)
        adopted = _adopted(agency, one, wati, self.at)
        self.worksheet = keeping.start_worksheet(instrument=adopted, year=one.year, by=wati, at=self.at)

    def fill(self) -> None:
        values = index_values(self.agency)
        items = {item.code: item for item in self.worksheet.instrument.items()}
        worksheet, by, at = self.worksheet, self.wati, self.at
        for code in self.one.known:
            known = known_of(items[code], values, self.one.year)
            assert known is not None, code
            scoring.take_known(worksheet=worksheet, code=code, known=known, version=0, by=by, at=at)
        for code in self.one.carried:
            scoring.carry_forward(worksheet=worksheet, code=code, party=Party.SELF, version=0, by=by, at=at)
        for party, scores in ((Party.SELF, self.one.own), (Party.INTERNAL, self.one.internal)):
            self._score(party, scores, self.wati if party is Party.SELF else self.ani)
        for name, supposed in self.one.scenarios:
            scenarios.save_scenario(
                worksheet=worksheet, name=name, party=Party.SELF, by=by, at=at,
                supposed={code: Value(_number(text)) for code, text in supposed.items()},
            )  # fmt: skip
        if self.one.official_at is not None:
            self.at = self._moment(self.one.official_at)
            self._score(Party.NATIONAL, self.one.official, self.wati)
            version = EvaluationWorksheet.objects.get(pk=self.worksheet.pk).version
            keeping.finalise_worksheet(worksheet=self.worksheet, version=version, by=self.wati, at=self.at)
        EvaluationWorksheet.objects.filter(pk=self.worksheet.pk).update(simulated=True)

    def _score(self, party: Party, scores: Mapping[str, str], by: User) -> None:
        source = f"{WORKING_PAPERS.get(party, OFFICIAL)} {self.one.year}"
        for page, (code, text) in enumerate(scores.items(), 1):
            values = _values(text, source, str(page))
            try:
                scoring.score_item(
                    worksheet=self.worksheet, code=code, party=party, values=values, version=0, by=by, at=self.at
                )
            except NotIndependent:  # her unit coordinates the indicator: left to somebody else
                continue

    def _moment(self, day: date) -> datetime:
        return datetime.combine(day, time(9), ZoneInfo(self.agency.time_zone))


def _adopted(agency: Agency, one: WorksheetYear, by: User, at: datetime) -> AdoptedInstrument:
    national = instrument_named(one.code)
    assert national is not None
    data = entry(national)
    data["note"] = NOTE
    for root in (data["general"], data["thematic"]):
        _weigh(root)
    instrument({"code": one.code, **data})  # the loader holds it to its sums
    made: AdoptedInstrument = AdoptedInstrument.objects.create(
        agency=agency, code=one.code, data=data, first_year=national.first_year, last_year=national.last_year,
        adopted_from=one.code, adopted_by=by, adopted_at=at, changed_by=by, changed_at=at, simulated=True,
    )  # fmt: skip
    return made


def _weigh(part: dict[str, Any]) -> None:
    code = part["code"]
    if "parts" in part:
        if code in SECTIONS:
            part["weight"] = str(SECTIONS[code])
        for inner in part["parts"]:
            _weigh(inner)
        return
    thematic = STRATEGY if code.endswith("-strategi") else IMPACT if code.endswith("-dampak") else None
    part["weight"] = str(WEIGHTS[code] if thematic is None else thematic)
    if "levels" in part:
        part["levels"] = [[level, str(LEVELS[level])] for level, _value in part["levels"]]


def _values(text: str, source: str, page: str) -> ScoreValues:
    if text in LEVELS:
        return ScoreValues(level=text, source=source, page=page)
    return ScoreValues(raw=_number(text), source=source, page=page)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
