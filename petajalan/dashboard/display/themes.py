"""Themes: how far their indicators and their actions are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.dashboard.display.bars import Bar, bar
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.totals import View, view_of
from petajalan.reporting.queries.achievement import Quarter, shown
from petajalan.reporting.words import percent_words

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Theme:
    """`bar` is of its indicators, `work` of its actions."""

    view: View
    bar: Bar
    work: Bar


@dataclass(frozen=True, slots=True)
class Themes:
    rows: tuple[Theme, ...]
    sentence: str


def themes_of(quarter: Quarter) -> Themes:
    rows = []
    for one in quarter.kind(SubjectKind.THEME):
        view = view_of(one)
        mood = (one.work_band.colour or "mute") if one.work_band else "mute"
        done = shown(one.row.work_percent)
        rows.append(
            Theme(
                view,
                bar(gettext("Indikator"), one.shown, None, WHOLE, mood=view.mood or "mute", text=view.text),
                bar(gettext("Aksi"), done, None, WHOLE, mood=mood, text=view.work or gettext("belum dinilai")),
            )
        )
    return Themes(tuple(rows), _sentence(rows))


def _sentence(rows: list[Theme]) -> str:
    if not rows:
        return gettext("Belum ada tema.")
    of_indicators = [(row.view.one.shown, row.view.name) for row in rows]
    of_actions = [(shown(row.view.one.row.work_percent), row.view.name) for row in rows]
    return " ".join(
        [
            gettext("Indikator: %(said)s") % {"said": said}
            if (said := _ends(of_indicators))
            else gettext("Indikator tema belum dapat dinilai."),
            gettext("Pelaksanaan aksi: %(said)s") % {"said": done} if (done := _ends(of_actions)) else "",
        ]
    ).strip()


def _ends(figures: list[tuple[Decimal | None, str]]) -> str:
    """The highest and the lowest, and how many are not known."""
    known = [(percent, name) for percent, name in figures if percent is not None]
    if not known:
        return ""
    (low, last), (high, first) = min(known), max(known)
    told = {"first": first, "high": percent_words(high), "last": last, "low": percent_words(low)}
    if len(known) == 1:
        said = gettext("%(first)s %(high)s.") % told
    else:
        said = gettext("tertinggi %(first)s (%(high)s), terendah %(last)s (%(low)s).") % told
    left = len(figures) - len(known)
    return said + (" " + gettext("%(count)d tema belum dinilai.") % {"count": left} if left else "")
