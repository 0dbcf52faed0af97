"""An indicator that was measured, or was not, as a row of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petajalan.calc.achievement import Verdict
from petajalan.calc.measuring import Doubt
from petajalan.planning.display.figures import figure as plan_figure
from petajalan.planning.models import AdoptedFigure, Indicator
from petajalan.reporting.display.achieved import Step, achievement_words, steps, target_name
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measured import Measured
from petajalan.reporting.words import measured_words, period_words

DOUBTS = {
    Doubt.NEGATIVE: _("Angkanya di bawah nol."),
    Doubt.OFF_SCALE: _("Angkanya di luar skala indikator ini."),
    Doubt.OVER_WHOLE: _("Persennya lebih dari 100."),
    Doubt.FAR_FROM_LAST: _("Angkanya jauh dari triwulan sebelumnya."),
    Doubt.FAR_FROM_BASELINE: _("Angkanya jauh dari baseline."),
}


@dataclass(frozen=True, slots=True)
class MeasuredView:
    """state  "none", "unreleased", "provisional" or "measured"
    mood      "good" or "warn" where the quarter is over and the target it is held against is due, else ""
    """

    one: Measured
    baseline: str
    target: str
    target_name: str
    value: str
    state: str
    achievement: str
    known: bool
    mood: str
    steps: list[Step]

    @property
    def indicator(self) -> Indicator:
        return self.one.indicator

    @property
    def row(self) -> Measurement | None:
        return self.one.row


def view_of(one: Measured) -> MeasuredView:
    row, found = one.row, one.standing.achievement
    return MeasuredView(
        one=one,
        baseline=_planned(one.baseline),
        target=_planned(one.target) if one.target else gettext("tidak dinilai"),
        target_name=target_name(one),
        value=measured_words(row, one.indicator) if row else gettext("belum ada"),
        state=state_of(row),
        achievement=achievement_words(one),
        known=found is not None and found.percent is not None,
        mood=_mood(one),
        steps=steps(one),
    )


def state_of(row: Measurement | None) -> str:
    if row is None:
        return "none"
    if row.provisional:
        return "provisional"
    return "measured" if row.released else "unreleased"


def outside_words(row: Measurement) -> str:
    """ "KemenPANRB, perkiraan Desember"."""
    if row.expected_month is None:
        return row.issuer
    month = date_format(date(row.year, row.expected_month, 1), "F")
    return gettext("%(issuer)s, perkiraan terbit %(month)s") % {"issuer": row.issuer, "month": month}


def quarter_name(year: int, quarter: int) -> str:
    return period_words(f"{year}-Q{quarter}")


def _planned(figure: AdoptedFigure | None) -> str:
    return plan_figure(figure.reading if figure else None)


def _mood(one: Measured) -> str:
    """Before the year is over only a target of the quarter says whether it went well."""
    found = one.standing.achievement
    if found is None or found.verdict is None or not (one.standing.of_quarter or one.quarter == 4):
        return ""
    if found.verdict is Verdict.REACHED:
        return "good"
    ranged = one.target is not None and one.target.low is not None and one.target.high is not None
    return "good" if found.verdict is Verdict.ABOVE and not ranged else "warn"
