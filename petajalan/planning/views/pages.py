from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petajalan.accounts.access import SignedInRequest
from petajalan.planning.display import document, findings, tables
from petajalan.planning.display import text as running_text
from petajalan.planning.display.outline import Outline
from petajalan.planning.models import Regulation
from petajalan.planning.readings import RegulationRead
from petajalan.planning.views.doors import read_regulation_page


@require_safe
@read_regulation_page
def table(request: SignedInRequest, regulation: Regulation, read: RegulationRead, position: int) -> HttpResponse:
    count = len(read.data.document.tables)
    if not 1 <= position <= count:
        raise Http404
    context = {
        "tab": "tables",
        "regulation": regulation,
        "page": tables.table_page(read.data, position - 1, findings.entries(read)),
        "previous": position - 1,
        "next": position + 1 if position < count else 0,
        "count": count,
    }
    return render(request, "planning/table.html", context)


@require_safe
@read_regulation_page
def text(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    outline = Outline(read.data)
    context = {
        "tab": "text",
        "regulation": regulation,
        "numbered": running_text.numbered_by(outline),
        "chapters": running_text.chapters(read),
    }
    return render(request, "planning/text.html", context)


@require_safe
@read_regulation_page
def printed(request: SignedInRequest, regulation: Regulation, read: RegulationRead) -> HttpResponse:
    outline = Outline(read.data)
    entries = findings.entries(read)
    context = {
        "regulation": regulation,
        "page": document.document_page(outline, entries),
        "groups": findings.by_spot(entries),
    }
    return render(request, "planning/print.html", context)
