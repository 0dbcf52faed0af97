"""What somebody decided about printed cells while importing: each becomes the edit that it is, with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from petajalan.calc.numbers import read_typed
from petajalan.common import audit
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import (
    CorrectedFigure,
    Factor,
    Figure,
    Goal,
    Indicator,
    IndicatorRow,
    KeyActivity,
    Objective,
    Theme,
)
from petajalan.planning.models.figure import ADOPTED_ROLES
from petajalan.planning.services.corrected import correct_figure
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.indicators import edit_indicator
from petajalan.planning.services.priorities import set_score
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.statements import Statements, spot_of
from petajalan.planning.services.writing import change, reason_given
from petajalan.regulation.document import Place

TOTAL = FigureRole.TOTAL
NAMED = (Goal, Objective, KeyActivity, Theme, Factor)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody decided about one printed cell.

    place      the cell: the `Place` of the figure or name in the regulation as read
    corrected  the text that the plan goes by instead; `None` keeps the print: of statements that differ, this one
    reason     why; needed
    """

    place: Place
    corrected: str | None
    reason: str


def in_order(statements: Statements, choices: Sequence[Choice]) -> list[Choice]:
    """Totals last: they are held against the scores as those were decided."""
    return sorted(choices, key=lambda one: getattr(statements.by_place.get(spot_of(one.place)), "role", "") == TOTAL)


def apply_choice(statements: Statements, choice: Choice, *, by: audit.Actor, at: datetime) -> None:
    """Raises `Refused` for a cell that holds nothing of the plan, and for what the edit itself refuses."""
    reason = reason_given(choice.reason)
    row = statements.by_place.get(spot_of(choice.place))
    match row:
        case Figure():
            _figure(statements, row, choice.corrected, reason, by=by, at=at)
        case IndicatorRow() if row.indicator is not None and choice.corrected is not None:
            indicator = row.indicator
            indicator.refresh_from_db()
            edit_indicator(
                indicator=indicator, seen=indicator.version, by=by, at=at, reason=reason, name=choice.corrected
            )
        case _ if isinstance(row, NAMED) and choice.corrected is not None:
            change(row, seen=row.version, by=by, at=at, values={"name": choice.corrected}, reason=reason)
        case _:
            raise _nothing_here(choice.place)


def _figure(
    statements: Statements, figure: Figure, corrected: str | None, reason: str, *, by: audit.Actor, at: datetime
) -> None:
    if figure.key_activity is not None and figure.role == FigureRole.SCORE:
        _score(statements, figure, corrected, reason, by=by, at=at)
        return
    owner: IndicatorRow | object = figure.indicator_row or figure.interim_result
    indicator: Indicator | None = getattr(owner, "indicator", None)
    role, period = figure.role, figure.of
    if role == FigureRole.VALUE and indicator is not None and period == str(indicator.baseline_year):
        role, period = FigureRole.BASELINE, ""
    if indicator is None or role not in ADOPTED_ROLES:
        decided = CorrectedFigure.objects.filter(agency=figure.agency_id, figure=figure)
        seen = decided.values_list("version", flat=True).first() or 0
        correct_figure(figure=figure, text=corrected, seen=seen, by=by, at=at, reason=reason)
        return
    adopted = indicator.adopted.filter(role=role, period=period).values_list("version", flat=True).first()
    decide_figure(
        indicator=indicator,
        role=role,
        period=period,
        seen=adopted or 0,
        by=by,
        at=at,
        statement=figure if corrected is None else None,
        text=corrected,
        reason=reason,
    )


def _score(
    statements: Statements, figure: Figure, corrected: str | None, reason: str, *, by: audit.Actor, at: datetime
) -> None:
    activity = figure.key_activity
    factor = next((one for one in statements.all(Factor) if one.code == figure.of), None)
    reading = read_typed(corrected) if corrected is not None else figure.reading
    if activity is None or factor is None or reading.value is None:
        raise Refused(
            _("Skor “%(text)s” bukan angka. Tulis satu angka, misalnya 8.") % {"text": corrected or figure.printed}
        )
    score = activity.scores.get(factor=factor)
    set_score(activity=activity, factor=factor, value=reading.value, seen=score.version, by=by, at=at, reason=reason)


def _nothing_here(place: Place) -> Refused:
    where = {"table": place.table or "-", "row": place.row or "-"}
    return Refused(
        _("Sel di tabel %(table)s baris %(row)s tidak menjadi isi road map, jadi tidak dapat dikoreksi di sini.")
        % where
    )
