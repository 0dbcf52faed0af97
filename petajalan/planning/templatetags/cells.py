"""What long tables draw in each cell. Python and not templates: a list asks hundreds of times."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from petajalan.common.templatetags.petajalan import icon, num
from petajalan.planning.display.bullet import Bullet
from petajalan.planning.display.figures import SlotView
from petajalan.planning.display.grades import Grade, GradeBand
from petajalan.planning.models import Indicator, KeyActivity
from petajalan.planning.queries.priorities import Cell, Row
from petajalan.planning.templatetags.plan import effect, entered, factor_name

if TYPE_CHECKING:
    from petajalan.planning.views.plan import Plan

register = template.Library()


@register.simple_tag
def figure_cell(plan: Plan, indicator: Indicator, view: SlotView) -> SafeString:
    """A figure that leads to its page; for those who edit, a click opens its form in place."""
    if view.state == "missing" and not plan.editable:
        return format_html('<span class="pj-none">{}</span>', view.text)
    code = view.slot.code
    address = _figure_address(plan.road_map.agency.slug, indicator.key, code) + plan.query
    here = format_html('id="angka-{}-{}" href="{}"', indicator.pk, code, address)
    name = format_html('<span class="visually-hidden">{}: </span>', view.name)
    if view.state == "open":
        return format_html('<a class="pr-fig pr-fig--open" {}>{}{}</a>', here, name, _waiting(view))
    if not plan.editable:
        return format_html('<a class="pr-fig" href="{}">{}{}</a>', address, name, view.text)
    return format_html(
        '<a class="pr-fig pr-fig--edit{}" {} hx-get="{}" hx-target="closest td" hx-swap="innerHTML">'
        '<span class="visually-hidden">{} {}: </span>{}{}</a>',
        " pj-none" if view.state == "missing" else "", here, address, _("Ubah"), view.name, view.text, icon("pencil"),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _figure_address(agency: str, key: UUID, code: str) -> str:
    return reverse("indicator_figure", args=[agency, key, code])


def _waiting(view: SlotView) -> SafeString:
    if view.kind == "conflict":
        sign = icon("exclamation-octagon-fill")
        return format_html(
            '{} <span class="pj-chip pj-chip--bad">{}{}</span>', view.alternatives, sign, _("bertentangan")
        )
    sign, printed = icon("question-circle-fill"), view.slot.statements[0].printed
    return format_html('{} <span class="pj-chip pj-chip--warn">{}{}</span>', printed, sign, _("tidak terbaca"))


@register.simple_tag
def bullet(one: Bullet) -> SafeString:
    """Baseline and target on the scale."""
    target = '<rect class="pr-b-target" x="{}%" y="1" width="2.5" height="14" transform="translate(-1.25 0)"/>'
    baseline = '<circle class="pr-b-base" cx="{}%" cy="8" r="3.5"/>'
    return format_html(
        '<svg class="pr-bullet" role="img" aria-label="{}">'
        '<rect class="pr-b-track" x="0" y="5" width="100%" height="6" rx="1"/>'
        '<rect class="pr-b-way" x="{}%" y="6" width="{}%" height="4"/>{}{}</svg>',
        one.sentence, one.start, one.length,
        format_html(target, one.target) if one.target else "",
        format_html(baseline, one.baseline) if one.baseline else "",
    )  # fmt: skip


@register.simple_tag
def grade(plan: Plan, one: Grade) -> SafeString:
    """The class of a figure; opens its scale."""
    letter = one.letter or icon("circle-fill")
    doubt = '<span class="pj-chip pj-chip--warn">{}{}</span>'
    return format_html(
        '<details class="pj-menu pr-grade" x-data="menu" x-on:click.outside="close" x-on:keydown.escape="close">\n'
        '<summary><span class="visually-hidden">{}: </span><b class="pr-k-{}"{}>{}</b><span>{}</span></summary>\n'
        '<div class="pr-pop">\n<p class="pr-pop-t">{}</p>\n<ul class="pr-bands">{}</ul>\n'
        '<p class="pj-meta">{} · {}</p>\n{}\n<a href="{}">{}</a>\n</div>\n</details>',
        one.about, one.colour, "" if one.letter else SafeString(' aria-hidden="true"'), letter, one.label or one.letter,
        one.scale.name, format_html_join("", "{}", ((_band(band),) for band in one.bands)),
        one.table.source, _("berlaku %(years)s") % {"years": one.table.years},
        format_html(doubt, icon("question-circle-fill"), _("belum terkonfirmasi")) if one.unconfirmed else "",
        reverse("catalogue_scale", args=[plan.road_map.agency.slug, one.scale.code]), _("Buka skala"),
    )  # fmt: skip


def _band(band: GradeBand) -> SafeString:
    letter = format_html("<b>{}</b> ", band.letter) if band.letter else ""
    if not band.holds:
        return format_html("<li><span>{}{}</span><span>{}</span></li>", letter, band.label, band.values)
    return format_html(
        '<li class="is-on pr-k-{}"><span>{}{}</span><span>{}</span><small>{}</small></li>',
        band.colour, letter, band.label, band.values, ", ".join(band.holds),
    )  # fmt: skip


@register.simple_tag
def score_cells(plan: Plan, row: Row) -> SafeString:
    """The cells of an activity, one for each factor: its score, or the field of it, and what the print says instead."""
    nothing = format_html('<span class="pj-none">{}</span>', _("belum ada"))
    return format_html_join(
        "\n",
        '<td role="cell" class="r pp-score" data-l="{}">{}{}</td>',
        (
            (
                factor_name(one.factor),
                _score_field(row.activity, one) if plan.editable else nothing if one.value is None else num(one.value),
                _was(one) if one.differs else "",
            )
            for one in row.cells
        ),
    )


@register.simple_tag
def score_form(plan: Plan, activity: KeyActivity, csrf_token: str) -> SafeString:
    """What the fields of an activity belong to; the list comes back in its new order."""
    return format_html(
        '<form id="skor-{0}" method="post" action="{1}" hx-post="{1}" hx-trigger="submit, change from:.skor-{0}"'
        ' hx-target="#daftar" hx-swap="outerHTML" hx-indicator="#daftar">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{2}">'
        '<button class="btn btn-quiet btn-sm pp-noscript">{3}</button></form>',
        activity.pk, reverse("priority_score", args=[plan.road_map.agency.slug, activity.pk]) + plan.query,
        csrf_token, _("Simpan skor"),
    )  # fmt: skip


@register.simple_tag
def printed_total(row: Row) -> SafeString:
    """What the print says the scores add up to, beside what they do."""
    if row.total_printed is None:
        return format_html('<span class="pj-none">{}</span>', _("tidak tercetak"))
    total, one = num(row.total_printed), row.correction
    if not row.differs:
        return format_html('<span class="pj-meta">{}{}</span>', icon("check"), _("%(total)s, sama") % {"total": total})
    if one is not None and row.is_settled:
        return format_html(
            '<span><del>{}</del> {}</span> <span class="pj-meta">{}, {}: {}</span>',
            total, _("dikoreksi menjadi %(total)s") % {"total": num(one.value)},
            one.decided_by or _("sistem"), date_format(localtime(one.decided_at), "j M Y"), one.reason,
        )  # fmt: skip
    told = {"difference": row.difference_printed, "effect": effect(row)}
    return format_html(
        '<span class="pj-t-warn">{}<b>{}</b></span> <span>{}</span>',
        icon("exclamation-triangle-fill"), total, _("berselisih %(difference)s: %(effect)s") % told,
    )  # fmt: skip


def _was(cell: Cell) -> SafeString:
    return format_html('<small class="pp-was">{}</small>', _("tercetak %(value)s") % {"value": num(cell.printed)})


def _score_field(activity: KeyActivity, cell: Cell) -> SafeString:
    """The score of an activity on one factor, to be filled in, with the version of it that is shown."""
    form, factor = f"skor-{activity.pk}", cell.factor.pk
    told = {"factor": factor_name(cell.factor), "activity": activity.name}
    return format_html(
        '<input type="hidden" form="{0}" name="versi-{1}" value="{2}">'
        '<input class="form-control {0}" form="{0}" id="{0}-{1}" name="skor-{1}" value="{3}"'
        ' inputmode="decimal" autocomplete="off" maxlength="20" aria-label="{4}">',
        form, factor, cell.version, entered(cell.value), _("Skor %(factor)s untuk %(activity)s") % told,
    )  # fmt: skip
