"""The cells of an indicator or an action in the table of quarters. Python and not a template: a page has hundreds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.common.templatetags.petajalan import icon
from petajalan.dashboard.display.quarters import Cell, Row

register = template.Library()

ICONS = {"good": "check-circle-fill", "warn": "exclamation-triangle-fill", "bad": "exclamation-octagon-fill"}


@register.simple_tag
def quarter_rows(rows: Iterable[Row], agency: Agency, year: int, kind: str) -> SafeString:
    """The name with the units that answer for it, and its quarters."""
    drawn: list[str] = []
    for row in rows:
        units = format_html(' <span class="pj-meta">{}</span>', ", ".join(row.units)) if row.units else ""
        head = format_html('<tr role="row"><th scope="row" role="rowheader" class="w">{}{}</th>', row.name, units)
        drawn += (head, *_cells(row, agency, year, kind), "</tr>")
    return SafeString("".join(drawn))


def _cells(row: Row, agency: Agency, year: int, kind: str) -> list[str]:
    """Each quarter: the figure, which leads to what stands behind it, or why there is none."""
    cells: list[str] = []
    for quarter, one in enumerate(row.cells, start=1):
        before, after = _around(quarter, one or Cell(False, _("belum ada"), "", ""))
        cells += (before, _address(agency.slug, year, quarter, kind, row.key) if one and one.known else "", after)
    return cells


@lru_cache(maxsize=4096)
def _around(quarter: int, one: Cell) -> tuple[SafeString, SafeString]:
    """What stands before and after the address: the same in many cells."""
    begins = format_html('<td role="cell" class="w" data-l="TW {}">', quarter)
    if not one.known:
        return begins, format_html('<span class="pj-none">{}</span></td>', one.text)
    sign = icon(ICONS[one.mood]) if one.mood in ICONS else ""
    return (
        format_html('{}<a class="da-cell da-on-{}" href="', begins, one.mood or "mute"),
        format_html('">{}{}<span class="visually-hidden"> {}</span></a></td>', sign, one.text, one.band),
    )


@lru_cache(maxsize=8192)
def _address(agency: str, year: int, quarter: int, kind: str, key: str) -> SafeString:
    return conditional_escape(reverse("achievement_of", args=(agency, year, quarter, kind, key)))
