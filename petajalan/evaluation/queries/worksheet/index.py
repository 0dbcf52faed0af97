"""The worksheet of a year computed: what each party's scores make of it. Nothing else computes a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from petajalan.accounts.models import Agency
from petajalan.calc.index import Grade, Index, Instrument, Part, State, Value, compute, grade, parts
from petajalan.calc.scales import Scale
from petajalan.catalogue.queries import reference_for
from petajalan.evaluation.choices import Party
from petajalan.evaluation.models import EvaluationWorksheet, WorksheetScore
from petajalan.evaluation.models.worksheet import ScoreFigure
from petajalan.regulation.reference import Reference

Scores = Mapping[tuple[str, str], WorksheetScore]  # by code of the item and party


@dataclass(frozen=True)
class Sheet:
    """A worksheet with all its scores, computed once for each party that is asked for."""

    worksheet: EvaluationWorksheet
    instrument: Instrument
    scores: Scores
    reference: Reference

    def score(self, code: str, party: str) -> WorksheetScore | None:
        return self.scores.get((code, party))

    def values(self, party: str) -> dict[str, Value]:
        return values_of(self.scores.values(), party)

    def index(self, party: str) -> Index:
        return self._indices[Party(party)]

    def grade(self, party: str) -> Grade | None:
        return self.grade_of(self.index(party))

    def grade_of(self, index: Index) -> Grade | None:
        """The class of an index on this worksheet's scale, by the table of its measurement year."""
        if self.scale is None:
            return None
        return grade(self.scale, index.index, self.worksheet.year, index.items)

    def parts(self, party: str) -> dict[str, Part]:
        """What each item brings to the index, by its code; none while the index is unknown."""
        return {one.code: one for one in parts(self.index(party))}

    def begun(self, party: str) -> bool:
        """Whether the party has scored anything."""
        return any(key == party for _code, key in self.scores)

    @property
    def follows_newer(self) -> bool:
        """Whether the instrument was corrected since this draft was begun: its figures follow the correction."""
        worksheet = self.worksheet
        return worksheet.frozen is None and worksheet.adopted.version != worksheet.instrument_version

    @cached_property
    def scale(self) -> Scale | None:
        return self.scales.get(self.instrument.scale)

    @cached_property
    def scales(self) -> dict[str, Scale]:
        return {one.code: one for one in self.reference.scales}

    @cached_property
    def scale_of_indicator(self) -> dict[str, Scale]:
        """By code of a known indicator that has a scale."""
        return {
            one.code: self.scales[one.scale]
            for one in self.reference.indicators
            if one.scale is not None and one.scale in self.scales
        }

    @cached_property
    def _indices(self) -> dict[Party, Index]:
        return {
            party: compute(self.instrument, self.values(party), self.worksheet.coefficient) for party in Party
        }  # fmt: skip


def worksheet_index(worksheet: EvaluationWorksheet, party: str) -> Index:
    """The index of a worksheet by the scores of one party. One query."""
    scores = WorksheetScore.objects.filter(worksheet=worksheet, party=party)
    return compute(worksheet.instrument, values_of(scores, party), worksheet.coefficient)


def sheet_of(worksheet: EvaluationWorksheet, *, item: str = "") -> Sheet:
    """Two queries. With `item`, the people and documents of that item's scores are read with them."""
    rows = WorksheetScore.objects.filter(worksheet=worksheet)
    if item:
        rows = rows.select_related("entered_by", "evidence")
    scores = {(row.item, row.party): row for row in rows}
    return Sheet(worksheet, worksheet.instrument, scores, reference_for(worksheet.agency))


def worksheet_in(agency: Agency, year: int) -> EvaluationWorksheet | None:
    """One query, the instrument with it."""
    found = EvaluationWorksheet.objects.filter(agency=agency, year=year).select_related("adopted", "finalised_by")
    worksheet: EvaluationWorksheet | None = found.first()
    if worksheet is not None:
        worksheet.agency = agency
    return worksheet


def values_of(scores: Iterable[WorksheetScore], party: str) -> dict[str, Value]:
    return {row.item: value_of(row) for row in scores if row.party == party}


def value_of(figure: ScoreFigure) -> Value:
    return Value(figure.raw, State(figure.state), figure.level or None)
