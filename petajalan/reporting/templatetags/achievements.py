"""Achievements in tables, each with how it came about. Python and not templates: a page has dozens."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.common.templatetags.petajalan import icon
from petajalan.reporting.display.quarter import Row
from petajalan.reporting.display.totals import Step, View

register = template.Library()

ICONS = {"good": "check-circle-fill", "warn": "exclamation-triangle-fill", "bad": "exclamation-octagon-fill"}


@register.simple_tag
def achievement_row(
    view: View, agency: Agency, year: int, quarter: int, kind: str, drawer: bool = False, figures: bool = True
) -> SafeString:
    """`kind` as addresses name it; `drawer`: the figure opens its drawer; `figures`: with actual and target."""
    how = _percent(view)
    if drawer:
        how = format_html(
            '<button class="ra-how" type="button" popovertarget="laci-{}"><span>{}</span>{}'
            '<span class="visually-hidden">{}: {}</span></button>',
            view.key, how, icon("question-circle"), _("Bagaimana dihitung"), view.name,
        )  # fmt: skip
    return format_html(
        '<tr role="row">\n{}\n{}\n<td role="cell" class="w ra-ach" data-l="{}">{}{}{}</td>\n{}\n</tr>\n',
        _head(view, agency, year, quarter, kind), _figures(view) if figures else "", _("Capaian"), how,
        _under(view.count) if view.count else "", _provisional() if view.one.row.provisional else "",
        _budget(view) if kind == "aksi" else _work(view),
    )  # fmt: skip


def _head(view: View, agency: Agency, year: int, quarter: int, kind: str) -> SafeString:
    row, subject = view.one.row, view.one.subject
    return format_html(
        '<th scope="row" role="rowheader" class="w"><a class="pj-name" href="{}">{}</a>{}{}</th>',
        _address(agency.slug, year, quarter, kind, subject.key), view.name,
        format_html(' <span class="pj-chip pj-chip--sim">{}</span>', _("data simulasi")) if row.simulated else "",
        _under(", ".join(subject.units)) if subject.units else "",
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _address(agency: str, year: int, quarter: int, kind: str, key: str) -> SafeString:
    return escape(reverse("achievement_of", args=(agency, year, quarter, kind, key)))


def _under(text: str) -> SafeString:
    return format_html('<span class="pj-meta ra-under">{}</span>', text)


def _figures(view: View) -> SafeString:
    cell = '<td role="cell" class="r ra-wrap" data-l="{}">{}</td>'
    return format_html(f"{cell}\n{cell}", _("Realisasi"), view.actual, _("Target"), view.target)


def _provisional() -> SafeString:
    return format_html('<span class="pj-chip pj-chip--warn">{}{}</span>', icon("hourglass-split"), _("angka sementara"))


def _budget(view: View) -> SafeString:
    said = view.budget or format_html('<span class="pj-none">{}</span>', _("tanpa anggaran"))
    return format_html('<td role="cell" class="w" data-l="{}">{}</td>', _("Anggaran terserap"), said)


def _work(view: View) -> SafeString:
    if view.work:
        done = format_html("<b>{}</b>", view.work)
    else:
        done = format_html(
            '<span class="pj-none">{}</span>', _("belum dinilai") if view.work_count else _("tanpa aksi")
        )
    return format_html(
        '<td role="cell" class="w" data-l="{}">{} <span class="pj-meta">{}</span>{}</td>',
        _("Pelaksanaan aksi"), done, view.work_count,
        _under(f"{_('Anggaran')}: {view.budget}") if view.budget else "",
    )  # fmt: skip


@register.simple_tag
def achievement_percent(view: View) -> SafeString:
    """The figure with its class in words, or why there is none."""
    return _percent(view)


def _percent(view: View) -> SafeString:
    if not view.known:
        return format_html('<span class="pj-none">{}</span>', view.text)
    return format_html(
        '<b class="ra-percent{}">{}{}</b>{}',
        f" pj-t-{view.mood}" if view.mood else "", icon(ICONS[view.mood]) if view.mood in ICONS else "", view.text,
        format_html(' <span class="pj-meta">{}</span>', view.band) if view.band else "",
    )  # fmt: skip


@register.simple_tag
def achievement_steps(steps: Iterable[Step]) -> SafeString:
    """How an achievement came about."""
    drawn = (
        (
            one.title,
            format_html('<p class="pj-meta">{}</p>', one.text) if one.text else "",
            format_html('<p class="pr-box">{}</p>', one.box) if one.box else "",
        )
        for one in steps
    )
    return format_html(
        '<ol class="pj-steps pr-steps">{}</ol>',
        format_html_join("", '<li><div><p class="pr-step-t">{}</p>{}{}</div></li>', drawn),
    )


@register.simple_tag
def achievement_drawer(row: Row, agency: Agency, year: int, quarter: int, kind: str) -> SafeString:
    """What opens beside the table when somebody asks how a figure was computed."""
    view = row.view
    return format_html(
        '<div class="pr-drawer" id="laci-{key}" popover role="dialog" aria-labelledby="laci-t-{key}">'
        '<div class="pr-drawer-h"><div><p class="pj-meta">{title}</p><h2 id="laci-t-{key}">{name}: {text}</h2></div>'
        '<button class="pr-x" type="button" popovertarget="laci-{key}" popovertargetaction="hide">{cross}'
        '<span class="visually-hidden">{close}</span></button></div><div class="pr-drawer-b">\n{steps}\n'
        '<a class="btn btn-secondary" href="{address}">{behind}</a></div></div>',
        key=view.key, title=_("Bagaimana angka ini dihitung"), name=view.name, text=view.text, cross=icon("x-lg"),
        close=_("Tutup"), steps=achievement_steps(row.steps), behind=_("Lihat yang mendasarinya"),
        address=_address(agency.slug, year, quarter, kind, view.one.subject.key),
    )  # fmt: skip
