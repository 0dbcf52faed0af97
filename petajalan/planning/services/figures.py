"""Baselines, targets and national targets: what the plan goes by, chosen from the print or entered by people."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from petajalan.calc.numbers import Reading, State, format_value, read_typed
from petajalan.common import audit
from petajalan.planning.agreement import contradict
from petajalan.planning.choices import FigureRole, ValueKind
from petajalan.planning.models import AdoptedFigure, Figure, Indicator, RoadMap
from petajalan.planning.models.figure import ADOPTED_ROLES
from petajalan.planning.services.refusals import Clash, Conflict, Refused
from petajalan.planning.services.writing import next_position, open_draft


@transaction.atomic
def decide_figure(
    *,
    indicator: Indicator,
    role: str,
    period: str = "",
    seen: int,
    by: audit.Actor,
    at: datetime,
    statement: Figure | None = None,
    text: str | None = None,
    reason: str = "",
) -> AdoptedFigure | None:
    """Adopt a printed statement, or a value written as `text` in Indonesian notation ("2,66", "80%", "BB", "2 – 4").

    role    "baseline", "target" (of `period`, such as "2024" or "2024-Q1") or "national_target"
    seen    version of the adopted figure that the person saw; 0 where there was none
    reason  needed where the print says something else; an amendment lends its own reason
    "" or "-" means that there is none; `None` comes back where nothing is left. Raises `Conflict`, `Refused`.
    """
    road_map = indicator.road_map
    open_draft(road_map, by=by, at=at)
    if role not in ADOPTED_ROLES or (role == FigureRole.TARGET) != bool(period):
        raise Refused(_("Angka itu tidak ada pada indikator ini. Muat ulang halaman."))
    if (statement is None) == (text is None):
        raise Refused(_("Pilih pernyataan tercetak, atau tulis angkanya."))
    statements = list(statements_of(indicator, role, period))
    if statement is not None and statement.pk not in {one.pk for one in statements}:
        raise Refused(_("Pernyataan itu bukan tentang angka ini. Muat ulang halaman, lalu pilih lagi."))
    reading = statement.reading if statement is not None else read_entered(text or "", indicator, role)
    if statement is not None and reading.state is State.REFUSED:
        raise Refused(refused_words(reading))
    reason = _reason(reason, reading, statements, road_map)
    nothing = reading.state is State.NOT_SET and not statements
    return _adopt(
        indicator, role, period, None if nothing else reading, statement, seen=seen, reason=reason, by=by, at=at
    )


@transaction.atomic
def keep_carried(*, target: AdoptedFigure, seen: int, by: audit.Actor, at: datetime) -> AdoptedFigure:
    """The target that was carried over from the year before holds for this year as well: from now on it is decided."""
    indicator = target.indicator
    open_draft(indicator.road_map, by=by, at=at)
    if not target.carried_from:
        raise Refused(_("Target ini sudah ditetapkan. Muat ulang halaman."))
    kept = _adopt(
        indicator, target.role, target.period, target.reading, target.statement, seen=seen, reason=target.reason,
        by=by, at=at,
    )  # fmt: skip
    return kept or target


def statements_of(indicator: Indicator, role: str, period: str) -> Any:
    """The printed figures that state it, in printed order: of its rows, and of interim results of the baseline year."""
    own = Q(indicator_row__indicator=indicator, role=role, of=period)
    if role == FigureRole.BASELINE and indicator.baseline_year is not None:
        year = str(indicator.baseline_year)
        own |= Q(interim_result__indicator=indicator, role=FigureRole.VALUE, of=year)
    return Figure.objects.filter(own, agency=indicator.agency_id).order_by("position")


def read_entered(text: str, indicator: Indicator, role: str) -> Reading:
    """What somebody wrote for an indicator. Raises `Refused` for what is no value."""
    reading = read_typed(" ".join(text.split()))
    if reading.state is State.REFUSED:
        raise Refused(refused_words(reading))
    if reading.state is State.TEXT and role != FigureRole.NATIONAL_TARGET:
        raise Refused(
            _("“%(text)s” bukan angka, rentang, atau predikat. Tulis misalnya 2,66, 80%%, 2 – 4, atau BB.")
            % {"text": reading.printed}
        )
    if indicator.value_kind == ValueKind.PERCENT and reading.unit is None and reading.state is State.SET:
        return replace(reading, unit="percent")  # the register says what its figures are
    return reading


def refused_words(reading: Reading) -> str:
    told = {"printed": reading.printed}
    if reading.proposal is not None and reading.proposal[1] is not None:
        told |= {"low": format_value(reading.proposal[0]), "high": format_value(reading.proposal[1])}
        return _("“%(printed)s” tidak dapat dipastikan. Bila maksudnya rentang, tulis %(low)s – %(high)s.") % told
    if reading.proposal is not None:
        told["value"] = format_value(reading.proposal[0])
        return _("“%(printed)s” tidak dapat dipastikan. Bila maksudnya %(value)s, tulis begitu.") % told
    return _("“%(printed)s” tidak dapat dipastikan. Tulis satu angka dengan koma desimal, misalnya 2,66.") % told


def _reason(reason: str, reading: Reading, statements: list[Figure], road_map: RoadMap) -> str:
    reason = reason.strip()
    if reason or not statements:
        return reason
    absent = reading.state in (State.NOT_SET, State.NOT_AVAILABLE)
    others = [one.reading for one in statements]
    departs = any(contradict(reading, one) for one in others) or (
        absent and any(one.state not in (State.NOT_SET, State.NOT_AVAILABLE) for one in others)
    )
    if departs and road_map.based_on_id and road_map.reason:
        return road_map.reason
    if departs:
        raise Refused(_("Peraturan mencetak angka lain. Tuliskan alasan memakai angka ini, lalu simpan lagi."))
    return ""


def _adopt(
    indicator: Indicator,
    role: str,
    period: str,
    reading: Reading | None,
    statement: Figure | None,
    *,
    seen: int,
    reason: str,
    by: audit.Actor,
    at: datetime,
) -> AdoptedFigure | None:
    rows = AdoptedFigure.objects.filter(agency=indicator.agency_id, indicator=indicator, role=role, period=period)
    stored = rows.select_related("decided_by").first()
    before = stored.printed if stored else None
    columns: dict[str, object] = {
        "statement": statement,
        "reason": reason,
        "carried_from": "",
        "decided_by": None if by == audit.SYSTEM else by,
        "decided_at": at,
    }
    if reading is not None:
        columns |= columns_of(reading)
    result: AdoptedFigure | None
    if stored is None:
        if reading is None:
            return None
        if seen:
            raise _conflict(indicator, role, reading, None)
        result = _create(indicator, role, period, reading, columns)
    elif stored.version != seen:
        if reading is not None and stored.reading == reading and not stored.carried_from:
            return stored
        raise _conflict(indicator, role, reading, stored)
    elif reading is None:
        stored.delete()
        result = None
    else:
        same = stored.reading == reading and stored.statement == statement and stored.reason == reason
        if same and not stored.carried_from:
            return stored
        if rows.filter(version=seen).update(**columns, version=seen + 1) != 1:
            raise _conflict(indicator, role, reading, rows.select_related("decided_by").first())
        result = rows.get()
    audit.record(
        agency=indicator.road_map.agency,
        by=by,
        action="figure_decided",
        about=indicator,
        at=at,
        before={"figure_role": role, "period": period, "figure": before},
        after={
            "figure_role": role,
            "period": period,
            "figure": reading.printed if reading else None,
            "from_print": statement is not None,
        },
        reason=reason,
    )
    return result


def columns_of(reading: Reading) -> dict[str, object]:
    """A reading as the columns of a figure."""
    return {
        "printed": reading.printed,
        "state": reading.state.value,
        "value": reading.value,
        "unit": reading.unit,
        "level": reading.level,
        "label": reading.label,
        "low": reading.low,
        "high": reading.high,
        "exclusive": reading.exclusive,
        "refusal": reading.reason,
        "doubts": list(reading.warnings),
    }


def _create(
    indicator: Indicator, role: str, period: str, reading: Reading, columns: dict[str, object]
) -> AdoptedFigure:
    road_map = indicator.road_map
    row = AdoptedFigure(
        agency_id=road_map.agency_id,
        road_map=road_map,
        position=next_position(AdoptedFigure, road_map),
        indicator=indicator,
        role=role,
        period=period,
        **columns,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        rows = AdoptedFigure.objects.filter(agency=row.agency_id, indicator=indicator, role=role, period=period)
        raise _conflict(indicator, role, reading, rows.select_related("decided_by").first()) from error
    return row


def _conflict(indicator: Indicator, role: str, reading: Reading | None, stored: AdoptedFigure | None) -> Conflict:
    yours = reading.printed if reading else "-"
    theirs = stored.printed if stored else "-"
    who = str(stored.decided_by) if stored and stored.decided_by else ""
    told = {"who": who, "theirs": theirs, "yours": yours}
    if who:
        sentence = _("%(who)s sudah menyimpan %(theirs)s; Anda menulis %(yours)s. Pilih salah satu, lalu simpan lagi.")
    else:
        sentence = _("Angkanya sekarang %(theirs)s; Anda menulis %(yours)s. Pilih salah satu, lalu simpan lagi.")
    clash = Clash("figure", str(FigureRole(role).label), yours, theirs)
    return Conflict(
        sentence % told,
        clashes=(clash,),
        by=who,
        at=stored.decided_at if stored else None,
        version=stored.version if stored else 0,
    )
