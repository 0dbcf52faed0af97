"""Endpoints of the evaluation worksheet (LKE) and its index."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.api.choices import ApiScope
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.paging import Page, Paged, page_of
from petajalan.api.v1.shapes.evaluation import (
    IndexShape,
    ItemShape,
    ScoreShape,
    SectionShape,
    WorksheetShape,
    WorksheetWhole,
)
from petajalan.calc.index import Item
from petajalan.evaluation.choices import ItemState, Party, WorksheetStatus
from petajalan.evaluation.models import EvaluationWorksheet
from petajalan.evaluation.queries.worksheet.index import Sheet, sheet_of

group = Group("evaluation", ApiScope.EVALUATION_READ, "evaluation.view_evaluations")


class Worksheets(Paged):
    """`status`: only worksheets in that state."""

    status: WorksheetStatus | None = None


@group.get("worksheets", _("Lembar kerja evaluasi (LKE)"), gives=Page[WorksheetShape], query=Worksheets)
def list_worksheets(call: Call) -> Page[WorksheetShape]:
    rows = _worksheets(call)
    if call.query.status is not None:
        rows = rows.filter(status=call.query.status)
    return page_of(call, rows, WorksheetShape.of)


@group.get("worksheets/<int:year>", _("LKE satu tahun dengan nilai setiap butir"), gives=WorksheetWhole)
def one_worksheet(call: Call, year: int) -> WorksheetWhole:
    sheet = _sheet(call, year)
    return WorksheetWhole(
        WorksheetShape.of(sheet.worksheet), [_item(sheet, item) for item in sheet.instrument.items()],
        {party.value: sheet.index(party).index for party in Party},
    )  # fmt: skip


@group.get(
    "worksheets/<int:year>/index/<slug:party>", _("Indeks menurut satu penilai, langkah demi langkah"),
    gives=IndexShape,
)  # fmt: skip
def index_of(call: Call, year: int, party: str) -> IndexShape:
    if party not in Party.values:
        raise Http404
    sheet = _sheet(call, year)
    index, grade = sheet.index(party), sheet.grade(party)
    return IndexShape(
        year=year, party=Party(party), index=index.index, reached=index.reached, general=index.general,
        coefficient=index.coefficient, adjusted=index.adjusted, thematic=index.thematic,
        letter=grade.letter if grade else None, label=grade.label if grade else None,
        grade_reason=grade.reason or None if grade else None, unknown=list(index.unknown),
        parts={code: one.points for code, one in sheet.parts(party).items()},
        sections=[
            SectionShape(
                one.section.code, one.section.name, one.section.weight, one.score, one.known, one.weighed, one.scope,
                one.counted, one.total,
            )
            for one in index.sections
        ],
        simulated=sheet.worksheet.simulated,
    )  # fmt: skip


def _worksheets(call: Call) -> QuerySet[EvaluationWorksheet]:
    rows = EvaluationWorksheet.objects.visible_to(call.user).filter(agency=call.agency)
    found: QuerySet[EvaluationWorksheet] = rows.select_related("adopted")
    return found


def _sheet(call: Call, year: int) -> Sheet:
    found = get_object_or_404(_worksheets(call), year=year)
    found.agency = call.agency
    return sheet_of(found)


def _item(sheet: Sheet, item: Item) -> ItemShape:
    scores = {}
    for party in Party:
        row = sheet.score(item.code, party)
        if row is None:
            continue
        one = sheet.index(party).item(item.code)
        scores[party.value] = ScoreShape(
            ItemState(row.state), row.raw, row.level or None, one.factor, one.score, one.reason or None,
            row.source or None,
        )  # fmt: skip
    return ItemShape(
        item.code, item.name, item.weight, item.low, item.high, item.indicator, item.source, scores
    )  # fmt: skip
