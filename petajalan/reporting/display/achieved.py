"""How an achievement came about, step by step, with the source of every figure in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from petajalan.calc.achievement import Achievement, Formula, Reason, clamped
from petajalan.calc.measuring import Lack
from petajalan.planning.display import words
from petajalan.planning.display.figures import figure as plan_figure
from petajalan.planning.display.figures import period_words, place_of, slot_name
from petajalan.planning.models import AdoptedFigure
from petajalan.planning.queries.register import Slot
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measured import Measured
from petajalan.reporting.words import figure_text, measured_words, percent_words

REASONS = {
    Reason.NO_TARGET: _("tidak dinilai: belum ada target"),
    Reason.NO_ACTUAL: _("belum diukur"),
    Reason.NEGATIVE: _("tidak dapat dibagi: ada angka di bawah nol"),
    Reason.ZERO_TARGET: _("tidak dapat dibagi: targetnya nol"),
    Reason.ZERO_ACTUAL: _("tidak dapat dibagi: realisasinya nol"),
    Reason.NO_BASELINE: _("belum ada baseline"),
    Reason.TARGET_IS_BASELINE: _("target sama dengan baseline"),
    Reason.BOUND_NOT_POSITIVE: _("di luar rentang; batasnya bukan angka positif"),
    Reason.NOT_ON_SCALE: _("tidak ada pada skala tahun ini"),
    Reason.NOT_A_NUMBER: _("rumusnya memerlukan angka"),
    Reason.NOT_A_RANGE: _("targetnya bukan rentang"),
}
LACKS = {
    Lack.FORMULA: _("rumus capaian belum dipilih"),
    Lack.TIME_RULE: _("aturan dari triwulan ke tahun belum dipilih"),
    Lack.SHARE: _("isi pembilang dan penyebut agar persennya dapat digabung"),
}
# What stands in the box: R, T and B are replaced by the figures.
WRITTEN = {
    Formula.RATIO: "{actual} ÷ {target} × 100",
    Formula.REVERSE: "(2 × {target} − {actual}) ÷ {target} × 100",
    Formula.INVERSE: "{target} ÷ {actual} × 100",
    Formula.PROGRESS: "({actual} − {baseline}) ÷ ({target} − {baseline}) × 100",
}


@dataclass(frozen=True, slots=True)
class Step:
    """`slot` names the figure of the plan that the step takes, for a link to where it came from."""

    title: str
    text: str
    box: str = ""
    slot: str = ""


def achievement_words(one: Measured) -> str:
    """ "96,3%", or in words why there is none."""
    standing = one.standing
    if standing.lack is not None and standing.known:
        return str(LACKS[standing.lack])
    found = standing.achievement
    if found is None:
        return str(REASONS[Reason.NO_ACTUAL])
    return _percent(found, one) if found.percent is not None else str(REASONS[found.reason or Reason.NO_ACTUAL])


def target_name(one: Measured) -> str:
    """ "Target TW I 2025" or "Target 2025": what it is held against."""
    if one.target is None:
        return gettext("Target %(period)s") % {"period": one.year}
    return slot_name(_slot(one.target), one.indicator)


def steps(one: Measured) -> list[Step]:
    row = one.row
    if row is None or (one.standing.actual is None and one.standing.lack is None):
        return [Step(gettext("Belum diukur"), gettext("Belum ada angka yang diisi untuk triwulan ini."))]
    listed = [_measured(one, row)]
    if not one.standing.of_quarter and one.standing.parts > 1:
        listed.append(_gathered(one))
    if one.target is None:
        return [*listed, Step(gettext("Tidak ada target"), gettext("Indikator ini tidak dinilai tahun ini."))]
    listed.append(_target(one.target, one))
    found = one.standing.achievement
    if found is None:
        return [*listed, Step(gettext("Belum dapat dihitung"), _capital(achievement_words(one)))]
    listed.append(_computed(found, one))
    beside = one.standing.progress
    if beside is not None and beside.percent is not None and found.trace.formula is not Formula.PROGRESS:
        listed.append(_computed(beside, one, gettext("Di sampingnya: kemajuan dari baseline")))
    return listed


def _measured(one: Measured, row: Measurement) -> Step:
    period = period_words(f"{one.year}-Q{one.quarter}")
    parts = [row.source] if row.source else []
    if row.measured_at and row.measured_by:
        told = {"who": row.measured_by, "when": date_format(localtime(row.measured_at), "j F Y")}
        parts.append(gettext("diisi %(who)s, %(when)s") % told)
    if row.provisional:
        parts.append(gettext("angka sementara: indeksnya belum terbit"))
    title = gettext("Ambil realisasi %(period)s") % {"period": period}
    return Step(title, " · ".join(parts), measured_words(row, one.indicator))


def _gathered(one: Measured) -> Step:
    standing = one.standing
    told = {"known": standing.known, "parts": standing.parts, "rule": one.indicator.get_time_rule_display()}
    text = gettext("Aturan “%(rule)s”, %(known)d dari %(parts)d triwulan sudah diukur.") % told
    shown = figure_text(standing.actual, one.indicator)
    return Step(gettext("Gabungkan triwulan sejak awal tahun"), text, shown if standing.lack is None else "")


def _target(target: AdoptedFigure, one: Measured) -> Step:
    slot = _slot(target)
    if target.decided_at is not None:
        who = target.decided_by or gettext("sistem")
        told = {"who": who, "when": date_format(localtime(target.decided_at), "j F Y")}
        text = gettext("Diputuskan %(who)s, %(when)s.") % told
    elif target.statement is not None:
        text = words.place(place_of(target.statement))
    else:
        text = gettext("Dari road map yang berlaku.")
    name = slot_name(slot, one.indicator)
    title = gettext("Ambil %(figure)s") % {"figure": name[0].lower() + name[1:]}
    return Step(title, text, plan_figure(target.reading), slot.code)


def _computed(found: Achievement, one: Measured, title: str = "") -> Step:
    trace = found.trace
    source = trace.source if not trace.house else gettext("Aturan aplikasi")
    text = gettext("Rumus %(formula)s. %(source)s. Dibulatkan sekali, di akhir.")
    told = {"formula": trace.expression, "source": source}
    if found.percent is None:
        return Step(title or gettext("Hitung capaian"), text % told, _capital(str(REASONS[_reason(found)])))
    inputs = {part.name: _input(part.value) for part in trace.inputs}
    written = WRITTEN.get(trace.formula)
    result = percent_words(found.percent)
    if written and {"actual", "target"} <= set(inputs):
        return Step(title or gettext("Hitung capaian"), text % told, f"{written.format(**inputs)} = {result}")
    compared = pgettext("realisasi terhadap target", "%(actual)s terhadap %(target)s: %(result)s")
    box = {"actual": inputs.get("actual", ""), "target": _wanted(inputs), "result": result}
    return Step(title or gettext("Hitung capaian"), text % told, compared % box)


def _percent(found: Achievement, one: Measured) -> str:
    percent = found.percent
    assert percent is not None  # asked before
    return percent_words(clamped(percent, cap=one.indicator.cap))


def _reason(found: Achievement) -> Reason:
    return found.reason or Reason.NO_ACTUAL


def _wanted(inputs: dict[str, str]) -> str:
    if "target" in inputs:
        return inputs["target"]
    return " – ".join(inputs[name] for name in ("low", "high") if name in inputs)


def _input(value: Decimal | str) -> str:
    return words.number(value) if isinstance(value, Decimal) else value


def _slot(figure: AdoptedFigure) -> Slot:
    return Slot(figure.role, figure.period, figure, ())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
