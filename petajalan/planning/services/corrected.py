"""Decisions about printed figures that no entry of the register holds: totals, and results of earlier years."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.calc.numbers import Reading, State, format_value, read_typed
from petajalan.common import audit
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import CorrectedFigure, Figure
from petajalan.planning.services.figures import columns_of, refused_words
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.writing import conflict, next_position, open_draft, reason_given


@transaction.atomic
def correct_figure(
    *, figure: Figure, text: str | None, seen: int, by: audit.Actor, at: datetime, reason: str
) -> CorrectedFigure:
    """What the plan goes by instead of a printed figure, written as `text`; `None` confirms the print as it stands.

    A total is the sum of the scores: it can only be corrected to that. `seen` is the version of the decision that the
    person saw, 0 where there was none. The printed figure itself stays as it is.
    """
    road_map = figure.road_map
    open_draft(road_map, by=by, at=at)
    reason = reason_given(reason)
    reading = figure.reading if text is None else _entered(text)
    if figure.role == FigureRole.TOTAL:
        _adds_up(figure, reading)
    decided = {
        **columns_of(reading), "reason": reason, "decided_by": None if by == audit.SYSTEM else by, "decided_at": at,
    }  # fmt: skip
    rows = CorrectedFigure.objects.filter(agency=road_map.agency_id, figure=figure)
    stored = rows.first()
    if stored is None:
        position = next_position(CorrectedFigure, road_map)
        result = CorrectedFigure.objects.create(
            agency_id=road_map.agency_id, road_map=road_map, position=position, figure=figure, role=figure.role,
            **decided,
        )  # fmt: skip
    else:
        if rows.filter(version=seen).update(**decided, version=seen + 1) != 1:
            raise conflict(stored, {"printed": reading.printed})
        result = rows.get()
    audit.record(
        agency=road_map.agency,
        by=by,
        action="figure_corrected",
        about=figure.key_activity or figure.interim_result or figure.indicator_row or figure,
        at=at,
        before={"figure_role": figure.role, "period": figure.of, "figure": (stored or figure).printed},
        after={"figure_role": figure.role, "period": figure.of, "figure": reading.printed},
        reason=reason,
    )
    return result


def _entered(text: str) -> Reading:
    reading = read_typed(" ".join(text.split()))
    if reading.state is State.REFUSED:
        raise Refused(refused_words(reading))
    if reading.state is not State.SET:
        raise Refused(_("“%(text)s” bukan angka. Tulis satu angka, misalnya 24 atau 77,42.") % {"text": text.strip()})
    return reading


def _adds_up(figure: Figure, reading: Reading) -> None:
    activity = figure.key_activity
    assert activity is not None  # totals are printed beside key activities only
    activity.refresh_from_db(fields=["total"])
    if activity.total is None:
        raise Refused(_("Skor “%(name)s” belum lengkap, jadi totalnya belum ada. Lengkapi skornya.") % _told(figure))
    if reading.value != activity.total:
        told = _told(figure) | {"total": format_value(activity.total), "text": reading.printed}
        raise Refused(
            _("Skor “%(name)s” berjumlah %(total)s, bukan %(text)s. Tulis %(total)s, atau koreksi skornya.") % told
        )


def _told(figure: Figure) -> dict[str, str]:
    return {"name": str(figure.key_activity)}
