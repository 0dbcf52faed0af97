"""What stands behind the rows of an evaluation. Python and not a template: a sheet has hundreds of lines."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from petajalan.common.templatetags.petajalan import icon, num
from petajalan.evaluation.display.sheet import RowShown
from petajalan.evaluation.queries.lines import ACCEPTED, MISSING, SENT_BACK, WAITING, LineSeen

register = template.Library()


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
