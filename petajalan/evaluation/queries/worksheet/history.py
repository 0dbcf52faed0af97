"""All years of an agency beside each other: worksheets computed, and the official index of each year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import FilteredRelation

from petajalan.accounts.models import Agency
from petajalan.calc.index import Grade, Index
from petajalan.calc.numbers import rounded
from petajalan.calc.scales import Scale, comparable
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, NationalResult, WorksheetScore
from petajalan.evaluation.queries.index_register import IndexEntry
from petajalan.evaluation.queries.index_values import IndexFigure, Origin, index_values
from petajalan.evaluation.queries.worksheet.index import Sheet
from petajalan.evaluation.queries.worksheet.official import INDEX

SHOWN = 2  # decimals of an estimate on the chart


@dataclass(frozen=True)
class Year:
    """One measurement year.

    sheet    its worksheet, `None` where there is none: years of the older scheme, mostly
    figures  what the register, the regulation or a coordinator says of the index, the weightiest first
    printed  the totals that the national evaluator printed
    """

    year: int
    sheet: Sheet | None
    figures: tuple[IndexFigure, ...]
    printed: NationalResult | None

    @property
    def official(self) -> IndexFigure | None:
        """What its issuer states, or the regulation prints of it; never a measurement of one's own."""
        return next((one for one in self.figures if one.origin is not Origin.MEASUREMENT), None)

    @property
    def simulated(self) -> bool:
        sheet = self.sheet
        marked = sheet is not None and (sheet.worksheet.simulated or sheet.worksheet.adopted.simulated)
        return marked or any(one.simulated for one in self.figures)

    def index(self, party: str) -> Index | None:
        """`None` where the party has scored nothing."""
        return self.sheet.index(party) if self.sheet is not None and self.sheet.begun(party) else None

    def grade(self, party: str) -> Grade | None:
        return self.sheet.grade(party) if self.index(party) is not None and self.sheet is not None else None


@dataclass(frozen=True)
class History:
    """`years` from the oldest. Years of one scheme may be compared, others not."""

    years: tuple[Year, ...]
    scale: Scale | None
    name: str

    def comparable(self, before: Year, after: Year) -> bool:
        return comparable(self.scale, before.year, after.year)

    def entry(self) -> IndexEntry:
        """For the chart: the official index of each year, else what our worksheet makes of it, as not official."""
        figures = []
        for one in self.years:
            estimate = best_estimate(one)
            if one.official is not None:
                figures.append(one.official)
            elif estimate is not None:
                value = rounded(estimate, SHOWN)
                figures.append(
                    IndexFigure(INDEX, one.year, Origin.MEASUREMENT, value, "", True, simulated=one.simulated)
                )
        return IndexEntry(INDEX, self.name, self.scale, None, None, None, False, tuple(figures), None, None)


def best_estimate(one: Year) -> Decimal | None:
    """By the official values of the items where they are whole, else by the internal evaluator, else our own."""
    for party in (Party.NATIONAL, Party.INTERNAL, Party.SELF):
        index = one.index(party)
        if index is not None and index.index is not None:
            return index.index
    return None


def history_of(agency: Agency) -> History:
    """Two queries beside those of `index_values`, however many years there are."""
    # A worksheet has one printed result at most, so the join keeps one row for each.
    worksheets = EvaluationWorksheet.objects.filter(agency=agency).annotate(printed=FilteredRelation("results"))
    scores: dict[int, dict[tuple[str, str], WorksheetScore]] = defaultdict(dict)
    for row in WorksheetScore.objects.filter(agency=agency):
        scores[row.worksheet_id][row.item, row.party] = row
    values = index_values(agency, code=INDEX)
    reference = values.reference
    sheets: dict[int, Sheet] = {}
    printed: dict[int, NationalResult | None] = {}
    for worksheet in worksheets.select_related("adopted", "printed").order_by("year"):  # type: ignore[misc]
        worksheet.agency = agency
        sheets[worksheet.year] = Sheet(worksheet, worksheet.instrument, scores[worksheet.pk], reference)
        printed[worksheet.year] = getattr(worksheet, "printed", None)
    figures: dict[int, list[IndexFigure]] = defaultdict(list)
    for figure in values.of(INDEX):
        figures[figure.year].append(figure)
    years = tuple(
        Year(year, sheets.get(year), tuple(figures[year]), printed.get(year))
        for year in sorted(sheets.keys() | figures.keys())
    )
    known = values.known.get(INDEX)
    return History(years, values.scale(INDEX), known.names[0] if known else INDEX)
