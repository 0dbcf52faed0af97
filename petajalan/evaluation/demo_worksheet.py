"""The evaluation worksheet of the demonstration year, in motion: most items assessed by the city itself, some by the
internal evaluator, none by the national one. Its values are made up and marked.

The weights below are not the ministry's: those of cities were not found in any source. They are made up so that they
sum to the totals that are known (general 100 with strategy 10, thematic 20), and the instrument says so.
"""

from __future__ import annotations

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
from petajalan.evaluation.models import EvaluationWorksheet
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.evaluation.services.worksheet import keeping, scenarios, scoring
from petajalan.evaluation.services.worksheet.scoring import ScoreValues
from petajalan.planning.demo.actions import YEAR
from petajalan.reporting.demo import SIMULATED

CODE = "lke-2024-kabkota"
NOTE = (
    "Data simulasi: bobot tiap butir dan angka tiap opini BPK di sini bukan bobot Kementerian PANRB, melainkan dibuat"
    " untuk mencoba aplikasi."
)
SECTIONS = {"B": 40, "B-hard": 32, "B-soft": 8, "C": 50, "C-hard": 28, "C-soft": 22}
WEIGHTS = {
    "A1": 3, "A2": 7,
    "B1": 2, "B2": 2, "B3": 5, "B4": 3, "B5": 5, "B7": 2, "B8": 2, "B11": 2, "B12": 2, "B13": 2, "B14": 2, "B15": 3,
    "B16": 4, "B17": 2, "B18": 2,
    "C1": 9, "C2-makro": 5, "C2-nonmakro": 5, "C3a": 5, "C3b": 4, "C4": 4, "C5": 10, "C6": 8,
}  # fmt: skip
STRATEGY, IMPACT = 1, 3  # of each thematic item
LEVELS = {"WTP": 100, "WDP": 60, "TW": 30, "TMP": 0}
SELF = {
    "A1": "78", "A2": "84,5", "B1": "100", "B2": "3,4", "B3": "3,05", "B4": "1,2", "B5": "71,64", "B7": "2,6",
    "B8": "61,8", "B11": "4,1", "B13": "68,9", "B14": "2,66", "B15": "63,7", "B16": "289", "B17": "4,25",
    "B18": "85,02", "C1": "2,88", "C2-makro": "81,25", "C2-nonmakro": "76,4", "C3a": "WTP", "C3b": "79,3",
    "C6": "85,9", "T1-strategi": "80", "T2-strategi": "75", "T3-strategi": "82", "T4a-strategi": "77",
    "T4b-strategi": "85", "T1-dampak": "71", "T3-dampak": "68,5", "T4b-dampak": "88",
}  # fmt: skip
INTERNAL = {
    "A1": "74", "A2": "81", "B1": "100", "B2": "3,1", "B5": "70,2", "B7": "2,4", "B15": "61", "B17": "4,18",
    "C1": "2,8", "C2-nonmakro": "72,5", "T1-strategi": "75", "T3-strategi": "80",
}  # fmt: skip
SCENARIOS = (
    ("SPBE naik ke 3,5", {"C1": "3,5", "B7": "3,5"}),
    ("Integritas dan SPIP membaik", {"B3": "3,4", "B4": "2"}),
)
SOURCE = "Kertas kerja penilaian mandiri 2024"
WORKING_PAPER = "Kertas kerja evaluasi internal 2024"


@transaction.atomic
def simulate_worksheet(*, slug: str) -> bool:
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
        or AdoptedInstrument.objects.filter(agency=agency, code=CODE).exists()
    ):
        return False
    zone = ZoneInfo(agency.time_zone)
    at = datetime.combine(date(YEAR, 12, 16), time(9), zone)
    worksheet = keeping.start_worksheet(instrument=_adopted(agency, wati, at), year=YEAR, by=wati, at=at)
    for place, (code, text) in enumerate(SELF.items(), 1):
        values = _values(text, SOURCE, str(place))
        scoring.score_item(worksheet=worksheet, code=code, party=Party.SELF, values=values, version=0, by=wati, at=at)
    for place, (code, text) in enumerate(INTERNAL.items(), 1):
        values = _values(text, WORKING_PAPER, str(place))
        try:
            scoring.score_item(
                worksheet=worksheet, code=code, party=Party.INTERNAL, values=values, version=0, by=ani, at=at
            )
        except NotIndependent:  # her unit coordinates the indicator: left to somebody else
            continue
    for name, supposed in SCENARIOS:
        scenarios.save_scenario(
            worksheet=worksheet, name=name, party=Party.SELF, by=wati, at=at,
            supposed={code: Value(_number(text)) for code, text in supposed.items()},
        )  # fmt: skip
    EvaluationWorksheet.objects.filter(pk=worksheet.pk).update(simulated=True)
    return True


def _adopted(agency: Agency, by: User, at: datetime) -> AdoptedInstrument:
    national = instrument_named(CODE)
    assert national is not None
    data = entry(national)
    data["note"] = NOTE
    for root in (data["general"], data["thematic"]):
        _weigh(root)
    instrument({"code": CODE, **data})  # the loader holds it to its sums
    made: AdoptedInstrument = AdoptedInstrument.objects.create(
        agency=agency, code=CODE, data=data, first_year=national.first_year, last_year=national.last_year,
        adopted_from=CODE, adopted_by=by, adopted_at=at, changed_by=by, changed_at=at, simulated=True,
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
