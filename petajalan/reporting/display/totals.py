"""Stored achievements in words: the figure or why there is none, its class, and how it came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petajalan.calc.achievement import Formula, Reason
from petajalan.calc.numbers import rounded
from petajalan.calc.scales import Band
from petajalan.calc.totals import Pending
from petajalan.planning.choices import FigureRule, TimeRuleChoice, UnitRuleChoice
from petajalan.planning.display.figures import period_words
from petajalan.planning.display.words import number
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.display.achieved import REASONS, WRITTEN
from petajalan.reporting.queries.achievement import Achieved, shown
from petajalan.reporting.words import figure_text, percent_words

PENDING: Mapping[str, Any] = {
    **{str(reason): words for reason, words in REASONS.items()},
    Pending.NOT_ACTIVE: _("tidak ada kegiatan pada triwulan ini"),
    Pending.NOT_REPORTED: _("belum ada laporan yang diterima"),
    Pending.QUARTER_RUNNING: _("dinilai setelah laporan bulan terakhir triwulan diterima"),
    Pending.NOT_RELEASED: _("menunggu penerbitnya"),
    Pending.NO_UNIT_RULE: _("aturan dari unit ke instansi belum dipilih"),
    Pending.NO_FORMULA: _("rumus capaian belum dipilih"),
    Pending.NO_TIME_RULE: _("aturan dari triwulan ke tahun belum dipilih"),
    Pending.NO_SHARE: _("isi pembilang dan penyebut agar persennya dapat digabung"),
    Pending.NO_MEMBER: _("tidak ada indikator di bawahnya"),
    Pending.NO_MEMBER_KNOWN: _("belum ada indikator yang dinilai"),
}


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    text: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One achievement as a row of a page or of a file. Texts are in the language of the reader.

    mood   "good", "warn", "bad" of its class, or ""
    count  "3 dari 4 unit", "rata-rata 2 dari 3 indikator": what the figure rests on
    """

    one: Achieved
    actual: str
    target: str
    text: str
    known: bool
    band: str
    mood: str
    count: str
    work: str
    work_count: str
    budget: str

    @property
    def name(self) -> str:
        return self.one.subject.name

    @property
    def key(self) -> str:
        return f"{self.one.subject.kind}-{self.one.subject.key}"


def view_of(one: Achieved) -> View:
    row, band = one.row, one.band
    return View(
        one=one,
        actual=actual_words(one),
        target=target_words(one),
        text=percent_or_reason(one),
        known=one.shown is not None,
        band=band_words(band),
        mood=(band.colour or "") if band else "",
        count=count_words(one),
        work=percent_words(worked) if (worked := shown(row.work_percent)) is not None else "",
        work_count=_work_count(one),
        budget=budget_words(one),
    )


def percent_or_reason(one: Achieved) -> str:
    return percent_words(one.shown) if one.shown is not None else reason_words(one.row.reason)


def reason_words(code: str) -> str:
    return str(PENDING.get(code, PENDING[Reason.NO_ACTUAL]))


def band_words(band: Band | None) -> str:
    """The class in plain letters: a table prints it in the middle of a line."""
    return band.label[:1] + band.label[1:].lower() if band else ""


def actual_words(one: Achieved) -> str:
    row = one.row
    if one.subject.kind == SubjectKind.INDICATOR and one.subject.indicator is not None:
        level = str(row.trace.get("level", ""))
        return level or figure_text(row.actual, one.subject.indicator)
    if counts_units(one) and row.actual is not None:
        return gettext("%(share)s unit selesai") % {"share": percent_words(row.actual)}
    return with_unit(row.actual, one)


def counts_units(one: Achieved) -> bool:
    """Whether the figure of the action is the share of units that are done with it."""
    return one.row.trace.get("unit_rule") == UnitRuleChoice.SHARE_DONE and one.subject.kind == SubjectKind.ACTION


def target_words(one: Achieved) -> str:
    row = one.row
    if one.subject.kind == SubjectKind.INDICATOR:
        return str(row.trace.get("printed", "")) or gettext("belum ada")
    if counts_units(one) and row.trace.get("each"):
        each = with_unit(Decimal(row.trace["each"]), one)
        return gettext("100%% unit, masing-masing %(each)s") % {"each": each}
    return with_unit(row.target, one)


def with_unit(value: Decimal | None, one: Achieved) -> str:
    if value is None:
        return gettext("belum ada")
    action = one.subject.action
    unit = action.output_unit if action else ""
    return f"{number(rounded(value, 4))} {unit}".strip()


def count_words(one: Achieved) -> str:
    row = one.row
    told = {"known": row.known, "parts": row.parts}
    if one.subject.kind == SubjectKind.ACTION:
        if row.reason == Pending.NOT_ACTIVE:
            return ""
        return ngettext("%(known)d dari %(parts)d unit", "%(known)d dari %(parts)d unit", row.parts) % told
    if one.subject.kind == SubjectKind.INDICATOR:
        return gettext("%(known)d dari %(parts)d koordinator") % told if row.parts > 1 else ""
    if not row.parts:
        return ""
    if not row.known:
        return gettext("%(known)d dari %(parts)d indikator") % told
    return gettext("rata-rata %(known)d dari %(parts)d indikator") % told


def _work_count(one: Achieved) -> str:
    row = one.row
    if one.subject.kind == SubjectKind.ACTION or not row.work_parts:
        return ""
    told = {"known": row.work_known, "parts": row.work_parts}
    if not row.work_known:
        return gettext("%(known)d dari %(parts)d aksi") % told
    return gettext("rata-rata %(known)d dari %(parts)d aksi") % told


def budget_words(one: Achieved) -> str:
    """ "45% dari Rp 120.000.000", or as much of it as is known."""
    row = one.row
    if row.budget is None and row.absorbed is None:
        return ""
    if row.absorbed is None:
        return gettext("belum dilaporkan, dari Rp %(budget)s") % {"budget": number(row.budget or Decimal(0))}
    if not row.budget:
        return gettext("Rp %(absorbed)s, tanpa anggaran") % {"absorbed": number(row.absorbed)}
    share = rounded(row.absorbed / row.budget * 100, 1)
    return gettext("%(share)s%% dari Rp %(budget)s") % {"share": number(share), "budget": number(row.budget)}


def steps(one: Achieved) -> list[Step]:
    """How the figure came about. The rows behind it are listed beside, with their addresses."""
    trace = one.row.trace
    match one.subject.kind:
        case SubjectKind.ACTION:
            listed = _of_action(one, trace)
        case SubjectKind.INDICATOR:
            listed = _of_indicator(one, trace)
        case _:
            listed = _of_group(one)
    return [*listed, *_calculated(one, trace)]


def _of_action(one: Achieved, trace: Mapping[str, Any]) -> list[Step]:
    row = one.row
    if row.reason == Pending.NOT_ACTIVE:
        return []
    rule = FigureRule(trace["figure_rule"]).label
    units = gettext("%(count)d unit sudah melapor pada triwulan ini; %(known)d laporan bulan terakhirnya diterima.")
    told = {"count": len(trace["parts"]), "known": row.known}
    listed = [Step(gettext("Ambil laporan yang diterima"), f"{units % told} {rule}.")]
    if row.parts > 1:
        chosen = trace["unit_rule"]
        text = str(UnitRuleChoice(chosen).label) if chosen else reason_words(Pending.NO_UNIT_RULE)
        listed.append(Step(gettext("Gabungkan unit"), text, actual_words(one) if row.actual is not None else ""))
    revision = one.subject.action.plan.revision if one.subject.action else 1
    source = gettext("Rencana aksi %(unit)s, revisi %(revision)d") % {
        "unit": ", ".join(one.subject.units), "revision": revision
    }  # fmt: skip
    listed.append(Step(gettext("Ambil target triwulan"), source, target_words(one)))
    return listed


def _of_indicator(one: Achieved, trace: Mapping[str, Any]) -> list[Step]:
    row = one.row
    parts = trace.get("parts", [])
    sources = list(dict.fromkeys(part["source"] for part in parts if part["source"]))
    listed = [Step(gettext("Ambil realisasi"), " · ".join(sources), actual_words(one))] if parts else []
    known, of = trace.get("quarters", [0, 0])
    if of > 1 and trace.get("time_rule"):
        told = {"rule": TimeRuleChoice(trace["time_rule"]).label, "known": known, "parts": of}
        text = gettext("Aturan “%(rule)s”, %(known)d dari %(parts)d triwulan sudah diukur.") % told
        listed.append(Step(gettext("Gabungkan triwulan sejak awal tahun"), text))
    if row.reason == Reason.NO_TARGET:
        return [*listed, Step(gettext("Tidak ada target"), gettext("Indikator ini tidak dinilai tahun ini."))]
    period = f"{row.year}-Q{row.quarter}" if trace.get("basis") == "quarter" else str(row.year)
    title = gettext("Ambil target %(period)s") % {"period": period_words(period)}
    text = gettext("Road map versi %(version)s") % {"version": trace.get("road_map")}
    return [*listed, Step(title, text, target_words(one))]


def _of_group(one: Achieved) -> list[Step]:
    row = one.row
    if not row.parts:
        return []
    told = {"known": row.known, "parts": row.parts}
    text = (
        gettext("%(known)d dari %(parts)d indikator di bawahnya sudah dinilai. Yang belum dinilai tidak ikut.") % told
    )
    cap = {"cap": _input(str(row.trace.get("cap", "100")))}
    limit = gettext("Capaian di atas %(cap)s dihitung %(cap)s, di bawah 0 dihitung 0, supaya tidak menutupi yang lain.")
    title = gettext("Batasi 0 sampai %(cap)s") % cap
    return [Step(gettext("Ambil capaian anggota"), text), Step(title, limit % cap)]


def _calculated(one: Achieved, trace: Mapping[str, Any]) -> list[Step]:
    row = one.row
    if row.percent is None:
        why = reason_words(row.reason)
        return [Step(gettext("Belum dapat dihitung"), f"{why[:1].upper()}{why[1:]}.")]
    source = gettext("aturan aplikasi") if trace.get("house") else str(trace.get("source", ""))
    if trace.get("cap"):
        source = gettext("batasnya ditetapkan instansi")
    if one.subject.kind not in (SubjectKind.ACTION, SubjectKind.INDICATOR):
        text = gettext("Rata-rata anggota yang diketahui (%(source)s).") % {"source": source}
        return [Step(gettext("Hitung rata-rata"), text, percent_words(row.percent))]
    text = gettext("Rumus %(formula)s. %(source)s. Dibulatkan sekali, di akhir.")
    told = {"formula": trace.get("expression", ""), "source": source}
    return [Step(gettext("Hitung capaian"), text % told, _written(trace, percent_words(row.percent)))]


def _written(trace: Mapping[str, Any], result: str) -> str:
    inputs = {one["name"]: _input(one["value"]) for one in trace.get("inputs", [])}
    written = WRITTEN.get(Formula(trace["formula"]))
    if written and {"actual", "target"} <= set(inputs):
        return f"{written.format(**inputs)} = {result}"
    return result


def _input(text: str) -> str:
    try:
        return number(rounded(Decimal(text), 4))
    except ArithmeticError:
        return text
