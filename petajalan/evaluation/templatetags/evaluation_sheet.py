"""What the rows of an evaluation draw again and again. Python and not templates: a sheet has hundreds of lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from petajalan.common.templatetags.petajalan import icon, num
from petajalan.evaluation.display.sheet import Cell, RowShown
from petajalan.evaluation.models import EvaluationRow
from petajalan.evaluation.queries.lines import ACCEPTED, MISSING, SENT_BACK, WAITING, LineSeen

register = template.Library()


@register.simple_tag
def judged(cell: Cell) -> SafeString:
    """A dimension as somebody judged it."""
    return _judged(cell.value, cell.words, get_language())


@lru_cache(maxsize=64)
def _judged(value: str, words: str, _language: str | None) -> SafeString:
    if value == "conforms":
        return format_html('<span class="pj-chip pj-chip--good">{}{}</span>', icon("check-lg"), words)
    if value == "deviates":
        return format_html('<span class="pj-chip pj-chip--bad">{}{}</span>', icon("x-lg"), words)
    return format_html('<span class="pj-none">{}</span>', _("belum dinilai"))


@register.simple_tag
def judged_cells(cells: Sequence[Cell]) -> SafeString:
    """The four dimensions of a row that is only read."""
    language = get_language()
    return SafeString(
        "".join(_read_cell(one.label, one.value, one.words, one.own_view, one.higher, language) for one in cells)
    )


@lru_cache(maxsize=256)
def _read_cell(label: str, value: str, words: str, own_view: str, higher: bool, language: str | None) -> SafeString:
    drawn = _judged(value, words, language) + _own_view(own_view, higher)
    return format_html('<td role="cell" class="t ev-cell" data-l="{}">{}</td>', label, drawn)


@register.simple_tag
def pick_cells(cells: Sequence[Cell], key: int) -> SafeString:
    """The four dimensions of a row that is judged: three choices each, and what data and coordinator say."""
    language = get_language()
    drawn = (_picks(one.code, one.label, one.value, one.proposal, one.own_view, one.higher, language) for one in cells)
    return SafeString("".join(f"f{key}".join(parts) for parts in drawn))


@lru_cache(maxsize=512)
def _picks(
    code: str, label: str, value: str, proposal: str, own_view: str, higher: bool, _language: str | None
) -> tuple[SafeString, ...]:
    """The pieces around the name of the form, which each choice says."""
    pick = '<label class="ev-pick{}"><input type="radio" form="'
    choice = '" name="{}" value="{}"{}><span>{}</span></label>\n'
    choices = (
        (" ev-pick--good", "conforms", _("Sesuai")),
        (" ev-pick--bad", "deviates", _("Tidak sesuai")),
        ("", "", _("Belum dinilai")),
    )
    parts = [format_html('<td role="cell" class="w t ev-cell"><fieldset><legend>{}</legend>\n', label)]
    for style, one, words in choices:
        parts[-1] += format_html(pick, style)
        parts.append(format_html(choice, code, one, SafeString(" checked") if value == one else "", words))
    parts[-1] += format_html("</fieldset>{}{}</td>", _proposed(proposal), _own_view(own_view, higher))
    return tuple(parts)


def _proposed(words: str) -> SafeString:
    if not words:
        return SafeString("")
    said = _("Usul: %(words)s") % {"words": words.lower()}
    return format_html('<p class="ev-proposal">{}<span>{}</span></p>', icon("lightbulb"), said)


def _own_view(words: str, higher: bool) -> SafeString:
    """What the coordinator says of itself, marked where that is higher than what the evaluation team says."""
    if not words:
        return SafeString("")
    said = _("Mandiri: %(words)s") % {"words": words.lower()}
    style, mark = (" ev-warn", icon("exclamation-triangle")) if higher else ("", "")
    return format_html('<p class="in-own{}">{}<span>{}</span></p>', style, mark, said)


@register.simple_tag
def judged_by(row: EvaluationRow) -> SafeString:
    """Who judged the row and when, or nothing."""
    if row.judged_by is None:
        return SafeString("")
    told = {"by": row.judged_by, "day": date_format(localtime(row.judged_at), "j M Y")}
    return format_html('<p class="pj-meta">{}</p>', _("dinilai %(by)s, %(day)s") % told)


@register.simple_tag
def lines_behind(one: RowShown) -> SafeString:
    """What each unit reported on the action of the row, folded away under how many reports were accepted."""
    lines = one.seen.lines
    if not lines:
        return SafeString("")
    told = {"accepted": num(one.seen.accepted), "total": num(len(lines))}
    summary = format_html("{}", _("%(accepted)s dari %(total)s laporan diterima") % told)
    if one.late:
        late = ngettext("%(count)s terlambat", "%(count)s terlambat", one.late) % {"count": one.late}
        summary += format_html(' · <span class="pj-t-warn">{}</span>', late)
    unit, language = escape(one.seen.row.action.output_unit), get_language()
    return format_html(
        '<details class="ev-behind"><summary>{}</summary>\n<ul class="ev-lines">{}</ul></details>',
        summary, SafeString("".join(_line(line, unit, language) for line in lines)),
    )  # fmt: skip


@register.simple_tag
def printed_rows(rows: Iterable[RowShown]) -> SafeString:
    """The actions on paper: what stands behind each, its four dimensions, note and recommendation."""
    return SafeString("".join(_printed_row(one) for one in rows))


def _printed_row(one: RowShown) -> SafeString:
    row, language = one.seen.row, get_language()
    about = [str(row.action.plan.coordinator)]
    if one.seen.lines:
        told = {"accepted": num(one.seen.accepted), "total": num(len(one.seen.lines))}
        about.append(_("%(accepted)s dari %(total)s laporan diterima") % told)
    if one.seen.waivers:
        about.append(_("dengan pengecualian independensi"))
    if row.left_out:
        about.append(_("Dinilai tanpa laporan %(units)s (unit penilai).") % {"units": ", ".join(row.left_out)})
    cells = SafeString("".join(_printed_cell(cell.words, cell.own_view, language) for cell in one.cells))
    said = [linebreaksbr(row.note)] if row.note else []
    if row.recommendation:
        said.append(format_html("<b>{}:</b> {}", _("Rekomendasi"), linebreaksbr(row.recommendation)))
    return format_html(
        '<tr><th scope="row">{}<br><small>{}</small></th>{}<td>{}</td></tr>',
        row.action.name, " · ".join(about), cells, SafeString("<br>".join(said)),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _printed_cell(words: str, own_view: str, _language: str | None) -> SafeString:
    own = format_html("<br><small>{}</small>", _("Mandiri: %(words)s") % {"words": own_view.lower()})
    return format_html("<td>{}{}</td>", words or _("belum dinilai"), own if own_view else "")


def _line(line: LineSeen, unit: str, language: str | None) -> str:
    """Put together by hand, because a sheet has hundreds: what people wrote is escaped, the rest is ours."""
    begins = f"<li><b>{escape(line.name)}</b> {_chips(line.state, line.punctual, language)}"
    if line.state == MISSING:
        return f"{begins}</li>"
    output, nil, budget, obstacle, solution, unknown = _words(language)
    reached = _figure(line.output, language) if line.output is None else f"{_figure(line.output, language)} {unit}"
    spent = unknown if line.budget is None else f"Rp {_figure(line.budget, language)}"
    parts = [f"{begins}\n<br>{output} {reached}{f' ({nil})' if line.nil else ''} · {budget} {spent}"]
    if line.narrative:
        parts.append(f"<br>{escape(line.narrative)}")
    for label, text in ((obstacle, line.obstacle), (solution, line.solution)):
        if text:
            parts.append(f'<br><span class="pj-meta">{label}:</span> {escape(text)}')
    return "".join([*parts, "</li>"])


@lru_cache(maxsize=1024)
def _figure(value: Decimal | None, _language: str | None) -> SafeString:
    return escape(num(value))


@lru_cache(maxsize=8)
def _words(_language: str | None) -> tuple[SafeString, ...]:
    words = (_("Output"), _("nihil"), _("anggaran"), _("Kendala"), _("Solusi"), _("belum ada"))
    return tuple(escape(one) for one in words)


@lru_cache(maxsize=64)
def _chips(state: str, punctual: bool | None, _language: str | None) -> SafeString:
    colours = {ACCEPTED: "good", WAITING: "info", SENT_BACK: "warn", MISSING: "bad" if punctual is False else ""}
    words = {
        ACCEPTED: _("Diterima koordinator"), WAITING: _("Belum diterima"), SENT_BACK: _("Dikembalikan"),
        MISSING: _("Laporan belum ada"),
    }  # fmt: skip
    colour = f" pj-chip--{colours[state]}" if colours[state] else ""
    chips = format_html('<span class="pj-chip{}">{}</span>', colour, words[state])
    if punctual is False and state != MISSING:
        late = format_html(' <span class="pj-chip pj-chip--warn">{}{}</span>', icon("clock"), _("Terlambat"))
        chips += late
    return chips
