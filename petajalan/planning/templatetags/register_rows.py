"""The rows of the register of indicators. Python and not templates: a plan has dozens, of eight cells each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.common.templatetags.petajalan import icon
from petajalan.planning.display.figures import SlotView
from petajalan.planning.display.indicators import Line
from petajalan.planning.models import Indicator
from petajalan.planning.templatetags.cells import bullet, figure_cell, grade

if TYPE_CHECKING:
    from petajalan.planning.views.plan import Plan

register = template.Library()


@register.simple_tag
def indicator_rows(plan: Plan, lines: Iterable[Line]) -> SafeString:
    """What it is and who leads it, baseline and targets, where they stand on the scale, the class and the source."""
    return SafeString("".join(_row(plan, one) for one in lines))


def _row(plan: Plan, line: Line) -> SafeString:
    indicator = line.entry.indicator
    figures = "".join(_figure(plan, indicator, view) for view in (line.baseline, *line.targets))
    place = bullet(line.bullet) if line.bullet else _none(_("belum ada") if line.is_empty else _("bukan angka"))
    return format_html(
        '<tr role="row">\n{}\n{}\n<td role="cell" class="w pr-pos">{}</td>\n<td role="cell" class="pr-class">{}</td>\n'
        '<td role="cell" class="m0 pr-wide">{}</td>\n</tr>\n',
        _what(plan, line), SafeString(figures), place,
        grade(plan, line.grade) if line.grade else _none(_("tanpa kelas")),
        Truncator(line.source).chars(40) if line.source else _none(_("belum ada")),
    )  # fmt: skip


def _what(plan: Plan, line: Line) -> SafeString:
    """Its name, what it stands under, and how many live findings there are about it."""
    about = filter(None, (line.under, ", ".join(line.entry.coordinators)))
    return format_html(
        '<td role="cell" class="w pr-what"><a class="pj-name" href="{}">{}</a><span class="pj-meta">{}</span>{}{}</td>',
        f"{_address(plan.road_map.agency.slug, line.entry.indicator.key)}{plan.query}", line.name, " · ".join(about),
        format_html('<span class="pj-meta">{}</span>', _also(line)) if line.also else "",
        _findings(plan, line) if line.findings else "",
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _address(agency: str, key: object) -> str:
    return reverse("indicator", args=[agency, key])


def _also(line: Line) -> str:
    count = len(line.also)
    words = ngettext("Juga pada %(first)s", "Juga pada %(count)s tempat lain", count)
    return words % {"count": count, "first": line.also[0]}


def _findings(plan: Plan, line: Line) -> SafeString:
    address = f"{reverse('plan_findings', args=[plan.road_map.agency.slug])}?tentang={line.entry.indicator.key}"
    if plan.named:
        address += f"&versi={plan.road_map.version}"
    words = ngettext("%(count)s temuan", "%(count)s temuan", line.findings) % {"count": line.findings}
    return format_html(
        '<a class="pr-mark" href="{}">{}{}<span class="visually-hidden">: {}</span></a>',
        address, icon("flag"), words, line.name,
    )  # fmt: skip


def _figure(plan: Plan, indicator: Indicator, view: SlotView) -> SafeString:
    cell = figure_cell(plan, indicator, view)
    return format_html('<td role="cell" class="r pr-f" data-l="{}">{}</td>\n', view.name, cell)


def _none(words: str) -> SafeString:
    return format_html('<span class="pj-none">{}</span>', words)
