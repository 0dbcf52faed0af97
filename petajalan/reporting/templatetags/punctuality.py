"""The cells of a unit in tables of punctuality. Python and not a template: a page has hundreds."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from petajalan.accounts.models import Agency
from petajalan.common.templatetags.petajalan import icon
from petajalan.reporting.display.punctuality import CellView, RowView

register = template.Library()


@register.simple_tag
def unit_months(row: RowView, agency: Agency, year: int) -> SafeString:
    """Each month with its sign and a few figures, on the phone with its name; what was sent leads to the report."""
    return _joined(row, agency, year, small=False)


@register.simple_tag
def unit_months_small(row: RowView, agency: Agency, year: int) -> SafeString:
    """The same with the sign alone."""
    return _joined(row, agency, year, small=True)


def _joined(row: RowView, agency: Agency, year: int, *, small: bool) -> SafeString:
    cells: list[str] = []
    for one in row.cells:
        before, after = _around(one, small)
        cells += (before, _report(agency.slug, year, one.number, row.unit.pk) if one.sent else "", after)
    return SafeString("".join(cells))


@lru_cache(maxsize=8192)
def _report(agency: str, year: int, month: int, unit: int) -> str:
    return conditional_escape(reverse("report", args=(agency, year, month, unit)))


@lru_cache(maxsize=4096)
def _around(one: CellView, small: bool) -> tuple[SafeString, SafeString]:
    """What stands before and after the address of the report: the same in hundreds of cells."""
    said = format_html('<span class="visually-hidden">{}: {}</span>', one.name, one.words)
    if small:
        begins, sign = format_html('<td class="ra-m ra-m--{}">', one.cell), icon(one.icon)
    else:
        begins = format_html('<td role="cell" class="ra-m ra-m--{}" data-l="{}">', one.cell, one.short)
        sign = format_html('{}<span aria-hidden="true">{}</span>', icon(one.icon), one.sample)
    if not one.sent:
        return begins, format_html("<span>{}{}</span></td>", sign, said)
    return begins + SafeString('<a href="'), format_html('">{}{}</a></td>', sign, said)
