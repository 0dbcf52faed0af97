"""The answers to a survey as a workbook, and the empty one that is filled in and imported."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from django.http import HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest, agency_page
from petajalan.accounts.models import Agency
from petajalan.calc.numbers import rounded
from petajalan.calc.satisfaction import Questionnaire
from petajalan.catalogue.satisfaction import questionnaire_for
from petajalan.exports.views.downloads import XLSX
from petajalan.exports.xlsx import Cell, Column, Table, book_of, new_book
from petajalan.surveys.display.result import result_view
from petajalan.surveys.models import ELEMENTS, Survey, SurveyResponse
from petajalan.surveys.queries.results import with_results
from petajalan.surveys.response_sheet import CHOICES, COLUMNS
from petajalan.surveys.views.doors import WRITE, find_survey

ROOM = 1000  # rows that offer what may be chosen
WIDTHS = {"number": 18, "day": 12, "service": 36, "education": 20, "age_band": 20}


@require_safe
@agency_page
def survey_workbook(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    """Every answer, without a name, and the index of each element."""
    survey = find_survey(request, agency, key)
    [seen] = with_results(agency, [survey])
    view = result_view(seen.outcome)
    elements: list[tuple[Cell, ...]] = []
    result = seen.outcome.result
    for one, shown in zip(result.elements, view.elements, strict=True) if result and view else ():
        counts = (one.tally.count, one.tally.total)
        elements.append((shown.code, shown.name, *counts, _four(one.mean), _four(one.converted), shown.grade))
    if result and view and result.index is not None:
        index = (_four(result.weighted), _four(result.index), view.label)
        elements.append(("", _("Indeks"), seen.outcome.respondents, None, *index))
    marked = _(" (data simulasi)") if survey.simulated else ""
    tables = [
        Table(_("Unsur") + marked, _element_columns(), elements),
        Table(_("Jawaban") + marked, _answer_columns(survey), _answers(survey), fixed=1),
    ]
    name = f"survei-{slugify(survey.unit.called)}-{survey.period}{'-data-simulasi' if survey.simulated else ''}"
    return _file(book_of(tables), name)


@require_safe
@agency_page
def survey_template(request: SignedInRequest, agency: Agency, key: int) -> HttpResponse:
    survey = find_survey(request, agency, key, WRITE)
    return _file(template_workbook(survey), f"contoh-jawaban-survei-{survey.period}")


def template_workbook(survey: Survey) -> bytes:
    """The first sheet is filled in, the second says how."""
    buffer = BytesIO()
    book = new_book(buffer)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E0F0F5", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(_("Jawaban"))
    for at, (code, words) in enumerate(COLUMNS.items()):
        sheet.set_column(at, at, 6 if code in ELEMENTS else WIDTHS.get(code, 16), day if code == "day" else None)
        sheet.write_string(0, at, str(words), head)
        if code in ELEMENTS:
            whole = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 4}
            sheet.data_validation(1, at, ROOM, at, whole)
        elif code in CHOICES:
            labels = [str(label) for label in CHOICES[code].labels]
            sheet.data_validation(1, at, ROOM, at, {"validate": "list", "source": labels})
    sheet.freeze_panes(1, 1)
    guide = book.add_worksheet(_("Petunjuk"))
    guide.set_column(0, 0, 24)
    guide.set_column(1, 1, 90)
    for line, (column, way) in enumerate(_guide(survey)):
        guide.write_string(line, 0, column, head if not line else wrapped)
        guide.write_string(line, 1, way, head if not line else wrapped)
    book.close()
    return buffer.getvalue()


def _guide(survey: Survey) -> Iterator[tuple[str, str]]:
    told = {"first": survey.first_day.isoformat(), "last": survey.last_day.isoformat()}
    yield _("Kolom"), _("Cara mengisi")
    yield str(COLUMNS["number"]), _("Boleh kosong. Nomor yang sudah pernah diunggah tidak dihitung lagi.")
    yield str(COLUMNS["day"]), _("Dari %(first)s sampai %(last)s. Kosong berarti hari terakhir yang mungkin.") % told
    asked = questionnaire_for(survey.last_day.year)
    for one in asked.elements if asked else ():
        yield one.code.upper(), _("%(name)s: 1 sampai 4; kosong berarti tidak dijawab.") % {"name": one.name}


def _element_columns() -> list[Column]:
    return [
        Column(_("Kode"), 8),
        Column(_("Unsur"), 44),
        Column(_("Dijawab"), 10),
        Column(_("Jumlah jawaban"), 16),
        Column(_("Rata-rata"), 12),
        Column(_("Nilai"), 12),
        Column(_("Predikat"), 20),
    ]


def _answer_columns(survey: Survey) -> list[Column]:
    asked: Questionnaire | None = questionnaire_for(survey.last_day.year)
    names = {one.code: f"{one.code.upper()} {one.name}" for one in asked.elements} if asked else {}
    heads = {**{code: str(words) for code, words in COLUMNS.items() if code != "number"}, **names}
    columns = [Column(heads[code], 14) for code in heads if code in COLUMNS]
    return [*columns, Column(_("Cara masuk"), 22)]


def _answers(survey: Survey) -> Iterator[tuple[Cell, ...]]:
    """In the order in which they came in."""
    for row in SurveyResponse.objects.filter(agency=survey.agency_id, survey=survey).order_by("pk").iterator():
        about = (getattr(row, f"get_{code}_display")() for code in CHOICES)
        answers = (getattr(row, code) for code in ELEMENTS)
        yield (row.day.isoformat(), *answers, *map(str, about), row.service, str(row.get_channel_display()))


def _four(value: Decimal | None) -> Decimal | None:
    """A spreadsheet keeps fifteen digits; a third has more."""
    return None if value is None else rounded(value, 4)


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
